package scoring

import (
	"cmp"
	"slices"
	"strings"

	"talentmap/model"
)

// statement is what a source says of a person's work on a day.
type statement struct {
	person *model.Person
	all    []model.Position // newest first, whatever the order in the source
	open   []model.Position // held on the day; those beside the main job last
	idle   []string         // what she says in place of a job: that she has none, or looks for one
}

func statementOf(p *model.Person, on model.Date) statement {
	st := statement{person: p}
	for _, q := range p.Positions {
		company := model.NameKey(q.Company)
		if noEmployer[company] {
			q.Company = ""
		}
		if q.Title == "" && !selfEmployed[company] && isTitle(q.Company) {
			q.Title, q.Company = q.Company, ""
		}
		if says := cmp.Or(idling(q.Company), idling(q.Title)); says != "" {
			if heldOn(q, on) {
				st.idle = append(st.idle, says)
			}
			continue
		}
		if q.Company != "" || q.Title != "" {
			st.all = append(st.all, q)
		}
	}
	slices.Sort(st.idle)
	slices.SortFunc(st.all, newestFirst)
	for _, q := range st.all {
		if heldOn(q, on) {
			st.open = append(st.open, q)
		}
	}
	slices.SortStableFunc(st.open, func(a, b model.Position) int { return cmp.Compare(besideRank(a), besideRank(b)) })
	return st
}

// idling is a cell that says nothing but that someone has no job, or looks for
// one; "" for any other.
func idling(cell string) string {
	if key := model.NameKey(cell); noJob[key] || slices.Contains(wantsJob, key) {
		return cell
	}
	return ""
}

// heldOn reports whether a position has not ended on a day. One that is yet to
// begin counts too: it is news when the source tells of it, not when the day comes.
func heldOn(q model.Position, on model.Date) bool {
	return !q.End.Known() || on.Known() && q.End.Last().After(on.Last())
}

// newestFirst orders positions in full, so that their order in the source does
// not matter; the unknown starts come last.
func newestFirst(a, b model.Position) int {
	return cmp.Or(
		cmp.Compare(b.Start, a.Start), cmp.Compare(a.End, b.End),
		strings.Compare(a.Company, b.Company), strings.Compare(a.Title, b.Title), strings.Compare(a.Summary, b.Summary),
	)
}

// beside are words of titles that are held beside a job.
var beside = setOf("advisor", "adviser", "advisory", "board", "trustee", "investor", "angel", "mentor", "volunteer", "ambassador")

func besideRank(q model.Position) int {
	for _, w := range words(q.Title) {
		if beside[w] {
			return 1
		}
	}
	return 0
}
