package format_test

import (
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"

	"talentmap/edge/intake/format"
	"talentmap/model"
)

// read takes a text in and returns its people and problems.
func read(t *testing.T, text string, lim format.Limits) ([]model.Person, []format.Problem) {
	t.Helper()
	src, err := format.Read(strings.NewReader(text), "test", lim)
	if err != nil {
		t.Fatal(err)
	}
	var people []model.Person
	var bad []format.Problem
	for rec, p := range src.Records() {
		if p != nil {
			bad = append(bad, *p)
			continue
		}
		people = append(people, rec.Person)
	}
	if err := src.Err(); err != nil {
		t.Fatal(err)
	}
	return people, bad
}

func TestEveryField(t *testing.T) {
	people, bad := read(t, "Full Name,E-mail 1,Email 2,LinkedIn,GitHub,Job Title,Employer,City,State,Country,Since,End date,Key Skills,Notes,Headline,Bio,Phone,Tags,person_id,Shoe Size,Empty\n"+
		"Ada Example,ADA@example.com; ada@home.example.org,,https://www.linkedin.com/in/Ada-E/,ada-e,Staff Engineer,Acme,Berlin,,Germany,2021-03,,\"Go; Kafka | go, SQL\",'=likes tea,Builder,Writes,+49 30 1,a;b,17,38,\n", format.Limits{})
	if len(bad) != 0 {
		t.Fatal(bad)
	}
	want := model.Person{
		Name: "Ada Example",
		Contact: model.Contact{
			Emails: []string{"ada@example.com", "ada@home.example.org"}, Phones: []string{"+49 30 1"},
			Links: []string{"linkedin.com/in/ada-e", "github.com/ada-e"}, ExternalIDs: []string{"person_id:17"},
		},
		Location: "Berlin, Germany", Headline: "Builder", Summary: "Writes", Notes: "=likes tea",
		Skills:    []string{"Go", "Kafka", "SQL"},
		Positions: []model.Position{{Company: "Acme", Title: "Staff Engineer", Start: model.YearMonth(2021, 3)}},
		Background: model.Background{
			Tags: []string{"a", "b"}, Custom: map[string]string{"Shoe Size": "38"},
		},
	}
	if !reflect.DeepEqual(people[0], want) {
		t.Errorf("got  %+v\nwant %+v", people[0], want)
	}
}

func TestEncodings(t *testing.T) {
	const text = "name;company\r\nJosé Ñandú;Café\r\n"
	utf16 := func(e unicode.Endianness, b unicode.BOMPolicy) encoding.Encoding { return unicode.UTF16(e, b) }
	for name, enc := range map[string]encoding.Encoding{
		"UTF-8":                      encoding.Nop,
		"UTF-8 with byte-order mark": unicode.UTF8BOM,
		"Windows-1252":               charmap.Windows1252,
		"UTF-16LE":                   utf16(unicode.LittleEndian, unicode.UseBOM),
		"UTF-16BE":                   utf16(unicode.BigEndian, unicode.UseBOM),
		"UTF-16LE, no mark":          utf16(unicode.LittleEndian, unicode.IgnoreBOM),
		"UTF-16BE, no mark":          utf16(unicode.BigEndian, unicode.IgnoreBOM),
	} {
		data, err := enc.NewEncoder().String(text)
		if err != nil {
			t.Fatal(err)
		}
		src, err := format.Read(strings.NewReader(data), "test", format.Limits{})
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if want, _, _ := strings.Cut(name, ","); src.Encoding() != want {
			t.Errorf("%s: taken for %s", name, src.Encoding())
		}
		for rec, bad := range src.Records() {
			if bad != nil || rec.Row != 2 || rec.Person.Name != "José Ñandú" || rec.Person.Positions[0].Company != "Café" {
				t.Errorf("%s: %+v %v", name, rec, bad)
			}
		}
	}
}

// A byte of Windows-1252 far into a file that looked like ASCII is still read,
// and UTF-8 beside it stays; wherever the buffers of the reader end.
func TestLateWindows1252(t *testing.T) {
	for shift := range 5 {
		text := "name,company\n" + strings.Repeat("Ann Lee,Acme\n", 8000) + strings.Repeat("x", shift) +
			strings.Repeat("é€", 3000) + ",Caf\xe9\n"
		people, bad := read(t, text, format.Limits{})
		got := people[len(people)-1]
		if len(bad) != 0 || len(people) != 8001 || got.Positions[0].Company != "Café" || got.Name != strings.Repeat("x", shift)+strings.Repeat("é€", 3000) {
			t.Errorf("shift %d: %d people, %v, %q", shift, len(people), bad, got.Positions)
		}
	}
}

