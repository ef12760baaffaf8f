package intake_test

import (
	"encoding/json"
	"reflect"
	"strings"
	"testing"

	"talentmap/edge/intake"
	"talentmap/model"
)

const strange = "Exported on Monday\nWer;Wo;Erreichbar;Tel;Seite;Gender;Note\n" +
	"Ada Example;Acme;ada@example.com;+49 30 1234567;https://linkedin.com/in/ada-e;f;x\nBob Day;Acme;bob@example.com;030/7654321;https://linkedin.com/in/bob-d;m;y\n"

func TestGuess(t *testing.T) {
	got, err := intake.Guess(strings.NewReader(strange), noLimits)
	if err != nil {
		t.Fatal(err)
	}
	want := intake.Mapping{
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
	got, err = intake.Guess(strings.NewReader("Qui,Chez\nAda,Acme\n"), noLimits)
	if err != nil || !reflect.DeepEqual(got, intake.Mapping{{Header: "Qui", Field: "custom"}, {Header: "Chez", Field: "custom"}}) {
		t.Errorf("%+v %v", got, err)
	}
	if _, err = intake.Guess(strings.NewReader("hello"), noLimits); err == nil {
		t.Error("one column was enough")
	}
}

func TestMapping(t *testing.T) {
	m := intake.Mapping{{Header: "wer", Field: "name"}, {Header: " WO", Field: "company"}, {Header: "Note", Field: "dropped"}}
	kept, err := json.Marshal(m)
	if err != nil {
		t.Fatal(err)
	}
	var back intake.Mapping
	if err := json.Unmarshal(kept, &back); err != nil || !reflect.DeepEqual(back, m) {
		t.Fatalf("%s: %+v %v", kept, back, err)
	}
	src, err := intake.ReadAs(strings.NewReader(strange), "test", noLimits, intake.As{Mapping: back})
	if err != nil {
		t.Fatal(err)
	}
	want := model.Person{
		Name: "Ada Example", Positions: job("", "Acme"), Contact: model.Contact{Phones: []string{"+49 30 1234567"}},
		Background: custom("Erreichbar", "ada@example.com", "Seite", "https://linkedin.com/in/ada-e"),
	}
	for rec, bad := range src.Records() {
		if bad != nil || !reflect.DeepEqual(rec.Person, want) {
			t.Errorf("%v\ngot  %+v\nwant %+v", bad, rec.Person, want)
		}
		break
	}
}

func TestMappingIsChecked(t *testing.T) {
	for want, m := range map[string]intake.Mapping{
		`map "Who": no field is called "nome": choose one of custom, dropped, name, `: {{Header: "Who", Field: "nome"}},
		`map "WHO": it stands there twice`:                                            {{Header: "Who", Field: "name"}, {Header: "WHO", Field: "title"}},
		`map "Gender": the column tells gender, which is never used`:                  {{Header: "Gender", Field: "notes"}},
		`map "#": a header needs a letter or a digit`:                                 {{Header: "#", Field: "notes"}},
	} {
		if err := m.Validate(); err == nil || !strings.HasPrefix(err.Error(), want) {
			t.Errorf("got %v, want %s", err, want)
		}
		if _, err := intake.ReadAs(strings.NewReader(strange), "test", noLimits, intake.As{Mapping: m}); err == nil {
			t.Errorf("%s: used all the same", want)
		}
	}
	_, err := intake.ReadAs(strings.NewReader(strange), "test", noLimits, intake.As{Mapping: intake.Mapping{{Header: "Absent", Field: "name"}}})
	if err == nil || !strings.Contains(err.Error(), "no header found") {
		t.Error(err)
	}
}

func TestHeaderKey(t *testing.T) {
	a := intake.HeaderKey([]string{"First Name", "E-mail"})
	if b := intake.HeaderKey([]string{"e mail", "FIRST_NAME"}); a != b || len(a) != 32 {
		t.Errorf("%s, %s", a, b)
	}
	if c := intake.HeaderKey([]string{"First Name", "E-mail", "Wer"}); a == c {
		t.Error("another column, the same key")
	}
}
