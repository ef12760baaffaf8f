package shortlist

import (
	"errors"
	"fmt"

	tea "charm.land/bubbletea/v2"

	"talentmap/model"
	"talentmap/scoring"
	"talentmap/store"
	"talentmap/store/roster"
	"talentmap/tui/overlay"
	"talentmap/tui/pane"
	"talentmap/tui/theme"
)

// explained is how the role sees somebody who was asked about.
type explained struct {
	pane.Owner
	read *reading
	row  *row
	err  error
}

// explain opens all of a judgement.
func (r *reading) explain(env *pane.Env, one *row) tea.Cmd {
	title := fmt.Sprintf("%s for %s", one.prof.Person.Name, r.role.Title)
	return pane.Request(pane.Show{Overlay: overlay.NewReader(env, title, func(w int) []string {
		s := &pane.Sheet{Env: env, W: w}
		stands := fmt.Sprintf("%d on the shortlist, with %d of 100", one.rank, one.Score)
		switch {
		case one.Off != "":
			stands = "not on the shortlist: " + one.Off
		case one.Apart != "":
			stands = "apart: " + one.Apart
		}
		s.Wrapped(theme.Strong, 0, stands)
		if one.Reason != "" {
			s.Wrapped(theme.Text, 0, one.Reason)
		}
		s.Gap()
		parts(s.Hanging, one)
		needs(s, "Must-haves", one.Must)
		needs(s, "Nice to have", one.Nice)
		for i, m := range one.Maps {
			if i == 0 {
				s.Head("Maps")
			}
			s.Cells(pane.Cell{W: 1}, pane.Cell{Tok: theme.Text, Text: fmt.Sprintf("rank %d", m.Rank), W: 12}, pane.Cell{Tok: theme.Dim, Text: m.Name})
		}
		return s.Lines
	})})
}

// whyNot finds anybody and says how the role sees her.
func (p *Pane) whyNot() tea.Cmd {
	return pane.Request(pane.Show{Overlay: p.deps.Finder.FindOne("Whom about? · "+p.read.role.Title, p.ask)})
}

// ask explains somebody, who is read first where she is on no map.
func (p *Pane) ask(id model.PersonID) tea.Cmd {
	if p.read == nil {
		return nil
	}
	if r := p.read.of[id]; r != nil {
		return p.read.explain(p.Env, r)
	}
	ctx, owner, deps, role, user, now := p.ctx, p.Owner(0), p.deps, p.read.role, p.Env.User, p.Env.Now()
	return pane.Request(pane.Job{What: "looking at her", Run: func(func(pane.Done)) tea.Msg {
		pool, err := roster.ReadPool(ctx, deps.Store, deps.Weights, user, now, []model.PersonID{id}, nil)
		if err != nil {
			return explained{Owner: owner, err: err}
		}
		j, ok := pool.Judge(&role, id)
		if !ok {
			return explained{Owner: owner, err: fmt.Errorf("%s: %w", id, store.ErrNotFound)}
		}
		return explained{Owner: owner, read: &reading{role: role}, row: &row{Judged: j, prof: pool.Profiles[id]}}
	}})
}

func (p *Pane) explain(msg explained) tea.Cmd {
	switch {
	case errors.Is(msg.err, store.ErrNotFound):
		return pane.Request(pane.Refused{Why: "she is no longer there"})
	case msg.err != nil:
		return pane.Request(pane.Fail(msg.err))
	}
	return msg.read.explain(p.Env, msg.row)
}

// needs adds the skills that a role asks for, one a line.
func needs(s *pane.Sheet, head string, all []scoring.Need) {
	for i, n := range all {
		if i == 0 {
			s.Head(head)
		}
		tok := verdictToken(n.Verdict)
		s.Hanging(pane.Cell{W: 1}, pane.Cell{Tok: theme.Text, Text: n.Skill, W: 24}, pane.Cell{Tok: tok, Text: n.Verdict.String(), W: 9}, pane.Cell{Tok: theme.Dim, Text: n.Why})
	}
}
