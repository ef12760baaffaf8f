package person_test

import (
	"path/filepath"
	"slices"
	"testing"

	tea "charm.land/bubbletea/v2"

	"talentmap/model"
	"talentmap/scoring"
	"talentmap/store"
	"talentmap/store/storetest"
	"talentmap/tui/action"
	"talentmap/tui/pane"
	"talentmap/tui/pane/panetest"
	"talentmap/tui/person"
	"talentmap/tui/theme"
)

// Who walks faster than people are read sees the last one, and never a mixture.
func TestWalkingFasterThanReading(t *testing.T) {
	st := storetest.OpenAt(t, filepath.Join(t.TempDir(), "talent.db"))
	if _, err := st.Edit(store.By("ada", "set up"), func(tx *store.Tx) error {
		for _, name := range []string{"Ana One", "Bo Two", "Cleo Three"} {
			if err := tx.PutPerson(&model.Person{Name: name}); err != nil {
				return err
			}
		}
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	weights := scoring.Default()
	env := &pane.Env{Theme: theme.Dark(), Keys: panetest.Keys(), User: "ada", Now: storetest.Now}
	page := person.New(env, person.Deps{Store: st, Weights: &weights}, 1, &pane.Among{Name: "three", IDs: []model.PersonID{1, 2, 3}})
	page.SetSize(80, 20)
	page.Update(page.Load()())
	next, _ := action.Find(page.Actions(), "ctrl+n")
	cmds := []tea.Cmd{next.Run(), next.Run(), next.Run()}
	var asked []tea.Msg
	for len(cmds) > 0 {
		cmd := cmds[0]
		cmds = cmds[1:]
		if cmd == nil {
			continue
		}
		switch msg := cmd().(type) {
		case tea.BatchMsg:
			cmds = append(cmds, msg...)
		case pane.WalkedTo, pane.Toast:
			asked = append(asked, msg)
		default:
			cmds = append(cmds, page.Update(msg))
		}
	}
	if got, want := page.Title(), "Cleo Three · 3 of 3 · three"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	if page.Preview().Person.ID != 3 || len(asked) != 3 || !slices.Contains(asked, tea.Msg(pane.WalkedTo{ID: 3})) {
		t.Errorf("person %d, asked %v", page.Preview().Person.ID, asked)
	}
}
