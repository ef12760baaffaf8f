package intake_test

import (
	"context"
	"errors"
	"reflect"
	"slices"
	"strings"
	"testing"

	"talentmap/edge/intake"
	"talentmap/edge/intake/format"
	"talentmap/edge/intake/format/formattest"
	"talentmap/model"
	"talentmap/store"
)

// file writes a text to a file and opens it.
func file(t *testing.T, text string) *format.Source {
	t.Helper()
	return formattest.Open(t, "people.csv", text)
}

func TestNamesakesStayTwo(t *testing.T) {
	m := newMemory()
	src := file(t, "name,company,title\nAnn Lee,Acme,CTO\nAnn Lee,Acme Inc.,\nAnn Lee,Other,\nBo Day,,\nBo Day,,\n")
	importTwice(t, src, m, counts{rows: 5, new: 5}, counts{rows: 5, same: 5})
	if len(m.people) != 5 {
		t.Errorf("%d people", len(m.people))
	}
}

func TestRowsOfOnePersonMerge(t *testing.T) {
	m := newMemory()
	src := file(t, "name,email,linkedin,skills\nAnn Lee,ann@example.com,,Go\nBo Day,bo@example.com,,\n"+
		"Ann B. Lee,ann@example.com,ann-lee,Kafka\nA. Lee,,ann-lee,SQL\n")
	importTwice(t, src, m, counts{rows: 4, new: 2, repeated: 2}, counts{rows: 4, same: 4})
	p := m.people[m.keys["l:linkedin.com/in/ann-lee"]-1]
	if p.Name != "Ann Lee" || !slices.Equal(p.Skills, []string{"Go", "Kafka", "SQL"}) || len(m.people) != 2 {
		t.Errorf("%+v", p)
	}
}

// The same must come out when each row is written before the next is planned.
func TestChunkOfOne(t *testing.T) {
	const text = "name,email,linkedin,company\nAnn Lee,ann@example.com,,Acme\nAnn Lee,,,Acme\nAnn Lee,ann@example.com,ann-lee,Acme\nAnn Lee,,,Acme\nAnn Lee,,ann-lee,Acme\n"
	m, o := newMemory(), opts
	o.Chunk = 1
	for i, want := range []counts{{rows: 5, new: 3, repeated: 2}, {rows: 5, same: 5}} {
		sum, err := intake.Apply(t.Context(), file(t, text), m, m, o)
		if err != nil || countsOf(sum) != want {
			t.Errorf("import %d: %+v, %v", i+1, countsOf(sum), err)
		}
	}
	if !reflect.DeepEqual(m.writes, []int{1, 1, 1, 1}) {
		t.Errorf("writes %v: three new people and one change", m.writes)
	}
}

func TestReview(t *testing.T) {
	m := newMemory()
	src := file(t, "name,email,linkedin\nAnn Lee,ann@example.com,\nAnn Lee,,ann-lee\n"+
		"Ann Lee,ann@example.com,ann-lee\nTom Roe,ann@example.com,\n")
	pre, err := intake.Preview(t.Context(), src, m, opts)
	if err != nil || pre.New != 2 || pre.Review != 2 {
		t.Fatal(pre, err)
	}
	for i, want := range []string{
		`line 4: left out for review: ann@example.com belongs to someone of an earlier row, but linkedin.com/in/ann-lee to someone of an earlier row: "Ann Lee"`,
		`line 5: left out for review: ann@example.com belongs to someone of an earlier row, who has another name: "Tom Roe"`,
	} {
		if got := pre.Problems[i].Error(); got != want {
			t.Errorf("got  %s\nwant %s", got, want)
		}
	}
}

// IDs are unique in one system only: p. 1 of another list is somebody else.
func TestSameNumberOfAnotherSystem(t *testing.T) {
	m := newMemory()
	importTwice(t, file(t, "id,name,company\n1,Ann Lee,Acme\n"), m, counts{rows: 1, new: 1}, counts{rows: 1, same: 1})
	importTwice(t, file(t, "id,name,company\n1,Tom Roe,Acme\n"), m, counts{rows: 1, new: 1}, counts{rows: 1, same: 1})
}

func TestContradictionIsNoMatch(t *testing.T) {
	for _, row := range []string{"Ann Lee,Acme,other@example.com,,", "Ann Lee,Acme,,ann-other,", "Ann Lee,Acme,,,2"} {
		m := newMemory()
		m.put(&model.Person{
			Name: "Ann Lee", Positions: []model.Position{{Company: "Acme"}},
			Contact: model.Contact{Emails: []string{"ann@example.com"}, Links: []string{"linkedin.com/in/ann-lee"}, ExternalIDs: []string{"person_id:1"}},
		})
		pre, err := intake.Preview(t.Context(), file(t, "name,company,email,linkedin,person_id\n"+row+"\n"), m, opts)
		if err != nil || pre.New != 1 {
			t.Errorf("%s: %+v %v", row, countsOf(pre), err)
		}
	}
}

