package intake_test

import (
	"bytes"
	"testing"

	"talentmap/edge/intake"
	"talentmap/model"
)

func FuzzCSV(f *testing.F) {
	f.Add([]byte("name,company,email,notes,start date\nAnn \"x,Acme,a@example.com,\"a\nb\"\"\",2024-13\n"))
	f.Add([]byte("Notes:\n\"x\"\n\nFirst Name;Last Name;URL;Skills;job_history_json;person_id;Odd\r\nA;B;x.com/a;a|b;[{}];7;\u202e\r\n"))
	f.Add([]byte("\xff\xfen\x00a\x00m\x00e\x00,\x00t\x00i\x00t\x00l\x00e\x00\n\x00A\x00,\x00B\x00"))
	f.Add([]byte("name\tcity\n\x1b[31mA\t'=1\n\"\n\n\"\"\"\n"))
	f.Add([]byte("person_id,full_name,job_history_json\n1,A,\"[{\"\"title\"\":\"\"T\x1b\"\",\"\"from\"\":\"\"2020\"\"}]\"\n"))
	f.Fuzz(checkRecords)
}

func FuzzPeopleJSON(f *testing.F) {
	f.Add([]byte(`[{"name":"Ann","bio":"<p>a &amp; <b","company":"","category":["x"],"projects":["Go"],"github":"https://github.com/a","email":"a!b.example"}]`))
	f.Add([]byte("[{\"name\":\"\\u202eA\",\"title\":[1,true,null,{\"a\":[]}],\"k\\u0000\":\"\\ud800\"},\n5]"))
	f.Add([]byte(`[{"name":"A","company":"B"},{"name":`))
	f.Add([]byte(`[{"full name":"A","skills":["\u001b]0;x\u0007","b"],"bio":"<script>x</script><!--"}]`))
	f.Fuzz(checkRecords)
}

// checkRecords reads any bytes: it must end, and what comes out must be clean
// and within the limits.
func checkRecords(t *testing.T, data []byte) {
	lim := intake.Limits{Row: 4096, Cell: 1024, Columns: 32, Rows: 200}
	src, err := intake.Read(bytes.NewReader(data), "fuzz", lim)
	if err != nil {
		clean(t, err.Error())
		return
	}
	n := 0
	var before model.Person
	for rec, bad := range src.Records() {
		if bad != nil {
			clean(t, bad.Column, bad.Reason, bad.Value)
			continue
		}
		if n++; n > lim.Rows {
			t.Fatal("more rows than the limit")
		}
		checkPerson(t, &rec.Person)
		same := cloned(rec.Person)
		if fields := intake.Merge(&same, &rec.Person); fields != nil {
			t.Fatalf("merging a person with herself changes %v: %+v", fields, rec.Person)
		}
		intake.Merge(&before, &rec.Person)
		if fields := intake.Merge(&before, &rec.Person); fields != nil {
			t.Fatalf("merging twice changes %v: %+v", fields, rec.Person)
		}
	}
	if err := src.Err(); err != nil {
		clean(t, err.Error())
	}
	for _, c := range src.Columns() {
		clean(t, c.Header)
	}
}

func checkPerson(t *testing.T, p *model.Person) {
	if p.Name == "" {
		t.Fatal("a person without a name")
	}
	clean(t, p.Name, p.Location, p.Headline)
	clean(t, p.Contact.Emails...)
	clean(t, p.Contact.Phones...)
	clean(t, p.Contact.Links...)
	clean(t, p.Contact.ExternalIDs...)
	clean(t, p.Skills...)
	clean(t, p.Background.Tags...)
	for _, q := range p.Positions {
		clean(t, q.Company, q.Title, q.Location, q.Summary)
	}
	texts := []string{p.Summary, p.Notes}
	for k, v := range p.Background.Custom {
		clean(t, k)
		texts = append(texts, v)
	}
	for _, s := range texts {
		if model.CleanText(s) != s {
			t.Fatalf("not clean: %q", s)
		}
	}
}

func clean(t *testing.T, lines ...string) {
	for _, s := range lines {
		if model.CleanLine(s) != s {
			t.Fatalf("not clean: %q", s)
		}
	}
}
