package scoring_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"talentmap/model"
	"talentmap/scoring"
)

// The two statements of the corpus are 90 days apart.
var seen = scoring.Span{From: model.Day(2025, 1, 15), To: model.Day(2025, 4, 15)}

// trait is one thing that a source says of a person.
type trait func(*model.Person)

// said is a person as a source describes her.
func said(traits ...trait) *model.Person {
	p := &model.Person{Name: "Ada Example"}
	for _, t := range traits {
		t(p)
	}
	return p
}

// job is a position; start and end are dates as numbers, 0 unknown.
func job(title, company string, dates ...model.Date) trait {
	return func(p *model.Person) {
		pos := model.Position{Title: title, Company: company}
		if len(dates) > 0 {
			pos.Start = dates[0]
		}
		if len(dates) > 1 {
			pos.End = dates[1]
		}
		p.Positions = append(p.Positions, pos)
	}
}

// duties are the text of the last job.
func duties(s string) trait {
	return func(p *model.Person) { p.Positions[len(p.Positions)-1].Summary = s }
}

func skills(list ...string) trait { return func(p *model.Person) { p.Skills = list } }
func summary(s string) trait      { return func(p *model.Person) { p.Summary = s } }
func headline(s string) trait     { return func(p *model.Person) { p.Headline = s } }
func place(s string) trait        { return func(p *model.Person) { p.Location = s } }
func tags(list ...string) trait   { return func(p *model.Person) { p.Background.Tags = list } }
func named(s string) trait        { return func(p *model.Person) { p.Name = s } }
func links(list ...string) trait  { return func(p *model.Person) { p.Contact.Links = list } }
func emails(list ...string) trait { return func(p *model.Person) { p.Contact.Emails = list } }
func keyed(list ...string) trait  { return func(p *model.Person) { p.Contact.ExternalIDs = list } }

func project(title string) trait {
	return func(p *model.Person) {
		p.Background.Content = append(p.Background.Content, model.Content{Kind: "project", Title: title})
	}
}

func custom(header, value string) trait {
	return func(p *model.Person) { p.Background.Custom = map[string]string{header: value} }
}

// told is a change in one line, with the signals it fires.
func told(c scoring.Change) string {
	s := fmt.Sprintf("%s: %s → %s", c.Kind, c.From, c.To)
	for _, f := range c.Signals {
		s += " ! " + string(f.Kind)
		if f.Company != "" {
			s += " of " + f.Company
		}
	}
	return s
}

func toldAll(list []scoring.Change) []string {
	var out []string
	for _, c := range list {
		out = append(out, told(c))
	}
	return out
}

// twice is a pair of statements with the changes that a recruiter would tell.
type twice struct {
	name          string
	before, after *model.Person
	want          []string
}

// checkPairs compares what is told with what is expected, and that each change
// says why it is or is not a signal.
func checkPairs(t *testing.T, pairs []twice) {
	t.Helper()
	for _, c := range pairs {
		got := scoring.Changes(c.before, c.after, seen, scoring.Likeness{})
		if text := toldAll(got); !slices.Equal(text, c.want) {
			t.Errorf("%s:\ngot  %s\nwant %s", c.name, strings.Join(text, "\n     "), strings.Join(c.want, "\n     "))
		}
		for _, ch := range got {
			if ch.Meaning == "" || ch.Evidence == "" || !(ch.Confidence > 0 && ch.Confidence <= 1) {
				t.Errorf("%s: meaning %q, evidence %q, confidence %v", c.name, ch.Meaning, ch.Evidence, ch.Confidence)
			}
		}
	}
}

