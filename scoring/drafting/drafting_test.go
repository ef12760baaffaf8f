package drafting_test

import (
	"strings"
	"testing"
	"time"

	"talentmap/model"
	"talentmap/scoring/drafting"
)

var now = time.Date(2026, 3, 5, 9, 0, 0, 0, time.UTC)

func bjorn() *model.Person {
	p := &model.Person{
		ID: 7, Name: "Dr. Björn Ek", Location: "Stockholm, Sweden", Skills: []string{"Go", "Kafka"},
		Motivators: []model.Motivator{model.Compensation, model.Technology},
		Positions: []model.Position{
			{Title: "Staff Engineer", Company: "Acme", Start: model.Day(2022, 2, 1)},
			{Title: "Engineer", Company: "Borealis", Start: model.Day(2018, 1, 1), End: model.Day(2022, 1, 31)},
		},
	}
	p.Contact.Links = []string{"linkedin.com/in/bjorn"}
	p.Background.Content = []model.Content{{Kind: "article", Title: "Old", Date: model.Year(2019)}, {Kind: "talk", Title: "Streams", Date: model.Year(2025)}}
	p.Background.Connections = []model.Connection{{Name: "Mia", How: "worked together at Acme."}}
	p.Outreach.Research[model.RoleAndCompany] = model.Finding{Looked: model.ItemFound, Fact: "runs the stream platform."}
	p.Outreach.Research[model.CompanyContext] = model.Finding{Looked: model.ItemNone, Fact: "nothing"}
	p.Origin = model.Origin{Source: "connections.csv", At: now.AddDate(0, 0, -3)}
	return p
}

func TestValues(t *testing.T) {
	about := drafting.About{
		Person: bjorn(), Now: now, Role: &model.Role{Title: "Lead", Must: []string{"kafka"}, Offers: []model.Motivator{model.Technology}},
		Sender:  model.Sender{Name: "Ada Lovelace", Privacy: "https://t.example/privacy"},
		Touches: []model.Touch{{At: now.AddDate(0, -2, 0), Subject: "Hello"}, {At: now, Direction: model.Inbound, Subject: "no"}},
	}
	v := drafting.Values(&about)
	for f, want := range map[model.Field]string{
		model.FieldFirstName: "Björn", model.FieldLastName: "Ek", model.FieldTitle: "Staff Engineer", model.FieldCompany: "Acme",
		model.FieldTenure: "four years", model.FieldPreviousTitle: "Engineer", model.FieldPreviousCompany: "Borealis",
		model.FieldSkill: "Kafka", model.FieldFactRole: "runs the stream platform", model.FieldFactCompany: "",
		model.FieldPublished: "your talk “Streams”", model.FieldIntroducer: "Mia", model.FieldIntroducerHow: "worked together at Acme",
		model.FieldMotivator: "the technology you would work with", model.FieldRoleTitle: "Lead", model.FieldRoleCompany: "",
		model.FieldLastSubject: "Hello", model.FieldLastMonth: "January", model.FieldSenderFirst: "Ada", model.FieldSource: "your public profile, linkedin.com/in/bjorn",
	} {
		if got := v.Value(f); got != want {
			t.Errorf("%s is %q, want %q", f, got, want)
		}
	}
	if notice := v.Value(model.FieldPrivacyNotice); !strings.Contains(notice, "linkedin.com/in/bjorn") || !strings.Contains(notice, "https://t.example/privacy") {
		t.Errorf("the notice is %q", notice)
	}
	about.Person.Location = "Austin, Texas"
	if v := drafting.Values(&about); v.Value(model.FieldPrivacyNotice) != "" || !v.Known(model.FieldPrivacyNotice) {
		t.Error("there is a gap where no notice is due")
	}
}

// What she has published is hers in a text to her, and somebody's in one about her.
func TestPublishedIsToldToWhomTheTextIsFor(t *testing.T) {
	for _, tt := range []struct {
		channel    model.Channel
		lang, want string
		content    model.Content
	}{
		{model.Email, "en", "your talk “Streams”", model.Content{Kind: "talk", Title: "Streams"}},
		{model.Phone, "en", "your talk “Streams”", model.Content{Kind: "talk", Title: "Streams"}},
		{model.Introduction, "en", "the talk “Streams”", model.Content{Kind: "talk", Title: "Streams"}},
		{model.Event, "", "the work on replay", model.Content{Kind: "open source", Title: "replay"}},
		{model.Introduction, "en", "“Streams”", model.Content{Title: "Streams"}},
		{model.Email, "de", "Ihr Vortrag „Streams“", model.Content{Kind: "talk", Title: "Streams"}},
		{model.Introduction, "de", "„Streams“", model.Content{Kind: "talk", Title: "Streams"}},
		{model.Introduction, "de", "die Arbeit an replay", model.Content{Kind: "open source", Title: "replay"}},
	} {
		p := bjorn()
		p.Background.Content = []model.Content{tt.content}
		made, err := drafting.MakeFrom(model.TemplateRef{}, model.Wording{Channel: tt.channel, Lang: tt.lang, Body: "About {{published}}"}, drafting.About{Person: p, Now: now})
		if want := "About " + tt.want; err != nil || made.Draft.Body != want {
			t.Errorf("by %s in %q: %q, %v, want %q", tt.channel, tt.lang, made.Draft.Body, err, want)
		}
	}
}

// What the role offers stands in its own words, where it has some.
func TestTheRolesOwnWords(t *testing.T) {
	r := &model.Role{Offers: []model.Motivator{model.Technology}, Words: map[model.Motivator]string{model.Technology: "a stream engine of your own."}}
	about := drafting.About{Person: bjorn(), Now: now, Role: r}
	if got := drafting.Values(&about).Value(model.FieldMotivator); got != "a stream engine of your own" {
		t.Errorf("it is %q", got)
	}
}

