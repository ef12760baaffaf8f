package composer_test

import (
	"errors"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"talentmap/model"
	"talentmap/store"

	"talentmap/tui/overlay"
	"talentmap/tui/pane"
)

// chooser is the one that was opened last.
func (d *desk) chooser(t *testing.T) *overlay.Chooser {
	t.Helper()
	for i := len(d.host.Asked) - 1; i >= 0; i-- {
		if show, is := d.host.Asked[i].(pane.Show); is {
			c, _ := show.Overlay.(*overlay.Chooser)
			c.SetSize(100, 30)
			return c
		}
	}
	t.Fatalf("nothing was opened: %q", d.host.Toasts())
	return nil
}

// take takes what a chooser has under the cursor.
func (d *desk) take(t *testing.T, c *overlay.Chooser) {
	t.Helper()
	for _, a := range c.Actions() {
		if a.ID == "chooser.choose" {
			closing := a.Run()().(pane.Close)
			run, _ := overlay.Chosen(closing.Then())
			d.run(run)
			return
		}
	}
}

// run runs a command as the root would.
func (d *desk) run(cmd tea.Cmd) { d.Send(cmd()) }

func (d *desk) template(t *testing.T, name, body string) {
	t.Helper()
	_, err := d.store.Edit(store.By("ada", "wrote a template"), func(tx *store.Tx) error {
		return tx.PutTemplate(&model.Template{Name: name, Now: model.Wording{Channel: model.Email, Lang: "en", Subject: "Your work at {{company}}", Body: body}})
	})
	if err != nil {
		t.Fatal(err)
	}
}

// A template shows what it makes for the person and what is missing; what was written
// before it is a version, and comes back.
func TestATemplateIsLookedAtThenTaken(t *testing.T) {
	at(t, 120, 30, func(t *testing.T, d *desk) {
		d.known(t)
		d.template(t, "Brief", "Hi {{first_name}},\n\n{{published}} made me write.\n\nThe role is {{role.title}}.")
		d.write()
		d.Type("my own words")
		d.Keys("alt+t")
		c := d.chooser(t)
		view := ansi.Strip(c.View())
		for _, want := range []string{"Brief", "1 missing:", "role.title: choose the role that the message is for", "Your work at Acme", "Your talk “Ledgers that lie” made me write.", "The role is {{role.title}}."} {
			if !strings.Contains(view, want) {
				t.Errorf("the preview lacks %q:\n%s", want, view)
			}
		}
		if got := d.saved(t); got != "" && got != "my own words" {
			t.Errorf("looking has changed the text to %q", got)
		}
		d.take(t, c)
		d.Contains("subject Your work at Acme", "made me write.", "E unfilled")
		d.Keys("ctrl+s")
		if got := d.profile(t).Draft; !strings.HasSuffix(got.Body, "The role is {{role.title}}.") || got.Made.Template != (model.TemplateRef{ID: 1, Version: 1}) {
			t.Errorf("saved %+v", got)
		}
		d.Keys("ctrl+z", "ctrl+s")
		if got := d.saved(t); got != "my own words" {
			t.Errorf("ctrl+z brings back %q", got)
		}
	})
}

func TestAVersionComesBack(t *testing.T) {
	at(t, 120, 30, func(t *testing.T, d *desk) {
		d.known(t)
		d.write()
		d.Type("the first text")
		d.Keys("ctrl+s", "ctrl+w")
		d.Type("thought")
		d.Keys("alt+v")
		c := d.chooser(t)
		view := ansi.Strip(c.View())
		for _, want := range []string{"saved, 3 words, by ada", "- the first thought", "+ the first text"} {
			if !strings.Contains(view, want) {
				t.Errorf("the version lacks %q:\n%s", want, view)
			}
		}
		d.take(t, c)
		d.Keys("ctrl+s")
		if got := d.saved(t); got != "the first text" {
			t.Errorf("brought back %q", got)
		}
		d.Keys("alt+v") // and what was there before is a version, too
		if view := ansi.Strip(d.chooser(t).View()); !strings.Contains(view, "before a restore") {
			t.Errorf("what was written before is gone:\n%s", view)
		}
	})
}

// From the shortlist of a role the template that comes next is in the text at once,
// through the channel that was asked for, with the role's words and what of it would
// move her; what is typed before stays.
func TestAFirstDraftForARole(t *testing.T) {
	at(t, 120, 30, func(t *testing.T, d *desk) {
		d.known(t)
		_, err := d.store.Edit(store.By("ada", "opened a role"), func(tx *store.Tx) error {
			p, err := tx.Person(d.id)
			if err != nil {
				return err
			}
			p.Motivators = []model.Motivator{model.Compensation, model.Technology}
			body := "{{role.title}} at {{role.company}}: {{motivator}}."
			return errors.Join(tx.PutPerson(&p),
				tx.PutTemplate(&model.Template{Name: "Mail", Purpose: model.ForFirst, Now: model.Wording{Channel: model.Email, Lang: "en", Subject: "A", Body: body}}),
				tx.PutTemplate(&model.Template{Name: "InMail", Purpose: model.ForFirst, Now: model.Wording{Channel: model.InMail, Lang: "en", Subject: "B", Body: "In: " + body}}),
				tx.PutRole(&model.Role{Title: "Lead", Company: "Loom", Offers: []model.Motivator{model.Technology}, Words: map[model.Motivator]string{model.Technology: "a ledger in Go"}}))
		})
		if err != nil {
			t.Fatal(err)
		}
		d.Send(d.pane.Write(pane.Write{ID: d.id, Role: 1, Channel: model.InMail})())
		d.Contains("In: Lead at Loom: a ledger in Go.")
		d.Keys("ctrl+s")
		if got := d.profile(t).Draft; got.Channel != model.InMail || got.Made.Role != 1 || got.Made.Template.ID != 2 {
			t.Errorf("saved %+v", got)
		}
		d.Type("mine ")
		d.Send(d.pane.Write(pane.Write{ID: d.id, Role: 1, Channel: model.Email})())
		if got := d.saved(t); !strings.Contains(got, "mine") || !strings.HasPrefix(got, "In: ") && !strings.HasPrefix(got, "mine In: ") {
			t.Errorf("a draft that was there is now %q", got)
		}
	})
}
