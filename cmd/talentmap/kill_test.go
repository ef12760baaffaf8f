package main

import (
	"bufio"
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"talentmap/model"
	"talentmap/store"
	"talentmap/tui/tuitest/ptytest"
)

var killCycles = flag.Int("kill.cycles", 3, "how often TestKillLoop kills the program")

// TestKillLoop kills the program in the middle of what it does and looks at
// what it left: nothing is damaged, everything acknowledged is there, and what
// was under way can be taken back or done again.
func TestKillLoop(t *testing.T) {
	var l *loop
	for i := range *killCycles {
		if i%30 == 0 { // or the files grow and grow
			l = &loop{db: filepath.Join(t.TempDir(), "talent.db"), folder: t.TempDir(), done: map[string]bool{}}
		}
		name := [...]string{"undo", "repeat", "workbench"}[i%3]
		ok := t.Run(fmt.Sprintf("%d %s", i, name), func(t *testing.T) {
			if name == "workbench" {
				killWorkbench(t)
				return
			}
			l.kill(t, time.Duration(rand.IntN(700))*time.Millisecond)
			l.verify(t)
			if name == "undo" {
				l.undo(t)
			} else {
				l.repeat(t)
			}
			l.verify(t)
		})
		if !ok {
			return
		}
	}
}

// loop is one database through many deaths.
type loop struct {
	db, folder string
	next       int             // the file that is not known to be imported
	done       map[string]bool // the acknowledgements
}

// kill lets the program work and kills it after some time.
func (l *loop) kill(t *testing.T, after time.Duration) {
	cmd := exec.Command("work", l.db, l.folder, fmt.Sprint(l.next))
	out, err := cmd.StdoutPipe()
	if err == nil {
		err = cmd.Start()
	}
	if err != nil {
		t.Fatal(err)
	}
	timer := time.AfterFunc(after, func() { _ = cmd.Process.Kill() })
	defer timer.Stop()
	acks := 0
	for lines := bufio.NewReader(out); ; acks++ {
		line, err := lines.ReadString('\n')
		if err != nil { // the end; a line that is cut short says nothing
			break
		}
		line = strings.TrimSpace(line)
		if strings.HasPrefix(line, "failed") {
			t.Fatal(line)
		}
		l.done[line] = true
		if line == fmt.Sprintf("imported %d", l.next) {
			l.next++
		}
	}
	_ = cmd.Wait() // killed: its error says so
	t.Logf("killed after %v and %d acknowledgements; file %d of %d rows was under way", after, acks, l.next, rowsOf(l.next))
}

// verify runs the program's own check, and looks for everything acknowledged.
func (l *loop) verify(t *testing.T) {
	t.Helper()
	if _, err := os.Stat(l.db); errors.Is(err, fs.ErrNotExist) && len(l.done) == 0 {
		return // killed before there was one
	}
	if out, err := exec.Command("talentmap", "--db", l.db, "check").CombinedOutput(); err != nil {
		t.Fatalf("check: %v\n%s", err, out)
	}
	people, notes, drafts := l.read(t)
	for n := range l.next {
		if people[n] != rowsOf(n) {
			t.Errorf("file %d was imported, and %d of its %d people are there", n, people[n], rowsOf(n))
		}
		if l.done[fmt.Sprintf("edited %d", n)] && !notes[note(n)] {
			t.Errorf("the edit after file %d is lost", n)
		}
		if l.done[fmt.Sprintf("drafted %d", n)] && !drafts[note(n)] {
			t.Errorf("the draft after file %d is lost", n)
		}
	}
}

