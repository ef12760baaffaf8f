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
}

// row is one of the hundred.
type row struct {
	profile *roster.Profile
	fit     scoring.FitResult
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
	owner, want := pane.Owner{ID: p.id, Gen: p.gen}, p.want
	st, weights, now := p.deps.Store, p.deps.Weights, p.env.Now()
	return func() tea.Msg {
		var b *board
		err := st.View(func(tx *store.Tx) (err error) {
			b, err = readBoard(tx, weights, want, now)
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
	p.board = msg.board
	p.want = p.board.Map.ID
	p.refill()
	return nil
}

// refill puts the people that the filter keeps into the list.
func (p *Pane) refill() {
	if p.board == nil {
		return
	}
	p.narrow()
	ids := make([]model.PersonID, 0, len(p.board.Map.Entries))
	for _, e := range p.board.Map.Entries {
		if r := p.board.rows[e.Person]; r != nil && p.filter.keeps(e.Person) {
			ids = append(ids, e.Person)
		}
	}
	p.list.SetIDs(ids)
	p.list.SetSize(p.w, max(p.h-p.headLines(), 0))
	p.stale = true
}

func readBoard(tx *store.Tx, w *scoring.Weights, want model.MapID, now time.Time) (*board, error) {
	b := &board{rows: map[model.PersonID]*row{}}
	for m, err := range tx.Maps() {
		if err != nil {
			return nil, err
		}
		b.maps = append(b.maps, m)
	}
	if len(b.maps) == 0 {
		b.some = tx.LastPerson() != 0
		return b, nil
	}
	b.Map = b.maps[max(slices.IndexFunc(b.maps, func(m model.Map) bool { return m.ID == want }), 0)]
	if err := b.readRows(tx, w, now); err != nil {
		return nil, err
	}
	return b, nil
}

func (b *board) readRows(tx *store.Tx, w *scoring.Weights, now time.Time) error {
	target := scoring.TargetOf(&b.Map)
	profiles := make([]*roster.Profile, 0, len(b.Map.Entries))
	for _, e := range b.Map.Entries {
		prof, err := roster.ReadProfile(tx, w, e.Person, now)
		if errors.Is(err, store.ErrNotFound) {
			continue // taken back since, by the undo of an import
		}
		if err != nil {
			return err
		}
		profiles = append(profiles, prof)
		b.rows[e.Person] = &row{
			profile: prof,
			fit:     scoring.Fit(&prof.Person, target, now),
		}
	}
	peers := roster.Peers(profiles, now)
	for _, p := range profiles {
		p.Trend, p.TrendWhy = scoring.Trajectory(p.Person.Positions, peers, now)
	}
	return nil
}
