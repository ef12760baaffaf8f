package store_test

import (
	"errors"
	"slices"
	"strings"

	"pgregory.net/rapid"

	"talentmap/model"
	"talentmap/store"
)

// send logs a message.
func (m *team) send(t *rapid.T) {
	who, p := m.someone(t)
	m.writes(t, who, p, channel(t))
}

// year has somebody written to every five weeks or so, whatever comes of it.
func (m *team) year(t *rapid.T) {
	who, p := m.someone(t)
	for range rapid.IntRange(3, 9).Draw(t, "times") {
		m.now = m.now.AddDate(0, 0, rapid.IntRange(20, 45).Draw(t, "days"))
		m.writes(t, who, m.person(t, p.ID), model.InMail)
	}
}

// writes logs a message: it goes out exactly where the oracle says that it may.
func (m *team) writes(t *rapid.T, who store.Act, p model.Person, ch model.Channel) {
	// What a trigger brings back is seen as it stands after that.
	closed := m.oracle(t, m.woken(t, p), who.By, ch)
	touch, err := m.st.LogSent(who.By, model.Draft{Person: p.ID, Channel: ch, Body: m.text()})
	var written *store.ConflictError // a colleague is writing to her: her text stays
	switch {
	case errors.As(err, &written) && len(closed) == 0:
		return
	case len(closed) == 0 && err != nil:
		t.Fatalf("%s writes to %s (%+v) by %s: %v, and nothing should block", who.By, p.Name, p.Outreach, ch, err)
	case len(closed) > 0 && !errors.Is(err, model.ErrGate):
		t.Fatalf("%s writes to %s (%+v) by %s: %v, and %v should block", who.By, p.Name, p.Outreach, ch, err, closed)
	case err != nil:
		return
	}
	o := m.person(t, p.ID).Outreach
	if o.Owner != who.By || !o.LastTouch.Equal(m.now) || touch.Step != 0 && (o.State != model.Active || touch.Step != o.Step) {
		t.Fatalf("after touch %+v she is %+v", touch, o)
	}
	if o.State == model.Nurture && o.Next != model.DateOf(m.now).AddDays(90) {
		t.Fatalf("after a value touch on %s the next is on %v", model.DateOf(m.now), o.Next)
	}
}

