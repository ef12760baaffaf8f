package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/charmbracelet/x/ansi"
	"github.com/spf13/cobra"

	"talentmap/model"
)

// jsonFlag adds --json to a verb that prints data.
func jsonFlag(c *cobra.Command, on *bool) {
	c.Flags().BoolVar(on, "json", false, "print an array of objects")
}

// printJSON prints values as an array of objects, also when there are none.
func printJSON[T any](w io.Writer, values []T) error {
	if values == nil {
		values = []T{}
	}
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(values)
}

// count is a number of things in words: 1 row, 2 rows.
func count(n int, thing string) string {
	if n != 1 {
		thing += "s"
	}
	return fmt.Sprintf("%d %s", n, thing)
}

// joined joins the texts that are there.
func joined(sep string, texts ...string) string {
	return strings.Join(slices.DeleteFunc(texts, func(s string) bool { return s == "" }), sep)
}

const (
	widestCell = 60 // cells of the terminal; the last column is not cut
	columnGap  = 2
)

// printTable prints rows in columns under a header, whose names are separated
// by tabs. Columns line up by what a terminal shows, in whatever script; --json
// has in full what is cut here.
func printTable(w io.Writer, header string, rows func(line func(cells ...any))) error {
	table := [][]string{strings.Split(header, "\t")}
	rows(func(cells ...any) {
		row := make([]string, len(cells))
		for i, c := range cells {
			row[i] = model.CleanLine(fmt.Sprint(c))
			if i < len(cells)-1 {
				row[i] = ansi.Truncate(row[i], widestCell, "…")
			}
		}
		table = append(table, row)
	})
	widths := make([]int, len(table[0]))
	for _, row := range table {
		for i, cell := range row {
			widths[i] = max(widths[i], ansi.StringWidth(cell))
		}
	}
	out := bufio.NewWriter(w)
	for _, row := range table {
		var line strings.Builder
		for i, cell := range row {
			line.WriteString(cell)
			if i < len(row)-1 {
				line.WriteString(strings.Repeat(" ", widths[i]-ansi.StringWidth(cell)+columnGap))
			}
		}
		fmt.Fprintln(out, strings.TrimRight(line.String(), " "))
	}
	return out.Flush()
}
