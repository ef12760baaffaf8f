package model_test

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"talentmap/model"
)

// versions are three of one person, the latter two changed.
func versions(theirs, mine func(p *model.Person)) (b, t, m model.Person) {
	b, t, m = edited(), edited(), edited()
	t.Rev = 8
	theirs(&t)
	mine(&m)
	return b, t, m
}

// mergeCase is one field in three versions, and what is to become of it.
type mergeCase struct {
	name         string
	theirs, mine func(p *model.Person)
	field        string
	stands       model.Side
	both         string
	want         string // the field's text as it stands
}

func TestMergePerson(t *testing.T) {
	for _, tt := range []mergeCase{
		{"mine alone", func(*model.Person) {}, func(p *model.Person) { p.Location = "Bergen" }, "location", model.Mine, "", "Bergen"},
		{"theirs alone", func(p *model.Person) { p.Location = "Bergen" }, func(*model.Person) {}, "location", model.Theirs, "", "Bergen"},
		{"a line by both", func(p *model.Person) { p.Location = "Bergen" }, func(p *model.Person) { p.Location = "Rome" }, "location", model.Undecided, "", ""},
		{
			"a text by both, mine goes on", func(p *model.Person) { p.Notes = "Met at a fair." }, func(p *model.Person) { p.Notes += "\nLikes tea." },
			"notes", model.Undecided, "Met at a fair.\nLikes tea.", "",
		},
		{
			"a text by both, anew", func(p *model.Person) { p.Notes = "Met at a fair." }, func(p *model.Person) { p.Notes = "Likes tea." },
			"notes", model.Undecided, "Met at a fair.\nLikes tea.", "",
		},
		{
			"a list by both",
			func(p *model.Person) { p.Skills = []string{"SQL", "Go", "C, and C++"} },
			func(p *model.Person) { p.Skills = []string{"Go", "Rust"} },
			"skills", model.Both, "SQL\nGo\nRust", "SQL\nGo\nRust",
		},
		{
			"both replace an address",
			func(p *model.Person) { p.Contact.Emails = []string{"g@oak.example"} },
			func(p *model.Person) { p.Contact.Emails = []string{"g@elm.example"} },
			"e-mails", model.Both, "g@elm.example\ng@oak.example", "g@elm.example\ng@oak.example",
		},
		{
			"two positions", func(p *model.Person) { p.Positions[0].Title = "Chief" }, func(p *model.Person) { p.Positions[1].Title = "Developer" },
			"positions", model.Both, "Acme | Chief | 2021-03\nOak Mills | Developer | 2017 | 2021-02", "Acme | Chief | 2021-03\nOak Mills | Developer | 2017 | 2021-02",
		},
		{
			"the same position", func(p *model.Person) { p.Positions[0].Title = "Chief" }, func(p *model.Person) { p.Positions[0].Title = "VP" },
			"positions", model.Undecided, "Acme | VP | 2021-03\nAcme | Chief | 2021-03\nOak Mills | Engineer | 2017 | 2021-02", "",
		},
	} {
		t.Run(tt.name, tt.check)
	}
}

func (tt *mergeCase) check(t *testing.T) {
	b, th, m := versions(tt.theirs, tt.mine)
	merge := model.MergePerson(&b, &th, &m)
	if len(merge.Fields) != 1 {
		t.Fatalf("%d fields differ", len(merge.Fields))
	}
	d, f := merge.Fields[0], field(t, tt.field)
	if d.Field != tt.field || d.Stands != tt.stands || d.Base != f.Text(&b) || d.Theirs != f.Text(&th) || d.Mine != f.Text(&m) {
		t.Errorf("%+v", d)
	}
	if tt.both != "" && d.Both != tt.both || d.Unites == (tt.field == "location") {
		t.Errorf("both are %q, want %q", d.Both, tt.both)
	}
	p, err := merge.Person(nil)
	if tt.stands != model.Undecided {
		if err != nil || f.Text(&p) != tt.want || p.Rev != 8 || p.ID != 7 {
			t.Errorf("%q at revision %d, %v, want %q at 8", f.Text(&p), p.Rev, err, tt.want)
		}
		return
	}
	if err == nil || err.Error() != tt.field+" was changed by both: choose mine or theirs" {
		t.Errorf("undecided, and %v", err)
	}
	for side, want := range map[model.Side]string{model.Mine: f.Text(&m), model.Theirs: f.Text(&th)} {
		if p, err := merge.Person([]model.Side{side}); err != nil || f.Text(&p) != want {
			t.Errorf("%d chosen: %q, %v, want %q", side, f.Text(&p), err, want)
		}
	}
}

func TestTheSameChangeByBothIsNoDifference(t *testing.T) {
	same := func(p *model.Person) { p.Location, p.Skills = "Bergen", []string{"Go"} }
	b, th, m := versions(same, same)
	if merge := model.MergePerson(&b, &th, &m); len(merge.Fields) != 0 || !merge.Untouched() {
		t.Errorf("%+v", merge.Fields)
	}
}

// What is no field stands as it is now, whatever an older version says of it.
func TestAMergeKeepsWhatIsNoField(t *testing.T) {
	b, th, m := versions(func(p *model.Person) {
		p.Outreach.State, p.Outreach.Owner = model.Active, "ben"
		p.Contact.ExternalIDs = []string{"id:10"}
	}, func(p *model.Person) { p.Location = "Rome" })
	merge := model.MergePerson(&b, &th, &m)
	p, err := merge.Person(nil)
	want := th
	want.Location = "Rome"
	if err != nil || !reflect.DeepEqual(p, want) || !merge.Untouched() {
		t.Errorf("%+v, %v", p, err)
	}
}

