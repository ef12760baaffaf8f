package intake_test

import (
	"bytes"
	"fmt"
	"testing"

	"talentmap/edge/intake"
)

// tenColumns is a file of n made-up people as a recruiter's export has them.
func tenColumns(n int) []byte {
	var b bytes.Buffer
	b.WriteString("First Name,Last Name,Email,LinkedIn URL,Title,Company,Location,Start Date,Skills,Notes\n")
	for i := range n {
		fmt.Fprintf(&b, "Given%d,Family%d,p%d@mail.example.com,https://www.linkedin.com/in/given-%d,Staff Engineer,Company %d,\"Berlin, Germany\",20%02d-%02d,Go; Kafka; Postgres,met at a meetup\n",
			i%5000, i/5000, i, i, i%2000, 10+i%15, 1+i%12)
	}
	return b.Bytes()
}

const benchRows = 100_000

func perRow(b *testing.B) {
	b.ReportMetric(float64(b.N)*benchRows/b.Elapsed().Seconds(), "rows/s")
}

func open(tb testing.TB, data []byte) *intake.Source {
	tb.Helper()
	src, err := intake.Read(bytes.NewReader(data), "bench.csv", intake.Limits{})
	if err != nil {
		tb.Fatal(err)
	}
	return src
}

func BenchmarkParse(b *testing.B) {
	data := tenColumns(benchRows)
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		n := 0
		for _, bad := range open(b, data).Records() {
			if bad != nil {
				b.Fatal(bad)
			}
			n++
		}
		if n != benchRows {
			b.Fatal(n)
		}
	}
	perRow(b)
}

// BenchmarkPreviewKnown matches a file with 100,000 people who are all known.
func BenchmarkPreviewKnown(b *testing.B) {
	data, m := tenColumns(benchRows), newMemory()
	if _, err := intake.Apply(b.Context(), open(b, data), m, m, opts); err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		v, err := intake.Preview(b.Context(), open(b, data), m, opts)
		if err != nil || v.Same != benchRows {
			b.Fatal(v, err)
		}
	}
	perRow(b)
}

// BenchmarkPreviewNew matches a file with 100,000 known people who are others.
func BenchmarkPreviewNew(b *testing.B) {
	all, m := tenColumns(2*benchRows), newMemory()
	lines := bytes.SplitAfterN(all, []byte("\n"), benchRows+2)
	rest := append(lines[0:1:1], lines[benchRows+1])
	if _, err := intake.Apply(b.Context(), open(b, tenColumns(benchRows)), m, m, opts); err != nil {
		b.Fatal(err)
	}
	data := bytes.Join(rest, nil)
	b.ReportAllocs()
	for b.Loop() {
		v, err := intake.Preview(b.Context(), open(b, data), m, opts)
		if err != nil || v.New != benchRows {
			b.Fatal(v, err)
		}
	}
	perRow(b)
}
