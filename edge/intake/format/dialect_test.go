package format_test

import (
	"errors"
	"reflect"
	"strings"
	"testing"

	"talentmap/edge/intake/format"
	"talentmap/model"
)

// arrival is a file as it arrives, and the one person who must come out of it.
type arrival struct {
	dialect string
	text    string
	want    model.Person
}

func checkArrivals(t *testing.T, all map[string]arrival) {
	t.Helper()
	for name, a := range all {
		src, err := format.Read(strings.NewReader(a.text), "test", format.Limits{})
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if src.Dialect() != a.dialect {
			t.Errorf("%s: taken for %s, want %s", name, src.Dialect(), a.dialect)
		}
		n := 0
		for rec, bad := range src.Records() {
			if bad != nil {
				t.Errorf("%s: %v", name, bad)
				continue
			}
			if n++; !reflect.DeepEqual(rec.Person, a.want) {
				t.Errorf("%s:\ngot  %+v\nwant %+v", name, rec.Person, a.want)
			}
		}
		if n != 1 || src.Err() != nil {
			t.Errorf("%s: %d people, %v", name, n, src.Err())
		}
	}
}

func custom(pairs ...string) model.Background {
	m := map[string]string{}
	for i := 0; i < len(pairs); i += 2 {
		m[pairs[i]] = pairs[i+1]
	}
	return model.Background{Custom: m}
}

func job(title, company string) []model.Position {
	return []model.Position{{Title: title, Company: company}}
}

func TestLinkedIn(t *testing.T) {
	want := model.Person{
		Name: "Ada Example", Positions: job("Staff Engineer", "Acme"),
		Contact:    model.Contact{Emails: []string{"ada@example.com"}, Links: []string{"linkedin.com/in/ada-example"}},
		Background: custom("Connected On", "12 Mar 2024"),
	}
	noURL := want
	noURL.Contact.Links = nil
	noURL.Background = custom("Connected On", "01/15/18, 9:15 PM")
	old := want
	old.Contact.Links, old.Background = nil, model.Background{}
	checkArrivals(t, map[string]arrival{
		"with a preamble": {
			"LinkedIn connections CSV",
			"Notes:\n\"When exporting your connection data, you may notice that some of the email addresses are missing.\"\n\n" +
				"First Name,Last Name,URL,Email Address,Company,Position,Connected On\n" +
				"Ada,Example,https://www.linkedin.com/in/ada-example,ada@example.com,Acme,Staff Engineer,12 Mar 2024\n", want,
		},
		"without": {
			"LinkedIn connections CSV",
			"First Name,Last Name,URL,Email Address,Company,Position,Connected On\r\n" +
				"Ada,Example,https://www.linkedin.com/in/ada-example,ada@example.com,Acme,Staff Engineer,12 Mar 2024\r\n", want,
		},
		"2018": {
			"LinkedIn connections CSV",
			"First Name,Last Name,Email Address,Company,Position,Connected On\n" +
				"Ada,Example,ada@example.com,Acme,Staff Engineer,\"01/15/18, 9:15 PM\"\n", noURL,
		},
		"before 2017": {"LinkedIn connections CSV (before 2017)", outlookHeader("Business Country", "Personal Web Page") +
			outlookRow("Business Country", "Personal Web Page", "First Name", "Ada", "Last Name", "Example",
				"E-mail Address", "ada@example.com", "Company", "Acme", "Job Title", "Staff Engineer"), old},
	})
}

