package main

import (
	"bytes"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"talentmap/edge/intake"
	"talentmap/edge/sample"
	"talentmap/model"
	"talentmap/store"
	"talentmap/tui/tuitest/ptytest"
)

// crowded is how many people the large database holds.
const crowded = 100_000

// crowd makes a database with the sample and so many imported people, of
// whom some fill the first map up to its hundred.
func crowd(b *testing.B, n int) (path string) {
	b.Helper()
	path = filepath.Join(b.TempDir(), "talent.db")
	st, err := store.Open(path, store.Options{})
	if err != nil {
		b.Fatal(err)
	}
	if _, err := sample.Load(b.Context(), st, "ada", time.Now()); err != nil {
		b.Fatal(err)
	}
	var people bytes.Buffer
	if err := sample.WriteCSV(&people, 7, n); err != nil {
		b.Fatal(err)
	}
	src, err := intake.Read(&people, "crowd.csv", intake.Limits{})
	if err != nil {
		b.Fatal(err)
	}
	if _, _, err := intake.Into(b.Context(), st, "ada", src, intake.Options{Now: time.Now(), Chunk: 5000}); err != nil {
		b.Fatal(err)
	}
	_, err = st.Edit(store.By("ada", "filled the map"), func(tx *store.Tx) error {
		m, err := tx.Map(1)
		for id := model.PersonID(1000); err == nil && len(m.Entries) < model.MapSize; id++ {
			err = m.Add(id)
		}
		return errors.Join(err, tx.PutMap(&m))
	})
	if err = errors.Join(err, st.Close()); err != nil {
		b.Fatal(err)
	}
	return path
}

// start is the command that opens a database on a terminal.
func start(bin, db string) *exec.Cmd {
	cmd := exec.Command(bin)
	cmd.Env = []string{"TALENTMAP_DB=" + db}
	return cmd
}

// full is what stands in the map's title once its hundred are shown.
const full = "100 of 100"

func BenchmarkStart(b *testing.B) {
	bin, db := ptytest.Build(b, "talentmap/cmd/talentmap"), crowd(b, crowded)
	ptytest.ReportStart(b, func() *exec.Cmd { return start(bin, db) }, 120, 40, full)
}

// settled waits until the whole of the index has been read.
func settled(p *ptytest.Program) time.Duration {
	return p.WaitUntil(func(screen string) bool {
		return strings.Contains(screen, full) && strings.Contains(screen, " open") && !strings.Contains(screen, "reading")
	})
}

// BenchmarkKey moves the cursor, with the composer's facts changing beside it,
// and types.
func BenchmarkKey(b *testing.B) {
	bin, db := ptytest.Build(b, "talentmap/cmd/talentmap"), crowd(b, crowded)
	for _, size := range []struct {
		name string
		w, h int
	}{{"120x40", 120, 40}, {"80x24", 80, 24}} {
		b.Run(size.name, func(b *testing.B) {
			p := ptytest.Start(b, start(bin, db), size.w, size.h)
			settled(p)
			b.Run("move", func(b *testing.B) { reportKeys(b, p, repeat("j", 70), repeat("k", 70)) })
			b.Run("half-page", func(b *testing.B) { reportKeys(b, p, repeat("ctrl+d", 6), repeat("ctrl+u", 6)) })
			b.Run("queue", func(b *testing.B) {
				p.Key("2")
				reportKeys(b, p, repeat("j", 70), repeat("k", 70))
			})
			b.Run("type", func(b *testing.B) {
				p.Key("c")
				p.Key("tab") // from the subject to the text
				p.Type("Hello, ")
				reportKeys(b, p, strings.Split("the migration that you described ", ""), repeat("backspace", 33))
				p.Key("esc")
			})
			b.Run("nothing", func(b *testing.B) {
				p.Key("g")
				reportKeys(b, p, repeat("k", 1)) // up, from the first row
			})
		})
	}
}

func repeat(key string, n int) []string {
	keys := make([]string, n)
	for i := range keys {
		keys[i] = key
	}
	return keys
}

// reportKeys is ptytest.ReportKeys with the largest frame as well.
func reportKeys(b *testing.B, p *ptytest.Program, runs ...[]string) {
	b.Helper()
	var all []string
	for _, r := range runs {
		all = append(all, r...)
	}
	most := 0
	var took []time.Duration
	sum := 0
	for i := 0; b.Loop(); i++ {
		key := all[i%len(all)]
		if key == " " {
			key = "space"
		}
		s := p.Key(key)
		took = append(took, s.Latency)
		sum += s.Bytes
		most = max(most, s.Bytes)
	}
	ms := func(pct int) float64 { return float64(ptytest.Percentile(took, pct)) / float64(time.Millisecond) }
	b.ReportMetric(0, "ns/op")
	b.ReportMetric(ms(50), "p50-ms")
	b.ReportMetric(ms(99), "p99-ms")
	b.ReportMetric(float64(sum)/float64(len(took)), "B/key")
	b.ReportMetric(float64(most), "max-B")
}

// BenchmarkIdle leaves the workbench alone, and tells what it holds.
func BenchmarkIdle(b *testing.B) {
	bin := ptytest.Build(b, "talentmap/cmd/talentmap")
	for name, n := range map[string]int{"sample": 0, "100000": crowded} {
		b.Run(name, func(b *testing.B) {
			db := crowd(b, n)
			p := ptytest.Start(b, start(bin, db), 120, 40)
			b.ReportMetric(float64(p.WaitFor("of 100"))/1e6, "map-ms")
			b.ReportMetric(float64(settled(p))/1e6, "queue-ms")
			const d = 20 * time.Second
			c := p.Idle(d)
			b.ReportMetric(0, "ns/op")
			b.ReportMetric(100*c.CPU.Seconds()/d.Seconds(), "%cpu")
			b.ReportMetric(float64(c.Bytes), "B")
			b.ReportMetric(float64(p.PeakRSS())/1e6, "peak-MB")
			if info, err := os.Stat(db); err == nil {
				b.ReportMetric(float64(info.Size())/1e6, "file-MB")
			}
		})
	}
}
