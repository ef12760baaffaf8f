package person

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"talentmap/model"
	"talentmap/store"
	"talentmap/tui/overlay"
	"talentmap/tui/pane"
)

// What happens to a person, besides changes of her fields: each is an act of the store.

// acting is a form of an act. A refusal leaves what is typed, and says why.
type acting struct {
	*overlay.Form
	done string
}

var (
	_ pane.Overlay    = (*acting)(nil)
	_ pane.Identified = (*acting)(nil)
)

// acted is the end of an act of a form.
type acted struct {
	pane.Owner
	acted store.Acted
	err   error
}

// do is what an act does in the store.
type do func(st Store, who store.Act) (store.Acted, error)

// who is the act of the session on the person of the page.
func (p *Pane) who() store.Act { return store.Act{By: p.Env.User, Person: p.person} }

// act does something at once.
func (p *Pane) act(done string, fn do) tea.Cmd {
	st, who := p.deps.Store, p.who()
	return func() tea.Msg {
		out, err := fn(st, who)
		if err != nil {
			return pane.Refused{Why: err.Error()}
		}
		return outcome(done, &out)
	}
}

// outcome says what an act has done.
func outcome(done string, out *store.Acted) pane.Toast {
	if !out.Changed {
		return pane.Toast{Text: "nothing to change: it is so already"}
	}
	t := pane.Toast{Text: done, Next: pane.TakesBack}
	if was, is := out.Was, out.Person.Outreach.Current(); out.Person.ID != 0 && was != is {
		t.Text += fmt.Sprintf("; %s is %s now", out.Person.Name, is)
	}
	if err := out.Closed.Err(); err != nil {
		t.Text += "; " + err.Error() + ", and it is logged all the same"
	}
	return t
}

// ask opens the form of an act. read makes the act of what was typed.
func (p *Pane) ask(title, done string, fields []overlay.Field, read func(values []string) (do, error)) tea.Cmd {
	a := &acting{done: done}
	st, who := p.deps.Store, p.who()
	a.Form = overlay.NewForm(p.Env, title, fields, func(values []string) (tea.Cmd, error) {
		fn, err := read(values)
		if err != nil {
			return nil, err
		}
		a.Busy("saving …")
		owner := pane.Owner{ID: a.PaneID()}
		return func() tea.Msg {
			out, err := fn(st, who)
			return acted{owner, out, err}
		}, nil
	}).Stay()
	return pane.Request(pane.Show{Overlay: a})
}

// Update types, and closes the form once the act is done.
func (a *acting) Update(msg tea.Msg) tea.Cmd {
	end, ok := msg.(acted)
	switch {
	case !ok:
		return a.Form.Update(msg)
	case end.err != nil:
		return a.Fail(end.err)
	}
	return pane.Request(pane.Close{Then: pane.Request(outcome(a.done, &end.acted))})
}

// wrong is what is wrong with a field of a form.
func wrong(at int, err error) error { return &overlay.FieldError{At: at, Err: err} }

// askFinding asks for what was found of an item of the checklist.
func (p *Pane) askFinding(which model.ResearchItem, f model.Finding) tea.Cmd {
	day := f.Date.String()
	if day == "" {
		day = model.DateOf(p.Env.Now()).String()
	}
	return p.ask("Found: "+which.String(), "looked up "+which.String(), []overlay.Field{
		{Label: "fact", Hint: "what she has done, in a sentence", Value: f.Fact},
		{Label: "source", Hint: "where it stands: a link, a talk, who said so", Value: f.Source},
		{Label: "of", Hint: "2025-05, or 2025", Value: day},
	}, func(v []string) (do, error) {
		now := model.Finding{Looked: model.ItemFound, Fact: model.CleanLine(v[0]), Source: model.CleanLine(v[1])}
		var err error
		if now.Date, err = model.ParseDate(v[2]); err != nil {
			return nil, wrong(2, err)
		}
		switch {
		case now.Fact == "":
			return nil, wrong(0, errors.New(p.Env.Say("what was found? {person.none} says that there is nothing")))
		case now.Source == "":
			return nil, wrong(1, errors.New("a fact without a source is worth nothing: say where it stands"))
		}
		return func(st Store, who store.Act) (store.Acted, error) { return st.Look(who, which, now) }, nil
	})
}

// addSignal asks for a new signal.
func (p *Pane) addSignal() tea.Cmd {
	return p.askSignal(model.Signal{Person: p.person, Date: model.DateOf(p.Env.Now()), Confidence: 1})
}

