package ptytest_test

import (
	"os/exec"
	"strings"
	"testing"
	"time"

	"talentmap/tui/tuitest/ptytest"
)

func TestBareProgram(t *testing.T) {
	p := ptytest.Start(t, exec.Command(ptytest.Bare(t)), 40, 6)
	if at := p.WaitFor("bare: 0 keys"); at <= 0 {
		t.Errorf("first frame after %v", at)
	}
	for _, key := range []string{"j", "G", "space", "esc", "up", "ctrl+x", "alt+a", "shift+tab"} {
		if s := p.Key(key); s.Bytes == 0 || s.Bytes > 100 || s.Latency <= 0 {
			t.Errorf("%s cost %+v: want one number redrawn", key, s)
		}
	}
	p.Type("jjjj")
	if want := "bare: 12 keys" + strings.Repeat("\n", 5); p.Screen() != want {
		t.Errorf("the screen shows %q, want %q", p.Screen(), want)
	}
	if c := p.Idle(100 * time.Millisecond); c.Bytes != 0 {
		t.Errorf("it wrote %d bytes with nobody there", c.Bytes)
	}
	if rss := p.PeakRSS(); rss < 1<<20 || rss > 1<<30 {
		t.Errorf("peak of %d bytes of memory", rss)
	}
}

func TestPercentileIsTheNearestRank(t *testing.T) {
	all := []time.Duration{50, 15, 35, 40, 20} // 15 20 35 40 50
	for pct, want := range map[int]time.Duration{0: 15, 20: 15, 30: 20, 40: 20, 50: 35, 99: 50, 100: 50} {
		if got := ptytest.Percentile(all, pct); got != want {
			t.Errorf("%d%%: %d, want %d", pct, got, want)
		}
	}
	if got := ptytest.Percentile(nil, 50); got != 0 {
		t.Errorf("of nothing: %v", got)
	}
}
