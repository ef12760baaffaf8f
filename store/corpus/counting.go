package corpus

import (
	"slices"
	"strings"

	"talentmap/model"
	"talentmap/scoring/critique"
	"talentmap/store"
)

// counting counts what is asked for of some people.
type counting struct {
	*pass
	answers *answers
	cache   critique.TermCache
	terms   []critique.Term
	rows    []critique.Gram
	hay     critique.Haystack
	firms   map[string]name // of what a company is the name
	wanted  map[critique.Gram]bool
}

func newCounting(p *pass) *counting {
	c := &counting{pass: p, answers: p.asked.empty(), firms: make(map[string]name)}
	c.cache.Only = make(map[critique.Term]bool, len(c.answers.terms))
	for t := range c.answers.terms {
		c.cache.Only[t] = true
	}
	if near := c.answers.near; near != nil {
		c.wanted = make(map[critique.Gram]bool, len(near.rows))
		for _, row := range near.rows {
			c.wanted[row] = true
		}
	}
	return c
}

// read reads the people with from ≤ ID < to, and what was sent to them.
func (c *counting) read(tx *store.Tx, from, to model.PersonID) error {
	var some []model.Person
	for p, err := range tx.People(from) {
		damaged, err := store.Damaged(err)
		if err != nil {
			return err
		}
		if p.ID >= to {
			break
		}
		if !damaged {
			c.person(&p)
			some = append(some, p)
		}
	}
	if c.answers.near == nil {
		return nil
	}
	at := 0
	for t, err := range tx.TouchesIn(from, to) {
		damaged, err := store.Damaged(err)
		if err != nil {
			return err
		}
		for at < len(some) && some[at].ID < t.Person {
			at++
		}
		if !damaged && at < len(some) && some[at].ID == t.Person {
			c.message(&t, &some[at])
		}
	}
	return nil
}

// person counts what a person adds.
func (c *counting) person(p *model.Person) {
	a := c.answers
	a.people++
	if len(a.terms) > 0 {
		c.terms = c.cache.Terms(c.terms[:0], p)
		slices.Sort(c.terms)
		for _, t := range slices.Compact(c.terms) {
			a.terms[t]++
		}
	}
	if len(a.names) == 0 {
		return
	}
	var own [8]name
	names := own[:0]
	add := func(n name) {
		if _, asked := a.names[n]; asked && !slices.Contains(names, n) {
			names = append(names, n)
			a.names[n]++
		}
	}
	if words := strings.Fields(p.Name); len(words) > 0 {
		add(called(critique.NameOf(p.Name)))
		add(given(critique.NameOf(words[0])))
	}
	for _, pos := range p.Positions {
		if pos.Company != "" && pos.Open(c.now) {
			add(c.firm(pos.Company))
		}
	}
}

// mostFirms is how many companies are remembered.
const mostFirms = 1 << 14

func (c *counting) firm(company string) name {
	n, ok := c.firms[company]
	if !ok {
		if len(c.firms) == mostFirms {
			clear(c.firms)
		}
		n = employs(critique.NameOf(model.CompanyKey(company)))
		c.firms[company] = n
	}
	return n
}

// message looks whether a message is the one that is looked for.
func (c *counting) message(t *model.Touch, to *model.Person) {
	near := c.answers.near
	if !isSent(t) || t.Person == near.not || t.ID <= near.found.Touch || !c.needle.MayBe(t.Body, &c.hay) {
		return
	}
	c.rows = critique.Grams(c.rows[:0], t.Body, to)
	shared := 0
	for _, row := range c.rows {
		if c.wanted[row] {
			shared++
		}
	}
	if shared >= near.enough {
		near.found = critique.Near{Person: t.Person, Touch: t.ID, Shared: shared}
	}
}
