package pane

import tea "charm.land/bubbletea/v2"

// Loaded is what a read of a page has brought, on its way to the page.
//
//	type loaded = pane.Loaded[*reading]
//
//	func (p *Pane) Load() tea.Cmd {
//		st := p.deps.Store
//		return pane.Load(&p.Reading, func() (*reading, error) { return read(st) })
//	}
//
//	case loaded: // in Update
//		return msg.Show(&p.Reading, p.show, p.Load)
type Loaded[T any] struct {
	Owner
	What T
	Err  error
}

// Load reads in a command. While one read is under way no other begins: it follows.
func Load[T any](r *Reading, read func() (T, error)) tea.Cmd {
	gen, ok := r.Begin()
	if !ok {
		return nil
	}
	owner := Owner{ID: r.page, Gen: gen}
	return func() tea.Msg {
		what, err := read()
		return Loaded[T]{owner, what, err}
	}
}

// LoadLong is [Load] where that may take a while. The footer tells of it: of what, as in
// "reading the roles", and of how far it is.
func LoadLong[T any](r *Reading, of string, read func(tell func(Done)) (T, error)) tea.Cmd {
	gen, ok := r.Begin()
	if !ok {
		return nil
	}
	owner := Owner{ID: r.page, Gen: gen}
	return Request(Job{What: of, Run: func(tell func(Done)) tea.Msg {
		what, err := read(tell)
		return Loaded[T]{owner, what, err}
	}})
}

// Show ends the read. What it has brought is shown, unless nobody waits for it; an error
// is told instead. again begins the read that was wanted meanwhile, whatever became of
// this one.
func (l Loaded[T]) Show(r *Reading, show func(T), again func() tea.Cmd) tea.Cmd {
	if !r.End(l.Gen) {
		return nil
	}
	var told, next tea.Cmd
	if l.Err != nil {
		told = Request(Fail(l.Err))
	} else {
		show(l.What)
	}
	if r.Wanted() {
		next = again()
	}
	return tea.Batch(told, next)
}
