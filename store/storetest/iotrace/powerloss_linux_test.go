package iotrace_test

import (
	"fmt"
	"hash/fnv"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"

	"talentmap/store/storetest/iotrace"
)

// allowed are the states a database may be in after what was said: everything
// done is there, nothing that failed, and what is unknown, or was not over, is
// there wholly or not at all.
func allowed(begin state, steps []step, said []string) []state {
	states := []state{maps.Clone(begin)}
	open := -1
	with := func(i int, keepOld, sure bool) {
		var next []state
		for _, s := range states {
			if keepOld {
				next = append(next, s)
			}
			s = maps.Clone(s)
			had := s[begun]
			if steps[i].then(s); !sure && had == "" { // the importer does not count on it
				delete(s, begun)
			}
			next = append(next, s)
		}
		states, open = next, -1
	}
	for _, line := range said {
		var word string
		var i int
		if _, err := fmt.Sscanf(strings.ReplaceAll(line, ":", " "), "%s %d", &word, &i); err != nil {
			continue
		}
		switch word {
		case "begin":
			if open >= 0 { // the one before was killed
				with(open, true, false)
			}
			open = i
		case "done":
			with(i, false, true)
		case "unknown":
			with(i, true, false)
		case "failed":
			open = -1
		}
	}
	if open >= 0 {
		with(open, true, false)
	}
	return states
}

// The two things that can be wrong with a disk.
const (
	isDamaged = "damaged"
	isLost    = "not what was said"
)

// judge looks at a disk and is what is wrong with it, "" for nothing.
func (v *viewer) judge(im image, begin state, steps []step) string {
	o := v.look(im.Image)
	if len(o.Faults) > 0 {
		return fmt.Sprintf("%s: %s\n%s, after %q", isDamaged, o.Faults[0], im.what, im.said)
	}
	states := allowed(begin, steps, im.said)
	for _, s := range states {
		if same(o.State, s) {
			return ""
		}
	}
	return fmt.Sprintf("%s: found %v\nwhich is none of %d such as %v\n%s, after %q", isLost, short(o.State), len(states), short(states[0]), im.what, im.said)
}

func short(s state) string {
	text := s.String()
	for strings.Contains(text, "long long ") {
		text = strings.ReplaceAll(text, "long long ", "long ")
	}
	return text
}

// header reports a write of one of bbolt's two headers.
func header(c iotrace.Call) bool { return c.Op == iotrace.Write && c.Off < 2*int64(os.Getpagesize()) }

// fates are the ways in which what is not sure reaches the disk.
func fates(seeds int) map[string]iotrace.Keep {
	half := func(c iotrace.Call, sector int) bool { return sector*512 < len(c.Data)/2 || len(c.Data) == 0 }
	all := map[string]iotrace.Keep{
		"nothing":            func(iotrace.Call, int) bool { return false },
		"everything":         func(iotrace.Call, int) bool { return true },
		"only the header":    func(c iotrace.Call, _ int) bool { return header(c) },
		"all but the header": func(c iotrace.Call, _ int) bool { return !header(c) },
		"first halves":       half,
		"second halves":      func(c iotrace.Call, sector int) bool { return !half(c, sector) },
		"only names":         func(c iotrace.Call, _ int) bool { return c.Op != iotrace.Write && c.Op != iotrace.Truncate },
		"all but names":      func(c iotrace.Call, _ int) bool { return c.Op == iotrace.Write || c.Op == iotrace.Truncate },
	}
	for seed := range seeds {
		all[fmt.Sprint("seed ", seed)] = torn(seed)
	}
	return all
}

// torn keeps a third of the changes whole, loses a third, and tears the rest.
func torn(seed int) iotrace.Keep {
	toss := func(n ...int) uint32 {
		h := fnv.New32a()
		fmt.Fprint(h, seed, n)
		return h.Sum32() >> 3
	}
	return func(c iotrace.Call, sector int) bool {
		switch toss(c.N) % 3 {
		case 0:
			return true
		case 1:
			return false
		}
		return toss(c.N, sector)%2 == 0
	}
}

// image is a disk that a loss of power could have left.
type image struct {
	iotrace.Image
	what string   // how it came about
	said []string // what had been said until then
}

// lossOfPower plays scenarios one after another in one folder and collects the
// disks that a loss of power could have left before each sync, and at the end.
func lossOfPower(r *run, fates map[string]iotrace.Keep, scenarios ...string) (images []image) {
	seen := map[[32]byte]int{} // by content: after how many words
	collect := func(at string) {
		for _, how := range slices.Sorted(maps.Keys(fates)) {
			im := r.disk.Image(fates[how])
			sum := im.Sum()
			if n, ok := seen[sum]; ok && n == len(r.said) {
				continue
			}
			seen[sum] = len(r.said)
			images = append(images, image{im, at + ", kept: " + how, slices.Clone(r.said)})
		}
	}
	r.before = func(c iotrace.Call) {
		if c.Op == iotrace.Sync {
			collect("before " + c.String())
		}
	}
	for _, s := range scenarios {
		r.child(s)
	}
	collect("at the end")
	return images
}

func start(t *testing.T, scenario string) (*run, state) {
	t.Helper()
	folder := place(t)
	begin, err := prepare(scenario, folder)
	if err != nil {
		t.Fatal(err)
	}
	return newRun(t, folder), begin
}

func TestLossOfPower(t *testing.T) {
	for name := range scenarios() {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			r, begin := start(t, name)
			images := lossOfPower(r, fates(6**killCycles), name)
			mustHaveDone(t, r)
			sameAsRunning(t, r)
			v := newViewer(t)
			for _, im := range images {
				if what := v.judge(im, begin, r.steps); what != "" {
					t.Fatal(what)
				}
			}
			t.Logf("%d disks", len(images))
		})
	}
}

// mustHaveDone fails the test unless every step was done.
func mustHaveDone(t *testing.T, r *run) {
	t.Helper()
	for i, s := range r.steps {
		if !slices.Contains(r.said, fmt.Sprint("done ", i)) {
			t.Errorf("step %d, %s, was not done: %q", i, s.name, r.said)
		}
	}
}

// sameAsRunning holds the model of the disk to the real folder.
func sameAsRunning(t *testing.T, r *run) {
	t.Helper()
	real, err := iotrace.NewDisk(r.folder)
	if err != nil {
		t.Fatal(err)
	}
	have, want := r.disk.Running(), real.Running()
	for name := range want {
		if _, ok := have[name]; !ok {
			t.Errorf("%s is in the folder, and the model has it not", name)
		} else if string(have.Bytes(name)) != string(want.Bytes(name)) {
			t.Errorf("%s is not what the model says", name)
		}
	}
	for name := range have {
		if _, ok := want[name]; !ok {
			t.Errorf("the model has %s, and it is not in the folder", name)
		}
	}
}
