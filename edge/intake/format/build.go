package format

import (
	"cmp"
	"fmt"
	"strings"

	"talentmap/model"
)

// builder turns the cells of a row into a person.
type builder struct {
	cols     *columns
	cell     int  // bytes a cell may have
	nameless bool // a row need not name anybody

	line     int
	problems []*Problem // of the row that was built last
	p        model.Person
	parts    parts
}

// parts are what a person is put together from when all cells are read.
type parts struct {
	first, middle, last, suffix string
	login                       string
	city, state, country        string
	job                         model.Position
	held                        map[string]string // for the dialect's finish
	place                       *Place            // on a talent map
}

// build is the record of a row; ok is false when it names nobody. What could
// not be taken is in b.problems.
func (b *builder) build(line int, cells []cell) (rec Record, ok bool) {
	b.line, b.problems, b.p, b.parts = line, b.problems[:0], model.Person{}, parts{}
	for _, c := range cells {
		col := &b.cols.list[c.col]
		if len(c.text) > b.cell && !col.ours {
			b.report(col, fmt.Sprintf("the cell is longer than %s and was left out", size(int64(b.cell))), c.text)
			continue
		}
		b.put(col, c)
	}
	b.name()
	if b.p.Name == "" && !b.nameless {
		first := ""
		if len(cells) > 0 {
			first = cells[0].text
		}
		b.problems = append(b.problems[:0], &Problem{Line: line, Reason: "the row has no name", Value: Shown(first), Skipped: true})
		return Record{}, false
	}
	b.place()
	b.position()
	if b.cols.dialect.finish != nil {
		b.cols.dialect.finish(&b.p, b.parts.held)
	}
	rec = Record{Row: line, Person: b.p}
	if p := b.parts.place; p != nil && p.Rank > 0 {
		rec.Place = p
	}
	return rec, true
}

// Bounds on what one row may hold, so that a hostile one cannot cost much.
const (
	maxList     = 500 // entries of a list: skills, tags, positions
	maxProblems = 100 // problems reported
)

func (b *builder) report(col *column, reason, value string) {
	if len(b.problems) >= maxProblems {
		return
	}
	b.problems = append(b.problems, &Problem{Line: b.line, Column: col.header, Reason: reason, Value: Shown(value)})
}

// put takes one cell in.
func (b *builder) put(col *column, c cell) {
	p, text := &b.p, c.text
	if col.html {
		text = plainText(text)
	}
	switch col.field {
	case fieldEmail, fieldPhone, fieldLink, fieldSkills, fieldTags, fieldExternalID, fieldMotivators:
		b.putEach(col, c)
	case fieldZone:
		b.zone(col, text)
	case fieldStart:
		b.date(&b.parts.job.Start, col, text)
	case fieldEnd:
		b.date(&b.parts.job.End, col, text)
	case fieldDuties:
		b.text(&b.parts.job.Summary, col, text)
	case fieldHistory:
		b.history(col, text)
	case fieldNotes:
		b.text(&p.Notes, col, text)
	case fieldSummary:
		b.text(&p.Summary, col, text)
	case fieldHeld:
		b.hold(col.prefix, text)
	case fieldProfile, fieldSkillSet, fieldTold, fieldContent:
		b.nested(col, text)
	case fieldCustom:
		b.custom(col, text)
	default:
		if b.own(col, c) {
			return
		}
		if to := b.lineOf(col.field); to != nil {
			b.oneLine(to, col, text)
		}
	}
}

// putEach takes a cell in that may hold several values.
func (b *builder) putEach(col *column, c cell) {
	if !col.ours {
		b.putList(col, c)
		return
	}
	for _, part := range listed(c) {
		if part = strings.TrimSpace(part); part != "" {
			b.putList(col, cell{col: c.col, text: part, whole: true})
		}
	}
}

func (b *builder) putList(col *column, c cell) {
	p := &b.p
	switch col.field {
	case fieldEmail:
		b.emails(col, c)
	case fieldPhone:
		b.addEach(col, &p.Contact.Phones, c, ";|")
	case fieldLink:
		b.link(col, c)
	case fieldSkills:
		b.addEach(col, &p.Skills, c, ";,|")
	case fieldTags:
		b.tags(col, c)
	case fieldExternalID:
		b.add(col, &p.Contact.ExternalIDs, col.prefix+model.CleanLine(c.text))
	case fieldMotivators:
		b.motivator(col, c.text)
	}
}