func (m *team) person(t *rapid.T, id model.PersonID) (p model.Person) {
	err := m.st.View(func(tx *store.Tx) (err error) {
		p, err = tx.Person(id)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// woken is the person after what a send sees to first: the clock, and a trigger.
func (m *team) woken(t *rapid.T, p model.Person) model.Person {
	c := model.DefaultCadence()
	p.Outreach = c.Settled(p.Outreach, m.now)
	o := &p.Outreach
	refused := o.Trail.Refused.Known() && model.DateOf(m.now) < o.Trail.Refused.AddDays(180)
	if o.State != model.Nurture && o.State != model.Later || o.Locked(m.now) || refused || m.leftAlone(t, &p) {
		return p
	}
	looksAround := false
	_ = m.st.View(func(tx *store.Tx) error {
		for s := range tx.SignalsOf(p.ID) {
			looksAround = looksAround || s.Kind == model.OpenToWork
		}
		return nil
	})
	if looksAround {
		o.State, o.Trail.Cause, o.Next = model.ReEngage, model.Triggered, model.DateOf(m.now).AddDays(14)
	}
	return p
}

// leftAlone reports whether a company where she works is locked.
func (m *team) leftAlone(t *rapid.T, p *model.Person) (locked bool) {
	err := m.st.View(func(tx *store.Tx) error {
		for _, pos := range p.Positions {
			c, err := tx.Company(pos.CompanyID)
			if err != nil {
				return err
			}
			locked = locked || c.Lock != "" && (c.LockUntil == 0 || model.DateOf(m.now) <= c.LockUntil)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return locked
}

// sendTwice presses the key twice: the second time nothing is logged.
func (m *team) sendTwice(t *rapid.T) {
	who, p := m.someone(t)
	d := model.Draft{Person: p.ID, Channel: model.InMail, Body: m.text()}
	if _, err := m.st.LogSent(who.By, d); err != nil {
		return
	}
	before := len(m.touches(t, p.ID))
	if _, err := m.st.LogSent(who.By, d); !errors.Is(err, store.ErrSentAlready) || len(m.touches(t, p.ID)) != before {
		t.Fatalf("the same message again: %v", err)
	}
}

func (m *team) touches(t *rapid.T, id model.PersonID) (all []model.Touch) {
	err := m.st.View(func(tx *store.Tx) error {
		for touch, err := range tx.TouchesOf(id) {
			if err != nil {
				return err
			}
			all = append(all, touch)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func (m *team) reply(t *rapid.T) {
	who, p := m.someone(t)
	a := store.Answer{Meaning: rapid.SampledFrom([]model.EventKind{
		model.HumanReply, model.SaysInterested, model.SaysLater, model.SaysNo, model.SaysStop,
	}).Draw(t, "meaning")}
	if a.Meaning == model.SaysLater {
		a.Until = model.DateOf(m.now.AddDate(0, 0, rapid.IntRange(1, 120).Draw(t, "until")))
	}
	if rapid.Bool().Draw(t, "with a text") {
		a.Text = m.text()
	}
	done, err := m.st.Reply(who, a)
	if err != nil {
		if optedOut := m.asks(&p); errors.Is(err, store.ErrNeedsText) != (optedOut && a.Text == "" && a.Meaning != model.SaysStop) && errors.Is(err, store.ErrNeedsText) {
			t.Fatalf("%s of %+v: %v", a.Meaning, p.Outreach, err)
		}
		return
	}
	if m.asks(&p) && a.Text == "" && a.Meaning != model.SaysStop {
		t.Fatalf("%s without a text has opened %+v", a.Meaning, p.Outreach)
	}
	for _, e := range p.Contact.Emails {
		m.asked[e] = a.Meaning == model.SaysStop
	}
	if a.Text != "" && m.pending(t, p.ID) {
		t.Fatalf("she has written, and something is still approved to go out to her")
	}
	if d := done.Person.Outreach.Deferral; a.Text != "" && d != (model.Deferral{}) {
		t.Fatalf("her message leaves her deferred: %+v", d)
	}
}

// asks reports whether somebody has asked not to be written to.
func (m *team) asks(p *model.Person) bool {
	return slices.ContainsFunc(p.Contact.Emails, func(e string) bool { return m.asked[e] })
}

func (m *team) pending(t *rapid.T, id model.PersonID) bool {
	d, err := draft(m.st, id)
	return err == nil && !d.SendAt.IsZero()
}

func (m *team) machine(t *rapid.T) {
	who, p := m.someone(t)
	a := store.Answer{
		Meaning: rapid.SampledFrom([]model.EventKind{model.OutOfOffice, model.HardBounce, model.SoftBounce}).Draw(t, "message"),
		Channel: channel(t), Until: model.DateOf(m.now.AddDate(0, 0, rapid.IntRange(-2, 40).Draw(t, "back"))),
	}
	done, err := m.st.Reply(who, a)
	if err != nil {
		return
	}
	if o := done.Person.Outreach; o.Lock != p.Outreach.Lock || o.Trail.Answered != p.Outreach.Trail.Answered {
		t.Fatalf("a machine's message counts as hers: %+v, before %+v", o, p.Outreach)
	}
}

// contact logs a call; nurture begins anew with it, whatever the gate says.
func (m *team) contact(t *rapid.T) {
	who, p := m.someone(t)
	c := model.DefaultCadence()
	was := c.Settled(p.Outreach, m.now).State
	done, err := m.st.LogContact(who, store.Contact{Channel: model.Phone, Note: m.text()})
	if err != nil {
		t.Fatalf("a call with %+v: %v", p.Outreach, err)
	}
	if o := done.Person.Outreach; was == model.Nurture && o.State == model.Nurture && o.Next != model.DateOf(m.now).AddDays(90) {
		t.Fatalf("a call in nurture on %s leaves %+v", model.DateOf(m.now), o)
	}
	if p.Outreach.Lock != done.Person.Outreach.Lock {
		t.Fatalf("a call changes the lock %q to %q", p.Outreach.Lock, done.Person.Outreach.Lock)
	}
}

func (m *team) lock(t *rapid.T) {
	who, p := m.someone(t)
	l := store.Lock{Kind: rapid.SampledFrom([]model.Lock{model.DoNotContact, model.OptedOut}).Draw(t, "lock")}
	if l.Kind == model.DoNotContact && rapid.Bool().Draw(t, "ends") {
		l.Until = model.DateOf(m.now.AddDate(0, 0, rapid.IntRange(0, 60).Draw(t, "until")))
	}
	done, err := m.st.Lock(who, l)
	if err != nil {
		if !m.asks(&p) {
			t.Fatalf("%+v of %+v: %v", l, p.Outreach, err)
		}
		return
	}
	if m.pending(t, p.ID) {
		t.Fatal("she is locked, and something is still approved to go out to her")
	}
	for _, e := range p.Contact.Emails {
		m.asked[e] = m.asked[e] || l.Kind == model.OptedOut && done.Changed
	}
}

func (m *team) unlock(t *rapid.T) {
	who, p := m.someone(t)
	_, err := m.st.Unlock(who, "")
	if m.asks(&p) && err == nil {
		t.Fatalf("%s has unlocked %+v", who.By, p.Outreach)
	}
}

func (m *team) company(t *rapid.T) {
	id := model.CompanyID(rapid.IntRange(1, 2).Draw(t, "company"))
	by := rapid.SampledFrom(recruiters).Draw(t, "who")
	if rapid.Bool().Draw(t, "lock") {
		l := store.Lock{Kind: model.DoNotContact}
		if rapid.Bool().Draw(t, "ends") {
			l.Until = model.DateOf(m.now.AddDate(0, 0, 20))
		}
		if _, err := m.st.LockCompany(by, id, l); err != nil {
			t.Fatal(err)
		}
		for _, p := range m.everybody(t) {
			if m.leftAlone(t, &p) && m.pending(t, p.ID) {
				t.Fatalf("the company is locked, and something is still approved to go out to %s", p.Name)
			}
		}
		return
	}
	_, _ = m.st.UnlockCompany(by, id, "")
}

func (m *team) queue(t *rapid.T) {
	who, _ := m.someone(t)
	var err error
	switch rapid.IntRange(0, 2).Draw(t, "decision") {
	case 0:
		_, err = m.st.Snooze(who, model.DateOf(m.now.AddDate(0, 0, 9)))
	case 1:
		_, err = m.st.Skip(who, model.Skip{Classes: 3, Next: model.DateOf(m.now)})
	default:
		_, err = m.st.Wake(who)
	}
	if err != nil {
		t.Fatal(err)
	}
}

// sequence puts somebody into a sequence, or takes her out, which leaves her in none.
func (m *team) sequence(t *rapid.T) {
	who, p := m.someone(t)
	if rapid.Bool().Draw(t, "in") {
		done, err := m.st.PutInto(who, 1)
		if o := &done.Person.Outreach; err == nil && (!o.Awaiting() || o.Plan.Touches != 3) {
			t.Fatalf("%s is put into a sequence and is %+v", p.Name, *o)
		}
		return
	}
	c := model.DefaultCadence()
	was := c.Settled(p.Outreach, m.now) // what the clock does to her is no doing of whoever takes her out
	done, err := m.st.TakeOut(who)
	if o := &done.Person.Outreach; err == nil && (o.Awaiting() || o.InSequence() || m.pending(t, p.ID) && was.Current() != o.Current()) {
		t.Fatalf("%s is taken out of her sequence and is %+v", p.Name, *o)
	}
}

// assign hands over; who is held off can take nobody.
func (m *team) assign(t *rapid.T) {
	who, p := m.someone(t)
	to := rapid.SampledFrom(append([]string{""}, recruiters...)).Draw(t, "to")
	c := model.DefaultCadence()
	p.Outreach = c.Settled(p.Outreach, m.now)
	closed := m.oracle(t, p, who.By, "")
	held := p.Outreach.Owner != who.By && (slices.Contains(closed, model.BlockCooldown) || slices.Contains(closed, model.BlockSequence) && p.Outreach.Owner != "")
	if _, err := m.st.Assign(who, to); (err != nil) != held {
		t.Fatalf("%s hands %+v over to %q: %v, held off: %v", who.By, p.Outreach, to, err, held)
	}
}

func (m *team) research(t *rapid.T) {
	who, _ := m.someone(t)
	if _, err := m.st.Look(who, model.ResearchItem(rapid.IntRange(0, 5).Draw(t, "item")), model.Finding{Looked: model.ItemNone}); err != nil {
		t.Fatal(err)
	}
}

func (m *team) stage(t *rapid.T) {
	who, _ := m.someone(t)
	step := rapid.SampledFrom([]model.EventKind{model.PathChosen, model.ScreenBooked, model.Declined, model.GotHired, model.GotRated}).Draw(t, "step")
	_, _ = m.st.Advance(who, step, "", model.RatedStrong)
}

func (m *team) signal(t *rapid.T) {
	who, _ := m.someone(t)
	kind := rapid.SampledFrom([]model.SignalKind{model.OpenToWork, model.NewDuties}).Draw(t, "kind")
	if _, err := m.st.AddSignal(who.By, &model.Signal{Kind: kind, Person: who.Person}); err != nil {
		t.Fatal(err)
	}
}

func (m *team) schedule(t *rapid.T) {
	who, p := m.someone(t)
	d, err := draft(m.st, p.ID)
	if err != nil {
		d = model.Draft{Person: p.ID}
	}
	d.Channel, d.Body = channel(t), m.text()
	c := model.DefaultCadence()
	p.Outreach = c.Settled(p.Outreach, m.now)
	closed := m.oracle(t, p, who.By, d.Channel)
	if _, err := m.st.Schedule(who.By, &d, m.now); (err == nil) != (len(closed) == 0) {
		t.Fatalf("%s approves a message to %+v: %v, and %v should block", who.By, p.Outreach, err, closed)
	}
}

// sweep writes down what is true already: nobody stands elsewhere after it, but for
// those whom a trigger brings back.
func (m *team) sweep(t *rapid.T) {
	c := model.DefaultCadence()
	want := map[model.PersonID]model.Outreach{}
	for _, p := range m.everybody(t) {
		want[p.ID] = m.woken(t, p).Outreach
	}
	if _, err := m.st.Sweep(t.Context()); err != nil {
		t.Fatal(err)
	}
	for _, p := range m.everybody(t) {
		w := want[p.ID]
		if p.Outreach.State != w.State || p.Outreach.Next != w.Next || p.Outreach.Lock != w.Lock {
			t.Fatalf("the sweep makes of %s\n%+v, want\n%+v", p.Name, p.Outreach, w)
		}
		if _, more := c.Clock(&p.Outreach, m.now); more {
			t.Fatalf("after the sweep the clock still goes on with %+v", p.Outreach)
		}
	}
}

// undo takes back the last change of somebody's. What was asked for stays; only
// where the message that opened a lock is taken back the lock is there again.
func (m *team) undo(t *rapid.T) {
	m.back(t, m.st.Undo)
}

func (m *team) redo(t *rapid.T) {
	m.back(t, m.st.Redo)
}

func (m *team) back(t *rapid.T, do func(string) (store.Undone, error)) {
	done, err := do(rapid.SampledFrom(recruiters).Draw(t, "who"))
	if errors.Is(err, store.ErrChangedSince) && strings.Contains(err.Error(), "by the clock at") {
		t.Fatalf("the clock stands in the way: %v", err)
	}
	if err != nil || !strings.HasPrefix(done.What, "a reply from ") {
		return
	}
	for _, p := range m.everybody(t) {
		if strings.HasPrefix(done.What, "a reply from "+p.Name) {
			for _, e := range p.Contact.Emails {
				m.asked[e] = p.Outreach.Lock == model.OptedOut
			}
		}
	}
}

// merge makes one of two: the stricter lock stands.
func (m *team) merge(t *rapid.T) {
	who, a := m.someone(t)
	_, b := m.someone(t)
	if a.ID == b.ID || len(m.everybody(t)) < 4 {
		return
	}
	if _, err := m.st.MergePeople(who.By, a.ID, b.ID); err != nil {
		t.Fatal(err)
	}
	rank := map[model.Lock]int{model.DoNotContact: 1, model.OptedOut: 2}
	o := m.person(t, a.ID).Outreach
	if rank[o.Lock] != max(rank[a.Outreach.Lock], rank[b.Outreach.Lock]) {
		t.Fatalf("%q and %q are merged into %q", a.Outreach.Lock, b.Outreach.Lock, o.Lock)
	}
	if o.Lock == model.DoNotContact && o.LockUntil != 0 && (a.Outreach.Lock == o.Lock && a.Outreach.LockUntil == 0 || b.Outreach.Lock == o.Lock && b.Outreach.LockUntil == 0) {
		t.Fatalf("a lock without end is merged into one until %v", o.LockUntil)
	}
	if hired := a.Outreach.State == model.Hired || b.Outreach.State == model.Hired; hired && o.State != model.Hired {
		t.Fatalf("who was hired is %s", o.State)
	}
}
