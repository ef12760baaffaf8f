package model

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"
)

// A template is text with tags. There are these, and no others:
//
//	{{first_name}}                          a field: its value
//	{{title|engineer}}                      a field, or these words where it has no value
//	{{if published}} … {{else}} … {{end}}   the first text where the field has a value, else the second
//
// There are no loops and no functions, so that filling one takes the time of its
// length and makes no more than its values.

// TextPlace is which text of a message something is in.
type TextPlace uint8

// A message has two texts; InHead is neither.
const (
	InHead TextPlace = iota
	InSubject
	InBody
)

func (p TextPlace) String() string { return [...]string{"head", "subject", "text"}[p] }

// TemplateError is what is wrong with a template, and where.
type TemplateError struct {
	In           TextPlace
	Line, Column int // from 1, in letters; 0: of the whole
	What, Do     string
}

func (e *TemplateError) Error() string {
	s := e.What
	if e.Line > 0 {
		s = fmt.Sprintf("%d:%d: %s", e.Line, e.Column, e.What)
	}
	if e.In == InSubject {
		s = "in the subject, " + s
	}
	if e.Do != "" {
		s += ": " + e.Do
	}
	return s
}

func tooLong(size int) error {
	return &TemplateError{In: InBody, What: fmt.Sprintf("the template has %d bytes, and may have %d", size, MostTemplateText), Do: "a message that is read has a tenth of that"}
}

// Form is a wording that has been parsed, to be filled any number of times.
type Form struct {
	Wording
	subject, body []node
}

// node is a piece of a form: a text, a field, or a choice.
type node struct {
	text      string // as it stands; of a field the words instead of it
	field     Field
	kind      nodeKind
	then, alt []node
}

type nodeKind uint8

const (
	textNode nodeKind = iota
	fieldNode
	choiceNode
)

// Parse reads the tags of a wording. What is wrong comes as a [TemplateError].
func (w Wording) Parse() (*Form, error) {
	switch {
	case !slices.Contains(Channels(), w.Channel):
		return nil, &TemplateError{What: fmt.Sprintf("there is no channel %q", CleanLine(string(w.Channel))), Do: "it is e-mail, InMail, message, phone, introduction or event"}
	case w.Lang != "" && (len(w.Lang) != 2 || strings.Trim(w.Lang, "abcdefghijklmnopqrstuvwxyz") != ""):
		return nil, &TemplateError{What: fmt.Sprintf("%q is no language", CleanLine(w.Lang)), Do: "write its two letters, such as en or de"}
	case len(w.Body) > MostTemplateText:
		return nil, tooLong(len(w.Body))
	case len(w.Subject) > MostTemplateSubject:
		return nil, &TemplateError{In: InSubject, What: fmt.Sprintf("the subject has %d bytes, and may have %d", len(w.Subject), MostTemplateSubject)}
	case strings.TrimSpace(w.Body) == "":
		return nil, &TemplateError{In: InBody, What: "the template has no text", Do: "write it below the head and an empty line"}
	case strings.Contains(w.Subject, "\n"):
		return nil, &TemplateError{In: InSubject, What: "the subject has more than one line"}
	}
	f := &Form{Wording: w}
	var err error
	if f.subject, err = parseNodes(w.Subject, InSubject); err != nil {
		return nil, err
	}
	f.body, err = parseNodes(w.Body, InBody)
	return f, err
}

// Fields are the fields that a form names, each once, in the order of its text.
func (f *Form) Fields() (all []Field) {
	var walk func(nodes []node)
	walk = func(nodes []node) {
		for i := range nodes {
			if n := &nodes[i]; n.kind != textNode && !slices.Contains(all, n.field) {
				all = append(all, n.field)
			}
			walk(nodes[i].then)
			walk(nodes[i].alt)
		}
	}
	walk(f.subject)
	walk(f.body)
	return all
}

// mostNested is how deep choices may stand in one another.
const mostNested = 8

// formParser reads one text from left to right.
type formParser struct {
	text string
	at   int
	in   TextPlace
	open []openChoice
}

// openChoice is an {{if}} that has no {{end}} yet.
type openChoice struct {
	at     int    // where it stands
	before []node // what came before it
	node   node
	inElse bool
}

