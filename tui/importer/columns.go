package importer

import (
	"fmt"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"talentmap/edge/intake/format"
	"talentmap/tui/action"
	"talentmap/tui/overlay"
	"talentmap/tui/pane"
	"talentmap/tui/widget"
)

// said is what a person has said of the columns, on its way to the importer.
type said struct {
	pane.Owner
	mapping format.Mapping
}

// columnsRead is the columns of a table, for a person to say what they are.
type columnsRead struct {
	pane.Owner
	cols []format.Column
	why  string // why they are asked for; "": they were asked to be shown
	err  error
}

// explain asks what the columns are of a file that can't be read without.
func (m *Importer) explain(err error) tea.Cmd {
	m.stage, m.err = asking, err.Error()
	return m.lookAtColumns("No column tells a name: say which one does.")
}

func (m *Importer) readColumns() tea.Cmd { return m.lookAtColumns("") }

func (m *Importer) lookAtColumns(why string) tea.Cmd {
	path, out := m.path, columnsRead{Owner: pane.Owner{ID: m.id, Gen: m.gen}, why: why}
	return func() tea.Msg {
		out.cols, out.err = format.Columns(path, format.Limits{})
		return out
	}
}

func (m *Importer) showColumns(msg columnsRead) tea.Cmd {
	switch {
	case msg.Gen != m.gen:
		return nil
	case msg.err != nil && msg.why != "": // what the reading said stands
		return nil
	case msg.err != nil:
		return pane.Request(pane.Fail(msg.err))
	}
	owner, before := pane.Owner{ID: m.id, Gen: m.gen}, m.mapping
	if before == nil {
		before = m.seen.mapping
	}
	if msg.why != "" {
		before = nil
	}
	answers, path := m.answers, m.path
	cols := newColumns(m.env, msg.cols, before, answers.begun[path])
	cols.why = msg.why
	cols.left = func(mapping format.Mapping) { answers.begin(path, mapping) }
	cols.done = func(mapping format.Mapping) tea.Msg {
		answers.say(path, mapping)
		return said{owner, mapping}
	}
	return pane.Request(pane.Show{Overlay: cols})
}

// readAs reads the file again as a person has said.
func (m *Importer) readAs(msg said) tea.Cmd {
	if msg.Gen != m.gen {
		return nil
	}
	m.mapping, m.err = msg.mapping, ""
	return m.read()
}

// Columns is the overlay in which a person says what the columns of a table are:
// the guess is there and is changed where it is wrong.
type Columns struct {
	env    *pane.Env
	why    string
	cols   []format.Column
	was    format.Mapping // what was said before
	fields []string
	list   *widget.List[int]
	widest int                          // the cells of the longest header
	turned bool                         // a field was changed here
	left   func(format.Mapping)         // keeps what was said so far
	done   func(format.Mapping) tea.Msg // takes what was said to its end
	acts   []action.Action
	w, h   int
}

var _ pane.Overlay = (*Columns)(nil)

// NewColumns makes the overlay empty, for its table of actions.
func NewColumns(env *pane.Env) *Columns { return newColumns(env, nil, nil, nil) }

// newColumns shows columns as was said of them before, and as was begun to be said.
func newColumns(env *pane.Env, cols []format.Column, was, begun format.Mapping) *Columns {
	c := &Columns{env: env, cols: slices.Clone(cols), was: was, fields: format.Fields(), widest: len("column")}
	ids := make([]int, len(cols))
	for i := range cols {
		ids[i] = i
		c.widest = max(c.widest, widget.Width(cols[i].Header))
		for _, said := range []format.Mapping{was, begun} {
			if at := saidOf(said, cols[i].Header); at >= 0 {
				c.cols[i].Field, c.cols[i].Confidence = said[at].Field, 1
			}
		}
	}
	c.list = widget.NewList(c.row)
	c.list.SetIDs(ids)
	c.acts = c.actions()
	return c
}

// saidOf is where a mapping says what a header is, -1 for nowhere.
func saidOf(m format.Mapping, header string) int {
	return slices.IndexFunc(m, func(m format.Mapped) bool { return strings.EqualFold(m.Header, header) })
}

func (c *Columns) saidBefore(header string) bool { return saidOf(c.was, header) >= 0 }

// Title names the overlay.
func (c *Columns) Title() string { return fmt.Sprintf("What are these %d columns?", len(c.cols)) }

// Actions are choosing a field, and being done.
func (c *Columns) Actions() []action.Action { return c.acts }

// SetSize sets the inner size. Two lines say what is wrong, one is the heading.
func (c *Columns) SetSize(w, h int) {
	c.w, c.h = w, h
	c.list.SetSize(w, max(h-headHeight, 1))
}

