package stock

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"talentmap/model"
	"talentmap/store"
	"talentmap/tui/overlay"
	"talentmap/tui/pane"
	"talentmap/tui/theme"
	"talentmap/tui/widget"
)

// crowd is who is in the sequences, as read at one moment.
type crowd struct {
	in   map[model.SequenceID][]*store.InSequence // by the touch that is next, then by its day
	team int                                      // are written to by the team's days, in none
}

type counted = pane.Loaded[*crowd]

// count reads who is in the sequences.
func (p *Pane) count() tea.Cmd {
	st, ctx := p.deps.Store, p.ctx
	return pane.Load(&p.counting, func() (*crowd, error) {
		all, err := st.InSequences(ctx)
		if err != nil {
			return nil, err
		}
		return crowdOf(all), nil
	})
}

func crowdOf(all []store.InSequence) *crowd {
	c := &crowd{in: map[model.SequenceID][]*store.InSequence{}}
	for i := range all {
		if id := all[i].Outreach.Plan.Sequence; id != 0 {
			c.in[id] = append(c.in[id], &all[i])
			continue
		}
		c.team++
	}
	for _, some := range c.in {
		slices.SortFunc(some, func(a, b *store.InSequence) int {
			return cmp.Or(a.Outreach.Step-b.Outreach.Step, cmp.Compare(a.Outreach.Next, b.Outreach.Next), strings.Compare(a.Name, b.Name), cmp.Compare(a.ID, b.ID))
		})
	}
	return c
}

func (p *Pane) showPeople(c *crowd) {
	p.people = c
	p.plans.Redraw()
}

// inIt is who is in the sequence under the cursor.
func (p *Pane) inIt() []*store.InSequence {
	if p.people == nil {
		return nil
	}
	return p.people.in[p.plans.Current().ID]
}

func (p *Pane) nobodyInIt() string {
	switch {
	case p.people == nil:
		return "who is in it is being read"
	case len(p.inIt()) == 0:
		return "nobody is in it: {sequence} puts whoever is selected on a list into one"
	}
	return ""
}

func (p *Pane) sequenceRow(b []byte, s *model.Sequence, w int, st widget.RowState) []byte {
	note := daysOf(s)
	if p.people != nil {
		note += fmt.Sprintf("  %d in it", len(p.people.in[s.ID]))
	}
	return p.line(b, st, w, s.Name, note)
}

// daysOf are the days of a sequence: "0, 4, 9, 16".
func daysOf(s *model.Sequence) string {
	days := make([]string, 0, model.MostTouches)
	for _, d := range s.Days() {
		days = append(days, strconv.Itoa(d))
	}
	return strings.Join(days, ", ")
}

// sequenceDetail is the touches of the sequence under the cursor, each with those to whom
// it is the next.
func (p *Pane) sequenceDetail(w int) []string {
	s, q := pane.Sheet{Env: p.Env, W: w}, p.plans.Current()
	s.Wrapped(theme.Strong, 0, q.Name)
	s.Wrapped(theme.Dim, 0, fmt.Sprintf("version %d by %s, %s", q.Version, q.By, q.At.In(p.Env.Now().Location()).Format("2006-01-02")))
	days, people := q.Days(), p.inIt()
	for i, st := range q.Steps {
		s.Gap()
		s.Cells(pane.Cell{Tok: theme.Accent, Text: fmt.Sprintf("%d", i+1), W: 3}, pane.Cell{Tok: theme.Text, Text: fmt.Sprintf("day %d", days[i]), W: 9},
			pane.Cell{Tok: theme.Text, Text: string(st.Channel), W: 18}, pane.Cell{Tok: theme.Text, Text: p.templateName(st.Template)})
		p.waiting(&s, people, i, i == len(q.Steps)-1)
	}
	p.others(&s, q)
	return s.Lines
}

// mostNamed is how many of those who wait for a touch are named below it.
const mostNamed = 3

