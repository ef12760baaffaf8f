package format

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/emersion/go-vcard"

	"talentmap/model"
)

// cardRows are cards as rows.
type cardRows struct {
	scan  *cardScanner
	cols  *columns
	lim   Limits
	cells []cell
	late  *Problem // of the card that was handed out last
}

func openCards(in io.Reader, lim Limits, as As) (*columns, rows) {
	cols := newColumns(nil, kindCards, as)
	return cols, &cardRows{scan: newCardScanner(in, lim.Row), cols: cols, lim: lim}
}

func (c *cardRows) next() ([]cell, int, error) {
	if bad := c.late; bad != nil {
		c.late = nil
		return nil, bad.Line, bad
	}
	text, lines, line, err := c.scan.next()
	if err != nil {
		return nil, line, err
	}
	card, err := vcard.NewDecoder(strings.NewReader(text)).Decode()
	if err != nil {
		return nil, line, &Problem{Line: line, Skipped: true, Reason: "the card is broken: " + model.CleanLine(err.Error())}
	}
	read := c.take(card)
	if len(c.cols.list) > c.lim.Columns {
		return nil, line, fmt.Errorf("%w: the cards have more than %d different properties", ErrTooLarge, c.lim.Columns)
	}
	if read < lines {
		c.late = &Problem{Line: line, Reason: fmt.Sprintf("%d of the card's %d lines could not be read", lines-read, lines)}
	}
	return c.cells, line, nil
}

// take turns a card into cells, and returns how many properties it has.
func (c *cardRows) take(card vcard.Card) (read int) {
	c.cells = c.cells[:0]
	elsewhere, address, honorific := others(card), work(card), ""
	if n := card.Name(); n != nil {
		honorific = n.HonorificPrefix + " " // tells gender
	}
	for _, name := range properties(card) {
		for _, f := range card[name] {
			switch {
			case name == "ADR" && f == address:
				c.parts(adrParts, f.Value)
			case name == "ADR":
			case name == "TEL" && (elsewhere[f.Group] || f.Params.HasType("fax") || f.Params.HasType("pager")):
				c.put("other phone", f.Value)
			case name == "FN":
				c.put(name, unescaped.Replace(strings.TrimPrefix(f.Value, honorific)))
			default:
				c.property(name, f.Value)
			}
		}
		read += len(card[name])
	}
	return read
}

// properties are the names of a card's properties, the name and what may be
// told twice first, in an order that is always the same.
func properties(card vcard.Card) []string {
	names := make([]string, 0, len(card))
	for name := range card {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}

// property turns one property into cells.
func (c *cardRows) property(name, text string) {
	switch name {
	case "N":
		c.parts(nameParts, text)
		return
	case "ORG":
		parts := components(text)
		c.put("ORG", parts[0])
		c.put("department", joined(", ", parts[1:]...))
		return
	case "TEL":
		text = strings.Replace(strings.TrimPrefix(text, "tel:"), ";ext=", " ext. ", 1)
	case "CATEGORIES":
		for part := range strings.SplitSeq(text, ",") {
			c.put(name, part)
		}
		return
	}
	c.put(name, unescaped.Replace(text))
}

// others are the groups of a card that are somebody else's, as their label
// says.
func others(card vcard.Card) map[string]bool {
	groups := map[string]bool{}
	for _, label := range card["X-ABLABEL"] {
		if label.Group != "" && strings.Contains(strings.ToLower(label.Value), "assistant") {
			groups[label.Group] = true
		}
	}
	return groups
}

// work is the address where someone works, else the first one.
func work(card vcard.Card) (best *vcard.Field) {
	for _, f := range card["ADR"] {
		if best == nil || f.Params.HasType("work") && !best.Params.HasType("work") {
			best = f
		}
	}
	return best
}

func (c *cardRows) parts(names []string, text string) {
	for i, part := range components(text) {
		if i < len(names) && names[i] != "" {
			c.put(names[i], part)
		}
	}
}

func (c *cardRows) put(name, text string) {
	if text = strings.TrimSpace(text); text != "" && len(c.cols.list) <= c.lim.Columns {
		c.cells = append(c.cells, cell{col: c.cols.find(name), text: text, whole: true})
	}
}

// unescaped takes off what the decoder leaves of escapes.
var unescaped = strings.NewReplacer(`\;`, ";", `\:`, ":", `\"`, `"`)

// components are the parts of a structured value; \; and \: are no separators.
func components(text string) []string {
	var parts []string
	var b strings.Builder
	for i := 0; i < len(text); i++ {
		switch {
		case text[i] == '\\' && i+1 < len(text) && strings.IndexByte(`;:"`, text[i+1]) >= 0:
			i++
			b.WriteByte(text[i])
		case text[i] == ';':
			parts = append(parts, b.String())
			b.Reset()
		default:
			b.WriteByte(text[i])
		}
	}
	return append(parts, b.String())
}
