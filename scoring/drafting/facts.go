package drafting

import (
	"strings"
	"unicode/utf8"

	"talentmap/model"
)

// longestFact is how many letters of a fact stand in a text; of a longer one its first
// sentence does.
const longestFact = 300

// found is what research has found of her, and what she has published.
func (a *About) found(v *model.Values) {
	for item, f := range map[model.ResearchItem]model.Field{
		model.RoleAndCompany: model.FieldFactRole, model.Progression: model.FieldFactProgression,
		model.PublishedContent: model.FieldFactPublished, model.MutualConnections: model.FieldFactConnections,
		model.CompanyContext: model.FieldFactCompany, model.SkillsAlignment: model.FieldFactSkills,
	} {
		if found := a.Person.Outreach.Research[item]; found.Looked == model.ItemFound {
			v.Set(f, fragment(found.Fact))
		}
	}
	if c, ok := newest(a.Person.Background.Content); ok {
		v.Set(model.FieldPublished, a.published(c))
		v.Set(model.FieldPublishedLink, c.Link)
	}
	if all := a.Person.Background.Connections; len(all) > 0 {
		v.Set(model.FieldIntroducer, all[0].Name)
		v.Set(model.FieldIntroducerHow, fragment(all[0].How))
	}
}

// newest is what she has published last.
func newest(all []model.Content) (c model.Content, ok bool) {
	for i, have := range all {
		if i == 0 || have.Date > c.Date {
			c, ok = have, true
		}
	}
	return c, ok
}

// fragment is a fact as a part of a sentence: without the full stop at its end, and of
// a long one the first sentence.
func fragment(text string) string {
	text = model.CleanLine(text)
	if utf8.RuneCountInString(text) > longestFact {
		if first, _, ok := strings.Cut(text, ". "); ok {
			text = first
		}
	}
	if r := []rune(text); len(r) > longestFact {
		cut := string(r[:longestFact])
		if at := strings.LastIndexByte(cut, ' '); at > 0 {
			cut = cut[:at]
		}
		text = cut + " …"
	}
	return strings.TrimSuffix(text, ".")
}

// published is something published as a part of a sentence, as whoever the text speaks to
// is told of it.
func (a *About) published(c model.Content) string {
	if a.toHer() {
		return Published(c, a.Lang)
	}
	return publishedByHer(c, a.Lang)
}

// toHer reports whether the text speaks to the person herself, and not about her to
// somebody else.
func (a *About) toHer() bool {
	return a.Channel != model.Introduction && a.Channel != model.Event
}

// publishedByHer is something published as a text about her names it: the talk
// “Streaming at Scale”.
func publishedByHer(c model.Content, lang string) string {
	kind := strings.ToLower(c.Kind)
	switch {
	case lang == "de" && kind == "open source":
		return "die Arbeit an " + c.Title
	case lang != "" && lang != "en" || kind == "":
		return Published(model.Content{Title: c.Title}, lang)
	case kind == "open source":
		return "the work on " + c.Title
	}
	return "the " + kind + " “" + c.Title + "”"
}

// Published is something published as a part of a sentence to whoever did it: your talk
// “Streaming at Scale”.
func Published(c model.Content, lang string) string {
	kind := strings.ToLower(c.Kind)
	switch lang {
	case "", "en":
		switch {
		case kind == "open source":
			return "your work on " + c.Title
		case kind == "":
			return "“" + c.Title + "”"
		}
		return "your " + kind + " “" + c.Title + "”"
	case "de":
		own := map[string]string{"talk": "Ihr Vortrag", "article": "Ihr Artikel", "post": "Ihr Beitrag", "podcast": "Ihr Podcast", "paper": "Ihr Aufsatz", "open source": "Ihre Arbeit an"}[kind]
		if kind == "open source" {
			return own + " " + c.Title
		}
		return strings.TrimSpace(own + " „" + c.Title + "“")
	}
	return "“" + c.Title + "”"
}
