package iotrace_test

import (
	"strings"
	"testing"

	"talentmap/store/storetest/iotrace"
)

// The controls: a store whose syncs do nothing must be found to lose what it has
// acknowledged, or to be damaged, or the other tests here look in the wrong place.
func TestWithoutSyncs(t *testing.T) {
	afterHeader := false // the last write was one of a header
	for name, c := range map[string]struct {
		scenario string
		deaf     func(iotrace.Call) bool
		finds    []string
	}{
		"none at all":               {"edits", func(iotrace.Call) bool { return true }, []string{isDamaged, isLost}},
		"none of data":              {"undo", func(iotrace.Call) bool { return !afterHeader }, []string{isDamaged}},
		"none of header":            {"undo", func(iotrace.Call) bool { return afterHeader }, []string{isDamaged, isLost}},
		"none of names":             {"edits", func(c iotrace.Call) bool { return !strings.HasSuffix(c.Path, ".db") }, []string{isLost}},
		"none of names, compacting": {"erase", func(c iotrace.Call) bool { return !strings.Contains(c.Path, ".db") }, []string{isLost}},
	} {
		t.Run(name, func(t *testing.T) {
			r, begin := start(t, c.scenario)
			r.deaf = func(call iotrace.Call) bool {
				if call.Op == iotrace.Write {
					afterHeader = header(call)
				}
				return call.Op == iotrace.Sync && c.deaf(call)
			}
			images := lossOfPower(r, fates(3), c.scenario)
			mustHaveDone(t, r)
			found := map[string]int{}
			v := newViewer(t)
			for _, im := range images {
				what, _, _ := strings.Cut(v.judge(im, begin, r.steps), ":")
				found[what]++
			}
			for _, what := range c.finds {
				if found[what] == 0 {
					t.Errorf("no disk of %d is %s: %v", len(images), what, found)
				}
			}
			t.Logf("%v", found)
		})
	}
}
