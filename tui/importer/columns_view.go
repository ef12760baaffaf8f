package importer

import (
	"fmt"
	"strings"

	"talentmap/tui/pane"
	"talentmap/tui/theme"
	"talentmap/tui/widget"
)

// headHeight is what says whether the columns will do, a gap, and the heading.
const headHeight = 3

const (
	sureWidth  = 6
	fieldWidth = 16
)

// View is the columns with what each fills, how sure that is, and what stands in
// it.
func (c *Columns) View() string {
	s := &pane.Sheet{Env: c.env, W: c.w}
	switch wrong := c.wrong(); {
	case wrong != "":
		s.Text(theme.Bad, wrong)
	case c.why != "":
		s.Text(theme.Good, c.env.Say("That will do: {columns.done} reads the file so."))
	default:
		s.Text(theme.Dim, c.env.Say("Change what is wrong; {columns.done} reads the file again."))
	}
	s.Gap()
	s.Lines = append(s.Lines, string(c.line(nil, widget.RowState{}, theme.Dim, "column", "field", "", "stands in it")))
	return widget.Block(c.list.Lines(s.Lines), c.w, c.h)
}

// Rows are the columns of the file.
func (c *Columns) Rows() pane.Rows {
	return pane.Rows{List: c.list, Line: headHeight, Open: "columns.choose"}
}

func (c *Columns) row(b []byte, i, _ int, st widget.RowState) []byte {
	col := &c.cols[i]
	tok, sure := theme.Text, ""
	switch {
	case col.Fixed != "":
		tok = theme.Dim
	case c.saidBefore(col.Header) || col.Field != col.Known && col.Confidence == 1:
		sure = "said"
	case col.Confidence > 0 && col.Confidence < 1:
		sure = fmt.Sprintf("%.0f%%", 100*col.Confidence)
	}
	return c.line(b, st, tok, col.Header, col.Field, sure, strings.Join(col.Samples, ", "))
}

func (c *Columns) line(b []byte, st widget.RowState, tok theme.Token, header, field, sure, samples string) []byte {
	l, cut := widget.NewLine(b, c.env.Theme, st.Selected), c.env.Theme.Glyphs.Ellipsis
	bar, sign := st.Bar(c.env.Theme)
	l.Left(bar, sign, 1)
	rest := max(c.w-1-fieldWidth-sureWidth, 0)
	headerW := min(c.widest+2, rest/2)
	l.Left(tok, widget.Cut(header, headerW-1, cut), headerW)
	lead := tok
	if tok == theme.Text {
		lead = theme.Accent
	}
	l.Left(lead, widget.Cut(field, fieldWidth-1, cut), fieldWidth)
	l.Left(theme.Dim, sure, sureWidth)
	l.Left(theme.Dim, samples, rest-headerW)
	return l.Bytes()
}
