package model

import (
	"errors"
	"fmt"
	"slices"
	"strings"
)

// FieldShape says how a field is written.
type FieldShape uint8

// A field is one line, a text of many lines, or a list with an item a line.
const (
	FieldLine FieldShape = iota
	FieldText
	FieldItems
)

// PersonField is one thing about a person that people enter and change, as the
// text in which they do.
//
//	for _, f := range model.PersonFields() {
//		fmt.Println(f.Name, f.Text(&p))
//	}
//
// Whatever is not a field — outreach, research, what sources have said — is not
// edited as text, and no edit touches it.
type PersonField struct {
	Name  string // "location": what forms, verbs, the journal and conflicts call it
	Hint  string // how it is written
	Shape FieldShape

	value personValue
}

// Text is the field's value as it is edited; of a list one item a line.
func (f *PersonField) Text(p *Person) string { return f.value.text(p) }

// Set gives the person the field's value from its text. A text that says what
// stands already changes nothing, and an item that stands already is kept as it
// is, whatever it looks like. The error names the field, of a list the line too,
// and says how it is written; then nothing has changed.
func (f *PersonField) Set(p *Person, text string) error {
	if text == f.value.text(p) {
		return nil
	}
	if err := f.value.set(p, text); err != nil {
		return fmt.Errorf("%s%w", f.Name, err)
	}
	return nil
}

// PersonFields are the fields in the order in which forms show them.
func PersonFields() []PersonField {
	line := func(name, hint string, at func(*Person) *string) PersonField {
		return PersonField{name, hint, FieldLine, lineValue{at}}
	}
	text := func(name, hint string, at func(*Person) *string) PersonField {
		return PersonField{name, hint, FieldText, textValue{at}}
	}
	words := func(name, hint string, at func(*Person) *[]string, read func(string) (string, error)) PersonField {
		return PersonField{name, hint, FieldItems, listValue[string]{at, CleanLine, each(CleanLine, read)}}
	}
	return []PersonField{
		{"name", "Ada Example", FieldLine, nameValue{lineValue{func(p *Person) *string { return &p.Name }}}},
		line("headline", "what she says of herself in a line", func(p *Person) *string { return &p.Headline }),
		line("location", "Berlin, Germany", func(p *Person) *string { return &p.Location }),
		{"time zone", "Europe/Berlin; empty: by the location", FieldLine, zoneValue{lineValue{func(p *Person) *string { return &p.Zone }}}},
		{"positions", "Company | Title | from | to, one a line, newest first", FieldItems, listValue[Position]{func(p *Person) *[]Position { return &p.Positions }, positionLine, readPositions}},
		words("e-mails", "ada@example.com, one a line", func(p *Person) *[]string { return &p.Contact.Emails }, readEmail),
		words("phones", "+49 30 1234567, one a line", func(p *Person) *[]string { return &p.Contact.Phones }, readPhone),
		words("links", "linkedin.com/in/ada, one a line", func(p *Person) *[]string { return &p.Contact.Links }, readLink),
		words("skills", "Go, one a line", func(p *Person) *[]string { return &p.Skills }, readAny),
		{"motivators", motivatorHint + ", one a line", FieldItems, listValue[Motivator]{func(p *Person) *[]Motivator { return &p.Motivators }, motivatorLine, each(motivatorLine, ParseMotivator)}},
		words("tags", "one a line", func(p *Person) *[]string { return &p.Background.Tags }, readAny),
		{"connections", connectionForm + ", one a line", FieldItems, listValue[Connection]{func(p *Person) *[]Connection { return &p.Background.Connections }, connectionLine, readConnections}},
		{"published", contentForm + ", one a line", FieldItems, listValue[Content]{func(p *Person) *[]Content { return &p.Background.Content }, contentLine, each(contentLine, readContent)}},
		{"custom", customForm + ", one a line", FieldItems, customValue{}},
		text("summary", "her own words", func(p *Person) *string { return &p.Summary }),
		text("notes", "what the team should know", func(p *Person) *string { return &p.Notes }),
	}
}

// ChangedFields are the names of the fields in which two versions of a person
// differ.
func ChangedFields(a, b *Person) []string {
	var names []string
	for _, f := range PersonFields() {
		if !f.value.same(a, b) {
			names = append(names, f.Name)
		}
	}
	return names
}

// each reads a list item by item. An item that stands already is kept.
func each[T any](show func(T) string, read func(string) (T, error)) func([]string, []T) ([]T, error) {
	return func(lines []string, old []T) ([]T, error) {
		out := make([]T, len(lines))
		for i, l := range lines {
			if at := slices.IndexFunc(old, func(v T) bool { return show(v) == l }); at >= 0 {
				out[i] = old[at]
				continue
			}
			var err error
			if out[i], err = read(l); err != nil {
				return nil, &lineError{i, err}
			}
		}
		return out, nil
	}
}

// lineError is what is wrong with one line of a list, counted from 0 among
// those with a text.
type lineError struct {
	at  int
	err error
}

func (e *lineError) Error() string { return e.err.Error() }
func (e *lineError) Unwrap() error { return e.err }

func readAny(s string) (string, error) { return s, nil }

func readEmail(s string) (string, error) {
	if e, ok := NormalizeEmail(s); ok {
		return e, nil
	}
	return "", fmt.Errorf("%.60q is not an e-mail address: write it like ada@example.com", s)
}

func readLink(s string) (string, error) {
	if l := NormalizeLink(s); l != "" {
		return l, nil
	}
	return "", fmt.Errorf("%.60q is not a link to a person: write it like linkedin.com/in/ada", s)
}

func readPhone(s string) (string, error) {
	if strings.ContainsAny(s, "0123456789") {
		return s, nil
	}
	return "", fmt.Errorf("%.60q has no digit: write it like +49 30 1234567", s)
}

const motivatorHint = "scope, compensation, technology or company stage"

func motivatorLine(m Motivator) string { return CleanLine(string(m)) }

// ParseMotivator reads a motivator by its name, in any case. The error says which
// there are.
func ParseMotivator(s string) (Motivator, error) {
	for _, m := range Motivators() {
		if SameText(s, string(m)) {
			return m, nil
		}
	}
	return "", fmt.Errorf("%.60q is no motivator: %s", s, motivatorHint)
}

var errNoName = errors.New(": a person needs a name")
