package tui

import "talentmap/tui/sending"

// sendingDeps are what the page before a message leaves works with.
func (r *Root) sendingDeps() sending.Deps {
	return sending.Deps{
		Store: r.cfg.Store, Weights: r.cfg.Weights, Against: r.cfg.Against, Compared: r.cfg.Compared, Sender: r.cfg.Sender,
	}
}
