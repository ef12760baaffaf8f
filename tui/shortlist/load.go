package shortlist

import (
	"cmp"
	"context"
	"errors"
	"maps"
	"math"
	"slices"
	"time"

	tea "charm.land/bubbletea/v2"

	"talentmap/model"
	"talentmap/scoring"
	"talentmap/store"
	"talentmap/store/roster"
	"talentmap/tui/pane"
)

// watched are the kinds of change that can alter what the page shows.
var watched = store.KindsOf(store.Roles, store.Maps, store.People, store.Companies, store.PersonSignals, store.CompanySignals, store.Touches)

// reading is the shortlist as drawn at one moment.
type reading struct {
	pool *roster.Pool
	role model.Role
	list scoring.Shortlist
	of   map[model.PersonID]*row
}

// row is somebody as the role sees her.
type row struct {
	scoring.Judged
	prof   *roster.Profile
	rank   int    // on the list, from 1; 0: not on it
	was    int    // likewise, as the list was drawn last
	change string // since then
}

type loaded = pane.Loaded[*reading]

// Load draws the list again.
func (p *Pane) Load() tea.Cmd {
	d := drawing{ctx: p.ctx, deps: p.deps, id: p.id, user: p.Env.User, everyone: p.everyone}
	now := p.Env.Now()
	return pane.LoadLong(&p.Reading, "drawing the shortlist", func(tell func(pane.Done)) (*reading, error) {
		read, err := d.run(now, tell)
		if errors.Is(err, store.ErrNotFound) {
			return nil, nil
		}
		return read, err
	})
}

// show takes the list as it was drawn; nil: the role has been deleted.
func (p *Pane) show(r *reading) {
	p.read, p.gone = r, r == nil
	p.refill()
}

// refill puts the people whom the query keeps into the lists, in the order that holds.
func (p *Pane) refill() {
	if p.read == nil {
		return
	}
	l := &p.read.list
	p.cols.Show(p.Env.Columns[listName])
	p.cols.Sort(p.order.Mark())
	p.Narrow.Sift(slices.Collect(maps.Keys(p.read.of)))
	for v, part := range [views][]scoring.Judged{listed: l.Listed, apart: l.Apart, off: l.Off} {
		ids := make([]model.PersonID, len(part))
		for i := range part {
			ids[i] = part[i].Person
		}
		pane.Arrange(p.order.Now(), ids, func(id model.PersonID) *row { return p.read.of[id] })
		p.Fill(v, ids)
	}
	p.SetSize(p.W, p.H)
}

// newReading judges a role before a pool. Those who are not on the list are judged
// in words, too: one may ask of each why not.
func newReading(ctx context.Context, pool *roster.Pool, role model.Role, list scoring.Shortlist) *reading {
	r := &reading{pool: pool, role: role, list: list, of: map[model.PersonID]*row{}}
	for i := range list.Off {
		if ctx.Err() != nil {
			break
		}
		words, _ := pool.Judge(&role, list.Off[i].Person)
		words.Off = list.Off[i].Off
		list.Off[i] = words
	}
	for _, part := range [][]scoring.Judged{list.Apart, list.Off, list.Listed} {
		for i := range part {
			r.of[part[i].Person] = &row{Judged: part[i], prof: pool.Profiles[part[i].Person]}
		}
	}
	r.number()
	return r
}

// number gives the rows of the list their ranks, and how they have changed.
func (r *reading) number() {
	for i := range r.list.Listed {
		one := r.of[r.list.Listed[i].Person]
		one.rank, one.change = i+1, r.list.Change(&r.role.List, i)
		one.Pinned, one.was = r.role.List.Pin(one.Person), r.role.List.DrawnRank(one.Person)
	}
}

// reorder has the pinned of the list stand in the order of their pins at once; the
// store follows.
func (r *reading) reorder() {
	place := func(j scoring.Judged) int {
		if at := r.role.List.Pin(j.Person); at > 0 {
			return at
		}
		return math.MaxInt
	}
	r.list.Listed = slices.Clone(r.list.Listed)
	slices.SortStableFunc(r.list.Listed, func(a, b scoring.Judged) int { return cmp.Compare(place(a), place(b)) })
	r.number()
}

// drawing is one draw of the list.
type drawing struct {
	ctx      context.Context
	deps     Deps
	id       model.RoleID
	user     string
	everyone bool
}

func (d *drawing) run(now time.Time, tell func(pane.Done)) (*reading, error) {
	var role model.Role
	if err := d.deps.Store.View(func(tx *store.Tx) (err error) {
		role, err = tx.Role(d.id)
		return err
	}); err != nil {
		return nil, err
	}
	var also []model.PersonID
	if d.everyone {
		also = d.deps.Index.Snapshot().Likely(&role, roster.LikelyMost, now)
	}
	pool, err := roster.ReadPool(d.ctx, d.deps.Store, d.deps.Weights, d.user, now, also, func(done, of int) {
		tell(pane.Done{Count: done, Of: "profile", Share: float64(done) / float64(of)})
	})
	if err != nil {
		return nil, err
	}
	for i := range pool.Roles { // as it stands in the same reading
		if pool.Roles[i].ID == d.id {
			role = pool.Roles[i]
		}
	}
	draw := pool.Shortlist
	if d.everyone {
		draw = pool.ShortlistOfEveryone
	}
	return newReading(d.ctx, pool, role, draw(&role)), nil
}
