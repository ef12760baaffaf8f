//go:build linux

package main

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"

	"talentmap/edge/intake"
	"talentmap/edge/intake/format"
	"talentmap/edge/sample"
	"talentmap/model"
	"talentmap/store"
	"talentmap/tui/tuitest/ptytest"
)

// crowded is how many people the large database holds.
const crowded = 100_000

// crowd makes a database with the sample and so many imported people, of whom
// some fill the first map up to its hundred. A narrow one has no name with a
// character of two cells: the renderer repaints every row that shows one, in
// every frame.
func crowd(b *testing.B, n int, narrow bool) (path string) {
	b.Helper()
	path = filepath.Join(b.TempDir(), "talent.db")
	st, err := store.Open(path, store.Options{})
	if err != nil {
		b.Fatal(err)
	}
	if _, err := sample.Load(b.Context(), st, "ada", time.Now()); err != nil {
		b.Fatal(err)
	}
	var file bytes.Buffer
	if err := sample.WriteCSV(&file, 7, n); err != nil {
		b.Fatal(err)
	}
	src, err := format.Read(&file, "crowd.csv", format.Limits{})
	if err != nil {
		b.Fatal(err)
	}
	if _, _, err := intake.Into(b.Context(), st, "ada", src, intake.Options{Now: time.Now(), Chunk: 5000}); err != nil {
		b.Fatal(err)
	}
	_, err = st.Edit(store.By("ada", "filled the map"), func(tx *store.Tx) error {
		if narrow {
			if err := rename(tx); err != nil {
				return err
			}
		}
		m, err := tx.Map(1)
		for id := model.PersonID(1000); err == nil && n > 0 && len(m.Entries) < model.MapSize; id++ {
			err = m.Add(id)
		}
		return errors.Join(err, tx.PutMap(&m))
	})
	if err = errors.Join(err, st.Close()); err != nil {
		b.Fatal(err)
	}
	return path
}

// rename gives those with wide characters in their name a plain one.
func rename(tx *store.Tx) error {
	var wide []model.Person
	for p, err := range tx.People(1) {
		if err != nil {
			return err
		}
		if ansi.StringWidth(p.Name) > utf8.RuneCountInString(p.Name) {
			wide = append(wide, p)
		}
	}
	for i := range wide {
		wide[i].Name = "Kim Reyes-" + strconv.Itoa(i)
		if err := tx.PutPerson(&wide[i]); err != nil {
			return err
		}
	}
	return nil
}

// start is the command that opens a database on a terminal.
func start(bin, db string) *exec.Cmd {
	cmd := exec.Command(bin)
	cmd.Env = []string{"TALENTMAP_DB=" + db, "XDG_CONFIG_HOME=" + filepath.Dir(db)} // nobody's config
	return cmd
}

// full is what stands in the map's title once its hundred are shown.
const full = "100 of 100"

func BenchmarkStart(b *testing.B) {
	bin, db := ptytest.Build(b, "talentmap/cmd/talentmap"), crowd(b, crowded, true)
	ptytest.ReportStart(b, func() *exec.Cmd { return start(bin, db) }, 120, 40, full)
}

// settled waits until the whole of the index has been read.
func settled(p *ptytest.Program) time.Duration {
	return p.WaitUntil(func(screen string) bool {
		return strings.Contains(screen, "of 100") && strings.Contains(screen, " open") && !strings.Contains(screen, "reading")
	})
}

