package model

import (
	"fmt"
	"maps"
	"slices"
	"strings"
)

// How the lines of a person's background are written.
const (
	connectionForm = "Name | how she knows her"
	contentForm    = "kind | title | date | link"
	customForm     = "column: value"
)

// connectionLine writes a mutual connection in a line: "Jane Roe | same team at Acme".
func connectionLine(c Connection) string { return partsLine(c.Name, c.How) }

// partsLine writes parts in a line; those that are missing at the end are left out.
func partsLine(parts ...string) string {
	for i := range parts {
		parts[i] = CleanLine(parts[i])
	}
	for len(parts) > 1 && parts[len(parts)-1] == "" {
		parts = parts[:len(parts)-1]
	}
	return CleanLine(strings.Join(parts, " | "))
}

// lineParts are up to n parts of a line, those that are missing empty.
func lineParts(line, form string, n int) ([]string, error) {
	parts := strings.Split(line, "|")
	if len(parts) > n {
		return nil, fmt.Errorf("%.60q has %d parts, not %d: write it as %s", line, len(parts), n, form)
	}
	for i := range parts {
		parts[i] = CleanLine(parts[i])
	}
	return append(parts, make([]string, n-len(parts))...), nil
}

// readConnections reads mutual connections from lines. One of the same name stays who
// she is in the store.
func readConnections(lines []string, old []Connection) ([]Connection, error) {
	return each(connectionLine, func(line string) (c Connection, err error) {
		parts, err := lineParts(line, connectionForm, 2)
		if err != nil {
			return c, err
		}
		c.Name, c.How = parts[0], parts[1]
		if NameKey(c.Name) == "" {
			return c, fmt.Errorf("%.60q names nobody: write it as %s", line, connectionForm)
		}
		if i := slices.IndexFunc(old, func(o Connection) bool { return SameText(o.Name, c.Name) }); i >= 0 {
			c.Person = old[i].Person
		}
		return c, nil
	})(lines, old)
}

// contentLine writes what somebody has published in a line: "talk | Ledgers | 2025-05".
func contentLine(c Content) string { return partsLine(c.Kind, c.Title, c.Date.String(), c.Link) }

func readContent(line string) (c Content, err error) {
	parts, err := lineParts(line, contentForm, 4)
	if err != nil {
		return c, err
	}
	c.Kind, c.Title, c.Link = parts[0], parts[1], parts[3]
	if c.Title == "" {
		return c, fmt.Errorf("%.60q has no title: write it as %s", line, contentForm)
	}
	c.Date, err = ParseDate(parts[2])
	return c, err
}

// customValue are the columns of imports that nobody knew, with what they said.
type customValue struct{}

func (customValue) text(p *Person) string {
	custom := p.Background.Custom
	lines := make([]string, 0, len(custom))
	for _, k := range slices.Sorted(maps.Keys(custom)) {
		lines = append(lines, customLine(k, custom[k]))
	}
	return strings.Join(lines, "\n")
}

// customLine writes a column and its value in a line.
func customLine(column, value string) string { return CleanLine(column) + ": " + CleanLine(value) }

func (customValue) take(into, from *Person) {
	into.Background.Custom = maps.Clone(from.Background.Custom)
}

func (customValue) same(a, b *Person) bool {
	return maps.Equal(a.Background.Custom, b.Background.Custom)
}

// set reads columns from lines. One that says what stands keeps its value as it came.
func (customValue) set(p *Person, text string) error {
	custom := map[string]string{}
	n := 0
	for l := range strings.SplitSeq(CleanText(text), "\n") {
		n++
		if l = CleanLine(l); l == "" {
			continue
		}
		column, value, ok := readCustom(l, p.Background.Custom)
		if !ok {
			return fmt.Errorf(", line %d: %.60q has no column: write it as %s", n, l, customForm)
		}
		if _, twice := custom[column]; twice {
			return fmt.Errorf(", line %d: %s is there twice: leave one", n, column)
		}
		custom[column] = value
	}
	p.Background.Custom = custom
	if len(custom) == 0 {
		p.Background.Custom = nil
	}
	return nil
}

// readCustom reads a column and its value. A column that is known may have a colon in
// its name, and a value that stands is kept as it is.
func readCustom(line string, known map[string]string) (column, value string, ok bool) {
	column, value, ok = strings.Cut(line, ":")
	column = CleanLine(column)
	for k, v := range known {
		switch rest, is := strings.CutPrefix(line, CleanLine(k)+":"); {
		case customLine(k, v) == line:
			return k, v, true
		case is && len(k) >= len(column):
			column, value = k, rest
		}
	}
	return column, CleanLine(value), ok && column != ""
}

// unite takes theirs and what mine has changed of base, column by column.
func (customValue) unite(into, base, theirs, mine *Person) bool {
	b, m := base.Background.Custom, mine.Background.Custom
	out := maps.Clone(theirs.Background.Custom)
	if out == nil {
		out = map[string]string{}
	}
	for k, v := range m {
		if was, there := b[k]; !there || was != v {
			out[k] = v
		}
	}
	for k := range b {
		if _, there := m[k]; !there {
			delete(out, k)
		}
	}
	into.Background.Custom = out
	return true
}

// apart is so where no column was changed by both.
func (customValue) apart(base, theirs, mine *Person) bool {
	b, t, m := base.Background.Custom, theirs.Background.Custom, mine.Background.Custom
	for _, all := range []map[string]string{b, t, m} {
		for k := range all {
			if t[k] != m[k] && t[k] != b[k] && m[k] != b[k] {
				return false
			}
		}
	}
	return true
}
