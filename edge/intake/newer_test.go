package intake_test

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"talentmap/edge/intake"
	"talentmap/edge/intake/format"
	"talentmap/edge/intake/format/formattest"
	"talentmap/model"
)

// dated opens a text as a file of a day.
func dated(t *testing.T, day, text string) *format.Source {
	t.Helper()
	return formattest.Open(t, "people_"+day+".csv", text)
}

// arrive previews and applies a file of a day, and checks that the preview told
// what then happened.
func arrive(t *testing.T, m *memory, day, text string) intake.Outcome {
	t.Helper()
	src := dated(t, day, text)
	pre, err := intake.Preview(t.Context(), src, m, opts)
	if err != nil {
		t.Fatal(err)
	}
	m.news, m.fired = nil, nil
	sum, err := intake.Apply(t.Context(), src, m, m, opts)
	if err != nil {
		t.Fatal(err)
	}
	if countsOf(pre) != countsOf(sum) || !reflect.DeepEqual(pre.News, sum.News) {
		t.Errorf("%s: the preview told %+v %v, the import %+v %v", day, countsOf(pre), pre.News, countsOf(sum), sum.News)
	}
	return sum
}

// told is the news of a file, a line each.
func told(v intake.Outcome) string {
	lines := make([]string, len(v.Told))
	for i, n := range v.Told {
		lines[i] = fmt.Sprintf("%s: %s: %s → %s, %s to %s", n.Name, n.Kind, n.From, n.To, n.NotBefore, n.Date)
	}
	slices.Sort(lines)
	return strings.Join(lines, "\n")
}

const header = "name,email,title,company,location,skills\n"

func TestANewerFileTellsNews(t *testing.T) {
	m := newMemory()
	arrive(t, m, "2025-03-01", header+
		"Ann Lee,ann@example.com,Engineer,Acme,Berlin,Go\n"+
		"Bo Day,bo@example.com,Engineer,Acme,Oslo,Go\n"+
		"Cy Fox,cy@example.com,Clerk,Acme GmbH,Oslo,\n"+
		"Di Roe,di@example.com,Engineer,Borealis,Oslo,\n")
	sum := arrive(t, m, "2025-09-10", header+
		"Ann Lee,ann@example.com,Engineer,Borealis,Berlin,Go\n"+
		"Bo Day,bo@example.com,Senior Engineer,Acme,Oslo,Go\n"+
		"Cy Fox,cy@example.com,Clerk,\"ACME, Inc.\",Oslo,\n"+
		"Ed New,ed@example.com,Clerk,Acme,Oslo,\n")
	want := "Ann Lee: moved: Engineer at Acme → Engineer at Borealis, 2025-03-01 to 2025-09-10\n" +
		"Bo Day: promoted: Engineer at Acme → Senior Engineer at Acme, 2025-03-01 to 2025-09-10\n" +
		"Di Roe: gone: Di Roe, Engineer at Borealis → , 2025-03-01 to 2025-09-10"
	if got := told(sum); got != want {
		t.Errorf("told\n%s\nwant\n%s", got, want)
	}
	if sum.New != 1 || sum.Source != "people" || sum.Since != model.Day(2025, 3, 1) || sum.AsOf != model.Day(2025, 9, 10) {
		t.Errorf("%d new; of %q since %s, as of %s", sum.New, sum.Source, sum.Since, sum.AsOf)
	}
	// The job that was left is closed, the new one begun, as precisely as is known.
	ann := m.people[0]
	wantJobs := []model.Position{
		{Company: "Borealis", Title: "Engineer", Start: model.Year(2025)},
		{Company: "Acme", Title: "Engineer", End: model.Day(2025, 9, 10)},
	}
	if !reflect.DeepEqual(ann.Positions, wantJobs) {
		t.Errorf("Ann's positions: %+v", ann.Positions)
	}
	// Another spelling is no news, and no second position.
	if cy := m.people[2]; len(cy.Positions) != 1 {
		t.Errorf("Cy's positions: %+v", cy.Positions)
	}
	if again := arrive(t, m, "2025-09-10", header+
		"Ann Lee,ann@example.com,Engineer,Borealis,Berlin,Go\n"+
		"Bo Day,bo@example.com,Senior Engineer,Acme,Oslo,Go\n"+
		"Cy Fox,cy@example.com,Clerk,\"ACME, Inc.\",Oslo,\n"+
		"Ed New,ed@example.com,Clerk,Acme,Oslo,\n"); again.New+again.Changed != 0 || len(again.News) != 0 || len(m.news) != 0 {
		t.Errorf("the same again: %+v, %v", countsOf(again), again.News)
	}
	back := arrive(t, m, "2026-01-10", header+
		"Ann Lee,ann@example.com,Engineer,Borealis,Berlin,Go\n"+
		"Di Roe,di@example.com,Engineer,Borealis,Oslo,\n"+
		"Bo Day,bo@example.com,Senior Engineer,Acme,Oslo,Go\n"+
		"Cy Fox,cy@example.com,Clerk,\"ACME, Inc.\",Oslo,\n"+
		"Ed New,ed@example.com,Clerk,Acme,Oslo,\n")
	if got := told(back); got != "Di Roe: returned:  → , 2025-09-10 to 2026-01-10" {
		t.Errorf("told %s", got)
	}
}