func TestRecruitersTools(t *testing.T) {
	ada := model.Person{
		Name: "Ada Example", Positions: job("Staff Engineer", "Acme"), Location: "Berlin",
		Contact: model.Contact{Emails: []string{"ada@example.com"}, Phones: []string{"+49 30 1234567"}},
	}
	with := func(change func(*model.Person)) model.Person {
		p := ada
		change(&p)
		return p
	}
	checkArrivals(t, map[string]arrival{
		"LinkedIn Recruiter": {
			"LinkedIn Recruiter CSV",
			"First name;Last name;Email;Phone number;Job title;Company;Location;Pipeline stage;Note;Note visibility;Tags\n" +
				"Ada;Example;ada@example.com;+49 30 1234567;Staff Engineer;Acme;Berlin;Contacted;Likes Kafka;ONLY_ME;go\n",
			with(func(p *model.Person) {
				p.Notes, p.Background = "Likes Kafka", custom("Pipeline stage", "Contacted")
				p.Background.Tags = []string{"go"}
			}),
		},
		"LinkedIn Recruiter project": {
			"LinkedIn Recruiter project CSV",
			"First Name,Last Name,Headline,Location,Current Title,Current Company,Email Address,Phone Number,Profile URL,Feedback\n" +
				"Ada,Example,Builder of streams,Berlin,Staff Engineer,Acme,ada@example.com,+49 30 1234567,https://www.linkedin.com/in/ada-e?trk=x,good\n",
			with(func(p *model.Person) {
				p.Headline, p.Background = "Builder of streams", custom("Feedback", "good")
				p.Contact.Links = []string{"linkedin.com/in/ada-e"}
			}),
		},
		"LinkedIn Talent Hub": {
			"LinkedIn Talent Hub CSV",
			"candidate_id,project_id,first_name,last_name,emails,phone_numbers,tags,profile_url,sourcing_channels,hiring_state_id,created_time,created_datetime,last_modified_time\n" +
				"77,8,Ada,Example,ada@example.com;ada@home.example.org,+49 30 1234567,go;sql,https://www.linkedin.com/in/ada-e,search,3,1700000000000,2023-11-14 22:13:20,1700000000000\n",
			model.Person{
				Name: "Ada Example",
				Contact: model.Contact{
					Emails: []string{"ada@example.com", "ada@home.example.org"}, Phones: ada.Contact.Phones,
					Links: []string{"linkedin.com/in/ada-e"}, ExternalIDs: []string{"talent_hub:77"},
				},
				Background: model.Background{
					Tags:   []string{"go", "sql"},
					Custom: map[string]string{"project_id": "8", "sourcing_channels": "search", "hiring_state_id": "3"},
				},
			},
		},
		"Gem candidates": {
			"Gem candidates CSV",
			"candidate_id,candidate_greenhouse_id,candidate_first_name,candidate_last_name,candidate_email,all_candidate_emails,candidate_phone_number,candidate_location,candidate_linkedin_url,candidate_company,candidate_title,candidate_school,candidate_source,candidate_ats_id,sourced_timestamp\n" +
				"c1,g2,Ada,Example,ada@example.com,\"[\"\"ada@example.com\"\", \"\"ada@home.example.org\"\"]\",+49 30 1234567,Berlin,https://linkedin.com/in/ada-e,Acme,Staff Engineer,Uni,linkedin,,2024-03-02 10:00:00\n",
			with(func(p *model.Person) {
				p.Contact.Emails = []string{"ada@example.com", "ada@home.example.org"}
				p.Contact.Links = []string{"linkedin.com/in/ada-e"}
				p.Contact.ExternalIDs = []string{"gem:c1", "greenhouse:g2"}
				p.Background = custom("candidate_school", "Uni", "candidate_source", "linkedin", "sourced_timestamp", "2024-03-02 10:00:00")
			}),
		},
		"Gem events": {
			"Gem event log CSV",
			"timestamp,user_name,user_email,candidate_id,candidate_first_name,candidate_last_name,candidate_email,event_type,event_subtype,event_metadata\n" +
				"2024-03-02 10:00:00,Rita Recruiter,rita@agency.example,c1,Ada,Example,ada@example.com,outreach,email_sent,\"{\"\"step\"\":1}\"\n",
			model.Person{
				Name: "Ada Example", Notes: "2024-03-02 outreach email sent (Rita Recruiter, Gem)",
				Contact: model.Contact{Emails: []string{"ada@example.com"}, ExternalIDs: []string{"gem:c1"}},
			},
		},
		"Gem job": {
			"Gem job CSV",
			"job_stage,first_name,last_name,email,linkedin_url,phone_number\nScreen,Ada,Example,ada@example.com,ada-e,+49 30 1234567\n",
			model.Person{
				Name: "Ada Example", Background: custom("job_stage", "Screen"),
				Contact: model.Contact{Emails: ada.Contact.Emails, Phones: ada.Contact.Phones, Links: []string{"linkedin.com/in/ada-e"}},
			},
		},
		"SeekOut": {
			"SeekOut CSV",
			"Full Name,First Name,Last Name,Location,Company,Title,LinkedInUrl,Email1,Email2,Email3,Phone Number1,Phone Number2,Phone Number3\n" +
				"Ada Example,Ada,Example,Berlin,Acme,Staff Engineer,https://linkedin.com/in/ada-e,ada@example.com,,a@home.example.org,+49 30 1234567,,\n",
			with(func(p *model.Person) {
				p.Contact.Emails = []string{"ada@example.com", "a@home.example.org"}
				p.Contact.Links = []string{"linkedin.com/in/ada-e"}
			}),
		},
		"hireEZ": {
			"hireEZ CSV",
			"Project,First Name,Last Name,Primary Email,Other Email,Primary Phone,Other Phone,Position Title,Position Company Name,Position Start Date,Position End Date,Linkedin URL,Github URL,Location\n" +
				"Streams,Ada,Example,ada@example.com,,+49 30 1234567,,Staff Engineer,Acme,2021-03,Present,https://linkedin.com/in/ada-e,https://github.com/ada-e,Berlin\n",
			with(func(p *model.Person) {
				p.Positions = []model.Position{{Title: "Staff Engineer", Company: "Acme", Start: model.YearMonth(2021, 3)}}
				p.Contact.Links = []string{"linkedin.com/in/ada-e", "github.com/ada-e"}
				p.Background = custom("Project", "Streams")
			}),
		},
		"Lever": {
			"Lever CSV",
			"Full name,Email,Lever Posting URL,Stage,Sources,Origin,Resume Filename,IsSecretNote,Tags,Links\n" +
				"Ada Example,\"ada@example.com,a@home.example.org\",,Lead,\"LinkedIn,Meetup\",Sourced,ada.pdf,no,\"go,sql\",\"https://linkedin.com/in/ada-e, https://github.com/ada-e\"\n",
			model.Person{
				Name: "Ada Example",
				Contact: model.Contact{
					Emails: []string{"ada@example.com", "a@home.example.org"}, Links: []string{"linkedin.com/in/ada-e", "github.com/ada-e"},
				},
				Background: model.Background{
					Tags: []string{"go", "sql"}, Custom: map[string]string{"Stage": "Lead", "Sources": "LinkedIn,Meetup", "Origin": "Sourced"},
				},
			},
		},
		"Greenhouse": {
			"Greenhouse prospects CSV",
			"First Name,Last Name,Company,Title,Notes,Email,Phone,Social Media,Website,Address,Source,Who gets credit,Job,Department,Office,Prospect Pool,Prospect Stage\n" +
				"Ada,Example,Acme,Staff Engineer,met,ada@example.com,+49 30 1234567,https://x.com/ada_e,ada.example.org,,Meetup,Rita,Backend,Eng,Berlin,Streams,New\n",
			model.Person{
				Name: "Ada Example", Positions: ada.Positions, Notes: "met",
				Contact: model.Contact{Emails: ada.Contact.Emails, Phones: ada.Contact.Phones, Links: []string{"x.com/ada_e", "ada.example.org"}},
				Background: custom("Source", "Meetup", "Who gets credit", "Rita", "Job", "Backend", "Department", "Eng", "Office", "Berlin",
					"Prospect Pool", "Streams", "Prospect Stage", "New"),
			},
		},
		"OpenCATS": {
			"OpenCATS candidates CSV",
			"Full Name,First Name,Last Name,Address,City,State,Zip,Home Phone,Cell Phone,Work Phone,Notes,Current Employer,Email,Email 2,Web Site,Key Skills\n" +
				"Ada Example,Ada,Example,,Austin,TX,,,512-555-0100,,met,Acme,ada@example.com,,ada.example.org,\"go, kafka\"\n",
			model.Person{
				Name: "Ada Example", Positions: job("", "Acme"), Location: "Austin, TX", Notes: "met", Skills: []string{"go", "kafka"},
				Contact: model.Contact{Emails: ada.Contact.Emails, Phones: []string{"512-555-0100"}, Links: []string{"ada.example.org"}},
			},
		},
		"Twenty": {
			"Twenty people CSV",
			"Email,First,Last,Job title,Emails / Additional Emails,Phones / Primary Phone Number,companyDomain\n" +
				"ada@example.com,Ada,Example,Staff Engineer,\"[\"\"a@home.example.org\"\"]\",+49 30 1234567,acme.example\n",
			model.Person{
				Name: "Ada Example", Positions: job("Staff Engineer", ""), Background: custom("companyDomain", "acme.example"),
				Contact: model.Contact{Emails: []string{"ada@example.com", "a@home.example.org"}, Phones: ada.Contact.Phones},
			},
		},
		"Atomic CRM": {
			"Atomic CRM contacts CSV",
			"first_name,last_name,gender,title,company,phone_work,email_work,email_home,first_seen,status,tags,linkedin_url\n" +
				"Ada,Example,female,Staff Engineer,Acme,+49 30 1234567,ada@example.com,,2024-01-01,warm,\"go, sql\",https://linkedin.com/in/ada-e\n",
			with(func(p *model.Person) {
				p.Location, p.Contact.Links = "", []string{"linkedin.com/in/ada-e"}
				p.Background = custom("status", "warm")
				p.Background.Tags = []string{"go", "sql"}
			}),
		},
	})
}

