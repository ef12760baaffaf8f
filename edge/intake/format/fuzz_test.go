package format_test

import (
	"bytes"
	"slices"
	"testing"

	"talentmap/edge/intake/format"
	"talentmap/edge/intake/format/formattest"
	"talentmap/model"
)

// public adds the beginnings of the public files of some folders to the seeds. A
// target's inputs are small, so that many are tried.
func public(f *testing.F, folders ...string) {
	for _, folder := range folders {
		for _, data := range formattest.Seeds(f, folder, 6<<10) {
			f.Add(data)
		}
	}
}

func FuzzCSV(f *testing.F) {
	public(f, "congress")
	f.Add([]byte("name,company,email,notes,start date\nAnn \"x,Acme,a@example.com,\"a\nb\"\"\",2024-13\n"))
	f.Add([]byte("Notes:\n\"x\"\n\nFirst Name;Last Name;URL;Skills;job_history_json;person_id;Odd\r\nA;B;x.com/a;a|b;[{}];7;\u202e\r\n"))
	f.Add([]byte("\xff\xfen\x00a\x00m\x00e\x00,\x00t\x00i\x00t\x00l\x00e\x00\n\x00A\x00,\x00B\x00"))
	f.Add([]byte("name\tcity\n\x1b[31mA\t'=1\n\"\n\n\"\"\"\n"))
	f.Add([]byte("person_id,full_name,job_history_json\n1,A,\"[{\"\"title\"\":\"\"T\x1b\"\",\"\"from\"\":\"\"2020\"\"}]\"\n"))
	f.Fuzz(checkRecords)
}

func FuzzPeopleJSON(f *testing.F) {
	public(f, "cncf")
	f.Add([]byte(`[{"name":"Ann","bio":"<p>a &amp; <b","company":"","category":["x"],"projects":["Go"],"github":"https://github.com/a","email":"a!b.example"}]`))
	f.Add([]byte("[{\"name\":\"\\u202eA\",\"title\":[1,true,null,{\"a\":[]}],\"k\\u0000\":\"\\ud800\"},\n5]"))
	f.Add([]byte(`[{"name":"A","company":"B"},{"name":`))
	f.Add([]byte(`[{"full name":"A","skills":["\u001b]0;x\u0007","b"],"bio":"<script>x</script><!--"}]`))
	f.Fuzz(checkRecords)
}

func FuzzCards(f *testing.F) {
	public(f, "vcard")
	f.Add([]byte("BEGIN:VCARD\r\nVERSION:2.1\r\nN;CHARSET=ISO-8859-1;ENCODING=QUOTED-PRINTABLE:B;J=FC=\r\nrg;;Dr.;\r\nTEL;WORK;FAX:1\r\nPHOTO;ENCODING=BASE64:\r\n AA\r\n\r\nEND:VCARD\r\n"))
	f.Add([]byte("BEGIN:VCARD\nFN:A\nitem1.TEL;TYPE=\"work,voice\":tel:+1;ext=2\nitem1.X-ABLabel:_$!<Assistant>!$_\nORG:A\\;B;C\nADR:;;;D;E;F;G\nBEGIN:VCARD\nEND:VCARD\nNOTE:x\n y\\n\x1b[0m\nEND:VCARD\n"))
	f.Fuzz(checkRecords)
}

func FuzzResume(f *testing.F) {
	public(f, "jsonresume")
	f.Add([]byte(`{"basics":{"name":"A","location":{"city":"B"},"profiles":[{"network":"GitHub","username":"a","url":""}]},"work":[{"company":"C","position":"D","startDate":"2020","highlights":["x",null]}],"skills":[{"name":"s","keywords":["k",1]}],"publications":[{"name":"p","releaseDate":"-1"}],"education":[{"institution":"u"},5]}`))
	f.Add([]byte(`{"login":"a","hireable":null,"id":1,"company":"@c","blog":"b","html_url":"https://github.com/a"}{"login":"b"}`))
	f.Fuzz(checkRecords)
}

func FuzzTools(f *testing.F) {
	public(f, "templates")
	f.Add([]byte("candidate_id,candidate_first_name,candidate_last_name,all_candidate_emails,candidate_source\n1,A,B,\"[\"\"a@b.example\"\", \"\"\"\"]\",x\n"))
	f.Add([]byte("timestamp,user_name,candidate_first_name,candidate_last_name,event_type,event_subtype\n2024,u,A,B,t_x,\x1bs\n"))
	f.Add([]byte("first_name,last_name,full_name,type,district,bioguide_id,facebook\nA,B,A B,sen,1,X,f\n"))
	f.Add([]byte("First Name,Last Name,Organization Name,Organization Title,Labels,E-mail 1 - Value\nA,B,C,D,* x ::: * myContacts,a@b.example ::: c@d.example\n"))
	f.Add([]byte("First name;Last name;Email;Phone number;Job title;Company;Location;Pipeline stage;Note;Note visibility;Tags\nA;B;;;;;;;;;\n"))
	f.Fuzz(checkRecords)
}

