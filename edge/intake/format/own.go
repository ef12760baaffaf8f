package format

import (
	"encoding/json"
	"strconv"
	"strings"

	"talentmap/model"
)

// Place is where the export of a talent map has a person.
type Place struct {
	Rank int // from 1
	Note string
	Tier model.Tier
}

// own takes a cell of a file of ours in; false for a field that other files have
// too.
func (b *builder) own(col *column, c cell) bool {
	p, text := &b.p, c.text
	switch col.field {
	case fieldLock:
		b.lock(col, text)
	case fieldLockUntil:
		b.date(&p.Outreach.LockUntil, col, text)
	case fieldLockWhy:
		p.Outreach.LockWhy = model.CleanLine(text)
	case fieldResearch:
		b.findings(col, text)
	case fieldPublished:
		b.published(col, text)
	case fieldConnections:
		b.connections(col, text)
	case fieldPairs:
		b.pairs(col, text)
	case fieldRank:
		b.rank(col, text)
	case fieldMapNote:
		b.placed().Note = model.CleanLine(text)
	case fieldMapTier:
		b.tier(col, text)
	default:
		return false
	}
	return true
}

// listed are the elements of a cell that our own exports write a list in: a JSON
// list, else what stands between semicolons.
func listed(c cell) []string {
	var list []string
	switch {
	case c.whole:
		return []string{c.text}
	case strings.HasPrefix(c.text, "[") && json.Unmarshal([]byte(c.text), &list) == nil:
		return list
	}
	return strings.Split(c.text, ";")
}

// several reads a cell of our own that is a JSON list, or one element of it. A broken
// one is left out and told.
func several[T any](b *builder, col *column, text string) (list []T) {
	if strings.HasPrefix(text, "{") {
		text = "[" + text + "]"
	}
	if err := json.Unmarshal([]byte(text), &list); err != nil {
		b.report(col, "broken JSON, left out: "+jsonReason(err), text)
		return nil
	}
	return list
}

func (b *builder) motivator(col *column, text string) {
	m, err := model.ParseMotivator(text)
	if err != nil {
		b.report(col, "no motivator: kept as a custom field", text)
		b.custom(col, text)
		return
	}
	for _, have := range b.p.Motivators {
		if have == m {
			return
		}
	}
	b.p.Motivators = append(b.p.Motivators, m)
}

// zone takes a time zone in that somebody has said.
func (b *builder) zone(col *column, text string) {
	name := model.CleanLine(text)
	if _, ok := model.ZoneNamed(name); !ok {
		b.report(col, "no time zone: kept as a custom field", text)
		b.custom(col, text)
		return
	}
	b.p.Zone = name
}

// lock takes a lock in. A text that names none is taken for one all the same: whoever
// wrote it did not want her to be written to.
func (b *builder) lock(col *column, text string) {
	l, ok := model.ParseLock(text)
	if !ok {
		l = model.DoNotContact
		b.report(col, "no lock of that name: taken for do-not-contact", text)
	}
	b.p.Outreach.Lock = l
}

func (b *builder) findings(col *column, text string) {
	for _, f := range several[struct{ Item, Looked, Fact, Source, Date string }](b, col, text) {
		item, ok := model.ParseResearchItem(f.Item)
		looked, known := model.ParseLooked(f.Looked)
		if !ok || !known {
			b.report(col, "no item of the checklist, left out", f.Item+": "+f.Looked)
			continue
		}
		found := model.Finding{Looked: looked, Fact: cleanBlock(f.Fact), Source: model.CleanLine(f.Source)}
		b.date(&found.Date, col, f.Date)
		b.p.Outreach.Research[item] = found
	}
}

func (b *builder) published(col *column, text string) {
	for _, c := range several[struct{ Kind, Title, Link, Date string }](b, col, text) {
		one := model.Content{Kind: model.CleanLine(c.Kind), Title: model.CleanLine(c.Title), Link: model.CleanLine(c.Link)}
		b.date(&one.Date, col, c.Date)
		if one != (model.Content{Kind: one.Kind}) && len(b.p.Background.Content) < maxList {
			b.p.Background.Content = append(b.p.Background.Content, one)
		}
	}
}

func (b *builder) connections(col *column, text string) {
	for _, c := range several[struct{ Name, How string }](b, col, text) {
		one := model.Connection{Name: model.CleanLine(c.Name), How: model.CleanLine(c.How)}
		if one.Name != "" && len(b.p.Background.Connections) < maxList {
			b.p.Background.Connections = append(b.p.Background.Connections, one)
		}
	}
}

// pairs takes custom fields in, under the headers that they had.
func (b *builder) pairs(col *column, text string) {
	for _, f := range several[struct{ Header, Value string }](b, col, text) {
		header := Shown(f.Header)
		if why := forbidden(header); why != "" {
			b.report(col, "a field that "+why+", which is never used: left out", header)
			continue
		}
		if header != "" && len(b.p.Background.Custom) < maxList {
			b.custom(&column{header: header}, f.Value)
		}
	}
}

func (b *builder) rank(col *column, text string) {
	n, err := strconv.Atoi(text)
	if err != nil || n < 1 {
		b.report(col, "no rank on a map, left out: write it like 7", text)
		return
	}
	b.placed().Rank = n
}

func (b *builder) tier(col *column, text string) {
	t, err := model.ParseTier(text)
	if err != nil {
		b.report(col, "no tier of a map, left out: it is A, B or C", text)
		return
	}
	b.placed().Tier = t
}

// placed is the person's place on a talent map.
func (b *builder) placed() *Place {
	if b.parts.place == nil {
		b.parts.place = new(Place)
	}
	return b.parts.place
}
