package stock

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
	acts := []action.Action{
		{ID: "stock.open", Group: "stock", Short: "open", Long: "Look at who is in the sequence, at which touch; open the template or the thing on the shelf, to be changed.", Keys: []string{"enter", "l", "right"}, Footer: true, Why: p.notOpened, Run: p.open},
		{ID: "stock.edit", Group: "stock", Short: "edit", Long: "Change the template or the sequence under the cursor, which makes a new version of it, or the thing on the shelf.", Keys: []string{"e"}, Footer: true, Why: p.nothing, Run: p.edit},
		{ID: "stock.new", Group: "stock", Short: "new", Long: "Write a template, put something onto the shelf, or make a sequence.", Keys: []string{"i"}, Footer: true, Why: p.notRead, Run: p.add},
		{ID: "stock.versions", Group: "stock", Short: "versions", Long: "Look at the versions of the template, and bring one back.", Keys: []string{"b"}, Footer: true, Why: p.noTemplate, Run: p.versions},
		{ID: "stock.remove", Group: "stock", Short: "remove", Long: "Remove the template or the sequence, or take the thing off the shelf. Drafts and touches keep what they have of it; whoever is in the sequence goes on by its days.", Keys: []string{"x"}, Danger: true, Undoable: true, Ask: p.askRemove, Why: p.nothing, Run: p.remove},
		{ID: "stock.turn", Group: "stock", Short: "next list", Long: "Go from the templates to the shelf, to the sequences, and to the templates again.", Keys: []string{"tab"}, Footer: true, Run: p.turner(1)},
		{ID: "stock.turn-back", Group: "stock", Short: "list before", Long: "Go to the list before.", Keys: []string{"shift+tab"}, Run: p.turner(-1)},
		pane.Back("stock", "Close the page.", pane.ClosePage),
	}
	return append(acts, pane.Moves("stock", pane.Shown(p.list))...)
}

// list is the one that is shown.
func (p *Pane) list() pane.Marker {
	switch p.shown {
	case theShelf:
		return p.shelf
	case theSequences:
		return p.plans
	}
	return p.texts
}

func (p *Pane) notRead() string {
	if !p.texts.Read() {
		return "the page is being read"
	}
	return ""
}

func (p *Pane) nothing() string {
	switch {
	case !p.texts.Read():
		return p.notRead()
	case p.shown == theShelf && p.shelf.Current() == nil:
		return "the shelf is empty: {stock.new} puts something onto it"
	case p.shown == theSequences && p.plans.Current() == nil:
		return "there is no sequence: {stock.new} makes one"
	case p.shown == theTemplates && p.texts.Current() == nil:
		return "there is no template: {stock.new} writes one"
	}
	return ""
}

func (p *Pane) noTemplate() string {
	if p.shown != theTemplates {
		return "versions are brought back of templates only: {stock.turn} goes to the next list"
	}
	return p.nothing()
}

// turner goes n lists on.
func (p *Pane) turner(n int) func() tea.Cmd {
	return func() tea.Cmd {
		p.shown = (p.shown + shown(n) + lists) % lists
		if p.shown == theSequences {
			return p.count()
		}
		return nil
	}
}

// notOpened is why there is nothing to look at more closely.
func (p *Pane) notOpened() string {
	if off := p.nothing(); off != "" || p.shown != theSequences {
		return off
	}
	return p.nobodyInIt()
}

func (p *Pane) open() tea.Cmd {
	if p.shown == theSequences {
		return p.openPeople()
	}
	return p.edit()
}

func (p *Pane) askRemove() string {
	switch p.shown {
	case theShelf:
		return fmt.Sprintf("Take “%s” off the shelf?", p.shelf.Current().Title)
	case theSequences:
		return p.askRemoveSequence()
	}
	return fmt.Sprintf("Remove the template “%s”?", p.texts.Current().Name)
}

