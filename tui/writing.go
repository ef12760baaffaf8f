package tui

import (
	"talentmap/edge/playbook"
	"talentmap/tui/sending"
)

// sendingDeps are what the page before a message leaves works with.
func (r *Root) sendingDeps() sending.Deps {
	return sending.Deps{
		Store: r.cfg.Store, Weights: r.cfg.Weights, Against: r.cfg.Against, Compared: r.cfg.Compared, Sender: r.cfg.Sender,
	}
}

// shipTemplates puts the templates that come with the program in, where there never
// were any.
func (r *Root) shipTemplates() error {
	_, err := playbook.PutIn(r.cfg.Store, r.cfg.User)
	return err
}
