package intake

import (
	"fmt"
	"strings"

	"talentmap/model"
)

// builder turns the cells of a row into a person.
type builder struct {
	cols *columns
	cell int // bytes a cell may have

	line     int
	problems []*Problem // of the row that was built last
	p        model.Person
	parts    parts
}

// parts are what a person is put together from when all cells are read.
type parts struct {
	first, middle, last, suffix string
	city, state, country        string
	job                         model.Position
}

// build is the record of a row; ok is false when it names nobody. What could
// not be taken is in b.problems.
func (b *builder) build(line int, cells []cell) (rec Record, ok bool) {
	b.line, b.problems, b.p, b.parts = line, b.problems[:0], model.Person{}, parts{}
	for _, c := range cells {
		col := &b.cols.list[c.col]
		if len(c.text) > b.cell {
			b.report(col, fmt.Sprintf("the cell is longer than %s and was left out", size(int64(b.cell))), c.text)
			continue
		}
		b.put(col, c)
	}
	b.name()
	if b.p.Name == "" {
		first := ""
		if len(cells) > 0 {
			first = cells[0].text
		}
		b.problems = append(b.problems[:0], &Problem{Line: line, Reason: "the row has no name", Value: shown(first), Skipped: true})
		return Record{}, false
	}
	b.place()
	b.position()
	if b.cols.dialect.finish != nil {
		b.cols.dialect.finish(&b.p)
	}
	return Record{Row: line, Person: b.p}, true
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
	b.problems = append(b.problems, &Problem{Line: b.line, Column: col.header, Reason: reason, Value: shown(value)})
}

// put takes one cell in.
func (b *builder) put(col *column, c cell) {
	p, text := &b.p, c.text
	if col.html {
		text = plainText(text)
	}
	switch col.field {
	case fieldName:
		b.oneLine(&p.Name, col, text)
	case fieldFirst:
		b.oneLine(&b.parts.first, col, text)
	case fieldMiddle:
		b.oneLine(&b.parts.middle, col, text)
	case fieldLast:
		b.oneLine(&b.parts.last, col, text)
	case fieldSuffix:
		b.oneLine(&b.parts.suffix, col, text)
	case fieldEmail:
		b.emails(col, text)
	case fieldPhone:
		b.addEach(col, &p.Contact.Phones, c, ";|")
	case fieldLink:
		b.link(col, text)
	case fieldTitle:
		b.oneLine(&b.parts.job.Title, col, text)
	case fieldCompany:
		b.oneLine(&b.parts.job.Company, col, text)
	case fieldStart:
		b.date(&b.parts.job.Start, col, text)
	case fieldEnd:
		b.date(&b.parts.job.End, col, text)
	case fieldHistory:
		b.history(col, text)
	case fieldLocation:
		b.oneLine(&p.Location, col, text)
	case fieldCity:
		b.oneLine(&b.parts.city, col, text)
	case fieldState:
		b.oneLine(&b.parts.state, col, text)
	case fieldCountry:
		b.oneLine(&b.parts.country, col, text)
	case fieldSkills:
		b.addEach(col, &p.Skills, c, ";,|")
	case fieldTags:
		b.addEach(col, &p.Background.Tags, c, ";,|")
	case fieldNotes:
		b.text(&p.Notes, col, text)
	case fieldHeadline:
		b.oneLine(&p.Headline, col, text)
	case fieldSummary:
		b.text(&p.Summary, col, text)
	case fieldExternalID:
		b.add(col, &p.Contact.ExternalIDs, col.prefix+model.CleanLine(text))
	case fieldCustom:
		b.custom(col, text)
	}
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
		if text = have + "; " + text; len(text) > b.cell {
			b.report(col, fmt.Sprintf("more than %s in all: the rest was left out", size(int64(b.cell))), "")
			return
		}
	}
	(*m)[col.header] = text
}

func (b *builder) emails(col *column, text string) {
	for part := range strings.FieldsFuncSeq(text, func(r rune) bool { return r == ';' || r == ',' || r == '|' }) {
		address, ok := model.NormalizeEmail(part)
		if ok {
			b.add(col, &b.p.Contact.Emails, address)
		} else if part = strings.TrimSpace(part); part != "" {
			b.report(col, "not an e-mail address: kept as a custom field", part)
			b.custom(col, part)
		}
	}
}

func (b *builder) link(col *column, text string) {
	for part := range strings.FieldsFuncSeq(text, func(r rune) bool { return r == ';' || r == ',' || r == '|' || r == ' ' || r == '\n' }) {
		full := part
		if col.prefix != "" && !strings.ContainsAny(part, "./") {
			full = col.prefix + strings.TrimPrefix(part, "@")
		}
		if l := model.NormalizeLink(full); l != "" {
			b.add(col, &b.p.Contact.Links, l)
			continue
		}
		b.report(col, "not a link to a person: kept as a custom field", part)
		b.custom(col, part)
	}
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
		b.p.Name = joined(" ", n.first, n.middle, n.last, n.suffix)
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

// addEach adds the parts of a cell to a list.
func (b *builder) addEach(col *column, list *[]string, c cell, seps string) {
	if c.whole {
		b.add(col, list, model.CleanLine(c.text))
		return
	}
	separates := func(r rune) bool { return strings.ContainsRune(seps, r) }
	for part := range strings.FieldsFuncSeq(c.text, separates) {
		b.add(col, list, model.CleanLine(strings.TrimSpace(part)))
	}
}

// add adds a text to a list that does not have it.
func (b *builder) add(col *column, list *[]string, s string) {
	if len(*list) >= maxList {
		b.report(col, fmt.Sprintf("more than %d entries: the rest was left out", maxList), s)
		return
	}
	*list = united(*list, s)
}

// united is a list with s in it once, whatever its case.
func united(list []string, s string) []string {
	if s == "" {
		return list
	}
	for _, have := range list {
		if strings.EqualFold(have, s) {
			return list
		}
	}
	return append(list, s)
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
