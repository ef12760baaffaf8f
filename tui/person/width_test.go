package person_test

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

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

// scripts are texts in which a cell is no letter.
var scripts = []string{
	"איתי שפירא מנהל הנדסה", "山本 誠 主任エンジニア", "e\u0301te\u0301 nai\u0308ve", "👩‍💻 ships 🚀🚀 daily", "A" + strings.Repeat("verylong", 30),
	"a word " + strings.Repeat("and another ", 40), "ไทยไม่มีช่องว่าง", "",
}

// worldly is someone everything of whom is written in such texts, with dates that are
// not known and some that cannot be.
func worldly() model.Person {
	p := grace()
	p.Positions, p.Skills = nil, nil
	dates := []model.Date{0, model.Year(2019), model.YearMonth(2015, 3), model.Day(2021, 2, 28), model.Year(2030), model.Year(1000), 20269999}
	for i, s := range scripts {
		p.Positions = append(p.Positions, model.Position{Company: s, Title: scripts[(i+1)%len(scripts)], Start: dates[i%7], End: dates[(i*3+1)%7], Summary: s, Location: s})
		p.Skills = append(p.Skills, s)
		p.Background.Connections = append(p.Background.Connections, model.Connection{Name: s, How: scripts[(i+2)%len(scripts)]})
		p.Background.Content = append(p.Background.Content, model.Content{Kind: s, Title: s, Link: s, Date: dates[i%7]})
		p.Background.Tags = append(p.Background.Tags, s)
	}
	p.Location, p.Headline, p.Summary, p.Notes = scripts[0], scripts[4], strings.Join(scripts, "\n"), strings.Join(scripts, "\n")
	p.Background.Custom = map[string]string{scripts[1]: scripts[5], scripts[4]: scripts[4]}
	for i := range p.Outreach.Research {
		p.Outreach.Research[i] = model.Finding{Looked: model.ItemFound, Fact: scripts[i], Source: scripts[i+1]}
	}
	p.Outreach.Lock, p.Outreach.LockWhy = model.DoNotContact, scripts[5]
	return p
}

// Whatever is written of somebody, and however wide the page, each of its lines has its
// cells, folded and unfolded, and there is always a cursor on the screen.
func TestEveryLineHasItsWidth(t *testing.T) {
	st := storetest.OpenAt(t, filepath.Join(t.TempDir(), "talent.db"))
	p := worldly()
	if _, err := st.Edit(store.By("ada", "set up"), func(tx *store.Tx) error {
		if err := tx.PutPerson(&p); err != nil {
			return err
		}
		return tx.PutTouch(&model.Touch{Person: p.ID, At: storetest.Now(), By: scripts[1], Channel: model.Email, Subject: scripts[3], Body: strings.Join(scripts, "\n\n")})
	}); err != nil {
		t.Fatal(err)
	}
	weights := scoring.Default()
	for _, aloud := range []bool{false, true} {
		env := &pane.Env{Theme: theme.Dark(), Keys: panetest.Keys(), User: "ada", Now: storetest.Now, Aloud: aloud}
		page := person.New(env, person.Deps{Store: st, Weights: &weights}, p.ID, nil)
		page.Update(page.Load()())
		for _, w := range []int{1, 2, 3, 20, 56, 58, 76, 99, 100, 116, 139, 140, 196, 300} {
			h := 5 + w%37
			page.SetSize(w, h)
			for _, key := range strings.Fields("g l j l j l tab l tab l tab l tab l G k k l ctrl+u [ ] ctrl+d") {
				if a, ok := action.Find(page.Actions(), key); ok && a.Off() == "" {
					a.Run()
				}
				holds(t, fmt.Sprintf("%d×%d after %s", w, h, key), page.Lines(), w, h)
				if rows := page.Rows(); rows.List == nil {
					t.Errorf("%d×%d: there is no cursor", w, h)
				} else if _, ok := rows.List.CursorLine(); !ok && w > 3 {
					t.Errorf("%d×%d after %s: the cursor is out of view", w, h, key)
				}
			}
		}
	}
}

func holds(t *testing.T, when string, lines []string, w, h int) {
	t.Helper()
	if len(lines) != h {
		t.Errorf("%s: %d lines, want %d", when, len(lines), h)
	}
	for _, l := range lines {
		if n := ansi.StringWidth(l); n != w {
			t.Fatalf("%s: a line has %d cells, want %d: %q", when, n, w, ansi.Strip(l))
		}
	}
}