// askSignal asks for a signal, or mends one.
func (p *Pane) askSignal(sig model.Signal) tea.Cmd {
	title, done := "Log a signal", "logged the signal"
	if sig.ID != 0 {
		title, done = "Mend the signal", "mended the signal"
	}
	if sig.OfCompany() {
		title += " of " + p.profile.Company.Name
	}
	number := func(f float64) string {
		if f == 0 {
			return ""
		}
		return strconv.FormatFloat(f, 'g', -1, 64)
	}
	return p.ask(title, done, []overlay.Field{
		{Label: "kind", Hint: kindNames(), Value: string(sig.Kind)},
		{Label: "date", Hint: "2026-02-25; also 2026-02 or 2026", Value: sig.Date.String()},
		{Label: "seen", Hint: "what was seen", Value: sig.Note},
		{Label: "source", Hint: "where it was seen", Value: sig.Source},
		{Label: "sure", Hint: "how sure it is, above 0 to 1", Value: number(sig.Confidence)},
		{Label: "size", Hint: "layoffs: percent of staff; pay: percent below; ratings: stars lost", Value: number(sig.Magnitude)},
	}, func(v []string) (do, error) {
		now, err := p.readSignal(sig, v)
		if err != nil {
			return nil, err
		}
		return func(st Store, who store.Act) (store.Acted, error) {
			if now.ID != 0 {
				return st.MendSignal(who.By, &now)
			}
			return st.LogSignal(who, &now)
		}, nil
	})
}

// readSignal takes in what the form of a signal has.
func (p *Pane) readSignal(sig model.Signal, v []string) (model.Signal, error) {
	var err error
	if sig.Kind, err = kindOf(v[0]); err != nil {
		return sig, wrong(0, err)
	}
	if sig.Date, err = model.ParseDate(v[1]); err != nil {
		return sig, wrong(1, err)
	}
	sig.Note, sig.Source = model.CleanLine(v[2]), model.CleanLine(v[3])
	sure, size := strings.TrimSpace(v[4]), strings.TrimSpace(v[5])
	if sig.Confidence, err = strconv.ParseFloat(orText(sure, "1"), 64); err != nil || !(sig.Confidence > 0 && sig.Confidence <= 1) {
		return sig, wrong(4, fmt.Errorf("%.20q is not above 0 and at most 1: write it like 0.8", sure))
	}
	if sig.Magnitude, err = strconv.ParseFloat(orText(size, "0"), 64); err != nil || !(sig.Magnitude >= 0 && sig.Magnitude <= 100) {
		return sig, wrong(5, fmt.Errorf("%.20q is not from 0 to 100: write it like 2.5", size))
	}
	switch {
	case !sig.Date.Known():
		return sig, wrong(1, errors.New("when was it? A signal without a date counts nothing"))
	case sig.Date > model.DateOf(p.Env.Now()):
		return sig, wrong(1, fmt.Errorf("%s is still to come: a signal is of what has happened", sig.Date))
	}
	return sig, nil
}

func orText(s, other string) string {
	if s == "" {
		return other
	}
	return s
}

// kindOf is the kind of signal that a text begins, where it is the only one.
func kindOf(text string) (model.SignalKind, error) {
	text = strings.ToLower(model.CleanLine(text))
	var found []model.SignalKind
	for _, k := range model.SignalKinds() {
		if text == string(k) {
			return k, nil
		}
		if text != "" && strings.HasPrefix(string(k), text) {
			found = append(found, k)
		}
	}
	if len(found) == 1 {
		return found[0], nil
	}
	return "", fmt.Errorf("%.30q is no kind of signal: %s", text, kindNames())
}

func kindNames() string {
	names := make([]string, 0, 11)
	for _, k := range model.SignalKinds() {
		names = append(names, string(k))
	}
	return strings.Join(names, ", ")
}

// removeSignal asks, and takes a signal away.
func (p *Pane) removeSignal(sig model.Signal) tea.Cmd {
	of := p.profile.Person.Name
	if sig.OfCompany() {
		of = p.profile.Company.Name + ", and so of everybody there"
	}
	ask := fmt.Sprintf("Take away the signal %q of %s?", sig.Kind, of)
	return pane.Request(pane.Show{Overlay: overlay.NewConfirm(p.Env, ask, func() tea.Cmd {
		return p.act("took away the signal "+string(sig.Kind), func(st Store, who store.Act) (store.Acted, error) { return st.RemoveSignal(who.By, &sig) })
	}).Next(pane.TakesBack)})
}