func TestMovesOfThinStatements(t *testing.T) {
	checkPairs(t, []twice{
		{"nothing", said(job("Engineer", "Acme")), said(job("Engineer", "Acme")), nil},
		{"another company", said(job("Engineer", "Acme")), said(job("Engineer", "Beta")), []string{"moved: Engineer at Acme → Engineer at Beta"}},
		{"no titles", said(job("", "Acme")), said(job("", "Beta")), []string{"moved: Acme → Beta"}},
		{"a higher title elsewhere is one move", said(job("Engineer", "Acme")), said(job("Director", "Beta")), []string{"moved: Engineer at Acme → Director at Beta"}},
		{"legal form", said(job("Engineer", "Acme")), said(job("Engineer", "Acme, Inc.")), nil},
		{"capitals", said(job("Engineer", "Acme Labs")), said(job("Engineer", "ACME LABS")), nil},
		{"at sign", said(job("", "@acme")), said(job("", "Acme")), nil},
		{"accents", said(job("", "Société Exemple")), said(job("", "Societe Exemple")), nil},
		{"left, or only deleted", said(job("", "Acme")), said(), []string{"left: Acme → "}},
		{"learnt for the first time", said(), said(job("Engineer", "Acme")), nil},
		{"no employer said either way", said(job("", "NA")), said(), nil},
		{"an employer became n/a", said(job("", "Acme")), said(job("", "N/A")), []string{"left: Acme → "}},
		{"n/a became an employer", said(job("", "n/a")), said(job("", "Acme")), nil},
		{"a dash is no employer", said(job("", "-")), said(job("", "Acme")), nil},
		{"unemployed finds work", said(job("", "Unemployed")), said(job("Engineer", "Acme")), []string{"moved:  → Engineer at Acme"}},
		{"says she is between jobs", said(job("Engineer", "Acme")), said(job("", "Between jobs")), []string{"left: Engineer at Acme → "}},
		{"two words for self-employed", said(job("Consultant", "Self-employed")), said(job("Consultant", "Freelance")), nil},
		{"goes freelance", said(job("Consultant", "Acme")), said(job("Consultant", "Freelance")), []string{"moved: Consultant at Acme → Consultant at Freelance"}},
		{"student finds work", said(job("Student", "Example University")), said(job("Engineer", "Acme")), []string{"moved: Student at Example University → Engineer at Acme"}},
		{"employer taken out, title stays", said(job("Engineer", "Acme")), said(job("Engineer", "")), nil},
		{"employer told beside the title", said(job("Engineer", "")), said(job("Engineer", "Acme")), nil},
	})
}

func TestTitles(t *testing.T) {
	checkPairs(t, []twice{
		{"up", said(job("Engineer", "Acme")), said(job("Senior Engineer", "Acme")), []string{"promoted: Engineer at Acme → Senior Engineer at Acme"}},
		{"to manager", said(job("Senior Engineer", "Acme")), said(job("Engineering Manager", "Acme GmbH")), []string{"promoted: Senior Engineer at Acme → Engineering Manager at Acme GmbH"}},
		{"intern stays", said(job("Intern", "Acme")), said(job("Engineer", "Acme")), []string{"promoted: Intern at Acme → Engineer at Acme"}},
		{"acting no more", said(job("Acting Director", "Acme")), said(job("Director", "Acme")), []string{"promoted: Acting Director at Acme → Director at Acme"}},
		{"no employer known", said(job("Engineer", "")), said(job("Senior Engineer", "")), []string{"promoted: Engineer → Senior Engineer"}},
		{"short for senior", said(job("Sr. Engineer", "Acme")), said(job("Senior Engineer", "Acme")), nil},
		{"word order", said(job("Senior Software Engineer", "Acme")), said(job("Software Engineer, Senior", "Acme")), nil},
		{"spelled out", said(job("VP Engineering", "Acme")), said(job("Vice President of Engineering", "Acme")), nil},
		{"lateral", said(job("Engineer", "Acme")), said(job("Designer", "Acme")), []string{"title changed: Engineer at Acme → Designer at Acme"}},
		{"down", said(job("Director", "Acme")), said(job("Manager", "Acme")), []string{"title changed: Director at Acme → Manager at Acme"}},
		{"a title that says no level", said(job("Engineer", "Acme")), said(job("Investor", "Acme")), []string{"title changed: Engineer at Acme → Investor at Acme"}},
		{"told for the first time", said(job("", "Acme")), said(job("Engineer", "Acme")), nil},
		{"taken out", said(job("Engineer", "Acme")), said(job("", "Acme")), nil},
		{"titles in the column of companies", said(job("", "Event Manager")), said(job("", "Senior Event Manager, Sponsorship")), []string{"promoted: Event Manager → Senior Event Manager, Sponsorship"}},
		{"a chief's title in the column of companies", said(job("", "VP of Marketing")), said(job("", "CMO")), []string{"promoted: VP of Marketing → CMO"}},
		{"a company that sounds like a title", said(job("Engineer", "Acme")), said(job("Engineer", "Lead Developer")), []string{"moved: Engineer at Acme → Engineer at Lead Developer"}},
		{"title another, employer taken out", said(job("Engineer", "Acme")), said(job("Director", "")), []string{"title changed: Engineer at Acme → Director"}},
	})
}