// What a person has corrected stands, whatever the source says later.
func TestWhatWasCorrectedByHandStays(t *testing.T) {
	m := newMemory()
	arrive(t, m, "2025-03-01", header+"Ann Lee,ann@example.com,Engineer,Acme,Berlin,\nBo Day,bo@example.com,Engineer,Acme,Oslo,\n")
	m.people[0].Location = "Potsdam"
	sum := arrive(t, m, "2025-09-10", header+"Ann Lee,ann@example.com,Engineer,Acme,Hamburg,\nBo Day,bo@example.com,Engineer,Acme,Bergen,\n")
	if m.people[0].Location != "Potsdam" || m.people[1].Location != "Bergen" {
		t.Errorf("%q and %q", m.people[0].Location, m.people[1].Location)
	}
	if sum.News[model.LocationChanged] != 2 {
		t.Errorf("news %v", sum.News)
	}
}

// A file that is older than one that has come in is no news, and its undated
// facts are not taken for present ones.
func TestAnOlderFileTellsNothing(t *testing.T) {
	m := newMemory()
	arrive(t, m, "2025-09-10", header+"Ann Lee,ann@example.com,Engineer,Borealis,Berlin,\nBo Day,bo@example.com,Engineer,Acme,Oslo,\n")
	sum := arrive(t, m, "2025-03-01", header+"Ann Lee,ann@example.com,Engineer,Acme,Hamburg,Go\n")
	if !sum.Older || len(sum.News) != 0 {
		t.Errorf("older %v, news %v", sum.Older, sum.News)
	}
	ann := m.people[0]
	if len(ann.Positions) != 1 || ann.Location != "Berlin" || !slices.Equal(ann.Skills, []string{"Go"}) {
		t.Errorf("%+v", ann)
	}
	if m.sources[0].AsOf != model.Day(2025, 9, 10) {
		t.Errorf("the source is of %s", m.sources[0].AsOf)
	}
}

// An older file brought twice changes nothing the second time, also of someone
// without keys whom only it has; in a newer one again she has returned.
func TestAnOlderFileTwice(t *testing.T) {
	m := newMemory()
	const newest = "Ann Lee,ann@example.com,Engineer,Borealis,Berlin,\nBo Day,bo@example.com,Engineer,Acme,Oslo,\n"
	arrive(t, m, "2025-09-10", header+newest)
	const older = "Ann Lee,ann@example.com,Engineer,Acme,Hamburg,\nCy Fox,,Clerk,Acme,Oslo,\n"
	if sum := arrive(t, m, "2025-03-01", header+older); sum.New != 1 || m.sources[0].AsOf != model.Day(2025, 9, 10) {
		t.Errorf("%+v; the source is of %s", countsOf(sum), m.sources[0].AsOf)
	}
	if sum := arrive(t, m, "2025-03-01", header+older); sum.Same != 2 || len(m.people) != 3 {
		t.Errorf("again: %+v", countsOf(sum))
	}
	sum := arrive(t, m, "2025-12-01", header+newest+"Cy Fox,,Clerk,Acme,Oslo,\n")
	if got := told(sum); got != "Cy Fox: returned:  → , 2025-09-10 to 2025-12-01" {
		t.Errorf("told %s", got)
	}
}

