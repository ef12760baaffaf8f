package format

import (
	"encoding/json"
	"strings"

	"talentmap/model"
)

// nested takes in an object that stands in a list of a record, such as a
// publication. What is no object is kept as it came.
func (b *builder) nested(col *column, text string) {
	var of map[string]any
	if !strings.HasPrefix(text, "{") || json.Unmarshal([]byte(text), &of) != nil {
		b.custom(col, text)
		return
	}
	line := func(keys ...string) string {
		for _, k := range keys {
			if s, ok := of[k].(string); ok && model.CleanLine(s) != "" {
				return model.CleanLine(s)
			}
		}
		return ""
	}
	switch col.field {
	case fieldProfile:
		b.profile(col, line("url", "website"), line("network"), line("username"))
	case fieldSkillSet:
		b.skillSet(col, line("name"), of["keywords"])
	case fieldContent:
		b.content(col, model.Content{Kind: col.prefix, Title: line("name", "title"), Link: line("url", "website")}, line("releaseDate", "date", "startDate"))
	case fieldTold:
		var told []string
		for key := range strings.FieldsSeq(col.prefix) {
			told = append(told, line(key))
		}
		b.custom(col, joined(", ", told...))
	}
}

// networks are where accounts of a named network are.
var networks = map[string]string{
	"linkedin": onLinkedIn, "github": onGitHub, "twitter": onTwitter, "x": onTwitter,
	"gitlab": "https://gitlab.com/", "medium": "https://medium.com/@", "bluesky": "https://bsky.app/profile/",
}

// profile takes an account on a network: its address where that leads to one,
// else network and name.
func (b *builder) profile(col *column, url, network, account string) {
	if l := model.NormalizeLink(url); l != "" {
		b.add(col, &b.p.Contact.Links, l)
		return
	}
	if place := networks[fold(network)]; place != "" && account != "" {
		if l := model.NormalizeLink(place + strings.TrimPrefix(account, "@")); l != "" {
			b.add(col, &b.p.Contact.Links, l)
			return
		}
	}
	b.custom(col, joined(" ", network, account, url))
}

func (b *builder) skillSet(col *column, name string, keywords any) {
	b.add(col, &b.p.Skills, name)
	list, _ := keywords.([]any)
	for _, k := range list {
		if s, ok := k.(string); ok {
			b.add(col, &b.p.Skills, model.CleanLine(s))
		}
	}
}

// content takes in something published; one without a title is left out.
func (b *builder) content(col *column, c model.Content, date string) {
	if c.Title == "" {
		return
	}
	b.date(&c.Date, col, date)
	if len(b.p.Background.Content) >= maxList {
		return
	}
	b.p.Background.Content = append(b.p.Background.Content, c)
}

// hold keeps a text for the dialect's finish; the first one counts.
func (b *builder) hold(name, text string) {
	if b.parts.held == nil {
		b.parts.held = make(map[string]string, 4)
	}
	if b.parts.held[name] == "" {
		b.parts.held[name] = text
	}
}
