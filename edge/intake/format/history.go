package format

import (
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"strings"

	"talentmap/model"
)

// term is one entry of a job history in JSON.
type term struct {
	Company  string `json:"company"`
	Title    string `json:"title"`
	Location string `json:"location"`
	From     string `json:"from"`
	Until    string `json:"until"`
	Start    string `json:"start"` // as our own JSON calls them
	End      string `json:"end"`
	resumeTerm
}

// resumeTerm is what JSON Resume calls the same; its drafts before 1.0 said
// company.
type resumeTerm struct {
	Name       string   `json:"name"`
	Position   string   `json:"position"`
	StartDate  string   `json:"startDate"`
	EndDate    string   `json:"endDate"`
	Summary    string   `json:"summary"`
	Highlights []string `json:"highlights"`
}

// duties are what was done there, a line each.
func (t *resumeTerm) duties() string {
	return cleanBlock(joined("\n", append([]string{t.Summary}, t.Highlights...)...))
}

// history takes a dated job history in: a JSON list of terms. A broken one is
// left out as a whole, a bad date alone.
func (b *builder) history(col *column, text string) {
	if strings.HasPrefix(text, "{") { // an entry of a list that came as JSON itself
		text = "[" + text + "]"
	}
	var terms []term
	if err := json.Unmarshal([]byte(text), &terms); err != nil {
		b.report(col, "broken JSON, left out: "+jsonReason(err), text)
		return
	}
	if len(terms) > maxList {
		b.report(col, fmt.Sprintf("more than %d positions: the rest was left out", maxList), "")
		terms = terms[:maxList]
	}
	for _, t := range terms {
		pos := model.Position{
			Company:  model.CleanLine(cmp.Or(t.Company, t.Name)),
			Title:    model.CleanLine(cmp.Or(t.Title, t.Position)),
			Location: model.CleanLine(t.Location),
			Summary:  t.duties(),
		}
		if pos.Company == "" && pos.Title == "" {
			continue
		}
		b.date(&pos.Start, col, cmp.Or(t.From, t.Start, t.StartDate))
		b.date(&pos.End, col, cmp.Or(t.Until, t.End, t.EndDate))
		b.ordered(&pos, col.header)
		b.p.Positions = append(b.p.Positions, pos)
	}
	if !col.ours { // ours are in the order that people gave them
		b.p.SortPositions()
	}
}

// jsonReason says what is wrong with JSON and at which byte.
func jsonReason(err error) string {
	var se *json.SyntaxError
	var te *json.UnmarshalTypeError
	switch {
	case errors.As(err, &se):
		return fmt.Sprintf("byte %d: %s", se.Offset, model.CleanLine(se.Error()))
	case errors.As(err, &te):
		return fmt.Sprintf("byte %d: %s where a text or a list of terms is expected", te.Offset, model.CleanLine(te.Value))
	}
	return model.CleanLine(err.Error())
}