func (p *Pane) remove() tea.Cmd {
	switch p.shown {
	case theShelf:
		s := *p.shelf.Current()
		return p.change(nil, "took “"+s.Title+"” off the shelf", func(tx *store.Tx) error { return tx.RemoveShelfItem(s.ID) })
	case theSequences:
		s := *p.plans.Current()
		return p.change(nil, "removed the sequence “"+s.Name+"”", func(tx *store.Tx) error { return tx.RemoveSequence(s.ID) })
	}
	t := *p.texts.Current()
	return p.change(nil, "removed the template “"+t.Name+"”", func(tx *store.Tx) error { return tx.RemoveTemplate(t.ID) })
}

// kept is the end of a change.
type kept struct {
	pane.Owner
	form *overlay.Form // that it came from; nil: none
	text string
	err  error
	show func() // puts the cursor on what is new; nil: nothing is
}

// change changes the store; a form that it came from stays open until that has
// succeeded.
func (p *Pane) change(form *overlay.Form, what string, fn func(tx *store.Tx) error) tea.Cmd {
	return p.put(form, what, fn, nil)
}

// put is change of something that show puts the cursor on.
func (p *Pane) put(form *overlay.Form, what string, fn func(tx *store.Tx) error, show func()) tea.Cmd {
	st, by, owner := p.deps.Store, store.By(p.Env.User, what), p.Owner(0)
	return func() tea.Msg {
		_, err := st.Edit(by, fn)
		return kept{Owner: owner, form: form, text: what, err: err, show: show}
	}
}

func (p *Pane) tell(msg kept) tea.Cmd {
	if msg.err == nil && msg.show != nil {
		msg.show()
	}
	switch told := pane.Request(pane.Toast{Text: msg.text, Next: pane.TakesBack}); {
	case msg.err != nil && msg.form != nil:
		return msg.form.Fail(msg.err)
	case msg.err != nil:
		return pane.Request(pane.Fail(msg.err))
	case msg.form != nil:
		return pane.Request(pane.Close{Then: told})
	default:
		return told
	}
}

// versions shows the versions of the template, the newest first.
func (p *Pane) versions() tea.Cmd {
	t, env := *p.texts.Current(), p.Env
	all := t.Versions()
	choices := make([]overlay.Choice, len(all))
	for i := range all {
		v := &all[i]
		choices[i] = overlay.Choice{
			Title: fmt.Sprintf("version %d", v.Version), Note: fmt.Sprintf("%s by %s", v.At.In(env.Now().Location()).Format("2006-01-02 15:04"), v.By),
			Shows: func(w int) []string { return wording(env, &v.Wording, w) },
			Run:   func() tea.Cmd { return p.restore(t, v) },
		}
		if i == 0 {
			choices[i].Off = "it is the one that stands"
		}
	}
	return pane.Request(pane.Show{Overlay: overlay.NewChooser(env, "Versions of “"+t.Name+"”", choices)})
}

// restore makes a new version of an earlier one.
func (p *Pane) restore(t model.Template, v *model.PastWording) tea.Cmd {
	user, now := p.Env.User, p.Env.Now()
	return p.change(nil, fmt.Sprintf("brought version %d of the template “%s” back", v.Version, t.Name), func(tx *store.Tx) error {
		t.Revise(v.Wording, user, now)
		return tx.PutTemplate(&t)
	})
}

// wording are the lines of a text with its fields.
func wording(env *pane.Env, w *model.Wording, width int) []string {
	s := pane.Sheet{Env: env, W: width}
	s.Text(theme.Dim, "via "+string(w.Channel)+inLanguage(w.Lang))
	if w.Subject != "" {
		s.Wrapped(theme.Strong, 0, w.Subject)
	}
	s.Gap()
	s.Wrapped(theme.Text, 0, w.Body)
	return s.Lines
}

func inLanguage(lang string) string {
	if lang == "" {
		return ""
	}
	return ", " + lang
}