func TestALockIsNeverLost(t *testing.T) {
	none, dnc, until, out := model.Outreach{}, model.Outreach{Lock: model.DoNotContact}, model.Outreach{Lock: model.DoNotContact, LockUntil: model.Year(2027)}, model.Outreach{Lock: model.OptedOut, LockWhy: "by mail"}
	for _, tt := range []struct {
		name                     string
		base, theirs, mine, want model.Outreach
	}{
		{"set by them", none, out, none, out},
		{"set by me", none, none, dnc, dnc},
		{"set by both, theirs stricter", none, out, dnc, out},
		{"set by both, mine stricter", none, dnc, out, out},
		{"without end", none, until, dnc, dnc},
		{"made stricter by them", until, dnc, until, dnc},
		{"lifted by me, made stricter by them", until, out, none, out},
	} {
		b, th, m := edited(), edited(), edited()
		b.Outreach, th.Outreach, m.Outreach = tt.base, tt.theirs, tt.mine
		m.Location = "Rome"
		merge := model.MergePerson(&b, &th, &m)
		p, err := merge.Person([]model.Side{model.Mine, model.Mine})
		if err != nil || p.Outreach != tt.want || p.Location != "Rome" {
			t.Errorf("%s: %+v, %v", tt.name, p.Outreach, err)
		}
		if d := merge.Fields[0]; d.Field != "lock" || !d.Fixed {
			t.Errorf("%s: the lock is not shown: %+v", tt.name, d)
		}
		if merge.Untouched() && tt.theirs != tt.base {
			t.Errorf("%s: a lock was set, and nobody would see it", tt.name)
		}
	}
}

// drawn is a version of a person, made of few words so that versions meet.
func drawn(r *rapid.T, label string) model.Person {
	word := rapid.SampledFrom([]string{"", "a", "b", "c", "d"})
	list := rapid.SliceOfNDistinct(rapid.SampledFrom([]string{"a", "b", "c", "d"}), 0, 4, rapid.ID[string])
	p := model.Person{Name: "Ada", Location: word.Draw(r, label+" location"), Skills: list.Draw(r, label+" skills"), Notes: word.Draw(r, label+" notes")}
	for _, title := range list.Draw(r, label+" titles") {
		p.Positions = append(p.Positions, model.Position{Company: "Acme", Title: title})
	}
	return p
}

// Nothing that either side put in is lost unless somebody chooses so, nothing
// that one took out comes back, and it is the same seen from either side.
func TestMergeLosesNothing(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		b, th, m := drawn(r, "base"), drawn(r, "theirs"), drawn(r, "mine")
		one, other := model.MergePerson(&b, &th, &m), model.MergePerson(&b, &m, &th)
		if len(one.Fields) != len(other.Fields) {
			r.Fatalf("%d fields differ, and %d seen from the other side", len(one.Fields), len(other.Fields))
		}
		for i, d := range one.Fields {
			mirrored(r, d, other.Fields[i])
			if d.Unites {
				united(r, d)
			}
		}
		chooses(r, one)
	})
}

// mirrored checks that a difference is the same seen from the other side.
func mirrored(r *rapid.T, d, o model.Difference) {
	turned := map[model.Side]model.Side{model.Mine: model.Theirs, model.Theirs: model.Mine, model.Both: model.Both, model.Undecided: model.Undecided}
	if o.Field != d.Field || o.Stands != turned[d.Stands] {
		r.Fatalf("%s stands by %d, and by %d seen from the other side", d.Field, d.Stands, o.Stands)
	}
	if d.Stands == model.Both && !slices.Equal(sorted(d.Both), sorted(o.Both)) {
		r.Fatalf("%s unites to %q, and to %q", d.Field, d.Both, o.Both)
	}
}

// united checks that what either side put in is in both, and in a list nothing
// that one took out.
func united(r *rapid.T, d model.Difference) {
	was, have := sorted(d.Base), sorted(d.Both)
	for _, side := range [][]string{sorted(d.Theirs), sorted(d.Mine)} {
		for _, item := range side {
			if !slices.Contains(was, item) && !slices.Contains(have, item) {
				r.Fatalf("%s: %q is lost in %q", d.Field, item, d.Both)
			}
		}
		for _, item := range was {
			if d.Shape() == model.FieldItems && !slices.Contains(side, item) && slices.Contains(have, item) {
				r.Fatalf("%s: %q was taken out and stands in %q", d.Field, item, d.Both)
			}
		}
	}
}

// chooses checks that what is chosen is what stands.
func chooses(r *rapid.T, m *model.Merge) {
	chosen := make([]model.Side, len(m.Fields))
	for i := range chosen {
		chosen[i] = rapid.SampledFrom([]model.Side{model.Mine, model.Theirs}).Draw(r, "chosen")
	}
	p, err := m.Person(chosen)
	if err != nil {
		r.Fatal(err)
	}
	texts := map[string]string{}
	for _, f := range model.PersonFields() {
		texts[f.Name] = f.Text(&p)
	}
	for i, d := range m.Fields {
		if want := map[model.Side]string{model.Mine: d.Mine, model.Theirs: d.Theirs}[chosen[i]]; texts[d.Field] != want {
			r.Fatalf("%s: %q stands, %q was chosen", d.Field, texts[d.Field], want)
		}
	}
}

// sorted are the lines of a text that have something in them, in order.
func sorted(s string) []string {
	lines := strings.FieldsFunc(s, func(r rune) bool { return r == '\n' })
	slices.Sort(lines)
	return lines
}
