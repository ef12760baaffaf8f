package scoring

import (
	"slices"
	"strings"

	"talentmap/model"
)

// recognized is one person with her records in two editions of a source.
type recognized struct {
	before, after []*model.Person
	sure          float64
	how           string
}

// How sure it is that two records are one person's.
const (
	sureKey      = 1    // the same key, and a name that fits
	sureEmployer = 0.95 // the same name and employer
	sureHalfName = 0.9  // the same key, and half of the name
	sureName     = 0.85 // a name that nobody else has
)

// keyCrowd is how many records may share a key for it to be one: an address of
// more is a front desk's.
const keyCrowd = 20

// recognize puts the records of two editions together by person: in the order of
// the newer edition, then those of the older one only.
func recognize(before, after []*model.Person, like Likeness) []recognized {
	r := &recognizer{like: like, older: len(before), records: slices.Concat(before, after)}
	r.people = make([]joined, len(r.records))
	byKey, byName := make(map[string][]int), make(map[string][]int)
	for i, p := range r.records {
		r.people[i] = joined{parent: i, sure: 1, older: i < r.older, newer: i >= r.older}
		r.names = append(r.names, model.NameKey(p.Name))
		r.keys = append(r.keys, p.Keys())
		r.words = append(r.words, nameWords(r.names[i]))
		full := strings.Join(r.words[i], " ")
		byName[full] = append(byName[full], i)
		for _, k := range r.keys[i] {
			byKey[k] = append(byKey[k], i)
		}
	}
	r.dropRowNumbers(byKey)
	r.byID()
	r.byKey(byKey, alike, sureKey)
	r.byName(byName)
	r.byKey(byKey, halfAlike, sureHalfName)
	return r.sorted()
}

// recognizer joins records; those joined lead to one parent.
type recognizer struct {
	like    Likeness
	older   int // records before this index are of the older edition
	records []*model.Person
	names   []string   // folded
	words   [][]string // of the names, without initials
	keys    [][]string
	people  []joined // by record; what a record that leads to another says is out of date
}

// joined is a person so far.
type joined struct {
	parent       int
	sure         float64 // that of the least sure joint
	how          string
	older, newer bool // in which editions
}

func (r *recognizer) root(i int) int {
	for r.people[i].parent != i {
		r.people[i].parent = r.people[r.people[i].parent].parent
		i = r.people[i].parent
	}
	return i
}

func (r *recognizer) join(i, j int, sure float64, how string) {
	i, j = r.root(i), r.root(j)
	if i == j {
		return
	}
	to, from := &r.people[min(i, j)], &r.people[max(i, j)]
	from.parent = to.parent
	if to.how == "" || sure < to.sure {
		to.how = how
	}
	to.sure = min(to.sure, from.sure, sure)
	to.older, to.newer = to.older || from.older, to.newer || from.newer
}

// apart reports whether two records are of two people so far, one in the older
// edition only and one in the newer only.
func (r *recognizer) apart(i, j int) bool {
	a, b := r.people[r.root(i)], r.people[r.root(j)]
	return a.older != a.newer && b.older != b.newer && a.older != b.older
}

// dropRowNumbers takes away the source's own numbers where they are given anew
// in each file: the same number then mostly has another name.
func (r *recognizer) dropRowNumbers(byKey map[string][]int) {
	type tally struct{ fits, all int }
	columns := make(map[string]*tally)
	for key, list := range byKey {
		if key[0] != 'x' || len(list) != 2 || (list[0] < r.older) == (list[1] < r.older) {
			continue
		}
		c := columns[kindOf(key)]
		if c == nil {
			c = new(tally)
			columns[kindOf(key)] = c
		}
		c.all++
		if halfAlike(r.names[list[0]], r.names[list[1]]) {
			c.fits++
		}
	}
	for i := range r.keys {
		r.keys[i] = slices.DeleteFunc(r.keys[i], func(key string) bool {
			c := columns[kindOf(key)]
			return c != nil && 2*c.fits < c.all
		})
	}
}