// Another selection of the same people is compared, and nobody is gone from it.
func TestAnotherSelection(t *testing.T) {
	m := newMemory()
	var all strings.Builder
	for i := range 20 {
		fmt.Fprintf(&all, "Person %c,p%d@example.com,Engineer,Acme,Oslo,\n", 'A'+i, i)
	}
	rows := strings.SplitAfter(all.String(), "\n")
	arrive(t, m, "2025-03-01", header+all.String())
	sum := arrive(t, m, "2025-09-10", header+strings.Join(rows[:8], ""))
	if sum.Missing != 12 || len(sum.News) != 0 {
		t.Errorf("%d missing, news %v", sum.Missing, sum.News)
	}
	other := arrive(t, m, "2025-09-11", header+"Zoe Other,zoe@example.com,Engineer,Acme,Oslo,\n")
	if other.Since.Known() || len(m.sources) != 2 {
		t.Errorf("a file of others is compared with that of %s; %d sources", other.Since, len(m.sources))
	}
}

// Someone whose rows are spread over the file is compared by all of them.
func TestSeveralRowsAreOneStatement(t *testing.T) {
	m := newMemory()
	arrive(t, m, "2025-03-01", header+
		"Ann Lee,ann@example.com,Engineer,Acme,Berlin,Go\nBo Day,bo@example.com,Engineer,Acme,Oslo,\nAnn Lee,ann@example.com,Engineer,Acme,,Kafka\n")
	sum := arrive(t, m, "2025-09-10", header+
		"Ann Lee,ann@example.com,Engineer,Acme,,Kafka\nBo Day,bo@example.com,Engineer,Acme,Oslo,\nAnn Lee,ann@example.com,Engineer,Acme,Berlin,Go\n")
	if len(sum.News) != 0 || sum.Same != 3 || sum.Rows != 3 {
		t.Errorf("news %v, %+v", sum.News, countsOf(sum))
	}
}

// The second of two namesakes without keys is found again as the second.
func TestNamesakesWithoutKeysKeepTheirStatements(t *testing.T) {
	m := newMemory()
	rows := "Ann Lee,,CTO,Acme,Berlin,\nAnn Lee,,Clerk,Acme,Oslo,\nBo Day,,,,,\n"
	arrive(t, m, "2025-03-01", header+rows)
	sum := arrive(t, m, "2025-09-10", header+rows)
	if sum.Same != 3 || len(sum.News) != 0 || len(m.people) != 3 {
		t.Errorf("%+v, %s", countsOf(sum), told(sum))
	}
}

// One account, names in three scripts: one person.
func TestNamesInOtherScripts(t *testing.T) {
	m := newMemory()
	importTwice(t, file(t, "name,linkedin\nLi Ming,li-ming\n李明,li-ming\nЛи Мин,li-ming\nTom Roe,li-ming\n"), m,
		counts{rows: 4, new: 1, repeated: 2, review: 1, problems: 1}, counts{rows: 4, same: 3, review: 1, problems: 1})
	if len(m.people) != 1 || m.people[0].Name != "Li Ming" {
		t.Errorf("%+v", m.people)
	}
}

// A file of people who are known, from a source that is not, tells nothing new; what
// it says is remembered, and told. It counts people and rows.
func TestTheFirstFileOfASourceIsRemembered(t *testing.T) {
	m := newMemory()
	m.put(&model.Person{Name: "Ann Lee", Contact: model.Contact{Emails: []string{"ann@example.com"}}, Positions: []model.Position{{Company: "Acme", Title: "Engineer"}}})
	m.put(&model.Person{Name: "Bo Day", Contact: model.Contact{Emails: []string{"bo@example.com"}}, Location: "Oslo"})
	const rows = "Ann Lee,ann@example.com,Engineer,Acme,,\nBo Day,bo@example.com,,,Oslo,\nBo Day,bo@example.com,,,,\n"
	for i, want := range []struct{ people, alike, noted int }{{2, 2, 2}, {2, 2, 0}} {
		sum := arrive(t, m, "2025-03-01", header+rows)
		if sum.New+sum.Changed != 0 || sum.People != want.people || sum.Alike() != want.alike || sum.Noted != want.noted || sum.Extent() != "2 people in 3 rows" {
			t.Errorf("import %d: %+v: %d people, %d alike, %d noted, %q", i+1, countsOf(sum), sum.People, sum.Alike(), sum.Noted, sum.Extent())
		}
	}
	if len(m.said[1]) != 2 {
		t.Errorf("%d statements are remembered", len(m.said[1]))
	}
	sum := arrive(t, m, "2025-09-10", header+"Ann Lee,ann@example.com,Engineer,Borealis,,\nBo Day,bo@example.com,,,Oslo,\n")
	if sum.News[model.Moved] != 1 || sum.Extent() != "2 rows" {
		t.Errorf("news %v of %s", sum.News, sum.Extent())
	}
}
