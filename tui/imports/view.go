package imports

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"

	"talentmap/edge/intake"
	"talentmap/model"
	"talentmap/tui/pane"
	"talentmap/tui/theme"
	"talentmap/tui/widget"
)

// detailHeight is how many lines tell of the import under the cursor.
const detailHeight = 5

// The columns beside the file's name, in cells.
const (
	whenWidth   = 11
	numberWidth = 8
	stateWidth  = 12
)

// few is how many of the five counts a narrow page has room for.
const few = 2

func numbers(w int) int {
	if w < 70 {
		return few
	}
	return 5
}

// View is the heading, the imports, and what the one under the cursor told.
func (p *Pane) View() string {
	return p.Kept(p.draw)
}

func (p *Pane) draw() string {
	if !p.list.Read() || p.W <= 0 || p.H <= 0 {
		return widget.Block(nil, p.W, p.H)
	}
	if p.list.Len() == 0 {
		return p.empty()
	}
	lines := []string{string(p.line(nil, widget.RowState{}, theme.Dim, "when", "file", "new", "changed", "same", "review", "out", ""))}
	lines = widget.Lines(p.list.Lines(lines), p.W, max(p.H-detailHeight, 2))
	return widget.Block(append(lines, p.detail()...), p.W, p.H)
}

func (p *Pane) row(b []byte, imp *intake.Past, _ int, st widget.RowState) []byte {
	when := imp.At.In(p.Env.Now().Location()).Format("2006-01-02")
	if imp.BackBy != "" {
		return p.line(b, st, theme.Dim, when, imp.Source, "", "", "", "", "", "taken back")
	}
	state := ""
	if !imp.Done {
		state = "interrupted"
	}
	n := func(count int) string {
		if count == 0 {
			return p.Env.Theme.Glyphs.None
		}
		return fmt.Sprint(count)
	}
	return p.line(b, st, theme.Text, when, imp.Source, n(imp.New), n(imp.Changed), n(imp.Same), n(imp.Review), n(imp.Bad+imp.Erased), state)
}

func (p *Pane) line(b []byte, st widget.RowState, tok theme.Token, when, file, fresh, changed, same, review, out, state string) []byte {
	l, cut := widget.NewLine(b, p.Env.Theme, st.Selected), p.Env.Theme.Glyphs.Ellipsis
	bar, sign := st.Bar(p.Env.Theme)
	l.Left(bar, sign, 1)
	l.Left(theme.Dim, when, whenWidth)
	counts := []string{fresh, changed, same, review, out}[:numbers(p.W)]
	fileW := max(p.W-1-whenWidth-len(counts)*numberWidth-p.stateW, 0)
	l.Left(tok, widget.Cut(file, fileW-1, cut), fileW)
	for _, n := range counts {
		l.Right(tok, n, numberWidth)
	}
	if tok == theme.Text {
		tok = theme.Warm
	}
	l.Right(tok, state, p.stateW)
	return l.Bytes()
}

// detail is what the import under the cursor was and told.
func (p *Pane) detail() []string {
	imp := p.list.Current()
	if imp == nil {
		return nil
	}
	s := &pane.Sheet{Env: p.Env, W: p.W}
	s.Gap()
	s.Text(theme.Text, " "+widget.Cut(imp.Source, p.W-2, p.Env.Theme.Glyphs.Ellipsis)) // the row may have no room for all of it
	if imp.BackBy != "" {
		s.Text(theme.Dim, strings.TrimRight(fmt.Sprintf(" %s, by %s at %s: %s", imp.ID, imp.By, p.at(imp.At), imp.Counts), ": "))
		s.Wrapped(theme.Warm, 1, fmt.Sprintf("taken back by %s at %s: ", imp.BackBy, p.at(imp.BackAt))+
			p.Env.Say("{redo} brings back what you took back last, {import} imports it again"))
		return s.Lines
	}
	what := fmt.Sprintf(" %s, %s, by %s at %s", imp.ID, imp.Dialect, imp.By, p.at(imp.At))
	if imp.Rows > 0 {
		what += ": " + model.PeopleInRows(imp.People, imp.Rows, imp.Review+imp.Erased+imp.Bad)
	}
	s.Text(theme.Dim, what)
	if numbers(p.W) == few {
		s.Text(theme.Dim, fmt.Sprintf(" %d the same, %d for review, %d left out", imp.Same, imp.Review, imp.Bad+imp.Erased))
	}
	switch text := inWords(imp.News); {
	case !imp.Done:
		s.Wrapped(theme.Warm, 1, "cut short: import it again to complete it, or take back what went in")
	case text != "":
		s.Text(theme.Accent, " news: "+text)
	case imp.New+imp.Changed == 0 && imp.Noted > 0:
		s.Wrapped(theme.Dim, 1, fmt.Sprintf("the first time that its source told of %d of them: what it says is remembered", imp.Noted))
	}
	return s.Lines
}

func (p *Pane) at(t time.Time) string { return t.In(p.Env.Now().Location()).Format("2006-01-02 15:04") }

// inWords is the news by kind: "5 moved, 2 promoted".
func inWords(news map[model.NewsKind]int) string {
	kinds := slices.Sorted(maps.Keys(news))
	parts := make([]string, len(kinds))
	for i, k := range kinds {
		parts[i] = fmt.Sprintf("%d %s", news[k], k)
	}
	return strings.Join(parts, ", ")
}

func count(news map[model.NewsKind]int) (n int) {
	for _, c := range news {
		n += c
	}
	return n
}

func (p *Pane) empty() string {
	s := pane.Sheet{Env: p.Env, W: p.W}
	s.Gap()
	s.Text(theme.Strong, " Nothing has been imported yet.")
	s.Says(theme.Dim, 1, "{import} imports a file of people: it shows what it would do before anything is written.")
	return widget.Block(s.Lines, p.W, p.H)
}