// BenchmarkKey moves the cursor, with the composer's facts changing beside it,
// and types. The second of the databases shows what wide characters cost.
func BenchmarkKey(b *testing.B) {
	bin := ptytest.Build(b, "talentmap/cmd/talentmap")
	narrow, wide := crowd(b, crowded, true), crowd(b, crowded, false)
	for _, c := range []struct {
		name, db string
		w, h     int
	}{{"120x40", narrow, 120, 40}, {"80x24", narrow, 80, 24}, {"120x40 wide names", wide, 120, 40}} {
		b.Run(c.name, func(b *testing.B) {
			p := ptytest.Start(b, start(bin, c.db), c.w, c.h)
			settled(p)
			b.Run("move", func(b *testing.B) { reportKeys(b, p, repeat("j", 15), repeat("k", 15)) })
			b.Run("move through all", func(b *testing.B) { reportKeys(b, p, repeat("j", 90), repeat("k", 90)) })
			b.Run("half page", func(b *testing.B) { reportKeys(b, p, repeat("ctrl+d", 5), repeat("ctrl+u", 5)) })
			for _, view := range []string{"picture", "companies"} {
				p.Key("p")
				b.Run("move "+view, func(b *testing.B) { reportKeys(b, p, repeat("j", 15), repeat("k", 15)) })
			}
			p.Key("p")
			b.Run("nothing", func(b *testing.B) {
				p.Key("g")
				reportKeys(b, p, repeat("k", 1)) // up, from the first row
			})
			b.Run("type", func(b *testing.B) {
				p.Key("c")
				p.Key("tab") // from the subject to the text
				p.Type("Hello, ")
				reportKeys(b, p, strings.Split("the migration that you described ", ""), repeat("backspace", 33))
				p.Key("esc")
			})
		})
	}
}

