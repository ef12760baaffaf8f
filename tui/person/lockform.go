package person

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"talentmap/model"
	"talentmap/store"
	"talentmap/tui/overlay"
)

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
		var err error
		if l.Kind, err = model.MeantLock(v[0]); err != nil {
			return nil, wrong(0, err)
		}
		if until := strings.TrimSpace(v[1]); until != "" {
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
