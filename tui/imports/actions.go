package imports

import (
	"fmt"

	tea "charm.land/bubbletea/v2"

	"talentmap/model"
	"talentmap/store"
	"talentmap/tui/action"
	"talentmap/tui/overlay"
	"talentmap/tui/pane"
	"talentmap/tui/theme"
)

func (p *Pane) actions() []action.Action {
	return append([]action.Action{
		{ID: "imports.news", Group: "imports", Short: "news", Long: "Show what the file told to have changed, and of whom.", Keys: []string{"enter", "l", "right"}, Footer: true, Why: p.noNews, Run: p.readNews},
		{ID: "imports.undo", Group: "imports", Short: "take back", Long: "Take back the import under the cursor as a whole; asks first.", Keys: []string{"u"}, Footer: true, Run: p.askUndo},
		pane.Back("imports", "Close the page.", pane.ClosePage),
	}, pane.Moves("imports", p.list)...)
}

func (p *Pane) nothing() string {
	switch {
	case !p.list.Read():
		return "the imports are being read"
	case p.list.Current() == nil:
		return "nothing has been imported yet"
	}
	return ""
}

func (p *Pane) noNews() string {
	if why := p.nothing(); why != "" {
		return why
	}
	switch r := p.list.Current(); {
	case r.BackBy != "":
		return "it was taken back, and its news with it"
	case count(r.News) == 0:
		return "the file told no news"
	}
	return ""
}

// askUndo asks before the import goes. It is never off: its key would take back
// something else then, as it does everywhere.
func (p *Pane) askUndo() tea.Cmd {
	if why := p.nothing(); why != "" {
		return pane.Request(pane.Toast{Next: "take back: " + why})
	}
	imp := p.list.Current()
	if imp.BackBy != "" {
		return pane.Request(pane.Toast{Next: "take back: it was taken back before; {redo} brings back what you took back last"})
	}
	question := fmt.Sprintf("Take back the import of %s by %s: %d new, %d changed?", imp.Source, imp.By, imp.New, imp.Changed)
	st, user, id := p.deps.Store, p.Env.User, imp.ID
	return pane.Request(pane.Show{Overlay: overlay.NewConfirm(p.Env, question, func() tea.Cmd {
		return pane.Request(pane.Job{What: "taking it back", Run: func(func(pane.Done)) tea.Msg {
			return pane.TookBack(st.UndoImport(user, id))
		}})
	}).Next(pane.BringsBack)})
}

// told is the news of one import.
type told struct {
	pane.Owner
	file string
	news []headline
	err  error
}

type headline struct {
	name string
	model.News
}

func (p *Pane) readNews() tea.Cmd {
	imp, st := p.list.Current(), p.deps.Store
	owner, id, file := p.Owner(0), imp.ID, imp.Source
	return func() tea.Msg {
		msg := told{Owner: owner, file: file}
		msg.err = st.View(func(tx *store.Tx) error {
			for n, err := range tx.NewsBy(id) {
				if err != nil {
					return err
				}
				who, err := tx.Person(n.Person)
				if err != nil {
					return err
				}
				msg.news = append(msg.news, headline{name: who.Name, News: n})
			}
			return nil
		})
		return msg
	}
}

func (p *Pane) showNews(msg told) tea.Cmd {
	if msg.err != nil {
		return pane.Request(pane.Fail(msg.err))
	}
	env := p.Env
	return pane.Request(pane.Show{Overlay: overlay.NewReader(env, fmt.Sprintf("%s · %d news", msg.file, len(msg.news)), func(w int) []string {
		s := &pane.Sheet{Env: env, W: w}
		for _, n := range msg.news {
			s.Text(theme.Strong, n.name+" · "+string(n.Kind))
			if line := fromTo(&n.News); line != "" {
				s.Wrapped(theme.Text, 2, line)
			}
			s.Wrapped(theme.Dim, 2, fmt.Sprintf("%.0f%% sure: %s. %s", 100*n.Confidence, n.Evidence, n.Meaning))
		}
		return s.Lines
	})})
}

// fromTo is what was and what is.
func fromTo(n *model.News) string {
	switch {
	case n.From != "" && n.To != "":
		return n.From + " → " + n.To
	case n.From+n.To != "":
		return n.From + n.To
	}
	return ""
}