// read is what the database holds: how many people of each file, the notes and
// the drafts.
func (l *loop) read(t *testing.T) (people map[int]int, notes, drafts map[string]bool) {
	t.Helper()
	people, notes, drafts = map[int]int{}, map[string]bool{}, map[string]bool{}
	view(t, l.db, func(tx *store.Tx) error {
		for p, err := range tx.People(1) {
			if err != nil {
				return err
			}
			var n, row int
			if _, err := fmt.Sscanf(p.Contact.Emails[0], "p%d@f%d.example", &row, &n); err != nil {
				return err
			}
			people[n]++
			notes[p.Notes] = true
			d, err := tx.Draft(p.ID)
			if err != nil && !errors.Is(err, store.ErrNotFound) {
				return err
			}
			drafts[d.Body] = true
		}
		return nil
	})
	return people, notes, drafts
}

// undo takes back the import that was under way.
func (l *loop) undo(t *testing.T) {
	var under model.ImportID
	view(t, l.db, func(tx *store.Tx) error {
		for im, err := range tx.Imports() {
			if err != nil {
				return err
			}
			if im.Source == fileName(l.next) {
				under = im.ID
			}
		}
		return nil
	})
	if under != 0 {
		t.Log(strings.TrimSpace(must(t, l.db, "undo", under.String())))
	}
	if people, _, _ := l.read(t); people[l.next] != 0 {
		t.Errorf("%d people of file %d are left", people[l.next], l.next)
	}
}

// repeat imports the file again that was under way; then it is whole, and a
// third time adds nothing.
func (l *loop) repeat(t *testing.T) {
	path := filepath.Join(l.folder, fileName(l.next))
	if err := os.WriteFile(path, fileOf(l.next), 0o600); err != nil {
		t.Fatal(err)
	}
	t.Log(must(t, l.db, "import", path))
	l.next++
	if out := must(t, l.db, "import", path); !strings.Contains(out, "imported 0 new, 0 changed") {
		t.Errorf("a file that is in said %q", out)
	}
}

// killWorkbench types a message and kills the program at once. What was typed
// is there but for the last second of it, or the last 20 keys.
func killWorkbench(t *testing.T) {
	db := filepath.Join(t.TempDir(), "talent.db")
	must(t, db, "sample")
	cmd := exec.Command("talentmap")
	cmd.Env = []string{"TALENTMAP_DB=" + db}
	p := ptytest.Start(t, cmd, 120, 40)
	p.WaitFor("of 100")
	p.Key("c")
	p.WaitFor("done typing")
	p.Type("A subject")
	p.Key("enter")

	const word = "loom weaver shuttle "
	typed, at := "", []time.Time{} // when each key had been given
	for range 25 + rand.IntN(25) {
		piece := word[len(typed)%len(word):][:4]
		p.Type(piece)
		for range piece {
			at = append(at, time.Now())
		}
		typed += piece
	}
	killed := time.Now()
	p.Stop()

	saved := longest(t, db, typed)
	lost := typed[len(saved):]
	if len(lost) > 20 && killed.Sub(at[len(saved)]) > time.Second {
		t.Errorf("of %d keys the last %d are lost, the first of which was typed %v before", len(typed), len(lost), killed.Sub(at[len(saved)]))
	}
	t.Logf("%d keys typed, the last %d lost", len(typed), len(lost))
	if out, err := exec.Command("talentmap", "--db", db, "check").CombinedOutput(); err != nil {
		t.Errorf("check: %v\n%s", err, out)
	}
}

// longest is the longest draft that is a beginning of what was typed.
func longest(t *testing.T, db, typed string) (saved string) {
	t.Helper()
	view(t, db, func(tx *store.Tx) error {
		for p, err := range tx.People(1) {
			if err != nil {
				return err
			}
			d, err := tx.Draft(p.ID)
			if err == nil && strings.HasPrefix(typed, d.Body) && len(d.Body) > len(saved) {
				saved = d.Body
			}
		}
		return nil
	})
	return saved
}

// view reads a database.
func view(t *testing.T, db string, fn func(*store.Tx) error) {
	t.Helper()
	st, err := store.Open(db, store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(st.View(fn), st.Close()); err != nil {
		t.Fatal(err)
	}
}
