package export

import (
	"fmt"
	"io"
	"slices"
	"strconv"
	"time"

	"talentmap/model"
)

// Ranked is one person's place on a talent map, and what is judged of her there.
type Ranked struct {
	Rank        int // from 1
	Tier        model.Tier
	Note        string
	Trajectory  string // growing, plateaued, declining or unknown
	Fit         int    // 0–100
	Receptivity int    // 0–100
	Who         model.Person
}

// mapColumns are those of [MapCSV]: what the map is read for, then all else that
// [PeopleCSV] has.
var mapColumns = append([]column{
	text("rank", func(e *entry) string { return strconv.Itoa(e.Rank) }),
	text("person", func(e *entry) string { return e.Name }),
	text("id", func(e *entry) string { return e.ID.String() }),
	text("title", func(e *entry) string { return e.job.Title }),
	text("company", func(e *entry) string { return e.job.Company }),
	text("since", func(e *entry) string { return e.Since(e.now).String() }),
	text("trajectory", func(e *entry) string { return e.Trajectory }),
	text("fit", func(e *entry) string { return strconv.Itoa(e.Fit) }),
	text("receptivity", func(e *entry) string { return strconv.Itoa(e.Receptivity) }),
	text("state", func(e *entry) string { return string(e.outreach.State) }),
	text("map tier", func(e *entry) string { return e.Tier.String() }),
	text("map note", func(e *entry) string { return e.Note }),
}, but(peopleColumns, "name", "id", "title", "company", "since", "outreach state")...)

// but is columns without those of some headers.
func but(cols []column, headers ...string) []column {
	return slices.DeleteFunc(slices.Clone(cols), func(c column) bool { return slices.Contains(headers, c.header) })
}

// MapCSV writes a ranked map as CSV, as of now: rank, title and what is judged
// first, then each person as [PeopleCSV] has her. Every cell passes
// [model.GuardCell].
func MapCSV(w io.Writer, rows []Ranked, now time.Time) error {
	out, err := newTable(w, headers(mapColumns))
	if err != nil {
		return err
	}
	for i := range rows {
		e := newEntry(&rows[i].Who, now)
		e.Ranked = rows[i]
		cells, err := row(mapColumns, e)
		if err != nil {
			return fmt.Errorf("export %s: %w", e.ID, err)
		}
		if err := out.write(cells); err != nil {
			return err
		}
	}
	return out.close()
}

// place is someone's place on a map as JSON has it, before what [PeopleJSON] says of
// her.
type place struct {
	Rank        int    `json:"rank"`
	Person      string `json:"person"`
	Trajectory  string `json:"trajectory"`
	Fit         int    `json:"fit"`
	Receptivity int    `json:"receptivity"`
	Tier        string `json:"map_tier"`
	Note        string `json:"map_note"`
	person
}

// MapJSON writes a ranked map as one JSON array, an object a line: the keys rank,
// person, trajectory, fit, receptivity, map_tier and map_note, and those of [PeopleJSON].
func MapJSON(w io.Writer, rows []Ranked, now time.Time) error {
	out := newArray(w)
	for i := range rows {
		r := &rows[i]
		if err := out.write(place{r.Rank, r.Who.Name, r.Trajectory, r.Fit, r.Receptivity, r.Tier.String(), r.Note, personOf(&r.Who, now)}); err != nil {
			return err
		}
	}
	return out.close()
}
