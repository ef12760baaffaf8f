package sample

import (
	"math/rand/v2"
	"time"

	"talentmap/model"
)

// Segment is a made-up market: its companies and people, what was seen and
// said, two maps, one open role and a shelf. Nothing in it has an ID of its own yet;
// references are by place: PersonID(i+1) is People[i], CompanyID(i+1) is
// Companies[i], MapID(i+1) is Maps[i]. See [Segment.Renumber].
//
// Where a recruiter's name is empty it is that of whoever loads the sample. See
// [Segment.Assign].
type Segment struct {
	Companies []model.Company
	People    []model.Person
	Signals   []model.Signal
	Touches   []model.Touch
	Drafts    []model.Draft
	Maps      []model.Map
	Roles     []model.Role
	Shelf     []model.ShelfItem
}

// How many people work in each of the two functions.
const (
	engineers = 88
	designers = 32
)

// builder makes one segment. subjects[i] is what it knows about People[i]
// beyond the record.
type builder struct {
	r        *rand.Rand
	now      time.Time
	seg      Segment
	subjects []subject
}

// subject is who a person is to those who write to her.
type subject struct {
	given string
	track *track
	owns  string
	level int // on the ladder of her title
	works []work
}

// Build makes the segment of a seed as of now. It is pure: the same seed gives
// the same people, and only the dates follow now.
func Build(seed uint64, now time.Time) Segment {
	b := &builder{r: rand.New(rand.NewPCG(seed, 0)), now: now}
	b.seg.Companies = companies(now)
	b.people()
	b.maps()
	b.outreach()
	b.drafts()
	b.signals()
	b.seg.Roles = []model.Role{{
		Title: "Staff Engineer, Ledger", Company: "Tidewater Clearing", Location: "Dublin, Ireland, or remote in Europe",
		Maps: []model.MapID{1}, Must: []string{"PostgreSQL", "Kafka", "Go"},
		Nice:   []string{"Double-entry ledgers", "TLA+"},
		Offers: []model.Motivator{model.Scope, model.Technology}, Opened: b.day(-12), Origin: origin(now),
		Words: map[model.Motivator]string{
			model.Scope:      "owns the ledger from the first posting on, with a say in who joins",
			model.Technology: "a ledger in Go and PostgreSQL, begun anew and without the nightly batch",
		},
	}}
	b.seg.Shelf = b.shelf()
	return b.seg
}

// day is the date so many days from now, negative in the past.
func (b *builder) day(days int) model.Date { return model.DateOf(b.now.AddDate(0, 0, days)) }

// chance is true in one of n cases.
func (b *builder) chance(n int) bool { return b.r.IntN(n) == 0 }

// id is the provisional ID of People[i].
func id(i int) model.PersonID { return model.PersonID(i + 1) }
