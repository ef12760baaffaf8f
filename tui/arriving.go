package tui

import (
	"fmt"

	tea "charm.land/bubbletea/v2"

	"talentmap/edge/intake"
	"talentmap/model"
	"talentmap/store"
	"talentmap/tui/companies"
	"talentmap/tui/company"
	"talentmap/tui/imports"
	"talentmap/tui/pane"
	"talentmap/tui/review"
)

func (r *Root) openReview() tea.Cmd {
	return r.openPage(review.New(r.env, review.Deps{Store: decider{r.cfg.Store}}))
}

// decider is the store, telling what has changed for those who are joined.
type decider struct{ *store.Store }

func (d decider) Join(actor string, row model.ReviewID, id model.PersonID) (model.Person, error) {
	return intake.Join(d.Store, actor, row, id)
}

func (r *Root) inReview() string {
	if _, ok := r.under().(*review.Pane); ok {
		return "this is the review"
	}
	return ""
}

func (r *Root) openImports() tea.Cmd {
	return r.openPage(imports.New(r.env, imports.Deps{Store: r.cfg.Store}))
}

func (r *Root) inImports() string {
	if _, ok := r.under().(*imports.Pane); ok {
		return "these are the imports"
	}
	return ""
}

func (r *Root) openCompanies() tea.Cmd {
	return r.openPage(companies.New(r.ctx, r.env, companies.Deps{Store: r.cfg.Store, Index: r.cfg.Roster}))
}

func (r *Root) openCompany(msg pane.OpenCompany) tea.Cmd {
	return r.openPage(company.New(r.ctx, r.env, company.Deps{Store: r.cfg.Store, Weights: r.cfg.Weights, Finder: adder{r}}, msg.ID))
}

func (r *Root) inCompanies() string {
	if _, ok := r.under().(*companies.Pane); ok {
		return "these are the companies"
	}
	return ""
}

// mostCounted is how many waiting rows are counted.
const mostCounted = 999

// waiting is how many rows wait for a decision, as last counted.
type waiting struct{ rows int }

// countWaiting counts the rows that wait for a decision.
func (r *Root) countWaiting() tea.Cmd {
	st := r.cfg.Store
	return func() tea.Msg {
		n := 0
		err := st.View(func(tx *store.Tx) error {
			for _, err := range tx.Reviews() {
				if err != nil {
					return err
				}
				if n++; n > mostCounted {
					break
				}
			}
			return nil
		})
		if err != nil {
			return pane.Fail(err)
		}
		return waiting{n}
	}
}

// toReview is the end of the home screen's footer while rows wait; "" for none.
func (r *Root) toReview() string {
	switch {
	case r.waiting == 0 || len(r.pages)+len(r.overlays) > 0:
		return ""
	case r.waiting > mostCounted:
		return r.env.Say(fmt.Sprintf("%d+ to review · {review} ", mostCounted))
	}
	return r.env.Say(fmt.Sprintf("%d to review · {review} ", r.waiting))
}
