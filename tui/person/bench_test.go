package person_test

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"
	"time"

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

// bulky is someone with all that anybody could have: 200 positions, 2,000 skills, and
// 500 touches.
func bulky(b *testing.B) *store.Store {
	b.Helper()
	p := grace()
	for i := range 200 {
		p.Positions = append(p.Positions, model.Position{Company: fmt.Sprint("Acme ", i%26), Title: "Senior Engineer", Start: model.Year(1950 + i/4), End: model.Year(1951 + i/4)})
	}
	for i := range 2000 {
		p.Skills = append(p.Skills, fmt.Sprint("skill ", i))
	}
	st := storetest.OpenAt(b, filepath.Join(b.TempDir(), "talent.db"))
	if _, err := st.Edit(store.By("ada", "set up"), func(tx *store.Tx) error {
		if err := tx.PutPerson(&p); err != nil {
			return err
		}
		for i := range 500 {
			t := model.Touch{Person: p.ID, At: storetest.Now().Add(-time.Duration(i) * time.Hour), By: "ada", Channel: model.Email, Subject: "ledgers", Body: strings.Repeat("Some words. ", 50)}
			if err := tx.PutTouch(&t); err != nil {
				return err
			}
		}
		return nil
	}); err != nil {
		b.Fatal(err)
	}
	return st
}

// What a key costs on the page of someone with all that anybody could have.
func BenchmarkKey(b *testing.B) {
	for _, size := range []struct{ w, h int }{{76, 21}, {116, 37}, {196, 47}} {
		for _, keys := range []string{"jjk", "] [ ]", "\x04\x15"} {
			b.Run(fmt.Sprintf("%dx%d/%q", size.w, size.h, keys), func(b *testing.B) {
				weights := scoring.Default()
				env := &pane.Env{Theme: theme.Dark(), Keys: panetest.Keys(), User: "ada", Now: storetest.Now}
				page := person.New(env, person.Deps{Store: bulky(b), Weights: &weights}, 1, nil)
				page.SetSize(size.w, size.h)
				page.Update(page.Load()())
				var run []func()
				for _, k := range strings.Split(strings.ReplaceAll(keys, " ", ""), "") {
					k = map[string]string{"\x04": "ctrl+d", "\x15": "ctrl+u"}[k] + strings.Trim(k, "\x04\x15")
					a, _ := action.Find(page.Actions(), k)
					run = append(run, func() { a.Run() })
				}
				b.ReportAllocs()
				for i := 0; b.Loop(); i++ {
					run[i%len(run)]()
					page.Lines()
				}
			})
		}
	}
}

// What it costs to read the page again, as after each change of somebody else.
func BenchmarkReload(b *testing.B) {
	weights := scoring.Default()
	env := &pane.Env{Theme: theme.Dark(), Keys: panetest.Keys(), User: "ada", Now: storetest.Now}
	page := person.New(env, person.Deps{Store: bulky(b), Weights: &weights}, 1, nil)
	page.SetSize(116, 37)
	b.ReportAllocs()
	for b.Loop() {
		page.Update(page.Load()())
		page.Lines()
	}
}
