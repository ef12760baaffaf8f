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
	runs := map[string]string{}
	for i := range known.Contexts {
		c := &known.Contexts[i]
		for _, above := range append([]string{""}, c.In...) {
			clear(runs)
			for _, in := range []*action.Context{known.context(above), c} {
				if clash, ok := take(runs, in, keys); ok {
					clash.In = c.Name
					return clash, true
				}
			}
		}
	}
	return action.Clash{}, false
}

// take notes which action each key of a context runs, up to one that runs another
// already.
func take(runs map[string]string, c *action.Context, keys map[string][]string) (action.Clash, bool) {
	if c == nil {
		return action.Clash{}, false
	}
	for i := range c.Actions {
		a := &c.Actions[i]
		for _, k := range chosenOr(keys, a) {
			if other, taken := runs[k]; taken {
				return action.Clash{Key: k, A: other, B: a.ID}, true
			}
			runs[k] = a.ID
		}
	}
	return action.Clash{}, false
}

func chosenOr(keys map[string][]string, a *action.Action) []string {
	if chosen, ok := keys[a.ID]; ok {
		return chosen
	}
	return a.Keys
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
	global := map[string]string{} // the actions of everywhere, by their keys
	for i := range known.Contexts {
		c := &known.Contexts[i]
		for j := range c.Actions {
			a := &c.Actions[j]
			for _, k := range chosenOr(chosen, a) {
				switch g, ok := global[k]; {
				case c.Name == everywhere:
					global[k] = a.ID
				case ok && !c.Over:
					all = append(all, hiding{c.Name, a.ID, g, k})
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
	return nowhere, false
}
