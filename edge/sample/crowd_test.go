package sample_test

import (
	"bytes"
	"encoding/csv"
	"io"
	"reflect"
	"slices"
	"strings"
	"testing"

	"talentmap/edge/sample"
	"talentmap/model"
)

func TestCrowd(t *testing.T) {
	people := slices.Collect(sample.Crowd(1, 5000))
	if len(people) != 5000 {
		t.Fatalf("%d people, want 5000", len(people))
	}
	emails, links, companies := map[string]bool{}, map[string]bool{}, map[string]bool{}
	for _, p := range people {
		for _, text := range texts(&p) {
			if model.CleanLine(text) != text {
				t.Fatalf("%q is not clean", text)
			}
		}
		contactIsMadeUp(t, p)
		if len(p.Positions) < 2 || len(p.Positions) > 5 || len(p.Skills) < 3 || p.Location == "" {
			t.Fatalf("%s: %d positions, skills %v, location %q", p.Name, len(p.Positions), p.Skills, p.Location)
		}
		if slices.Sort(p.Skills); len(slices.Compact(p.Skills)) != len(p.Skills) {
			t.Fatalf("%s: a skill stands twice in %v", p.Name, p.Skills)
		}
		sorted := model.Person{Positions: slices.Clone(p.Positions)}
		if sorted.SortPositions(); !slices.Equal(sorted.Positions, p.Positions) {
			t.Fatalf("%s: positions not newest first", p.Name)
		}
		emails[p.Contact.Emails[0]], links[p.Contact.Links[0]], companies[p.Positions[0].Company] = true, true, true
	}
	if len(emails) != 5000 || len(links) != 5000 {
		t.Errorf("%d e-mail addresses and %d links for 5000 people", len(emails), len(links))
	}
	if len(companies) < 1500 || len(companies) > 2000 {
		t.Errorf("%d companies, want most of 2,000", len(companies))
	}
}

func TestCrowdIsTheSameAgain(t *testing.T) {
	long, short := slices.Collect(sample.Crowd(9, 400)), slices.Collect(sample.Crowd(9, 300))
	if !reflect.DeepEqual(long[:300], short) {
		t.Error("a larger crowd does not begin with the smaller one")
	}
	other := slices.Collect(sample.Crowd(10, 300))
	if reflect.DeepEqual(other, short) {
		t.Error("another seed gives the same crowd")
	}
	for p := range sample.Crowd(9, 1_000_000_000) {
		if p.Name != short[0].Name {
			t.Errorf("the first is %q, want %q", p.Name, short[0].Name)
		}
		break
	}
}

func TestWriteCSV(t *testing.T) {
	var buf bytes.Buffer
	if err := sample.WriteCSV(&buf, 4, 200); err != nil {
		t.Fatal(err)
	}
	if line, _, _ := strings.Cut(buf.String(), "\n"); line != "first name,last name,email,profile url,title,company,location,start date,skills,notes" {
		t.Errorf("header %q", line)
	}
	rows, err := csv.NewReader(&buf).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	people := slices.Collect(sample.Crowd(4, 200))
	if len(rows) != 201 {
		t.Fatalf("%d rows, want 201", len(rows))
	}
	for i, p := range people {
		row := rows[i+1]
		if got := []string{row[2], row[3], row[4], row[7]}; !slices.Equal(got, []string{
			p.Contact.Emails[0], "https://" + p.Contact.Links[0], p.Positions[0].Title, p.Positions[0].Start.String(),
		}) {
			t.Fatalf("row %d is %v for %s", i+2, row, p.Name)
		}
		if !strings.Contains(p.Name, row[0]) || !strings.Contains(p.Name, row[1]) {
			t.Fatalf("row %d names %q %q for %s", i+2, row[0], row[1], p.Name)
		}
	}
}

func TestWriteCSVSaysWhereItFailed(t *testing.T) {
	err := sample.WriteCSV(brokenPipe{}, 1, 1000)
	if err == nil || !strings.Contains(err.Error(), "crowd") || !strings.Contains(err.Error(), io.ErrClosedPipe.Error()) {
		t.Errorf("error %v", err)
	}
}

type brokenPipe struct{}

func (brokenPipe) Write([]byte) (int, error) { return 0, io.ErrClosedPipe }

func BenchmarkCrowd(b *testing.B) {
	b.ReportAllocs()
	n := 0
	for range sample.Crowd(1, b.N) {
		n++
	}
	b.ReportMetric(float64(n)/b.Elapsed().Seconds(), "people/s")
}

func BenchmarkWriteCSV(b *testing.B) {
	b.ReportAllocs()
	if err := sample.WriteCSV(io.Discard, 1, b.N); err != nil {
		b.Fatal(err)
	}
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "people/s")
}

func BenchmarkBuild(b *testing.B) {
	for range b.N {
		sample.Build(1, now)
	}
}
