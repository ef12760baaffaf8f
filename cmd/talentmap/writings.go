package main

import (
	"fmt"
	"strings"

	"talentmap/edge/playbook"
	"talentmap/model"
	"talentmap/store"
)

// writings are the templates, sequences and shared things of a database.
type writings struct {
	templates []model.Template
	sequences []model.Sequence
	shelf     []model.ShelfItem
}

// readWritings reads them, and puts in those that come with the program where there
// never were any.
func (a *app) readWritings(st *store.Store) (w writings, err error) {
	put, err := playbook.PutIn(st, a.user)
	if err != nil {
		return w, err
	}
	if put {
		a.tell("put in the templates that come with the program: `talentmap template list` shows them")
	}
	err = st.View(func(tx *store.Tx) (err error) {
		if w.templates, err = all(tx.Templates()); err != nil {
			return err
		}
		if w.sequences, err = all(tx.Sequences()); err != nil {
			return err
		}
		w.shelf, err = all(tx.Shelf())
		return err
	})
	return w, err
}

// all are the values of a scan, up to one that can't be read.
func all[T any](seq func(func(T, error) bool)) (values []T, err error) {
	for v, err := range seq {
		if err != nil {
			return values, err
		}
		values = append(values, v)
	}
	return values, nil
}

// named is the one of some that a text means, see [model.Meant].
func named[T any](values []T, noun, arg, list string, id, name func(*T) string) (v T, err error) {
	one, begins := model.Meant(values, arg, id, name)
	switch {
	case one != nil:
		return *one, nil
	case len(begins) == 0:
		return v, fmt.Errorf("there is no %s %q: `talentmap %s` lists them", noun, model.CleanLine(arg), list)
	}
	said := make([]string, len(begins))
	for i, x := range begins {
		said[i] = fmt.Sprintf("%s %s", id(x), model.CleanLine(name(x)))
	}
	return v, fmt.Errorf("%q is more than one %s: %s", model.CleanLine(arg), noun, strings.Join(said, ", "))
}

func (w *writings) template(arg string) (model.Template, error) {
	return named(w.templates, "template", arg, "template list",
		func(t *model.Template) string { return t.ID.String() }, func(t *model.Template) string { return t.Name })
}

func (w *writings) sequence(arg string) (model.Sequence, error) {
	return named(w.sequences, "sequence", arg, "sequence list",
		func(s *model.Sequence) string { return s.ID.String() }, func(s *model.Sequence) string { return s.Name })
}

func (w *writings) shared(arg string) (model.ShelfItem, error) {
	return named(w.shelf, "shared thing", arg, "shelf list",
		func(s *model.ShelfItem) string { return s.ID.String() }, func(s *model.ShelfItem) string { return s.Title })
}

// templateName is what a template is called, or its ID where it is gone.
func (w *writings) templateName(id model.TemplateID) string {
	for i := range w.templates {
		if w.templates[i].ID == id {
			return w.templates[i].Name
		}
	}
	if id == 0 {
		return ""
	}
	return id.String() + ", which is gone"
}
