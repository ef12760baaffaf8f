package person

import (
	"fmt"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"talentmap/model"
	"talentmap/tui/overlay"
	"talentmap/tui/pane"
	"talentmap/tui/theme"
)

// briefPart is who she is, where she stands, and what would move her.
func (p *Pane) briefPart() part {
	pt := part{sec: inBrief}
	per := &p.profile.Person
	p.put(&pt, "role", item{draw: p.drawRole, edit: p.editRole, copies: copying("her title", at(p.profile.Latest.Title, p.profile.Latest.Company))})
	p.put(&pt, "place", item{draw: p.drawPlace, edit: p.editField("location"), copies: copying("her place", per.Location)})
	if per.Headline != "" {
		p.put(&pt, "headline", item{draw: wrapped(theme.Dim, per.Headline), edit: p.editField("headline"), copies: copying("her headline", per.Headline)})
	}
	p.put(&pt, "outreach", item{draw: p.drawOutreach, edit: p.chooseOutreach})
	if p.profile.Standing.Locked(p.Env.Now()) {
		p.put(&pt, "lock", item{draw: p.drawLock, edit: p.askLock, remove: p.askUnlock})
	}
	p.put(&pt, "motivators", item{draw: p.drawMotivators, edit: p.chooseMotivators})
	for _, pl := range p.places {
		p.put(&pt, "map "+pl.Map.String(), item{edit: func() tea.Cmd { return pane.Request(pane.OpenMap{ID: pl.Map}) }, draw: func(s *pane.Sheet) {
			s.Text(theme.Text, joinedBy(" · ", "on "+pl.Name+": "+pl.String(), pl.Note))
		}})
	}
	if o := per.Origin; o.MadeUp {
		p.put(&pt, "made up", item{fixed: true, draw: wrapped(theme.Dim, "made up: part of the sample")})
	}
	return pt
}

// wrapped draws a text in as many lines as it takes.
func wrapped(tok theme.Token, text string) func(*pane.Sheet) {
	return func(s *pane.Sheet) { s.Wrapped(tok, 0, text) }
}

// copying is what an item offers to be copied.
func copying(what, value string) func() (string, string) {
	return func() (string, string) { return what, value }
}

// at is a title at a company, of which either may be missing.
func at(title, company string) string { return joinedBy(" at ", title, company) }

// joinedBy joins the texts that are there.
func joinedBy(sep string, texts ...string) string { return strings.Join(present(texts...), sep) }

func (p *Pane) drawRole(s *pane.Sheet) {
	prof, now := p.profile, p.Env.Now()
	title := at(prof.Latest.Title, prof.Latest.Company)
	switch {
	case title == "":
		s.Says(theme.Dim, 0, "what she does is not known: {person.item} enters it")
	case !prof.Employed:
		title = "last: " + title
	}
	s.Wrapped(theme.Strong, 0, title)
	if prof.Since.Known() {
		s.Text(theme.Dim, fmt.Sprintf("since %s, %s", prof.Since, lasting(prof.Since.MonthsUntil(now))))
	}
	if model.Confusable(prof.Person.Name) {
		s.Wrapped(theme.Bad, 0, "the name mixes alphabets or shows nothing: look twice before trusting it")
	}
}

// lasting is a number of months in words: "1 year 4 months".
func lasting(months int) string {
	years := some(months/12, "year", "years")
	if months%12 == 0 && years != "" {
		return years
	}
	return joinedBy(" ", years, count(months%12, "month", "months"))
}

func (p *Pane) drawPlace(s *pane.Sheet) {
	place := p.profile.Person.Location
	if place == "" {
		s.Says(theme.Dim, 0, "where she is is not known: {person.item} enters it")
		return
	}
	s.Wrapped(theme.Text, 0, place+p.hourThere())
}

// hourThere is what the clock says where she is.
func (p *Pane) hourThere() string {
	zone := model.DaysOf(&p.profile.Person, nil).Zone
	if zone == nil {
		return ""
	}
	return " · " + p.Env.Now().In(zone).Format("Mon 15:04") + " there"
}

