package format

import "fmt"

// Limits bound what a file may cost. A zero field means its default.
type Limits struct {
	Bytes   int64 // the whole file; default 1 GB
	Row     int   // bytes of one row; default 1 MB
	Cell    int   // bytes of one cell; default 64 KB
	Columns int   // default 512
	Rows    int   // default 5 million
}

func (l Limits) orDefaults() Limits {
	l.Bytes = orDefault(l.Bytes, 1<<30)
	l.Row = orDefault(l.Row, 1<<20)
	l.Cell = orDefault(l.Cell, 64<<10)
	l.Columns = orDefault(l.Columns, 512)
	l.Rows = orDefault(l.Rows, 5_000_000)
	return l
}

func orDefault[N int | int64](n, def N) N {
	if n <= 0 {
		return def
	}
	return n
}

// size is a number of bytes for people: 64 KB, 1 GB.
func size(n int64) string {
	for _, u := range []struct {
		shift uint
		name  string
	}{{30, "GB"}, {20, "MB"}, {10, "KB"}} {
		if n >= 1<<u.shift {
			return fmt.Sprintf("%d %s", n>>u.shift, u.name)
		}
	}
	return fmt.Sprintf("%d bytes", n)
}
