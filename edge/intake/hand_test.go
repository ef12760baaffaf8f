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
