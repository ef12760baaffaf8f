package store_test

import (
	"fmt"
	"testing"

	"talentmap/model"
	"talentmap/store"
)

func versions(t *testing.T, st *store.Store, id model.PersonID) (texts []string) {
	t.Helper()
	_ = st.View(func(tx *store.Tx) error {
		for v, err := range tx.VersionsOf(id) {
			if err != nil {
				t.Error(err)
			}
			texts = append(texts, v.Body)
		}
		return nil
	})
	return texts
}

func TestVersionsOfADraft(t *testing.T) {
	st, _ := clocked(t, store.Options{})
	p := placed(t, st, model.Outreach{})
	d := model.Draft{Person: p.ID, Channel: model.Email}
	if kept := must(st.KeepVersion("ada", &d, model.WhenLeft))(t); kept {
		t.Error("an empty text was kept")
	}
	for i := range 25 {
		d.Body = fmt.Sprint("text ", i)
		must(st.KeepVersion("ada", &d, model.WhenLeft))(t)
		if kept := must(st.KeepVersion("ada", &d, model.WhenSaved))(t); kept {
			t.Error("the same text was kept twice")
		}
	}
	if got := versions(t, st, p.ID); len(got) != model.MostDraftVersions || got[0] != "text 5" || got[19] != "text 24" {
		t.Errorf("kept are %q", got)
	}
	must(st.SaveDraft("ada", &d))(t)
	must(st.LogSent("ada", d))(t)
	if got := versions(t, st, p.ID); len(got) != 0 {
		t.Errorf("after the message went out there are %q", got)
	}
	undo(t, st, "ada")
	if got := versions(t, st, p.ID); len(got) != model.MostDraftVersions {
		t.Errorf("once that is taken back there are %q", got)
	}
}

// What is thrown away can be found among the versions, and comes back by undo.
func TestDiscardKeepsTheText(t *testing.T) {
	st, _ := clocked(t, store.Options{})
	p := placed(t, st, model.Outreach{})
	d := model.Draft{Person: p.ID, Channel: model.Email, Body: "Hello"}
	must(st.SaveDraft("ada", &d))(t)
	if err := st.Discard("ada", p.ID); err != nil {
		t.Fatal(err)
	}
	if got := versions(t, st, p.ID); len(got) != 1 || got[0] != "Hello" {
		t.Errorf("kept are %q", got)
	}
	if _, err := draft(st, p.ID); !isNotFound(err) {
		t.Errorf("the draft: %v", err)
	}
	undo(t, st, "ada")
	if d := must(draft(st, p.ID))(t); d.Body != "Hello" || len(versions(t, st, p.ID)) != 0 {
		t.Errorf("back is %+v", d)
	}
	if err := st.Discard("ada", 99); err != nil {
		t.Errorf("of nobody: %v", err)
	}
}

// A template that a sequence uses does not go, by whatever way, and of two with a name
// one is refused.
func TestTemplatesAreHeldTogether(t *testing.T) {
	st, _ := clocked(t, store.Options{})
	tp := model.Template{Name: "First", Now: model.Wording{Channel: model.Email, Body: "Hi"}}
	edit(t, st, "ada", "a template", func(tx *store.Tx) error { return tx.PutTemplate(&tp) })
	s := model.Sequence{Name: "S", Steps: []model.Step{{Channel: model.Email, Template: tp.ID}, {Channel: model.Email, Gap: 2}, {Channel: model.Email, Gap: 2}}}
	edit(t, st, "ben", "a sequence", func(tx *store.Tx) error { return tx.PutSequence(&s) })
	refusedUndo(t, st, "ada", `the sequence "S" uses it`)
	for name, fn := range map[string]func(tx *store.Tx) error{
		"removing it":   func(tx *store.Tx) error { return tx.RemoveTemplate(tp.ID) },
		"the same name": func(tx *store.Tx) error { return tx.PutTemplate(&model.Template{Name: "FIRST", Now: tp.Now}) },
		"a wrong one": func(tx *store.Tx) error {
			return tx.PutTemplate(&model.Template{Name: "x", Now: model.Wording{Channel: model.Email, Body: "{{x}}"}})
		},
		"a lost one": func(tx *store.Tx) error {
			return tx.PutSequence(&model.Sequence{Name: "T", Steps: []model.Step{{Channel: model.Email, Template: 99}, s.Steps[1], s.Steps[2]}})
		},
		"two touches": func(tx *store.Tx) error { return tx.PutSequence(&model.Sequence{Name: "U", Steps: s.Steps[:2]}) },
		"a shared link": func(tx *store.Tx) error {
			return tx.PutShelfItem(&model.ShelfItem{Title: "x", Link: "javascript:alert(1)"})
		},
		"without a name": func(tx *store.Tx) error { return tx.PutShelfItem(&model.ShelfItem{}) },
	} {
		if _, err := st.Edit(store.By("ada", "x"), fn); err == nil {
			t.Errorf("%s was taken", name)
		}
	}
}
