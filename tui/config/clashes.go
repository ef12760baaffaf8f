package config

import (
	"fmt"
	"slices"

	"talentmap/tui/action"
)

// settle drops entries until no key runs two actions of one place. Of two that were
// chosen the later goes; the actions that nobody has touched stay.
func (p *parser) settle(known *Known, right []keyEntry) []keyEntry {
	for {
		clash, ok := firstClash(known, right)
		if !ok {
			return right
		}
		i := len(right) - 1
		for i >= 0 && right[i].id.text != clash.A && right[i].id.text != clash.B {
			i--
		}
		if i < 0 {
			return right // of the program's own: a test holds that there is none
		}
		loser, other := right[i], clash.A
		if other == loser.id.text {
			other = clash.B
		}
		at := loser.id.at
		for _, k := range loser.keys {
			if k.text == clash.Key {
				at = k.at
			}
		}
		p.problem(at, fmt.Sprintf("%s runs both %s and %s in %q", clash.Key, other, loser.id.text, clash.In), "give one of them another key; "+loser.id.text+" keeps its own")
		right = slices.Delete(slices.Clone(right), i, i+1)
	}
}

// firstClash finds a key that runs two actions of one place, with what has been
// chosen.
func firstClash(known *Known, chosen []keyEntry) (action.Clash, bool) {
	keys := map[string][]string{}
	for _, e := range chosen {
		keys[e.id.text] = texts(e.keys)
	}
	places := map[string][]action.Action{}
	for _, c := range known.Contexts {
		acts := slices.Clone(c.Actions)
		for i := range acts {
			if k, ok := keys[acts[i].ID]; ok {
				acts[i].Keys = k
			}
		}
		acts = append(acts, places[c.In]...)
		places[c.Name] = acts
		if all := action.Clashes(action.Context{Name: c.Name, Actions: acts}); len(all) > 0 {
			return all[0], true
		}
	}
	return action.Clash{}, false
}

// everywhere is the context of the actions that run in all places.
const everywhere = "Everywhere"

// shadows notes where a key that was chosen hides an action of everywhere: the
// place's own goes first. What hides one by itself is meant so.
func (p *parser) shadows(known *Known, chosen []keyEntry) {
	meant := map[[2]string]bool{}
	for _, h := range hidden(known, nil) {
		meant[[2]string{h.own, h.global}] = true
	}
	for _, h := range hidden(known, p.s.Keys) {
		if meant[[2]string{h.own, h.global}] {
			continue
		}
		if at, ok := whereChosen(chosen, h.key, h.own, h.global); ok {
			p.note(at, fmt.Sprintf("in %q %s runs %s, and %s only elsewhere", h.place, h.key, h.own, h.global), "")
		}
	}
}

// hiding is an action of a place whose key is also that of one of everywhere.
type hiding struct{ place, own, global, key string }

// hidden are those that there are with some keys chosen.
func hidden(known *Known, chosen map[string][]string) (all []hiding) {
	keys := action.NewKeymap(chosen, nil)
	var global []action.Action
	for _, c := range known.Contexts {
		acts := slices.Clone(c.Actions)
		keys.Bind(acts)
		switch {
		case c.Name == everywhere:
			global = acts
			continue
		case c.Over:
			continue
		}
		for _, a := range acts {
			for _, k := range a.Keys {
				if g, ok := action.Find(global, k); ok {
					all = append(all, hiding{c.Name, a.ID, g.ID, k})
				}
			}
		}
	}
	return all
}

// whereChosen is where a key was written for one of two actions.
func whereChosen(chosen []keyEntry, key string, ids ...string) (place, bool) {
	for _, e := range chosen {
		for _, k := range e.keys {
			if k.text == key && slices.Contains(ids, e.id.text) {
				return k.at, true
			}
		}
	}
	return place{}, false
}
