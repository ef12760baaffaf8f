package tui_test

import (
	"runtime"
	"strings"
	"testing"
)

// eventLoop are the methods of the session that must not wait for the store.
var eventLoop = []string{"talentmap/tui.(*Root).Update", "talentmap/tui.(*Root).View", "talentmap/tui.(*Root).Init"}

// notFromTheLoop fails the test when whoever comes to the store comes from the
// event loop, which everybody's keys wait for.
func notFromTheLoop(t *testing.T) func() {
	return func() {
		var pcs [100]uintptr
		frames := runtime.CallersFrames(pcs[:runtime.Callers(2, pcs[:])])
		for f, more := frames.Next(); more; f, more = frames.Next() {
			for _, name := range eventLoop {
				if f.Function == name {
					stack := make([]byte, 1<<14)
					t.Errorf("%s goes to the store:\n%s", name, stack[:runtime.Stack(stack, false)])
					return
				}
			}
		}
	}
}

// While the store does not answer every key does: the cursor moves, help opens and
// closes, and one can leave.
func TestEveryPlaceAnswersWhileTheStoreDoesNot(t *testing.T) {
	throughAll(t, func(b *bench, p place) {
		b.press(p.keys)
		b.Contains(p.shows)
		b.gate.Shut()
		before := b.Frame()
		b.press(p.moves)
		if moved := b.Frame(); moved == before {
			t.Errorf("%s: %s changes nothing:\n%s", p.name, p.moves, moved)
		}
		b.helps()
		b.leaves()
	})
}

// Nor does a place that is opened meanwhile hold anything up.
func TestEveryPlaceOpensWhileTheStoreDoesNotAnswer(t *testing.T) {
	throughAll(t, func(b *bench, p place) {
		b.gate.Shut()
		b.press(p.keys)
		b.press("j k")
		b.helps()
		b.gate.Open()
		b.Settle()
		b.Frame()
	})
}

// throughAll begins a session for each place, all of them on one store.
func throughAll(t *testing.T, look func(b *bench, p place)) {
	t.Helper()
	at(t, setup{}, func(b *bench) {
		name := ""
		defer func() {
			b.gate.Open()
			if t.Failed() {
				t.Logf("the last place is %q", name)
			}
		}()
		for _, p := range everywhere() {
			name = p.name
			if p.first != nil {
				p.first(b)
			}
			look(b, p)
			b.gate.Open()
			b.reopen()
		}
	})
}

// helps opens the help and closes it.
func (b *bench) helps() {
	b.t.Helper()
	before := b.Frame()
	b.Keys("f1")
	if strings.Contains(before, "Keys ·") || strings.Contains(before, "Commands") { // once more, and it is gone
		return
	}
	b.Contains("Keys ·")
	b.Keys("esc")
	b.Lacks("Keys ·")
}

// leaves ends the session though nothing can be saved.
func (b *bench) leaves() {
	b.t.Helper()
	b.Keys("ctrl+c")
	if !b.Done() {
		b.Keys("ctrl+c")
	}
	if !b.Done() {
		b.t.Errorf("the session does not end:\n%s", b.Frame())
	}
}

// What is typed while the store does not answer is in it once it does, though one
// has moved on, or left, meanwhile.
func TestWhatIsTypedWhileTheStoreDoesNotAnswerIsKept(t *testing.T) {
	for _, c := range []struct {
		name, then string
		leaves     bool
	}{
		{name: "and left", leaves: true},
		{name: "and on to the next", then: "esc 1 j c =to_another"},
		{name: "and a page opened", then: "esc R"},
	} {
		t.Run(c.name, func(t *testing.T) {
			at(t, setup{}, func(b *bench) {
				who := b.ranked()[1]
				b.press("j c tab")
				had := b.draft(who).Body
				b.gate.Shut()
				b.Type("not lost")
				b.Contains("not lost")
				b.press(c.then)
				if c.leaves {
					b.leaves()
				}
				b.gate.Open()
				if !c.leaves {
					b.Settle()
					b.leaves()
				}
				b.reopen()
				if got := b.draft(who).Body; !strings.Contains(got, "not lost") {
					t.Errorf("the draft is %q, was %q", got, had)
				}
				if c.then != "" && strings.Contains(c.then, "another") {
					if got := b.draft(b.ranked()[2]); !strings.Contains(got.Subject+got.Body, "to another") {
						t.Errorf("the draft to the next is %+v", got)
					}
				}
			})
		})
	}
}
