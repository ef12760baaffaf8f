package export

import (
	"io"
	"strconv"

	"talentmap/model"
)

// MapRow is one person's line in a ranked map.
type MapRow struct {
	Rank        int         `json:"rank"` // from 1
	Person      string      `json:"person"`
	ID          string      `json:"id"` // such as p17
	Title       string      `json:"title"`
	Company     string      `json:"company"`
	Since       string      `json:"since"`       // ISO 8601 to the precision known
	Trajectory  string      `json:"trajectory"`  // growing, plateaued, declining or unknown
	Fit         int         `json:"fit"`         // 0–100
	Receptivity int         `json:"receptivity"` // 0–100
	State       model.State `json:"state"`
}

// mapHeader names the columns of [MapCSV] as MapRow's JSON does.
var mapHeader = []string{
	"rank", "person", "id", "title", "company", "since", "trajectory", "fit", "receptivity", "state",
}

// MapCSV writes a ranked map as CSV. Every cell passes [model.GuardCell].
func MapCSV(w io.Writer, rows []MapRow) error {
	out, err := newTable(w, mapHeader)
	if err != nil {
		return err
	}
	for _, r := range rows {
		err := out.write([]string{
			strconv.Itoa(r.Rank), r.Person, r.ID, r.Title, r.Company, r.Since, r.Trajectory,
			strconv.Itoa(r.Fit), strconv.Itoa(r.Receptivity), string(r.State),
		})
		if err != nil {
			return err
		}
	}
	return out.close()
}

// MapJSON writes a ranked map as one JSON array, an object a line.
func MapJSON(w io.Writer, rows []MapRow) error {
	out := newArray(w)
	for _, r := range rows {
		if err := out.write(r); err != nil {
			return err
		}
	}
	return out.close()
}
