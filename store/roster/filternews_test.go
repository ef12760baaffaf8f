package roster_test

import (
	"errors"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"talentmap/model"
	"talentmap/scoring"
	"talentmap/store"
	"talentmap/store/roster"
	"talentmap/store/storetest"
)

// arriving is a store into which three files have come, on three days: two of one
// source, one of another. Ed was entered by hand.
func arriving(t *testing.T) (*store.Store, *roster.Roster) {
	t.Helper()
	day := time.Date(2026, 1, 10, 9, 0, 0, 0, time.UTC)
	st, err := store.Open(filepath.Join(t.TempDir(), "talent.db"), store.Options{Clock: func() time.Time { return day }})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = st.Close() })
	team, list := &model.Source{Name: "team"}, &model.Source{Name: "list"}
	arrive(t, st, "team.csv", team, of("Ana Reyes"), of("Bo Chen"), of("Cy Fox"))
	add(t, st, model.Person{Name: "Ed Hand"})
	day = day.AddDate(0, 1, 0)
	arrive(t, st, "team.csv", team, of("Ana Reyes", model.Moved), of("Bo Chen", model.Gone), of("Di Ek"))
	day = storetest.Now()
	arrive(t, st, "list.json", list, of("Cy Fox", model.Promoted, model.LocationChanged), of("Bo Chen", model.Returned), of("Ana Reyes", model.TitleChanged))
	return st, openRoster(t, st)
}

// row is what a file tells of somebody.
type row struct {
	name string
	told []model.NewsKind
}

func of(name string, told ...model.NewsKind) row { return row{name, told} }

