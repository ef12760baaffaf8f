package format_test

import (
	"fmt"
	"strings"
	"testing"

	"talentmap/edge/intake/format"
	"talentmap/edge/intake/format/formattest"
)

// Cards are entered in their midst as tables are; what is packed can't be, and is
// not read on.
func TestSpread(t *testing.T) {
	var cards, list strings.Builder
	list.WriteString("name,email\n")
	const n = 60_000
	for i := range n {
		fmt.Fprintf(&cards, "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Given%d Family\r\nEMAIL:p%d@example.com\r\nEND:VCARD\r\n", i, i)
		fmt.Fprintf(&list, "Given%d Family,p%d@example.com\n", i, i)
	}
	for name, c := range map[string]struct {
		data []byte
		ok   bool
	}{
		"cards": {[]byte(cards.String()), true}, "table": {[]byte(list.String()), true},
		"gzip": {formattest.Gzip(t, list.String()), false}, "archive": {formattest.Zip(t, "a.csv", list.String()), false},
	} {
		src, err := format.Open(formattest.File(t, "file", string(c.data)), format.Limits{})
		if err != nil {
			t.Fatal(err)
		}
		records, ok := src.Spread(1000)
		if ok != c.ok {
			t.Errorf("%s: %v", name, ok)
		}
		seen, last := 0, 0
		if ok {
			for rec := range records {
				var no, mail int
				if _, err := fmt.Sscanf(rec.Person.Name+" "+strings.Join(rec.Person.Contact.Emails, ""), "Given%d Family p%d@example.com", &no, &mail); err == nil && no == mail {
					seen, last = seen+1, max(last, no)
				}
			}
		}
		if ok && (seen < 10_000 || seen >= n || last != n-1) {
			t.Errorf("%s: %d records, the last of %d", name, seen, last)
		}
		if err := src.Close(); err != nil {
			t.Error(err)
		}
	}
}
