package export_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"iter"
	"slices"
	"strings"
	"testing"
	"time"

	"talentmap/edge/export"
	"talentmap/model"
)

var now = time.Date(2026, 3, 31, 9, 0, 0, 0, time.UTC)

// two are a person with everything and one with a name only.
var two = []model.Person{
	{
		ID: 17, Name: "Zoë \"Zo\" Müller",
		Contact: model.Contact{
			Emails: []string{"zoe@example.com", "z@example.org"}, Phones: []string{"+44 7700 900123"},
			Links: []string{"profiles.example/zoe"}, ExternalIDs: []string{"person_id:7"},
		},
		Location: "Bern, Switzerland", Zone: "Europe/Zurich", Headline: "=HYPERLINK(\"x\")", Summary: "Builds <ledgers> & more.",
		Skills: []string{"Go", "Kafka"}, Notes: "Met in Bern.\nCall in May.",
		Positions: []model.Position{
			{Company: "Acme AG", Title: "Staff Engineer", Location: "Bern", Start: model.YearMonth(2024, 2), Summary: "Leads\nledgers"},
			{Company: "Old & Co", Title: "Engineer", Start: model.Year(2019), End: model.Day(2024, 1, 31)},
		},
		Background: model.Background{
			Tags:    []string{"speaker", "a; b"},
			Content: []model.Content{{Kind: "talk", Title: "Ledgers", Link: "talks.example/l", Date: model.Year(2025)}}, Connections: []model.Connection{{Name: "Bo Day", How: "Acme", Person: 3}},
			Custom: map[string]string{"Shoe size": "42", "Desk": "4"},
		},
		Motivators: []model.Motivator{model.Scope, model.CompanyStage},
		Outreach: model.Outreach{
			State: model.Nurture, Next: model.Day(2026, 5, 1), Owner: "ada",
			Lock: model.DoNotContact, LockUntil: model.YearMonth(2026, 12), LockWhy: "a client",
			Research: model.Research{model.Progression: {Looked: model.ItemFound, Fact: "led two", Source: "profile", Date: model.Year(2025)}, model.CompanyContext: {Looked: model.ItemNone}},
		},
	},
	{
		ID: 18, Name: "李伟",
		Outreach: model.Outreach{Lock: model.DoNotContact, LockUntil: model.Year(2025)},
	},
}

func each(people []model.Person) iter.Seq2[model.Person, error] {
	return func(yield func(model.Person, error) bool) {
		for _, p := range people {
			if !yield(p, nil) {
				return
			}
		}
	}
}

func TestPeopleCSV(t *testing.T) {
	want := `name,e-mail,phone,profile url,title,company,location,time zone,since,headline,skills,tags,notes,summary,motivators,outreach state,next due,owner,lock,lock until,lock why,job_history_json,research_json,content_json,connections_json,custom_json,external ids,id
"Zoë ""Zo"" Müller",zoe@example.com; z@example.org,'+44 7700 900123,https://profiles.example/zoe,Staff Engineer,Acme AG,"Bern, Switzerland",Europe/Zurich,2024-02,"'=HYPERLINK(""x"")",Go; Kafka,"[""speaker"",""a; b""]","Met in Bern.
Call in May.",Builds <ledgers> & more.,scope; company stage,nurture,2026-05-01,ada,do-not-contact,2026-12,a client,"[{""company"":""Acme AG"",""title"":""Staff Engineer"",""location"":""Bern"",""from"":""2024-02"",""summary"":""Leads\nledgers""},{""company"":""Old & Co"",""title"":""Engineer"",""from"":""2019"",""until"":""2024-01-31""}]","[{""item"":""earlier progression"",""looked"":""found"",""fact"":""led two"",""source"":""profile"",""date"":""2025""},{""item"":""company context"",""looked"":""none found""}]","[{""kind"":""talk"",""title"":""Ledgers"",""link"":""talks.example/l"",""date"":""2025""}]","[{""name"":""Bo Day"",""how"":""Acme""}]","[{""header"":""Desk"",""value"":""4""},{""header"":""Shoe size"",""value"":""42""}]",person_id:7,p17
李伟,,,,,,,,,,,,,,,mapped,,,,,,,,,,,,p18
`
	var b strings.Builder
	if err := export.PeopleCSV(&b, each(two), now); err != nil {
		t.Fatal(err)
	}
	if b.String() != want {
		t.Errorf("got:\n%s\nwant:\n%s", b.String(), want)
	}
}

