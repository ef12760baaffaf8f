package iotrace_test

import (
	"fmt"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"syscall"
	"testing"

	"talentmap/store/storetest/iotrace"
)

// mishap is what happens to one call of a run.
type mishap struct {
	n    int // which call, from 1
	what string
}

func (m mishap) String() string { return fmt.Sprintf("call %d: %s", m.n, m.what) }

// The mishaps. A full disk and a short write happen to what writes.
const (
	ioError   = "I/O error"
	fullDisk  = "no space left"
	shortOnce = "half is written"
	shortFull = "half is written, then no space left"
	broken    = "I/O error, and at all calls after it"
	killed    = "the process is killed"
)

// mishaps are all that can befall a run that made these calls.
func mishaps(calls []iotrace.Call) (all []mishap) {
	for i, c := range calls {
		whats := []string{ioError}
		switch c.Op {
		case iotrace.Open, iotrace.Read, iotrace.Remove:
		default:
			whats = append(whats, fullDisk)
		}
		if c.CanHalve() {
			whats = append(whats, shortOnce, shortFull)
		}
		for _, what := range whats {
			all = append(all, mishap{i + 1, what})
		}
	}
	return all
}

// befall has the mishap happen to a run.
func (m mishap) befall(r *run) {
	n := 0
	r.answer = func(c iotrace.Call) (a iotrace.Answer) {
		n++
		switch {
		case n == m.n+1 && m.what == shortFull && c.Op == iotrace.Write:
			a.Fail = syscall.ENOSPC
		case n > m.n && m.what == broken:
			a.Fail = syscall.EIO
		case n != m.n:
		case m.what == killed:
			a.Kill = true
		case m.what == ioError, m.what == broken:
			a.Fail = syscall.EIO
		case m.what == fullDisk:
			a.Fail = syscall.ENOSPC
		default:
			a.Half = c.CanHalve()
		}
		return a
	}
}

// rehearse plays a scenario without a mishap and returns its calls.
func rehearse(t *testing.T, scenario string) (calls []iotrace.Call) {
	t.Helper()
	r, _ := start(t, scenario)
	r.answer = func(c iotrace.Call) iotrace.Answer {
		calls = append(calls, c)
		return iotrace.Answer{}
	}
	r.child(scenario)
	return calls
}

// Whatever call fails, the program goes on and tells: what it says it has done
// is there, also after a loss of power; what it says has failed is not.
func TestEveryCallFailingOnce(t *testing.T) {
	for name := range scenarios() {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			all := mishaps(rehearse(t, name))
			chosen := some(all, 5)
			v, told := newViewer(t), 0
			for _, m := range chosen {
				told += failOnce(v, name, m)
			}
			t.Logf("%d of %d mishaps, %d of them were told", len(chosen), len(all), told)
		})
	}
}

// some is a choice by chance, of so many per kill cycle; all from 50 cycles on.
func some(all []mishap, each int) []mishap {
	if *killCycles >= 50 || len(all) <= each**killCycles {
		return all
	}
	rand.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
	return all[:each**killCycles]
}

// failOnce plays a scenario with a mishap and returns 1 where the program told.
func failOnce(v *viewer, name string, m mishap) (told int) {
	r, begin := start(v.t, name)
	defer os.RemoveAll(r.folder)
	m.befall(r)
	images := lossOfPower(r, fates(0), name)
	for i := range r.steps {
		if n := outcomes(r.said, i); n != 1 {
			v.t.Errorf("%s: %d outcomes of step %d are told: %q", m, n, i, r.said)
		}
	}
	images = append(images, image{r.disk.Running(), "no loss of power", r.said})
	for _, im := range images {
		if what := v.judge(im, begin, r.steps); what != "" {
			v.t.Errorf("%s: %s", m, what)
			break
		}
	}
	if slices.ContainsFunc(r.said, func(line string) bool { return !strings.HasPrefix(line, "begin") && !strings.HasPrefix(line, "done") }) {
		told = 1
	}
	return told
}

// outcomes counts what was said of the outcome of a step.
func outcomes(said []string, i int) (n int) {
	for _, line := range said {
		var word string
		var step int
		if _, err := fmt.Sscanf(strings.ReplaceAll(line, ":", " "), "%s %d", &word, &step); err == nil && step == i && word != "begin" {
			n++
		}
	}
	return n
}
