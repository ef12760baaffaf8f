package model

import (
	"errors"
	"fmt"
	"slices"
	"strings"
)

// RoleField is one thing about a role that people enter and change, as the text in
// which they do: forms and verbs have the same.
type RoleField struct {
	Name string // "must": what forms and verbs call it
	Hint string // how it is written
	Text func(r *Role) string
	Set  func(r *Role, text string) error
}

// RoleFields are the fields in the order in which forms show them. maps are all
// talent maps, among which a role chooses by ID or name.
func RoleFields(maps []Map) []RoleField {
	line := func(name, hint string, at func(*Role) *string) RoleField {
		return RoleField{name, hint, func(r *Role) string { return *at(r) }, func(r *Role, text string) error {
			*at(r) = CleanLine(text)
			return nil
		}}
	}
	list := func(name, hint string, at func(*Role) *[]string) RoleField {
		return RoleField{name, hint, func(r *Role) string { return strings.Join(*at(r), ", ") }, func(r *Role, text string) error {
			*at(r) = listOf(text)
			return nil
		}}
	}
	return []RoleField{
		{"title", "Staff Engineer, Ledger", func(r *Role) string { return r.Title }, setTitle},
		line("level", "staff, as in a title; empty: as the title says", func(r *Role) *string { return &r.Level }),
		line("company", "who hires", func(r *Role) *string { return &r.Company }),
		line("place", "Dublin, Ireland, or remote in Europe", func(r *Role) *string { return &r.Location }),
		list("must", "PostgreSQL, Kafka, Go: the must-haves", func(r *Role) *[]string { return &r.Must }),
		list("nice", "TLA+: what is nice to have", func(r *Role) *[]string { return &r.Nice }),
		{"offers", "scope: owns the ledger; technology: Go from the first line", offersText, setOffers},
		{"maps", "empty: all; or names and IDs, with ; between them", func(r *Role) string { return mapsText(maps, r.Maps) }, func(r *Role, text string) (err error) {
			r.Maps, err = mapsNamed(maps, text)
			return err
		}},
		{"opened", "2026-03-02", func(r *Role) string { return r.Opened.String() }, setOpened},
	}
}

// setTitle refuses a role without one.
func setTitle(r *Role, text string) error {
	title := CleanLine(text)
	if title == "" {
		return errors.New("title: a role needs one, such as Staff Engineer, Ledger")
	}
	r.Title = title
	return nil
}

func setOpened(r *Role, text string) error {
	d, err := ParseDate(text)
	if err != nil {
		return fmt.Errorf("opened: %w", err)
	}
	r.Opened = d
	return nil
}

// listOf are the items of a text with commas, semicolons or line breaks between
// them, each once.
func listOf(text string) (items []string) {
	for item := range strings.FieldsFuncSeq(CleanText(text), func(c rune) bool { return c == ',' || c == ';' || c == '\n' }) {
		items = WithText(items, CleanLine(item))
	}
	return items
}

// offersText is what a role offers by each motivator, with its words.
func offersText(r *Role) string {
	parts := make([]string, len(r.Offers))
	for i, m := range r.Offers {
		parts[i] = string(m)
		if words := r.Words[m]; words != "" {
			parts[i] += ": " + words
		}
	}
	return strings.Join(parts, "; ")
}

// setOffers reads motivators with their words: "scope: owns the ledger; technology".
func setOffers(r *Role, text string) error {
	var offers []Motivator
	words := map[Motivator]string{}
	for part := range strings.FieldsFuncSeq(CleanText(text), func(c rune) bool { return c == ';' || c == '\n' }) {
		name, said, _ := strings.Cut(part, ":")
		if name = CleanLine(name); name == "" && CleanLine(said) == "" {
			continue
		}
		m, ok := motivatorNamed(name)
		if !ok {
			return fmt.Errorf("offers: %q is none of %s; write scope: owns the ledger; technology", name, motivatorHint)
		}
		if !slices.Contains(offers, m) {
			offers = append(offers, m)
		}
		if said = CleanLine(said); said != "" {
			words[m] = said
		}
	}
	r.Offers, r.Words = offers, words
	if len(words) == 0 {
		r.Words = nil
	}
	return nil
}

// motivatorNamed is the motivator of a name, or of its beginning.
func motivatorNamed(name string) (Motivator, bool) {
	key := NameKey(name)
	for _, m := range Motivators() {
		if key != "" && strings.HasPrefix(string(m), key) {
			return m, true
		}
	}
	return "", false
}

func mapsText(all []Map, ids []MapID) string {
	parts := make([]string, len(ids))
	for i, id := range ids {
		parts[i] = id.String()
		for j := range all {
			if all[j].ID == id {
				parts[i] = all[j].Name
			}
		}
	}
	return strings.Join(parts, "; ")
}

// mapsNamed are the maps that a text names by ID, name or the beginning of one;
// none for nothing, and for "all".
func mapsNamed(all []Map, text string) (ids []MapID, err error) {
	for part := range strings.SplitSeq(CleanLine(text), ";") {
		if part = CleanLine(part); part == "" || NameKey(part) == "all" {
			continue
		}
		id, err := mapNamed(all, part)
		if err != nil {
			return nil, err
		}
		if !slices.Contains(ids, id) {
			ids = append(ids, id)
		}
	}
	return ids, nil
}

func mapNamed(all []Map, name string) (MapID, error) {
	var begins []MapID
	names := make([]string, len(all))
	for i := range all {
		m := &all[i]
		names[i] = fmt.Sprintf("%s (%s)", m.Name, m.ID)
		if strings.EqualFold(m.ID.String(), name) || SameText(m.Name, name) {
			return m.ID, nil
		}
		if strings.HasPrefix(NameKey(m.Name), NameKey(name)) {
			begins = append(begins, m.ID)
		}
	}
	switch {
	case len(begins) == 1:
		return begins[0], nil
	case len(all) == 0:
		return 0, fmt.Errorf("maps: there is no map %q, nor any other", name)
	}
	return 0, fmt.Errorf("maps: which map is %q? There are: %s", name, strings.Join(names, ", "))
}