func TestSeparatorsAndPreamble(t *testing.T) {
	for name, text := range map[string]string{
		"comma":     "first name,last name,company\nAda,Example,Acme\n",
		"semicolon": "first name;last name;company\nAda;Example;Acme\n",
		"tab":       "First_Name\tLAST NAME\tCompany\nAda\tExample\tAcme",
		"bar":       "given|surname|employer\r\nAda|Example|Acme\r\n",
		"old Mac":   "first name,last name,company\rAda,Example,Acme\r",
		"preamble": "Notes:\n\"When exporting, some \"\"addresses\"\" may be\nmissing\"\n\n" +
			"First Name,Last Name,URL,Email Address,Company,Position,Connected On\nAda,Example,,,Acme,,12 Mar 2024\n",
		"quoted":       "\"first name\", \"last name\" ,company\n\"Ada\",Example,\"Acme\"\n",
		"bare quote":   "first name,last name,company,screen\nAda,Example,Acme,27\"\n",
		"short extras": "first name,last name,company\nAda,Example,Acme,,\n,,\n\n",
	} {
		people, bad := read(t, text, format.Limits{})
		if len(bad) != 0 || len(people) != 1 || people[0].Name != "Ada Example" || people[0].Positions[0].Company != "Acme" {
			t.Errorf("%s: %+v %v", name, people, bad)
		}
	}
}

func TestProblems(t *testing.T) {
	const header = "name,company,start date,end date,email,job_history_json\n"
	for name, c := range map[string]struct {
		row    string
		want   format.Problem
		people int // taken in, with the good row after it
	}{
		"no name":       {",Acme,,,,\n", format.Problem{Line: 2, Reason: "the row has no name", Value: "Acme", Skipped: true}, 1},
		"no such date":  {"Ann,Acme,2023-02-30,,,\n", format.Problem{Line: 2, Column: "start date", Reason: "not a date, left out: write it like 2024-03-12, 2024-03 or 2024", Value: "2023-02-30"}, 2},
		"ends early":    {"Ann,Acme,2024,2020,,\n", format.Problem{Line: 2, Reason: "the position ends before it starts: both dates were left out", Value: "2024 to 2020"}, 2},
		"not an e-mail": {"Ann,Acme,,,nobody,\n", format.Problem{Line: 2, Column: "email", Reason: "not an e-mail address: kept as a custom field", Value: "nobody"}, 2},
		"broken JSON": {"Ann,Acme,,,,[{x\n", format.Problem{
			Line: 2, Column: "job_history_json", Value: "[{x",
			Reason: "broken JSON, left out: byte 3: invalid character 'x' looking for beginning of object key string",
		}, 2},
		"few cells":   {"Ann,Acme\n", format.Problem{Line: 2, Reason: "the row has 2 cells and the header 6: is a separator missing, or a quote?", Value: "Ann", Skipped: true}, 1},
		"many cells":  {"Ann,Acme,,,,,x\n", format.Problem{Line: 2, Reason: "the row has 7 cells and the header 6: is a separator missing, or a quote?", Value: "Ann", Skipped: true}, 1},
		"open quote":  {"Ann,\"Acme,,,,\n", format.Problem{Line: 2, Reason: "cell 2: the quote is never closed", Value: "Ann,\"Acme,,,,", Skipped: true}, 1},
		"after quote": {"Ann,\"Acme\"x,,,,\n", format.Problem{Line: 2, Reason: "cell 2: there is text after the closing quote", Value: "Ann,\"Acme\"x,,,,", Skipped: true}, 1},
	} {
		people, bad := read(t, header+c.row+"Bob,Acme,,,,\n", format.Limits{})
		if len(bad) != 1 || bad[0] != c.want {
			t.Errorf("%s: got %+v, want %+v", name, bad, c.want)
		}
		if len(people) != c.people || people[len(people)-1].Name != "Bob" {
			t.Errorf("%s: took in %d people, want %d", name, len(people), c.people)
		}
	}
}

