package intake_test

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime/debug"
	"strings"
	"syscall"
	"testing"
	"time"

	"talentmap/edge/intake"
	"talentmap/edge/sample"
	"talentmap/store"
)

// BenchmarkImport brings 100,000 people into a store on disk as the verb does, with
// matching by key and name, journal and indexes: into an empty one, the same file
// again, and into one that holds 100,000 others.
func BenchmarkImport(b *testing.B) {
	defer debug.SetGCPercent(debug.SetGCPercent(80)) // the heap grows by as much there
	file, others := crowd(b, 7), crowd(b, 99)
	for _, c := range []struct {
		name   string
		before []byte // imported before the clock starts
		file   []byte
		fresh  int
	}{
		{"fresh", nil, file, benchRows},
		{"again", file, file, 0},
		{"beside others", others, file, benchRows},
	} {
		b.Run(c.name, func(b *testing.B) {
			var used, cpu time.Duration
			size := int64(0)
			for b.Loop() {
				path := filepath.Join(b.TempDir(), "talent.db")
				st, err := store.Open(path, store.Options{Clock: time.Now})
				if err != nil {
					b.Fatal(err)
				}
				if c.before != nil {
					into(b, st, c.before)
				}
				begun, burnt := time.Now(), processTime()
				if got := into(b, st, c.file); got.New+got.Review < c.fresh || c.fresh == 0 && got.Same != benchRows {
					b.Fatalf("%+v", got)
				}
				used, cpu = used+time.Since(begun), cpu+processTime()-burnt
				if err := st.Close(); err != nil {
					b.Fatal(err)
				}
				if info, err := os.Stat(path); err == nil {
					size = info.Size()
				}
			}
			n := float64(b.N) * benchRows
			b.ReportMetric(0, "ns/op")
			b.ReportMetric(n/used.Seconds(), "people/s")
			b.ReportMetric(float64(cpu.Microseconds())/n, "cpu-µs/person")
			b.ReportMetric(float64(size)/1e6, "file-MB")
		})
	}
}

// crowd is a file of 100,000 made-up people.
func crowd(b *testing.B, seed uint64) []byte {
	b.Helper()
	var out bytes.Buffer
	if err := sample.WriteCSV(&out, seed, benchRows); err != nil {
		b.Fatal(err)
	}
	return out.Bytes()
}

func into(b *testing.B, st *store.Store, file []byte) intake.Outcome {
	b.Helper()
	_, got, err := intake.Into(b.Context(), st, "ada", open(b, file), intake.Options{Now: time.Now(), Alone: true})
	if err != nil {
		b.Fatal(err)
	}
	return got
}

// processTime is the processor time of this process, which other processes do
// not stretch.
func processTime() time.Duration {
	var u syscall.Rusage
	if syscall.Getrusage(syscall.RUSAGE_SELF, &u) != nil {
		return 0
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

// BenchmarkAgainstSqlite imports 100,000 rows beside 100,000 others, and has the
// sqlite3 shell, where it is on the PATH, import the same file into a table with
// the same indexes beside the same others: parsing, four indexes and a durable
// commit, without matching, journal or statements.
func BenchmarkAgainstSqlite(b *testing.B) {
	shell, err := exec.LookPath("sqlite3")
	if err != nil {
		b.Skip("there is no sqlite3 here: install it to compare")
	}
	file, others := crowd(b, 7), crowd(b, 99)
	dir := b.TempDir()
	for name, text := range map[string][]byte{"file.csv": file, "others.csv": others} {
		if err := os.WriteFile(filepath.Join(dir, name), text, 0o600); err != nil {
			b.Fatal(err)
		}
	}
	header, _, _ := strings.Cut(string(file), "\n")
	columns := strings.Split(strings.TrimSpace(header), ",")
	ask := func(script string) {
		cmd := exec.Command(shell, filepath.Join(dir, "people.db"))
		cmd.Stdin = strings.NewReader(script)
		if out, err := cmd.CombinedOutput(); err != nil || len(out) > 0 {
			b.Fatalf("%s%v", out, err)
		}
	}
	var ours, theirs time.Duration
	for b.Loop() {
		os.Remove(filepath.Join(dir, "people.db"))
		var make strings.Builder
		fmt.Fprintf(&make, "create table people (%q);\n", columns)
		text := strings.NewReplacer("[", "", "]", "", `" "`, `", "`).Replace(make.String())
		for i, c := range columns[:4] {
			text += fmt.Sprintf("create index i%d on people (%q);\n", i, c)
		}
		ask(text + ".mode csv\n.import --skip 1 " + filepath.Join(dir, "others.csv") + " people\n")
		begun := time.Now()
		ask(".mode csv\n.import --skip 1 " + filepath.Join(dir, "file.csv") + " people\n")
		theirs += time.Since(begun)

		st, err := store.Open(filepath.Join(b.TempDir(), "talent.db"), store.Options{Clock: time.Now})
		if err != nil {
			b.Fatal(err)
		}
		into(b, st, others)
		begun = time.Now()
		into(b, st, file)
		ours += time.Since(begun)
		if err := st.Close(); err != nil {
			b.Fatal(err)
		}
	}
	n := float64(b.N) * benchRows
	b.ReportMetric(0, "ns/op")
	b.ReportMetric(n/ours.Seconds(), "people/s")
	b.ReportMetric(n/theirs.Seconds(), "sqlite-rows/s")
	b.ReportMetric(ours.Seconds()/theirs.Seconds(), "x-sqlite")
}
