package sending

import (
	"errors"
	"os"
	"path/filepath"
	"strings"

	tea "charm.land/bubbletea/v2"

	"talentmap/edge/mailfile"
	"talentmap/model"
	"talentmap/tui/overlay"
	"talentmap/tui/pane"
)

// noFile is why the message can't be written as a file.
func (p *Pane) noFile() string {
	if why := p.mayNotLeave(); why != "" {
		return why
	}
	switch d := p.read.draft(); {
	case p.deps.Random == nil:
		return "no files are written from here: {sending.copy} copies the message"
	case d.Channel != model.Email:
		return "only an e-mail is a file for a mail program: {sending.copy} copies the message"
	case address(&p.read.profile.Person, d.Channel) == "":
		return "no address of hers is known: {sending.open} opens her page"
	case p.read.sender.Email == "":
		return "say your own address first: {sender}"
	}
	return ""
}

// askFile asks where the file goes.
func (p *Pane) askFile() tea.Cmd {
	folder := ""
	if p.deps.Folder != nil {
		folder = *p.deps.Folder
	}
	f := overlay.NewForm(p.Env, "Where the file goes", []overlay.Field{
		{Label: "folder", Hint: "~/outgoing, or a path that ends in .eml", Value: folder},
	}, func(values []string) (tea.Cmd, error) {
		path, err := expanded(strings.TrimSpace(values[0]))
		if err != nil {
			return nil, err
		}
		if p.deps.Folder != nil && !strings.HasSuffix(path, ".eml") {
			*p.deps.Folder = path
		}
		return p.writeFile(path), nil
	})
	return pane.Request(pane.Show{Overlay: f.Intro("Your mail program opens the file and sends it from your own account. When it has gone out, say so here.")})
}

// expanded is a path with the home folder in place of ~.
func expanded(path string) (string, error) {
	if path == "" {
		return "", errors.New("say a folder")
	}
	rest, home := strings.CutPrefix(path, "~")
	if !home || rest != "" && !strings.HasPrefix(rest, "/") {
		return path, nil
	}
	at, err := os.UserHomeDir()
	return filepath.Join(at, rest), err
}

func (p *Pane) writeFile(path string) tea.Cmd {
	st, user, r, random, now := p.deps.Store, p.Env.User, p.read, p.deps.Random, p.Env.Now()
	to := address(&r.profile.Person, model.Email)
	cmd := p.do("written as a file", true, func(d *model.Draft) (string, error) {
		fresh, err := mailfile.NewID(random, r.sender.Email)
		if err != nil {
			return "", err
		}
		id, err := st.NameMessage(user, d.Person, fresh)
		if err != nil {
			return "", err
		}
		written, err := mailfile.Write(path, &mailfile.Message{
			From: r.sender, To: to, Name: r.name(), Subject: d.Subject, Body: d.Body, ID: id, Date: now,
		})
		return "wrote " + written, err
	})
	return func() tea.Msg {
		msg, _ := cmd().(done)
		msg.next = "{sending.sent} logs it, when your mail program has sent it"
		return msg
	}
}
