package format_test

import (
	"bytes"
	"testing"

	"talentmap/edge/intake/format"
	"talentmap/edge/intake/format/formattest"
)

func BenchmarkParse(b *testing.B) {
	const rows = 100_000
	data := formattest.TenColumns(rows)
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		n := 0
		src, err := format.Read(bytes.NewReader(data), "bench.csv", format.Limits{})
		if err != nil {
			b.Fatal(err)
		}
		for _, bad := range src.Records() {
			if bad != nil {
				b.Fatal(bad)
			}
			n++
		}
		if n != rows {
			b.Fatal(n)
		}
	}
	b.ReportMetric(float64(b.N)*rows/b.Elapsed().Seconds(), "rows/s")
}
