package model

import (
	"slices"
	"strings"
)

// Unite adds to known what incoming has and known lacks, and returns the names
// of the fields that changed, none when there was nothing to add.
//
// Nothing that is there is blanked or replaced: a person in the store may have
// been corrected by hand. Empty fields are filled; lists are united; notes go
// below the notes. Positions are the same with the same company, title and
// start, of which title and start may be unknown on one side, and then what is
// lacking is filled. A new one that is held without a known start comes first;
// the one before it is not closed, because nobody said when it ended. Of outreach
// the stricter lock counts, and what research has found where known has nothing;
// where she stands is never touched.
// Uniting with the same person again changes nothing.
func Unite(known *Person, incoming *Person) (fields []string) {
	note := func(changed bool, field string) {
		if changed && !slices.Contains(fields, field) {
			fields = append(fields, field)
		}
	}
	note(fill(&known.Name, incoming.Name), "name")
	note(uniteTexts(&known.Contact.Emails, incoming.Contact.Emails), "e-mail")
	note(uniteTexts(&known.Contact.Phones, incoming.Contact.Phones), "phone")
	note(uniteTexts(&known.Contact.Links, incoming.Contact.Links), "link")
	note(uniteTexts(&known.Contact.ExternalIDs, incoming.Contact.ExternalIDs), "external ID")
	note(fill(&known.Location, incoming.Location), "location")
	note(fill(&known.Zone, incoming.Zone), "time zone")
	note(fill(&known.Headline, incoming.Headline), "headline")
	note(fill(&known.Summary, incoming.Summary), "summary")
	note(uniteTexts(&known.Skills, incoming.Skills), "skills")
	note(below(&known.Notes, incoming.Notes), "notes")
	note(mergePositions(known, incoming.Positions), "position")
	note(uniteTexts(&known.Background.Tags, incoming.Background.Tags), "tags")
	note(addItems(&known.Background.Content, incoming.Background.Content), "content")
	note(uniteConnections(&known.Background.Connections, incoming.Background.Connections), "connections")
	note(mergeCustom(&known.Background, incoming.Background.Custom), "custom")
	note(addItems(&known.Motivators, incoming.Motivators), "motivators")
	note(known.Outreach.Research.unite(&incoming.Outreach.Research), "research")
	note(uniteLock(&known.Outreach, &incoming.Outreach), "lock")
	return fields
}

func fill(to *string, s string) bool {
	if *to != "" || s == "" {
		return false
	}
	*to = s
	return true
}

func uniteTexts(to *[]string, list []string) bool {
	n := len(*to)
	for _, s := range list {
		*to = WithText(*to, s)
	}
	return len(*to) > n
}

// addItems adds the items that are not there yet.
func addItems[T comparable](to *[]T, list []T) bool {
	n := len(*to)
	for _, item := range list {
		if !slices.Contains(*to, item) {
			*to = append(*to, item)
		}
	}
	return len(*to) > n
}

// uniteConnections adds those that are not there yet. Who is meant by a name is known
// where she is in the store, and no matter of a file.
func uniteConnections(to *[]Connection, list []Connection) bool {
	n := len(*to)
	for _, c := range list {
		if !slices.ContainsFunc(*to, func(have Connection) bool {
			return have.Name == c.Name && have.How == c.How && (have.Person == c.Person || c.Person == 0)
		}) {
			*to = append(*to, c)
		}
	}
	return len(*to) > n
}

// WithText is a list with s in it, unless it is there but for case, or empty.
func WithText(list []string, s string) []string {
	if s == "" {
		return list
	}
	for _, have := range list {
		if strings.EqualFold(have, s) {
			return list
		}
	}
	return append(list, s)
}

// below puts a note under what is there, unless it is there.
func below(to *string, s string) bool {
	if s == "" || strings.Contains(*to, s) {
		return false
	}
	if *to != "" {
		s = *to + "\n" + s
	}
	*to = s
	return true
}

func mergeCustom(to *Background, custom map[string]string) bool {
	n := len(to.Custom)
	for header, value := range custom {
		if _, ok := to.Custom[header]; ok {
			continue
		}
		if to.Custom == nil {
			to.Custom = make(map[string]string, len(custom))
		}
		to.Custom[header] = value
	}
	return len(to.Custom) > n
}

func mergePositions(known *Person, incoming []Position) bool {
	changed := false
	for _, pos := range incoming {
		at := samePosition(known.Positions, pos)
		if at < 0 {
			known.Positions = slices.Insert(known.Positions, placeFor(known.Positions, pos), pos)
			changed = true
			continue
		}
		changed = fillPosition(&known.Positions[at], pos) || changed
	}
	return changed
}

// samePosition is the index of the position that pos speaks of, -1 for none:
// one that says all of it already, else the one that agrees in most. Positions
// can be the same when the company is, and title and start are, or are unknown
// on one side.
func samePosition(list []Position, pos Position) int {
	best, most := -1, -1
	for i, q := range list {
		title := SameText(q.Title, pos.Title)
		if !title && q.Title != "" && pos.Title != "" ||
			q.Start != pos.Start && q.Start.Known() && pos.Start.Known() ||
			q.Company != pos.Company && CompanyKey(q.Company) != CompanyKey(pos.Company) {
			continue
		}
		if !fillPosition(&q, pos) {
			return i
		}
		agrees := 0
		if title {
			agrees += 2
		}
		if list[i].Start == pos.Start {
			agrees++
		}
		if agrees > most {
			best, most = i, agrees
		}
	}
	return best
}

func fillPosition(to *Position, pos Position) bool {
	before := *to
	fill(&to.Title, pos.Title)
	if !to.Start.Known() {
		to.Start = pos.Start
	}
	if !to.End.Known() && (pos.End == 0 || pos.End >= to.Start) {
		to.End = pos.End
	}
	fill(&to.Location, pos.Location)
	fill(&to.Summary, pos.Summary)
	return *to != before
}

// placeFor is where a new position goes: by its start among the dated ones, and
// before undated ones when it is still held; without a start in front when it
// is still held, at the end when it is not.
func placeFor(list []Position, pos Position) int {
	if !pos.Start.Known() {
		if pos.End.Known() {
			return len(list)
		}
		return 0
	}
	at := slices.IndexFunc(list, func(q Position) bool { return q.Start.Known() && q.Start <= pos.Start })
	if at < 0 {
		at = len(list)
	}
	for at > 0 && !pos.End.Known() && !list[at-1].Start.Known() {
		at--
	}
	return at
}
