package iotrace_test

import (
	"os"
	"testing"

	"talentmap/store/storetest/iotrace"
)

// A process ends in the midst of its writes, killed or with a disk that no longer
// takes anything; the next one goes on with what it sees, which need not be on
// the disk; then power is lost.
func TestLossOfPowerAfterARestart(t *testing.T) {
	for name := range scenarios() {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			var all []mishap
			for i := range rehearse(t, name) {
				all = append(all, mishap{i + 1, killed}, mishap{i + 1, broken})
			}
			chosen := some(all, 4)
			v := newViewer(t)
			for _, m := range chosen {
				restart(v, name, m)
			}
			t.Logf("%d of %d ends", len(chosen), len(all))
		})
	}
}

func restart(v *viewer, name string, m mishap) {
	r, begin := start(v.t, name)
	defer os.RemoveAll(r.folder)
	m.befall(r)
	r.child(name)
	r.answer = func(iotrace.Call) iotrace.Answer { return iotrace.Answer{} }
	for _, im := range lossOfPower(r, fates(0), again) {
		if what := v.judge(im, begin, r.steps); what != "" {
			v.t.Errorf("%s: %s", m, what)
			return
		}
	}
}
