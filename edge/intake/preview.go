package intake

import (
	"context"

	"talentmap/model"
)

// maxShown is how many problems and examples a [Preview] holds.
const maxShown = 50

// Preview is what importing a file would do, or has done.
// Rows = New + Changed + Same + Repeated + Review + Erased + Bad.
type Preview struct {
	Dialect, Encoding string
	Columns           []ColumnUse

	Rows     int
	New      int // people not known before
	Changed  int // known people who gain something
	Same     int // rows that add nothing
	Repeated int // further rows of people counted under New or Changed; merged into them
	Review   int // rows left out because a person must look at them: see Problems
	Erased   int // rows of people who were erased on request: see Problems
	Bad      int // rows that could not be read
	ByName   int // of Changed and Same: recognized by name and employer alone

	Problems     []Problem // the first 50
	ProblemCount int       // all
	Examples     []Change  // the first 50 of Changed
}

// Change is what one row adds to someone known.
type Change struct {
	Line   int
	Person model.PersonID
	Name   string
	Fields []string // such as "e-mail", "position"
}

// Preview reads the whole file and says what importing it would do. Nothing is
// written and nobody is remembered.
func (s *Source) Preview(ctx context.Context, known Known, opt Options) (Preview, error) {
	sum := s.preview()
	err := s.walk(ctx, &planner{matcher: newMatcher(known, opt.Now)}, &sum, opt, nil)
	s.tell(&sum, opt)
	return sum, err
}

func (s *Source) preview() Preview {
	return Preview{Dialect: s.Dialect(), Encoding: s.Encoding()}
}

func (v *Preview) problem(p Problem) {
	v.ProblemCount++
	if len(v.Problems) < maxShown {
		v.Problems = append(v.Problems, p)
	}
	if p.Skipped {
		v.Rows++
		v.Bad++
	}
}

// count adds what was planned for a row.
func (v *Preview) count(line int, row *model.Person, st *step) {
	v.Rows++
	if st.byName && st.verdict != isRepeated {
		v.ByName++
	}
	if st.foreign != "" {
		v.problem(Problem{Line: line, Reason: st.foreign, Value: shown(row.Name)})
	}
	switch st.verdict {
	case isNew:
		v.New++
	case isChanged:
		v.Changed++
		if len(v.Examples) < maxShown {
			v.Examples = append(v.Examples, Change{Line: line, Person: st.person.ID, Name: st.person.Name, Fields: st.fields})
		}
	case isSame:
		v.Same++
	case isRepeated:
		v.Repeated++
	case isReview:
		v.Review++
		v.leftOut(Problem{Line: line, Reason: "left out for review: " + st.review, Value: shown(row.Name), Skipped: true})
	case isErased:
		v.Erased++
		v.leftOut(Problem{Line: line, Reason: "erased on request: not imported", Skipped: true})
	}
}

// LeftOut is how many rows did not go in.
func (v *Preview) LeftOut() int { return v.Review + v.Erased + v.Bad }

// leftOut keeps the problem of a row that is counted by itself.
func (v *Preview) leftOut(p Problem) {
	v.ProblemCount++
	if len(v.Problems) < maxShown {
		v.Problems = append(v.Problems, p)
	}
}
