package roster

import (
	"context"
	"errors"
	"slices"
	"time"

	"talentmap/model"
	"talentmap/scoring"
	"talentmap/store"
)

// Pool is the roles and the people from whom their shortlists are drawn, read once
// and ready to be judged by each role. It does not change.
//
//	pool, err := roster.ReadPool(ctx, st, &weights, "ada", now, nil)
//	list := pool.Shortlist(&pool.Roles[0])
type Pool struct {
	Roles    []model.Role
	Maps     []model.Map
	Profiles map[model.PersonID]*Profile // who is on a map, or pinned to a role or taken off one
	Damaged  []error                     // of records that could not be read, so that somebody may be missing

	weights    *scoring.Weights
	now        time.Time
	candidates []scoring.Candidate
	index      map[model.PersonID]int // in candidates
}

// Viewer reads the store.
type Viewer interface {
	View(fn func(*store.Tx) error) error
}

// pooledAtOnce is how many people one read goes through: it lasts about 20 ms.
const pooledAtOnce = 200

// ReadPool reads the roles and maps, everybody on one of them and the people of
// also, in reads of bounded length, and prepares them to be judged on the day of now.
// by is who would write to them. tell hears how many are read; nil: nobody does.
func ReadPool(ctx context.Context, st Viewer, w *scoring.Weights, by string, now time.Time, also []model.PersonID, tell func(done, of int)) (*Pool, error) {
	p := &Pool{Profiles: map[model.PersonID]*Profile{}, index: map[model.PersonID]int{}, weights: w, now: now}
	ranks := map[model.PersonID][]scoring.Ranked{}
	err := st.View(func(tx *store.Tx) error { return errors.Join(p.readRoles(tx), p.readMaps(tx, ranks)) })
	if err != nil {
		return nil, err
	}
	ids := p.named(ranks, also)
	for done, some := 0, ids; len(some) > 0; {
		n := min(len(some), pooledAtOnce)
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		if err := st.View(func(tx *store.Tx) error { return p.readPeople(tx, some[:n]) }); err != nil {
			return nil, err
		}
		done, some = done+n, some[n:]
		if tell != nil {
			tell(done, len(ids))
		}
	}
	p.prepare(ids, ranks, by)
	return p, nil
}

// spare notes a record that is damaged; of other errors it is none.
func (p *Pool) spare(err error) bool {
	damaged := errors.Is(err, store.ErrDamaged)
	if damaged {
		p.Damaged = append(p.Damaged, err)
	}
	return damaged
}

func (p *Pool) readRoles(tx *store.Tx) error {
	for r, err := range tx.Roles() {
		if err != nil && !p.spare(err) {
			return err
		}
		if err == nil {
			p.Roles = append(p.Roles, r)
		}
	}
	return nil
}

func (p *Pool) readMaps(tx *store.Tx, ranks map[model.PersonID][]scoring.Ranked) error {
	for m, err := range tx.Maps() {
		if err != nil && !p.spare(err) {
			return err
		}
		if err != nil {
			continue
		}
		p.Maps = append(p.Maps, m)
		for i, e := range m.Entries {
			ranks[e.Person] = append(ranks[e.Person], scoring.Ranked{Map: m.ID, Name: m.Name, Rank: i + 1})
		}
	}
	return nil
}

// named are the people to be read, in order of ID.
func (p *Pool) named(ranks map[model.PersonID][]scoring.Ranked, also []model.PersonID) []model.PersonID {
	ids := slices.Clone(also)
	for id := range ranks {
		ids = append(ids, id)
	}
	for i := range p.Roles {
		for _, e := range p.Roles[i].List.Pinned {
			ids = append(ids, e.Person)
		}
		for _, x := range p.Roles[i].List.Out {
			ids = append(ids, x.Person)
		}
	}
	slices.Sort(ids)
	return slices.Compact(ids)
}

func (p *Pool) readPeople(tx *store.Tx, ids []model.PersonID) error {
	for _, id := range ids {
		prof, err := ReadProfile(tx, p.weights, id, p.now)
		if errors.Is(err, store.ErrNotFound) || p.spare(err) {
			continue
		}
		if err != nil {
			return err
		}
		p.Profiles[id] = prof
	}
	return nil
}

// prepare makes candidates of the people; how fast the others rose is the measure
// of a trajectory.
func (p *Pool) prepare(ids []model.PersonID, ranks map[model.PersonID][]scoring.Ranked, by string) {
	var all []*Profile
	for _, id := range ids {
		if prof := p.Profiles[id]; prof != nil {
			all = append(all, prof)
		}
	}
	peers := Peers(all, p.now)
	for _, prof := range all {
		prof.Trend, prof.TrendWhy = scoring.Trajectory(prof.Person.Positions, peers, p.now)
		p.index[prof.Person.ID] = len(p.candidates)
		p.candidates = append(p.candidates, scoring.CandidateOf(scoring.Known{
			Person: &prof.Person, Score: prof.Receptivity.Score, Window: prof.Receptivity.Window, Trend: prof.Trend, TrendWhy: prof.TrendWhy,
			Gate: prof.Gate(by, "", p.now), Maps: ranks[prof.Person.ID],
		}, p.now))
	}
}

// Shortlist is whom a role lists, of the people on its maps.
func (p *Pool) Shortlist(r *model.Role) scoring.Shortlist {
	return p.weights.Shortlist(scoring.OpeningOf(r), p.candidates, p.now)
}

// ShortlistOfEveryone is whom a role lists of all who were read, on whichever maps
// they are, or on none.
func (p *Pool) ShortlistOfEveryone(r *model.Role) scoring.Shortlist {
	return p.weights.Shortlist(scoring.OpeningOf(r).Everyone(), p.candidates, p.now)
}

// Judge says how somebody of the pool stands to a role; false for somebody who was
// not read.
func (p *Pool) Judge(r *model.Role, id model.PersonID) (scoring.Judged, bool) {
	i, ok := p.index[id]
	if !ok {
		return scoring.Judged{}, false
	}
	return p.weights.Judge(scoring.OpeningOf(r), &p.candidates[i], p.now), true
}

// Reached counts who of some people has been written to since a role opened, and
// who has answered.
func (p *Pool) Reached(r *model.Role, lists ...[]scoring.Judged) (contacted, replied int) {
	for _, list := range lists {
		for i := range list {
			prof := p.Profiles[list[i].Person]
			if prof == nil {
				continue
			}
			wrote, answered := prof.since(r.Opened, p.now.Location())
			if wrote {
				contacted++
			}
			if answered {
				replied++
			}
		}
	}
	return contacted, replied
}

// since is whether she has been written to, and has answered herself, from a day on.
func (p *Profile) since(day model.Date, zone *time.Location) (wrote, answered bool) {
	for i := range p.Touches {
		t := &p.Touches[i]
		if model.DateOf(t.At.In(zone)) < day {
			continue
		}
		wrote = wrote || t.Direction == model.Outbound
		answered = answered || t.Direction == model.Inbound && t.Auto == ""
	}
	return wrote, answered
}
