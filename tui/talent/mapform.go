package talent

import (
	"errors"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"talentmap/model"
	"talentmap/store"
	"talentmap/tui/overlay"
	"talentmap/tui/pane"
)

// segment is a map's function × domain × geography in words.
func segment(m *model.Map) string { return joined(" × ", m.Function, m.Domain, m.Geography) }

func fieldsOf(m *model.Map) []overlay.Field {
	return []overlay.Field{
		{Label: "Function", Hint: "Platform engineering", Value: m.Function},
		{Label: "Domain", Hint: "payments", Value: m.Domain},
		{Label: "Geography", Hint: "Berlin or remote in Europe", Value: m.Geography},
		{Label: "Skills", Hint: "Go, Kubernetes (for the fit; may stay empty)", Value: strings.Join(m.Skills, ", ")},
		{Label: "Name", Hint: "empty: made of the above", Value: m.Name},
	}
}

// fill puts the form's values into a map.
func fill(m *model.Map, v []string) error {
	m.Function, m.Domain, m.Geography, m.Name = model.CleanLine(v[0]), model.CleanLine(v[1]), model.CleanLine(v[2]), model.CleanLine(v[4])
	m.Skills = nil
	for s := range strings.SplitSeq(v[3], ",") {
		if s = model.CleanLine(s); s != "" {
			m.Skills = append(m.Skills, s)
		}
	}
	if m.Name == "" {
		m.Name = segment(m)
	}
	if m.Name == "" {
		return errors.New("a map needs at least a function, a domain, a geography or a name")
	}
	return nil
}

func (p *Pane) newMap() tea.Cmd {
	return pane.Request(pane.Show{Overlay: overlay.NewForm(p.env, "New talent map", fieldsOf(&model.Map{}), p.create)})
}

// create starts a map from the form's values.
func (p *Pane) create(v []string) (tea.Cmd, error) {
	var m model.Map
	if err := fill(&m, v); err != nil {
		return nil, err
	}
	return p.make(&m, p.deps.Store, store.By(p.env.User, "started the map "+m.Name)), nil
}

// editMap changes what a map is for; its people stay as they stand by then.
func (p *Pane) editMap(m model.Map) tea.Cmd {
	return pane.Request(pane.Show{Overlay: overlay.NewForm(p.env, "Edit "+m.Name, fieldsOf(&m), func(v []string) (tea.Cmd, error) {
		to := m
		if err := fill(&to, v); err != nil {
			return nil, err
		}
		return p.editMaps("changed the map "+to.Name, 0, func(tx *store.Tx) error {
			now, err := tx.Map(m.ID)
			if err != nil {
				return err
			}
			merge(&now, &m, &to)
			return tx.PutMap(&now)
		}), nil
	})})
}

// merge makes the changes from one version of a map's texts to another on what stands.
func merge(now, from, to *model.Map) {
	set := func(at *string, from, to string) {
		if from != to {
			*at = to
		}
	}
	set(&now.Name, from.Name, to.Name)
	set(&now.Function, from.Function, to.Function)
	set(&now.Domain, from.Domain, to.Domain)
	set(&now.Geography, from.Geography, to.Geography)
	if !slices.Equal(from.Skills, to.Skills) {
		now.Skills = to.Skills
	}
}
