package intake_test

import (
	"slices"
	"testing"

	"talentmap/model"
)

// What people have changed or taken out by hand does not come back with the next
// file that says what the source has said before.
func TestWhatIsTakenOutByHandStaysOut(t *testing.T) {
	m := newMemory()
	arrive(t, m, "2025-03-01", header+"Ann Lee,ann@example.com,Engineer,Acme,Berlin,Go; Cobol\nBo Day,bo@example.com,Clerk,Acme,Oslo,\n")
	ann := &m.people[0]
	ann.Positions[0].Title, ann.Location, ann.Skills = "Staff Engineer", "", []string{"Go"}

	for _, f := range []struct{ day, skills string }{{"2025-03-01", "Go; Cobol"}, {"2025-09-01", "Go; Cobol"}, {"2025-12-01", "Go; Cobol; SQL"}} {
		arrive(t, m, f.day, header+"Ann Lee,ann@example.com,Engineer,Acme,Berlin,"+f.skills+"\nBo Day,bo@example.com,Clerk,Acme,Oslo,\n")
		ann = &m.people[0]
		if len(ann.Positions) != 1 || ann.Positions[0].Title != "Staff Engineer" || ann.Location != "" || slices.Contains(ann.Skills, "Cobol") {
			t.Errorf("%s: %+v, in %q, skills %q", f.day, ann.Positions, ann.Location, ann.Skills)
		}
	}
	if !slices.Equal(ann.Skills, []string{"Go", "SQL"}) {
		t.Errorf("what is new was not taken: skills %q", ann.Skills)
	}
}

// An address that was taken out is not written to because the file has it still.
func TestAnAddressTakenOutStaysOut(t *testing.T) {
	m := newMemory()
	const row = "Ann Lee,ann@example.com,Engineer,Acme,Berlin,Go\nBo Day,bo@example.com,Clerk,Acme,Oslo,\n"
	arrive(t, m, "2025-03-01", header+row)
	m.people[0].Contact.Emails = nil
	delete(m.keys, "e:ann@example.com")
	for _, day := range []string{"2025-03-01", "2025-09-01"} {
		sum := arrive(t, m, day, header+row)
		if sum.New+sum.Changed != 0 || len(m.people[0].Contact.Emails) != 0 {
			t.Errorf("%s: %+v, addresses %q", day, countsOf(sum), m.people[0].Contact.Emails)
		}
	}
}

// Who goes back to a former employer stands there again, from that day on.
func TestSomeoneComesBackToAFormerEmployer(t *testing.T) {
	m := newMemory()
	for _, f := range []struct{ day, company string }{{"2025-01-01", "Acme"}, {"2025-04-01", "Borealis"}, {"2025-07-01", "Acme"}, {"2025-07-01", "Acme"}} {
		arrive(t, m, f.day, header+"Ann Lee,ann@example.com,Engineer,"+f.company+",Berlin,\nBo Day,bo@example.com,Clerk,Acme,Oslo,\n")
	}
	var open []model.Position
	for _, q := range m.people[0].Positions {
		if !q.End.Known() {
			open = append(open, q)
		}
	}
	if len(open) != 1 || open[0].Company != "Acme" || len(m.people[0].Positions) != 3 {
		t.Errorf("positions %+v", m.people[0].Positions)
	}
}

// What our own export says of locks, motivators and findings comes in. A lock is said
// each time, also by an older file, and a laxer one opens nothing; what was taken out
// by hand otherwise stays out.
func TestLocksOfOurOwnFiles(t *testing.T) {
	const ours = "name,e-mail,motivators,outreach state,lock,lock until,lock why,job_history_json,research_json\n"
	const found = `"[{""item"":""published content"",""looked"":""found"",""fact"":""a talk""}]"` + "\n"
	m := newMemory()
	locked := func(day, lock, until string) model.Outreach {
		arrive(t, m, day, ours+"Ann Lee,ann@example.com,scope,nurture,"+lock+","+until+",asked,,"+found+"Bo Day,bo@example.com,,,,,,,\n")
		return m.people[0].Outreach
	}
	if o := locked("2025-03-01", "do-not-contact", ""); o.Lock != model.DoNotContact || o.LockWhy != "asked" || o.State != "" || o.Research[model.PublishedContent].Fact != "a talk" {
		t.Errorf("new: %+v", o)
	}
	m.people[0].Motivators, m.people[0].Outreach = nil, model.Outreach{State: model.Active}
	if o := locked("2025-03-01", "do-not-contact", ""); o.Lock != model.DoNotContact || o.State != model.Active || o.Research.Done() != 0 || m.people[0].Motivators != nil {
		t.Errorf("again: %+v, moved by %v", o, m.people[0].Motivators)
	}
	if o := locked("2025-09-01", "opted-out", ""); o.Lock != model.OptedOut {
		t.Errorf("stricter: %+v", o)
	}
	if o := locked("2025-10-01", "do-not-contact", "2030"); o.Lock != model.OptedOut {
		t.Errorf("laxer: %+v", o)
	}
	if o := locked("2025-11-01", "", ""); o.Lock != model.OptedOut {
		t.Errorf("none: %+v", o)
	}
	m.people[0].Outreach = model.Outreach{}
	if o := locked("2024-01-01", "opted-out", ""); o.Lock != model.OptedOut {
		t.Errorf("of an older file: %+v", o)
	}
}
