package shortlist

import (
	"fmt"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"talentmap/model"
	"talentmap/tui/overlay"
	"talentmap/tui/pane"
)

// pin pins the targets behind those who are pinned, or, where all of them are,
// has the judgement say where they stand.
func (p *Pane) pin() tea.Cmd {
	ids := p.targets()
	who, title := p.named(ids), p.read.role.Title
	pinned := func(id model.PersonID) bool { return p.read.role.List.Pin(id) > 0 }
	p.List().Unmark()
	if !slices.ContainsFunc(ids, func(id model.PersonID) bool { return !pinned(id) }) {
		return p.change(fmt.Sprintf("unpinned %s from the shortlist of %s", who, title), func(r *model.Role) error {
			for _, id := range ids {
				if err := r.List.Unpin(id); err != nil {
					return err
				}
			}
			return nil
		})
	}
	ids = slices.DeleteFunc(ids, pinned)
	return p.change(fmt.Sprintf("pinned %s to the shortlist of %s", who, title), func(r *model.Role) error {
		for _, id := range ids {
			if err := r.List.PinAt(id); err != nil {
				return err
			}
		}
		return nil
	})
}

// rank moves a pinned person by delta places, on the screen at once.
func (p *Pane) rank(delta int) tea.Cmd {
	r := p.current()
	id, list := r.Person, &p.read.role.List
	from := list.Pin(id)
	to, err := list.MovePin(id, delta)
	if err != nil || to == from {
		return nil
	}
	p.read.reorder()
	p.refill()
	return p.change(fmt.Sprintf("pinned %s at %d on the shortlist of %s", r.prof.Person.Name, to, p.read.role.Title), func(r *model.Role) error {
		_, err := r.List.MovePin(id, delta)
		return err
	})
}

// exclude asks for the reason and takes the targets off; who was taken off is put
// back.
func (p *Pane) exclude() tea.Cmd {
	ids := p.targets()
	isOut := func(id model.PersonID) bool {
		_, out := p.read.role.List.Excluded(id)
		return out
	}
	switch out := slices.IndexFunc(ids, isOut) >= 0; {
	case p.At == off && !out:
		return pane.Request(pane.Toast{Next: "take off: she is not on the list; {shortlist.pin} puts her there"})
	case out:
		return p.include(slices.DeleteFunc(ids, func(id model.PersonID) bool { return !isOut(id) }))
	}
	fields := []overlay.Field{{Label: "Why", Hint: "kept on the role: knows the founders, asked too much …"}}
	return pane.Request(pane.Show{Overlay: overlay.NewForm(p.Env, "Take "+p.named(ids)+" off the shortlist", fields, func(v []string) (tea.Cmd, error) {
		x := model.Excluded{Why: model.CleanLine(v[0]), By: p.Env.User, On: model.DateOf(p.Env.Now())}
		what := fmt.Sprintf("took %s off the shortlist of %s", p.named(ids), p.read.role.Title)
		p.List().Unmark()
		return p.change(what, func(r *model.Role) error {
			for _, id := range ids {
				x.Person = id
				if err := r.List.Exclude(x); err != nil {
					return err
				}
			}
			return nil
		}), nil
	})})
}

func (p *Pane) include(ids []model.PersonID) tea.Cmd {
	what := fmt.Sprintf("put %s back for the shortlist of %s", p.named(ids), p.read.role.Title)
	p.List().Unmark()
	return p.change(what, func(r *model.Role) error {
		for _, id := range ids {
			if err := r.List.Include(id); err != nil {
				return err
			}
		}
		return nil
	})
}

func (p *Pane) beyond() tea.Cmd {
	p.everyone = !p.everyone
	return p.Load()
}

// drawAgain says what has changed since the list was drawn last, and keeps it as it
// is now.
func (p *Pane) drawAgain() tea.Cmd {
	people, user, at := p.read.list.People(), p.Env.User, p.Env.Now()
	return p.change(p.changes(), func(r *model.Role) error {
		r.List.Draw(people, user, at)
		return nil
	})
}

// changes says how the list differs from the one that was drawn before.
func (p *Pane) changes() string {
	c := &p.read.role.List
	what := "drew the shortlist of " + p.read.role.Title
	if c.DrawnAt.IsZero() {
		return what + fmt.Sprintf(": %d people", len(p.read.list.Listed))
	}
	d := p.read.list.Redraw(c)
	if len(d.Came)+len(d.Went)+d.Moved == 0 {
		return what + ", as it was before"
	}
	var parts []string
	for _, part := range []struct {
		n    int
		word string
	}{{len(d.Came), "came"}, {len(d.Went), "went"}, {d.Moved, "moved"}} {
		if part.n > 0 {
			parts = append(parts, fmt.Sprintf("%d %s", part.n, part.word))
		}
	}
	return what + ": " + strings.Join(parts, ", ")
}
