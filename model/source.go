package model

import "strings"

// Source is where files keep coming from: the same export of the same tool, taken
// again and again. What it said last of each person is a [Statement], so that a
// newer file tells what has changed.
type Source struct {
	ID  SourceID `cbor:"1,keyasint"`
	Rev Rev      `cbor:"-"`

	Name    string   `cbor:"2,keyasint"`           // the file's name without its date: "legislators"
	Dialect string   `cbor:"3,keyasint,omitempty"` // what kind of file
	AsOf    Date     `cbor:"4,keyasint,omitempty"` // the day that the newest file tells of
	Import  ImportID `cbor:"5,keyasint,omitempty"` // the newest import from it
	Owner   string   `cbor:"6,keyasint,omitempty"` // who brings its files
	// Header tells the header set of a file that is of no known tool, so that two
	// lists of one's own are two sources; "" for a dialect that is known.
	Header string `cbor:"7,keyasint,omitempty"`
	// Columns is how a person said that such a file is to be read: the field that
	// each header means. Empty where the guess was right.
	Columns map[string]string `cbor:"8,keyasint,omitempty"`
}

// Statement is what a source said last of a person. It is kept beside the
// person's record, which people correct by hand and other sources add to: a
// newer file is compared with this, and never with their corrections.
type Statement struct {
	Source SourceID `cbor:"1,keyasint"`
	Person PersonID `cbor:"2,keyasint"`
	Rev    Rev      `cbor:"-"`

	AsOf Date `cbor:"3,keyasint,omitempty"` // the day that it tells of
	Gone Date `cbor:"4,keyasint,omitempty"` // the first file that no longer had the person; 0: the newest one has

	Name      string     `cbor:"5,keyasint,omitempty"`
	Location  string     `cbor:"6,keyasint,omitempty"`
	Headline  string     `cbor:"7,keyasint,omitempty"`
	Summary   string     `cbor:"8,keyasint,omitempty"`
	Skills    []string   `cbor:"9,keyasint,omitempty"`
	Positions []Position `cbor:"10,keyasint,omitempty"` // without the IDs of companies
	Contact   Contact    `cbor:"12,keyasint,omitzero"`  // without the source's own numbers
	Tags      []string   `cbor:"13,keyasint,omitempty"`
	Hireable  string     `cbor:"11,keyasint,omitempty"` // true or false, where the source has such a column

	Motivators []Motivator `cbor:"14,keyasint,omitempty"` // of a file that talentmap has exported
	Research   Research    `cbor:"15,keyasint,omitzero"`  // the same
}

// StatementOf is what a record of a source says of a person on a day.
func StatementOf(source SourceID, p *Person, asOf Date) Statement {
	st := Statement{
		Source: source, Person: p.ID, AsOf: asOf,
		Name: p.Name, Location: p.Location, Headline: p.Headline, Summary: p.Summary, Skills: p.Skills,
		Contact: p.Contact, Tags: p.Background.Tags, Motivators: p.Motivators, Research: p.Outreach.Research,
	}
	st.Contact.ExternalIDs = nil
	for header, value := range p.Background.Custom {
		if strings.EqualFold(header, hireable) {
			st.Hireable = value
		}
	}
	if len(p.Positions) > 0 {
		st.Positions = make([]Position, len(p.Positions))
		for i, pos := range p.Positions {
			st.Positions[i], st.Positions[i].CompanyID = pos, 0
		}
	}
	return st
}

// Said is the person as the source described her, to compare with what it says
// now.
func (st *Statement) Said() Person {
	p := Person{
		ID: st.Person, Name: st.Name, Location: st.Location, Headline: st.Headline,
		Summary: st.Summary, Skills: st.Skills, Positions: st.Positions, Contact: st.Contact, Motivators: st.Motivators,
	}
	p.Outreach.Research = st.Research
	p.Background.Tags = st.Tags
	if st.Hireable != "" {
		p.Background.Custom = map[string]string{hireable: st.Hireable}
	}
	return p
}

// hireable is the column in which GitHub says that someone is open to offers.
const hireable = "hireable"