// FuzzArchive puts any bytes into an archive as a list among a LinkedIn
// owner's, and reads any bytes as an archive.
func FuzzArchive(f *testing.F) {
	f.Add([]byte("Company Name,Title,Started On,Finished On,Location\nAcme,CTO,2020,2019,Berlin\n"))
	f.Add([]byte("Name\nGo\n"))
	f.Add([]byte("PK\x03\x04\x14\x00"))
	f.Add([]byte("\x1f\x8b\x08\x00\x00\x00\x00\x00"))
	f.Fuzz(func(t *testing.T, data []byte) {
		checkRecords(t, data)
		checkRecords(t, formattest.Zip(t, "Profile.csv", "First Name,Last Name,Headline,Summary,Industry,Geo Location\nAda,Example,,,,\n", "x", string(data), "Connections.csv", connections))
	})
}

func FuzzEvents(f *testing.F) {
	public(f, "layoffs")
	f.Add([]byte("company,location,industry,total_laid_off,percentage_laid_off,date,stage,country\nA,B,C,\"1,000\",5%,3/6/2023,D,E\n,,,NaN,1e9,2020,,\n"))
	f.Add([]byte("hash_id,postal_code,company,location,notice_date,effective_date,jobs,is_temporary,is_closure,is_amendment\n" +
		"a1,CA,A,B,2024-03-01,2024-05-01,120,False,True,False\nb2,CA,A,B,2024-03-02,,1e300,1,1,True\n"))
	f.Fuzz(checkEvents)
}

// checkEvents reads any bytes as a list of events: what comes out must be clean
// and in range.
func checkEvents(t *testing.T, data []byte) {
	src, err := format.Read(bytes.NewReader(data), "fuzz", format.Limits{Row: 4096, Cell: 1024, Columns: 32, Rows: 200})
	if err != nil || !src.OfCompanies() {
		return
	}
	for e, bad := range src.Events() {
		if bad != nil {
			clean(t, bad.Column, bad.Reason, bad.Value)
			continue
		}
		clean(t, e.Company, e.Place, e.Industry, e.Stage)
		if !e.Date.Known() || e.Jobs < 0 || !(e.Share >= 0 && e.Share <= 100) || model.CompanyKey(e.Company) == "" {
			t.Fatalf("%+v", e)
		}
	}
}

// FuzzGuess guesses at any bytes: the guess must be one that can be used.
func FuzzGuess(f *testing.F) {
	public(f, "templates", "layoffs")
	f.Add([]byte(strange))
	f.Add([]byte("a|b\n1|x@y.example\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		m, err := format.Guess(bytes.NewReader(data), format.Limits{Row: 4096, Columns: 32})
		if err != nil {
			clean(t, err.Error())
			return
		}
		for _, c := range m {
			clean(t, c.Header)
			if c.Confidence < 0 || c.Confidence > 1 || !slices.Contains(format.Fields(), c.Field) {
				t.Fatalf("%+v", c)
			}
		}
		if m.Validate() != nil {
			return // two headers alike
		}
		src, err := format.ReadAs(bytes.NewReader(data), "fuzz", format.Limits{Row: 4096, Cell: 1024, Columns: 32, Rows: 50}, format.As{Mapping: m})
		if err != nil {
			return
		}
		for rec, bad := range src.Records() {
			if bad == nil {
				checkPerson(t, &rec.Person)
			}
		}
	})
}

// checkRecords reads any bytes: it must end, and what comes out must be clean
// and within the limits.
func checkRecords(t *testing.T, data []byte) {
	lim := format.Limits{Row: 4096, Cell: 1024, Columns: 32, Rows: 200}
	src, err := format.Read(bytes.NewReader(data), "fuzz", lim)
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
		same := formattest.Cloned(rec.Person)
		if fields := model.Unite(&same, &rec.Person); fields != nil {
			t.Fatalf("merging a person with herself changes %v: %+v", fields, rec.Person)
		}
		model.Unite(&before, &rec.Person)
		if fields := model.Unite(&before, &rec.Person); fields != nil {
			t.Fatalf("merging twice changes %v: %+v", fields, rec.Person)
		}
	}
	if err := src.Err(); err != nil && !src.OfCompanies() {
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
		clean(t, q.Company, q.Title, q.Location)
		if model.CleanText(q.Summary) != q.Summary {
			t.Fatalf("not clean: %q", q.Summary)
		}
	}
	for _, c := range p.Background.Content {
		clean(t, c.Title, c.Link)
	}
	for _, c := range p.Background.Connections {
		clean(t, c.Name, c.How)
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
