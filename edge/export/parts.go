package export

import (
	"maps"
	"slices"

	"talentmap/model"
)

// What of a person has several parts, as JSON has it in a file of either kind.
type (
	// term is a position in the CSV's job_history_json.
	term struct {
		Company  string `json:"company"`
		Title    string `json:"title"`
		Location string `json:"location,omitempty"`
		From     string `json:"from,omitempty"`
		Until    string `json:"until,omitempty"`
		Summary  string `json:"summary,omitempty"`
	}
	// finding is an item of the research checklist that is not open.
	finding struct {
		Item   string `json:"item"`
		Looked string `json:"looked"`
		Fact   string `json:"fact,omitempty"`
		Source string `json:"source,omitempty"`
		Date   string `json:"date,omitempty"`
	}
	published struct {
		Kind  string `json:"kind,omitempty"`
		Title string `json:"title"`
		Link  string `json:"link,omitempty"`
		Date  string `json:"date,omitempty"`
	}
	acquaintance struct {
		Name string `json:"name"`
		How  string `json:"how,omitempty"`
	}
	field struct {
		Header string `json:"header"`
		Value  string `json:"value"`
	}
)

func terms(positions []model.Position) []term {
	out := make([]term, len(positions))
	for i, q := range positions {
		out[i] = term{q.Company, q.Title, q.Location, q.Start.String(), q.End.String(), q.Summary}
	}
	return out
}

func findings(r *model.Research) []finding {
	out := []finding{}
	for i, f := range r {
		if f.Looked != model.ItemOpen {
			out = append(out, finding{model.ResearchItem(i).String(), f.Looked.String(), f.Fact, f.Source, f.Date.String()})
		}
	}
	return out
}

func publications(list []model.Content) []published {
	out := make([]published, len(list))
	for i, c := range list {
		out[i] = published{c.Kind, c.Title, c.Link, c.Date.String()}
	}
	return out
}

func acquaintances(list []model.Connection) []acquaintance {
	out := make([]acquaintance, len(list))
	for i, c := range list {
		out[i] = acquaintance{c.Name, c.How}
	}
	return out
}

// fields are custom fields, by header.
func fields(custom map[string]string) []field {
	out := []field{}
	for _, header := range slices.Sorted(maps.Keys(custom)) {
		out = append(out, field{header, custom[header]})
	}
	return out
}

func motivators(list []model.Motivator) []string {
	out := make([]string, len(list))
	for i, m := range list {
		out[i] = string(m)
	}
	return out
}
