package config

import (
	"errors"
	"strconv"
	"strings"

	"github.com/pelletier/go-toml/v2/unstable"

	"talentmap/model"
)

// SenderField is one of the lines that say who writes.
type SenderField struct {
	Name, Means string
	Of          func(*model.Sender) *string
	wrong       func(text string) (what, do string) // nil: any text will do
}

// SenderFields are the lines in the order in which they are written.
func SenderFields() []SenderField {
	return []SenderField{
		{"name", "your name", func(s *model.Sender) *string { return &s.Name }, nil},
		{"title", "your title", func(s *model.Sender) *string { return &s.Title }, nil},
		{"company", "the company that you write for", func(s *model.Sender) *string { return &s.Company }, nil},
		{"address", "where post reaches it", func(s *model.Sender) *string { return &s.Address }, nil},
		{"email", "your address: what an e-mail comes from", func(s *model.Sender) *string { return &s.Email }, wrongEmail},
		{"opt-out", "the line that says how to stop; empty: one is made", func(s *model.Sender) *string { return &s.OptOut }, nil},
		{"privacy", "the link to your privacy notice", func(s *model.Sender) *string { return &s.Privacy }, wrongLink},
		{"unsubscribe", "https address of one-click unsubscribing (RFC 8058)", func(s *model.Sender) *string { return &s.Unsubscribe }, wrongSecureLink},
	}
}

// Set takes a text as it was typed; the error says what is wrong with it, and what to do.
func (f *SenderField) Set(s *model.Sender, text string) error {
	text = model.CleanLine(text)
	if f.wrong != nil && text != "" {
		if what, do := f.wrong(text); what != "" {
			return errors.New(what + ": " + do)
		}
	}
	*f.Of(s) = text
	return nil
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
	fields := SenderFields()
	var names []string
	for _, f := range fields {
		if names = append(names, f.Name); f.Name != e.path[1].text || len(e.path) > 2 {
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
		*f.Of(&p.s.Sender) = text
		return
	}
	p.problem(e.path[1].at, "a sender has no "+shown(e.path[1].text), nearest(e.path[1].text, names))
}

// sender writes the table of who writes.
func (w *writer) sender() {
	var none model.Sender
	for _, f := range SenderFields() {
		w.set(f.Name, literal(*f.Of(&w.s.Sender)), literal(*f.Of(&none)), f.Means)
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
