package main

import (
	"slices"

	"talentmap/edge/intake"
	"talentmap/edge/intake/format"
	"talentmap/model"
)

// importJSON is what `import --json` says of one file.
type importJSON struct {
	File     string `json:"file"`
	Import   string `json:"import,omitempty"`
	Dialect  string `json:"dialect"`
	Encoding string `json:"encoding"`
	Rows     int    `json:"rows"`
	People   int    `json:"people,omitempty"` // whom the rows tell of; none in a file of companies
	New      int    `json:"new"`
	Changed  int    `json:"changed"`
	Same     int    `json:"same"`
	Review   int    `json:"review"`
	Erased   int    `json:"erased"`
	Bad      int    `json:"bad"`
	Locked   int    `json:"locked,omitempty"` // whom the file locks
	Noted    int    `json:"noted,omitempty"`  // of the same: people of whom the source tells for the first time

	Source  string                 `json:"source,omitempty"` // what the file was compared with
	Since   string                 `json:"since,omitempty"`  // the day of its file before
	AsOf    string                 `json:"as_of,omitempty"`  // the day that this file tells of
	Older   bool                   `json:"older,omitempty"`
	Missing int                    `json:"missing,omitempty"` // too many to have gone
	Counts  map[model.NewsKind]int `json:"news_counts,omitempty"`
	News    []newsJSON             `json:"news"`

	Map      string `json:"map,omitempty"`        // the talent map that new people go onto
	OntoMap  int    `json:"onto_map,omitempty"`   // how many did
	NotOnMap int    `json:"not_on_map,omitempty"` // how many it had no room for

	Columns  []columnJSON  `json:"columns"`
	Problems []problemJSON `json:"problems"`
}

// columnJSON is how a column was read.
type columnJSON struct {
	Header string `json:"header"`
	Use    string `json:"use"`
	Said   bool   `json:"said,omitempty"` // by --column, or by a person before

	Guessed bool `json:"guessed,omitempty"` // by what stands in it
}

// newsJSON is one thing that has changed for a person.
type newsJSON struct {
	Person     string         `json:"person"`
	Name       string         `json:"name"`
	Kind       model.NewsKind `json:"kind"`
	From       string         `json:"from,omitempty"`
	To         string         `json:"to,omitempty"`
	Date       string         `json:"date,omitempty"`
	NotBefore  string         `json:"not_before,omitempty"`
	Confidence float64        `json:"confidence"`
	Evidence   string         `json:"evidence,omitempty"`
	Meaning    string         `json:"meaning,omitempty"`
}

type problemJSON struct {
	File    string `json:"file,omitempty"` // the entry of an archive
	Line    int    `json:"line"`
	Column  string `json:"column,omitempty"`
	Reason  string `json:"reason"`
	Value   string `json:"value,omitempty"`
	Skipped bool   `json:"skipped"`
}

func describeImport(src *format.Source, id model.ImportID, onto string, p intake.Outcome) importJSON {
	out := importJSON{
		File: src.Name(), Dialect: p.Dialect, Encoding: p.Encoding, Rows: p.Rows, People: p.People, Noted: p.Noted, Locked: p.Locked,
		New: p.New, Changed: p.Changed, Same: p.Same + p.Repeated, Review: p.Review, Erased: p.Erased, Bad: p.Bad, Problems: []problemJSON{},
		Source: p.Source, AsOf: p.AsOf.String(), Older: p.Older, Missing: p.Missing, Counts: p.News, News: []newsJSON{}, Columns: []columnJSON{},
	}
	if p.Since.Known() {
		out.Since = p.Since.String()
	}
	for i := range p.Told {
		n := &p.Told[i]
		out.News = append(out.News, newsJSON{
			Person: n.Person.String(), Name: n.Name, Kind: n.Kind, From: n.From, To: n.To, Date: n.Date.String(),
			NotBefore: n.NotBefore.String(), Confidence: n.Confidence, Evidence: n.Evidence, Meaning: n.Meaning,
		})
	}
	if id != 0 {
		out.Import = id.String()
	}
	out.Map, out.OntoMap, out.NotOnMap = onto, p.Placed, p.Unplaced
	said := src.Mapping()
	for _, c := range p.Columns {
		out.Columns = append(out.Columns, columnJSON{c.Header, c.Use, slices.ContainsFunc(said, func(m format.Mapped) bool {
			return format.HeaderKey([]string{m.Header}) == format.HeaderKey([]string{c.Header})
		}), c.Guessed})
	}
	for _, pr := range p.Problems {
		out.Problems = append(out.Problems, problemJSON{pr.File, pr.Line, pr.Column, pr.Reason, pr.Value, pr.Skipped})
	}
	return out
}