// arrive brings a file in, whose rows mean those of their names.
func arrive(t *testing.T, st *store.Store, file string, src *model.Source, rows ...row) {
	t.Helper()
	im := st.Importer("ada", model.Import{Source: file, Dialect: "generic CSV"})
	im.From(src, model.DateOf(st.Now()))
	var all []store.Arrival
	for _, r := range rows {
		p := &model.Person{Name: r.name}
		err := st.View(func(tx *store.Tx) (err error) {
			if ids := tx.PeopleByName(r.name); len(ids) > 0 {
				*p, err = tx.Person(ids[0])
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
		a := store.Arrival{Person: p}
		for _, k := range r.told {
			a.News = append(a.News, model.News{Kind: k, Confidence: 1})
		}
		all = append(all, a)
	}
	if err := errors.Join(im.Arrive(t.Context(), all), im.Finish(model.Import{New: len(rows)})); err != nil {
		t.Fatal(err)
	}
}

func TestNews(t *testing.T) {
	_, r := arriving(t)
	for _, tt := range []struct{ query, want string }{
		{"news:moved", "Ana"},
		{"news:mo", "Ana"},
		{"news=moved", "Ana"},
		{"news:MOVED", "Ana"},
		{"news:promoted", "Cy"},
		{"news:title", "Ana"},
		{"news:title-changed", "Ana"},
		{`news:"title changed"`, "Ana"},
		{"news:gone", "Bo"},
		{"news:gone -news:returned", ""},
		{"news:location", "Cy"},
		{"news:left", ""},
		{"news:new", "Ana Bo Cy Di"}, // Ed came in with no file
		{"-news:new", "Ed"},
		{"-news:moved", "Bo Cy Ed Di"},
		{"news:moved news:title", "Ana"},

		{"news:moved>=last", ""}, // the one before told it
		{"news:moved<last", "Ana"},
		{"news:promoted>=last", "Cy"},
		{"news:promoted=LAST", "Cy"},
		{"news:promoted>last", ""},
		{"news:new>=last", ""},
		{"news>=last", "Ana Bo Cy"},
		{"news=last", "Ana Bo Cy"},
		{"news:last", "Ana Bo Cy"},
		{"news:i1", "Ana Bo Cy"},
		{"news:2026-02", "Ana Bo Di"},
		{"news:>=last", "Ana Bo Cy"},
		{"-news>=last", "Ed Di"},
		{"news:moved>=i2", "Ana"},
		{"news:moved=i2", "Ana"},
		{"news:moved=i1", ""},
		{"news>=i2", "Ana Bo Cy Di"},
		{"news>i3", ""},

		{"news:moved>2026-01", "Ana"},
		{"news:moved>=2026-02-10", "Ana"},
		{"news:moved>2026-02-10", ""},
		{"news:moved>=2026", "Ana"},
		{"news:moved=2026-02", "Ana"},
		{"news:moved<2026-03", "Ana"},
		{"news:new>=2026-02", "Di"},
		{"news:new<2026-02", "Ana Bo Cy"},
		{"news:new=2026-01-10", "Ana Bo Cy"},
		{"news:returned>=today", "Bo"},
		{"news>=2026-03", "Ana Bo Cy"},
		{"bo news:gone<=2026-02", "Bo"},
	} {
		if got := who(t, r.Snapshot(), tt.query); got != tt.want {
			t.Errorf("%s finds %q, want %q", tt.query, got, tt.want)
		}
	}
}

// Every kind of news is found by its name, and by no other.
func TestEveryKindOfNewsIsFound(t *testing.T) {
	st := storetest.Open(t)
	kinds := scoring.NewsKinds()
	var people []model.Person
	for _, k := range kinds {
		people = append(people, model.Person{Name: "Who " + string(k)})
	}
	add(t, st, people...)
	r := openRoster(t, st)
	s := edit(t, st, r, func(tx *store.Tx) error {
		var errs []error
		for i, k := range kinds {
			errs = append(errs, tx.PutNews(&model.News{Person: model.PersonID(i + 1), Kind: k, Import: 1, Confidence: 1}))
		}
		return errors.Join(append(errs, tx.PutNews(&model.News{Person: 1, Kind: "unheard of", Import: 1}))...)
	})
	for i, k := range kinds {
		q, err := roster.ParseQuery("news="+strings.ReplaceAll(string(k), " ", "-"), "", storetest.Now())
		if err != nil {
			t.Fatal(err)
		}
		matches, _ := s.Find(q, 10)
		if got := idsOf(matches); !slices.Equal(got, []model.PersonID{model.PersonID(i + 1)}) {
			t.Errorf("%s is news of %v, want p%d", k, got, i+1)
		}
	}
}

// A kind has four bits in the index.
func TestKindsOfNewsHaveRoom(t *testing.T) {
	if n := len(scoring.NewsKinds()); n > 16 {
		t.Errorf("there are %d kinds of news, and room for 16", n)
	}
}

// The index follows an import that is taken back and done again, a merger, and
// somebody's leaving.
func TestNewsFollowTheStore(t *testing.T) {
	st, r := arriving(t)
	check := func(after, query, want string) {
		t.Helper()
		if got := who(t, settled(t, st, r), query); got != want {
			t.Errorf("%s: %s finds %q, want %q", after, query, got, want)
		}
	}
	if _, err := st.UndoImport("ada", 3); err != nil {
		t.Fatal(err)
	}
	check("without the last import", "news:moved>=last", "Ana")
	check("without the last import", "news>=last", "Ana Bo Di")
	check("without the last import", "news:promoted", "")
	if _, err := st.Redo("ada"); err != nil {
		t.Fatal(err)
	}
	check("with it again", "news:moved>=last", "")
	check("with it again", "news:promoted>=last", "Cy")
	if _, err := st.MergePeople("ada", 3, 1); err != nil {
		t.Fatal(err)
	}
	check("merged with Ana", "news:moved", "Cy")
	check("merged with Ana", "news:title>=last", "Cy")
	check("merged with Ana", "news:new", "Bo Cy Di")
	undo(t, st)
	if _, err := st.Undo("ada"); err != nil {
		t.Fatal(err)
	}
	check("taken apart again", "news:moved", "Ana")
	check("taken apart again", "news:title>=last", "Ana")
	edit(t, st, r, func(tx *store.Tx) error {
		p, err := tx.Person(2)
		if err != nil {
			return err
		}
		p.Name = "Bo Chen-Ek"
		return errors.Join(tx.PutPerson(&p), tx.PutNews(&model.News{Person: 5, Kind: model.Moved, Import: 3, Confidence: 1}))
	})
	check("an edit keeps them", "news:gone", "Bo")
	check("told later", "news:moved>=last", "Di")
	// What a new index reads is what the old one came to.
	again := openRoster(t, st).Snapshot()
	for _, query := range []string{"news:moved", "news:gone", "news:new", "news>=last", "news>=i2", "-news:new", "news:new=2026-01"} {
		check("read anew", query, who(t, again, query))
	}
}

// A file of companies is no import of people, and neither is one that is older
// than what its source has said.
func TestTheLastImportIsTheNewestOfASource(t *testing.T) {
	st, r := arriving(t)
	im := st.Importer("ada", model.Import{Source: "layoffs.csv", Dialect: "layoffs list CSV"})
	err := im.Edit(func(tx *store.Tx) error {
		return tx.PutPerson(&model.Person{Name: "Fay Late", Origin: model.Origin{Import: im.ID()}})
	})
	if err := errors.Join(err, im.Finish(model.Import{New: 1})); err != nil {
		t.Fatal(err)
	}
	s := settled(t, st, r)
	if got := who(t, s, "news:promoted>=last"); got != "Cy" {
		t.Errorf("since the last import %q is promoted, want Cy", got)
	}
	if got := who(t, s, "news:new=i4"); got != "Fay" {
		t.Errorf("with i4 %q came in, want Fay", got)
	}
	if got := who(t, s, "news:new>=2026-03-02"); got != "Fay" {
		t.Errorf("on the day of i4 %q came in, want Fay", got)
	}
}

func TestNewsErrors(t *testing.T) {
	for query, want := range map[string]string{
		"news:":             "news wants a value, such as news:moved>=last",
		"news:fired":        `there is no news "fired": it is one of moved, promoted, title changed, took a second position, left,`,
		"news=mov":          `there is no news "mov"`,
		"news:moved>=":      `"" is no day and no import: write news:moved>=last`,
		"news:moved>=never": `"never" is no day and no import: write news:moved>=last for the last import, or a day like 2024-03-12, 2024-03, or an import's ID like i7`,
		"news>=moved":       `"moved" is no day and no import`,
		"news:moved>=p7":    `"p7" is no day`,
	} {
		_, err := roster.ParseQuery(query, "", storetest.Now())
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v, want %s", query, err, want)
		}
	}
}

func TestCompleteNews(t *testing.T) {
	_, r := arriving(t)
	s := r.Snapshot()
	for _, tt := range []struct{ text, want string }{
		{"new", "news:"},
		{"news:t", "news:title-changed, news:took-a-second-position"},
		{"news:open", "news:open-to-work, news:open-to-work>=last (the last import: list.json, 2026-03-02), news:open-to-work>=i3 (list.json, 2026-03-02), news:open-to-work>=i2 (team.csv, 2026-02-10), news:open-to-work>=i1 (team.csv, 2026-01-10)"},
		{"-news:moved>=", "-news:moved>=last (the last import: list.json, 2026-03-02), -news:moved>=i3 (list.json, 2026-03-02), -news:moved>=i2 (team.csv, 2026-02-10), -news:moved>=i1 (team.csv, 2026-01-10)"},
		{"news:moved<l", "news:moved<last (the last import: list.json, 2026-03-02)"},
		{"news>=l", "news>=last (the last import: list.json, 2026-03-02)"},
		{"news:la", "news:last (the last import: list.json, 2026-03-02)"},
		{"news:zzz", ""},
	} {
		var got []string
		for _, c := range s.Complete(tt.text, len(tt.text)) {
			text := c.Text
			if c.Note != "" && tt.text != "new" {
				text += " (" + c.Note + ")"
			}
			got = append(got, text)
		}
		if strings.Join(got, ", ") != tt.want {
			t.Errorf("%s becomes %s\nwant %s", tt.text, strings.Join(got, ", "), tt.want)
		}
	}
}