func parseNodes(text string, in TextPlace) ([]node, error) {
	p := &formParser{text: text, in: in}
	var out []node
	for {
		start := strings.Index(p.text[p.at:], "{{")
		if start < 0 {
			break
		}
		start += p.at
		out = appendText(out, p.text[p.at:start])
		size := strings.Index(p.text[start:], "}}")
		if size < 0 {
			return nil, p.wrong(start, "this {{ is never closed", "put }} after the name of the field")
		}
		tag := p.text[start+2 : start+size]
		p.at = start + size + 2
		var err error
		if out, err = p.tag(out, tag, start); err != nil {
			return nil, err
		}
	}
	if len(p.open) > 0 {
		return nil, p.wrong(p.open[len(p.open)-1].at, "this {{if}} has no {{end}}", "put {{end}} where it ends")
	}
	return appendText(out, p.text[p.at:]), nil
}

func appendText(out []node, text string) []node {
	if text == "" {
		return out
	}
	return append(out, node{text: text})
}

// tag takes in what stands between braces.
func (p *formParser) tag(out []node, tag string, start int) ([]node, error) {
	if strings.ContainsAny(tag, "{\n") {
		return nil, p.wrong(start, "this {{ is never closed", "put }} after the name of the field")
	}
	word, rest, _ := strings.Cut(strings.TrimSpace(tag), " ")
	switch rest = strings.TrimSpace(rest); word {
	case "if":
		if len(p.open) == mostNested {
			return nil, p.wrong(start, fmt.Sprintf("more than %d {{if}} in one another", mostNested), "say less at once")
		}
		f, err := p.field(rest, start)
		p.open = append(p.open, openChoice{at: start, before: out, node: node{kind: choiceNode, field: f}})
		p.swallow(start)
		return nil, err
	case "else", "end":
		if rest != "" || len(p.open) == 0 || word == "else" && p.open[len(p.open)-1].inElse {
			return nil, p.wrong(start, fmt.Sprintf("this {{%s}} has no {{if}}", CleanLine(word)), "write {{if FIELD}} … {{else}} … {{end}}")
		}
		p.swallow(start)
		return p.turn(out, word), nil
	}
	name, instead, has := strings.Cut(tag, "|")
	f, err := p.field(strings.TrimSpace(name), start)
	n := node{kind: fieldNode, field: f}
	if n.text = strings.TrimSpace(instead); has && n.text == "" && err == nil {
		err = p.wrong(start, "there is nothing after the |", "write the words that stand there where the field has no value")
	}
	return append(out, n), err
}

// turn goes on after an {{else}} or an {{end}}.
func (p *formParser) turn(out []node, word string) []node {
	last := len(p.open) - 1
	c := &p.open[last]
	if c.inElse {
		c.node.alt = out
	} else {
		c.node.then = out
	}
	if word == "else" {
		c.inElse = true
		return nil
	}
	before, n := c.before, c.node
	p.open = p.open[:last]
	return append(before, n)
}

// swallow passes over the end of a line on which a tag that shows nothing stands
// alone.
func (p *formParser) swallow(start int) {
	alone := start == 0 || p.text[start-1] == '\n'
	if alone && strings.HasPrefix(p.text[p.at:], "\n") {
		p.at++
	}
}

// field is the field of a name.
func (p *formParser) field(name string, start int) (Field, error) {
	f, meant, ok := FieldNamed(name)
	switch {
	case ok:
		return f, nil
	case name == "":
		return 0, p.wrong(start, "there is no field in these braces", "write one such as {{first_name}}")
	case meant != "":
		return 0, p.wrong(start, "there is no field "+cutName(name), "did you mean "+meant+"?")
	case slices.Contains([]string{"range", "with", "for", "define", "template", "block"}, strings.Fields(name)[0]):
		return 0, p.wrong(start, "a template has no "+strings.Fields(name)[0], "it has fields and {{if FIELD}} … {{else}} … {{end}}, and no loops")
	}
	return 0, p.wrong(start, "there is no field "+cutName(name), "`talentmap template fields` lists them")
}

// cutName is a name that somebody has written, short enough for a message.
func cutName(name string) string {
	if name = CleanLine(name); utf8.RuneCountInString(name) > 40 {
		return string([]rune(name)[:40]) + "…"
	}
	return name
}

// wrong is an error at a place of the text.
func (p *formParser) wrong(at int, what, do string) error {
	before := p.text[:at]
	line := strings.LastIndexByte(before, '\n') + 1
	return &TemplateError{In: p.in, Line: strings.Count(before, "\n") + 1, Column: utf8.RuneCountInString(before[line:]) + 1, What: what, Do: do}
}