func (p *Pane) drawOutreach(s *pane.Sheet) {
	prof, o, now := p.profile, &p.profile.Standing, p.Env.Now()
	state := "outreach: " + string(o.Current())
	if o.State == model.Active {
		state += fmt.Sprintf(", touch %d of %d sent", o.Step, p.deps.Weights.Cadence.Touches())
	}
	if o.Next.Known() {
		state += ", next " + o.Next.String()
	}
	if o.Owner != "" {
		state += ", with " + o.Owner
	}
	state += after(", since ", o.Trail.Since.String()) + after(", rated ", string(o.Trail.Rating))
	s.Wrapped(theme.Text, 0, state)
	if prof.Hidden {
		s.Wrapped(theme.Dim, 0, putOff(&o.Deferral))
	}
	if gate := prof.Gate(p.Env.User, "", now); !gate.Open() {
		s.Wrapped(theme.Bad, 0, gate.Err().Error())
	}
	for _, r := range prof.Reasons(now) {
		s.Wrapped(theme.Warm, 0, r.Text)
	}
}

// putOff says why she is not in the queue, and who decided that.
func putOff(d *model.Deferral) string {
	says := "passed over in the queue until there is a new reason"
	if d.Until.Known() {
		says = "out of the queue until " + d.Until.String()
	}
	return joined(says, after("by ", d.By))
}

func (p *Pane) drawLock(s *pane.Sheet) {
	o := &p.profile.Standing
	until := "without end"
	if o.LockUntil.Known() {
		until = "until " + o.LockUntil.String()
	}
	s.Wrapped(theme.Bad, 0, "locked: "+joined(string(o.Lock), until, o.LockWhy, after("by ", o.LockBy)))
}

func (p *Pane) drawMotivators(s *pane.Sheet) {
	motives := make([]string, len(p.profile.Person.Motivators))
	for i, m := range p.profile.Person.Motivators {
		motives[i] = string(m)
	}
	if len(motives) == 0 {
		s.Says(theme.Dim, 0, "what would move her is not known: {person.item} says it")
		return
	}
	s.Wrapped(theme.Text, 0, "moved by "+strings.Join(motives, ", "))
}

// editRole edits the position that she holds, or enters the first.
func (p *Pane) editRole() tea.Cmd {
	per := &p.profile.Person
	for i, q := range per.Positions {
		if q == p.profile.Latest {
			return p.editPosition(i)
		}
	}
	return p.addPosition()
}

// chooseOutreach lists what can be done to where she stands.
func (p *Pane) chooseOutreach() tea.Cmd {
	items := []overlay.Item{
		{Title: "hand over", Note: "to a colleague, or to nobody", Run: p.askOwner},
		{Title: "lock", Note: "nobody writes to her, for good or until a day", Run: p.askLock},
	}
	if p.profile.Standing.Locked(p.Env.Now()) {
		items = append(items, overlay.Item{Title: "unlock", Note: "open a lock of the team's", Run: p.askUnlock})
	}
	return pane.Request(pane.Show{Overlay: overlay.NewPickerOf(p.Env, "Outreach to "+p.profile.Person.Name, "what is to happen?", items)})
}

// chooseMotivators has one take the four motivators on and off.
func (p *Pane) chooseMotivators() tea.Cmd {
	g := p.Env.Theme.Glyphs
	has := map[model.Motivator]bool{}
	for _, m := range p.profile.Person.Motivators {
		has[m] = true
	}
	search := func(q string) []overlay.Item {
		var items []overlay.Item
		for _, m := range model.Motivators() {
			sign, note := g.Open, "off: choosing takes it on"
			if has[m] {
				sign, note = g.Done, "on: choosing takes it off"
			}
			items = append(items, overlay.Item{Key: sign, Title: string(m), Note: note, Value: m})
		}
		return overlay.Filter(items, q)
	}
	title := func() string { return "What would move " + p.profile.Person.Name }
	return pane.Request(pane.Show{Overlay: overlay.NewPicker(p.Env, "", "each choice is saved at once; {picker.close} leaves", search).Many(title, func(chosen []any) tea.Cmd {
		base := p.profile.Person
		for _, v := range chosen {
			if m, ok := v.(model.Motivator); ok {
				has[m] = !has[m]
			}
		}
		var now []model.Motivator
		for _, m := range model.Motivators() {
			if has[m] {
				now = append(now, m)
			}
		}
		return p.change(base, func(mine *model.Person) { mine.Motivators = now })
	})})
}

// day shows a moment as the calendar here has it.
func (p *Pane) day(t time.Time) string { return t.In(p.Env.Now().Location()).Format(time.DateOnly) }
