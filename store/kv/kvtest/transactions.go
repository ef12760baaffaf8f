package kvtest

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"talentmap/store/kv"
)

func testOwnWrites(t *testing.T, eng kv.Engine) {
	put(t, eng, "ka", "1", "kb", "2")
	err := eng.Update(func(w kv.Writer) error {
		err := errors.Join(w.Put([]byte("kc"), []byte("3")), w.Delete([]byte("ka")), w.Put([]byte("kb"), []byte("4")),
			w.Delete([]byte("never")), w.Delete([]byte("zzz")))
		want := []pair{{"kb", "4"}, {"kc", "3"}}
		if got := ascend(w, []byte("k"), []byte("l")); !slices.Equal(got, want) {
			t.Errorf("the writer sees %v, want %v", got, want)
		}
		if w.Get([]byte("ka")) != nil || string(w.Get([]byte("kc"))) != "3" {
			t.Error("Get does not see the writer's own writes")
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

func testRefused(t *testing.T, eng kv.Engine) {
	put(t, eng, "ka", "1")
	refusal := errors.New("no")
	err := eng.Update(func(w kv.Writer) error {
		return errors.Join(w.Put([]byte("ka"), []byte("2")), w.Put([]byte("nb"), []byte("3")), refusal)
	})
	if !errors.Is(err, refusal) || errors.Is(err, kv.ErrUnknown) {
		t.Errorf("Update = %v, want the refusal alone", err)
	}
	if v, _ := value(t, eng, "ka"); v != "1" {
		t.Errorf("a refused Update left %q", v)
	}
	if _, ok := value(t, eng, "nb"); ok {
		t.Error("a refused Update left a key")
	}
}

func testClosed(t *testing.T, fresh func(testing.TB) Place) {
	eng, err := fresh(t)()
	if err != nil {
		t.Fatal(err)
	}
	if err := eng.Close(); err != nil {
		t.Fatal(err)
	}
	err = eng.Update(func(w kv.Writer) error { return w.Put([]byte("ka"), nil) })
	if err == nil || errors.Is(err, kv.ErrUnknown) {
		t.Errorf("Update of a closed engine = %v, want an error whose outcome is known", err)
	}
	if err := eng.View(func(kv.Reader) error { return nil }); err == nil {
		t.Error("View of a closed engine gave no error")
	}
}

// testOneMoment holds a View open while others write.
func testOneMoment(t *testing.T, eng kv.Engine) {
	put(t, eng, "ka", "old", "kb", "old")
	begun, written := make(chan struct{}), make(chan struct{})
	go func() {
		defer close(written)
		<-begun
		for i := range 20 {
			put(t, eng, "ka", "new", "kc", fmt.Sprint(i))
		}
	}()
	err := eng.View(func(r kv.Reader) error {
		close(begun)
		<-written
		want := []pair{{"ka", "old"}, {"kb", "old"}}
		if got := ascend(r, []byte("k"), []byte("l")); !slices.Equal(got, want) {
			t.Errorf("a View that began before sees %v, want %v", got, want)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if v, _ := value(t, eng, "kc"); v != "19" {
		t.Errorf("a View that begins after sees %q, want 19", v)
	}
}

func testMaxOps(t *testing.T, eng kv.Engine) {
	n := min(eng.MaxOps(), 20_000)
	err := eng.Update(func(w kv.Writer) error {
		for i := range n {
			if err := w.Put(fmt.Appendf(nil, "k%09d", i), nil); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatalf("%d writes in one Update: %v", n, err)
	}
	if got := keysOfK(eng); got != n {
		t.Errorf("%d of %d are there", got, n)
	}
}

// keysOfK is how many keys the space k has.
func keysOfK(eng kv.Engine) (n int) {
	_ = eng.View(func(r kv.Reader) error {
		n = len(ascend(r, []byte("k"), []byte("l")))
		return nil
	})
	return n
}

func testMaxValue(t *testing.T, eng kv.Engine) {
	want := strings.Repeat("0123456789abcdef", kv.MaxValue/16)
	put(t, eng, "ka", want)
	if got, _ := value(t, eng, "ka"); got != want {
		t.Errorf("a value of %d bytes came back with %d, or changed", len(want), len(got))
	}
}

// testBeyond writes more than an Update may hold: all of it is there, or the
// engine has refused and nothing is. The same key counts once.
func testBeyond(t *testing.T, eng kv.Engine) {
	if eng.MaxOps() < 128 {
		t.Errorf("an Update may hold %d writes, want 128 or more", eng.MaxOps())
	}
	err := eng.Update(func(w kv.Writer) error {
		for i := range 3 * eng.MaxOps() {
			if err := w.Put([]byte("na"), fmt.Append(nil, i)); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Errorf("one key written again and again: %v", err)
	}
	err = eng.Update(func(w kv.Writer) error {
		for i := range eng.MaxOps() + 1 {
			if err := w.Put(fmt.Appendf(nil, "k%09d", i), nil); err != nil {
				return err
			}
		}
		return nil
	})
	wholly(t, eng, "many writes", err, eng.MaxOps()+1)
	if err := eng.Update(func(w kv.Writer) error { return clearK(w, eng.MaxOps()) }); err != nil {
		t.Fatal(err)
	}
	if err := eng.Update(func(w kv.Writer) error { return w.Delete(fmt.Appendf(nil, "k%09d", eng.MaxOps())) }); err != nil {
		t.Fatal(err)
	}
	err = eng.Update(func(w kv.Writer) error { return w.Put([]byte("kbig"), make([]byte, kv.MaxValue+1)) })
	wholly(t, eng, "a large value", err, 1)
}

func clearK(w kv.Writer, n int) error {
	for i := range n {
		if err := w.Delete(fmt.Appendf(nil, "k%09d", i)); err != nil {
			return err
		}
	}
	return nil
}

// wholly fails the test unless err is nil and n keys are there, or it is a
// refusal and none is.
func wholly(t *testing.T, eng kv.Engine, what string, err error, n int) {
	t.Helper()
	switch got := keysOfK(eng); {
	case err == nil && got == n:
	case errors.Is(err, kv.ErrLimit) && !errors.Is(err, kv.ErrUnknown) && got == 0:
	default:
		t.Errorf("%s: %v, and %d of %d keys are there", what, err, got, n)
	}
}

func testSound(t *testing.T, eng kv.Engine) {
	put(t, eng, "ka", "1", "nb", "2")
	if err := eng.Check(func(err error) { t.Errorf("fault: %v", err) }); err != nil {
		t.Error(err)
	}
	var copied bytes.Buffer
	if err := eng.Backup(&copied); err != nil || copied.Len() == 0 {
		t.Errorf("Backup = %v with %d bytes", err, copied.Len())
	}
	if err := eng.Backup(fullDisk{}); !errors.Is(err, errFull) {
		t.Errorf("Backup to a full disk = %v, want the writer's error", err)
	}
	put(t, eng, "ka", "2") // neither leaves a lock behind
}

var errFull = errors.New("full")

type fullDisk struct{}

func (fullDisk) Write([]byte) (int, error) { return 0, errFull }
