package composer_test

import (
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
		for _, want := range []string{"3 words, saved, by ada", "- the first thought", "+ the first text"} {
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