// BenchmarkPageBytes are the bytes of going to each page and back, and of a cursor
// move on it: they do not depend on what else the machine does.
func BenchmarkPageBytes(b *testing.B) {
	bin, db := ptytest.Build(b, "talentmap/cmd/talentmap"), crowd(b, crowded, true)
	p := ptytest.Start(b, start(bin, db), 120, 40)
	settled(p)
	for _, page := range []struct{ name, keys string }{
		{"queue", "2"},
		{"person", "enter"},
		{"roles", "R"},
		{"shortlist", "R enter"},
		{"companies", "C"},
		{"company", "C enter"},
		{"outbox", "O"},
		{"templates", "P"},
		{"history", "H"},
		{"imports", "A"},
		{"review", "V"},
		{"find", "f a"},
		{"help", "?"},
	} {
		b.Run(page.name, func(b *testing.B) {
			keys := strings.Fields(page.keys)
			for _, k := range keys[:len(keys)-1] {
				p.Key(k)
				p.Idle(time.Second)
			}
			there := p.Key(keys[len(keys)-1]).Bytes + p.Idle(time.Second).Bytes // until all of it has been read
			sum, n := 0, 0
			for b.Loop() {
				for _, k := range append(repeat("down", 5), repeat("up", 5)...) {
					sum, n = sum+p.Key(k).Bytes, n+1
				}
			}
			back := 0
			for range keys {
				back = max(back, p.Key("esc").Bytes)
			}
			p.Key("1")
			b.ReportMetric(0, "ns/op")
			b.ReportMetric(float64(there), "there-B")
			b.ReportMetric(float64(sum)/float64(n), "B/move")
			b.ReportMetric(float64(back), "back-B")
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
	reportLatency(b, took)
	b.ReportMetric(float64(sum)/float64(len(took)), "B/key")
	b.ReportMetric(float64(most), "max-B")
}

func reportLatency(b *testing.B, took []time.Duration) {
	b.Helper()
	b.ReportMetric(0, "ns/op")
	b.ReportMetric(ms(ptytest.Percentile(took, 50)), "p50-ms")
	b.ReportMetric(ms(ptytest.Percentile(took, 99)), "p99-ms")
}

func ms(d time.Duration) float64 { return float64(d) / float64(time.Millisecond) }

// BenchmarkKeyWhileReading moves the cursor from the first frame on, while the
// live index is read.
func BenchmarkKeyWhileReading(b *testing.B) {
	bin, db := ptytest.Build(b, "talentmap/cmd/talentmap"), crowd(b, crowded, true)
	var took []time.Duration
	for b.Loop() {
		p := ptytest.Start(b, start(bin, db), 120, 40)
		p.WaitFor(full)
		for range 8 {
			took = append(took, p.Key("j").Latency)
		}
		p.Stop()
	}
	reportLatency(b, took)
}

// BenchmarkIdle leaves the workbench alone, and tells what it holds.
func BenchmarkIdle(b *testing.B) {
	bin := ptytest.Build(b, "talentmap/cmd/talentmap")
	for _, n := range []int{0, crowded} {
		b.Run(strconv.Itoa(n)+" people", func(b *testing.B) {
			db := crowd(b, n, false)
			for b.Loop() { // once is enough: what follows is measured, not repeated
			}
			p := ptytest.Start(b, start(bin, db), 120, 40)
			b.ReportMetric(ms(p.WaitFor("of 100")), "map-ms")
			b.ReportMetric(ms(settled(p)), "queue-ms")
			const d = 20 * time.Second
			c := p.Idle(d)
			b.ReportMetric(0, "ns/op")
			b.ReportMetric(100*c.CPU.Seconds()/d.Seconds(), "%cpu")
			b.ReportMetric(float64(c.Bytes), "B")
			b.ReportMetric(float64(p.PeakRSS())/1e6, "peak-MB")
		})
	}
}

// BenchmarkImport runs the verb: into an empty database, the same file again, and
// into one that holds others. Each time the database is made anew.
func BenchmarkImport(b *testing.B) {
	bin, dir := ptytest.Build(b, "talentmap/cmd/talentmap"), b.TempDir()
	first, second := filepath.Join(dir, "first.csv"), filepath.Join(dir, "second.csv")
	writeCSV(b, first, 7)
	writeCSV(b, second, 99)
	for _, c := range []struct{ name, before, file string }{{"fresh", "", first}, {"again", first, first}, {"beside others", second, first}} {
		b.Run(c.name, func(b *testing.B) {
			var sum imported
			for b.Loop() {
				db := filepath.Join(b.TempDir(), "talent.db")
				if c.before != "" {
					importFile(b, bin, db, c.before)
				}
				sum.add(importFile(b, bin, db, c.file))
			}
			sum.report(b)
		})
	}
}

// imported is what imports took, and the most that one of them held.
type imported struct {
	n         int
	took, cpu time.Duration
	peak      int   // bytes of memory
	file      int64 // bytes of the database
}

func (i *imported) add(one imported) {
	i.n, i.took, i.cpu = i.n+one.n, i.took+one.took, i.cpu+one.cpu
	i.peak, i.file = max(i.peak, one.peak), max(i.file, one.file)
}

func (i *imported) report(b *testing.B) {
	b.ReportMetric(0, "ns/op")
	b.ReportMetric(float64(i.n)*crowded/i.took.Seconds(), "people/s")
	b.ReportMetric(float64(i.cpu.Microseconds())/float64(i.n*crowded), "cpu-µs/person")
	b.ReportMetric(float64(i.peak)/1e6, "peak-MB")
	b.ReportMetric(float64(i.file)/1e6, "file-MB")
}

func writeCSV(b *testing.B, path string, seed uint64) {
	b.Helper()
	var file bytes.Buffer
	if err := errors.Join(sample.WriteCSV(&file, seed, crowded), os.WriteFile(path, file.Bytes(), 0o600)); err != nil {
		b.Fatal(err)
	}
}

// importFile runs the verb once. Exit status 1 is rows that somebody has to look at.
func importFile(b *testing.B, bin, db, file string) imported {
	b.Helper()
	cmd := exec.Command(bin, "--db", db, "import", file)
	begun := time.Now()
	if err := cmd.Start(); err != nil {
		b.Fatal(err)
	}
	peak := make(chan int, 1)
	go func() { peak <- peakOf(cmd.Process.Pid) }()
	err := cmd.Wait()
	took := time.Since(begun)
	if cmd.ProcessState.ExitCode() > 1 {
		b.Fatal(err)
	}
	info, err := os.Stat(db)
	if err != nil {
		b.Fatal(err)
	}
	return imported{n: 1, took: took, cpu: cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime(), peak: <-peak, file: info.Size()}
}

// peakOf follows the most memory that a process has held, in bytes, until it
// ends. What wait4 tells is no less than what the process that started it held.
func peakOf(pid int) (peak int) {
	for {
		status, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", pid))
		_, after, found := strings.Cut(string(status), "VmHWM:")
		if err != nil || !found {
			return peak
		}
		kb, _, _ := strings.Cut(strings.TrimSpace(after), " ")
		if n, err := strconv.Atoi(kb); err == nil {
			peak = 1024 * n
		}
		time.Sleep(5 * time.Millisecond)
	}
}