// A header in another language does where the caller says what the file is,
// because the columns of LinkedIn Recruiter count by their place.
func TestRecruiterByPosition(t *testing.T) {
	const text = "Wer;Rest;A;B;C;D;E;F;G;H;I\nAda;Example;ada@example.com;;Staff Engineer;Acme;Berlin;;;;\n"
	if _, err := format.Read(strings.NewReader(text), "test", format.Limits{}); err == nil {
		t.Error("taken for people by its header")
	}
	src, err := format.ReadAs(strings.NewReader(text), "test", format.Limits{}, format.As{Dialect: "linkedin recruiter csv"})
	if err != nil {
		t.Fatal(err)
	}
	for rec, bad := range src.Records() {
		if bad != nil || rec.Person.Name != "Ada Example" || rec.Person.Positions[0] != job("Staff Engineer", "Acme")[0] || rec.Person.Location != "Berlin" {
			t.Errorf("%+v %v", rec, bad)
		}
	}
	_, err = format.ReadAs(strings.NewReader(`[{"name":"Ann","company":"Acme"}]`), "test", format.Limits{}, format.As{Dialect: "Lever CSV"})
	if !errors.Is(err, format.ErrNotPeople) || !strings.HasSuffix(err.Error(), "it is no Lever CSV: it looks like generic JSON list") {
		t.Error(err)
	}
	_, err = format.ReadAs(strings.NewReader(text), "test", format.Limits{}, format.As{Dialect: "palm pilot"})
	if err == nil || !strings.Contains(err.Error(), `no dialect is called "palm pilot": choose one of `) {
		t.Error(err)
	}
}
