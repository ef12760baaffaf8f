package format

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// ColumnUse says what becomes of a column, for the preview.
type ColumnUse struct {
	Header string // cleaned
	Use    string // a field, such as "e-mail"; "custom"; or "dropped: " and why

	Guessed bool // by what stands in it: neither its header nor a person has said so
}

// Describe says in two lines how the columns of a file are read: what each fills where
// its header does not say it, and which are left out, by why. Either may be empty.
//
//	Full Name → name, E-mail, Desk → custom, Erreichbar → e-mail (guessed)
//	birthday (tells age); fit, trajectory (it is judged anew)
func Describe(cols []ColumnUse) (read, left string) {
	var parts, reasons []string
	of := map[string][]string{}
	for _, c := range cols {
		if why, out := strings.CutPrefix(c.Use, fieldNames[fieldDropped]+": "); out {
			if of[why] == nil {
				reasons = append(reasons, why)
			}
			of[why] = append(of[why], c.Header)
			continue
		}
		text := c.Header
		if !strings.EqualFold(c.Header, c.Use) {
			text += " → " + c.Use
		}
		if c.Guessed {
			text += " (guessed)"
		}
		parts = append(parts, text)
	}
	for i, why := range reasons {
		reasons[i] = fmt.Sprintf("%s (%s)", strings.Join(of[why], ", "), why)
	}
	return strings.Join(parts, ", "), strings.Join(reasons, "; ")
}

// column is one column of a file.
type column struct {
	use
	header  string // cleaned
	guessed bool   // by what stands in it
}

// columns are the columns of a file with the dialect that they tell.
type columns struct {
	dialect *dialect
	as      As
	list    []column
	index   map[string]int // by header as it came
}

// newColumns are the columns of a table of one kind, in the dialect that they
// tell or that the caller names.
func newColumns(headers []string, k kind, as As) *columns {
	folded := make(map[string]bool, len(headers))
	for _, h := range headers {
		folded[fold(h)] = true
	}
	c := &columns{dialect: as.dialect(k), as: as, index: make(map[string]int, len(headers))}
	if c.dialect == nil {
		c.dialect = detect(folded, k, as.archive)
	}
	for _, h := range headers {
		c.add(h)
	}
	return c
}

func (c *columns) add(header string) int {
	clean := Shown(header)
	if clean == "" {
		clean = "column " + strconv.Itoa(len(c.list)+1)
	}
	if _, twice := c.index[header]; !twice {
		c.index[header] = len(c.list)
	}
	c.list = append(c.list, column{use: c.useOf(header), header: clean})
	return len(c.list) - 1
}

// useOf is what becomes of the next column: what the caller says, what its
// position says where the dialect has positions, else what its header says.
func (c *columns) useOf(header string) use {
	if u, ok := c.as.Mapping.use(header); ok {
		return u
	}
	if p := c.dialect.positions; len(p) > 0 {
		if at := len(c.list); at < len(p) {
			return p[at]
		}
		return use{}
	}
	u, _ := c.dialect.use(header)
	return u
}

// find is the index of a column by its header; a new header is a new column.
func (c *columns) find(header string) int {
	if i, ok := c.index[header]; ok {
		return i
	}
	return c.add(header)
}

func (c *columns) headers() []string {
	out := make([]string, len(c.list))
	for header, i := range c.index {
		out[i] = header
	}
	return out
}

// named reports whether the columns can name a person, or a company that
// something happened to.
func (c *columns) named() bool {
	has := map[field]bool{}
	for _, col := range c.list {
		has[col.field] = true
	}
	if c.dialect.events {
		return has[fieldCompany] && has[fieldDate]
	}
	return has[fieldName] || has[fieldFirst] && has[fieldLast] || has[fieldLogin]
}

// guessed reports whether what stands in some column has told what it is.
func (c *columns) guessed() bool {
	return slices.ContainsFunc(c.list, func(col column) bool { return col.guessed })
}

func (c *columns) uses() []ColumnUse {
	out := make([]ColumnUse, len(c.list))
	for i, col := range c.list {
		out[i] = ColumnUse{Header: col.header, Use: fieldNames[col.field], Guessed: col.guessed}
		switch {
		case col.field == fieldDropped:
			out[i].Use += ": " + col.why
		case col.why != "":
			out[i].Use = col.why
		}
	}
	return out
}
