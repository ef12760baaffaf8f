package config

import (
	"strconv"
	"strings"

	"github.com/pelletier/go-toml/v2/unstable"

	"talentmap/model"
)

// senderField is one of the lines that say who writes.
type senderField struct {
	name, means string
	of          func(*model.Sender) *string
	wrong       func(text string) (what, do string) // nil: any text will do
}

// senderFields are the lines in the order in which they are written.
func senderFields() []senderField {
	return []senderField{
		{"name", "your name", func(s *model.Sender) *string { return &s.Name }, nil},
		{"title", "your title", func(s *model.Sender) *string { return &s.Title }, nil},
		{"company", "the company that you write for", func(s *model.Sender) *string { return &s.Company }, nil},
		{"address", "where post reaches it", func(s *model.Sender) *string { return &s.Address }, nil},
		{"email", "your address: what an e-mail comes from", func(s *model.Sender) *string { return &s.Email }, wrongEmail},
		{"opt-out", "the line that says how to end it; one is made where this is empty", func(s *model.Sender) *string { return &s.OptOut }, nil},
		{"privacy", "the link to your privacy notice", func(s *model.Sender) *string { return &s.Privacy }, wrongLink},
		{"unsubscribe", "an https address that takes a one-click unsubscription (RFC 8058); leave it empty where there is none", func(s *model.Sender) *string { return &s.Unsubscribe }, wrongSecureLink},
	}
}

func wrongEmail(text string) (what, do string) {
	if _, ok := model.NormalizeEmail(text); !ok {
		return "email is no address", "write it like ada@example.com"
	}
	return "", ""
}

func wrongLink(text string) (what, do string) {
	if err := model.CheckLink(text); err != nil {
		return "privacy is no link", "write the whole address, such as https://example.com/privacy"
	}
	return "", ""
}

func wrongSecureLink(text string) (what, do string) {
	if err := model.CheckLink(text); err != nil || !strings.HasPrefix(text, "https://") {
		return "unsubscribe is no https link", "write the whole address, such as https://example.com/stop"
	}
	return "", ""
}

func (p *parser) takeSender(e *entry) {
	fields := senderFields()
	var names []string
	for _, f := range fields {
		if names = append(names, f.name); f.name != e.path[1].text || len(e.path) > 2 {
			continue
		}
		if e.value.kind != unstable.String {
			p.wrongType(e, "a text in quotes")
			return
		}
		text := model.CleanLine(e.value.text)
		if f.wrong != nil && text != "" {
			if what, do := f.wrong(text); what != "" {
				p.problem(e.value.at, what, do)
				return
			}
		}
		*f.of(&p.s.Sender) = text
		return
	}
	p.problem(e.path[1].at, "a sender has no "+shown(e.path[1].text), nearest(e.path[1].text, names))
}

// sender writes the table of who writes.
func (w *writer) sender() {
	var none model.Sender
	for _, f := range senderFields() {
		w.set(f.name, literal(*f.of(&w.s.Sender)), literal(*f.of(&none)), f.means)
	}
}

// literal is a text as TOML has it. What Go would write as \x is written as \u.
func literal(text string) string {
	quoted := strconv.Quote(text)
	if !strings.Contains(quoted, `\x`) {
		return quoted
	}
	return strings.ReplaceAll(quoted, `\x`, `\u00`)
}
