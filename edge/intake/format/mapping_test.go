package format_test

import (
	"encoding/json"
	"reflect"
	"strings"
	"testing"

	"talentmap/edge/intake/format"
	"talentmap/edge/intake/format/formattest"
	"talentmap/model"
)

const strange = "Exported on Monday\nWer;Wo;Erreichbar;Tel;Seite;Gender;Note\n" +
	"Ada Example;Acme;ada@example.com;+49 30 1234567;https://linkedin.com/in/ada-e;f;x\nBob Day;Acme;bob@example.com;030/7654321;https://linkedin.com/in/bob-d;m;y\n"

func TestGuess(t *testing.T) {
	got, err := format.Guess(strings.NewReader(strange), noLimits)
	if err != nil {
		t.Fatal(err)
	}
	want := format.Mapping{
		{Header: "Wer", Field: "custom"},
		{Header: "Wo", Field: "custom"},
		{Header: "Erreichbar", Field: "e-mail", Confidence: 0.7},
		{Header: "Tel", Field: "phone", Confidence: 1},
		{Header: "Seite", Field: "link", Confidence: 0.7},
		{Header: "Gender", Field: "dropped", Confidence: 1},
		{Header: "Note", Field: "notes", Confidence: 1},
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got  %+v\nwant %+v", got, want)
	}
	// Also of a file with no known column at all.
	got, err = format.Guess(strings.NewReader("Qui,Chez\nAda,Acme\n"), noLimits)
	if err != nil || !reflect.DeepEqual(got, format.Mapping{{Header: "Qui", Field: "custom"}, {Header: "Chez", Field: "custom"}}) {
		t.Errorf("%+v %v", got, err)
	}
	if _, err = format.Guess(strings.NewReader("hello"), noLimits); err == nil {
		t.Error("one column was enough")
	}
}

func TestMapping(t *testing.T) {
	m := format.Mapping{{Header: "wer", Field: "name"}, {Header: " WO", Field: "company"}, {Header: "Note", Field: "dropped"}, {Header: "Seite", Field: "custom"}}
	kept, err := json.Marshal(m)
	if err != nil {
		t.Fatal(err)
	}
	var back format.Mapping
	if err := json.Unmarshal(kept, &back); err != nil || !reflect.DeepEqual(back, m) {
		t.Fatalf("%s: %+v %v", kept, back, err)
	}
	src, err := format.ReadAs(strings.NewReader(strange), "test", noLimits, format.As{Mapping: back})
	if err != nil {
		t.Fatal(err)
	}
	want := model.Person{
		Name: "Ada Example", Positions: job("", "Acme"),
		Contact:    model.Contact{Emails: []string{"ada@example.com"}, Phones: []string{"+49 30 1234567"}}, // by what stands there
		Background: custom("Seite", "https://linkedin.com/in/ada-e"),
	}
	for rec, bad := range src.Records() {
		if bad != nil || !reflect.DeepEqual(rec.Person, want) {
			t.Errorf("%v\ngot  %+v\nwant %+v", bad, rec.Person, want)
		}
		break
	}
}

// What stands in a column tells what it is where its header does not, unless it
// tells of somebody else, is the same in many rows, or somebody has said otherwise.
func TestColumnsToldByTheirCells(t *testing.T) {
	read := func(text string, said ...format.Mapped) string {
		t.Helper()
		src, err := format.ReadAs(strings.NewReader(text), "test", noLimits, format.As{Mapping: said})
		if err != nil {
			return "refused"
		}
		var uses []string
		for _, c := range src.Columns() {
			if c.Guessed {
				c.Use += "?"
			}
			uses = append(uses, c.Use)
		}
		return strings.Join(uses, " ")
	}
	const rows = "Ada Example;Acme;ada@example.com\nBob Day;Acme;bob@example.com\n"
	for _, c := range []struct {
		text, want string
		said       []format.Mapped
	}{
		{"Name;Company;Erreichbar\n" + rows, "name company e-mail?", nil},
		{"Name;Wo;Erreichbar\n" + rows, "name custom e-mail?", nil}, // one known column is enough then
		{"Wer;Wo;Erreichbar\n" + rows, "refused", nil},
		{"Name;Wo;Sonst\nAda Example;Acme;x\n", "refused", nil},
		{"Name;Company;Erreichbar\n" + rows, "name company custom", []format.Mapped{{Header: "Erreichbar", Field: "custom"}}},
		{"Name;Company;Referred by\n" + rows, "name company custom", nil},
		{"Name;Company;ManagerMail\n" + rows, "name company custom", nil},
		{"Name;Company;Team\nAda Example;Acme;team@example.com\nBob Day;Acme;team@example.com\n", "name company custom", nil},
		{"Name;Company;Odd\nAda Example;Acme;ada@example.com\nBob Day;Acme;none\n", "name company custom", nil},
	} {
		if got := read(c.text, c.said...); got != c.want {
			t.Errorf("%q, said %v: %s, want %s", c.text, c.said, got, c.want)
		}
	}
}

