package format_test

import (
	"reflect"
	"strings"
	"testing"

	"talentmap/edge/intake/format"
	"talentmap/model"
)

// What talentmap wrote before it wrote everything comes in as it was.
func TestOwnFilesOfBefore(t *testing.T) {
	checkArrivals(t, map[string]arrival{
		"people": {
			"talentmap people CSV",
			"name,e-mail,phone,profile url,title,company,location,since,headline,skills,tags,notes,summary,motivators,outreach state,next due,owner,lock,lock until,job_history_json,id\n" +
				"Ann Lee,ann@example.com; a@example.org,,https://x.com/ann,CTO,Acme,Bern,2024-02,,Go; Kafka,,,,scope,nurture,2026-05-01,ada,do-not-contact,2026-12,\"[{\"\"company\"\":\"\"Acme\"\",\"\"title\"\":\"\"CTO\"\",\"\"from\"\":\"\"2024-02\"\"}]\",p17\n",
			model.Person{
				ID: 17, Name: "Ann Lee", Contact: model.Contact{Emails: []string{"ann@example.com", "a@example.org"}, Links: []string{"x.com/ann"}},
				Positions: []model.Position{{Company: "Acme", Title: "CTO", Start: model.YearMonth(2024, 2)}}, Location: "Bern", Skills: []string{"Go", "Kafka"},
				Motivators: []model.Motivator{model.Scope}, Outreach: model.Outreach{Lock: model.DoNotContact, LockUntil: model.YearMonth(2026, 12)},
			},
		},
		"map": {
			"talentmap map CSV",
			"rank,person,id,title,company,since,trajectory,fit,receptivity,state\n1,Ann Lee,p17,CTO,Acme,2024-02,growing,91,64,researched\n",
			model.Person{ID: 17, Name: "Ann Lee", Positions: []model.Position{{Company: "Acme", Title: "CTO", Start: model.YearMonth(2024, 2)}}},
		},
		"map JSON": {
			"talentmap map JSON",
			`[{"rank":1,"person":"Ann Lee","id":"p17","title":"CTO","company":"Acme","since":"","trajectory":"growing","fit":91,"receptivity":64,"state":"researched"}]`,
			model.Person{ID: 17, Name: "Ann Lee", Positions: job("CTO", "Acme")},
		},
	})
}

// A cell of ours that somebody has spoilt is told, and the rest goes in; a lock that
// cannot be read is taken for one, and nothing comes in that must never be used.
func TestOwnCellsAreChecked(t *testing.T) {
	const text = "rank,person,trajectory,fit,receptivity,map note,skills,motivators,lock,lock until,lock why,job_history_json,research_json,content_json,connections_json,custom_json\n" +
		"3,Ann Lee,,,,first,Go; SQL,scope; fame,never,soon,asked,[x,\"[{\"\"item\"\":\"\"shoes\"\",\"\"looked\"\":\"\"found\"\"}]\",\"[{\"\"kind\"\":\"\"talk\"\"}]\",\"[{\"\"how\"\":\"\"met\"\"}]\",\"[{\"\"header\"\":\"\"Gender\"\",\"\"value\"\":\"\"f\"\"},{\"\"header\"\":\"\"Desk\"\",\"\"value\"\":\"\"4\"\"}]\"\n" +
		"last,Bo Day,,,,noted,,,,2027,x,,,,,\n"
	src, err := format.Read(strings.NewReader(text), "map.csv", noLimits)
	if err != nil {
		t.Fatal(err)
	}
	var people []model.Person
	var places []*format.Place
	var problems []string
	for rec, bad := range src.Records() {
		if bad != nil {
			problems = append(problems, bad.Column+": "+bad.Reason)
			continue
		}
		people, places = append(people, rec.Person), append(places, rec.Place)
	}
	want := []model.Person{{
		Name: "Ann Lee", Skills: []string{"Go", "SQL"}, Motivators: []model.Motivator{model.Scope},
		Outreach: model.Outreach{Lock: model.DoNotContact, LockWhy: "asked"}, Background: custom("motivators", "fame", "Desk", "4"),
	}, {Name: "Bo Day"}}
	if !reflect.DeepEqual(people, want) {
		t.Errorf("got  %+v\nwant %+v", people, want)
	}
	if len(places) != 2 || *places[0] != (format.Place{Rank: 3, Note: "first"}) || places[1] != nil {
		t.Errorf("places %v", places)
	}
	wantProblems := []string{
		"motivators: no motivator: kept as a custom field",
		"lock: no lock of that name: taken for do-not-contact",
		"lock until: not a date, left out: write it like 2024-03-12, 2024-03 or 2024",
		"job_history_json: broken JSON, left out: byte 2: invalid character 'x' looking for beginning of value",
		"research_json: no item of the checklist, left out",
		"custom_json: a field that tells gender, which is never used: left out",
		"rank: no rank on a map, left out: write it like 7",
	}
	if !reflect.DeepEqual(problems, wantProblems) {
		t.Errorf("problems\n%s\nwant\n%s", strings.Join(problems, "\n"), strings.Join(wantProblems, "\n"))
	}
}
