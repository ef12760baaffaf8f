package intake_test

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"

	"golang.org/x/text/encoding/unicode"

	"talentmap/edge/intake"
	"talentmap/edge/intake/format"
	"talentmap/edge/intake/format/formattest"
)

// manyRows are files of every container with n rows.
func manyRows(t *testing.T, n int) map[string][]byte {
	t.Helper()
	var csv, list, lines, cards, layoffs strings.Builder
	csv.WriteString("name,email\n")
	layoffs.WriteString("company,location,total_laid_off,percentage_laid_off,date,stage,country\n")
	for i := range n {
		fmt.Fprintf(&csv, "Given%d Family,p%d@example.com\n", i, i)
		fmt.Fprintf(&lines, "{\"name\":\"Given%d Family\",\"email\":\"p%d@example.com\"}\n", i, i)
		fmt.Fprintf(&cards, "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Given%d Family\r\nEMAIL:p%d@example.com\r\nEND:VCARD\r\n", i, i)
		fmt.Fprintf(&layoffs, "Company %d,Berlin,10,0.1,2024-01-02,Seed,Germany\n", i)
	}
	list.WriteString("[" + strings.ReplaceAll(strings.TrimSpace(lines.String()), "\n", ",\n") + "]")
	wide, err := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().String(cards.String())
	if err != nil {
		t.Fatal(err)
	}
	return map[string][]byte{
		"CSV": []byte(csv.String()), "JSON list": []byte(list.String()), "JSON lines": []byte(lines.String()), "cards": []byte(cards.String()),
		"cards in UTF-16": []byte(wide), "layoffs": []byte(layoffs.String()), "CSV in gzip": formattest.Gzip(t, csv.String()),
		"archive": formattest.Zip(t, "a.csv", csv.String()), "layoffs in an archive": formattest.Zip(t, "a.csv", layoffs.String()),
	}
}

// Progress counts up to the whole, and a cancelled import stops where it is,
// whatever the file is.
func TestProgressAndCancel(t *testing.T) {
	const n = 9000
	st := newStore(t)
	for name, data := range manyRows(t, n) {
		src, err := format.Open(formattest.File(t, "file", string(data)), format.Limits{})
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		var last intake.Done
		calls, opt := 0, opts
		opt.Progress = func(d intake.Done) {
			if d.Total == 0 || d.Bytes > d.Total {
				t.Errorf("%s: %+v", name, d)
			}
			last, calls = d, calls+1
		}
		sum, err := intake.Look(t.Context(), st, src, opt)
		if err != nil || sum.Rows != n || sum.New != n || sum.ProblemCount != 0 {
			t.Errorf("%s: %+v %v", name, countsOf(sum), err)
		}
		if calls < 3 || last.Rows != n || last.Bytes != last.Total {
			t.Errorf("%s: told %d times, last %+v", name, calls, last)
		}
		ctx, cancel := context.WithCancel(t.Context())
		opt.Progress = func(intake.Done) { cancel() }
		if _, err = intake.Look(ctx, st, src, opt); !errors.Is(err, context.Canceled) {
			t.Errorf("%s, cancelled: %v", name, err)
		}
		cancel()
		if err := src.Close(); err != nil {
			t.Error(err)
		}
	}
}