func TestHistories(t *testing.T) {
	const house, senate = "U.S. House of Representatives", "U.S. Senate"
	checkPairs(t, []twice{
		{"one closed, the next begun", said(job("Engineer", "Acme", 20200300)), said(job("Engineer", "Beta", 20250201), job("Engineer", "Acme", 20200300, 20250131)), []string{"moved: Engineer at Acme → Engineer at Beta"}},
		{
			"next term of the same seat", said(job("Representative", house, 20230103, 20250103)),
			said(job("Representative", house, 20250103, 20270103), job("Representative", house, 20230103, 20250103)), nil,
		},
		{
			"from the House to the Senate", said(job("Representative", house, 20230103, 20250203)),
			said(job("Senator", senate, 20250203, 20310103), job("Representative", house, 20230103, 20250203)),
			[]string{"moved: Representative at U.S. House of Representatives → Senator at U.S. Senate"},
		},
		{"board seat beside", said(job("CTO", "Acme", 20200000)), said(job("CTO", "Acme", 20200000), job("Board Member", "Beta", 20250200)), []string{"took a second position:  → Board Member at Beta"}},
		{"second job", said(job("Engineer", "Acme", 20200000)), said(job("Lecturer", "Example University", 20250301), job("Engineer", "Acme", 20200000)), []string{"took a second position:  → Lecturer at Example University"}},
		{
			"one board for another", said(job("Engineer", "Acme"), job("Advisor", "Gamma")), said(job("Engineer", "Acme"), job("Advisor", "Delta")),
			[]string{"left: Advisor at Gamma → ", "took a second position:  → Advisor at Delta"},
		},
		{
			"the job changes, the board stays", said(job("Engineer", "Acme"), job("Board Member", "Gamma")), said(job("Board Member", "Gamma"), job("Engineer", "Beta")),
			[]string{"moved: Engineer at Acme → Engineer at Beta"},
		},
		{"second job ends", said(job("Engineer", "Acme", 20200000), job("Lecturer", "Example University", 20210000)), said(job("Engineer", "Acme", 20200000), job("Lecturer", "Example University", 20210000, 20250300)), []string{"left: Lecturer at Example University → "}},
		{"an old job is added", said(job("Engineer", "Acme", 20200000)), said(job("Engineer", "Acme", 20200000), job("Engineer", "Old Co", 20150000, 20191231)), nil},
		{"an old job's dates are corrected", said(job("Engineer", "Acme", 20200000), job("Engineer", "Old Works", 20150000, 20190000)), said(job("Engineer", "Acme", 20200000), job("Engineer", "Old Works", 20160500, 20191200)), nil},
		{"an old job's title is corrected", said(job("Engineer", "Acme", 20200000), job("Engineer", "Old Works", 20150000, 20190000)), said(job("Engineer", "Acme", 20200000), job("Senior Engineer", "Old Works", 20150000, 20190000)), nil},
		{"an old job's end is taken out", said(job("Engineer", "Acme", 20200000), job("Engineer", "Old Works", 20150000, 20190000)), said(job("Engineer", "Acme", 20200000), job("Engineer", "Old Works", 20150000)), nil},
		{"an old job is taken out", said(job("Engineer", "Acme", 20200000), job("Engineer", "Old Works", 20150000, 20190000)), said(job("Engineer", "Acme", 20200000)), nil},
		{"the start is corrected", said(job("Engineer", "Acme", 20200000)), said(job("Engineer", "Acme", 20190401)), nil},
		{"the start is told", said(job("Engineer", "Acme")), said(job("Engineer", "Acme", 20190401)), nil},
		{"the company has a new name", said(job("Engineer", "Quux Media", 20190401)), said(job("Engineer", "Zest Labs", 20190401)), nil},
		{"the company has a new name, the year is known", said(job("Engineer", "Quux Media", 20190000)), said(job("Engineer", "Zest Labs", 20190000)), nil},
		{"two jobs begun in this year", said(job("Engineer", "Acme", 20250000)), said(job("Engineer", "Beta", 20250000)), []string{"moved: Engineer at Acme → Engineer at Beta"}},
		{"ended, and nothing after", said(job("Engineer", "Acme", 20200000)), said(job("Engineer", "Acme", 20200000, 20250228)), []string{"left: Engineer at Acme → "}},
		{"work after a pause", said(job("Engineer", "Acme", 20200000, 20241130)), said(job("Engineer", "Beta", 20250300), job("Engineer", "Acme", 20200000, 20241130)), []string{"moved: Engineer at Acme → Engineer at Beta"}},
		{"a first job that began since", said(), said(job("Engineer", "Beta", 20250300)), []string{"moved:  → Engineer at Beta"}},
		{"told late", said(job("Engineer", "Acme", 20180000)), said(job("Engineer", "Beta", 20230600), job("Engineer", "Acme", 20180000, 20230500)), []string{"moved: Engineer at Acme → Engineer at Beta"}},
		{"a job to come", said(job("Engineer", "Acme", 20200000)), said(job("Engineer", "Beta", 20250901), job("Engineer", "Acme", 20200000, 20250831)), []string{"took a second position:  → Engineer at Beta"}},
		{"a job told of before begins", said(job("Engineer", "Beta", 20250301), job("Engineer", "Acme", 20200000, 20250228)), said(job("Engineer", "Beta", 20250301), job("Engineer", "Acme", 20200000, 20250228)), nil},
		{"a term ends as it was told", said(job("Representative", house, 20230103, 20250203)), said(job("Representative", house, 20230103, 20250203)), nil},
		{"a term ends early", said(job("Senator", senate, 20230103, 20290103)), said(job("Senator", senate, 20230103, 20250203)), []string{"left: Senator at U.S. Senate → "}},
		{
			"back to an earlier employer", said(job("Engineer", "Beta", 20220000), job("Engineer", "Acme", 20180000, 20211231)),
			said(job("Engineer", "Acme", 20250301), job("Engineer", "Beta", 20220000, 20250228), job("Engineer", "Acme", 20180000, 20211231)),
			[]string{"moved: Engineer at Beta → Engineer at Acme"},
		},
		{"risen, the old title closed", said(job("Engineer", "Acme", 20200000)), said(job("Staff Engineer", "Acme", 20250201), job("Engineer", "Acme", 20200000, 20250131)), []string{"promoted: Engineer at Acme → Staff Engineer at Acme"}},
		{"risen, the old title left open", said(job("Engineer", "Acme", 20200000)), said(job("Engineer", "Acme", 20200000), job("Staff Engineer", "Acme", 20250201)), []string{"promoted: Engineer at Acme → Staff Engineer at Acme"}},
		{"one of two jobs rises", said(job("Engineer", "Acme"), job("Advisor", "Gamma")), said(job("Advisor", "Gamma"), job("Staff Engineer", "Acme")), []string{"promoted: Engineer at Acme → Staff Engineer at Acme"}},
		{"the older spelling of the same terms", said(job("Engineer", "Acme Inc", 20200000, 20230000), job("Engineer", "Acme", 20230000)), said(job("Engineer", "ACME", 20230000)), nil},
	})
}

