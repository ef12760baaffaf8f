package main

import (
	"time"

	"talentmap/model"
	"talentmap/store"
	"talentmap/store/roster"
)

// What `talentmap show --json` tells of a person besides who she is and where she
// stands.

// shownFacts are read beside the profile.
type shownFacts struct {
	places []store.Place
	news   []model.News
}

func readShown(tx *store.Tx, id model.PersonID) (f shownFacts, err error) {
	if f.places, err = tx.PlacesOf(id); err != nil {
		return f, err
	}
	for n, err := range tx.NewsOf(id) {
		if err != nil {
			return f, err
		}
		f.news = append(f.news, n)
	}
	return f, nil
}

type positionJSON struct {
	Number  int    `json:"number"` // of `talentmap position`
	Company string `json:"company"`
	Title   string `json:"title"`
	Place   string `json:"place"`
	Start   string `json:"start"`
	End     string `json:"end"`
	What    string `json:"what"`
}

func positionsOf(p *model.Person) []positionJSON {
	all := make([]positionJSON, 0, len(p.Positions))
	for i, q := range p.Positions {
		all = append(all, positionJSON{i + 1, q.Company, q.Title, q.Location, q.Start.String(), q.End.String(), q.Summary})
	}
	return all
}

type placeJSON struct {
	ID    string `json:"id"`
	Map   string `json:"map"`
	Rank  int    `json:"rank"`
	Bench bool   `json:"bench"`
	Tier  string `json:"tier"`
	Note  string `json:"note"`
}

type signalJSON struct {
	ID         string  `json:"id"`
	Kind       string  `json:"kind"`
	OfCompany  bool    `json:"of_company"`
	Date       string  `json:"date"`
	Confidence float64 `json:"confidence"`
	Magnitude  float64 `json:"magnitude"`
	Source     string  `json:"source"`
	Note       string  `json:"note"`
	Points     float64 `json:"points"` // today; 0 where it does not count
}

func signalsOf(p *roster.Profile) []signalJSON {
	points := map[model.SignalID]float64{}
	for _, pt := range p.Receptivity.Points {
		points[pt.Signal] += pt.Points - pt.Cut
	}
	all := make([]signalJSON, 0, len(p.Signals))
	for i := range p.Signals {
		s := &p.Signals[i]
		confidence := s.Confidence
		if confidence == 0 {
			confidence = 1
		}
		all = append(all, signalJSON{s.ID.String(), string(s.Kind), s.OfCompany(), s.Date.String(), confidence, s.Magnitude, s.Source, s.Note, points[s.ID]})
	}
	return all
}

func findingsOf(r model.Research) []findingJSON {
	var all []findingJSON
	for _, it := range model.ResearchItems() {
		f := r[it]
		looked := map[model.Looked]string{model.ItemOpen: "open", model.ItemFound: "found", model.ItemNone: "none"}[f.Looked]
		all = append(all, findingJSON{it.String(), looked, f.Fact, f.Source, f.Date.String()})
	}
	return all
}

type connectionJSON struct {
	Name   string `json:"name"`
	How    string `json:"how"`
	Person string `json:"person"` // where she is in the store herself
}

func connectionsOf(p *model.Person) []connectionJSON {
	all := make([]connectionJSON, 0, len(p.Background.Connections))
	for _, c := range p.Background.Connections {
		who := ""
		if c.Person != 0 {
			who = c.Person.String()
		}
		all = append(all, connectionJSON{c.Name, c.How, who})
	}
	return all
}

type contentJSON struct {
	Kind  string `json:"kind"`
	Title string `json:"title"`
	Link  string `json:"link"`
	Date  string `json:"date"`
}

func contentsOf(p *model.Person) []contentJSON {
	all := make([]contentJSON, 0, len(p.Background.Content))
	for _, c := range p.Background.Content {
		all = append(all, contentJSON{c.Kind, c.Title, c.Link, c.Date.String()})
	}
	return all
}

type toldJSON struct {
	Kind       string  `json:"kind"`
	From       string  `json:"from"`
	To         string  `json:"to"`
	NotBefore  string  `json:"not_before"`
	Date       string  `json:"date"`
	Confidence float64 `json:"confidence"`
	Evidence   string  `json:"evidence"`
	Meaning    string  `json:"meaning"`
}

func newsOf(told []model.News) []toldJSON {
	all := make([]toldJSON, 0, len(told))
	for i := range told {
		n := &told[i]
		all = append(all, toldJSON{string(n.Kind), n.From, n.To, n.NotBefore.String(), n.Date.String(), n.Confidence, n.Evidence, n.Meaning})
	}
	return all
}

type draftJSON struct {
	Channel string `json:"channel"`
	Subject string `json:"subject"`
	Text    string `json:"text"`
	By      string `json:"by"`
	SendAt  string `json:"send_at"` // when it is approved to go out; "": it is being written
}

func draftsOf(d *model.Draft) []draftJSON {
	if d.Empty() {
		return []draftJSON{}
	}
	at := ""
	if !d.SendAt.IsZero() {
		at = d.SendAt.UTC().Format(time.RFC3339)
	}
	return []draftJSON{{string(d.Channel), d.Subject, d.Body, d.By, at}}
}

func placesOf(places []store.Place) []placeJSON {
	all := make([]placeJSON, 0, len(places))
	for _, pl := range places {
		all = append(all, placeJSON{pl.Map.String(), pl.Name, pl.Rank, pl.Bench, pl.Tier.String(), pl.Note})
	}
	return all
}

// describeFacts adds what is told besides who she is and where she stands.
func (out *personJSON) describeFacts(p *roster.Profile, f *shownFacts) {
	per := &p.Person
	out.Headline, out.Summary, out.Notes, out.Rev = per.Headline, per.Summary, per.Notes, per.Rev
	out.Phones, out.Tags, out.Custom = list(per.Contact.Phones), list(per.Background.Tags), per.Background.Custom
	if out.Custom == nil {
		out.Custom = map[string]string{}
	}
	if zone := model.DaysOf(per, nil).Zone; zone != nil {
		out.Zone = zone.String()
	}
	out.Trend, out.Maps, out.Signals = p.TrendWhy, placesOf(f.places), signalsOf(p)
	out.Checklist, out.Connections, out.Published = findingsOf(per.Outreach.Research), connectionsOf(per), contentsOf(per)
	out.News, out.Drafts = newsOf(f.news), draftsOf(&p.Draft)
}
