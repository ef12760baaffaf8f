package format

import (
	"cmp"
	"fmt"
	"iter"
	"math"
	"strconv"
	"strings"

	"talentmap/model"
)

// Event is one layoff as a file tells it, cleaned: a row of a layoffs list, or a
// WARN notice.
type Event struct {
	Row     int // the line of the file on which it begins, from 1
	Company string
	Date    model.Date // of the news, or of the notice; always known
	Jobs    int        // 0: unknown
	Share   float64    // of staff, in percent; 0: unknown
	Place   string

	Industry, Stage string // of the company; "" unknown
	Notice          *Notice
}

// Notice is what a WARN notice says beyond the rest.
type Notice struct {
	ID        string     // of the archive it comes from; "" for none
	Effective model.Date // when the jobs end
	Temporary bool
	Closure   bool // of the whole site
	Amendment bool // it corrects an earlier notice of the same site
}

// Events reads what happened to companies, as [Source.Records] reads people.
func (s *Source) Events() iter.Seq2[Event, *Problem] {
	return func(yield func(Event, *Problem) bool) {
		if !s.OfCompanies() {
			s.err = fmt.Errorf("read %s: it tells of people, not of what happened to companies", s.name)
			return
		}
		s.each(func(sh *sheet, cells []cell, line int, bad *Problem) bool {
			if bad != nil {
				return yield(Event{}, bad)
			}
			b := eventBuilder{cols: sh.cols, line: line}
			e, ok := b.build(cells, sh.cols.dialect == warnNotices)
			for _, p := range b.problems {
				p.File = sh.file
				if !yield(Event{}, p) {
					return false
				}
			}
			return !ok || yield(e, nil)
		})
	}
}

// eventBuilder turns the cells of a row into an event.
type eventBuilder struct {
	cols     *columns
	line     int
	problems []*Problem
	e        Event
	n        Notice
	country  string
	state    string
}

// build is the event of a row; ok is false without a company or a date.
func (b *eventBuilder) build(cells []cell, notice bool) (e Event, ok bool) {
	b.e.Row = b.line
	for _, c := range cells {
		if text := model.CleanLine(c.text); !isNothing(text) && len(text) <= maxEventCell {
			b.put(&b.cols.list[c.col], text)
		}
	}
	b.e.Place = cmp.Or(joined(", ", b.e.Place, b.state), b.country)
	if notice {
		b.e.Date = cmp.Or(b.e.Date, b.n.Effective)
		b.e.Notice = &b.n
	}
	why := ""
	switch {
	case model.CompanyKey(b.e.Company) == "":
		why = "the row names no company"
	case !b.e.Date.Known():
		why = "the row has no date"
	default:
		return b.e, true
	}
	b.problems = append(b.problems[:0], &Problem{Line: b.line, Reason: why, Value: Shown(b.e.Company), Skipped: true})
	return Event{}, false
}

// maxEventCell is how long a cell of an event may be, in bytes; longer ones are
// no part of a signal.
const maxEventCell = 1000

// isNothing reports whether a text says that nothing is known.
func isNothing(text string) bool {
	switch strings.ToLower(text) {
	case "", "null", "none", "n/a", "na", "nan", "-", "unknown", "unclear", "tbd":
		return true
	}
	return false
}

func (b *eventBuilder) put(col *column, text string) {
	switch col.field {
	case fieldCompany:
		b.e.Company = text
	case fieldLocation:
		b.e.Place = text
	case fieldState:
		b.state = text
	case fieldCountry:
		b.country = text
	case fieldIndustry:
		b.e.Industry = text
	case fieldStage:
		b.e.Stage = text
	case fieldDate:
		b.date(&b.e.Date, col, text)
	case fieldEffective:
		b.date(&b.n.Effective, col, text)
	case fieldJobs:
		b.jobs(col, text)
	case fieldShare:
		b.share(col, text)
	case fieldNoticeID:
		if !strings.ContainsAny(text, " :,") {
			b.n.ID = text
		}
	case fieldTemporary:
		b.n.Temporary = isYes(text)
	case fieldClosure:
		b.n.Closure = isYes(text)
	case fieldAmendment:
		b.n.Amendment = isYes(text)
	}
}

func (b *eventBuilder) report(col *column, reason, value string) {
	b.problems = append(b.problems, &Problem{Line: b.line, Column: col.header, Reason: reason, Value: Shown(value)})
}

func (b *eventBuilder) date(to *model.Date, col *column, text string) {
	d, err := model.ParseDate(text)
	if err != nil {
		b.report(col, "not a date, left out: write it like 2024-03-12", text)
		return
	}
	*to = d
}

// jobs takes a count: 1600, 1,600, 1600.0, ~500, 500+.
func (b *eventBuilder) jobs(col *column, text string) {
	n, err := strconv.ParseFloat(strings.Trim(strings.ReplaceAll(text, ",", ""), "~+ "), 64)
	if err != nil || !(n >= 0 && n <= 10e6) {
		b.report(col, "not a number of jobs, left out: write it like 1600", text)
		return
	}
	b.e.Jobs = int(n)
}

// share takes a share of staff: 20%, or 0.2; a bare number above 1 is percent.
func (b *eventBuilder) share(col *column, text string) {
	number, percent := strings.CutSuffix(text, "%")
	x, err := strconv.ParseFloat(strings.Trim(number, "~+ "), 64)
	if err == nil && !percent && x <= 1 {
		x *= 100
	}
	if err != nil || !(x >= 0 && x <= 100) {
		b.report(col, "not a share of staff, left out: write it like 20% or 0.2", text)
		return
	}
	b.e.Share = math.Round(x*100) / 100
}

func isYes(text string) bool {
	switch strings.ToLower(text) {
	case "true", "t", "yes", "y", "1":
		return true
	}
	return false
}
