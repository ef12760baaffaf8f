package composer_test

import (
	"strings"
	"testing"

	"talentmap/model"
	"talentmap/store"
	"talentmap/tui/composer"
	"talentmap/tui/pane"
)

// known gives the person facts: a way in, a talk, something found, a note.
func (d *desk) known(t *testing.T) {
	t.Helper()
	_, err := d.store.Edit(store.By("ada", "looked her up"), func(tx *store.Tx) error {
		p, err := tx.Person(d.id)
		if err != nil {
			return err
		}
		p.Positions = []model.Position{{Company: "Acme", Title: "Staff Engineer", Start: model.Day(2021, 5, 1)}}
		p.Background = model.Background{
			Connections: []model.Connection{{Name: "Ines Thiele", How: "same team at Onyxia"}},
			Content:     []model.Content{{Kind: "talk", Title: "Ledgers that lie", Date: model.Day(2025, 11, 3)}, {Kind: "open source", Title: "halfpenny"}},
		}
		p.Outreach.Research[model.CompanyContext] = model.Finding{Looked: model.ItemFound, Fact: "the move of billing to Postgres"}
		p.Motivators, p.Skills, p.Location = []model.Motivator{model.Scope}, []string{"Go", "Kafka", "SQL", "dbt"}, "Lyon, France"
		p.Notes = "knows our founder"
		return tx.PutPerson(&p)
	})
	if err != nil {
		t.Fatal(err)
	}
}

func TestFactsAreGroupedTheWayInFirst(t *testing.T) {
	at(t, 120, 30, func(t *testing.T, d *desk) {
		d.known(t)
		var got []string
		for _, f := range composer.Facts(d.profile(t), d.clock.Now()) {
			got = append(got, f.Group.String()+": "+f.Label+": "+f.Says)
			if (f.Says == "") == (f.Off == "") {
				t.Errorf("%s says %q although %q", f.Text, f.Says, f.Off)
			}
		}
		want := []string{
			"warm path: warm path: Ines Thiele",
			"why them: now: your work as Staff Engineer at Acme",
			"why them: published: your talk “Ledgers that lie”",
			"why them: published: your work on halfpenny",
			"why them: found: the move of billing to Postgres",
			"moved by: moved by: ",
			"career: skills: your experience with Go, Kafka and SQL",
			"career: place: Lyon",
			"before: research: ",
			"notes: notes: ",
		}
		kept := got[:0]
		for _, g := range got {
			if !strings.HasPrefix(g, "why now") && g != "career: career: " {
				kept = append(kept, g)
			}
		}
		if strings.Join(kept, "\n") != strings.Join(want, "\n") {
			t.Errorf("the facts are\n%s\nwant\n%s", strings.Join(kept, "\n"), strings.Join(want, "\n"))
		}
	})
}

// A number puts its fact where the cursor is, as words that go on with the sentence.
func TestAFactGoesIntoTheTextByItsNumber(t *testing.T) {
	at(t, 120, 30, func(t *testing.T, d *desk) {
		d.known(t)
		d.write()
		d.Contains("1 warm path  Ines Thiele", "3 published  Ledgers that lie", "  notes      knows our founder")
		d.Keys("alt+3")
		d.Type("is still on my mind. I know")
		d.Keys("alt+1", "backspace")
		d.Type(" too.")
		d.Contains("Your talk “Ledgers that lie” is still on my mind. I know")
		d.Keys("ctrl+s")
		if got, want := d.saved(t), "Your talk “Ledgers that lie” is still on my mind. I know Ines Thiele too."; got != want {
			t.Errorf("saved %q, want %q", got, want)
		}
		d.Keys("alt+9")
		if told := strings.Join(d.host.Toasts(), "; "); !strings.Contains(told, "no fact has the number 9") {
			t.Errorf("told %q", told)
		}
		for range 20 {
			d.Keys("ctrl+z")
		}
		d.Keys("ctrl+s")
		if got := d.saved(t); got != "" {
			t.Errorf("taken back %q is left", got)
		}
	})
}

// A subject that is typed gets the fact, and where nothing is typed the text does.
func TestAFactGoesWhereOneTypes(t *testing.T) {
	at(t, 120, 30, func(t *testing.T, d *desk) {
		d.known(t)
		d.Send(d.pane.Write(pane.Write{ID: d.id})())
		d.Keys("alt+4")
		d.Contains("subject Your work on halfpenny")
		d.Keys("tab", "esc", "alt+7")
		d.Type("would do.")
		d.Keys("ctrl+s")
		if got, want := d.saved(t), "Lyon would do."; got != want {
			t.Errorf("saved %q, want %q", got, want)
		}
	})
}
