package roster_test

import (
	"bytes"
	"errors"
	"os/exec"
	"slices"
	"strings"
	"testing"
	"time"
)

// BenchmarkAgainstFzf compares a key in the finder with `fzf --filter` on the same
// people, a line each, as a whole process: medians, run in turn. The search is
// what the index is for, so it counts without its loading. Without fzf on the
// PATH it says so.
func BenchmarkAgainstFzf(b *testing.B) {
	fzf, err := exec.LookPath("fzf")
	if err != nil {
		b.Skip("fzf is not on the PATH, so there is nothing to compare with: apt-get install fzf")
	}
	const people = 100_000
	s := openRoster(b, crowd(b, people)).Snapshot()
	var lines bytes.Buffer
	for i := range people {
		p := employee(i)
		lines.WriteString(strings.Join([]string{p.Name, p.Positions[0].Title, p.Positions[0].Company, p.Location, strings.Join(p.Skills, " ")}, "\t") + "\n")
	}
	for _, query := range []string{"e", "en", "engineer", "muller", "kowalski staff", "company 17 berlin go", "ktrzn", "enrgs", "zq"} {
		b.Run(query, func(b *testing.B) {
			var ours, theirs []time.Duration
			for b.Loop() {
				start := time.Now()
				s.Search(query, 50)
				ours = append(ours, time.Since(start))
				start = time.Now()
				c := exec.Command(fzf, "--filter", query)
				c.Stdin = bytes.NewReader(lines.Bytes())
				var exit *exec.ExitError
				if err := c.Run(); err != nil && (!errors.As(err, &exit) || exit.ExitCode() != 1) { // 1: nobody
					b.Fatal(err)
				}
				theirs = append(theirs, time.Since(start))
			}
			slices.Sort(ours)
			slices.Sort(theirs)
			our, their := ours[len(ours)/2], theirs[len(theirs)/2]
			b.ReportMetric(float64(our.Microseconds())/1e3, "ours-ms")
			b.ReportMetric(float64(their.Microseconds())/1e3, "fzf-ms")
			b.ReportMetric(float64(their)/float64(our), "times")
		})
	}
}
