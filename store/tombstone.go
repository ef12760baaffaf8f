package store

import (
	"bytes"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"

	"talentmap/model"
)

// ErrEraseKey is a key of the erased people that is missing or another one:
// who may not be imported can't be told without it.
var ErrEraseKey = errors.New("people were erased on request from this database, and the key by which they are recognized is not here")

// A tombstone remembers whom not to take in again without holding anything of
// her: HMAC-SHA256 marks under a key that lies outside the database, one line a
// person,
//
//	v1 KEY p17 n:MARK k:MARK … w:MARK … p18 …
//
// with KEY the key's own mark, n the name, k each of [model.Person.Keys], and w
// the name together with each employer, which counts only for a row that has no
// key of its own. The lines stand in the database, so that they are in every
// backup, and in a file beside it that only grows, so that an older backup put
// back learns of later erasures.
type tombs struct {
	keyPath string // where the key is, or is made; "" where nobody can be erased
	path    string // of the file beside the database

	mu    sync.RWMutex
	key   []byte // nil: there is none yet
	lines map[string]bool
	marks map[string]bool // k: and w: of all lines under the key
	other int             // lines under another key
}

// markKey, markName and markWork make the three kinds of marks.
const (
	markKey  = "k:"
	markName = "n:"
	markWork = "w:"
)

const tombVersion = "v1"

// tombFile is the file beside the database.
func tombFile(path string) string { return path + ".erased" }

// openTombs reads the key and the file beside the database; neither need exist.
func openTombs(path, keyPath string) (*tombs, error) {
	t := &tombs{keyPath: keyPath, path: tombFile(path), lines: map[string]bool{}, marks: map[string]bool{}}
	if keyPath != "" {
		key, err := readEraseKey(keyPath)
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return nil, err
		}
		t.key = key
	}
	text, err := os.ReadFile(t.path)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("read who was erased: %w", err)
	}
	for line := range strings.Lines(string(text)) {
		if whole, ok := strings.CutSuffix(line, "\n"); ok { // else a crash has cut it short
			t.learn(whole)
		}
	}
	return t, nil
}

// learn takes in a line; one that is none is ignored.
func (t *tombs) learn(line string) {
	fields := strings.Fields(line)
	if len(fields) < 4 || fields[0] != tombVersion || t.lines[line] {
		return
	}
	t.lines[line] = true
	if t.key == nil || fields[1] != t.keyMark() {
		t.other++
		return
	}
	t.know(line)
}

func (t *tombs) know(line string) {
	for _, m := range strings.Fields(line)[3:] {
		t.marks[m] = true
	}
}

// ready refuses where lines can't be read for want of their key.
func (t *tombs) ready() error {
	t.mu.RLock()
	defer t.mu.RUnlock()
	if t.other == 0 {
		return nil
	}
	return fmt.Errorf("%w: put it back as %s", ErrEraseKey, orText(t.keyPath, "the file that the program is told"))
}

func orText(text, instead string) string {
	if text == "" {
		return instead
	}
	return text
}

// refuse reports whether someone about to be taken in was erased: by one of her
// keys, or where she has none by her name and employer.
func (t *tombs) refuse(p *model.Person) bool {
	t.mu.RLock()
	defer t.mu.RUnlock()
	if len(t.marks) == 0 {
		return false
	}
	keys := p.Keys()
	for _, k := range keys {
		if t.marks[t.mark(markKey, k)] {
			return true
		}
	}
	return len(keys) == 0 && t.hasAny(t.workMarksEver(p))
}

func (t *tombs) hasAny(marks []string) bool {
	for _, m := range marks {
		if t.marks[m] {
			return true
		}
	}
	return false
}

// mark is the HMAC of a text under the key; the kind is part of both.
func (t *tombs) mark(kind, text string) string {
	h := hmac.New(sha256.New, t.key)
	h.Write([]byte(kind + text))
	return kind + hex.EncodeToString(h.Sum(nil))
}

func (t *tombs) keyMark() string { return t.mark("", "talentmap erase key")[:16] }

// workMarks are those of the name with each employer, as employerKey has it.
func (t *tombs) workMarks(p *model.Person, employerKey func(string) string) (marks []string) {
	name := model.NameKey(p.Name)
	for _, q := range p.Positions {
		if m := t.mark(markWork, name+"\x00"+employerKey(q.Company)); len(marks) == 0 || marks[len(marks)-1] != m {
			marks = append(marks, m)
		}
	}
	if len(marks) == 0 {
		marks = []string{t.mark(markWork, name+"\x00")}
	}
	return marks
}

// line is the tombstone of a person; was are the numbers of records that were
// merged into hers, at the end of the line.
func (t *tombs) line(p *model.Person, was []model.PersonID) string {
	words := []string{tombVersion, t.keyMark(), p.ID.String(), t.mark(markName, model.NameKey(p.Name))}
	for _, k := range p.Keys() {
		words = append(words, t.mark(markKey, k))
	}
	words = append(words, t.workMarks(p, model.CompanyKey)...)
	for _, id := range was {
		words = append(words, id.String())
	}
	return strings.Join(words, " ")
}

// means reports whether a line is the tombstone of a person, perhaps under an
// earlier state: a key or the employer agrees, and the ID or the name. A couple's
// shared address alone is not enough.
func (t *tombs) means(line string, p *model.Person) bool {
	fields := strings.Fields(line)
	have := map[string]bool{}
	for _, f := range fields[2:] {
		have[f] = true
	}
	if !have[p.ID.String()] && !have[t.mark(markName, model.NameKey(p.Name))] {
		return false
	}
	for _, k := range p.Keys() {
		if have[t.mark(markKey, k)] {
			return true
		}
	}
	for _, m := range t.workMarksEver(p) {
		if have[m] {
			return true
		}
	}
	return false
}

// makeKey makes the key where there is none yet.
func (t *tombs) makeKey() (err error) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.key == nil {
		t.key, err = makeEraseKey(t.keyPath)
	}
	return err
}

// bury makes a tombstone that is in the database binding for this process: from
// now on the person is refused.
func (t *tombs) bury(line string) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.know(line)
}

// keep takes in lines that only the database has, durable in the file beside it
// when it returns.
func (t *tombs) keep(lines []string) error {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.append(lines...)
}

func (t *tombs) append(lines ...string) error {
	var text bytes.Buffer
	for _, l := range lines {
		if !t.lines[l] {
			text.WriteString(l + "\n")
		}
	}
	if text.Len() == 0 {
		return nil
	}
	f, err := os.OpenFile(t.path, os.O_CREATE|os.O_RDWR|os.O_APPEND, 0o600)
	if err != nil {
		return fmt.Errorf("note who was erased: %w", err)
	}
	// A line that a crash has cut short is ended first.
	_, err = f.WriteString(endOfLine(f) + text.String())
	if err = errors.Join(err, f.Sync(), f.Close(), syncDir(filepath.Dir(t.path))); err != nil {
		return fmt.Errorf("note who was erased: %w", err)
	}
	for _, l := range lines {
		t.learn(l)
	}
	return nil
}

func endOfLine(f *os.File) string {
	info, err := f.Stat()
	last := []byte{'\n'}
	if err == nil && info.Size() > 0 {
		_, _ = f.ReadAt(last, info.Size()-1)
	}
	if last[0] == '\n' {
		return ""
	}
	return "\n"
}
