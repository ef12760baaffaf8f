package model

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// MostFilled is how many bytes the text of a filled template may have.
const MostFilled = 64 << 10

// Filled is a template with the values of one person.
type Filled struct {
	Subject, Body string
	Gaps          []Gap   // fields without a value, which stand in the texts as they were
	Used          []Field // those whose value stands in the texts
}

// Gap is a field without a value that stands in a text as {{field}}.
type Gap struct {
	Field      Field
	In         TextPlace
	Start, End int // bytes of the text
}

// Missing says what is missing and what to do.
func (g Gap) Missing() string { return g.Field.String() + ": " + g.Field.Missing() }

// Fill puts values in the place of the fields. What has no value stays as it is and
// comes back as a gap: nothing is made up, and it stands in nobody's way until the
// message leaves. The error is a text that would be longer than [MostFilled].
func (f *Form) Fill(v *Values) (out Filled, err error) {
	fill := filler{v: v, out: &out}
	out.Subject = strings.TrimSpace(fill.run(f.subject, InSubject))
	out.Body = strings.TrimSpace(fill.run(f.body, InBody))
	if fill.over {
		return Filled{}, fmt.Errorf("the text would be longer than %d KB: shorten the facts that it takes in", MostFilled>>10)
	}
	out.Gaps = append(openIn(out.Subject, InSubject), openIn(out.Body, InBody)...)
	return out, nil
}

// filler writes one text.
type filler struct {
	v    *Values
	out  *Filled
	in   TextPlace
	b    strings.Builder
	over bool
}

func (f *filler) run(nodes []node, in TextPlace) string {
	f.in = in
	f.b.Reset()
	f.walk(nodes)
	return f.b.String()
}

func (f *filler) walk(nodes []node) {
	for i := range nodes {
		n := &nodes[i]
		switch n.kind {
		case textNode:
			f.write(n.text)
		case choiceNode:
			if f.v.Value(n.field) != "" {
				f.walk(n.then)
			} else {
				f.walk(n.alt)
			}
		case fieldNode:
			f.field(n)
		}
	}
}

func (f *filler) field(n *node) {
	value := f.v.Value(n.field)
	switch {
	case value != "":
		f.out.Used = append(f.out.Used, n.field)
		if f.in == InSubject {
			value = CleanLine(value)
		}
		if n.field.isPhrase() && f.begins() {
			value = capital(value)
		}
		f.write(value)
	case n.text != "":
		f.write(n.text)
	case !f.v.Known(n.field):
		f.write(n.field.Tag())
	}
}

// begins reports whether a sentence begins here.
func (f *filler) begins() bool {
	before := strings.TrimRight(f.b.String()[max(0, f.b.Len()-8):], " ")
	return before == "" || strings.ContainsAny(before[len(before)-1:], "\n.!?")
}

// capital is a text with a capital at its beginning.
func capital(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[n:]
}

func (f *filler) write(s string) {
	if f.over = f.over || f.b.Len()+len(s) > MostFilled; !f.over {
		f.b.WriteString(s)
	}
}

// OpenFields are the fields that still stand in a message, in their order.
func OpenFields(subject, body string) []Gap {
	return append(openIn(subject, InSubject), openIn(body, InBody)...)
}

func openIn(text string, in TextPlace) (gaps []Gap) {
	for at := 0; ; {
		start := strings.Index(text[at:], "{{")
		if start < 0 {
			return gaps
		}
		start += at
		size := strings.Index(text[start:], "}}")
		if size < 0 {
			return gaps
		}
		at = start + 2
		if f, _, ok := FieldNamed(strings.TrimSpace(text[start+2 : start+size])); ok {
			at = start + size + 2
			gaps = append(gaps, Gap{Field: f, In: in, Start: start, End: at})
		}
	}
}

// FillOpen puts the values that have become known into a text in which fields still
// stand. The others stay.
func FillOpen(text string, v *Values) string {
	var b strings.Builder
	last := 0
	for _, g := range openIn(text, InBody) {
		if value := v.Value(g.Field); value != "" && b.Len()+len(value) <= MostFilled {
			b.WriteString(text[last:g.Start] + value)
			last = g.End
		}
	}
	return b.String() + text[last:]
}
