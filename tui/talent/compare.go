package talent

import (
	"fmt"
	"slices"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"talentmap/model"
	"talentmap/scoring"
	"talentmap/tui/overlay"
	"talentmap/tui/pane"
	"talentmap/tui/theme"
	"talentmap/tui/widget"
)

// notTwo is why there are not two people to compare.
func (p *Pane) notTwo() string {
	if why := p.nobody(); why != "" {
		return why
	}
	if _, _, ok := p.two(); !ok {
		return "two people are compared: mark one with {talent.mark} and go to the other, or mark both"
	}
	return ""
}

// two are the people to compare: the marked two, else the marked one and the one
// under the cursor.
func (p *Pane) two() (a, b *row, ok bool) {
	marked := p.list.Marked()
	if here, is := p.list.Cursor(); len(marked) == 1 && is && marked[0] != here {
		marked = append(marked, here)
	}
	if len(marked) != 2 {
		return nil, nil, false
	}
	a, b = p.board.rows[marked[0]], p.board.rows[marked[1]]
	return a, b, a != nil && b != nil
}

func (p *Pane) compare() tea.Cmd {
	a, b, _ := p.two()
	title := a.profile.Person.Name + " and " + b.profile.Person.Name
	return pane.Request(pane.Show{Overlay: overlay.NewReader(p.env, title, func(w int) []string {
		c := &comparison{Sheet: pane.Sheet{Env: p.env, W: w}, now: p.env.Now(), both: [2]*row{a, b}}
		return c.lines()
	})})
}

// comparison puts two people side by side: what is told stands on the left, hers and
// the other's beside it.
type comparison struct {
	pane.Sheet
	now  time.Time
	both [2]*row
}

// told is the cells of what is told.
const told = 13

// side is one cell of a line.
type side struct {
	tok  theme.Token
	text string
}

func (c *comparison) lines() []string {
	c.line("", func(r *row) side { return side{theme.Strong, r.profile.Person.Name} })
	c.place()
	c.work()
	c.fit()
	c.receptivity()
	c.career()
	c.skills()
	c.touches()
	return c.Sheet.Lines
}

// line adds a line, unless neither has anything to say.
func (c *comparison) line(what string, of func(*row) side) {
	a, b := of(c.both[0]), of(c.both[1])
	if a.text == "" && b.text == "" {
		return
	}
	w := (c.W - told) / 2
	c.Cells(pane.Cell{Tok: theme.Dim, Text: what, W: told}, pane.Cell{Tok: a.tok, Text: a.text, W: w}, pane.Cell{Tok: b.tok, Text: b.text})
}

// text adds a line of plain texts.
func (c *comparison) text(what string, of func(*row) string) {
	c.line(what, func(r *row) side { return side{theme.Text, of(r)} })
}

// wrapped adds texts in as many lines as they take.
func (c *comparison) wrapped(what string, of func(*row) string) {
	var parts [2][]string
	for i, r := range c.both {
		parts[i] = widget.Wrap(of(r), (c.W-told)/2-1)
	}
	for n := range max(len(parts[0]), len(parts[1])) {
		at := func(i int) string {
			if n < len(parts[i]) {
				return parts[i][n]
			}
			return ""
		}
		w := (c.W - told) / 2
		c.Cells(pane.Cell{Tok: theme.Dim, Text: what, W: told}, pane.Cell{Tok: theme.Dim, Text: at(0), W: w}, pane.Cell{Tok: theme.Dim, Text: at(1)})
		what = ""
	}
}

// place is where each stands on the map.
func (c *comparison) place() {
	c.text("rank", func(r *row) string {
		where := fmt.Sprint(r.rank)
		if r.bench {
			where = fmt.Sprintf("bench %d", r.rank)
		}
		if r.tier != model.NoTier {
			where += ", tier " + r.tier.String()
		}
		return where
	})
	c.wrapped("note", func(r *row) string { return r.note })
}

func (c *comparison) work() {
	c.text("now", func(r *row) string { return r.profile.Latest.Title })
	c.text("at", func(r *row) string { return r.profile.Latest.Company })
	c.text("since", func(r *row) string {
		if !r.profile.Since.Known() {
			return ""
		}
		return fmt.Sprintf("%s, %s", r.profile.Since, counted(r.months, "month", "months"))
	})
	c.text("place", func(r *row) string { return r.profile.Person.Location })
	c.text("level", func(r *row) string {
		if r.level == 0 {
			return ""
		}
		return fmt.Sprint(r.level)
	})
	c.line("trajectory", func(r *row) side {
		tok, sign := trendSign(c.Env.Theme, r.profile.Trend, true)
		if c.Env.Aloud {
			sign = r.profile.Trend.String()
		}
		return side{tok, sign}
	})
	c.wrapped("", func(r *row) string { return r.profile.TrendWhy })
	c.text("moved by", func(r *row) string { return motives(r.profile.Person.Motivators) })
}