func TestLimits(t *testing.T) {
	const header = "name,company\n"
	for name, c := range map[string]struct {
		text   string
		lim    format.Limits
		reason string
		people int
	}{
		"row":         {header + "Ann," + strings.Repeat("x", 5000) + "\nBob,Acme\n", format.Limits{Row: 2048}, "the row is longer than 2 KB", 1},
		"quoted row":  {header + "Ann,\"" + strings.Repeat("x\n", 5000) + "\"\nBob,Acme\n", format.Limits{Row: 2048}, "cell 2: the quote is not closed within 2 KB", 1},
		"cell":        {header + "Ann," + strings.Repeat("x", 2000) + "\nBob,Acme\n", format.Limits{Cell: 1024}, "the cell is longer than 1 KB and was left out", 2},
		"cells":       {header + "Ann,x,x,x\nBob,Acme\n", format.Limits{Columns: 3}, "the row has more than 3 cells", 1},
		"JSON record": {`[{"name":"Bob","company":"A"},{"name":"Ann","company":"` + strings.Repeat("x", 5000) + `"}]`, format.Limits{Row: 2048}, "the record is longer than 2 KB", 1},
	} {
		people, bad := read(t, c.text, c.lim)
		if len(bad) == 0 || bad[0].Reason != c.reason || len(people) != c.people {
			t.Errorf("%s: %d people, %v", name, len(people), bad)
		}
	}
	if _, err := format.Read(strings.NewReader(header+strings.Repeat("Ann,Acme\n", 99)), "test", format.Limits{Bytes: 100}); !errors.Is(err, format.ErrTooLarge) {
		t.Errorf("bytes: %v", err)
	}
	src, err := format.Read(strings.NewReader(header+strings.Repeat("Ann,Acme\n", 99)), "test", format.Limits{Rows: 5})
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	for range src.Records() {
		n++
	}
	if n != 5 || src.Err() == nil || src.Err().Error() != "read test: line 7: too large: the limit is 5 rows: split the file" {
		t.Errorf("rows: %d, %v", n, src.Err())
	}
}

func TestRefusedFiles(t *testing.T) {
	dir := t.TempDir()
	for name, c := range map[string]struct{ data, want string }{
		"empty":        {"", "not a list of people: the file is empty"},
		"spaces":       {"\uFEFF \r\n ", "not a list of people: the file is empty"},
		"workbook":     {"PK\x03\x04abc", "not a text file: it is a zip archive and broken: zip: not a valid zip file"},
		"binary":       {"name,company\nAnn\x00,Acme\n", "not a text file: it holds NUL bytes: export the list as CSV or JSON"},
		"no header":    {"Ann,Acme\nBob,Acme\n", "not a list of people: no header found: seen: Ann, Acme; needed: name, or first name and last name, and at least one more such as e-mail, title or company"},
		"no name":      {"title;company\nCTO;Acme\n", "not a list of people: no column with names: seen: title, company; needed: name, or first name and last name, and at least one more such as e-mail, title or company"},
		"JSON object":  {`{"name":"Ann"}`, "not a list of people: the first record tells no person: seen: name; needed: name, or first name and last name, and at least one more such as e-mail, title or company"},
		"JSON empty":   {`[]`, "not a list of people: the list is empty"},
		"JSON no name": {`[{"a":1}]`, "not a list of people: the first record tells no person: seen: a; needed: name, or first name and last name, and at least one more such as e-mail, title or company"},
	} {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(c.data), 0o600); err != nil {
			t.Fatal(err)
		}
		_, err := format.Open(path, format.Limits{})
		if want := "open " + path + ": " + c.want; err == nil || err.Error() != want {
			t.Errorf("%s:\ngot  %v\nwant %s", name, err, want)
		}
	}
	for path, want := range map[string]string{
		dir:                          "it is a folder: name a file in it",
		filepath.Join(dir, "absent"): "no such file or directory",
		os.DevNull:                   "it is no regular file: `talentmap import -` reads what is piped in",
	} {
		if _, err := format.Open(path, format.Limits{}); err == nil || err.Error() != "open "+path+": "+want {
			t.Errorf("%s: %v", path, err)
		}
	}
}

