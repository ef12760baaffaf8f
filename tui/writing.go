package tui

import (
	"os/exec"

	tea "charm.land/bubbletea/v2"

	"talentmap/edge/playbook"
	"talentmap/tui/outbox"
	"talentmap/tui/sending"
	"talentmap/tui/stock"
)

// sendingDeps are what the page before a message leaves works with.
func (r *Root) sendingDeps() sending.Deps {
	return sending.Deps{
		Store: r.cfg.Store, Weights: r.cfg.Weights, Against: r.cfg.Against, Compared: r.cfg.Compared, Sender: r.sender,
		Random: r.cfg.Random, Folder: &r.mailFolder,
	}
}

// shipTemplates puts the templates that come with the program in, where there never
// were any.
func (r *Root) shipTemplates() error {
	_, err := playbook.PutIn(r.cfg.Store, r.cfg.User)
	return err
}

func (r *Root) openOutbox() tea.Cmd {
	return r.openPage(outbox.New(r.env, outbox.Deps{Store: r.cfg.Store}))
}

func (r *Root) inOutbox() string {
	if _, ok := r.under().(*outbox.Pane); ok {
		return "this is the outbox"
	}
	return ""
}

func (r *Root) openStock() tea.Cmd {
	return r.openPage(stock.New(r.ctx, r.env, stock.Deps{Store: r.cfg.Store, Ship: r.shipTemplates}))
}

func (r *Root) inStock() string {
	if _, ok := r.under().(*stock.Pane); ok {
		return "these are the templates, the shelf and the sequences"
	}
	return ""
}

// editor starts the person's own editor: its program and arguments as they are, without
// a shell. nil where there is none.
func (r *Root) editor() func(path string, ended func(error) tea.Msg) tea.Cmd {
	argv := r.cfg.Editor
	if len(argv) == 0 {
		return nil
	}
	return func(path string, ended func(error) tea.Msg) tea.Cmd {
		return tea.ExecProcess(exec.Command(argv[0], append(argv[1:len(argv):len(argv)], path)...), ended)
	}
}
