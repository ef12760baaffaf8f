package drafting

import (
	"strings"
	"time"

	"talentmap/model"
)

// About is what a draft is made of. Nothing but the person and the moment is needed.
type About struct {
	Person    *model.Person
	Touches   []model.Touch // with her, in any order
	Role      *model.Role   // that the message is for; nil: none
	Motivator model.Motivator
	Shelf     *model.ShelfItem // what is shared; nil: nothing
	Sender    model.Sender
	Lang      string        // of the template, ISO 639-1; "" is en
	Channel   model.Channel // of the template; "" is one to the person herself
	Now       time.Time
}

// Values are the values of the merge fields, as far as they are known.
func Values(a *About) *model.Values {
	v := &model.Values{}
	a.hers(v)
	a.found(v)
	a.offered(v)
	a.ours(v)
	return v
}

// hers is who she is and where she works.
func (a *About) hers(v *model.Values) {
	p := a.Person
	first, last := Names(p.Name)
	v.Set(model.FieldFirstName, first)
	v.Set(model.FieldLastName, last)
	v.Set(model.FieldName, p.Name)
	v.Set(model.FieldLocation, p.Location)
	if now, ok := p.Current(a.Now); ok {
		v.Set(model.FieldTitle, now.Title)
		v.Set(model.FieldCompany, now.Company)
		v.Set(model.FieldTenure, tenure(p.Since(a.Now), a.Now, a.Lang))
		if before, ok := earlier(p, now); ok {
			v.Set(model.FieldPreviousTitle, before.Title)
			v.Set(model.FieldPreviousCompany, before.Company)
		}
	}
	v.Set(model.FieldSkill, a.skill())
}

// earlier is the newest position that is another title or another company than the
// one she holds.
func earlier(p *model.Person, now model.Position) (model.Position, bool) {
	for _, q := range p.Positions {
		if q.End.Known() && (!model.SameText(q.Title, now.Title) || !model.SameText(q.Company, now.Company)) {
			return q, true
		}
	}
	return model.Position{}, false
}

// skill is a skill of hers that the role asks for, else her first.
func (a *About) skill() string {
	if a.Role != nil {
		for _, must := range a.Role.Must {
			for _, s := range a.Person.Skills {
				if model.SameText(must, s) {
					return s
				}
			}
		}
	}
	if len(a.Person.Skills) > 0 {
		return a.Person.Skills[0]
	}
	return ""
}

// Names are the first and the last name in a name, without a title before and letters
// after it. A name in a script without spaces, and one of a single word, is the first
// name whole.
func Names(name string) (first, last string) {
	if before, after, ok := strings.Cut(name, ","); ok && len(strings.Fields(after)) > 0 && !isSuffix(strings.Fields(after)[0]) {
		name = after + " " + before
	} else if ok {
		name = before
	}
	words := strings.Fields(name)
	for len(words) > 1 && isTitle(words[0]) {
		words = words[1:]
	}
	for len(words) > 1 && isSuffix(words[len(words)-1]) {
		words = words[:len(words)-1]
	}
	switch len(words) {
	case 0:
		return "", ""
	case 1:
		return words[0], ""
	}
	return words[0], words[len(words)-1]
}

func isTitle(word string) bool {
	switch strings.ToLower(strings.Trim(word, ".")) {
	case "dr", "prof", "professor", "mr", "mrs", "ms", "miss", "mx", "herr", "frau", "dipl", "dipl.-ing", "ing", "sir", "mme", "mag":
		return true
	}
	return false
}

func isSuffix(word string) bool {
	switch strings.ToLower(strings.Trim(word, ".,")) {
	case "phd", "ph.d", "md", "m.d", "mba", "msc", "bsc", "jr", "sr", "ii", "iii", "iv", "esq", "cpa", "pmp":
		return true
	}
	return false
}

var (
	countEN = [...]string{"", "one year", "two years", "three years", "four years", "five years", "six years", "seven years", "eight years", "nine years", "ten years"}
	countDE = [...]string{"", "einem Jahr", "zwei Jahren", "drei Jahren", "vier Jahren", "fünf Jahren", "sechs Jahren", "sieben Jahren", "acht Jahren", "neun Jahren", "zehn Jahren"}
)

// tenure is a time in whole years in words; "" below one year and above ten, and where
// the beginning is not known.
func tenure(since model.Date, now time.Time, lang string) string {
	if !since.Known() {
		return ""
	}
	years := 0
	for years <= len(countEN) && !since.Time().AddDate(years+1, 0, 0).After(now) {
		years++
	}
	if years >= len(countEN) {
		return ""
	}
	if lang == "de" {
		return countDE[years]
	}
	return countEN[years]
}
