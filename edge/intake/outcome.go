package intake

import (
	"slices"
	"strings"

	"talentmap/edge/intake/format"
	"talentmap/model"
	"talentmap/store"
)

// firstShown is how many new people an [Outcome] shows as they were read.
const firstShown = 3

// maxShown is how many problems and examples an [Outcome] holds.
const maxShown = 50

// Outcome is what importing a file would do, or has done.
// Rows = New + Changed + Same + Repeated + Review + Erased + Bad.
type Outcome struct {
	Dialect, Encoding string
	Columns           []format.ColumnUse

	Rows     int
	People   int // whom the rows tell of, each once; 0 for a file of companies
	New      int // people not known before
	Changed  int // known people who gain something
	Same     int // rows that add nothing
	Repeated int // further rows of people counted under New or Changed; merged into them
	Review   int // rows left out because a person must look at them: see Problems
	Erased   int // rows of people who were erased on request: see Problems
	Bad      int // rows that could not be read
	ByName   int // of Changed and Same: recognized by name and employer alone
	Locked   int // of New and Changed: people whom the file locks, opted out or not to be contacted
	Noted    int // of Same: people of whom the source tells for the first time; what it says is remembered

	Placed   int // put onto the talent map that was asked for, see [Outcome.Onto]
	Unplaced int // that had no room for them

	// Since names the source and the day of its file before, which this one was
	// compared with; unknown for the first file of a source. Older is so for a
	// file that is older than one that has come in: it tells no news.
	Source string
	Since  model.Date
	AsOf   model.Date
	Older  bool
	// News counts what has changed since, by kind; Told is the first 50.
	News map[model.NewsKind]int
	Told []Told

	// Missing is how many of the source's people this file lacks when they are too
	// many to have gone: it is taken for another selection. Else 0.
	Missing int

	Problems     []format.Problem // the first 50
	ProblemCount int              // all
	Examples     []Change         // the first 50 of Changed
	First        []model.Person   // the first 3 of New, as they were read

	tellAll bool          // see [Options]
	ranking []model.Entry // of a talent map's export: who is on it, the best first
}

// Change is what one row adds to someone known.
type Change struct {
	Line   int
	Person model.PersonID
	Name   string
	Fields []string // such as "e-mail", "position"
}

// Told is news of someone, see [model.News].
type Told struct {
	Person model.PersonID
	Name   string
	model.News
}

// outcomeOf is the outcome of a file of which nothing has been read yet.
func outcomeOf(src *format.Source) Outcome {
	return Outcome{Dialect: src.Dialect(), Encoding: src.Encoding()}
}

// from says what the file was compared with.
func (v *Outcome) from(sg *sourcing) {
	v.Source, v.Since, v.AsOf, v.Older = sg.source.Name, sg.before, sg.asOf, sg.older()
}

// departed counts those who are gone.
func (v *Outcome) departed(gone []store.Arrival, left int) {
	v.Missing = left
	for i := range gone {
		v.tell(&gone[i])
	}
}

// Read is what was read of somebody beside the name, to see whether a file's columns
// are taken for what they are.
func Read(p *model.Person) string {
	parts := []string{Role(p), p.Location}
	parts = append(append(parts, p.Contact.Emails...), p.Contact.Links...)
	return strings.Join(slices.DeleteFunc(parts, func(s string) bool { return s == "" }), ", ")
}

// tell counts someone's news.
func (v *Outcome) tell(a *store.Arrival) {
	for _, n := range a.News {
		if v.News == nil {
			v.News = map[model.NewsKind]int{}
		}
		v.News[n.Kind]++
		if v.tellAll || len(v.Told) < maxShown {
			v.Told = append(v.Told, Told{Person: a.Person.ID, Name: a.Person.Name, News: n})
		}
	}
}

func (v *Outcome) problem(p format.Problem) {
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
func (v *Outcome) count(line int, row *model.Person, st *step) {
	v.Rows++
	if st.first {
		v.People++
	}
	if st.noted {
		v.Noted++
	}
	if slices.Contains(st.fields, "lock") || st.verdict == isNew && row.Outreach.Lock != model.Unlocked {
		v.Locked++
	}
	if st.byName && st.verdict != isRepeated {
		v.ByName++
	}
	if st.foreign != "" {
		v.problem(format.Problem{Line: line, Reason: st.foreign, Value: format.Shown(row.Name)})
	}
	if st.verdict == isChanged || st.verdict == isSame {
		v.tell(&st.brings)
	}
	if st.verdict == isSame {
		v.Same += st.before
	} else {
		v.Repeated += st.before
	}
	switch st.verdict {
	case isNew:
		if v.New++; len(v.First) < firstShown {
			v.First = append(v.First, *row)
		}
	case isChanged:
		v.Changed++
		if len(v.Examples) < maxShown {
			v.Examples = append(v.Examples, Change{Line: line, Person: st.brings.Person.ID, Name: st.brings.Person.Name, Fields: st.fields})
		}
	case isSame:
		v.Same++
	case isRepeated:
		v.Repeated++
	case isReview:
		v.Review++
		v.leftOut(format.Problem{Line: line, Reason: "left out for review: " + st.review, Value: format.Shown(row.Name), Skipped: true})
	case isErased:
		v.Erased++
		v.leftOut(format.Problem{Line: line, Reason: "erased on request: not imported", Skipped: true})
	}
}

// Alike is how many people, or things that happened to companies, the file tells
// nothing new of.
func (v *Outcome) Alike() int {
	if v.People == 0 {
		return v.Same
	}
	return v.People - v.New - v.Changed
}

// Extent is how many rows the file has, and how many people they tell of where that
// is another number.
func (v *Outcome) Extent() string { return model.PeopleInRows(v.People, v.Rows, v.LeftOut()) }

// LeftOut is how many rows did not go in.
func (v *Outcome) LeftOut() int { return v.Review + v.Erased + v.Bad }

// leftOut keeps the problem of a row that is counted by itself.
func (v *Outcome) leftOut(p format.Problem) {
	v.ProblemCount++
	if len(v.Problems) < maxShown {
		v.Problems = append(v.Problems, p)
	}
}
