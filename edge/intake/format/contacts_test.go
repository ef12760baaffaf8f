package format_test

import (
	"slices"
	"strings"
	"testing"

	"talentmap/model"
)

// outlookColumns are the columns of an Outlook file that matter here.
var outlookColumns = []string{
	"Title", "First Name", "Middle Name", "Last Name", "Suffix", "Company", "Department", "Job Title",
	"Business City", "Business State", "Home City", "Assistant's Phone", "Business Fax", "Business Phone", "Mobile Phone", "TTY/TDD Phone",
	"Birthday", "Spouse", "Categories", "E-mail Address", "E-mail Type", "E-mail 2 Address", "Notes", "Web Page",
}

func outlookHeader(more ...string) string {
	return `"` + strings.Join(append(outlookColumns[:len(outlookColumns):len(outlookColumns)], more...), `","`) + "\"\r\n"
}

// outlookRow is a row with these cells: the last columns, then headers and cells
// in turn.
func outlookRow(more1, more2 string, pairs ...string) string {
	row := make([]string, len(outlookColumns)+2)
	for i, h := range append(outlookColumns[:len(outlookColumns):len(outlookColumns)], more1, more2) {
		for k := 0; k < len(pairs); k += 2 {
			if pairs[k] == h {
				row[i] = pairs[k+1]
			}
		}
	}
	return `"` + strings.Join(row, `","`) + "\"\r\n"
}

