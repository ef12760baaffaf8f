// Package files is a path that is typed: what begins like it is listed below, tab
// completes it, and one walks to a file or a folder.
//
//	p := files.NewPath(env, id, nil)
//	cmd := p.Look()       // once, and p.Update(msg) for every message of the pane
//	s.Lines = append(s.Lines, p.Line(w))
//	p.Draw(s, h)
//	f, ok := p.Enter()
//
// The disk is looked at by commands alone, a moment after the last key.
package files

import (
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"talentmap/tui/pane"
	"talentmap/tui/widget"
)

// pause is how long nothing is typed before the disk is looked at.
const pause = 120 * time.Millisecond

// Path is a path that is typed, and what is known of it.
type Path struct {
	env    *pane.Env
	id     int
	offers func() []File // before anything is typed; nil: what is in the folder
	input  *widget.Input

	gen   int
	files []File // that begin like it; those offered while nothing is typed
	at    int    // the one walked to; -1: none
	none  bool   // nothing begins like it
	path  string // the real path that was taken from the list
	shown string // what the field showed for it
}

// NewPath makes an empty path of a pane, by the pane's identifier. offers are the files
// to choose from before anything is typed; it runs in a command.
func NewPath(env *pane.Env, id int, offers func() []File) *Path {
	return &Path{env: env, id: id, offers: offers, input: widget.NewInput(), at: -1}
}

// lookDue says that nothing was typed for a while.
type lookDue struct{ pane.Owner }

// listed is the files that begin like the path.
type listed struct {
	pane.Owner
	files    []File
	complete bool // the path is to become what they share
}

// Update types, and takes what the disk has told. It reports whether the path is another
// now.
func (p *Path) Update(msg tea.Msg) (cmd tea.Cmd, changed bool) {
	switch msg := msg.(type) {
	case tea.KeyPressMsg, tea.PasteMsg:
		if changed, _ = p.input.Update(msg); changed {
			return p.changed(), true
		}
	case lookDue:
		if msg.Gen == p.gen {
			return p.list(false), false
		}
	case listed:
		return p.take(msg), msg.complete
	}
	return nil, false
}

func (p *Path) changed() tea.Cmd {
	p.Leave()
	p.at, p.none = -1, false
	due := lookDue{pane.Owner{ID: p.id, Gen: p.gen}}
	return p.env.After(pause, func(time.Time) tea.Msg { return due })
}

// Look looks for the files that begin like the path.
func (p *Path) Look() tea.Cmd { return p.list(false) }

// Leave forgets what is still being looked for.
func (p *Path) Leave() { p.gen++ }

func (p *Path) list(complete bool) tea.Cmd {
	p.gen++
	typed, out := p.Text(), listed{Owner: pane.Owner{ID: p.id, Gen: p.gen}, complete: complete}
	offers := p.offers
	return func() tea.Msg {
		if typed == "" && !complete && offers != nil {
			out.files = offers()
		} else {
			out.files, _ = find(typed) // of a folder that can't be read nothing is listed
		}
		return out
	}
}

func (p *Path) take(msg listed) tea.Cmd {
	if msg.Gen != p.gen {
		return nil
	}
	p.files, p.at, p.none = msg.files, -1, len(msg.files) == 0 && p.input.Text() != ""
	if !msg.complete || len(p.files) == 0 {
		return nil
	}
	if len(p.files) == 1 && p.files[0].Folder {
		return p.Take(p.files[0])
	}
	p.Set(shared(p.files))
	return nil
}

// Text is the path as it stands in the field; the real one where that was taken from the
// list.
func (p *Path) Text() string {
	if text := p.input.Text(); text == "" || text != p.shown {
		return text
	}
	return p.path
}

// Empty reports whether nothing is typed.
func (p *Path) Empty() bool { return p.input.Text() == "" }

// Set puts a path in the field, which shows it cleaned.
func (p *Path) Set(path string) {
	p.input.SetText(path)
	p.path, p.shown = path, p.input.Text()
}

// Take puts a file's path in the field, and looks into a folder.
func (p *Path) Take(f File) tea.Cmd {
	p.Set(f.Path)
	if f.Folder {
		return p.list(false)
	}
	p.gen++
	p.files, p.at = []File{f}, -1
	return nil
}

// Walk moves through the files by n.
func (p *Path) Walk(n int) { p.at = min(max(p.at+n, -1), len(p.files)-1) }

// Walked is the file that one has walked to since something was typed.
func (p *Path) Walked() (f File, ok bool) {
	if p.at < 0 || p.at >= len(p.files) {
		return f, false
	}
	return p.files[p.at], true
}

// Complete extends the path: to the file walked to, else by what all files share that
// begin like it.
func (p *Path) Complete() tea.Cmd {
	if f, ok := p.Walked(); ok {
		return p.Take(f)
	}
	return p.list(true)
}

// Enter takes the file walked to, where one has. It reports whether the path stands: a
// folder is looked into first.
func (p *Path) Enter() (cmd tea.Cmd, stands bool) {
	f, ok := p.Walked()
	if !ok {
		return nil, true
	}
	return p.Take(f), !f.Folder
}

// Takes are the keys of the path.
func (p *Path) Takes(key string) bool { return p.input.Takes(key) }

// Nothing says that nothing begins like the path; "" where something does.
func (p *Path) Nothing() string {
	switch {
	case !p.none:
		return ""
	case strings.HasSuffix(p.input.Text(), "/"):
		return "nothing is in this folder"
	}
	return "nothing begins like this"
}
