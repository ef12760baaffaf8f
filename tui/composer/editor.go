package composer

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	tea "charm.land/bubbletea/v2"

	"talentmap/model"
	"talentmap/tui/pane"
)

// mostEdited is how many bytes are taken back from an editor.
const mostEdited = 1 << 20

// edited is a message that comes back from the person's own editor.
type edited struct {
	pane.Owner
	person model.PersonID
	was    string // the file as it was written
	path   string
	err    error // of the editor
}

func (p *Pane) noEditor() string {
	if why := p.nobody(); why != "" {
		return why
	}
	if p.deps.Editor == nil {
		return "no editor is started from here: {composer.edit} types the message"
	}
	return ""
}

// openEditor opens the message in the person's own editor: in a folder of its own that
// nobody else can read, and that goes with it.
func (p *Pane) openEditor() tea.Cmd {
	b := p.buffer()
	p.collect(b)
	p.typing = nowhere
	text := b.draft.Body
	if hasSubject(b.draft.Channel) {
		text = subjectMark + b.draft.Subject + "\n\n" + text
	}
	path, err := writeAside(text)
	if err != nil {
		return pane.Request(pane.Fail(fmt.Errorf("the message is not opened in an editor: %w", err)))
	}
	back := edited{Owner: pane.Owner{ID: p.id}, person: b.draft.Person, was: text, path: path}
	return tea.Sequence(p.keep(b.draft, model.BeforeEditor), p.deps.Editor(path, func(err error) tea.Msg {
		back.err = err
		return back
	}))
}

// subjectMark begins the line of the subject.
const subjectMark = "Subject: "

// writeAside writes a text into a new folder that is its owner's only.
func writeAside(text string) (path string, err error) {
	folder, err := os.MkdirTemp("", "talentmap-")
	if err != nil {
		return "", err
	}
	path = filepath.Join(folder, "message.txt")
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		return "", errors.Join(err, os.RemoveAll(folder))
	}
	return path, nil
}

// takeEdited takes what the editor has left, also where it ended badly. A text that
// can't be taken stays where it is, and it is said where.
func (p *Pane) takeEdited(msg edited) tea.Cmd {
	b := p.buffers[msg.person]
	text, err := readAside(msg.path)
	switch {
	case err == nil && text == msg.was:
		err = errors.Join(msg.err, os.RemoveAll(filepath.Dir(msg.path)))
		if err != nil {
			return pane.Request(pane.Fail(fmt.Errorf("the editor has changed nothing: %w", err)))
		}
		return nil
	case err == nil && (b == nil || b != p.buffer() || p.away() != ""):
		err = errors.New("another message is open by now")
	}
	if err != nil {
		return pane.Request(pane.Toast{Bad: true, Text: fmt.Sprintf("the text is not taken from the editor: %v; it is in %s", err, msg.path)})
	}
	d := b.draft
	d.Body = text
	if subject, rest, ok := cutSubject(text); ok && hasSubject(d.Channel) {
		d.Subject, d.Body = model.CleanLine(subject), rest
	}
	told := pane.Toast{Text: "the text is as the editor left it", Next: "{composer.versions} has what was there before"}
	if msg.err != nil {
		told = pane.Toast{Bad: true, Text: fmt.Sprintf("the editor ended badly (%v); what it had saved is in the text", msg.err)}
	}
	p.subject.SetText(d.Subject)
	p.body.Replace(strings.TrimRight(d.Body, "\n"))
	b.draft.Subject = d.Subject
	p.stale = true
	if err := os.RemoveAll(filepath.Dir(msg.path)); err != nil {
		told = pane.Toast{Bad: true, Text: fmt.Sprintf("the text is taken, and %s could not be removed: %v", msg.path, err)}
	}
	return tea.Batch(p.touched(b), pane.Request(told))
}

// readAside reads what an editor has left.
func readAside(path string) (string, error) {
	f, err := os.Open(path)
	if err != nil {
		return "", err
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, mostEdited+1))
	if err == nil && len(data) > mostEdited {
		err = errors.New("it is larger than 1 MB")
	}
	return string(data), err
}

// cutSubject takes the line of the subject off a text.
func cutSubject(text string) (subject, rest string, ok bool) {
	line, rest, _ := strings.Cut(text, "\n")
	subject, ok = strings.CutPrefix(line, strings.TrimRight(subjectMark, " "))
	return strings.TrimSpace(subject), strings.TrimLeft(rest, "\n"), ok
}
