package intake_test

import (
	"bytes"
	"testing"

	"talentmap/edge/intake"
	"talentmap/edge/intake/format"
	"talentmap/edge/intake/format/formattest"
)

const benchRows = 100_000

func perRow(b *testing.B) {
	b.ReportMetric(float64(b.N)*benchRows/b.Elapsed().Seconds(), "rows/s")
}

func open(tb testing.TB, data []byte) *format.Source {
	tb.Helper()
	src, err := format.Read(bytes.NewReader(data), "bench.csv", format.Limits{})
	if err != nil {
		tb.Fatal(err)
	}
	return src
}

// BenchmarkPreviewKnown matches a file with 100,000 people who are all known.
func BenchmarkPreviewKnown(b *testing.B) {
	data, m := formattest.TenColumns(benchRows), newMemory()
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
	all, m := formattest.TenColumns(2*benchRows), newMemory()
	lines := bytes.SplitAfterN(all, []byte("\n"), benchRows+2)
	rest := append(lines[0:1:1], lines[benchRows+1])
	if _, err := intake.Apply(b.Context(), open(b, formattest.TenColumns(benchRows)), m, m, opts); err != nil {
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
