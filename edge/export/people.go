package export

import (
	"encoding/json"
	"fmt"
	"io"
	"iter"
	"strings"
	"time"

	"talentmap/model"
)

// peopleHeader names the columns of [PeopleCSV]. The first thirteen and the
// last two are names that an import knows. It is "outreach state", because a plain
// "state" is part of an address.
var peopleHeader = []string{
	"name", "e-mail", "phone", "profile url", "title", "company", "location", "since",
	"headline", "skills", "tags", "notes", "summary",
	"motivators", "outreach state", "next due", "owner", "lock", "lock until", "job_history_json", "id",
}

// separator stands between the entries of a list in one cell.
const separator = "; "

// PeopleCSV writes people as CSV, a row each: the title, company and start of
// the current position as of now, or else the title and company of the last,
// lists in one cell separated by semicolons, dates to the precision known, and
// a lock that holds on the day of now. Every cell passes [model.GuardCell].
func PeopleCSV(w io.Writer, people iter.Seq2[model.Person, error], now time.Time) error {
	out, err := newTable(w, peopleHeader)
	if err != nil {
		return err
	}
	for p, err := range people {
		if err != nil {
			return fmt.Errorf("read people to export: %w", err)
		}
		row, err := peopleRow(&p, now)
		if err != nil {
			return fmt.Errorf("export %s: %w", p.ID, err)
		}
		if err := out.write(row); err != nil {
			return err
		}
	}
	return out.close()
}

func peopleRow(p *model.Person, now time.Time) ([]string, error) {
	history, err := jobHistory(p.Positions)
	if err != nil {
		return nil, err
	}
	motivators := make([]string, len(p.Motivators))
	for i, m := range p.Motivators {
		motivators[i] = string(m)
	}
	job, o := p.Latest(now), outreachOf(p.Outreach, now)
	return []string{
		p.Name, strings.Join(p.Contact.Emails, separator), strings.Join(p.Contact.Phones, separator), links(p.Contact.Links),
		job.Title, job.Company, p.Location, p.Since(now).String(),
		p.Headline, strings.Join(p.Skills, separator), strings.Join(p.Background.Tags, separator), p.Notes,
		p.Summary, strings.Join(motivators, separator), string(o.State), o.Next, o.Owner, string(o.Lock), o.LockUntil,
		history, p.ID.String(),
	}, nil
}

// links are profile links as a browser takes them.
func links(normalized []string) string {
	full := make([]string, len(normalized))
	for i, l := range normalized {
		full[i] = "https://" + l
	}
	return strings.Join(full, separator)
}

// term is one position in job_history_json.
type term struct {
	Company  string `json:"company"`
	Title    string `json:"title"`
	Location string `json:"location,omitempty"`
	From     string `json:"from,omitempty"`
	Until    string `json:"until,omitempty"`
}

// jobHistory is all positions as JSON, newest first; "" for none.
func jobHistory(positions []model.Position) (string, error) {
	if len(positions) == 0 {
		return "", nil
	}
	terms := make([]term, len(positions))
	for i, q := range positions {
		terms[i] = term{q.Company, q.Title, q.Location, q.Start.String(), q.End.String()}
	}
	var b strings.Builder
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(terms); err != nil {
		return "", fmt.Errorf("write the positions: %w", err)
	}
	return strings.TrimSuffix(b.String(), "\n"), nil
}

// PeopleJSON writes people as one JSON array, an object a line, with the keys
// id, name, emails, phones, links, title, company, since, location, headline,
// summary, skills, tags, notes, state, next, owner, lock, lock_until,
// motivators and positions (company, title, location, start, end). The title,
// since and the lock are as of now; dates are ISO 8601 to the precision known.
func PeopleJSON(w io.Writer, people iter.Seq2[model.Person, error], now time.Time) error {
	out := newArray(w)
	for p, err := range people {
		if err != nil {
			return fmt.Errorf("read people to export: %w", err)
		}
		if err := out.write(personOf(&p, now)); err != nil {
			return err
		}
	}
	return out.close()
}