func TestMappingIsChecked(t *testing.T) {
	for want, m := range map[string]format.Mapping{
		`map "Who": no field is called "nome": choose one of custom, dropped, name, `: {{Header: "Who", Field: "nome"}},
		`map "WHO": it stands there twice`:                                            {{Header: "Who", Field: "name"}, {Header: "WHO", Field: "title"}},
		`map "Gender": the column tells gender, which is never used`:                  {{Header: "Gender", Field: "notes"}},
		`map "#": a header needs a letter or a digit`:                                 {{Header: "#", Field: "notes"}},
	} {
		if err := m.Validate(); err == nil || !strings.HasPrefix(err.Error(), want) {
			t.Errorf("got %v, want %s", err, want)
		}
		if _, err := format.ReadAs(strings.NewReader(strange), "test", noLimits, format.As{Mapping: m}); err == nil {
			t.Errorf("%s: used all the same", want)
		}
	}
	_, err := format.ReadAs(strings.NewReader(strange), "test", noLimits, format.As{Mapping: format.Mapping{{Header: "Absent", Field: "name"}}})
	if err == nil || !strings.Contains(err.Error(), "no column is called Absent: there are Wer, ") {
		t.Error(err)
	}
}

func TestHeaderKey(t *testing.T) {
	a := format.HeaderKey([]string{"First Name", "E-mail"})
	if b := format.HeaderKey([]string{"e mail", "FIRST_NAME"}); a != b || len(a) != 32 {
		t.Errorf("%s, %s", a, b)
	}
	if c := format.HeaderKey([]string{"First Name", "E-mail", "Wer"}); a == c {
		t.Error("another column, the same key")
	}
}

func TestColumns(t *testing.T) {
	got, err := format.Columns(formattest.File(t, "liste.csv", "Wer;Wo;Erreichbar;;Wo\nAda Example;Acme;ada@example.com;x;y\nBob Day;Acme;bob@example.com;x;z\n"), noLimits)
	if err != nil {
		t.Fatal(err)
	}
	want := []format.Column{
		{Mapped: format.Mapped{Header: "Wer", Field: "custom"}, Known: "custom", Samples: []string{"Ada Example", "Bob Day"}},
		{Mapped: format.Mapped{Header: "Wo", Field: "custom"}, Known: "custom", Samples: []string{"Acme"}},
		{Mapped: format.Mapped{Header: "Erreichbar", Field: "e-mail", Confidence: 0.7}, Known: "custom", Guessed: true, Samples: []string{"ada@example.com", "bob@example.com"}},
		{Mapped: format.Mapped{Header: "column 4", Field: "custom"}, Known: "custom", Fixed: "it has no header", Samples: []string{"x"}},
		{Mapped: format.Mapped{Header: "Wo", Field: "custom"}, Known: "custom", Fixed: "its header stands there twice", Samples: []string{"y", "z"}},
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got  %+v\nwant %+v", got, want)
	}
	for name, text := range map[string]string{"a.json": `[{"name": "Ada"}]`, "b.txt": "hello", "c.csv": ""} {
		if _, err := format.Columns(formattest.File(t, name, text), noLimits); err == nil {
			t.Errorf("%s was taken for a table", name)
		}
	}
}
