package model_test

import (
	"maps"
	"slices"
	"testing"

	"talentmap/model"
)

// set gives a field a text, which must be taken.
func set(t *testing.T, p *model.Person, name, text string) {
	t.Helper()
	f := field(t, name)
	if err := f.Set(p, text); err != nil {
		t.Fatal(err)
	}
}

func TestConnectionsAreWrittenInLines(t *testing.T) {
	p := edited()
	f := field(t, "connections")
	if got, want := f.Text(&p), "Linus Muster | same team at Acme\nJane Roe"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	set(t, &p, "connections", "linus muster | met at a fair\nPer Doe|")
	want := []model.Connection{{Name: "linus muster", How: "met at a fair", Person: 9}, {Name: "Per Doe"}}
	if !slices.Equal(p.Background.Connections, want) {
		t.Errorf("%+v, want %+v", p.Background.Connections, want)
	}
}

func TestWhatIsPublishedIsWrittenInLines(t *testing.T) {
	p := edited()
	f := field(t, "published")
	if got, want := f.Text(&p), "talk | Ledgers | 2025-05 | https://talks.example/1\n| A note"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	set(t, &p, "published", "article | On seats | 3/2024")
	if want := []model.Content{{Kind: "article", Title: "On seats", Date: model.YearMonth(2024, 3)}}; !slices.Equal(p.Background.Content, want) {
		t.Errorf("%+v, want %+v", p.Background.Content, want)
	}
}

func TestCustomColumnsAreWrittenInLines(t *testing.T) {
	p := edited()
	f := field(t, "custom")
	if got, want := f.Text(&p), "Shirt: L\nVisa: until: 2027"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	set(t, &p, "custom", "Visa: until: 2028\nDog: yes: two")
	if want := map[string]string{"Visa: until": "2028", "Dog": "yes: two"}; !maps.Equal(p.Background.Custom, want) {
		t.Errorf("%v, want %v", p.Background.Custom, want)
	}
	set(t, &p, "custom", "")
	if p.Background.Custom != nil {
		t.Errorf("%v is left", p.Background.Custom)
	}
}

func TestBackgroundThatCannotBeRead(t *testing.T) {
	for _, tt := range []struct{ name, text, err string }{
		{"connections", "A | b | c", `connections: "A | b | c" has 3 parts, not 2: write it as Name | how she knows her`},
		{"connections", "Ada\n| at Acme", `connections, line 2: "| at Acme" names nobody: write it as Name | how she knows her`},
		{"published", "talk", `published: "talk" has no title: write it as kind | title | date | link`},
		{"published", "talk | Seats | soon", `published: "soon" is not a date: write it like 2024-03-12, 2024-03 or 2024`},
		{"custom", "Shirt: M\n\nL", `custom, line 3: "L" has no column: write it as column: value`},
		{"custom", "Shirt: M\nShirt: L", "custom, line 2: Shirt is there twice: leave one"},
	} {
		p, was := edited(), edited()
		f := field(t, tt.name)
		if err := f.Set(&p, tt.text); err == nil || err.Error() != tt.err {
			t.Errorf("%q: %v, want %s", tt.text, err, tt.err)
		}
		if len(model.ChangedFields(&p, &was)) > 0 {
			t.Errorf("%q has changed something", tt.text)
		}
	}
}

// Two who have changed other columns don't get in each other's way; of the same one
// somebody has to choose.
func TestCustomColumnsMerge(t *testing.T) {
	with := func(custom map[string]string) *model.Person {
		return &model.Person{Name: "Ada", Background: model.Background{Custom: custom}}
	}
	base := with(map[string]string{"a": "1", "b": "1", "c": "1"})
	theirs := with(map[string]string{"a": "2", "b": "1", "c": "1", "d": "1"})
	p, err := model.MergePerson(base, theirs, with(map[string]string{"a": "1", "b": "2"})).Person(nil)
	if want := map[string]string{"a": "2", "b": "2", "d": "1"}; err != nil || !maps.Equal(p.Background.Custom, want) {
		t.Errorf("%v, %v, want %v", p.Background.Custom, err, want)
	}
	if _, err := model.MergePerson(base, theirs, with(map[string]string{"a": "3"})).Person(nil); err == nil {
		t.Error("nobody is asked about a")
	}
}

func TestCheckingAPosition(t *testing.T) {
	for want, p := range map[string]model.Position{
		"it has neither company nor title: give one of them": {Start: model.Year(2020)},
		"it ends (2019) before it begins (2020)":             {Title: "CTO", Start: model.Year(2020), End: model.Year(2019)},
	} {
		if err := p.Check(); err == nil || err.Error() != want {
			t.Errorf("%v, want %s", err, want)
		}
	}
	if err := (model.Position{Company: "Acme", Start: model.Day(2020, 5, 1), End: model.Year(2020)}).Check(); err != nil {
		t.Error(err)
	}
}
