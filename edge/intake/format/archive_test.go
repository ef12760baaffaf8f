package format_test

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"talentmap/edge/intake/format"
	"talentmap/edge/intake/format/formattest"
	"talentmap/model"
)

const connections = "Notes:\n\"some\"\n\nFirst Name,Last Name,URL,Email Address,Company,Position,Connected On\nBob,Friend,https://www.linkedin.com/in/bob-f,,Acme,CTO,12 Mar 2024\n"

// linkedInArchive is an archive as LinkedIn makes it: what the owner's files
// say is joined, her connections are people, the rest is left alone.
func linkedInArchive(t *testing.T) []byte {
	return formattest.Zip(t,
		"Basic/Connections.csv", connections,
		"Basic/messages.csv", "CONVERSATION ID,FROM,TO,DATE,CONTENT\n1,A,B,2024,hi\n",
		"Basic/Recommendations_Given.csv", "First Name,Last Name,Company,Job Title,Text,Status\nDan,Other,Acme,CTO,good,VISIBLE\n",
		"Basic/Languages.csv", "Name,Proficiency\nGerman,NATIVE\n",
		"Basic/Skills.csv", "Name\nGo\n\"Kafka, Streams\"\n",
		"Basic/Positions.csv", "Company Name,Title,Description,Location,Started On,Finished On\nInitech,Engineer,,Berlin,Jun 2016,Feb 2021\nAcme,Staff Engineer,\"Led, well\",Berlin,Mar 2021,\n",
		"Basic/Education.csv", "School Name,Start Date,End Date,Notes,Degree Name,Activities\nUni,2000,2005,,BSc,\n",
		"Basic/Email Addresses.csv", "Email Address,Confirmed,Primary,Updated On\nada@example.com,Yes,Yes,1/1/2024\n",
		"Basic/Profile.csv", "First Name,Last Name,Maiden Name,Address,Birth Date,Headline,Summary,Industry,Zip Code,Geo Location,Twitter Handles,Websites,Instant Messengers\n"+
			"Ada,Example,Old,Weg 1,1980,Builder,Builds streams.,Software,1,\"Berlin, Germany\",[ada_e],[PERSONAL:http://ada.example.org],\n",
		"__MACOSX/._Connections.csv", "First Name,Last Name,Company\nX,Y,Z\n",
	)
}

func TestLinkedInArchive(t *testing.T) {
	owner := model.Person{
		Name: "Ada Example", Headline: "Builder", Summary: "Builds streams.", Location: "Berlin, Germany", Skills: []string{"Go", "Kafka", "Streams"},
		Contact: model.Contact{Emails: []string{"ada@example.com"}, Links: []string{"x.com/ada_e", "ada.example.org"}},
		Positions: []model.Position{
			{Company: "Acme", Title: "Staff Engineer", Location: "Berlin", Start: model.YearMonth(2021, 3), Summary: "Led, well"},
			{Company: "Initech", Title: "Engineer", Location: "Berlin", Start: model.YearMonth(2016, 6), End: model.YearMonth(2021, 2)},
		},
		Background: custom("Industry", "Software", "School Name", "Uni", "Degree Name", "BSc"),
	}
	friend := model.Person{
		Name: "Bob Friend", Positions: job("CTO", "Acme"), Contact: model.Contact{Links: []string{"linkedin.com/in/bob-f"}},
		Background: model.Background{
			Custom:      map[string]string{"Connected On": "12 Mar 2024"},
			Connections: []model.Connection{{Name: "Ada Example", How: "LinkedIn connection since 12 Mar 2024"}},
		},
	}
	path := filepath.Join(t.TempDir(), "any name")
	if err := os.WriteFile(path, linkedInArchive(t), 0o600); err != nil {
		t.Fatal(err)
	}
	src, err := format.Open(path, noLimits)
	if err != nil {
		t.Fatal(err)
	}
	defer src.Close()
	if src.Dialect() != "LinkedIn archive" {
		t.Errorf("dialect %q", src.Dialect())
	}
	for range 2 { // a file can be read again
		var people []model.Person
		for rec, bad := range src.Records() {
			if bad != nil {
				t.Error(bad)
				continue
			}
			people = append(people, rec.Person)
		}
		if src.Err() != nil || len(people) != 2 {
			t.Fatalf("%d people, %v", len(people), src.Err())
		}
		if !reflect.DeepEqual(people[0], owner) {
			t.Errorf("owner:\ngot  %+v\nwant %+v", people[0], owner)
		}
		if !reflect.DeepEqual(people[1], friend) {
			t.Errorf("connection:\ngot  %+v\nwant %+v", people[1], friend)
		}
	}
}

