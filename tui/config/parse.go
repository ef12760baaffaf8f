package config

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"sync"
	"unicode"

	"github.com/pelletier/go-toml/v2/unstable"
)

// parser makes settings of the entries of a file.
type parser struct {
	file  string
	data  []byte
	known func() Known
	s     Settings
	keys  []keyEntry
	taken map[string]string // by every line that is typed
	theme word              // where the theme was chosen
	all   []Problem
}

// keyEntry is the keys that were written for one action.
type keyEntry struct {
	id   word
	keys []word
}

// Parse reads a config. The settings have what is right in it, and the problems
// everything that is not, in the order of the file; a file that is no TOML leaves
// the defaults. known is asked for only where the file names actions or columns.
func Parse(file string, data []byte, known func() Known) (Settings, []Problem) {
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	entries, bad := read(file, data)
	if bad != nil {
		return Defaults(), []Problem{*bad}
	}
	p := &parser{file: file, data: data, known: sync.OnceValue(known), s: Defaults(), theme: word{at: nowhere}}
	for i := range entries {
		p.entry(&entries[i])
	}
	p.checkTheme()
	if len(p.keys) > 0 {
		p.bind()
	}
	return p.s, sorted(p.all)
}

// setting is one of the words that a config begins with.
type setting struct {
	name  string
	table bool
	means string
	take  func(p *parser, e *entry)
}

// settings are the words, in the order in which they are written and explained.
func settings() []setting {
	return []setting{
		{"theme", false, "The look: auto (by the terminal's background), dark, light, plain (no colours), or the name of one of your own themes.", (*parser).takeTheme},
		{"mouse", false, "Whether the workbench takes the mouse. Without it the terminal selects text by itself; with it, hold shift while you select.", func(p *parser, e *entry) { p.boolean(e, &p.s.Mouse) }},
		{"ascii", false, "Whether only ASCII is drawn: auto (where the locale is not UTF-8), always or never.", (*parser).takeASCII},
		{"screen-reader", false, "For a screen reader: no frames, no colours, words for signs, one pane at a time, and the cursor on the selected row. As --plain does.", func(p *parser, e *entry) { p.boolean(e, &p.s.ScreenReader) }},
		{"sender", true, "Who writes: what a message says of you, and what an e-mail has to say by law.", (*parser).takeSender},
		{"columns", true, "The columns of lists, in your order.", (*parser).takeColumns},
		{"themes", true, "Themes of your own: one of ours with other colours.", (*parser).takeThemes},
		{"keys", true, "The keys of actions, by the action's ID: one key, or several in brackets.", (*parser).takeKeys},
	}
}

func (p *parser) entry(e *entry) {
	all := settings()
	i := slices.IndexFunc(all, func(s setting) bool { return s.name == e.path[0].text })
	if i < 0 {
		names := make([]string, len(all))
		for i, s := range all {
			names[i] = s.name
		}
		p.problem(e.path[0].at, fmt.Sprintf("there is no setting %s", shown(e.path[0].text)), nearest(e.path[0].text, names))
		return
	}
	switch s := all[i]; {
	case s.table && len(e.path) == 1 && e.value.kind != unstable.Table:
		p.problem(e.value.at, s.name+" is a table", "write ["+s.name+"], and below it a line for each")
	case s.table && len(e.path) == 1:
	case !s.table && (len(e.path) > 1 || e.value.kind == unstable.Table):
		p.problem(e.path[0].at, s.name+" is one value and no table", "write "+s.name+" = …")
	default:
		s.take(p, e)
	}
}

func (p *parser) problem(at place, what, do string) {
	line, column := at.in(p.data)
	p.all = append(p.all, Problem{File: p.file, Line: line, Column: column, What: what, Do: do})
}

// shown is a word of the file as a message can hold it.
func shown(s string) string {
	odd := func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !strings.ContainsRune("_.+-", r)
	}
	if s == "" || len(s) > 40 || strings.ContainsFunc(s, odd) {
		return fmt.Sprintf("%+.40q", s)
	}
	return s
}

// kinds are what a value can be, in words.
var kinds = map[unstable.Kind]string{
	unstable.String: "a text", unstable.Bool: "true or false", unstable.Integer: "a number", unstable.Float: "a number",
	unstable.Array: "a list", unstable.Table: "a table", unstable.ArrayTable: "a table", unstable.InlineTable: "a table",
}

// wrongType says what a value should have been.
func (p *parser) wrongType(e *entry, want string) {
	is, ok := kinds[e.value.kind]
	if !ok {
		is = "a date or a time"
	}
	p.problem(e.value.at, fmt.Sprintf("%s is %s, and not %s", shown(e.path[len(e.path)-1].text), want, is), "")
}

func (p *parser) boolean(e *entry, to *bool) {
	if e.value.kind != unstable.Bool {
		p.wrongType(e, "true or false, without quotes")
		return
	}
	*to = e.value.text == "true"
}

func (p *parser) takeASCII(e *entry) {
	times := []string{string(ByItself), string(Always), string(Never)}
	switch {
	case e.value.kind != unstable.String:
		p.wrongType(e, list(quoted(times), "or"))
	case !slices.Contains(times, e.value.text):
		p.problem(e.value.at, fmt.Sprintf("ascii is %s, and not %s", list(quoted(times), "or"), shown(e.value.text)), "")
	default:
		p.s.ASCII = When(e.value.text)
	}
}

func quoted(words []string) []string {
	out := make([]string, len(words))
	for i, w := range words {
		out[i] = `"` + w + `"`
	}
	return out
}

// words are the texts of a list; what is no text is a problem, and ok is false
// where there is no list at all.
func (p *parser) words(e *entry, want string) (out []word, ok bool) {
	if e.value.kind != unstable.Array {
		p.wrongType(e, want)
		return nil, false
	}
	for _, v := range e.value.list {
		if v.kind != unstable.String {
			p.problem(v.at, fmt.Sprintf("%s is %s", shown(e.path[len(e.path)-1].text), want), "put each in quotes")
			return nil, false
		}
		out = append(out, word{v.text, v.at})
	}
	return out, true
}
