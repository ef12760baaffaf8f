package main

import (
	"bytes"
	"reflect"
	"strings"
	"testing"

	"talentmap/edge/export"
	"talentmap/edge/intake/format"
	"talentmap/model"
)

// FuzzExport writes someone made of any texts, cleaned as all that comes in is, and
// reads her back: as CSV, as JSON, and as the only one on a talent map.
func FuzzExport(f *testing.F) {
	for _, s := range []string{"", "Ada", "=1+1", "a; b", "[x]", "[\"x\"]", "'=1", "a\nb", "null", "true", "-", "\"", "{", "{}", "a,b|c", "My Contacts", "* x", "p17", "2024", "open", "Zoë 李 محمد 👩‍💻", "\x1b[31m"} {
		f.Add(s, "x;"+s, s+" y")
	}
	f.Fuzz(func(t *testing.T, a, b, c string) {
		p, ok := someone(a, b, c)
		if !ok {
			return
		}
		each := func(yield func(model.Person, error) bool) { yield(p, nil) }
		place := export.Ranked{Rank: 7, Note: model.CleanLine(b), Who: p}
		for name, write := range map[string]func(*bytes.Buffer) error{
			"people CSV":  func(w *bytes.Buffer) error { return export.PeopleCSV(w, each, testNow()) },
			"people JSON": func(w *bytes.Buffer) error { return export.PeopleJSON(w, each, testNow()) },
			"map CSV":     func(w *bytes.Buffer) error { return export.MapCSV(w, []export.Ranked{place}, testNow()) },
			"map JSON":    func(w *bytes.Buffer) error { return export.MapJSON(w, []export.Ranked{place}, testNow()) },
		} {
			var out bytes.Buffer
			if err := write(&out); err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			readBack(t, name, out.Bytes(), &p, place.Note)
		}
	})
}

func readBack(t *testing.T, name string, data []byte, want *model.Person, note string) {
	src, err := format.Read(bytes.NewReader(data), "back", format.Limits{})
	if err != nil || src.Dialect() != "talentmap "+name {
		t.Fatalf("%s: %v\n%s", name, err, data)
	}
	defer src.Close()
	n := 0
	for rec, bad := range src.Records() {
		if bad != nil && strings.Contains(bad.Reason, "never used") {
			return // the header of her custom field says what is not taken from any file
		}
		if bad != nil {
			t.Fatalf("%s: %v\n%s", name, bad, data)
		}
		if n++; !reflect.DeepEqual(rec.Person, *want) {
			t.Fatalf("%s: got\n%+v\nwant\n%+v\nfrom\n%s", name, rec.Person, *want, data)
		}
		if strings.HasPrefix(name, "map") && (rec.Place == nil || *rec.Place != format.Place{Rank: 7, Note: note}) {
			t.Fatalf("%s: place %+v, want the note %q", name, rec.Place, note)
		}
	}
	if n != 1 || src.Err() != nil {
		t.Fatalf("%s: %d people, %v\n%s", name, n, src.Err(), data)
	}
}

// someone is a person made of three texts; ok is false where they name nobody.
func someone(a, b, c string) (p model.Person, ok bool) {
	line := func(s string) string { return model.CleanLine(s[:min(len(s), 400)]) }
	block := func(s string) string { return strings.TrimSpace(model.CleanText(s[:min(len(s), 2000)])) }
	var list []string
	for _, s := range []string{line(b), line(a), line(c)} {
		list = model.WithText(list, s)
	}
	p = model.Person{
		ID: 17, Name: line(a), Location: line(b), Headline: line(c), Summary: block(b), Notes: block(c), Skills: list,
		Contact:    model.Contact{Phones: list, ExternalIDs: list},
		Background: model.Background{Tags: list},
		Motivators: []model.Motivator{model.Technology},
	}
	if email, ok := model.NormalizeEmail(a + "@example.com"); ok {
		p.Contact.Emails = []string{email}
	}
	if link := model.NormalizeLink("https://example.com/" + c); link != "" {
		p.Contact.Links = []string{link}
	}
	if company, title := line(b), line(c); company+title != "" {
		p.Positions = []model.Position{
			{Company: company, Title: title, Location: line(a), Summary: block(a)},
			{Company: company, Title: line(c + " x"), Start: model.YearMonth(2020, 2), End: model.Day(2021, 3, 4)},
		}
	}
	if title := line(a); title != "" {
		p.Background.Content = []model.Content{{Kind: line(b), Title: title, Link: line(c), Date: model.Year(2020)}}
		p.Background.Connections = []model.Connection{{Name: title, How: line(c)}}
	}
	if header := format.Shown(c); header != "" && block(b) != "" {
		p.Background.Custom = map[string]string{header: block(b)}
	}
	p.Outreach.Research[model.CompanyContext] = model.Finding{Looked: model.ItemFound, Fact: block(b), Source: line(c)}
	p.Outreach.Lock, p.Outreach.LockWhy = model.OptedOut, line(b)
	return p, p.Name != ""
}
