package sample

import (
	"encoding/csv"
	"fmt"
	"io"
	"strings"
)

// csvHeader is the header line that [WriteCSV] writes.
var csvHeader = []string{
	"first name", "last name", "email", "profile url", "title", "company",
	"location", "start date", "skills", "notes",
}

// crowdNotes are what a recruiter would have typed beside a name.
var crowdNotes = []string{
	"", "", "", "met at a meetup, left a card", "recommended by a former colleague",
	"asked for news next spring", "prefers messages in the evening", "speaks German, \"a little\" Polish",
}

// WriteCSV writes the [Crowd] of n people as the file a recruiter would have:
// one row a person with the current job only, a start date such as 2024-03, and
// skills separated by semicolons. It holds one row in memory.
func WriteCSV(w io.Writer, seed uint64, n int) error {
	out := csv.NewWriter(w)
	if err := out.Write(csvHeader); err != nil {
		return fmt.Errorf("write the header of a crowd: %w", err)
	}
	f := newCrowdFactory(seed)
	row := make([]string, len(csvHeader))
	for i := range n {
		p, name := f.person(i)
		job := p.Positions[0]
		row = append(row[:0], name.given, name.family, p.Contact.Emails[0], "https://"+p.Contact.Links[0],
			job.Title, job.Company, p.Location, job.Start.String(), strings.Join(p.Skills, "; "),
			crowdNotes[i%len(crowdNotes)])
		if err := out.Write(row); err != nil {
			return fmt.Errorf("write row %d of a crowd: %w", i+2, err)
		}
	}
	out.Flush()
	if err := out.Error(); err != nil {
		return fmt.Errorf("write a crowd of %d: %w", n, err)
	}
	return nil
}