func TestPeopleJSON(t *testing.T) {
	want := `[{"id":"p17","name":"Zoë \"Zo\" Müller","emails":["zoe@example.com","z@example.org"],"phones":["+44 7700 900123"],` +
		`"links":["profiles.example/zoe"],"title":"Staff Engineer","company":"Acme AG","since":"2024-02","location":"Bern, Switzerland","time_zone":"Europe/Zurich",` +
		`"headline":"=HYPERLINK(\"x\")","summary":"Builds <ledgers> & more.","skills":["Go","Kafka"],"tags":["speaker","a; b"],"notes":"Met in Bern.\nCall in May.",` +
		`"state":"nurture","next":"2026-05-01","owner":"ada","lock":"do-not-contact","lock_until":"2026-12","lock_why":"a client","motivators":["scope","company stage"],` +
		`"positions":[{"company":"Acme AG","title":"Staff Engineer","location":"Bern","start":"2024-02","end":"","summary":"Leads\nledgers"},` +
		`{"company":"Old & Co","title":"Engineer","location":"","start":"2019","end":"2024-01-31","summary":""}],` +
		`"research":[{"item":"earlier progression","looked":"found","fact":"led two","source":"profile","date":"2025"},{"item":"company context","looked":"none found"}],` +
		`"content":[{"kind":"talk","title":"Ledgers","link":"talks.example/l","date":"2025"}],"connections":[{"name":"Bo Day","how":"Acme"}],` +
		`"custom":[{"header":"Desk","value":"4"},{"header":"Shoe size","value":"42"}],"external_ids":["person_id:7"]}
,{"id":"p18","name":"李伟","emails":[],"phones":[],"links":[],"title":"","company":"","since":"","location":"","time_zone":"","headline":"","summary":"",` +
		`"skills":[],"tags":[],"notes":"","state":"mapped","next":"","owner":"","lock":"","lock_until":"","lock_why":"","motivators":[],"positions":[],` +
		`"research":[],"content":[],"connections":[],"custom":[],"external_ids":[]}
]
`
	var b strings.Builder
	if err := export.PeopleJSON(&b, each(two), now); err != nil {
		t.Fatal(err)
	}
	if b.String() != want {
		t.Errorf("got:\n%s\nwant:\n%s", b.String(), want)
	}
	if !json.Valid([]byte(b.String())) {
		t.Error("it is not JSON")
	}
}

func TestLastJobOfSomeoneWithoutOne(t *testing.T) {
	p := model.Person{Name: "Ada", Positions: []model.Position{{Company: "Acme", Title: "CTO", Start: model.Year(2020), End: model.Year(2024)}}}
	var b strings.Builder
	if err := export.PeopleCSV(&b, each([]model.Person{p}), now); err != nil {
		t.Fatal(err)
	}
	if want := "Ada,,,,CTO,Acme,,,"; !strings.Contains(b.String(), want) {
		t.Errorf("got %s, want a row with %s", b.String(), want)
	}
}

var ranked = []export.Ranked{
	{Rank: 1, Tier: model.TierB, Note: "ask in May", Trajectory: "growing", Fit: 91, Receptivity: 64, Who: model.Person{
		ID: 17, Name: "Zoë Müller", Contact: model.Contact{Emails: []string{"zoe@example.com"}},
		Positions: []model.Position{{Company: "Acme, AG", Title: "Staff Engineer", Start: model.YearMonth(2024, 2)}},
		Outreach:  model.Outreach{State: model.Researched, Lock: model.OptedOut},
	}},
	{Rank: 2, Trajectory: "unknown", Who: model.Person{ID: 18, Name: "+1 Ltd"}},
}

