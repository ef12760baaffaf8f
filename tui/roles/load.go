package roles

import (
	"cmp"
	"context"
	"slices"

	tea "charm.land/bubbletea/v2"

	"talentmap/model"
	"talentmap/scoring"
	"talentmap/store"
	"talentmap/store/roster"
	"talentmap/tui/pane"
)

// watched are the kinds of change that can alter what the page shows.
var watched = store.KindsOf(store.Roles, store.Maps, store.People, store.Companies, store.PersonSignals, store.CompanySignals, store.Touches)

// reading is the roles as read at one moment.
type reading struct {
	pool *roster.Pool
	all  []*row // the open ones first, of each kind the newest
	open int
}

// row is a role with how its shortlist stands.
type row struct {
	*model.Role
	list               scoring.Shortlist
	contacted, replied int
}

type loaded = pane.Loaded[*reading]

// Load reads the roles and draws their lists again.
func (p *Pane) Load() tea.Cmd {
	ctx, deps, user, now := p.ctx, p.deps, p.Env.User, p.Env.Now()
	return pane.LoadLong(&p.Reading, "reading the roles", func(tell func(pane.Done)) (*reading, error) {
		pool, err := roster.ReadPool(ctx, deps.Store, deps.Weights, user, now, nil, func(done, of int) {
			tell(pane.Done{Count: done, Of: "profile", Share: float64(done) / float64(of)})
		})
		if err != nil {
			return nil, err
		}
		return newReading(ctx, pool), nil
	})
}

func newReading(ctx context.Context, pool *roster.Pool) *reading {
	r := &reading{pool: pool}
	for i := range pool.Roles {
		if ctx.Err() != nil {
			break
		}
		one := &row{Role: &pool.Roles[i]}
		one.list = pool.Shortlist(one.Role)
		one.contacted, one.replied = pool.Reached(one.Role, one.list.Listed, one.list.Apart)
		r.all = append(r.all, one)
		if one.Open() {
			r.open++
		}
	}
	slices.SortStableFunc(r.all, func(x, y *row) int {
		switch {
		case x.Open() && !y.Open():
			return -1
		case !x.Open() && y.Open():
			return 1
		}
		return cmp.Or(cmp.Compare(y.Closed, x.Closed), cmp.Compare(y.Opened, x.Opened), cmp.Compare(y.ID, x.ID))
	})
	return r
}

func (p *Pane) show(r *reading) {
	p.read = r
	p.list.Show(r.all)
	p.SetSize(p.W, p.H)
}
