package importer

import (
	"cmp"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"

	"talentmap/edge/intake"
	"talentmap/model"
	"talentmap/tui/pane"
)

// progress is how far reading or writing is; next waits for the one after it.
type progress struct {
	pane.Owner
	done intake.Done
	next tea.Cmd
}

// previewed is a file that was read, or could not be.
type previewed struct {
	pane.Owner
	prev intake.Preview
	err  error
}

// imported is the end of an import.
type imported struct {
	pane.Owner
	prev intake.Preview
	err  error
}

// complete extends the path by what all matching names share.
func (m *Importer) complete() tea.Cmd {
	typed := m.input.Value()
	m.err = ""
	pattern := expand(typed) + "*"
	names, err := filepath.Glob(pattern)
	if err != nil || len(names) == 0 {
		m.hints = []string{"nothing begins like this"}
		return nil
	}
	common := names[0]
	m.hints = nil
	for i, n := range names {
		for !strings.HasPrefix(n, common) {
			common = common[:len(common)-1]
		}
		if i < 7 && len(names) > 1 {
			m.hints = append(m.hints, model.CleanLine(filepath.Base(n)))
		}
	}
	for !utf8.ValidString(common) { // what they share may end within a letter
		common = common[:len(common)-1]
	}
	if info, err := os.Stat(common); err == nil && info.IsDir() && len(names) == 1 {
		common += string(filepath.Separator)
	}
	m.input.SetValue(common)
	m.input.CursorEnd()
	return nil
}

// expand makes ~ the home folder.
func expand(path string) string {
	path = strings.TrimSpace(path)
	if rest, ok := strings.CutPrefix(path, "~"); ok && (rest == "" || rest[0] == '/') {
		if home, err := os.UserHomeDir(); err == nil {
			return home + rest
		}
	}
	return path
}

// read begins to read the file.
func (m *Importer) read() tea.Cmd {
	m.path = expand(m.input.Value())
	if m.path == "" {
		m.err = "type the path of a file; tab completes it"
		return nil
	}
	m.stage = reading
	st, path := m.st, m.path
	return m.work(func(ctx context.Context, owner pane.Owner, opt intake.Options) tea.Msg {
		out := previewed{Owner: owner}
		src, err := intake.Open(path, intake.Limits{})
		if err != nil {
			out.err = err
			return out
		}
		defer src.Close()
		out.prev, out.err = src.Preview(ctx, st.Directory(), opt)
		return out
	})
}

// write begins to import what was previewed.
func (m *Importer) write() tea.Cmd {
	m.stage = writing
	st, user, path := m.st, m.env.User, m.path
	return m.work(func(ctx context.Context, owner pane.Owner, opt intake.Options) tea.Msg {
		out := imported{Owner: owner}
		src, err := intake.Open(path, intake.Limits{})
		if err != nil {
			out.err = err
			return out
		}
		defer src.Close()
		id, prev, err := intake.Into(ctx, st, user, src, opt)
		left := ctx.Err() != nil
		out.prev, out.err = prev, cmp.Or(err, ctx.Err())
		if out.err == nil {
			return out
		}
		undone := takeBack(st, user, id)
		switch {
		case undone != nil:
			out.err = fmt.Errorf("%w; part of it is in, and taking that back failed: %w", out.err, undone)
		case left: // nobody waits for the result any more
			return pane.Toast{Text: "the import was stopped, and what had gone in was taken back"}
		}
		if left {
			return pane.Toast{Text: out.err.Error(), Bad: true}
		}
		return out
	})
}

// chunk is how many people go into one transaction.
const chunk = 5000

// work runs a job in the background. Its progress goes through a one-slot
// channel, of which the newest is kept, so the job never waits for the screen.
func (m *Importer) work(job func(context.Context, pane.Owner, intake.Options) tea.Msg) tea.Cmd {
	m.gen++
	m.done = intake.Done{}
	ctx, cancel := context.WithCancel(m.ctx)
	m.cancel = cancel
	news := make(chan intake.Done, 1)
	owner, now := pane.Owner{ID: m.id, Gen: m.gen}, m.env.Now()
	var await tea.Cmd
	await = func() tea.Msg {
		d, ok := <-news
		if !ok {
			return nil
		}
		return progress{Owner: owner, done: d, next: await}
	}
	run := func() tea.Msg {
		defer cancel()
		defer close(news)
		tell := func(d intake.Done) {
			select {
			case <-news:
			default:
			}
			select {
			case news <- d:
			default:
			}
		}
		return job(ctx, owner, intake.Options{Now: now, Chunk: chunk, Progress: tell})
	}
	return tea.Batch(run, await)
}

func (m *Importer) advance(msg progress) tea.Cmd {
	if msg.Gen == m.gen {
		m.done = msg.done
	}
	// A glance ten times a second is enough.
	return m.env.After(100*time.Millisecond, func(time.Time) tea.Msg { return msg.next() })
}

func (m *Importer) preview(msg previewed) tea.Cmd {
	if msg.Gen != m.gen {
		return nil
	}
	if msg.err != nil {
		m.stage, m.err = asking, msg.err.Error()
		return nil
	}
	m.stage, m.prev = previewing, msg.prev
	return nil
}

func (m *Importer) finish(msg imported) tea.Cmd {
	if msg.Gen != m.gen {
		return nil
	}
	if msg.err != nil {
		m.stage, m.err = asking, "the import did not succeed: "+msg.err.Error()
		return nil
	}
	text := fmt.Sprintf("imported %d new, %d changed", msg.prev.New, msg.prev.Changed)
	if n := msg.prev.LeftOut(); n > 0 {
		text += fmt.Sprintf(", left out %d rows", n)
	}
	return tea.Batch(pane.Request(pane.Close{}), pane.Request(pane.Toast{Text: text + " · u takes it back"}))
}
