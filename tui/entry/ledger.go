package entry

import (
	"fmt"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"talentmap/model"
	"talentmap/scoring"
	"talentmap/store"
	"talentmap/store/roster"
	"talentmap/tui/action"
	"talentmap/tui/pane"
	"talentmap/tui/widget"
)

// Ledger is what a person's score is made of, point by point, and the place where a
// signal is logged, mended or removed. It follows what is changed.
type Ledger struct {
	desk    *Desk
	id, gen int
	prof    *roster.Profile
	at      int // the point under the cursor
	top     int // the first line in view
	w, h    int
	wanted  struct{ w, rows int }
	lines   []string
	starts  []int // the line at which each point begins, and behind the last
	acts    []action.Action
}

var (
	_ pane.Overlay    = (*Ledger)(nil)
	_ pane.Identified = (*Ledger)(nil)
)

// Why opens the ledger of a person's score.
func (d *Desk) Why(prof *roster.Profile) *Ledger {
	l := &Ledger{desk: d, id: d.env.NextID(), prof: prof}
	l.acts = l.actions()
	return l
}

func (l *Ledger) actions() []action.Action {
	acts := []action.Action{
		{ID: "ledger.log", Group: "signals", Short: "signal", Long: "Log a signal on the person, or at her company.", Keys: []string{"s"}, Footer: true, Run: func() tea.Cmd {
			return pane.Request(pane.Show{Overlay: l.desk.Signal(pane.One(l.prof))})
		}},
		{ID: "ledger.mend", Group: "signals", Short: "mend", Long: "Change the signal under the cursor: source, note, day, how sure it is.", Keys: []string{"e", "enter"}, Footer: true, Why: l.derived, Run: l.mend},
		{ID: "ledger.remove", Group: "signals", Short: "remove", Long: "Remove the signal under the cursor; undo brings it back.", Keys: []string{"x"}, Footer: true, Danger: true, Undoable: true, Ask: l.askRemove, Why: l.derived, Run: l.remove},
		{ID: "ledger.close", Group: "signals", Short: "close", Long: "Close the ledger.", Keys: []string{"esc", "q", "w"}, Footer: true, Run: func() tea.Cmd { return pane.Request(pane.Close{}) }},
	}
	return append(acts, pane.Moves("ledger", l)...)
}

// LedgerActions are those of the ledger, for the docs.
func LedgerActions(env *pane.Env) []action.Action {
	return New(env, Deps{}).Why(&roster.Profile{}).Actions()
}

// PaneID makes results find their way.
func (l *Ledger) PaneID() int { return l.id }

// Title names the person.
func (l *Ledger) Title() string { return "Why " + l.prof.Person.Name }

// Actions are logging, mending, removing, moving and leaving.
func (l *Ledger) Actions() []action.Action { return l.acts }

// signal is the one under the cursor; nil where that is none.
func (l *Ledger) signal() *model.Signal {
	points := l.prof.Receptivity.Points
	if l.at >= len(points) || points[l.at].Signal == 0 {
		return nil
	}
	i := slices.IndexFunc(l.prof.Signals, func(s model.Signal) bool { return s.ID == points[l.at].Signal })
	if i < 0 {
		return nil
	}
	return &l.prof.Signals[i]
}

func (l *Ledger) derived() string {
	switch {
	case len(l.prof.Receptivity.Points) == 0:
		return "there is no signal: {ledger.log} logs one"
	case l.signal() == nil:
		return "this follows from her positions: they are edited on her page"
	}
	return ""
}

func (l *Ledger) mend() tea.Cmd {
	return pane.Request(pane.Show{Overlay: l.desk.mend(pane.One(l.prof), *l.signal())})
}

func (l *Ledger) askRemove() string {
	s := l.signal()
	return fmt.Sprintf("Remove %s of %s, %s?", kindOf(s).short, s.Date, l.desk.subject(pane.One(l.prof), s))
}

func (l *Ledger) remove() tea.Cmd { return l.desk.removal(pane.One(l.prof), *l.signal()) }

// read is the person, read again.
type read struct {
	pane.Owner
	prof *roster.Profile
	err  error
}

