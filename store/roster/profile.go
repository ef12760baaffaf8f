package roster

import (
	"errors"
	"fmt"
	"time"

	"talentmap/model"
	"talentmap/scoring"
	"talentmap/store"
)

// Profile is everything held and judged of one person at one moment: what a
// page, a preview or `talentmap show` says of her.
type Profile struct {
	Person    model.Person
	Company   model.Company   // her present employer, zero when not known
	Employers []model.Company // all where she works now, for the gate
	Signals   []model.Signal
	Touches   []model.Touch // oldest first
	Draft     model.Draft   // empty when there is none
	ReadAt    model.Rev     // the store's revision when it was read
	Judged

	cadence *model.Cadence
}

// Judged is what scoring makes of the facts.
type Judged struct {
	Latest      model.Position // held now, else the last one
	Employed    bool           // Latest is held now
	Since       model.Date
	Receptivity scoring.Receptivity
	Trend       scoring.Trend
	TrendWhy    string
	Next        scoring.Next
	Due         bool           // Next has a reason
	WouldBe     scoring.Next   // her place in the queue whatever was decided about it
	Hidden      bool           // WouldBe has a reason, and Next none
	Standing    model.Outreach // where she stands by the clock
}

// ReadProfile reads a person with what hangs on her and judges it on the day of
// now. A person who is not there gives [store.ErrNotFound].
func ReadProfile(tx *store.Tx, w *scoring.Weights, id model.PersonID, now time.Time) (*Profile, error) {
	p := &Profile{ReadAt: tx.Rev(), cadence: &w.Cadence}
	var err error
	if p.Person, err = tx.Person(id); err != nil {
		return nil, err
	}
	p.judgePosition(now)
	if err := p.readSignals(tx); err != nil {
		return nil, err
	}
	for t, err := range tx.TouchesOf(id) {
		if err != nil {
			return nil, fmt.Errorf("touches of %s: %w", id, err)
		}
		p.Touches = append(p.Touches, t)
	}
	if p.Employers, err = tx.EmployersOf(&p.Person, now); err != nil {
		return nil, err
	}
	if p.Draft, err = tx.Draft(id); err != nil && !errors.Is(err, store.ErrNotFound) {
		return nil, err
	}
	p.Draft.Person = id
	facts := scoring.FactsOf(&p.Person, now)
	p.Receptivity = w.Ledger(facts, p.Signals, now)
	p.Trend, p.TrendWhy = scoring.Trajectory(p.Person.Positions, scoring.Peers{}, now)
	if p.Standing = w.Cadence.Settled(p.Person.Outreach, now); !p.Company.Locked(now) {
		p.Next, p.Due = w.NextFor(p.Person.Outreach, facts, p.Signals, now)
		p.WouldBe, p.Hidden = w.WouldBe(p.Person.Outreach, facts, p.Signals, now)
		p.Hidden = p.Hidden && !p.Due
	}
	return p, nil
}

func (p *Profile) judgePosition(now time.Time) {
	p.Latest = p.Person.Latest(now)
	_, p.Employed = p.Person.Current(now)
	p.Since = p.Person.Since(now)
}

// readSignals reads the signals on the person and, while she works there, on
// her employer.
func (p *Profile) readSignals(tx *store.Tx) error {
	for s, err := range tx.SignalsOf(p.Person.ID) {
		if err != nil {
			return fmt.Errorf("signals on %s: %w", p.Person.ID, err)
		}
		p.Signals = append(p.Signals, s)
	}
	if !p.Employed || p.Latest.CompanyID == 0 {
		return nil
	}
	c, err := tx.Company(p.Latest.CompanyID)
	if errors.Is(err, store.ErrNotFound) {
		return nil
	}
	if err != nil {
		return err
	}
	p.Company = c
	for s, err := range tx.SignalsAt(c.ID) {
		if err != nil {
			return fmt.Errorf("signals at %s: %w", c.ID, err)
		}
		p.Signals = append(p.Signals, s)
	}
	return nil
}

// Gate is what the gate says today of writing to her through a channel, "" for
// any; the store asks it again when something is sent.
func (p *Profile) Gate(by string, channel model.Channel, now time.Time) model.Answer {
	return p.cadence.Gate(model.Asking{
		Person: &p.Person, Employers: p.Employers, Touches: p.Touches, Channel: channel, By: by, Now: now,
	})
}

// Reasons are why she is in the queue, in words; empty when she is not.
func (p *Profile) Reasons(now time.Time) []scoring.Reason {
	if !p.Due {
		return nil
	}
	return p.Next.Reasons(p.Latest.Company, now)
}

// Peers are the people of a map, whose pace sets what is usual there.
func Peers(profiles []*Profile, now time.Time) scoring.Peers {
	people := make([]*model.Person, len(profiles))
	for i, p := range profiles {
		people[i] = &p.Person
	}
	return scoring.PeersOf(people, now)
}

// LastIn is her last message that a person wrote; false where there is none.
func (p *Profile) LastIn() (last model.Touch, ok bool) {
	for i := len(p.Touches) - 1; i >= 0; i-- {
		if t := &p.Touches[i]; t.Direction == model.Inbound && t.Auto == "" {
			return *t, true
		}
	}
	return last, false
}
