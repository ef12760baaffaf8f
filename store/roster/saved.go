package roster

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"talentmap/model"
	"talentmap/store"
)

// Filters are the saved filters that a query may name: @name stands for the
// text saved. Read them with [ReadFilters], or take those of a [Snapshot].
type Filters []model.Filter

// ReadFilters reads the saved filters, in order of age. Damaged ones are left out.
func ReadFilters(tx *store.Tx) (all Filters, err error) {
	for f, err := range tx.Filters() {
		damaged, err := store.Damaged(err)
		if err != nil {
			return nil, err
		}
		if !damaged {
			all = append(all, f)
		}
	}
	return all, nil
}

// rereadFilters reads the saved filters again and publishes.
func (r *Roster) rereadFilters() error {
	s := r.sharing()
	err := r.store.View(func(tx *store.Tx) (err error) {
		s.filters, err = ReadFilters(tx)
		return err
	})
	if err == nil {
		r.publish(s)
	}
	return err
}

// Named is the filter of a name, whatever the case.
func (all Filters) Named(name string) (f model.Filter, ok bool) {
	i := slices.IndexFunc(all, func(f model.Filter) bool { return f.Called(name) })
	if i < 0 {
		return f, false
	}
	return all[i], true
}

// UsedBy are the names of the filters whose text names another one.
func (all Filters) UsedBy(name string) (names []string) {
	for _, f := range all {
		for t := range terms(f.Query) {
			if t.saved() && strings.EqualFold(t.value[1:], name) {
				names = append(names, f.Name)
				break
			}
		}
	}
	return names
}

// Parse is [ParseQuery] for a text that may name these filters. What is wrong
// within one of them is said of the word that names it.
func (all Filters) Parse(text, me string, now time.Time) (Query, error) {
	return parse(text, asked{me: me, now: now, saved: all})
}

// SaveFilter saves a query under a name, over the one that has the name: its
// owner stays. A query that cannot be understood, looks for nothing or leads back
// to itself is refused, the first with a [*QueryError].
func SaveFilter(tx *store.Tx, name, query, me string, now time.Time) (model.Filter, error) {
	name, err := model.FilterName(name)
	if err != nil {
		return model.Filter{}, err
	}
	all, err := ReadFilters(tx)
	if err != nil {
		return model.Filter{}, err
	}
	f, ok := all.Named(name)
	if !ok {
		f = model.Filter{Name: name, Owner: me}
	}
	f.Query = model.CleanLine(query)
	q, err := parse(f.Query, asked{me: me, now: now, saved: all, chain: []string{name}})
	switch {
	case err != nil:
		return f, err
	case q.Empty():
		return f, errors.New("the query looks for nothing: type words or fields, such as state:nurture")
	case q.Unclosed() != nil:
		return f, q.Unclosed()
	}
	return f, tx.PutFilter(&f)
}

// RenameFilter gives a saved filter another name.
func RenameFilter(tx *store.Tx, name, to string) error {
	to, err := model.FilterName(to)
	if err != nil {
		return err
	}
	f, err := unused(tx, name)
	if err != nil {
		return err
	}
	f.Name = to
	return tx.PutFilter(&f)
}

// RemoveFilter deletes a saved filter.
func RemoveFilter(tx *store.Tx, name string) error {
	f, err := unused(tx, name)
	if err != nil {
		return err
	}
	return tx.RemoveFilter(f.ID)
}

// unused is the filter of a name that no other one is made of.
func unused(tx *store.Tx, name string) (f model.Filter, err error) {
	all, err := ReadFilters(tx)
	if err != nil {
		return f, err
	}
	f, ok := all.Named(strings.TrimPrefix(name, "@"))
	if !ok {
		return f, fmt.Errorf("there is no saved filter @%s: %w", strings.TrimPrefix(name, "@"), store.ErrNotFound)
	}
	if users := all.UsedBy(f.Name); len(users) > 0 {
		return f, fmt.Errorf("@%s is part of %s: change that first", f.Name, atNames(users))
	}
	return f, nil
}

func atNames(names []string) string { return "@" + strings.Join(names, ", @") }

// saved reports whether a word of a query stands for a saved filter.
func (t *term) saved() bool {
	return t.op == "" && !t.quoted && strings.HasPrefix(t.value, "@")
}

// addSaved takes in what a saved filter looks for. Turned round, its plain words
// are looked for as -word is.
func (q *Query) addSaved(t term, by asked) (reason string) {
	f, ok := by.saved.Named(t.value[1:])
	switch {
	case !ok:
		return by.saved.unknown(t.value)
	case slices.ContainsFunc(by.chain, f.Called):
		return fmt.Sprintf("@%s leads back to itself: %s", f.Name, strings.ReplaceAll(atNames(append(by.chain, f.Name)), ", ", " → "))
	}
	by.chain = append(slices.Clip(by.chain), f.Name)
	into, sub := q, Query{}
	if t.not {
		into, by.strict = &sub, true
	}
	for inner := range terms(f.Query) {
		if reason := into.add(inner, by); reason != "" {
			return fmt.Sprintf("@%s says %s: %s", f.Name, f.Query[inner.start:inner.end], reason)
		}
	}
	if t.not {
		q.addTest(sub.holds, true)
	}
	return ""
}

// holds makes one test of all tests.
func (q *Query) holds(s *Snapshot) check {
	checks := q.on(s)
	return func(pg *page, n, slot int) bool {
		for _, holds := range checks {
			if !holds(pg, n, slot) {
				return false
			}
		}
		return true
	}
}

// unknown says that there is no such filter, and which there are.
func (all Filters) unknown(name string) string {
	if len(all) == 0 {
		return fmt.Sprintf("there is no saved filter %s, and no other yet: quotes make it a word", name)
	}
	names := make([]string, len(all))
	for i, f := range all {
		names[i] = f.Name
	}
	return fmt.Sprintf("there is no saved filter %s: there are %s; quotes make it a word", name, atNames(names))
}

// completions are the filters whose name begins as a word does.
func (all Filters) completions(t term) (found []Completion) {
	for _, f := range all {
		if begins := t.value[1:]; len(begins) <= len(f.Name) && strings.EqualFold(f.Name[:len(begins)], begins) {
			found = append(found, t.completed("@"+f.Name, f.Query))
		}
	}
	return found
}
