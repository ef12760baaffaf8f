package playbook

import (
	"embed"
	"fmt"
	"io/fs"

	"talentmap/model"
	"talentmap/store"
)

// files are the templates as [model.ParseTemplate] reads them, in the order of their
// names.
//
//go:embed templates/*.txt
var files embed.FS

// steps are the touches of the sequence: what is sent, how many days after the one
// before.
var steps = [...]struct {
	template string
	gap      int
}{{"First e-mail", 0}, {"Second e-mail", 4}, {"Third touch, InMail", 5}, {"Fourth touch, e-mail", 7}}

// SequenceName is what the sequence is called.
const SequenceName = "Four touches"

// Templates are the templates that come with the program. The error is one that is
// wrong, which a test rules out.
func Templates() (all []model.Template, err error) {
	names, err := fs.Glob(files, "templates/*.txt")
	if err != nil {
		return nil, err
	}
	for _, name := range names {
		text, err := files.ReadFile(name)
		if err != nil {
			return nil, err
		}
		t, err := model.ParseTemplate(string(text))
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		t.Shipped = true
		all = append(all, t)
	}
	return all, nil
}

// PutIn puts the templates and the sequence into a database in which there never was a
// template, as one quiet change: whoever looks at the templates for the first time has
// changed nothing that she would take back. put is false where there was.
func PutIn(st *store.Store, actor string) (put bool, err error) {
	had := true
	if err := st.View(func(tx *store.Tx) error {
		had = tx.HadTemplates()
		return nil
	}); err != nil || had {
		return false, err
	}
	all, err := Templates()
	if err != nil {
		return false, err
	}
	now := st.Now()
	by := store.By(actor, "put in the templates that come with the program")
	by.Quiet = true
	_, err = st.Edit(by, func(tx *store.Tx) error {
		if put = !tx.HadTemplates(); !put {
			return nil
		}
		s := model.Sequence{Name: SequenceName, By: actor, At: now, Shipped: true}
		byName := map[string]model.TemplateID{}
		for _, t := range all {
			t.By, t.At = actor, now
			if err := tx.PutTemplate(&t); err != nil {
				return err
			}
			byName[t.Name] = t.ID
			for _, step := range steps {
				if step.template == t.Name {
					s.Steps = append(s.Steps, model.Step{Channel: t.Now.Channel, Gap: step.gap, Template: t.ID})
				}
			}
		}
		return tx.PutSequence(&s)
	})
	return put && err == nil, err
}
