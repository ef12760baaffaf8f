package intake

import (
	"slices"
	"strings"

	"talentmap/model"
)

// Merge adds to known what incoming has and known lacks, and returns the names
// of the fields that changed, none when there was nothing to add.
//
// Nothing that is there is blanked or replaced: a person in the store may have
// been corrected by hand. Empty fields are filled; lists are united; notes go
// below the notes. Positions are the same with the same company, title and
// start, of which title and start may be unknown on one side, and then what is
// lacking is filled. A new one that is held without a known start comes first;
// the one before it is not closed, because nobody said when it ended. Outreach is
// never touched.
// Merging the same person again changes nothing.
func Merge(known *model.Person, incoming *model.Person) (fields []string) {
	note := func(changed bool, field string) {
		if changed && !slices.Contains(fields, field) {
			fields = append(fields, field)
		}
	}
	note(fill(&known.Name, incoming.Name), "name")
	note(unite(&known.Contact.Emails, incoming.Contact.Emails), "e-mail")
	note(unite(&known.Contact.Phones, incoming.Contact.Phones), "phone")
	note(unite(&known.Contact.Links, incoming.Contact.Links), "link")
	note(unite(&known.Contact.ExternalIDs, incoming.Contact.ExternalIDs), "external ID")
	note(fill(&known.Location, incoming.Location), "location")
	note(fill(&known.Headline, incoming.Headline), "headline")
	note(fill(&known.Summary, incoming.Summary), "summary")
	note(unite(&known.Skills, incoming.Skills), "skills")
	note(below(&known.Notes, incoming.Notes), "notes")
	note(mergePositions(known, incoming.Positions), "position")
	note(unite(&known.Background.Tags, incoming.Background.Tags), "tags")
	note(mergeCustom(&known.Background, incoming.Background.Custom), "custom")
	return fields
}

func fill(to *string, s string) bool {
	if *to != "" || s == "" {
		return false
	}
	*to = s
	return true
}

func unite(to *[]string, list []string) bool {
	n := len(*to)
	for _, s := range list {
		*to = united(*to, s)
	}
	return len(*to) > n
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

func mergeCustom(to *model.Background, custom map[string]string) bool {
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

func mergePositions(known *model.Person, incoming []model.Position) bool {
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
func samePosition(list []model.Position, pos model.Position) int {
	best, most := -1, -1
	for i, q := range list {
		title := model.SameText(q.Title, pos.Title)
		if !title && q.Title != "" && pos.Title != "" ||
			q.Start != pos.Start && q.Start.Known() && pos.Start.Known() ||
			q.Company != pos.Company && model.CompanyKey(q.Company) != model.CompanyKey(pos.Company) {
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

func fillPosition(to *model.Position, pos model.Position) bool {
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
func placeFor(list []model.Position, pos model.Position) int {
	if !pos.Start.Known() {
		if pos.End.Known() {
			return len(list)
		}
		return 0
	}
	at := slices.IndexFunc(list, func(q model.Position) bool { return q.Start.Known() && q.Start <= pos.Start })
	if at < 0 {
		at = len(list)
	}
	for at > 0 && !pos.End.Known() && !list[at-1].Start.Known() {
		at--
	}
	return at
}
