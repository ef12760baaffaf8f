package action

import (
	"maps"
	"strings"
)

// Keymap is which keys run the actions of one session: the table's own, or those
// that a person has chosen in their place. It gives a table its keys where that
// comes into the session, so that dispatch, footer, help and palette read them
// where they always do, and it puts them into sentences.
//
//	keys := action.NewKeymap(map[string][]string{"talent.new": {"N"}}, contexts)
//	keys.Bind(pane.Actions())
//	keys.Say("there is no map yet: {talent.new} starts one") // "… N starts one"
//
// It belongs to the goroutine of its session. A nil keymap binds nothing and says
// sentences as they are.
type Keymap struct {
	chosen map[string][]string
	known  map[string]binding
	all    func() []Context // the whole table; nil once it has been read
}

// binding is the keys that run an action now, and its word.
type binding struct {
	keys  []string
	short string
}

// NewKeymap makes the keymap of a session. all is the whole table: it is read when
// a sentence names an action that no place has brought in yet.
func NewKeymap(chosen map[string][]string, all func() []Context) *Keymap {
	return &Keymap{chosen: chosen, known: map[string]binding{}, all: all}
}

// Choose takes other keys; the tables that are there are to be bound again.
func (m *Keymap) Choose(chosen map[string][]string, all func() []Context) {
	m.chosen, m.all = chosen, all
	clear(m.known)
}

// Bind gives actions their keys, in place.
func (m *Keymap) Bind(acts []Action) {
	if m == nil {
		return
	}
	for i := range acts {
		a := &acts[i]
		if !a.bound {
			a.bound, a.own = true, a.Keys
		}
		a.Keys = a.own
		if keys, ok := m.chosen[a.ID]; ok {
			a.Keys = keys
		}
		m.known[a.ID] = binding{a.Keys, a.Short}
	}
}

// Say puts keys into a sentence of the program: {talent.new} becomes the first
// key of that action, or, where it has none, how the palette finds it: ": new map".
// Outside text is no sentence and must not come here.
func (m *Keymap) Say(sentence string) string { return m.say(sentence, nil) }

// SayWhileTyping is Say where a text is typed: of an action's keys it names the first
// that runs it there, as long as there is one. takes reports whether what is typed takes
// a key for itself.
func (m *Keymap) SayWhileTyping(sentence string, takes func(key string) bool) string {
	return m.say(sentence, takes)
}

func (m *Keymap) say(sentence string, takes func(key string) bool) string {
	if m == nil || strings.IndexByte(sentence, '{') < 0 {
		return sentence
	}
	var b strings.Builder
	for rest := sentence; ; {
		before, after, found := strings.Cut(rest, "{")
		b.WriteString(before)
		if !found {
			return b.String()
		}
		id, tail, closed := strings.Cut(after, "}")
		name, known := m.name(id, takes)
		if !closed || !known {
			b.WriteByte('{')
			rest = after
			continue
		}
		b.WriteString(name)
		rest = tail
	}
}

// name is what a sentence calls an action by.
func (m *Keymap) name(id string, takes func(key string) bool) (string, bool) {
	b, ok := m.find(id)
	if !ok {
		return "", false
	}
	if key, there := WhileTyping(b.keys, takes); there {
		return key, true
	}
	switch {
	case len(b.keys) > 0:
		return b.keys[0], true
	}
	if p, ok := m.find("palette"); ok && len(p.keys) > 0 {
		return p.keys[0] + " " + b.short, true
	}
	return b.short, true
}

// WhileTyping is the first of an action's keys that runs it while a text is typed which
// takes some for itself; ok is false where there is none. takes is nil where none is
// typed.
func WhileTyping(keys []string, takes func(key string) bool) (key string, ok bool) {
	for _, k := range keys {
		if takes == nil || !IsText(k) && !takes(k) {
			return k, true
		}
	}
	return "", false
}

func (m *Keymap) find(id string) (binding, bool) {
	b, ok := m.known[id]
	if ok || m.all == nil {
		return b, ok
	}
	there := m.known
	m.known = map[string]binding{}
	for _, c := range m.all() {
		m.Bind(c.Actions)
	}
	maps.Copy(m.known, there)
	m.all = nil
	b, ok = m.known[id]
	return b, ok
}