func TestDroppedColumns(t *testing.T) {
	src, err := format.Read(strings.NewReader("Name,Email,Birthday,Gender,Spouse Name,maritalStatus,Photo,Storage\nAnn,,1990-01-01,f,Bob,x,p.jpg,9\n"), "test", format.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	want := []format.ColumnUse{
		{Header: "Name", Use: "name"},
		{Header: "Email", Use: "e-mail"},
		{Header: "Birthday", Use: "dropped: tells age"},
		{Header: "Gender", Use: "dropped: tells gender"},
		{Header: "Spouse Name", Use: "dropped: tells the family"},
		{Header: "maritalStatus", Use: "dropped: tells the family"},
		{Header: "Photo", Use: "dropped: a picture tells gender, age and descent"},
		{Header: "Storage", Use: "custom"},
	}
	if got := src.Columns(); !reflect.DeepEqual(got, want) {
		t.Errorf("got %v", got)
	}
	for rec := range src.Records() {
		if got := rec.Person.Background.Custom; len(got) != 1 || got["Storage"] != "9" {
			t.Errorf("custom %v", got)
		}
	}
}

func TestGuardComesOff(t *testing.T) {
	people, _ := read(t, "name,company,title\n'=Ann,'@Acme,'Ole\n'＋Bob,'-x,''=y\n", format.Limits{})
	if people[0].Name != "=Ann" || people[0].Positions[0] != (model.Position{Company: "@Acme", Title: "'Ole"}) {
		t.Errorf("%+v", people[0])
	}
	if people[1].Name != "＋Bob" || people[1].Positions[0] != (model.Position{Company: "-x", Title: "'=y"}) {
		t.Errorf("%+v", people[1])
	}
}

func TestBrokenJSONList(t *testing.T) {
	const good = `{"name":"Ann","company":"Acme"}`
	for text, want := range map[string]string{
		"[" + good + ",\n5,\n" + good + "]":  "",
		"[" + good + ",\n{\"name\": nope}]":  "read test: line 2, byte 45: broken JSON: invalid character 'o' in literal null (expecting 'u'); nothing after it was read",
		"[" + good + ",\n" + good + ",\n{\"": "read test: line 3, byte 69: broken JSON: the list ends in the middle: is the file whole?; nothing after it was read",
	} {
		src, err := format.Read(strings.NewReader(text), "test", format.Limits{})
		if err != nil {
			t.Fatal(err)
		}
		var bad []string
		for _, p := range src.Records() {
			if p != nil {
				bad = append(bad, p.Error())
			}
		}
		switch got := src.Err(); {
		case want == "" && (got != nil || len(bad) != 1 || bad[0] != `line 2: the record is no object such as {"name": …}: "5"`):
			t.Errorf("%q: %v, %q", text, got, bad)
		case want != "" && (got == nil || got.Error() != want):
			t.Errorf("%q:\ngot  %v\nwant %s", text, got, want)
		}
	}
}

func jsonText(s string) (string, error) {
	b, err := json.Marshal(s)
	return string(b), err
}

func TestHTMLBiography(t *testing.T) {
	for html, want := range map[string]string{
		`<p>One &amp; two</p><p data-x="1">three<br/>four <a href="https://x.example">five</a></p>`: "One & two\nthree\nfour five",
		"1 < 2, a\nb": "1 < 2, a b",
		"<ul><li>a</li><li>b</li></ul><script>alert(1)</script>c": "a\nb\nc",
		"<!-- hidden > --><b>x</b>y &lt;b&gt;":                    "xy <b>",
		"cut <a href=":                                            "cut <a href=",
	} {
		b, err := jsonText(html)
		if err != nil {
			t.Fatal(err)
		}
		people, bad := read(t, `[{"name":"Ann","company":"","category":["Staff"],"bio":`+b+`}]`, format.Limits{})
		if len(bad) != 0 || people[0].Summary != want || people[0].Headline != "Staff" {
			t.Errorf("%q: got %q, headline %q, %v", html, people[0].Summary, people[0].Headline, bad)
		}
	}
}

// A stream is put by, so that it can be looked at before it is imported; a long
// one leaves nothing in the folder of temporary files.
func TestAStreamIsReadTwice(t *testing.T) {
	t.Setenv("TMPDIR", t.TempDir())
	for _, rows := range []int{1, 200_000} {
		text := "name,company\n" + strings.Repeat("Ann,Acme\n", rows)
		src, err := format.Read(strings.NewReader(text), "-", format.Limits{})
		if err != nil {
			t.Fatal(err)
		}
		for range 2 {
			n := 0
			for range src.Records() {
				n++
			}
			if n != rows || src.Err() != nil {
				t.Errorf("%d of %d rows, %v", n, rows, src.Err())
			}
		}
		left, err := os.ReadDir(os.Getenv("TMPDIR"))
		if err != nil || len(left) != 0 {
			t.Errorf("left are %v, %v", left, err)
		}
		if err := src.Close(); err != nil {
			t.Error(err)
		}
	}
	if _, err := format.Read(strings.NewReader(strings.Repeat("x", 2<<20)), "-", format.Limits{Bytes: 1 << 20}); !errors.Is(err, format.ErrTooLarge) {
		t.Errorf("a stream beyond the limit: %v", err)
	}
}