// Want is room for all columns.
func (c *Columns) Want(w, h int) (int, int) {
	return min(w, 96), min(h, max(len(c.cols)+headHeight, 12))
}

// Update draws again when the theme has changed.
func (c *Columns) Update(msg tea.Msg) tea.Cmd {
	if _, ok := msg.(pane.Themed); ok {
		c.list.Redraw()
	}
	return nil
}

func (c *Columns) actions() []action.Action {
	acts := []action.Action{
		{ID: "columns.choose", Group: "import", Short: "field", Long: "Choose the field that the column fills.", Keys: []string{"enter", "space", "l", "right"}, Footer: true, Why: c.fixed, Run: c.choose},
		{ID: "columns.next", Group: "import", Short: "next field", Long: "Take the next field for the column.", Keys: []string{"]"}, Footer: true, Why: c.fixed, Run: func() tea.Cmd { return c.turn(1) }},
		{ID: "columns.before", Group: "import", Short: "field before", Long: "Take the field before for the column.", Keys: []string{"["}, Why: c.fixed, Run: func() tea.Cmd { return c.turn(-1) }},
		{ID: "columns.done", Group: "import", Short: "read it so", Long: "Read the file again as the columns say; kept for every file with these headers once it is imported.", Keys: []string{"ctrl+s"}, Footer: true, Why: c.wrong, Run: c.save},
		{ID: "columns.close", Group: "import", Short: "back", Long: "Leave the columns as they were; what was said so far is kept until the session ends.", Keys: []string{"esc", "h", "left", "backspace"}, Footer: true, Run: c.leave},
	}
	return append(acts, pane.Moves("columns", c.list)...)
}

func (c *Columns) current() *format.Column {
	i, ok := c.list.Cursor()
	if !ok {
		return nil
	}
	return &c.cols[i]
}

func (c *Columns) fixed() string {
	if c.current() == nil {
		return "there are no columns"
	}
	return c.current().Fixed
}

func (c *Columns) turn(n int) tea.Cmd {
	at := slices.Index(c.fields, c.current().Field)
	c.set(c.fields[(at+n+len(c.fields))%len(c.fields)])
	return nil
}

func (c *Columns) set(field string) {
	col := c.current()
	col.Field, col.Confidence = field, 1
	c.turned = true
	c.list.Redraw()
}

// choose lists the fields.
func (c *Columns) choose() tea.Cmd {
	items := make([]overlay.Item, len(c.fields))
	for i, f := range c.fields {
		items[i] = overlay.Item{Title: f, Note: meanings[f], Run: func() tea.Cmd {
			c.set(f)
			return nil
		}}
	}
	return pane.Request(pane.Show{Overlay: overlay.NewPickerOf(c.env, c.current().Header+" is", "type to narrow", items)})
}

// meanings says what a field is where its name does not.
var meanings = map[string]string{
	"custom": "kept under its own header", "dropped": "left out", "name": "the whole name", "start": "when the job began", "end": "when it ended",
	"duties": "of the job", "job history": "earlier jobs in one text", "account name": "where there is no other name", "content": "something published",
	"external ID": "of another program", "link": "a profile or a page",
}

// mapping is what has been said: all that the headers do not tell by themselves,
// what was guessed too.
func (c *Columns) mapping() format.Mapping {
	out := format.Mapping{}
	for i := range c.cols {
		col := &c.cols[i]
		if col.Fixed == "" && (col.Field != col.Known || col.Guessed || c.saidBefore(col.Header)) {
			out = append(out, format.Mapped{Header: col.Header, Field: col.Field, Confidence: 1})
		}
	}
	return out
}

// wrong is what keeps the columns from being used; "" for nothing.
func (c *Columns) wrong() string {
	if err := c.mapping().Validate(); err != nil {
		return err.Error()
	}
	has := func(field string) bool {
		return slices.ContainsFunc(c.cols, func(col format.Column) bool { return col.Field == field })
	}
	if !has("name") && (!has("first name") || !has("last name")) && !has("account name") {
		return "no column is the name, nor a first and a last name"
	}
	return ""
}

// leave closes the columns without reading the file as they say. What was said so
// far is there when they are opened again.
func (c *Columns) leave() tea.Cmd {
	if !c.turned {
		return pane.Request(pane.Close{})
	}
	c.left(c.mapping())
	return tea.Batch(pane.Request(pane.Close{}), pane.Request(pane.Toast{Text: "not used yet; what you said of the columns is there when you open them again"}))
}

func (c *Columns) save() tea.Cmd {
	msg := c.done(c.mapping())
	return pane.Request(pane.Close{Then: pane.Request(msg)})
}
