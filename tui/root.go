package tui

import (
	"context"
	"time"

	tea "charm.land/bubbletea/v2"

	"talentmap/scoring"
	"talentmap/store"
	"talentmap/store/roster"
	"talentmap/tui/action"
	"talentmap/tui/composer"
	"talentmap/tui/importer"
	"talentmap/tui/pane"
	"talentmap/tui/queue"
	"talentmap/tui/talent"
	"talentmap/tui/theme"
)

// Config is what a session is made with.
type Config struct {
	Store   *store.Store
	Roster  *roster.Roster
	Weights *scoring.Weights
	User    string
	Now     func() time.Time
	// After runs f after a while; nil: a real timer.
	After func(time.Duration, func(time.Time) tea.Msg) tea.Cmd
	// Plain uses no colour; ASCII no glyph beyond ASCII.
	Plain, ASCII bool
	// Context ends what runs in the background; nil: never.
	Context context.Context
	// Loaded is called once the first map has been read: what is not seen at
	// once can be read then. nil: nobody waits for it.
	Loaded func()
}

// The panes of the home screen, by their key minus one.
const (
	mapPane = iota
	queuePane
	composerPane
)

// Root is a session.
type Root struct {
	cfg  Config
	env  *pane.Env
	ctx  context.Context
	acts []action.Action // global

	talent   *talent.Pane
	queue    *queue.Pane
	composer *composer.Pane
	home     [3]pane.Pane
	focus    int
	zoom     bool
	pages    []pane.Pane    // open over home, the last on top
	overlays []pane.Overlay // over everything, the last on top

	w, h       int
	screen     screen
	toast      toast
	look       int // which theme was chosen: 0 by the background
	dark       bool
	quitting   bool
	toldBefore int  // the message that was there at the last key
	undoing    bool // an undo or a redo is under way
	undos      int  // how many there were
	sample     bool // the sample is there
	waiting    int  // rows that wait for a decision
	answers    *importer.Answers
	watch      *store.Watcher
	indexed    <-chan struct{}
	unwatch    func()
	frame      frameCache
	foot       footLine
}

var _ tea.Model = (*Root)(nil)

// New makes a session. Nothing is read before Init.
func New(cfg Config) *Root {
	if cfg.Context == nil {
		cfg.Context = context.Background()
	}
	if cfg.After == nil {
		cfg.After = func(d time.Duration, f func(time.Time) tea.Msg) tea.Cmd { return tea.Tick(d, f) }
	}
	r := &Root{cfg: cfg, ctx: cfg.Context, dark: true, answers: importer.NewAnswers()}
	r.env = &pane.Env{User: cfg.User, Now: cfg.Now, After: cfg.After}
	r.env.Theme = r.theme()
	r.talent = talent.New(r.env, talent.Deps{Store: cfg.Store, Weights: cfg.Weights, Finder: adder{r}})
	r.queue = queue.New(r.env, queue.Deps{Store: cfg.Store, Index: cfg.Roster, Weights: cfg.Weights})
	r.composer = composer.New(r.env, composer.Deps{Store: cfg.Store, Weights: cfg.Weights})
	r.home = [3]pane.Pane{r.talent, r.queue, r.composer}
	r.acts = r.actions()
	r.tellFocus()
	r.watch = cfg.Store.Watch()
	r.indexed, r.unwatch = cfg.Roster.Changed()
	return r
}

// Init begins to read and to watch.
func (r *Root) Init() tea.Cmd {
	first := tea.Sequence(r.talent.Load(), r.loaded, tea.Batch(r.lookForInterrupted(), r.lookForSample(), r.countWaiting()))
	return tea.Batch(first, r.queue.Load(), r.awaitChange(), r.awaitIndex(), tea.RequestBackgroundColor)
}

// loaded tells that the first map has been read.
func (r *Root) loaded() tea.Msg {
	if r.cfg.Loaded != nil {
		r.cfg.Loaded()
	}
	return nil
}

// Shutdown saves what is unsaved and ends the watches, after the event loop has
// ended, however it ended.
func (r *Root) Shutdown() error {
	r.watch.Stop()
	r.unwatch()
	return r.composer.SaveNow()
}

// theme is the one chosen, else the one that suits the background.
func (r *Root) theme() *theme.Theme {
	t := theme.Light()
	switch {
	case r.cfg.Plain || r.look == 3:
		t = theme.Plain()
	case r.look == 1 || r.look == 0 && r.dark:
		t = theme.Dark()
	}
	if r.cfg.ASCII {
		t = t.ASCII()
	}
	return t
}

func (r *Root) setTheme() tea.Cmd {
	r.env.Theme = r.theme()
	r.frame.forget()
	return r.broadcast(pane.Themed{})
}

// changedMsg and indexedMsg say that the watch, or the index, has something.
type (
	changedMsg struct{ ok bool }
	indexedMsg struct{ ok bool }
)

func (r *Root) awaitChange() tea.Cmd {
	c := r.watch.C()
	return func() tea.Msg {
		_, ok := <-c
		return changedMsg{ok}
	}
}

func (r *Root) awaitIndex() tea.Cmd {
	c := r.indexed
	return func() tea.Msg {
		_, ok := <-c
		return indexedMsg{ok}
	}
}

// top is what gets the keys: the top overlay, page, or focused pane.
func (r *Root) top() pane.Pane {
	if n := len(r.overlays); n > 0 {
		return r.overlays[n-1]
	}
	return r.under()
}

// under is what lies below the overlays.
func (r *Root) under() pane.Pane {
	if n := len(r.pages); n > 0 {
		return r.pages[n-1]
	}
	return r.home[r.focus]
}

// all is every pane that there is, in no order of importance.
func (r *Root) all() []pane.Pane {
	out := append([]pane.Pane{}, r.home[:]...)
	out = append(out, r.pages...)
	for _, o := range r.overlays {
		out = append(out, o)
	}
	return out
}

func (r *Root) broadcast(msg tea.Msg) tea.Cmd {
	var cmds []tea.Cmd
	for _, p := range r.all() {
		cmds = append(cmds, p.Update(msg))
	}
	return tea.Batch(cmds...)
}
