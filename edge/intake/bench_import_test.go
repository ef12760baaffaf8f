package intake_test

import (
	"bytes"
	"os"
	"path/filepath"
	"syscall"
	"testing"
	"time"

	"talentmap/edge/intake"
	"talentmap/edge/sample"
	"talentmap/store"
)

// BenchmarkImport brings 100,000 people into a store on disk, with matching by
// key and name, journal and indexes: into an empty one, the same file again,
// and into one that holds 100,000 others.
func BenchmarkImport(b *testing.B) {
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

func into(b *testing.B, st *store.Store, file []byte) intake.Preview {
	b.Helper()
	_, got, err := intake.Into(b.Context(), st, "ada", open(b, file), intake.Options{Now: time.Now(), Chunk: 5000})
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
