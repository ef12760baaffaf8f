package importer

import (
	"time"

	tea "charm.land/bubbletea/v2"

	"talentmap/tui/pane"
)

// pause is how long nothing is typed before the disk is looked at.
const pause = 120 * time.Millisecond

// finder is what is known of the path that is being typed.
type finder struct {
	gen   int
	files []file // that begin like it; newest ones while nothing is typed
	at    int    // the one walked to; -1: none
	none  bool   // nothing begins like it
	path  string // the real path that was taken from the list
	shown string // what the field showed for it
}

// lookDue says that nothing was typed for a while.
type lookDue struct{ pane.Owner }

// listed is the files that begin like the path.
type listed struct {
	pane.Owner
	files    []file
	err      error
	complete bool // the path is to become what they share
}

// typed types into the path.
func (m *Importer) typed(msg tea.Msg) tea.Cmd {
	if m.stage != asking {
		return nil
	}
	changed, _ := m.input.Update(msg)
	m.err = ""
	if !changed {
		return nil
	}
	m.finder.gen++
	m.finder.at, m.finder.none = -1, false
	due := lookDue{Owner: pane.Owner{ID: m.id, Gen: m.finder.gen}}
	return m.env.After(pause, func(time.Time) tea.Msg { return due })
}

func (m *Importer) lookNow(msg lookDue) tea.Cmd {
	if msg.Gen != m.finder.gen || m.stage != asking {
		return nil
	}
	return m.list(false)
}

// list looks for the files that begin like the path.
func (m *Importer) list(complete bool) tea.Cmd {
	m.finder.gen++
	typed, out := m.typedPath(), listed{Owner: pane.Owner{ID: m.id, Gen: m.finder.gen}, complete: complete}
	return func() tea.Msg {
		if typed == "" && !complete {
			out.files = fresh()
		} else {
			out.files, out.err = find(typed)
		}
		return out
	}
}

func (m *Importer) offer(msg listed) tea.Cmd {
	if msg.Gen != m.finder.gen {
		return nil
	}
	f := &m.finder
	f.files, f.at, f.none = msg.files, -1, len(msg.files) == 0 && m.input.Text() != ""
	if !msg.complete || len(f.files) == 0 {
		return nil
	}
	if len(f.files) == 1 && f.files[0].folder {
		return m.take(f.files[0])
	}
	m.setPath(shared(f.files))
	return nil
}

// typedPath is the path as it stands in the field; the real one where that was
// taken from the list.
func (m *Importer) typedPath() string {
	if text := m.input.Text(); text == "" || text != m.finder.shown {
		return text
	}
	return m.finder.path
}

// setPath puts a path in the field, which shows it cleaned.
func (m *Importer) setPath(path string) {
	m.input.SetText(path)
	m.finder.path, m.finder.shown = path, m.input.Text()
}

// take puts a file's path in the field, and looks into a folder.
func (m *Importer) take(f file) tea.Cmd {
	m.setPath(f.path)
	if f.folder {
		return m.list(false)
	}
	m.finder.gen++
	m.finder.files, m.finder.at = []file{f}, -1
	return nil
}

// walk moves through the files.
func (m *Importer) walk(n int) {
	m.finder.at = min(max(m.finder.at+n, -1), len(m.finder.files)-1)
}

// walked is the file that the cursor is on.
func (m *Importer) walked() (f file, ok bool) {
	if m.finder.at < 0 || m.finder.at >= len(m.finder.files) {
		return f, false
	}
	return m.finder.files[m.finder.at], true
}

// complete extends the path: to the file walked to, else by what all files share
// that begin like it.
func (m *Importer) complete() tea.Cmd {
	m.err = ""
	if f, ok := m.walked(); ok {
		return m.take(f)
	}
	return m.list(true)
}

// enter takes the file walked to, and reads it; a folder is looked into.
func (m *Importer) enter() tea.Cmd {
	f, ok := m.walked()
	if !ok {
		return m.read()
	}
	cmd := m.take(f)
	if f.folder {
		return cmd
	}
	return m.read()
}
