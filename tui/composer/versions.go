package composer

import (
	"fmt"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"talentmap/model"
	"talentmap/store"
	"talentmap/tui/overlay"
	"talentmap/tui/pane"
	"talentmap/tui/theme"
)

// versionsRead are the versions of the draft to a person, oldest first.
type versionsRead struct {
	pane.Owner
	person   model.PersonID
	versions []model.DraftVersion
	err      error
}

// pickVersion reads the versions of the draft.
func (p *Pane) pickVersion() tea.Cmd {
	st, id, msg := p.deps.Store, p.person.Person.ID, versionsRead{Owner: pane.Owner{ID: p.id}}
	msg.person = id
	return func() tea.Msg {
		msg.err = st.View(func(tx *store.Tx) (err error) {
			msg.versions, err = pane.Collect(tx.VersionsOf(id))
			return err
		})
		return msg
	}
}

// chooseVersion shows the versions, the newest first, each with what it has otherwise
// than the text that is written.
func (p *Pane) chooseVersion(msg versionsRead) tea.Cmd {
	switch {
	case msg.err != nil:
		return pane.Request(pane.Fail(msg.err))
	case p.person == nil || p.person.Person.ID != msg.person || p.away() != "":
		return nil
	case len(msg.versions) == 0:
		return pane.Request(pane.Toast{Next: "no versions are kept yet: {composer.save} keeps one, and so do a template and leaving"})
	}
	p.collect(p.buffer())
	now := p.buffer().draft
	slices.Reverse(msg.versions)
	choices := make([]overlay.Choice, len(msg.versions))
	for i := range msg.versions {
		v := &msg.versions[i]
		choices[i] = overlay.Choice{
			Title: v.At.In(p.env.Now().Location()).Format("2 Jan 15:04"),
			Note:  fmt.Sprintf("%s, %d words, by %s", v.Occasion, model.CountWords(v.Body), v.By),
			Shows: func(w int) []string { return p.against(&now, v, w) },
			Run: func() tea.Cmd {
				d := now
				d.Restore(v)
				return p.apply(&d, model.BeforeRestore, "the version of "+v.At.In(p.env.Now().Location()).Format("15:04"))
			},
		}
	}
	return pane.Request(pane.Show{Overlay: overlay.NewChooser(p.env, "Versions of the draft to "+p.person.Person.Name, choices)})
}

// against is a version beside what is written: lines that only it has with a +, those
// that it has not with a -.
func (p *Pane) against(now *model.Draft, v *model.DraftVersion, w int) []string {
	s := pane.Sheet{Env: p.env, W: w}
	if v.Channel != now.Channel {
		s.Text(theme.Dim, "via "+string(v.Channel))
	}
	whole := func(subject, body string) []string { return strings.Split(subject+"\n\n"+body, "\n") }
	for _, l := range changes(whole(now.Subject, now.Body), whole(v.Subject, v.Body)) {
		l.draw(&s)
	}
	return s.Lines
}

// changed is a line of two texts: '+' of the second only, '-' of the first only.
type changed struct {
	sign byte
	text string
}

// draw adds the line with its sign before it, in as many as it takes: these stand below
// its words.
func (c *changed) draw(s *pane.Sheet) {
	tok := map[byte]theme.Token{'+': theme.Good, '-': theme.Bad, ' ': theme.Text}[c.sign]
	s.Hanging(pane.Cell{Tok: tok, Text: string(c.sign), W: 2}, pane.Cell{Tok: tok, Text: c.text})
}

// mostCompared is how many lines of each text are compared.
const mostCompared = 400

// changes are the lines of two texts by their longest common sequence.
func changes(was, is []string) (all []changed) {
	was, is = was[:min(len(was), mostCompared)], is[:min(len(is), mostCompared)]
	long := make([][]int, len(was)+1) // of the common sequence from there on
	for i := range long {
		long[i] = make([]int, len(is)+1)
	}
	for i := len(was) - 1; i >= 0; i-- {
		for j := len(is) - 1; j >= 0; j-- {
			if long[i][j] = max(long[i+1][j], long[i][j+1]); was[i] == is[j] {
				long[i][j] = long[i+1][j+1] + 1
			}
		}
	}
	i, j := 0, 0
	for i < len(was) || j < len(is) {
		switch {
		case i < len(was) && j < len(is) && was[i] == is[j]:
			all = append(all, changed{' ', is[j]})
			i, j = i+1, j+1
		case j == len(is) || i < len(was) && long[i+1][j] >= long[i][j+1]:
			all = append(all, changed{'-', was[i]})
			i++
		default:
			all = append(all, changed{'+', is[j]})
			j++
		}
	}
	return all
}
