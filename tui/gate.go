package tui

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"talentmap/model"
	"talentmap/store"
	"talentmap/tui/overlay"
	"talentmap/tui/pane"
	"talentmap/tui/theme"
)

// gateAnswer is what the gate says of writing to somebody.
type gateAnswer struct {
	name string
	says model.Answer
}

// askGate asks whether whoever is selected may be written to, through any channel.
func (r *Root) askGate() tea.Cmd {
	st, id, by, now := r.cfg.Store, r.selected().People[0], r.cfg.User, r.env.Now()
	return func() tea.Msg {
		var a gateAnswer
		err := st.View(func(tx *store.Tx) error {
			p, err := tx.Person(id)
			if err != nil {
				return err
			}
			a.name = p.Name
			a.says, err = st.Gate(tx, id, "", by, now)
			return err
		})
		if err != nil {
			return pane.Fail(err)
		}
		return a
	}
}

// showGate tells all that blocks, the strictest first: what, since when, whose it is,
// when it opens, and what to do.
func (r *Root) showGate(a gateAnswer) tea.Cmd {
	return r.open(overlay.NewReader(r.env, "May "+a.name+" be written to?", func(w int) []string {
		s := &pane.Sheet{Env: r.env, W: w}
		if a.says.Open() {
			s.Wrapped(theme.Good, 0, "Yes: nothing blocks. The gate is asked again when a message leaves.")
			return s.Lines
		}
		for i, b := range a.says.Blocks {
			if i > 0 {
				s.Gap()
			}
			s.Wrapped(theme.Bad, 0, model.CleanLine(b.Why))
			s.Wrapped(theme.Dim, 2, blockFacts(&b))
			s.Wrapped(theme.Text, 2, "→ "+model.CleanLine(b.Do))
		}
		return s.Lines
	}))
}

// blockFacts are the days and the owner of what blocks.
func blockFacts(b *model.Block) string {
	var facts []string
	add := func(before, text string) {
		if text != "" {
			facts = append(facts, before+model.CleanLine(text))
		}
	}
	add("since ", b.Since.String())
	add("held by ", b.Owner)
	add("opens ", b.Opens.String())
	if !b.Opens.Known() {
		facts = append(facts, "does not end by itself")
	}
	return strings.Join(facts, " · ")
}
