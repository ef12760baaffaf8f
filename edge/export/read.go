package export

import (
	"errors"
	"iter"
	"slices"
	"time"

	"talentmap/model"
	"talentmap/scoring"
	"talentmap/store"
	"talentmap/store/roster"
)

// Viewer is where people are read.
type Viewer interface {
	View(fn func(*store.Tx) error) error
}

// atOnce is how many people are read in one go.
const atOnce = 1000

// Everyone yields all people in short reads, so that none stays open while the reader of
// the output takes its time. spare is asked of each record that can't be read: true
// leaves it out, else the error ends the sequence.
func Everyone(st Viewer, spare func(error) bool) iter.Seq2[model.Person, error] {
	return func(yield func(model.Person, error) bool) {
		for from := model.PersonID(1); ; {
			var some []model.Person
			more := false
			err := st.View(func(tx *store.Tx) error {
				for p, err := range tx.People(from) {
					if err != nil && spare(err) {
						continue
					}
					if err != nil {
						return err
					}
					if some = append(some, p); len(some) == atOnce {
						more = true
						break
					}
				}
				return nil
			})
			if !give(yield, some, err) || !more {
				return
			}
			from = some[atOnce-1].ID + 1
		}
	}
}

// These yields some people in their order, as [Everyone] does.
func These(st Viewer, ids []model.PersonID, spare func(error) bool) iter.Seq2[model.Person, error] {
	return func(yield func(model.Person, error) bool) {
		for some := range slices.Chunk(ids, atOnce) {
			people := make([]model.Person, 0, len(some))
			err := st.View(func(tx *store.Tx) error {
				for _, id := range some {
					p, err := tx.Person(id)
					if err != nil && spare(err) {
						continue
					}
					if err != nil {
						return err
					}
					people = append(people, p)
				}
				return nil
			})
			if !give(yield, people, err) {
				return
			}
		}
	}
}

// give yields what was read in one go, and reports whether more is wanted.
func give(yield func(model.Person, error) bool, people []model.Person, err error) bool {
	for _, p := range people {
		if !yield(p, nil) {
			return false
		}
	}
	if err != nil {
		yield(model.Person{}, err)
		return false
	}
	return true
}

// ReadMap are a map's people with what is judged of them on the day of now. Who has gone
// since is left out, and spare is asked of a record that can't be read, see [Everyone].
func ReadMap(tx *store.Tx, w *scoring.Weights, m *model.Map, now time.Time, spare func(error) bool) (rows []Ranked, err error) {
	target := scoring.TargetOf(m)
	var profiles []*roster.Profile
	for i, e := range m.Entries {
		p, err := roster.ReadProfile(tx, w, e.Person, now)
		if errors.Is(err, store.ErrNotFound) || err != nil && spare(err) {
			continue
		}
		if err != nil {
			return nil, err
		}
		profiles = append(profiles, p)
		rows = append(rows, Ranked{
			Rank: i + 1, Tier: e.Tier, Note: e.Note, Fit: scoring.Fit(&p.Person, target, now).Score, Receptivity: p.Receptivity.Score, Who: p.Person,
		})
	}
	peers := roster.Peers(profiles, now)
	for i, p := range profiles {
		trend, _ := scoring.Trajectory(p.Person.Positions, peers, now)
		rows[i].Trajectory = trend.String()
	}
	return rows, nil
}
