package talent

import (
	"errors"
	"slices"
	"time"

	tea "charm.land/bubbletea/v2"

	"talentmap/model"
	"talentmap/scoring"
	"talentmap/store"
	"talentmap/store/roster"
	"talentmap/tui/pane"
)

// watched are the kinds of change that can alter what the map shows.
var watched = store.KindsOf(store.Maps, store.People, store.Companies, store.PersonSignals,
	store.CompanySignals, store.Touches, store.Drafts)

// board is one map as read at one moment.
type board struct {
	Map  model.Map
	maps []model.Map // all of them, for the switcher
	some bool        // there are people, where there is no map
	rows map[model.PersonID]*row
	lost int // whose records are damaged; their ranks stay theirs
}

// row is one of the hundred, or of the bench.
type row struct {
	profile *roster.Profile
	fit     scoring.FitResult
	level   int // of the title; 0 unknown
	months  int // in the role; 0 also where that is not known
	signals int // that count today

	place
}

// place is where someone stands on the map.
type place struct {
	rank  int // from 1, on the bench among those there
	bench bool
	tier  model.Tier
	note  string
}

// loaded is a board on its way to the pane.
type loaded struct {
	pane.Owner
	board *board
	err   error
}

// Load reads the map again.
func (p *Pane) Load() tea.Cmd {
	p.gen++
	owner, want, bench := pane.Owner{ID: p.id, Gen: p.gen}, p.want, p.benched
	st, weights, now := p.deps.Store, p.deps.Weights, p.env.Now()
	return func() tea.Msg {
		var b *board
		err := st.View(func(tx *store.Tx) (err error) {
			b, err = readBoard(tx, weights, want, bench, now)
			return err
		})
		return loaded{Owner: owner, board: b, err: err}
	}
}

// show puts a board on the screen, unless a newer one is on its way.
func (p *Pane) show(msg loaded) tea.Cmd {
	if msg.Gen != p.gen {
		return nil
	}
	if msg.err != nil {
		return pane.Request(pane.Fail(msg.err))
	}
	was := p.want
	p.board = msg.board
	p.want = p.board.Map.ID
	if was != 0 && was != p.want { // it has gone
		p.leaveMap()
	}
	p.refill()
	return nil
}

// refill puts the people that the query keeps into the list, in its order, and what
// else shows them.
func (p *Pane) refill() {
	if p.board == nil {
		return
	}
	p.noted = p.board.place()
	p.narrow.Sift(slices.Collect(p.board.Map.People()))
	ids := p.kept(p.board.Map.Entries)
	p.sort(ids)
	var bench []model.PersonID
	if p.benched && p.only == nil {
		bench = p.kept(p.board.Map.Bench)
		p.sort(bench)
	}
	p.showColumns()
	p.cols.Sort(p.order.Mark())
	p.list.SetIDs(append(ids, bench...), p.parts(ids, bench)...)
	p.list.SetSize(p.w, p.listHeight())
	p.fillCompanies()
	p.drawn = false // the picture
	p.stale = true
}

// kept are the people of a list whom the query keeps.
func (p *Pane) kept(list []model.Entry) []model.PersonID {
	ids := make([]model.PersonID, 0, len(list)+len(p.board.Map.Bench))
	for _, e := range list {
		if p.board.rows[e.Person] != nil && p.narrow.Keeps(e.Person) && p.isOf(e.Person) {
			ids = append(ids, e.Person)
		}
	}
	return ids
}

// place tells each row where it stands, and reports whether anybody has a note.
func (b *board) place() (noted bool) {
	for _, list := range [...][]model.Entry{b.Map.Bench, b.Map.Entries} {
		for i, e := range list {
			if r := b.rows[e.Person]; r != nil {
				r.place = place{rank: i + 1, tier: e.Tier, note: e.Note}
				noted = noted || e.Note != ""
			}
		}
	}
	for _, e := range b.Map.Bench {
		if r := b.rows[e.Person]; r != nil {
			r.bench = true
		}
	}
	return noted
}

func readBoard(tx *store.Tx, w *scoring.Weights, want model.MapID, bench bool, now time.Time) (*board, error) {
	b := &board{rows: map[model.PersonID]*row{}}
	for m, err := range tx.Maps() {
		damaged, err := store.Damaged(err)
		switch {
		case err != nil:
			return nil, err
		case !damaged:
			b.maps = append(b.maps, m)
		}
	}
	if len(b.maps) == 0 {
		b.some = tx.LastPerson() != 0
		return b, nil
	}
	b.Map = b.maps[max(slices.IndexFunc(b.maps, func(m model.Map) bool { return m.ID == want }), 0)]
	if err := b.readRows(tx, w, bench, now); err != nil {
		return nil, err
	}
	return b, nil
}

// readRows reads the hundred, and those of the bench where that is shown.
func (b *board) readRows(tx *store.Tx, w *scoring.Weights, bench bool, now time.Time) error {
	target := scoring.TargetOf(&b.Map)
	profiles := make([]*roster.Profile, 0, len(b.Map.Entries))
	list := b.Map.Entries
	if bench {
		list = slices.Concat(list, b.Map.Bench)
	}
	for _, e := range list {
		prof, err := roster.ReadProfile(tx, w, e.Person, now)
		damaged, err := store.Damaged(err)
		switch {
		case damaged:
			b.lost++
		case errors.Is(err, store.ErrNotFound): // taken back since, by the undo of an import
		case err != nil:
			return err
		default:
			profiles = append(profiles, prof)
			b.rows[e.Person] = newRow(prof, target, now)
		}
	}
	peers := roster.Peers(profiles, now)
	for _, p := range profiles {
		p.Trend, p.TrendWhy = scoring.Trajectory(p.Person.Positions, peers, now)
	}
	return nil
}

func newRow(prof *roster.Profile, target scoring.Target, now time.Time) *row {
	r := &row{
		profile: prof, fit: scoring.Fit(&prof.Person, target, now),
		level: scoring.Level(prof.Latest.Title), months: prof.Since.MonthsUntil(now),
	}
	for i := range prof.Receptivity.Points {
		if pt := &prof.Receptivity.Points[i]; pt.Signal != 0 && pt.Why == "" {
			r.signals++
		}
	}
	return r
}