// The lists of any other archive are read one after the other, also from a
// stream, and a problem names the list.
func TestArchiveOfLists(t *testing.T) {
	data := formattest.Zip(t, "a.csv", "name,company\nAnn,Acme\n,Acme\nshort\n", "b.json", `[{"name":"Bob","company":"Acme"}]`, "note.txt", "hello")
	people, bad := read(t, string(data), noLimits)
	if len(people) != 2 || people[0].Name != "Ann" || people[1].Name != "Bob" {
		t.Errorf("%+v", people)
	}
	if len(bad) != 2 || bad[0].Error() != `a.csv, line 3: the row has no name: "Acme"` || bad[1].File != "a.csv" || bad[1].Line != 4 {
		t.Errorf("%v", bad)
	}
}

func TestGzip(t *testing.T) {
	people, bad := read(t, string(formattest.Gzip(t, "name,company\nAnn,Acme\n")), noLimits)
	if len(people) != 1 || len(bad) != 0 || people[0].Name != "Ann" {
		t.Errorf("%+v %v", people, bad)
	}
}

func TestHostileArchives(t *testing.T) {
	bomb := "name,company\n" + strings.Repeat("Ann,Acme\n", 4<<20)
	broken := formattest.Gzip(t, connections)
	var many []string
	for range 2001 {
		many = append(many, "a.csv", "")
	}
	for name, c := range map[string]struct {
		data []byte
		lim  format.Limits
		want string
	}{
		"grows in gzip":    {formattest.Gzip(t, bomb), noLimits, "it grows more than 200 fold when unpacked, as no list does"},
		"grows in zip":     {formattest.Zip(t, "a.csv", bomb), noLimits, "it grows more than 200 fold when unpacked, as no list does"},
		"large in gzip":    {formattest.Gzip(t, bomb), format.Limits{Bytes: 1 << 20}, "unpacked it has more than 1 MB"},
		"large in zip":     {formattest.Zip(t, "a.csv", bomb), format.Limits{Bytes: 1 << 20}, "unpacked the archive has more than 1 MB"},
		"many entries":     {formattest.Zip(t, many...), noLimits, "the archive has 2001 entries, the limit is 2000"},
		"cut off gzip":     {broken[:len(broken)/2], noLimits, "unpack: unexpected EOF"},
		"cut off zip":      {linkedInArchive(t)[:500], noLimits, "it is a zip archive and broken"},
		"a workbook":       {formattest.Zip(t, "[Content_Types].xml", "<x/>"), noLimits, "it is a workbook (xlsx): save the sheet as CSV UTF-8"},
		"nothing known":    {formattest.Zip(t, "a.txt", "hello\n"), noLimits, "the archive holds no list that is known: seen: a.txt"},
		"zip in zip":       {formattest.Zip(t, "a.zip", string(formattest.Zip(t, "a.csv", "name,company\nA,B\n"))), noLimits, "holds no list that is known"},
		"gzip in gzip":     {formattest.Gzip(t, string(formattest.Gzip(t, "name,company\nA,B\n"))), noLimits, "it is compressed twice"},
		"nobody's archive": {formattest.Zip(t, "Positions.csv", "Company Name,Title,Started On,Finished On\nAcme,CTO,2020,\n"), noLimits, "the archive has no profile that names its owner"},
	} {
		src, err := format.Read(bytes.NewReader(c.data), "x", c.lim)
		if err == nil {
			for _, bad := range src.Records() {
				if bad != nil {
					err = bad
				}
			}
			err = errors.Join(err, src.Err())
		}
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v", name, err)
		}
	}
}
