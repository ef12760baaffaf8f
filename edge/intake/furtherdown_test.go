package intake_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"talentmap/edge/intake"
	"talentmap/model"
)

// rowsOf are rows of people with numbers from one up to another, wide enough for a
// file of them to be long.
func rowsOf(from, to int) []string {
	rows := make([]string, 0, to-from)
	for i := from; i < to; i++ {
		rows = append(rows, fmt.Sprintf("Given%d Family%[1]d,p%[1]d@example.com,Engineer,Acme %d,Berlin,,%s\n", i, i%97, strings.Repeat("long ", 200)))
	}
	return rows
}

func shareOf(d intake.Done) float64 { return float64(d.Bytes) / float64(max(d.Total, 1)) }

// A source that has grown a hundredfold is known, wherever its old rows stand. A
// file of strangers is not read to its end to find out that nobody is in it. However it is read, the
// progress goes on and never back.
func TestASourceThatGrewIsKnown(t *testing.T) {
	const old, all = 160, 16_000
	first, rest := rowsOf(0, old), rowsOf(old, all)
	mixed := append(append([]string(nil), first...), rest...)
	rand.New(rand.NewPCG(1, 2)).Shuffle(len(mixed), func(i, j int) { mixed[i], mixed[j] = mixed[j], mixed[i] })
	half := len(rest) / 2
	list := func(rows ...[]string) string {
		var b strings.Builder
		b.WriteString(strings.TrimSpace(header) + ",about the team\n")
		for _, some := range rows {
			b.WriteString(strings.Join(some, ""))
		}
		return b.String()
	}
	for _, c := range []struct {
		name, text string
		since      model.Date
	}{
		{"on top", list(rest, first), model.Day(2025, 3, 1)},
		{"in the midst", list(rest[:half], first, rest[half:]), model.Day(2025, 3, 1)},
		{"all over", list(mixed), model.Day(2025, 3, 1)},
		{"strangers", list(rest), 0},
	} {
		m := newMemory()
		arrive(t, m, "2025-03-01", list(first))
		looked, last, o := intake.Done{}, intake.Done{}, opts
		o.Progress = func(d intake.Done) {
			if d.Looking {
				looked = d
			}
			if d.Bytes < last.Bytes || d.Bytes > d.Total || shareOf(d) < shareOf(last) {
				t.Errorf("%s: from %+v to %+v", c.name, last, d)
			}
			last = d
		}
		sum, err := intake.Preview(t.Context(), dated(t, "2025-09-10", c.text), m, o)
		if err != nil || sum.Since != c.since {
			t.Errorf("%s: compared with the file of %q, %v", c.name, sum.Since, err)
		}
		if last.Bytes != last.Total || last.Rows != sum.Rows {
			t.Errorf("%s: ended at %+v", c.name, last)
		}
		if read := looked.Rows > 10_000; read != c.since.Known() {
			t.Errorf("%s: %d rows were looked at first", c.name, looked.Rows)
		}
	}
}
