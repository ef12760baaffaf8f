package config

import (
	_ "embed"
	"fmt"
	"io"
	"strings"

	"talentmap/tui/theme"
)

// guide is docs/config.md with marks where the tables go.
//
//go:embed guide.md
var guide string

// Guide writes the documentation of the config, with its tables made from those
// that the program runs on.
func Guide(w io.Writer, known Known) error {
	_, err := strings.NewReplacer(
		"{{settings}}\n", table("setting", "what it does", func(row func(cells ...string)) {
			for _, s := range settings() {
				row("`"+s.name+"`", s.means)
			}
		}),
		"{{tokens}}\n", table("token", "what it draws", func(row func(cells ...string)) {
			for _, t := range theme.Tokens() {
				row("`"+t.String()+"`", t.Means())
			}
			row("`"+selectedWord+"`", "the background of the selected row")
		}),
		"{{columns}}\n", columnTables(known),
	).WriteString(w, guide)
	return err
}

// columnTables is a table for each list.
func columnTables(known Known) string {
	var b strings.Builder
	for _, l := range known.Lists {
		fmt.Fprintf(&b, "`%s`:\n\n", l.List)
		b.WriteString(table("column", "what it shows", func(row func(cells ...string)) {
			for _, c := range l.Columns {
				name := "`" + c.Name + "`"
				if c.Extra {
					name += ", where you choose it"
				}
				row(name, c.Means)
			}
		}))
	}
	return b.String()
}

// table is a table of two columns.
func table(left, right string, rows func(row func(cells ...string))) string {
	var b strings.Builder
	fmt.Fprintf(&b, "| %s | %s |\n|---|---|\n", left, right)
	rows(func(cells ...string) { fmt.Fprintf(&b, "| %s |\n", strings.Join(cells, " | ")) })
	return b.String()
}