// lineOf is the one-line field that a column fills; nil for one that is left
// out.
func (b *builder) lineOf(f field) *string {
	switch n := &b.parts; f {
	case fieldName:
		return &b.p.Name
	case fieldFirst:
		return &n.first
	case fieldMiddle:
		return &n.middle
	case fieldLast:
		return &n.last
	case fieldSuffix:
		return &n.suffix
	case fieldLogin:
		return &n.login
	case fieldTitle:
		return &n.job.Title
	case fieldCompany:
		return &n.job.Company
	case fieldLocation:
		return &b.p.Location
	case fieldCity:
		return &n.city
	case fieldState:
		return &n.state
	case fieldCountry:
		return &n.country
	case fieldHeadline:
		return &b.p.Headline
	}
	return nil
}

// oneLine fills a one-line field; a second, different value is kept as custom.
func (b *builder) oneLine(to *string, col *column, text string) {
	text = model.CleanLine(text)
	switch {
	case *to == "":
		*to = text
	case text != "" && !model.SameText(*to, text):
		b.custom(col, text)
	}
}

// text fills a field of many lines; a second value goes below the first.
func (b *builder) text(to *string, col *column, text string) {
	text = cleanBlock(text)
	switch {
	case text == "" || *to == text:
	case *to == "":
		*to = text
	default:
		*to += "\n" + text
	}
}

func cleanBlock(s string) string { return strings.TrimSpace(model.CleanText(s)) }

// custom keeps what no field takes under the column's own name.
func (b *builder) custom(col *column, text string) {
	text = cleanBlock(text)
	if text == "" {
		return
	}
	m := &b.p.Background.Custom
	if *m == nil {
		*m = make(map[string]string, 4)
	}
	if have := (*m)[col.header]; have != "" {
		if have == text {
			return
		}
		if len(have)+len("; ")+len(text) > b.cell {
			b.report(col, fmt.Sprintf("more than %s in all: the rest was left out", size(int64(b.cell))), "")
			return
		}
		text = have + "; " + text
	}
	(*m)[col.header] = text
}

func (b *builder) date(to *model.Date, col *column, text string) {
	d, err := model.ParseDate(text)
	if err != nil {
		b.report(col, "not a date, left out: write it like 2024-03-12, 2024-03 or 2024", text)
		return
	}
	*to = d
}

func (b *builder) name() {
	n := &b.parts
	if b.p.Name == "" {
		b.p.Name = cmp.Or(joined(" ", n.first, n.middle, n.last, n.suffix), n.login)
	}
	if n.login != "" {
		b.hold("login", n.login)
	}
}

func (b *builder) place() {
	n := &b.parts
	if b.p.Location == "" {
		b.p.Location = joined(", ", n.city, n.state, n.country)
	}
}

// position adds the row's own job to its history, where it is not there yet.
func (b *builder) position() {
	job := b.parts.job
	if job.Company == "" && job.Title == "" {
		return
	}
	b.ordered(&job, "")
	for _, q := range b.p.Positions {
		if model.SameText(q.Company, job.Company) && model.SameText(q.Title, job.Title) {
			return
		}
	}
	b.p.Positions = append([]model.Position{job}, b.p.Positions...)
}

// ordered takes the dates off a position that ends before it starts.
func (b *builder) ordered(pos *model.Position, header string) {
	if !pos.Start.Known() || !pos.End.Known() || !pos.End.Last().Before(pos.Start.Time()) {
		return
	}
	b.report(&column{header: header}, "the position ends before it starts: both dates were left out", pos.Start.String()+" to "+pos.End.String())
	pos.Start, pos.End = 0, 0
}

func joined(sep string, parts ...string) string {
	var out []string
	for _, p := range parts {
		if p != "" {
			out = append(out, p)
		}
	}
	return strings.Join(out, sep)
}
