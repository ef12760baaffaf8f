package export

import (
	"time"

	"talentmap/model"
)

// column is a column of a table of people.
type column struct {
	header string
	of     func(*entry) (string, error)
}

// entry is a person as she is written out, with her place where the table is of a
// talent map.
type entry struct {
	*model.Person
	now      time.Time
	job      model.Position // the current one, else the last
	outreach outreach
	Ranked   // of a map
}

func newEntry(p *model.Person, now time.Time) *entry {
	return &entry{Person: p, now: now, job: p.Latest(now), outreach: outreachOf(p.Outreach, now)}
}

// text is a column of one text.
func text(header string, of func(*entry) string) column {
	return column{header, func(e *entry) (string, error) { return of(e), nil }}
}

// texts is a column of a list, see [listCell].
func texts(header string, of func(*entry) []string) column {
	return column{header, func(e *entry) (string, error) { return listCell(of(e)) }}
}

// objects is a column of a list of what has several parts, as JSON.
func objects[T any](header string, of func(*entry) []T) column {
	return column{header, func(e *entry) (string, error) { return jsonCell(of(e)) }}
}

// peopleColumns are those of [PeopleCSV], under names that an import knows. It is
// "outreach state", because a plain "state" is part of an address.
var peopleColumns = []column{
	text("name", func(e *entry) string { return e.Name }),
	texts("e-mail", func(e *entry) []string { return e.Contact.Emails }),
	texts("phone", func(e *entry) []string { return e.Contact.Phones }),
	texts("profile url", func(e *entry) []string { return urls(e.Contact.Links) }),
	text("title", func(e *entry) string { return e.job.Title }),
	text("company", func(e *entry) string { return e.job.Company }),
	text("location", func(e *entry) string { return e.Location }),
	text("time zone", func(e *entry) string { return e.Zone }),
	text("since", func(e *entry) string { return e.Since(e.now).String() }),
	text("headline", func(e *entry) string { return e.Headline }),
	texts("skills", func(e *entry) []string { return e.Skills }),
	texts("tags", func(e *entry) []string { return e.Background.Tags }),
	text("notes", func(e *entry) string { return e.Notes }),
	text("summary", func(e *entry) string { return e.Summary }),
	texts("motivators", func(e *entry) []string { return motivators(e.Motivators) }),
	text("outreach state", func(e *entry) string { return string(e.outreach.State) }),
	text("next due", func(e *entry) string { return e.outreach.Next }),
	text("owner", func(e *entry) string { return e.outreach.Owner }),
	text("lock", func(e *entry) string { return string(e.outreach.Lock) }),
	text("lock until", func(e *entry) string { return e.outreach.LockUntil }),
	text("lock why", func(e *entry) string { return e.outreach.LockWhy }),
	objects("job_history_json", func(e *entry) []term { return terms(e.Positions) }),
	objects("research_json", func(e *entry) []finding { return findings(&e.Outreach.Research) }),
	objects("content_json", func(e *entry) []published { return publications(e.Background.Content) }),
	objects("connections_json", func(e *entry) []acquaintance { return acquaintances(e.Background.Connections) }),
	objects("custom_json", func(e *entry) []field { return fields(e.Background.Custom) }),
	texts("external ids", func(e *entry) []string { return e.Contact.ExternalIDs }),
	text("id", func(e *entry) string { return e.ID.String() }),
}

// headers are the names of columns.
func headers(cols []column) []string {
	names := make([]string, len(cols))
	for i, c := range cols {
		names[i] = c.header
	}
	return names
}

// row is the cells of a person.
func row(cols []column, e *entry) (cells []string, err error) {
	cells = make([]string, len(cols))
	for i, c := range cols {
		if cells[i], err = c.of(e); err != nil {
			return nil, err
		}
	}
	return cells, nil
}
