package intake_test

import (
	"fmt"
	"strings"
	"testing"

	"talentmap/edge/intake"
	"talentmap/edge/intake/format"
	"talentmap/store/kv/kvtest"
	"talentmap/store/storetest"
)

// list is rows of pairs as a file.
func list(rows string) string {
	var b strings.Builder
	b.WriteString("name\temail\tprofile url\tcompany\n")
	for row := range strings.Lines(rows + "\n") {
		if row = strings.TrimSpace(row); row != "" {
			cells := append(strings.Split(row, "|"), "", "", "")
			b.WriteString(strings.ReplaceAll(strings.Join(cells[:4], "\t"), "\"", "\"\"") + "\n")
		}
	}
	return b.String()
}

// judged is what becomes of a row beside those known: S, A or N.
func judged(t *testing.T, known, row string) string {
	t.Helper()
	st := storetest.OpenIn(t, &kvtest.Memory{}, "pair") // hundreds of them: no disk has to be waited for
	for i, text := range []string{list(known), list(row)} {
		src, err := format.Read(strings.NewReader(text), fmt.Sprintf("file%d.csv", i), format.Limits{})
		if err != nil {
			t.Fatal(err)
		}
		opt := opts
		opt.From = fmt.Sprintf("source %d", i) // another source, which has said nothing of them
		sum, err := intake.Outcome{}, error(nil)
		if i == 0 {
			_, sum, err = intake.Into(t.Context(), st, "ada", src, opt)
		} else {
			sum, err = intake.Look(t.Context(), st, src, opt)
		}
		if err := src.Close(); err != nil {
			t.Error(err)
		}
		switch {
		case err != nil:
			t.Fatal(err)
		case i == 0 && sum.New != strings.Count(text, "\n")-1:
			t.Fatalf("%q: %+v, %v", known, countsOf(sum), sum.Problems)
		case i == 1 && sum.New == 1:
			return "N"
		case i == 1 && sum.Review == 1:
			return "A"
		case i == 1 && sum.Changed+sum.Same == 1:
			return "S"
		case i == 1:
			t.Fatalf("%q: %+v", row, countsOf(sum))
		}
	}
	return ""
}

// Nobody wrong is joined unasked, somebody is asked where a person would ask, and
// nobody else: whichever of the two rows was there first.
func TestPairsOfRows(t *testing.T) {
	if len(pairs) < 150 {
		t.Errorf("%d pairs only", len(pairs))
	}
	got := map[string]int{}
	for _, p := range pairs {
		want, oneWay := strings.CutSuffix(p.want, ">")
		tries := [][2]string{{p.known, p.row}}
		if !oneWay && !strings.Contains(p.known, "\n") {
			tries = append(tries, [2]string{p.row, p.known})
		}
		for _, try := range tries {
			is := judged(t, try[0], try[1])
			got[want+is]++
			if is != want {
				t.Errorf("%s for %s: known %q, row %q", is, want, try[0], try[1])
			}
		}
	}
	t.Logf("of %d pairs, each both ways (as judged by hand: as the import has it)", len(pairs))
	for _, want := range []string{"S", "A", "N"} {
		t.Logf("%s: same %d, asks %d, new %d", want, got[want+"S"], got[want+"A"], got[want+"N"])
	}
}