func TestProfiles(t *testing.T) {
	at := job("Engineer", "Acme", 20200000)
	checkPairs(t, []twice{
		{"spacing, points and tags", said(at, summary("Builds <b>things</b> &amp; teams.")), said(at, summary("<p>Builds things\n\n& teams</p>")), nil},
		{"another text", said(at, summary("Builds things.")), said(at, summary("Builds streaming platforms.")), []string{"profile changed: summary → summary ! profile updated"}},
		{"first text", said(at), said(at, summary("Builds streaming platforms.")), []string{"profile changed:  → summary"}},
		{"first skills", said(at), said(at, skills("Go")), []string{"profile changed:  → + Go"}},
		{"first skills, and another text", said(at, summary("Builds things.")), said(at, skills("Go"), summary("Builds platforms.")), []string{"profile changed: summary → + Go, summary ! profile updated"}},
		{"first projects and duties, which a kept statement lacks", said(at), said(job("Engineer", "Acme", 20200000), duties("Builds services."), project("One")), nil},
		{"text taken out", said(at, summary("Builds things.")), said(at), nil},
		{"cut short by the source", said(at, summary("Builds streaming platforms for banks.")), said(at, summary("Builds streaming platf…")), nil},
		{"a skill more", said(at, skills("Go", "SQL")), said(at, skills("SQL", "Rust", "Go")), []string{"profile changed:  → + Rust ! profile updated"}},
		{"skills in another order and case", said(at, skills("Go", "Node.js", "CI/CD")), said(at, skills("ci/cd", "nodejs", "GO")), nil},
		{"a skill less", said(at, skills("Go", "SQL")), said(at, skills("Go")), []string{"profile changed: − SQL → "}},
		{"C is not C++", said(at, skills("C")), said(at, skills("C++")), []string{"profile changed: − C → + C++ ! profile updated"}},
		{"skills and text are one update", said(at, skills("Go"), summary("Builds things.")), said(at, skills("Go", "Rust"), summary("Builds platforms.")), []string{"profile changed: summary → + Rust, summary ! profile updated"}},
		{"a project", said(at, project("One")), said(at, project("Two"), project("One")), []string{"profile changed:  → + Two ! profile updated"}},
		{"a headline", said(at, headline("Engineer")), said(at, headline("Engineer, platform builder")), []string{"profile changed: headline → headline ! profile updated"}},
		{"a headline that repeats the tags", said(headline("Ambassador"), tags("Ambassador")), said(headline("Ambassador, Fellow"), tags("Ambassador", "Fellow")), nil},
		{
			"with a move", said(at, skills("Go")), said(job("Engineer", "Beta"), skills("Go", "Rust")),
			[]string{"moved: Engineer at Acme → Engineer at Beta", "profile changed:  → + Rust"},
		},
		{
			"with a new title", said(at, skills("Go")), said(job("Senior Engineer", "Acme", 20250201), skills("Go", "Rust")),
			[]string{"promoted: Engineer at Acme → Senior Engineer at Acme", "profile changed:  → + Rust"},
		},
		{"soon after a new job", said(job("Engineer", "Acme", 20241220), skills("Go")), said(job("Engineer", "Acme", 20241220), skills("Go", "Rust")), []string{"profile changed:  → + Rust"}},
		{"long after a new job", said(job("Engineer", "Acme", 20240101), skills("Go")), said(job("Engineer", "Acme", 20240101), skills("Go", "Rust")), []string{"profile changed:  → + Rust ! profile updated"}},
		{"with an employer first named", said(skills("Go")), said(job("Engineer", "Acme"), skills("Go", "Rust")), []string{"profile changed:  → + Rust"}},
		{"name, addresses and tags are no news", said(at, emails("ada@example.com")), said(at, named("Ada Sample"), emails("ada@example.org"), links("linkedin.com/in/ada"), tags("VIP")), nil},
	})
}