func TestNames(t *testing.T) {
	for name, want := range map[string][2]string{
		"Björn Ek": {"Björn", "Ek"}, "Ek, Björn": {"Björn", "Ek"}, "Prof. Dr. Anna Maria Schmidt": {"Anna", "Schmidt"},
		"Jane Doe, PhD": {"Jane", "Doe"}, "Jane Doe MBA": {"Jane", "Doe"}, "山田太郎": {"山田太郎", ""}, "Prince": {"Prince", ""}, "": {"", ""}, "Dr.": {"Dr.", ""},
	} {
		if first, last := drafting.Names(name); first != want[0] || last != want[1] {
			t.Errorf("%q is %q and %q, want %q", name, first, last, want)
		}
	}
}

// A person of whom nothing is known but that she is there gives a text with gaps, and no
// error.
func TestMakeOfNobody(t *testing.T) {
	tp := model.Template{ID: 3, Version: 2, Now: model.Wording{Channel: model.Email, Subject: "On {{skill}}", Body: "Hi {{first_name}}, {{fact.role}}. {{sender}}"}}
	made, err := drafting.Make(&tp, drafting.About{Person: &model.Person{ID: 9}, Now: now})
	if err != nil || made.Draft.Body != "Hi {{first_name}}, {{fact.role}}. {{sender}}" || len(made.Gaps) != 4 {
		t.Errorf("made is %+v, %v", made, err)
	}
	if d := made.Draft; d.Person != 9 || d.Made.Template != (model.TemplateRef{ID: 3, Version: 2}) {
		t.Errorf("the draft is %+v", d)
	}
}

func TestMotivator(t *testing.T) {
	p := bjorn()
	for _, c := range []struct {
		role *model.Role
		want model.Motivator
	}{
		{nil, model.Compensation},
		{&model.Role{Offers: []model.Motivator{model.Scope, model.Technology}}, model.Technology},
		{&model.Role{Offers: []model.Motivator{model.Scope}}, ""},
	} {
		if got := drafting.Motivator(p, c.role); got != c.want {
			t.Errorf("for %+v it is %q, want %q", c.role, got, c.want)
		}
	}
}

// What fits best comes first, with its reason; what was shared before does not come
// again.
func TestMatches(t *testing.T) {
	p := bjorn()
	shelf := []model.ShelfItem{
		{ID: 1, Title: "Cooking", Topics: []string{"pasta"}, At: now},
		{ID: 2, Title: "Streams at work", Topics: []string{"streams"}},
		{ID: 3, Title: "Kafka in brief", Topics: []string{"kafka"}},
		{ID: 4, Title: "Shared", Topics: []string{"kafka", "go"}},
		{ID: 5, Title: "Pay", Motivators: []model.Motivator{model.Compensation}},
	}
	got := drafting.Matches(p, []model.Touch{{Shelf: 4}}, shelf, now)
	var ids []model.ShelfID
	for _, m := range got {
		ids = append(ids, m.Item.ID)
	}
	if len(ids) != 4 || ids[0] != 3 || ids[1] != 2 || ids[2] != 5 || ids[3] != 1 {
		t.Errorf("the order is %v", ids)
	}
	if got[0].Why != "its topic kafka is a skill of hers" || got[1].Why != "she has published on its topic streams" || got[3].Score != 0 {
		t.Errorf("the reasons are %q, %q", got[0].Why, got[1].Why)
	}
}

func TestChoose(t *testing.T) {
	templates := []model.Template{{ID: 1, Purpose: model.ForFirst}, {ID: 2, Purpose: model.ForFollowUp}, {ID: 3, Purpose: model.ForValue}, {ID: 4, Purpose: model.ForReply}, {ID: 5}}
	sequences := []model.Sequence{
		{ID: 1, Name: "S", Steps: []model.Step{{Template: 1}, {Template: 2}, {Template: 5}}},
		{ID: 2, Name: "T", Steps: []model.Step{{Template: 5}, {Template: 4}, {}}},
	}
	for _, c := range []struct {
		o    model.Outreach
		id   model.TemplateID
		seq  model.SequenceID
		none bool
	}{
		{o: model.Outreach{}, id: 1, seq: 1},
		{o: model.Outreach{State: model.Researched, Plan: model.Plan{Sequence: 2, Touches: 3}}, id: 5, seq: 2}, // put into it
		{o: model.Outreach{Plan: model.Plan{Sequence: 9, Touches: 3}}, id: 1},                                  // into one that has gone
		{o: model.Outreach{State: model.Active, Step: 2}, id: 5},
		{o: model.Outreach{State: model.Active, Step: 1, Plan: model.Plan{Sequence: 2, Touches: 3}}, id: 4},
		{o: model.Outreach{State: model.Active, Step: 2, Plan: model.Plan{Sequence: 2, Touches: 3}}, id: 2}, // that step has none
		{o: model.Outreach{State: model.Nurture}, id: 3},
		{o: model.Outreach{State: model.Replied}, id: 4},
	} {
		got, ok := drafting.Choose(&c.o, templates, sequences)
		if !ok || got.Template.ID != c.id || got.Sequence != c.seq {
			t.Errorf("for %s, step %d it is %s of %s (%s), want %s of %s", c.o.Current(), c.o.Step, got.Template.ID, got.Sequence, got.Why, c.id, c.seq)
		}
	}
	if _, ok := drafting.Choose(&model.Outreach{}, nil, nil); ok {
		t.Error("there is a template where there are none")
	}
}