// Same name and employer, and nothing that speaks for or against: a person must
// look, once; what she decides holds from then on.
func TestNameAndEmployerAreProposed(t *testing.T) {
	for _, row := range []string{"ann LEE,ACME Inc,annlee,", "Ann Lee,Acme,,", "Ann Lee,Acme,,ann@home.example"} {
		m := newMemory()
		m.put(&model.Person{Name: "Ann Lee", Positions: []model.Position{{Company: "Acme"}}, Contact: model.Contact{Emails: []string{"ann@example.com"}}})
		src := file(t, "name,company,github,email\n"+row+"\n")
		once := counts{rows: 1, review: 1, problems: 1}
		importTwice(t, src, m, once, once)
		if len(m.people) != 1 || len(m.reviews) != 1 {
			t.Fatalf("%s: %d people, %d rows wait", row, len(m.people), len(m.reviews))
		}
		r := m.reviews[0]
		if !slices.Equal(r.Like, []model.PersonID{1}) || r.Line != 2 || r.Why != "the same name and employer as p1, and nothing else to tell by" {
			t.Errorf("%s: %+v", row, r)
		}
		m.decisions[model.IdentityText(&r.Incoming)] = 1
		pre, err := intake.Preview(t.Context(), src, m, opts)
		if err != nil || pre.Review != 0 || pre.New != 0 {
			t.Errorf("%s, decided: %+v, %v", row, countsOf(pre), err)
		}
	}
}

func TestApplyStampsAndSorts(t *testing.T) {
	m := newMemory()
	for _, n := range []string{"Ann Lee", "Bo Day"} {
		m.put(&model.Person{Name: n, Contact: model.Contact{ExternalIDs: []string{"id:" + n}}})
	}
	var order []model.PersonID
	o := opts
	o.Origin = model.Origin{Import: 9, At: now}
	sum, err := intake.Apply(t.Context(), file(t, "name,id,phone\nCy Fox,c,1\nBo Day,Bo Day,2\nAnn Lee,Ann Lee,3\n"), m, &watched{m, func(chunk []store.Arrival) {
		for _, a := range chunk {
			order = append(order, a.Person.ID)
		}
	}}, o)
	if err != nil || sum.New != 1 || sum.Changed != 2 || !slices.Equal(order, []model.PersonID{1, 2, 0}) {
		t.Errorf("%+v %v %v", sum, order, err)
	}
	if got := m.people[2].Origin; got != (model.Origin{Source: "people.csv", Import: 9, At: now}) || m.people[0].Origin.Import != 0 {
		t.Errorf("origin %+v", got)
	}
}

// watched is a sink that shows what it is given.
type watched struct {
	*memory
	look func(chunk []store.Arrival)
}

func (w *watched) Arrive(ctx context.Context, chunk []store.Arrival) error {
	w.look(chunk)
	return w.memory.Arrive(ctx, chunk)
}

func TestCancelledImportKeepsWholeChunks(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	m, o := newMemory(), opts
	o.Chunk = 2
	m.onPut = cancel
	sum, err := intake.Apply(ctx, file(t, "name,company\n"+strings.Repeat("Ann Lee,Acme\n", 9)), m, m, o)
	if !errors.Is(err, context.Canceled) || sum.Rows != 2 || sum.New != 2 || len(m.people) != 2 {
		t.Errorf("%+v, %d people, %v", countsOf(sum), len(m.people), err)
	}
}

func TestFailedWriteIsNotCounted(t *testing.T) {
	m := newMemory()
	m.fail = errors.New("no space left on the disk")
	sum, err := intake.Apply(t.Context(), file(t, "name,company\nAnn Lee,Acme\n"), m, m, opts)
	if !errors.Is(err, m.fail) || sum.New != 0 || sum.Rows != 0 {
		t.Errorf("%+v %v", countsOf(sum), err)
	}
}

func TestProgress(t *testing.T) {
	text := "name,company\n" + strings.Repeat("Ann Lee,Acme\n", 5000)
	var seen []intake.Done
	o := opts
	o.Progress = func(d intake.Done) { seen = append(seen, d) }
	if _, err := intake.Preview(t.Context(), file(t, text), newMemory(), o); err != nil {
		t.Fatal(err)
	}
	end := intake.Done{Rows: 5000, Bytes: int64(len(text)), Total: int64(len(text))}
	if len(seen) != 2 || seen[0].Rows != 4096 || seen[1] != end {
		t.Errorf("%+v", seen)
	}
}
