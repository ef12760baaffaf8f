package store_test

import (
	"bufio"
	"errors"
	"fmt"
	"hash/fnv"
	"math/rand/v2"
	"os"
	"testing"
	"time"

	"talentmap/model"
	"talentmap/store"
	"talentmap/store/storetest"
)

const flips = 400

// TestBitFlips flips single bits in a database file and looks at each result
// in a child process, which a damaged file may crash or hang. Every flip must
// be told by Open, by Check or by a read, or have changed nothing.
func TestBitFlips(t *testing.T) {
	path := ramPath(t)
	used := flipSource(t, path)
	whole := content(path)[:used]
	rnd := rand.New(rand.NewPCG(1, 2))
	l := looker{path: ramPath(t)}
	want := l.look(t, whole)
	if want != fmt.Sprintf("equal %x", hashOf(t, path)) {
		t.Fatalf("the untouched database gives %q", want)
	}
	told := map[string]int{}
	for range flips {
		at, bit := rnd.IntN(used), byte(1)<<rnd.IntN(8)
		whole[at] ^= bit
		got := l.look(t, whole)
		whole[at] ^= bit
		switch {
		case got == want:
			told["unchanged"]++
		case len(got) > 5 && got[:5] == "equal":
			t.Errorf("bit %d of byte %d (page %d): the content changed and nobody said so", bit, at, at/4096)
		default:
			told[got]++
		}
	}
	t.Logf("of %d flips in %d bytes: %v", flips, used, told)
	if told["fault"] < flips/10 {
		t.Errorf("only %d flips were faults: are they in the data at all?", told["fault"])
	}
}

// flipSource writes some hundred records of every kind and returns how many
// bytes of the file are in use.
func flipSource(t *testing.T, path string) int {
	t.Helper()
	st := mustOpen(t, path)
	storetest.Fill(t, st, 300)
	edit(t, st, "ada", "signals and touches", func(tx *store.Tx) error {
		for i := range 60 {
			id := model.PersonID(i + 1)
			err := errors.Join(tx.PutSignal(&model.Signal{Person: id, Kind: model.OpenToWork, Date: model.Day(2026, 2, 1)}),
				tx.PutSignal(&model.Signal{Company: model.CompanyID(i + 1), Kind: model.Layoffs}),
				tx.PutTouch(&model.Touch{Person: id, By: "ada", Body: "Hello", At: storetest.Now()}))
			if err != nil {
				return err
			}
		}
		m := model.Map{Name: "Platform"}
		return errors.Join(m.Add(1), m.Add(2), tx.PutMap(&m), tx.PutRole(&model.Role{Title: "Head"}))
	})
	for i := range 30 {
		must(st.SaveDraft("ben", &model.Draft{Person: model.PersonID(i + 1), Body: "Dear you, about your talk"}))(t)
	}
	rename(t, st, "ben", person(t, st, 9), "Renamed")
	try(t, st.Close())
	return usedBytes(t, path)
}

func hashOf(t *testing.T, path string) uint64 {
	t.Helper()
	st := must(store.Open(path, store.Options{Clock: storetest.Now}))(t)
	defer st.Close()
	return hash(must(everything(st))(t))
}

func hash(s string) uint64 {
	h := fnv.New64a()
	h.Write([]byte(s))
	return h.Sum64()
}

// looker asks a child what it sees in a file; a child that died is replaced.
type looker struct {
	path string
	c    *child
}

// look is "fault", "crash", "hang", or "equal" with the content's hash.
func (l *looker) look(t *testing.T, file []byte) string {
	t.Helper()
	try(t, os.WriteFile(l.path, file, 0o600))
	if l.c == nil {
		l.c = startChild(t, "flips", l.path)
		t.Cleanup(func() { l.c.stdin.Close() })
	}
	if _, err := fmt.Fprintln(l.c.stdin, "look"); err != nil {
		t.Fatal(err)
	}
	c := l.c
	watchdog := time.AfterFunc(20*time.Second, func() { _ = c.cmd.Process.Kill() })
	got := c.line()
	hung := !watchdog.Stop()
	if got != "" {
		return got
	}
	_ = c.cmd.Wait()
	l.c = nil
	if hung {
		return "hang"
	}
	return "crash"
}

// lookAtFlips is the child: at each line of its input it opens the database as
// anyone would, checks and reads all of it, and says what came of it.
func lookAtFlips(path string) error {
	in := bufio.NewScanner(os.Stdin)
	for in.Scan() {
		if content, err := lookAt(path); err != nil {
			fmt.Println("fault")
		} else {
			fmt.Printf("equal %x\n", hash(content))
		}
	}
	return in.Err()
}

func lookAt(path string) (content string, err error) {
	st, err := store.Open(path, store.Options{Clock: storetest.Now})
	if err != nil {
		return "", err
	}
	defer st.Close()
	done, err := st.Check()
	if err != nil {
		return "", err
	}
	if len(done.Faults) > 0 {
		return "", errors.New(done.Faults[0].String())
	}
	return everything(st)
}
