package composer

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"

	"talentmap/tui/overlay"
	"talentmap/tui/pane"
)

// numberKeys are the keys of the facts with a number.
func numberKeys() []string {
	keys := make([]string, mostNumbered)
	for i := range keys {
		keys[i] = fmt.Sprintf("alt+%d", i+1)
	}
	return keys
}

func (p *Pane) noFacts() string {
	if why := p.nobody(); why != "" {
		return why
	}
	if !slices.ContainsFunc(p.known, func(f Fact) bool { return f.Number > 0 }) {
		return "nothing is known of " + p.person.Person.Name + " that could stand in a text: {composer.open} opens her page"
	}
	return ""
}

// pickFact lists the facts; choosing one puts it into the text.
func (p *Pane) pickFact() tea.Cmd {
	items := make([]overlay.Item, len(p.known))
	for i := range p.known {
		f := &p.known[i]
		it := overlay.Item{Group: f.Group.String(), Title: f.Text, Off: f.Off}
		if f.Number > 0 {
			it.Key = strconv.Itoa(f.Number)
		}
		if says := f.Says; says != "" {
			it.Note = says
			it.Run = func() tea.Cmd { return p.insert(says) }
		}
		items[i] = it
	}
	return pane.Request(pane.Show{Overlay: overlay.NewPicker(p.env, "Facts of "+p.person.Person.Name, "a word, or a number: {picker.choose} puts it into the text", func(q string) []overlay.Item {
		return overlay.Filter(items, q)
	}).Whole()})
}

// insertNth puts the fact of a number into the text.
func (p *Pane) insertNth(n int) tea.Cmd {
	i := slices.IndexFunc(p.known, func(f Fact) bool { return f.Number == n+1 })
	if i < 0 {
		return pane.Request(pane.Toast{Next: fmt.Sprintf("no fact has the number %d: {composer.facts} lists them", n+1)})
	}
	return p.insert(p.known[i].Says)
}

// insert puts words at the cursor: of the subject while that is typed, else of the
// text, where one goes on to type.
func (p *Pane) insert(says string) tea.Cmd {
	b := p.buffer()
	if b == nil || p.away() != "" {
		return nil
	}
	p.stale = true
	if p.typing == nowhere {
		p.edit()
		p.typing = inBody
	}
	if p.typing == inBody {
		p.takeOut()
	}
	text, at := p.body.Text(), p.body.Offset()
	if p.typing == inSubject {
		text, at = p.subject.Text(), p.subject.Offset()
	}
	return p.typed(tea.PasteMsg{Content: fitted(says, text[:at], text[at:])})
}

// fitted is a piece of a sentence as it stands between two texts: blanks around it
// where words touch, and a capital where a sentence begins.
func fitted(says, before, after string) string {
	said := strings.TrimRightFunc(before, unicode.IsSpace)
	last, _ := utf8.DecodeLastRuneInString(said)
	if said == "" || strings.ContainsRune(".!?", last) || strings.Contains(before[len(said):], "\n\n") {
		first, n := utf8.DecodeRuneInString(says)
		says = string(unicode.ToUpper(first)) + says[n:]
	}
	if r, _ := utf8.DecodeLastRuneInString(before); before != "" && !unicode.IsSpace(r) && !strings.ContainsRune("([“‘\"'„«", r) {
		says = " " + says
	}
	if r, _ := utf8.DecodeRuneInString(after); after == "" || unicode.IsLetter(r) || unicode.IsDigit(r) {
		says += " "
	}
	return says
}

// fill takes out the field left open at the cursor where text comes in its place. Any
// other key leaves it there.
func (p *Pane) fill(msg tea.Msg) {
	if !p.filling {
		return
	}
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		if msg.Text == "" {
			p.filling = false
			return
		}
	case tea.PasteMsg:
	default:
		return
	}
	p.takeOut()
}

// takeOut takes out the field left open before which the cursor has been put.
func (p *Pane) takeOut() {
	if !p.filling {
		return
	}
	p.filling = false
	rest := p.body.Text()[p.body.Offset():]
	if end := strings.Index(rest, "}}"); end >= 0 && strings.HasPrefix(rest, "{{") {
		p.body.DeleteNext(end + len("}}"))
	}
}