func (r *recognizer) byID() {
	first := make(map[model.PersonID]int)
	for i, p := range r.records {
		if p.ID == 0 {
			continue
		}
		if j, ok := first[p.ID]; ok {
			r.join(j, i, sureKey, "the same person in the store")
			continue
		}
		first[p.ID] = i
	}
}

// byKey joins records that share a key and whose names fit. When the good fits
// are joined, half a fit is enough for people whom nobody else fits.
func (r *recognizer) byKey(byKey map[string][]int, fit func(a, b string) bool, sure float64) {
	for i, keys := range r.keys {
		for _, key := range keys {
			list := byKey[key]
			if len(list) > keyCrowd {
				continue
			}
			for _, j := range list {
				if j > i && fit(r.names[i], r.names[j]) && (sure == sureKey || r.apart(i, j)) {
					r.join(i, j, sure, "the same "+keyName(key))
				}
			}
		}
	}
}

// byName joins records of one name, initials apart: first those with one
// employer, then the only one in the older edition with the only one in the newer,
// if there is nobody else of that name. Two profiles on one network for work, or
// two initials, are two people.
func (r *recognizer) byName(byName map[string][]int) {
	for i := range r.names {
		list := byName[strings.Join(r.words[i], " ")]
		if len(r.words[i]) == 0 || list[0] != i || len(list) == 1 {
			continue
		}
		for n, a := range list {
			for _, b := range list[n+1:] {
				twice := (a < r.older) == (b < r.older) && r.sameTitle(a, b)
				if (twice || r.apart(a, b)) && r.sameEmployer(a, b) && !r.contradict(a, b) {
					r.join(a, b, sureEmployer, "the same name and employer")
				}
			}
		}
		r.alone(list)
	}
}

// alone joins the records of a name that exactly one person bears in each
// edition.
func (r *recognizer) alone(list []int) {
	var roots []int
	for _, i := range list {
		if root := r.root(i); !slices.Contains(roots, root) {
			roots = append(roots, root)
		}
	}
	if len(roots) == 2 && r.apart(roots[0], roots[1]) && !r.contradict(roots[0], roots[1]) {
		r.join(roots[0], roots[1], sureName, "a name that nobody else has")
	}
}

func (r *recognizer) sameEmployer(a, b int) bool {
	for _, p := range r.records[a].Positions {
		for _, q := range r.records[b].Positions {
			if p.Company != "" && q.Company != "" && r.like.oneCompany(p.Company, q.Company, sureOne) {
				return true
			}
		}
	}
	return false
}

// sameTitle reports whether two records do not tell two titles.
func (r *recognizer) sameTitle(a, b int) bool {
	p, q := r.records[a].Positions, r.records[b].Positions
	return len(p) == 0 || len(q) == 0 || p[0].Title == "" || q[0].Title == "" || model.SameText(p[0].Title, q[0].Title)
}

// contradict reports whether two records of one name cannot be one person's:
// other initials, or two keys of a kind of which there is only one a person.
func (r *recognizer) contradict(a, b int) bool {
	if one, two := strings.Fields(r.names[a]), strings.Fields(r.names[b]); !allIn(one, two) && !allIn(two, one) {
		return true
	}
	for _, key := range r.keys[a] {
		if !onlyOne(kindOf(key)) {
			continue
		}
		told, shared := false, false
		for _, other := range r.keys[b] {
			if kindOf(other) == kindOf(key) {
				told, shared = true, shared || slices.Contains(r.keys[a], other)
			}
		}
		if told && !shared {
			return true
		}
	}
	return false
}

// sorted is everyone once.
func (r *recognizer) sorted() []recognized {
	at := make(map[int]int)
	var out []recognized
	add := func(i int) *recognized {
		root := r.root(i)
		n, ok := at[root]
		if !ok {
			n = len(out)
			at[root] = n
			out = append(out, recognized{sure: r.people[root].sure, how: r.people[root].how})
		}
		return &out[n]
	}
	for i := r.older; i < len(r.records); i++ {
		p := add(i)
		p.after = append(p.after, r.records[i])
	}
	for i := range r.older {
		p := add(i)
		p.before = append(p.before, r.records[i])
	}
	return out
}
