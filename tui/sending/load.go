package sending

import (
	"cmp"
	"time"

	tea "charm.land/bubbletea/v2"

	"talentmap/model"
	"talentmap/scoring/critique"
	"talentmap/store"
	"talentmap/store/roster"
	"talentmap/tui/pane"
)

// watched are the kinds of change that can alter what is said of the message.
var watched = store.KindsOf(store.People, store.Companies, store.PersonSignals,
	store.CompanySignals, store.Touches, store.Drafts, store.Shelf)

type loaded struct {
	pane.Owner
	read *reading
	err  error
}

// Load reads the message again. While one read is under way no other begins.
func (p *Pane) Load() tea.Cmd {
	gen, ok := p.Reading.Begin()
	if !ok {
		return nil
	}
	owner, now, read := p.Owner(gen), p.Env.Now(), p.reader()
	return pane.Request(pane.Job{What: "reading the message", Owner: owner, Run: func(func(pane.Done)) tea.Msg {
		r, err := read(now)
		return loaded{owner, r, err}
	}})
}

// patience is how long a message is held back until what it is compared with has been
// read; then it is read without, and says so.
const patience = 5 * time.Second

// reader reads the message and everything that is said of it.
func (p *Pane) reader() func(now time.Time) (*reading, error) {
	ctx, deps, id, user := p.ctx, p.deps, p.id, p.Env.User
	return func(now time.Time) (*reading, error) {
		r := &reading{at: now}
		if deps.Sender != nil {
			r.sender = deps.Sender()
		}
		err := deps.Store.View(func(tx *store.Tx) (err error) {
			if r.profile, err = roster.ReadProfile(tx, deps.Weights, id, now); err != nil {
				return err
			}
			d := r.draft()
			if d.Shelf != 0 {
				if item, err := tx.ShelfItem(d.Shelf); err == nil {
					r.shares = item.Title
				}
			}
			d.Channel = cmp.Or(d.Channel, model.Email)
			r.gate, err = deps.Store.Gate(tx, id, d.Channel, user, now)
			return err
		})
		if err != nil {
			return nil, err
		}
		r.days = model.DaysOf(&r.profile.Person, model.Holidays{})
		if deps.Compared != nil {
			enough := time.NewTimer(patience)
			defer enough.Stop()
			select {
			case <-deps.Compared:
			case <-enough.C:
			case <-ctx.Done():
			}
		}
		r.criticize(user, deps.Against)
		return r, nil
	}
}

// criticize has the critique read the message.
func (r *reading) criticize(user string, against func() critique.Against) {
	d := r.draft()
	about := r.profile.About(user, d.Channel, r.at)
	about.Sender = critique.Sender{Name: r.sender.Name, Company: r.sender.Company, Address: r.sender.Address}
	if about.Gate = ""; !r.gate.Open() {
		about.Gate = r.gate.Blocks[0].Why // the store's knows of erasures, too
	}
	var others critique.Against
	if against != nil {
		others = against()
	}
	r.report = critique.Read(critique.Draft{Channel: d.Channel, Subject: d.Subject, Body: d.Body}, about, others)
	pane.Gravest(r.report.Findings)
}

func (p *Pane) show(msg loaded) tea.Cmd {
	if !p.Reading.End(msg.Gen) {
		return nil
	}
	if msg.err != nil {
		return tea.Batch(pane.ClosePage(), pane.Request(pane.Fail(msg.err)))
	}
	if p.read == nil || p.read.draft().Body != msg.read.draft().Body {
		p.body.SetText(msg.read.draft().Body)
		p.body.MoveTo(0)
		p.at = -1
	}
	p.read = msg.read
	p.at = min(p.at, len(p.read.report.Findings)-1)
	p.mark()
	if p.Reading.Wanted() {
		return p.Load()
	}
	return nil
}