// fit is the score, and each part that the map asks for.
func (c *comparison) fit() {
	c.Gap()
	c.line("fit", func(r *row) side { return side{theme.Strong, fmt.Sprintf("%d", r.fit.Score)} })
	var parts []string
	for _, r := range c.both {
		for _, part := range r.fit.Parts {
			if !slices.Contains(parts, part.Name) {
				parts = append(parts, part.Name)
			}
		}
	}
	for _, name := range parts {
		c.wrapped("  "+name, func(r *row) string {
			i := slices.IndexFunc(r.fit.Parts, func(p scoring.FitPart) bool { return p.Name == name })
			if i < 0 {
				return ""
			}
			part := r.fit.Parts[i]
			return fmt.Sprintf("%.0f of %.0f, %s", part.Score, part.Of, part.Why)
		})
	}
}

// receptivity is the score with its band, and what counts most.
func (c *comparison) receptivity() {
	c.Gap()
	c.line("receptivity", func(r *row) side {
		rec := &r.profile.Receptivity
		tok, sign := c.Env.Theme.Band(int(rec.Band))
		return side{tok, fmt.Sprintf("%d %s %s", rec.Score, sign, rec.Band)}
	})
	for n := range 5 {
		c.line("", func(r *row) side {
			points := r.profile.Receptivity.Points
			if n >= len(points) || points[n].Why != "" {
				return side{}
			}
			return side{theme.Dim, fmt.Sprintf("%+5.1f %s", points[n].Points-points[n].Cut, points[n].Label)}
		})
	}
	c.text("window", func(r *row) string {
		w := r.profile.Receptivity.Window
		switch {
		case w.Open:
			return fmt.Sprintf("open, %s left", counted(w.DaysLeft, "day", "days"))
		case w.Known():
			return "opens " + w.Opens.String()
		}
		return ""
	})
}

// inset is the cells before the bars of the positions.
const inset = 2

// career draws the positions of both on one axis, one below the other.
func (c *comparison) career() {
	today := pane.YearOf(c.now)
	line := widget.Timeline{Begin: today - 1, End: today}
	for _, r := range c.both {
		for i := range r.profile.Person.Positions {
			if q := &r.profile.Person.Positions[i]; q.Start.Known() {
				line.Begin = min(line.Begin, pane.StretchOf(q, c.now).Earliest)
			}
		}
	}
	bar := max((c.W-inset)/4, 12)
	head := line.Axis(bar)
	if c.Env.Aloud {
		bar, head = 0, ""
	}
	c.Gap()
	c.Text(theme.Dim, "positions")
	for _, r := range c.both {
		c.Cells(pane.Cell{W: inset}, pane.Cell{Tok: theme.Dim, Text: head, W: bar + 1}, pane.Cell{Tok: theme.Strong, Text: r.profile.Person.Name})
		head = ""
		for i := range r.profile.Person.Positions {
			q := &r.profile.Person.Positions[i]
			tok, drawn := theme.Dim, "?"
			if q.Open(c.now) {
				tok = theme.Accent
			}
			if q.Start.Known() || q.End.Known() {
				drawn = line.Bar(c.Env.Theme, pane.StretchOf(q, c.now), bar)
			}
			c.Cells(pane.Cell{W: inset}, pane.Cell{Tok: tok, Text: drawn, W: bar + 1},
				pane.Cell{Tok: theme.Text, Text: joined(", ", q.Title, q.Company, span(q))})
		}
	}
}

func span(q *model.Position) string {
	switch {
	case q.Start.Known() && q.End.Known():
		return month(q.Start) + " to " + month(q.End)
	case q.Start.Known():
		return "since " + month(q.Start)
	case q.End.Known():
		return "until " + month(q.End)
	}
	return ""
}

// skills are those of both, and what only one has.
func (c *comparison) skills() {
	a, b := c.both[0].profile, c.both[1].profile
	both, onlyA, onlyB := scoring.Alike(a.Person.Skills, b.Person.Skills)
	c.Gap()
	if len(both) > 0 {
		for i, l := range widget.Wrap(strings.Join(both, ", "), c.W-told-1) {
			c.Cells(pane.Cell{Tok: theme.Dim, Text: map[bool]string{true: "both know"}[i == 0], W: told}, pane.Cell{Tok: theme.Text, Text: l})
		}
	}
	c.wrapped("only", func(r *row) string {
		if r == c.both[0] {
			return strings.Join(onlyA, ", ")
		}
		return strings.Join(onlyB, ", ")
	})
}

// touches is how far outreach has come with each.
func (c *comparison) touches() {
	c.Gap()
	c.text("state", func(r *row) string {
		o := &r.profile.Person.Outreach
		if o.Lock != model.Unlocked {
			return "locked: " + string(o.Lock)
		}
		return joined(", ", string(o.Current()), o.Owner)
	})
	c.text("touches", func(r *row) string {
		n := len(r.profile.Touches)
		if n == 0 {
			return "none yet"
		}
		return fmt.Sprintf("%d, the last on %s", n, lastTouch(r))
	})
}
