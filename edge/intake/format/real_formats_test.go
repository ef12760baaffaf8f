package format_test

import (
	"testing"

	"talentmap/edge/intake/format/formattest"
	"talentmap/model"
)

// realRead reads a public file and returns its people and its problems.
func realRead(t *testing.T, name, dialect string) (people []model.Person, problems []string) {
	t.Helper()
	src := formattest.Public(t, name)
	if src.Dialect() != dialect {
		t.Errorf("%s: taken for %s, want %s", name, src.Dialect(), dialect)
	}
	for rec, bad := range src.Records() {
		if bad != nil {
			problems = append(problems, bad.Error())
			continue
		}
		people = append(people, rec.Person)
	}
	if err := src.Err(); err != nil {
		t.Errorf("%s: %v", name, err)
	}
	return people, problems
}

// Every public file comes in, and every problem in it is known.
func TestRealFiles(t *testing.T) {
	for _, c := range []struct {
		name, dialect string
		people        int
		problems      []string
	}{
		{"vcard/John_Doe_ANDROID.vcf", "vCard", 4, []string{
			`line 1: the row has no name: "My Contacts"`, `line 6: the row has no name: "My Contacts"`,
			`line 36, column "EMAIL": not an e-mail address: kept as a custom field: "ÑÑÑÑÑÑÑÑÑÑÑÑÑÑ"`,
		}},
		{"vcard/John_Doe_GMAIL.vcf", "vCard", 1, nil},
		{"vcard/John_Doe_IPHONE.vcf", "vCard", 1, nil},
		{"vcard/John_Doe_MS_OUTLOOK.vcf", "vCard", 1, nil},
		{"vcard/gmail-list.vcf", "vCard", 3, nil},
		{"vcard/outlook-2003.vcf", "vCard", 1, nil},
		{"vcard/rfc6350-example.vcf", "vCard", 1, nil},
		{"jsonresume/sample.resume.json", "JSON Resume", 1, nil},
		{"jsonresume/samples/jsonresume__registry-server__test_resume.json", "JSON Resume", 1, nil},
		{"jsonresume/samples/jsonresume__jsonresume.org__packages_sample-data_complete-resume.json", "JSON Resume", 1, nil},
		{"jsonresume/samples/jsonresume__jsonresume.org__packages_schema_examples_career-changer.resume.json", "JSON Resume", 1, nil},
		{"jsonresume/samples/jsonresume__jsonresume.org__packages_schema_examples_new-grad.resume.json", "JSON Resume", 1, nil},
		{"jsonresume/samples/jsonresume__jsonresume.org__packages_schema_examples_senior-engineer.resume.json", "JSON Resume", 1, nil},
		{"jsonresume/samples/kelvintaywl__jsonresume-validator__jsonresume_tests_fixtures_resumes_invalid_invalid_dates.json", "JSON Resume", 1, nil},
		{"congress/congress_terms.csv", "congress terms CSV", 6669, nil},
		{"congress/legislators_2024-12-20.csv", "congress roster CSV", 536, nil},
		{"congress/legislators_2025-02-01.csv", "congress roster CSV", 539, nil},
		{"cncf/people_2025-06-25.json", "CNCF people JSON", 2141, []string{
			`line 2824, column "twitter": not a link to a person: kept as a custom field: "https://twitter.com/"`,
			`line 8562, column "twitter": not a link to a person: kept as a custom field: "https://twitter.com/"`,
			`line 8562, column "github": not a link to a person: kept as a custom field: "https://github.com/"`,
			`line 13375, column "twitter": not a link to a person: kept as a custom field: "https://twitter.com/"`,
			`line 17989, column "linkedin": not a link to a person: kept as a custom field: "https://www.linkedin.com/posts/%EC%9A%B8%ED%8A%B8%EB%9D%BC-%EB%A7%A4%EB%8B%88%E…"`,
			`line 20362, column "twitter": not a link to a person: kept as a custom field: "https://twitter.com/n/A"`,
			`line 22717, column "twitter": not a link to a person: kept as a custom field: "https://twitter.com/"`,
			`line 24724, column "twitter": not a link to a person: kept as a custom field: "https://twitter.com/"`,
			`line 25674, column "twitter": not a link to a person: kept as a custom field: "https://twitter.com/"`,
			`line 34655, column "website": not a link to a person: kept as a custom field: "https://certdirectory.io"`,
			`line 37411, column "twitter": not a link to a person: kept as a custom field: "https://twitter.com/"`,
			`line 41866, column "twitter": not a link to a person: kept as a custom field: "https://twitter.com/"`,
		}},
	} {
		people, problems := realRead(t, c.name, c.dialect)
		if len(people) != c.people {
			t.Errorf("%s: %d people, want %d", c.name, len(people), c.people)
		}
		for i := range max(len(problems), len(c.problems)) {
			got, want := at(problems, i), at(c.problems, i)
			if got != want {
				t.Errorf("%s: problem %d:\ngot  %s\nwant %s", c.name, i+1, got, want)
			}
		}
	}
}

func at(list []string, i int) string {
	if i < len(list) {
		return list[i]
	}
	return "none"
}

// The header lines of the tools are told apart, and those that have no rows
// bring nobody.
func TestRealHeaders(t *testing.T) {
	for name, dialect := range map[string]string{
		"gem_job_import": "Gem job CSV", "google_legacy": "Google contacts CSV (legacy)", "greenhouse_prospects": "Greenhouse prospects CSV",
		"linkedin_outlook_style_pre2017": "LinkedIn connections CSV (before 2017)", "linkedin_recruiter_import": "LinkedIn Recruiter CSV",
		"linkedin_talent_hub_candidates": "LinkedIn Talent Hub CSV", "opencats_candidates": "OpenCATS candidates CSV",
		"outlook_desktop": "Outlook contacts CSV", "seekout_upload": "SeekOut CSV",
	} {
		people, problems := realRead(t, "templates/"+name+".header.csv", dialect)
		if len(people)+len(problems) > 0 {
			t.Errorf("%s: %v %v", name, people, problems)
		}
	}
}