// addContact asks for a contact that took place.
func (p *Pane) addContact() tea.Cmd {
	return p.ask("A contact with "+p.profile.Person.Name, "logged the contact", []overlay.Field{
		{Label: "by", Hint: channelNames(), Value: string(model.Phone)},
		{Label: "on", Hint: "2026-02-25, or empty for now"},
		{Label: "note", Hint: "what was said"},
	}, func(v []string) (do, error) {
		c := store.Contact{Note: model.CleanText(v[2])}
		for _, ch := range model.Channels() {
			if text := strings.TrimSpace(v[0]); text != "" && strings.HasPrefix(strings.ToLower(string(ch)), strings.ToLower(text)) {
				c.Channel = ch
				break
			}
		}
		if c.Channel == "" {
			return nil, wrong(0, fmt.Errorf("%.30q is no way to be in touch: %s", v[0], channelNames()))
		}
		d, err := model.ParseDate(v[1])
		today := model.DateOf(p.Env.Now())
		switch {
		case err != nil:
			return nil, wrong(1, err)
		case d > today:
			return nil, wrong(1, fmt.Errorf("%s is still to come: give the day on which it took place", d))
		case d.Known() && d != today:
			c.At = d.Time().In(p.Env.Now().Location()).Add(12 * time.Hour)
		}
		return func(st Store, who store.Act) (store.Acted, error) { return st.LogContact(who, c) }, nil
	})
}

func channelNames() string {
	names := make([]string, 0, 6)
	for _, c := range model.Channels() {
		names = append(names, string(c))
	}
	return strings.Join(names, ", ")
}

// addNote asks for a note.
func (p *Pane) addNote() tea.Cmd {
	return p.ask("A note on "+p.profile.Person.Name, "noted", []overlay.Field{{Label: "note", Hint: "what the team should know"}}, func(v []string) (do, error) {
		text := model.CleanLine(v[0])
		if text == "" {
			return nil, wrong(0, errors.New("the note is empty: type it, or leave"))
		}
		return func(st Store, who store.Act) (store.Acted, error) { return st.AddNote(who, text) }, nil
	})
}

// askOwner asks to whom she is handed over.
func (p *Pane) askOwner() tea.Cmd {
	return p.ask("Hand over "+p.profile.Person.Name, "handed over", []overlay.Field{{Label: "to", Hint: "a colleague; empty: nobody", Value: p.profile.Standing.Owner}}, func(v []string) (do, error) {
		to := model.CleanLine(v[0])
		return func(st Store, who store.Act) (store.Acted, error) { return st.Assign(who, to) }, nil
	})
}

// askLock asks for the lock of a person.
func (p *Pane) askLock() tea.Cmd {
	o := &p.profile.Standing
	kind := model.DoNotContact
	if o.Lock != model.Unlocked {
		kind = o.Lock
	}
	return p.ask("Lock "+p.profile.Person.Name, "locked", []overlay.Field{
		{Label: "lock", Hint: "do-not-contact, or opted-out where she asked for it", Value: string(kind)},
		{Label: "until", Hint: "3m, next quarter, 2027-02-01; empty: without end", Value: o.LockUntil.String()},
		{Label: "why", Hint: "the reason", Value: o.LockWhy},
	}, func(v []string) (do, error) {
		l := store.Lock{Why: model.CleanLine(v[2])}
		for _, k := range []model.Lock{model.DoNotContact, model.OptedOut} {
			if text := strings.ToLower(model.CleanLine(v[0])); text != "" && strings.HasPrefix(string(k), text) {
				l.Kind = k
			}
		}
		if l.Kind == model.Unlocked {
			return nil, wrong(0, fmt.Errorf("%.30q is no lock: it is %s or %s", v[0], model.DoNotContact, model.OptedOut))
		}
		if until := strings.TrimSpace(v[1]); until != "" {
			var err error
			if l.Until, err = model.ParseWhen(until, p.Env.Now()); err != nil {
				return nil, wrong(1, err)
			}
		}
		return func(st Store, who store.Act) (store.Acted, error) { return st.Lock(who, l) }, nil
	})
}

// askUnlock asks why the lock is opened.
func (p *Pane) askUnlock() tea.Cmd {
	return p.ask("Unlock "+p.profile.Person.Name, "unlocked", []overlay.Field{{Label: "why", Hint: "the reason"}}, func(v []string) (do, error) {
		return func(st Store, who store.Act) (store.Acted, error) { return st.Unlock(who, model.CleanLine(v[0])) }, nil
	})
}
