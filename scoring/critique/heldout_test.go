package critique_test

import (
	"cmp"
	"maps"
	"slices"
	"testing"
)

// tally counts what was found of one rule.
type tally struct{ right, extra, missed int }

func share(part, whole int) float64 {
	if whole == 0 {
		return 1
	}
	return float64(part) / float64(whole)
}

// The messages held out were written after the rules, by imagining recruiters whose
// words nobody had in mind. What is found in them says how well the rules do on
// what they were not made for; -v shows it rule by rule. What they miss may be
// missed, but not more of it than when this was last looked at.
func TestHeldOut(t *testing.T) { measure(t, "heldout", 30, leastPrecision, leastRecall) }

// The foreign messages were written later, as fifty recruiters and their tools would, with
// what a person expects of each before any of them was read by the rules.
func TestForeign(t *testing.T) { measure(t, "foreign", 50, foreignPrecision, foreignRecall) }

// measure tells how well the rules do on the messages of a folder, and holds them to what
// they reached.
func measure(t *testing.T, folder string, many int, leastPrecision, leastRecall float64) {
	t.Helper()
	w := readWorld(t)
	all := letters(t, folder)
	if len(all) < many {
		t.Errorf("%d messages are few", len(all))
	}
	rules := map[string]*tally{}
	of := func(rule string) *tally {
		if rules[rule] == nil {
			rules[rule] = &tally{}
		}
		return rules[rule]
	}
	var sum tally
	for _, l := range all {
		r := l.read(w)
		extra, missed := compare(l.draft(), r, l.want)
		for _, f := range r.Findings {
			of(f.Rule).right++
		}
		for _, e := range extra {
			of(e.rule).right--
			of(e.rule).extra++
			t.Logf("%s/%s: false alarm: %s", l.where, l.name, e)
		}
		for _, e := range missed {
			of(e.rule).missed++
			t.Logf("%s/%s: missed: %s", l.where, l.name, e)
		}
		sum.right += len(l.want) - len(missed)
		sum.extra += len(extra)
		sum.missed += len(missed)
	}
	t.Logf("%-18s %5s %9s %7s", "rule", "found", "precision", "recall")
	for _, rule := range slices.SortedFunc(maps.Keys(rules), cmp.Compare) {
		n := rules[rule]
		t.Logf("%-18s %5d %9.2f %7.2f", rule, n.right+n.extra, share(n.right, n.right+n.extra), share(n.right, n.right+n.missed))
	}
	precision, recall := share(sum.right, sum.right+sum.extra), share(sum.right, sum.right+sum.missed)
	t.Logf("%-18s %5d %9.2f %7.2f", "all", sum.right+sum.extra, precision, recall)
	if precision < leastPrecision || recall < leastRecall {
		t.Errorf("precision %.3f, recall %.3f; they were %.3f and %.3f", precision, recall, leastPrecision, leastRecall)
	}
}

// What the rules reached when they were last looked at.
const (
	leastPrecision = 0.96
	leastRecall    = 0.96

	foreignPrecision = 0.92
	foreignRecall    = 0.92
)
