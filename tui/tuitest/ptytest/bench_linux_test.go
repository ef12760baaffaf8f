package ptytest_test

import (
	"os/exec"
	"testing"
	"time"

	"talentmap/tui/tuitest/ptytest"
)

func BenchmarkBareStart(b *testing.B) {
	bin := ptytest.Bare(b)
	ptytest.ReportStart(b, func() *exec.Cmd { return exec.Command(bin) }, 120, 40, "bare: 0 keys")
}

func BenchmarkBareKey(b *testing.B) {
	p := ptytest.Start(b, exec.Command(ptytest.Bare(b)), 120, 40)
	p.WaitFor("bare: 0 keys")
	ptytest.ReportKeys(b, p, "j", "k")
}

func BenchmarkBareIdle(b *testing.B) {
	p := ptytest.Start(b, exec.Command(ptytest.Bare(b)), 120, 40)
	p.WaitFor("bare: 0 keys")
	const d = 5 * time.Second
	c := p.Idle(d)
	b.ReportMetric(0, "ns/op")
	b.ReportMetric(100*c.CPU.Seconds()/d.Seconds(), "%cpu")
	b.ReportMetric(float64(c.Bytes)/d.Seconds(), "B/s")
	b.ReportMetric(float64(p.PeakRSS())/1e6, "peak-MB")
}
