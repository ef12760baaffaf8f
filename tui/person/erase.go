package person

import (
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"talentmap/model"
	"talentmap/store"
	"talentmap/tui/overlay"
	"talentmap/tui/pane"
	"talentmap/tui/theme"
)

// erasing asks once more, in writing, with what goes before one's eyes, and then
// erases: records at once, the bytes in the file within a second or so.
type erasing struct {
	*overlay.Form
	env *pane.Env
	st  Store
	her model.Person
	gen int
}

var _ pane.Overlay = (*erasing)(nil)

func newErasing(env *pane.Env, st Store, d *store.Dossier) *erasing {
	e := &erasing{env: env, st: st, her: d.Person}
	word := e.word()
	label := "Type erase"
	if word != "" {
		label = "Type " + word + ", or erase"
	}
	e.Form = overlay.NewForm(env, "Erase "+d.Person.Name, []overlay.Field{{Label: label}}, func(v []string) (tea.Cmd, error) {
		if text := model.NameKey(v[0]); text == "" || text != "erase" && text != model.NameKey(word) {
			return nil, fmt.Errorf("nothing was erased: %s to go on, %s", strings.ToLower(label[:1])+label[1:], env.Say("{form.cancel} to leave"))
		}
		return e.begin(), nil
	}).Intro(fmt.Sprintf("%s (%s): %s.\n\nAll of it goes, also out of the file, and she is not imported again. It can't be taken back.",
		d.Person.Name, d.Person.ID, Holdings(d))).Stay()
	return e
}

// word is the family name: the last word of the name, "" for a name of signs.
func (e *erasing) word() string {
	words := strings.Fields(e.her.Name)
	if len(words) == 0 || model.NameKey(words[len(words)-1]) == "" {
		return ""
	}
	return words[len(words)-1]
}

// erased is the end of an erasure.
type erased struct {
	pane.Owner
	done store.Erased
	err  error
}

func (e *erasing) begin() tea.Cmd {
	e.gen++
	e.Busy("erasing: the records, then the file …")
	st, user, id, owner := e.st, e.env.User, e.her.ID, e.owner()
	return pane.Request(pane.Job{What: "erasing " + e.her.Name, Owner: owner, Run: func(func(pane.Done)) tea.Msg {
		done, err := st.Erase(user, id)
		return erased{owner, done, err}
	}})
}

func (e *erasing) owner() pane.Owner { return pane.Owner{ID: e.PaneID(), Gen: e.gen} }

// Update types, tells how long it takes, and closes the form and the page of whom
// there is nothing left to show.
func (e *erasing) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case pane.Progress:
		if msg.Gen == e.gen {
			e.Busy(fmt.Sprintf("erasing: the records, then the file … %.1f s", msg.Took.Seconds()))
		}
		return nil
	case erased:
		return e.end(msg)
	}
	return e.Form.Update(msg)
}

func (e *erasing) end(msg erased) tea.Cmd {
	e.gen++
	if msg.err != nil {
		return e.Fail(msg.err)
	}
	done, left := Aftermath(&msg.done)
	then := []tea.Cmd{pane.Request(pane.Close{}), pane.Request(pane.Toast{Text: done})}
	if len(left) > 0 {
		env := e.env
		then = append(then, pane.Request(pane.Show{Overlay: overlay.NewReader(env, "Erased, but", func(w int) []string {
			s := &pane.Sheet{Env: env, W: w}
			for _, l := range left {
				s.Wrapped(theme.Text, 0, l)
			}
			return s.Lines
		})}))
	}
	return pane.Request(pane.Close{Then: tea.Sequence(then...)})
}
