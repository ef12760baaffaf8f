package entry

import (
	"errors"
	"fmt"

	tea "charm.land/bubbletea/v2"

	"talentmap/model"
	"talentmap/store"
	"talentmap/tui/action"
	"talentmap/tui/overlay"
	"talentmap/tui/pane"
	"talentmap/tui/theme"
)

const dim = theme.Dim

// Snooze keeps people out of the queue until a day.
func (d *Desk) Snooze(sel pane.Selected) pane.Overlay {
	return overlay.NewMenu(d.env, "Snooze "+name(sel), d.snoozeChoices(sel)).About(func(s *pane.Sheet) { about(s, sel) })
}

// SnoozeChoices are the days that one key chooses, for the docs.
func SnoozeChoices(env *pane.Env) []action.Action {
	return New(env, Deps{}).snoozeChoices(pane.Selected{})
}

func (d *Desk) snoozeChoices(sel pane.Selected) []action.Action {
	today := model.DateOf(d.env.Now())
	until := func(day model.Date) func() tea.Cmd {
		return func() tea.Cmd { return d.now(d.snoozed(sel, day)) }
	}
	return []action.Action{
		{ID: "snooze.tomorrow", Group: "until", Short: "tomorrow", Long: "Until tomorrow.", Keys: []string{"t"}, Run: until(today.AddDays(1))},
		{ID: "snooze.week", Group: "until", Short: "a week", Long: "Until the same day of next week.", Keys: []string{"w"}, Run: until(today.AddDays(7))},
		{ID: "snooze.month", Group: "until", Short: "a month", Long: "Until the same day of next month.", Keys: []string{"m"}, Run: until(today.AddMonths(1))},
		{ID: "snooze.date", Group: "until", Short: "a date", Long: "Until a day that you type: 3d, monday, next quarter, 1 Sep.", Keys: []string{"d"}, Run: func() tea.Cmd { return d.snoozeUntil(sel) }},
		{ID: "snooze.wake", Group: "until", Short: "now", Long: "No longer: end the snooze, and a skip.", Keys: []string{"n"}, Why: func() string { return notPutOff(sel) }, Run: func() tea.Cmd { return d.Wake(sel) }},
	}
}

func notPutOff(sel pane.Selected) string {
	if sel.Profile == nil {
		return ""
	}
	if o := &sel.Profile.Person.Outreach.Deferral; !o.Until.Known() && !o.Skipping() {
		return "she is neither snoozed nor skipped"
	}
	return ""
}

func (d *Desk) snoozed(sel pane.Selected, until model.Date) pane.Change {
	return pane.Change{
		Settles: true,
		To:      sel.People,
		Do:      func(who store.Act) (store.Acted, error) { return d.deps.Store.Snooze(who, until) },
		Told:    func(whom string) string { return fmt.Sprintf("snoozed %s until %s", whom, until) },
	}
}

// Wake ends the snooze and the skip of people.
func (d *Desk) Wake(sel pane.Selected) tea.Cmd {
	return d.now(pane.Change{
		Settles: true,
		To:      sel.People,
		Do:      d.deps.Store.Wake,
		Told:    func(whom string) string { return whom + " may be in the queue again" },
	})
}

// snoozeUntil asks for the day.
func (d *Desk) snoozeUntil(sel pane.Selected) tea.Cmd {
	fields := []overlay.Field{{Label: "Until", Hint: "3d, monday, 2w, next month, q2, 1 Sep, 2026-09-01"}}
	f := d.form("Snooze "+name(sel), fields, func(v []string) (func() (pane.Acted, error), error) {
		day, err := d.toCome(v[0])
		if err != nil {
			return nil, err
		}
		return func() (pane.Acted, error) { return d.make(d.snoozed(sel, day)) }, nil
	})
	d.tellDay(f, 0)
	return pane.Request(pane.Show{Overlay: f})
}

// toCome reads a day after today.
func (d *Desk) toCome(text string) (model.Date, error) {
	if model.CleanLine(text) == "" {
		return 0, errors.New("give a day: 3d, monday, 2w, next month, 1 Sep")
	}
	day, err := model.ParseWhen(text, d.env.Now())
	if err == nil && day <= model.DateOf(d.env.Now()) {
		err = fmt.Errorf("%s is not after today: give a day to come", day)
	}
	return day, err
}

// tellDay says below a form which day its field means, as it is typed.
func (d *Desk) tellDay(f *form, field int) {
	f.typed = func() tea.Cmd {
		f.Note("")
		if day, err := d.toCome(f.Values()[field]); err == nil {
			f.Note(d.dayText(day))
		}
		return nil
	}
}

// dayText is a day in words, and how far away it is.
func (d *Desk) dayText(day model.Date) string {
	days := int(day.Time().Sub(model.DateOf(d.env.Now()).Time()).Hours()) / 24
	return fmt.Sprintf("%s, in %s", day.Time().Format("Monday, 2 January 2006"), count(days, "day"))
}

func count(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return fmt.Sprintf("%d %ss", n, what)
}