func TestMapCSV(t *testing.T) {
	want := `rank,person,id,title,company,since,trajectory,fit,receptivity,state,map tier,map note,e-mail,phone,profile url,location,time zone,headline,skills,tags,notes,summary,motivators,next due,owner,lock,lock until,lock why,job_history_json,research_json,content_json,connections_json,custom_json,external ids
1,Zoë Müller,p17,Staff Engineer,"Acme, AG",2024-02,growing,91,64,researched,B,ask in May,zoe@example.com,,,,,,,,,,,,,opted-out,,,"[{""company"":""Acme, AG"",""title"":""Staff Engineer"",""from"":""2024-02""}]",,,,,
2,'+1 Ltd,p18,,,,unknown,0,0,mapped,,,,,,,,,,,,,,,,,,,,,,,,
`
	var b strings.Builder
	if err := export.MapCSV(&b, ranked, now); err != nil {
		t.Fatal(err)
	}
	if b.String() != want {
		t.Errorf("got:\n%s\nwant:\n%s", b.String(), want)
	}
}

func TestMapJSON(t *testing.T) {
	want := `[{"rank":1,"person":"Zoë Müller","trajectory":"growing","fit":91,"receptivity":64,"map_tier":"B","map_note":"ask in May",` +
		`"id":"p17","name":"Zoë Müller","emails":["zoe@example.com"],"phones":[],"links":[],"title":"Staff Engineer","company":"Acme, AG","since":"2024-02","location":"","time_zone":"",` +
		`"headline":"","summary":"","skills":[],"tags":[],"notes":"","state":"researched","next":"","owner":"","lock":"opted-out","lock_until":"","lock_why":"","motivators":[],` +
		`"positions":[{"company":"Acme, AG","title":"Staff Engineer","location":"","start":"2024-02","end":"","summary":""}],` +
		`"research":[],"content":[],"connections":[],"custom":[],"external_ids":[]}
]
`
	var b strings.Builder
	if err := export.MapJSON(&b, ranked[:1], now); err != nil {
		t.Fatal(err)
	}
	if b.String() != want {
		t.Errorf("got:\n%s\nwant:\n%s", b.String(), want)
	}
}

func TestNobody(t *testing.T) {
	var b bytes.Buffer
	if err := errors.Join(export.PeopleJSON(&b, each(nil), now), export.MapJSON(&b, nil, now)); err != nil {
		t.Fatal(err)
	}
	if b.String() != "[]\n[]\n" {
		t.Errorf("got %q, want two empty arrays", b.String())
	}
}

// TestFailureLeavesNoWholeFile stops in the middle of reading: the error comes
// back, and the JSON cannot be taken for whole.
func TestFailureLeavesNoWholeFile(t *testing.T) {
	damaged := errors.New("record p18 is damaged")
	broken := func(yield func(model.Person, error) bool) {
		_ = yield(two[0], nil) && yield(model.Person{}, damaged)
	}
	var b bytes.Buffer
	if err := export.PeopleJSON(&b, broken, now); !errors.Is(err, damaged) || json.Valid(b.Bytes()) {
		t.Errorf("error %v, valid JSON %t", err, json.Valid(b.Bytes()))
	}
	if err := export.PeopleCSV(&b, broken, now); !errors.Is(err, damaged) {
		t.Errorf("CSV: error %v", err)
	}
}

// TestFullDisk lets the writer fail at once and at the end.
func TestFullDisk(t *testing.T) {
	many := slices.Repeat(two, 500)
	for _, people := range [][]model.Person{two, many} {
		for name, err := range map[string]error{
			"people csv": export.PeopleCSV(full{}, each(people), now), "people json": export.PeopleJSON(full{}, each(people), now),
			"map csv": export.MapCSV(full{}, ranked, now), "map json": export.MapJSON(full{}, ranked, now),
		} {
			if !errors.Is(err, io.ErrShortWrite) {
				t.Errorf("%s of %d: error %v, want the writer's", name, len(people), err)
			}
		}
	}
}

type full struct{}

func (full) Write([]byte) (int, error) { return 0, io.ErrShortWrite }

// TestStreams holds that rows go out as people come in: at the end no more is
// held back than a buffer.
func TestStreams(t *testing.T) {
	var b bytes.Buffer
	most := 0
	people := func(yield func(model.Person, error) bool) {
		for range 1000 {
			if !yield(two[0], nil) {
				return
			}
			most = max(most, b.Len())
		}
	}
	if err := export.PeopleCSV(&b, people, now); err != nil {
		t.Fatal(err)
	}
	if held := b.Len() - most; held > 8192 {
		t.Errorf("%d bytes were held back until the end", held)
	}
}
