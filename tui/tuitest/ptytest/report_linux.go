package ptytest

import (
	"os/exec"
	"slices"
	"testing"
	"time"
)

// ReportStart starts the program that start makes, and the bare one beside
// it, once in each round of b. It reports the median and the 99th percentile
// of the time to the complete frame that holds text, in milliseconds, and the
// ratio of the two medians (x-bare).
func ReportStart(b *testing.B, start func() *exec.Cmd, w, h int, text string) {
	b.Helper()
	bin := Bare(b)
	var own, bare []time.Duration
	for b.Loop() {
		own = append(own, timeStart(b, start(), w, h, text))
		bare = append(bare, timeStart(b, exec.Command(bin), w, h, "bare: 0 keys"))
	}
	reportLatency(b, own)
	b.ReportMetric(float64(Percentile(own, 50))/float64(Percentile(bare, 50)), "x-bare")
}

// timeStart starts a program, waits for its frame and ends it.
func timeStart(b *testing.B, cmd *exec.Cmd, w, h int, text string) time.Duration {
	b.Helper()
	p := Start(b, cmd, w, h)
	defer p.Stop()
	return p.WaitFor(text)
}

// ReportKeys presses the keys in turn, one in each round of b, and reports
// the median and the 99th percentile of the latency in milliseconds and the
// mean of the bytes.
func ReportKeys(b *testing.B, p *Program, spellings ...string) {
	b.Helper()
	var all []time.Duration
	bytes := 0
	for i := 0; b.Loop(); i++ {
		s := p.Key(spellings[i%len(spellings)])
		all = append(all, s.Latency)
		bytes += s.Bytes
	}
	reportLatency(b, all)
	b.ReportMetric(float64(bytes)/float64(len(all)), "B/key")
}

// reportLatency replaces the time of a round, most of which is the wait for
// quiet.
func reportLatency(b *testing.B, all []time.Duration) {
	b.ReportMetric(0, "ns/op")
	b.ReportMetric(ms(Percentile(all, 50)), "p50-ms")
	b.ReportMetric(ms(Percentile(all, 99)), "p99-ms")
}

// Percentile returns the smallest of the durations that is not below pct
// percent of them (nearest rank), or 0 where there are none.
func Percentile(all []time.Duration, pct int) time.Duration {
	if len(all) == 0 {
		return 0
	}
	sorted := slices.Sorted(slices.Values(all))
	return sorted[max(0, (len(sorted)*pct+99)/100-1)]
}

func ms(d time.Duration) float64 { return float64(d) / float64(time.Millisecond) }