func TestAddressBooks(t *testing.T) {
	checkArrivals(t, map[string]arrival{
		"Outlook": {
			"Outlook contacts CSV",
			outlookHeader("Business Country/Region", "Account") + outlookRow("Business Country/Region", "Account",
				"Title", "Mrs.", "First Name", "Ada", "Middle Name", "B.", "Last Name", "Example", "Company", "Acme", "Job Title", "Staff Engineer",
				"Business City", "Berlin", "Business Country/Region", "Germany", "Home City", "Potsdam", "Business Phone", "+49 30 1234567",
				"Business Fax", "+49 30 1", "Birthday", "1/1/1980", "Spouse", "Bob", "Categories", "go;sql", "E-mail Address", "ada@example.com",
				"E-mail Type", "SMTP", "E-mail 2 Address", "a@home.example.org", "Notes", "one\r\ntwo", "Web Page", "ada.example.org"),
			model.Person{
				Name: "Ada B. Example", Positions: job("Staff Engineer", "Acme"), Location: "Berlin, Germany", Notes: "one\ntwo",
				Contact: model.Contact{
					Emails: []string{"ada@example.com", "a@home.example.org"}, Phones: []string{"+49 30 1234567"}, Links: []string{"ada.example.org"},
				},
				Background: model.Background{Tags: []string{"go", "sql"}, Custom: map[string]string{"Home City": "Potsdam", "Business Fax": "+49 30 1"}},
			},
		},
		"Google": {
			"Google contacts CSV",
			"First Name,Middle Name,Last Name,Name Prefix,Organization Name,Organization Title,Birthday,Notes,Photo,Labels,E-mail 1 - Label,E-mail 1 - Value,Phone 1 - Label,Phone 1 - Value,Address 1 - City,Address 1 - Country,Website 1 - Value,Relation 1 - Value\n" +
				"Ada,,Example,Dr.,Acme,Staff Engineer,1980-01-01,met,https://p.example/1,go ::: * friends ::: * myContacts,* Work,ada@example.com ::: a@home.example.org,Mobile,+49 30 1234567 ::: +49 30 7,Berlin,Germany,ada.example.org,Bob\n",
			model.Person{
				Name: "Ada Example", Positions: job("Staff Engineer", "Acme"), Location: "Berlin, Germany", Notes: "met",
				Contact: model.Contact{
					Emails: []string{"ada@example.com", "a@home.example.org"}, Phones: []string{"+49 30 1234567", "+49 30 7"}, Links: []string{"ada.example.org"},
				},
				Background: model.Background{Tags: []string{"go", "friends"}},
			},
		},
		"Google, legacy": {
			"Google contacts CSV (legacy)",
			"Name,Given Name,Family Name,Yomi Name,Name Prefix,Birthday,Gender,Location,Notes,Group Membership,E-mail 1 - Type,E-mail 1 - Value,E-mail 2 - Value,Phone 1 - Type,Phone 1 - Value,Organization 1 - Type,Organization 1 - Name,Organization 1 - Title,Organization 1 - Department\n" +
				"Ada Example,Ada,Example,,,1980-01-01,f,Berlin,met,* myContacts ::: go,* Work,ada@example.com,a@home.example.org,Mobile,+49 30 1234567,,Acme,Staff Engineer,Streams\n",
			model.Person{
				Name: "Ada Example", Positions: job("Staff Engineer", "Acme"), Location: "Berlin", Notes: "met",
				Contact: model.Contact{Emails: []string{"ada@example.com", "a@home.example.org"}, Phones: []string{"+49 30 1234567"}},
				Background: model.Background{
					Tags: []string{"go"}, Custom: map[string]string{"Organization 1 - Department": "Streams"},
				},
			},
		},
		"vCard 2.1": {
			"vCard",
			"BEGIN:VCARD\r\nVERSION:2.1\r\nN;LANGUAGE=de;CHARSET=ISO-8859-1;ENCODING=QUOTED-PRINTABLE:Beispiel;J=FCrgen;;Dr.;\r\n" +
				"FN;CHARSET=ISO-8859-1;ENCODING=QUOTED-PRINTABLE:Dr. J=FCrgen B=\r\neispiel\r\nORG:Acme\\; Sons;Streams\r\nTITLE:Staff Engineer\r\n" +
				"NOTE;ENCODING=QUOTED-PRINTABLE:one=0D=0Atwo\r\nTEL;WORK;VOICE:+49 30 1234567\r\nTEL;WORK;FAX:+49 30 1\r\n" +
				"ADR;HOME:;;Weg 1;Potsdam;;14467;Germany\r\nADR;WORK;PREF:;;Allee 2;Berlin;BE;10115;Germany\r\nBDAY:19800322\r\n" +
				"EMAIL;PREF;INTERNET:ada@example.com\r\nPHOTO;TYPE=JPEG;ENCODING=BASE64:\r\n /9j/4AAQ\r\n SkZJRg==\r\n\r\nURL;WORK:http://ada.example.org\r\nEND:VCARD\r\n",
			model.Person{
				Name: "Jürgen Beispiel", Positions: job("Staff Engineer", "Acme; Sons"), Location: "Berlin, BE, Germany", Notes: "one\ntwo",
				Contact:    model.Contact{Emails: []string{"ada@example.com"}, Phones: []string{"+49 30 1234567"}, Links: []string{"ada.example.org"}},
				Background: custom("department", "Streams", "other phone", "+49 30 1"),
			},
		},
		"vCard 3.0 of a phone": {
			"vCard",
			"BEGIN:VCARD\nVERSION:3.0\nPRODID:-//Maker//EN\nN:Example;Ada;B.;Mrs.;\nFN:Mrs. Ada B. Example\nORG:Acme;\nTITLE:Staff Engineer\n" +
				"item1.EMAIL;type=INTERNET;type=pref:ada@example.com\nTEL;type=CELL;type=pref:+49 30 1234567\nitem2.TEL:+49 30 9\nitem2.X-ABLabel:_$!<AssistantPhone>!$_\n" +
				"NOTE:long\\, folded\n  line\\nnext; and on\nitem3.URL:http\\://ada.example.org\nX-SOCIALPROFILE;type=linkedin:https://www.linkedin.com/in/ada-e\n" +
				"CATEGORIES:My Contacts,go\nUID:7-8\nPHOTO;ENCODING=b;TYPE=JPEG:/9j/4AAQ\n SkZJRg==\nEND:VCARD\n",
			model.Person{
				Name: "Ada B. Example", Positions: job("Staff Engineer", "Acme"), Notes: "long, folded line\nnext; and on",
				Contact: model.Contact{
					Emails: []string{"ada@example.com"}, Phones: []string{"+49 30 1234567"},
					Links: []string{"ada.example.org", "linkedin.com/in/ada-e"}, ExternalIDs: []string{"vcard:7-8"},
				},
				Background: model.Background{Tags: []string{"go"}, Custom: map[string]string{"other phone": "+49 30 9"}},
			},
		},
		"vCard 4.0": {
			"vCard",
			"BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Ada Example\r\nN:Example;Ada;;;\r\nBDAY:--0203\r\nGENDER:F\r\nORG;TYPE=work:Acme\r\nADR;TYPE=work:;;Allee 2;\r\n Berlin;BE;10115;Germany\r\n" +
				"TEL;VALUE=uri;TYPE=\"work,voice\";PREF=1:tel:+49-30-1234567;ext=102\r\nEMAIL;TYPE=work:ada@example.com\r\nEND:VCARD\r\n",
			model.Person{
				Name: "Ada Example", Positions: job("", "Acme"), Location: "Berlin, BE, Germany",
				Contact: model.Contact{Emails: []string{"ada@example.com"}, Phones: []string{"+49-30-1234567 ext. 102"}},
			},
		},
	})
}

func TestManyCards(t *testing.T) {
	const card = "BEGIN:VCARD\nVERSION:3.0\nFN:%\nEMAIL:%@example.com\nEND:VCARD\n"
	one := func(name string) string { return strings.ReplaceAll(card, "%", name) }
	people, bad := read(t, one("Ann")+"\n"+one("Bob")+"BEGIN:VCARD\nFN:Open\nBEGIN:VCARD\nAGENT:\nBEGIN:VCARD\nFN:Eve\nEND:VCARD\nEMAIL:nobody@example.com\nEND:VCARD\n"+one("Cyd")+"BEGIN:VCARD\nFN:Dan\n", noLimits)
	if len(people) != 3 || people[2].Name != "Cyd" {
		t.Errorf("%+v", people)
	}
	want := []string{
		"line 12: the card does not end before the next begins", `line 14: the row has no name: "nobody@example.com"`,
		"line 26: the card does not end: is the file whole?",
	}
	var got []string
	for i := range bad {
		got = append(got, bad[i].Error())
	}
	if !slices.Equal(got, want) {
		t.Errorf("%q", got)
	}
}
