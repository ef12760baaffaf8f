package sample

import (
	"fmt"
	"strings"

	"talentmap/model"
)

// hows say how a mutual connection knows someone; %s is an employer.
var hows = []string{
	"worked together at %s for three years", "same team at %s, would make an introduction",
	"former manager, at %s", "shared a desk at %s",
}

// research fills done items of someone's checklist. The first ones looked up
// are those of items, the others are drawn. What is found goes into the
// background too.
func (b *builder) research(i, done int, items ...model.ResearchItem) {
	r := &b.seg.People[i].Outreach.Research
	for _, item := range items {
		r[item] = b.finding(i, item)
	}
	for _, k := range b.r.Perm(len(r)) {
		if r.Done() >= done {
			return
		}
		if r[k].Looked == model.ItemOpen {
			r[k] = b.finding(i, model.ResearchItem(k))
		}
	}
}

// finding is what someone who looks up the item finds.
func (b *builder) finding(i int, item model.ResearchItem) model.Finding {
	p, s := &b.seg.People[i], &b.subjects[i]
	job := p.Positions[0]
	f := model.Finding{Looked: model.ItemFound, Date: b.day(-3 - b.r.IntN(60))}
	switch item {
	case model.RoleAndCompany:
		f.Fact, f.Source = fmt.Sprintf("%s at %s: %s", job.Title, job.Company, s.owns), p.Contact.Links[0]
	case model.Progression:
		first := p.Positions[len(p.Positions)-1]
		f.Fact = fmt.Sprintf("From %s at %s to %s in %d jobs", first.Title, first.Company, job.Title, len(p.Positions))
		f.Source = p.Contact.Links[0]
	case model.PublishedContent:
		return b.published(i)
	case model.MutualConnections:
		return b.connections(i)
	case model.CompanyContext:
		f.Fact = fmt.Sprintf("%s %s", job.Company, employers[job.CompanyID-1].fact)
		f.Source = domain(job.Company) + "/news"
	case model.SkillsAlignment:
		f.Fact = fmt.Sprintf("Works with %s and %s every day, and with %s before that", p.Skills[0], p.Skills[1], p.Skills[2])
		f.Source = p.Contact.Links[len(p.Contact.Links)-1]
	}
	return f
}

// published records what someone has published, the newest first.
func (b *builder) published(i int) model.Finding {
	p, s := &b.seg.People[i], &b.subjects[i]
	if len(s.works) == 0 {
		return model.Finding{Looked: model.ItemNone, Date: b.day(-3 - b.r.IntN(30))}
	}
	age := 20 + b.r.IntN(300)
	for _, w := range s.works {
		p.Background.Content = append(p.Background.Content, model.Content{
			Kind: w.kind, Title: w.title, Link: w.link(), Date: b.day(-age),
		})
		age += 90 + b.r.IntN(500)
	}
	w := s.works[0]
	return model.Finding{
		Looked: model.ItemFound, Fact: upperFirst(w.kind) + " " + w.quoted() + ": " + w.detail,
		Source: w.link(), Date: p.Background.Content[0].Date,
	}
}

// link is where a work can be read or seen.
func (w work) link() string {
	switch w.kind {
	case "open source":
		return "code.example/" + w.title
	case "talk":
		return hyphens(w.venue) + ".example/" + hyphens(w.title)
	}
	return "reading.example/" + hyphens(w.title)
}

// noun is the kind of work in a sentence: "your project".
func (w work) noun() string {
	if w.kind == "open source" {
		return "project"
	}
	return w.kind
}

// quoted is the title in quotation marks, with where it was given.
func (w work) quoted() string {
	if strings.HasSuffix(w.venue, "site") || strings.HasSuffix(w.venue, "blog") || w.venue == "" {
		return "“" + w.title + "”"
	}
	return "“" + w.title + "” at " + w.venue
}

// connections records who could introduce us: nobody in one of three cases, of
// the others half are on the map themselves.
func (b *builder) connections(i int) model.Finding {
	if b.chance(3) {
		return model.Finding{Looked: model.ItemNone, Date: b.day(-3 - b.r.IntN(30))}
	}
	p := &b.seg.People[i]
	at := p.Positions[len(p.Positions)-1].Company
	c := model.Connection{How: fmt.Sprintf(pick(b.r, hows), at)}
	if j := b.r.IntN(len(b.seg.People)); j != i && b.chance(2) {
		c.Name, c.Person = b.seg.People[j].Name, id(j)
	} else {
		culture := pick(b.r, europeanCultures())
		c.Name = culture.name(b.r).full
	}
	p.Background.Connections = append(p.Background.Connections, c)
	return model.Finding{
		Looked: model.ItemFound, Fact: c.Name + ", " + c.How, Source: "entered by hand", Date: b.day(-3 - b.r.IntN(60)),
	}
}
