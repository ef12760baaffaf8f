package config

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/pelletier/go-toml/v2/unstable"

	"talentmap/tui/action"
)

// leaves is the key that leaves in any case, whatever else is bound.
const leaves = "ctrl+c"

// takeKeys notes what was written for one action. Its ID may be in quotes, or be
// written as a way through tables: talent.mark.
func (p *parser) takeKeys(e *entry) {
	id := word{at: e.path[1].at}
	for i, w := range e.path[1:] {
		if i > 0 {
			id.text += "."
		}
		id.text += w.text
	}
	if e.value.kind == unstable.Table {
		return // [keys.talent], of which the lines follow
	}
	if e.value.kind == unstable.String {
		p.keys = append(p.keys, keyEntry{id, []word{{e.value.text, e.value.at}}})
		return
	}
	if keys, ok := p.words(e, "a key in quotes, or several in brackets"); ok {
		p.keys = append(p.keys, keyEntry{id, keys})
	}
}

// bound is an action with the context that it is in.
type bound struct {
	*action.Action
	in *action.Context
}

// bind takes the keys that were chosen, as far as they are right.
func (p *parser) bind() {
	known := p.known()
	of := byID(&known)
	p.taken = taken(&known)
	right := p.settle(&known, p.rightKeys(of))
	p.s.Keys = map[string][]string{}
	for _, e := range right {
		if keys := texts(e.keys); !slices.Equal(keys, of[e.id.text].Keys) {
			p.s.Keys[e.id.text] = keys
		}
	}
	p.shadows(&known, right)
	if len(p.s.Keys) == 0 {
		p.s.Keys = nil
	}
}

// byID are all actions, each in the first context that has it.
func byID(known *Known) map[string]bound {
	of := make(map[string]bound, 256)
	for i := range known.Contexts {
		c := &known.Contexts[i]
		for j := range c.Actions {
			if a := &c.Actions[j]; of[a.ID].Action == nil {
				of[a.ID] = bound{a, c}
			}
		}
	}
	return of
}

// rightKeys are the entries that are right by themselves.
func (p *parser) rightKeys(of map[string]bound) (right []keyEntry) {
	there := make(map[string]bool, len(p.keys))
	for _, e := range p.keys {
		a, ok := of[e.id.text]
		switch {
		case !ok:
			p.problem(e.id.at, "there is no action "+shown(e.id.text), nearest(e.id.text, slices.Sorted(maps.Keys(of))))
		case a.in.Fixed:
			p.problem(e.id.at, e.id.text+" is a key of every text, and stays as it is", "take the line out")
		case there[e.id.text]:
			p.problem(e.id.at, e.id.text+" is there twice", "the first holds")
		case p.keysOf(a, &e):
			right = append(right, e)
		}
		there[e.id.text] = true
	}
	return right
}

// keysOf checks the keys of one action by themselves, and leaves those that are
// right; false where its own are to stay.
func (p *parser) keysOf(a bound, e *keyEntry) bool {
	var keys []word
	for _, k := range e.keys {
		if _, err := action.ParseKey(k.text); err != nil {
			what, do, _ := strings.Cut(err.Error(), ": ")
			p.problem(k.at, what, do)
			continue
		}
		switch {
		case k.text == leaves:
			p.problem(k.at, leaves+" leaves, wherever one is", "take another key")
		case slices.Contains(texts(keys), k.text):
			p.problem(k.at, k.text+" is there twice", "")
		default:
			keys = append(keys, k)
		}
	}
	wrong := len(keys) < len(e.keys)
	e.keys = keys
	switch {
	case wrong && len(keys) == 0:
		return false
	case len(keys) == 0 && a.in.Over:
		p.problem(e.id.at, e.id.text+" must have a key", "the palette does not reach it, as it is for what lies over a place")
		return false
	case len(keys) == 0 && e.id.text == "palette":
		p.problem(e.id.at, "palette must have a key", "it is how one runs what has none")
		return false
	case slices.Equal(texts(keys), a.Keys): // its own
	case len(keys) > 0 && (a.in.Typing || a.Typing) && !slices.ContainsFunc(keys, func(k word) bool { return p.typed(k.text) == "" }):
		p.problem(e.keys[0].at, fmt.Sprintf("%s is for while a text is typed, where %s is %s", e.id.text, e.keys[0].text, p.typed(e.keys[0].text)), "take a key such as ctrl+x, alt+x or f5")
		return false
	}
	p.rare(e)
	return true
}

// typed is what a key is to a line that is being typed, "" for nothing.
func (p *parser) typed(key string) string {
	if action.IsText(key) {
		return "text"
	}
	return p.taken[key]
}

// taken are the keys of every line that is typed, with what they do there.
func taken(known *Known) map[string]string {
	all := map[string]string{}
	for i := range known.Contexts {
		c := &known.Contexts[i]
		for j := range c.Actions {
			if a := &c.Actions[j]; c.Fixed && a.Typing {
				for _, k := range a.Keys {
					all[k] = a.Short
				}
			}
		}
	}
	return all
}

// rare notes an action that many terminals could not run by any of its keys.
func (p *parser) rare(e *keyEntry) {
	for _, k := range e.keys {
		if action.Rare(k.text) == "" {
			return
		}
	}
	if len(e.keys) > 0 {
		k := e.keys[0]
		p.note(k.at, k.text+": "+action.Rare(k.text), "give "+e.id.text+" another key, too")
	}
}

func (p *parser) note(at place, what, do string) {
	p.problem(at, what, do)
	p.all[len(p.all)-1].Minor = true
}

func texts(words []word) []string {
	out := make([]string, len(words))
	for i, w := range words {
		out[i] = w.text
	}
	return out
}