// waiting tells below a touch to whom it is the next; below the last also who has had
// all of them.
func (p *Pane) waiting(s *pane.Sheet, people []*store.InSequence, step int, last bool) {
	const indent = 3
	named, more := 0, 0
	for _, in := range people {
		switch at := in.Outreach.Step; {
		case at != step && !(last && at > step):
		case named == mostNamed:
			more++
		default:
			s.Cells(pane.Cell{W: indent}, pane.Cell{Tok: theme.Dim, Text: in.Name, W: 27}, pane.Cell{Tok: theme.Dim, Text: standing(in)})
			named++
		}
	}
	if more > 0 {
		s.Says(theme.Dim, indent, fmt.Sprintf("and %d more: {stock.open} lists them", more))
	}
}

// standing is what comes next for somebody in a sequence, and when.
func standing(in *store.InSequence) string {
	o := &in.Outreach
	text := "next " + o.Next.String()
	switch {
	case o.Awaiting() && o.Current() == model.IntroPending:
		text = "waits for an introduction"
	case o.Awaiting():
		text = "waits for the first touch"
	case o.Current() == model.Paused:
		text = "paused until " + o.Next.String()
	case o.Current() == model.Bounced:
		text = "bounced: another address or channel"
	case o.Step >= o.Plan.Touches:
		text = "all have gone out: waits for an answer until " + o.Next.String()
	}
	if o.Owner != "" {
		text += ", " + o.Owner
	}
	return text
}

// others tells of those whose days are those of the team: their templates come from the
// oldest sequence.
func (p *Pane) others(s *pane.Sheet, q *model.Sequence) {
	s.Gap()
	switch {
	case p.people == nil:
		s.Text(theme.Dim, "Who is in it is being read.")
		return
	case len(p.inIt()) == 0:
		s.Says(theme.Dim, 0, "Nobody is in it. {sequence} puts whoever is selected on a list into it: the next touch to her begins it.")
	}
	if p.people.team > 0 && p.plans.IDs()[0] == q.ID {
		s.Wrapped(theme.Dim, 0, fmt.Sprintf("%s written to by the days of the team, in no sequence; their templates come from this one.", are(p.people.team)))
	}
}

func are(n int) string {
	if n == 1 {
		return "1 person is"
	}
	return fmt.Sprintf("%d people are", n)
}

// templateName is what a template is called.
func (p *Pane) templateName(id model.TemplateID) string {
	if t := p.texts.Of(id); t != nil {
		return t.Name
	}
	if id == 0 {
		return "written from nothing"
	}
	return "a template that has gone"
}

// openPeople lists who is in the sequence; one of them can be opened.
func (p *Pane) openPeople() tea.Cmd {
	q, people := p.plans.Current(), p.inIt()
	among := &pane.Among{Name: q.Name}
	items := make([]overlay.Item, len(people))
	for i, in := range people {
		among.IDs = append(among.IDs, in.ID)
		group := fmt.Sprintf("next: touch %d of %d", in.Outreach.Step+1, in.Outreach.Plan.Touches)
		if in.Outreach.Step >= in.Outreach.Plan.Touches {
			group = "all have gone out"
		}
		items[i] = overlay.Item{Group: group, Title: in.Name, Note: standing(in), Run: func() tea.Cmd {
			return pane.Request(pane.OpenPerson{ID: in.ID, Among: among})
		}}
	}
	return pane.Request(pane.Show{Overlay: overlay.NewPickerOf(p.Env, "In “"+q.Name+"”", "whose page?", items)})
}

func (p *Pane) askRemoveSequence() string {
	ask := fmt.Sprintf("Remove the sequence “%s”?", p.plans.Current().Name)
	switch n := len(p.inIt()); n {
	case 0:
		return ask
	case 1:
		return ask + " The one who is in it goes on by its days."
	default:
		return fmt.Sprintf("%s The %d who are in it go on by its days.", ask, n)
	}
}