// Update follows changes of the store.
func (l *Ledger) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case pane.Changed:
		if msg.Kinds&store.KindsOf(store.People, store.Companies, store.PersonSignals, store.CompanySignals) != 0 {
			return l.load()
		}
	case read:
		if msg.Gen == l.gen && msg.err == nil {
			l.prof = msg.prof
			l.at = min(l.at, max(len(l.prof.Receptivity.Points)-1, 0))
			l.draw()
		}
	case pane.Themed:
		l.draw()
	}
	return nil
}

func (l *Ledger) load() tea.Cmd {
	l.gen++
	out := read{Owner: pane.Owner{ID: l.id, Gen: l.gen}}
	deps, id, now := l.desk.deps, l.prof.Person.ID, l.desk.env.Now()
	return func() tea.Msg {
		out.err = deps.Store.View(func(tx *store.Tx) (err error) {
			out.prof, err = roster.ReadProfile(tx, deps.Weights, id, now)
			return err
		})
		return out
	}
}

// ledgerWidth is the widest that the ledger gets.
const ledgerWidth = 96

// Want is all the lines that it has at first, as far as there is room; what comes in
// later scrolls.
func (l *Ledger) Want(w, h int) (int, int) {
	w = min(w, ledgerWidth)
	if l.wanted.w != w {
		was := l.w
		l.w = w
		l.draw()
		l.wanted.w, l.wanted.rows, l.w = w, len(l.lines), was
	}
	return w, min(l.wanted.rows, h)
}

// SetSize sets the inner size.
func (l *Ledger) SetSize(w, h int) {
	l.w, l.h = w, h
	l.draw()
}

// Move goes to another point.
func (l *Ledger) Move(n int) {
	l.at = min(max(l.at+n, 0), max(len(l.prof.Receptivity.Points)-1, 0))
	l.draw()
}

// Page goes four points on.
func (l *Ledger) Page(n int) { l.Move(4 * n) }

// Home goes to the first point.
func (l *Ledger) Home() { l.Move(-l.at) }

// End goes to the last point, and shows the sum.
func (l *Ledger) End() {
	l.Move(len(l.prof.Receptivity.Points))
	l.top = max(len(l.lines)-l.h, 0)
}

// View is the part that is in view.
func (l *Ledger) View() string {
	return widget.Block(l.lines[min(l.top, len(l.lines)):], l.w, l.h)
}

// draw lays the ledger out, and shows the point under the cursor; with the last the
// sum, as far as there is room for both.
func (l *Ledger) draw() {
	if l.w <= 0 {
		return
	}
	s := &pane.Sheet{Env: l.desk.env, W: l.w}
	l.starts = l.starts[:0]
	for i := range l.prof.Receptivity.Points {
		l.starts = append(l.starts, len(s.Lines))
		l.point(s, &l.prof.Receptivity.Points[i], i == l.at)
	}
	l.starts = append(l.starts, len(s.Lines))
	l.sum(s)
	l.lines = s.Lines
	if len(l.prof.Receptivity.Points) == 0 {
		l.top = 0
		return
	}
	end := l.starts[l.at+1]
	if l.at+1 == len(l.prof.Receptivity.Points) {
		end = len(l.lines)
	}
	l.top = min(max(l.top, end-l.h), l.starts[l.at])
	l.top = max(min(l.top, len(l.lines)-l.h), 0)
}

// kindLabel is what a point is called.
func kindLabel(pt *scoring.Point) string {
	if pt.Weak {
		return pt.Label + " (weak evidence)"
	}
	return pt.Label
}

// workings is weight × how sure × what is left, and what a cap took off.
func workings(pt *scoring.Point) string {
	if pt.Why != "" {
		return "counts nothing: " + pt.Why
	}
	parts := []string{fmt.Sprintf("%.4g points", pt.Weight)}
	if pt.Confidence != 1 {
		parts = append(parts, fmt.Sprintf("%.2g sure", pt.Confidence))
	}
	if pt.Decay != 1 {
		parts = append(parts, fmt.Sprintf("%.2f left of it", pt.Decay))
	}
	text := strings.Join(parts, " × ")
	if pt.Cut > 0 {
		text += fmt.Sprintf(", less %.1f over the cap of its group", pt.Cut)
	}
	return text
}
