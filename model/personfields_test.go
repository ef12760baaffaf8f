package model_test

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"talentmap/model"
)

// field is one of the fields of a person.
func field(t *testing.T, name string) model.PersonField {
	t.Helper()
	for _, f := range model.PersonFields() {
		if f.Name == name {
			return f
		}
	}
	t.Fatalf("there is no field %q", name)
	return model.PersonField{}
}

// edited is someone with a value in every field.
func edited() model.Person {
	p := model.Person{
		ID: 7, Rev: 3, Name: "Grace Sample", Headline: "Ledgers that balance", Location: "Oslo, Norway", Zone: "America/Denver",
		Summary: "Builds ledgers.", Notes: "Met at a meetup.", Skills: []string{"Go", "C, and C++"},
		Motivators: []model.Motivator{model.Scope},
		Positions: []model.Position{
			{Company: "Acme", CompanyID: 4, Title: "CTO", Location: "Oslo", Start: model.YearMonth(2021, 3), Summary: "all of it"},
			{Company: "Oak Mills", CompanyID: 5, Title: "Engineer", Start: model.Year(2017), End: model.YearMonth(2021, 2)},
		},
	}
	p.Contact = model.Contact{Emails: []string{"grace@loom.example"}, Phones: []string{"+47 1"}, Links: []string{"github.com/grace"}, ExternalIDs: []string{"id:9"}}
	p.Background.Tags = []string{"ledger"}
	p.Background.Connections = []model.Connection{{Name: "Linus Muster", How: "same team at Acme", Person: 9}, {Name: "Jane Roe"}}
	p.Background.Content = []model.Content{{Kind: "talk", Title: "Ledgers", Date: model.YearMonth(2025, 5), Link: "https://talks.example/1"}, {Title: "A note"}}
	p.Background.Custom = map[string]string{"Visa: until": "2027", "Shirt": " L "}
	p.Outreach.Owner = "ada"
	return p
}

func TestAFieldSetToItsOwnTextChangesNothing(t *testing.T) {
	p := edited()
	p.Contact.Emails = append(p.Contact.Emails, "NOT one")
	p.Positions = append(p.Positions, model.Position{Company: "A | B", Title: "C | D", Start: 20269999})
	was := p
	for _, f := range model.PersonFields() {
		if err := f.Set(&p, f.Text(&p)); err != nil {
			t.Error(err)
		}
	}
	if !reflect.DeepEqual(p, was) || len(model.ChangedFields(&p, &was)) != 0 {
		t.Errorf("%+v, was %+v", p, was)
	}
}

func TestSettingAField(t *testing.T) {
	for _, tt := range []struct{ name, text, want, err string }{
		{name: "name", text: "  Grace\tB. Sample ", want: "Grace B. Sample"},
		{name: "name", text: " ", err: "name: a person needs a name"},
		{name: "location", text: "Bergen", want: "Bergen"},
		{name: "notes", text: "one\r\n\r\ntwo \n", want: "one\n\ntwo"},
		{name: "e-mails", text: "\nGrace <G@Oak.example>\n\ngrace@loom.example\ng@oak.example", want: "g@oak.example\ngrace@loom.example"},
		{name: "e-mails", text: "grace@loom.example\n\nnone", err: `e-mails, line 3: "none" is not an e-mail address: write it like ada@example.com`},
		{name: "e-mails", text: "none", err: `e-mails: "none" is not an e-mail address: write it like ada@example.com`},
		{name: "links", text: "https://www.GitHub.com/Grace/", want: "github.com/grace"},
		{name: "links", text: "linkedin", err: `links: "linkedin" is not a link to a person: write it like linkedin.com/in/ada`},
		{name: "phones", text: "none", err: `phones: "none" has no digit: write it like +49 30 1234567`},
		{name: "skills", text: "C, and C++\nRust", want: "C, and C++\nRust"},
		{name: "skills", text: "", want: ""},
		{name: "motivators", text: "Company Stage\nscope", want: "company stage\nscope"},
		{name: "motivators", text: "fame", err: `motivators: "fame" is no motivator: scope, compensation, technology or company stage`},
		{name: "positions", text: "Acme | Chief | Mar 2021 | now\nOak Mills", want: "Acme | Chief | 2021-03\nOak Mills"},
		{name: "positions", text: "| Advisor", want: "| Advisor"},
		{name: "positions", text: "Acme | CTO | 2021-03\nOak | Dev | soon", err: `positions, line 2: from: "soon" is not a date: write it like 2024-03-12, 2024-03 or 2024`},
		{name: "positions", text: "Oak | Dev | 2021 | 2019", err: "positions: it ends (2019) before it begins (2021)"},
		{name: "positions", text: "a|b|2020|2021|x", err: `positions: "a|b|2020|2021|x" has 5 parts, not 4: write it as Company | Title | from | to`},
		{name: "positions", text: "| | 2020", err: `positions: "| | 2020" has neither company nor title: write it as Company | Title | from | to`},
	} {
		p, f := edited(), field(t, tt.name)
		err := f.Set(&p, tt.text)
		switch {
		case tt.err != "" && (err == nil || err.Error() != tt.err):
			t.Errorf("%s = %q: error %v, want %q", tt.name, tt.text, err, tt.err)
		case tt.err != "":
			if was := edited(); !reflect.DeepEqual(p, was) {
				t.Errorf("%s = %q failed and changed %+v", tt.name, tt.text, p)
			}
		case err != nil || f.Text(&p) != tt.want:
			t.Errorf("%s = %q: %q, %v, want %q", tt.name, tt.text, f.Text(&p), err, tt.want)
		}
	}
}

// A changed line keeps of its position what a line does not hold.
func TestAChangedPositionKeepsTheRest(t *testing.T) {
	p, f := edited(), field(t, "positions")
	if err := f.Set(&p, "Acme | Chief Technology Officer | 2021-03\nOak & Elm | Engineer | 2017 | 2021-02"); err != nil {
		t.Fatal(err)
	}
	want := []model.Position{
		{Company: "Acme", CompanyID: 4, Title: "Chief Technology Officer", Location: "Oslo", Start: model.YearMonth(2021, 3), Summary: "all of it"},
		{Company: "Oak & Elm", Title: "Engineer", Start: model.Year(2017), End: model.YearMonth(2021, 2)},
	}
	if !slices.Equal(p.Positions, want) {
		t.Errorf("%+v", p.Positions)
	}
}

func TestChangedFieldsAreNamedInOrder(t *testing.T) {
	a, b := edited(), edited()
	b.Notes, b.Location, b.Outreach.Owner = "", "Bergen", "ben"
	b.Skills = []string{"Go"}
	if got := strings.Join(model.ChangedFields(&a, &b), ", "); got != "location, skills, notes" {
		t.Errorf("changed %s", got)
	}
}