func TestPlaces(t *testing.T) {
	for _, c := range []struct {
		before, after string
		moved         bool
	}{
		{"Berlin, Germany", "Munich, Germany", true},
		{"Leicester, United Kingdom", "Doha, Qatar", true},
		{"London, UK", "London, United Kingdom", false},
		{"Wilmington, NC, USA", "Wilmington, NC, United States of America", false},
		{"Japan", "Yokohama, Japan", false},
		{"Bangalore,Karnataka, India", "Bangalore, India", false},
		{"Greater Berlin Area", "Berlin", false},
		{"SEATTLE", "Seattle, WA", false},
		{"Austin, TX, United States", "Austin, Texas, United States", false},
		{"", "Berlin", false},
		{"Berlin", "", false},
		{"India", "United Kingdom", true},
	} {
		got := scoring.Changes(said(place(c.before)), said(place(c.after)), seen, scoring.Likeness{})
		var want []string
		if c.moved {
			want = []string{"location changed: " + c.before + " → " + c.after}
		}
		if !slices.Equal(toldAll(got), want) {
			t.Errorf("%s → %s: %v", c.before, c.after, toldAll(got))
		}
	}
}

func TestSignalsOfChanges(t *testing.T) {
	const before = "Writes services in Go for the payments team and reviews designs."
	checkPairs(t, []twice{
		{
			"new duties under the old title", said(job("Engineer", "Acme", 20200000), duties(before)),
			said(job("Engineer", "Acme", 20200000), duties("Leads a team of six, plans the budget of the platform group and hires across Europe.")),
			[]string{"duties changed: Engineer at Acme → Engineer at Acme ! promoted without title"},
		},
		{
			"a word of the duties", said(job("Engineer", "Acme", 20200000), duties(before)),
			said(job("Engineer", "Acme", 20200000), duties("Writes services in Go for the payments team and reviews all designs.")),
			[]string{"profile changed: duties → duties ! profile updated"},
		},
		{
			"new duties with a new title are a promotion", said(job("Engineer", "Acme", 20200000), duties(before)),
			said(job("Engineering Manager", "Acme", 20250301), duties("Leads a team of six, plans the budget and hires.")),
			[]string{"promoted: Engineer at Acme → Engineering Manager at Acme"},
		},
		{
			"a chief moves", said(job("CTO", "Acme")), said(job("Chief Technology Officer", "Beta")),
			[]string{"moved: CTO at Acme → Chief Technology Officer at Beta ! leadership change of Acme ! leadership change of Beta"},
		},
		{"a chief leaves to build alone", said(job("CEO", "Acme")), said(job("Consultant", "Freelance")), []string{"moved: CEO at Acme → Consultant at Freelance ! leadership change of Acme"}},
		{"a chief is made", said(job("VP Engineering", "Acme")), said(job("CTO", "Acme")), []string{"promoted: VP Engineering at Acme → CTO at Acme ! leadership change of Acme"}},
		{"a chief of something else", said(job("CTO", "Acme")), said(job("CEO", "Acme")), []string{"title changed: CTO at Acme → CEO at Acme ! leadership change of Acme"}},
		{"a chief is gone for sure", said(job("CFO", "Acme", 20200000)), said(job("CFO", "Acme", 20200000, 20250228)), []string{"left: CFO at Acme →  ! leadership change of Acme"}},
		{"a chief may be gone", said(job("CFO", "Acme")), said(), []string{"left: CFO at Acme → "}},
		{"a chief's assistant moves", said(job("Assistant to the CEO", "Acme")), said(job("Assistant to the CEO", "Beta")), []string{"moved: Assistant to the CEO at Acme → Assistant to the CEO at Beta"}},
		{"a founder's assistant moves", said(job("Assistant to the Founder", "Acme")), said(job("Assistant to the Founder", "Beta")), []string{"moved: Assistant to the Founder at Acme → Assistant to the Founder at Beta"}},
		{"a founder moves on", said(job("Co-founder & CTO", "Acme")), said(job("Engineer", "Beta")), []string{"moved: Co-founder & CTO at Acme → Engineer at Beta ! leadership change of Acme"}},
		{"open to work", said(job("Engineer", "Acme"), headline("Engineer")), said(job("Engineer", "Acme"), headline("Engineer | #OpenToWork")), []string{"open to work:  → opentowork ! open to work", "profile changed: headline → headline"}},
		{"said instead of an employer", said(job("Engineer", "Acme")), said(job("", "Looking for new opportunities")), []string{"left: Engineer at Acme → ", "open to work:  → looking for new opportunities ! open to work"}},
		{"not open to work", said(headline("Engineer")), said(headline("Engineer, not open to work")), []string{"profile changed: headline → headline ! profile updated"}},
		{"open to work as before", said(headline("Open to work")), said(headline("Open to work"), place("Berlin")), nil},
		{"no longer open to work", said(headline("Engineer, open to work")), said(headline("Engineer")), []string{"profile changed: headline → headline"}},
		{"hireable", said(custom("hireable", "false")), said(custom("hireable", "true")), []string{"open to work:  → hireable ! open to work"}},
		{"hireable for the first time told", said(), said(custom("hireable", "true")), nil},
	})
}
