package config

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/pelletier/go-toml/v2/unstable"

	"talentmap/tui/theme"
)

func (p *parser) takeTheme(e *entry) {
	if e.value.kind != unstable.String {
		p.wrongType(e, "a name in quotes")
		return
	}
	p.theme = word{e.value.text, e.value.at}
}

// checkTheme takes the theme that was chosen, now that all are known.
func (p *parser) checkTheme() {
	if p.theme.at == nowhere {
		return
	}
	all := p.s.ThemeNames()
	if !slices.Contains(all, p.theme.text) {
		p.problem(p.theme.at, "there is no theme "+shown(p.theme.text), nearest(p.theme.text, all))
		return
	}
	p.s.Theme = p.theme.text
}

// ThemeNames are the themes that there are: by the background, ours, the person's.
func (s *Settings) ThemeNames() []string {
	names := append([]string{Auto}, theme.Bases()...)
	own := len(names)
	for name := range s.Themes {
		names = append(names, name)
	}
	slices.Sort(names[own:])
	return names
}

// isName reports whether a theme can be called so: it is a key of TOML without quotes
// then.
func isName(s string) bool {
	odd := func(r rune) bool {
		return r >= utf8.RuneSelf || !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '-' && r != '_'
	}
	return s != "" && len(s) <= 40 && !strings.ContainsFunc(s, odd)
}

func (p *parser) takeThemes(e *entry) {
	name := e.path[1]
	switch {
	case !isName(name.text):
		p.problem(name.at, "a theme's name has letters, digits, - and _ only", "")
		return
	case name.text == Auto || slices.Contains(theme.Bases(), name.text):
		p.problem(name.at, name.text+" is a theme of ours", "give yours another name, and base = \""+name.text+"\" where it begins with that")
		return
	case len(e.path) > 3 || len(e.path) == 2 && e.value.kind != unstable.Table:
		p.problem(name.at, "a theme is a table of colours", "write [themes."+name.text+"], and below it lines such as accent = \"#89b4fa\"")
		return
	}
	if p.s.Themes == nil {
		p.s.Themes = map[string]theme.Spec{}
	}
	spec := p.s.Themes[name.text]
	if len(e.path) == 3 {
		p.colour(e, &spec)
	}
	p.s.Themes[name.text] = spec
}

// The words of a theme that are no tokens.
const (
	baseWord     = "base"
	selectedWord = "selected"
)

// colour takes one line of a theme.
func (p *parser) colour(e *entry, spec *theme.Spec) {
	key := e.path[2]
	if key.text == baseWord {
		if e.value.kind != unstable.String || !slices.Contains(theme.Bases(), e.value.text) {
			p.problem(e.value.at, "base is "+list(quoted(theme.Bases()), "or"), "")
			return
		}
		spec.Base = e.value.text
		return
	}
	words := []string{baseWord, selectedWord}
	tok := theme.Token(-1)
	for _, t := range theme.Tokens() {
		words = append(words, t.String())
		if t.String() == key.text {
			tok = t
		}
	}
	if tok < 0 && key.text != selectedWord {
		p.problem(key.at, "a theme has no "+shown(key.text), nearest(key.text, words))
		return
	}
	if e.value.kind != unstable.String && e.value.kind != unstable.Integer {
		p.wrongType(e, "a colour")
		return
	}
	c, err := theme.ParseColour(e.value.text)
	switch {
	case err != nil:
		what, do, _ := strings.Cut(err.Error(), ": ")
		p.problem(e.value.at, what, do)
	case key.text == selectedWord:
		spec.Selected = c
	default:
		if spec.Colours == nil {
			spec.Colours = map[theme.Token]theme.Colour{}
		}
		spec.Colours[tok] = c
	}
}
