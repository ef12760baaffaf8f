package tui

import (
	"context"
	"io"
	"slices"
	"time"

	tea "charm.land/bubbletea/v2"

	"talentmap/model"
	"talentmap/scoring"
	"talentmap/scoring/critique"
	"talentmap/store"
	"talentmap/store/roster"
	"talentmap/tui/action"
	"talentmap/tui/composer"
	"talentmap/tui/config"
	"talentmap/tui/entry"
	"talentmap/tui/importer"
	"talentmap/tui/overlay"
	"talentmap/tui/pane"
	"talentmap/tui/queue"
	"talentmap/tui/talent"
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
	// Against is what drafts are compared with, as it is now, and Compared is closed
	// once everything is in it; nil: drafts are compared with nothing.
	Against  func() critique.Against
	Compared <-chan struct{}
	// Random names messages that are written as files; nil: none are, as where the
	// program runs for somebody elsewhere.
	Random io.Reader
	// Editor is the person's own editor with its arguments, without the file; nil: none
	// is started, as where the program runs for somebody elsewhere.
	Editor []string
	// Settings are what the person has chosen, and Problems what is wrong with
	// them, to be told at the beginning; nil: the defaults, and nothing.
	Settings *config.Settings
	Problems []config.Problem
	// Reload reads the settings again; nil: there is nothing to be read.
	Reload func() (config.Settings, []config.Problem)
	// SaveSender puts into the config what is another now of who writes than it was; nil:
	// there is nowhere to.
	SaveSender func(was, is model.Sender) error
	// Tour remembers who has had the tour; nil: nobody gets it.
	Tour Tour
	// Terminal is what the terminal, or who began the session, asks for.
	Terminal Terminal
	// Context ends what runs in the background; nil: never.
	Context context.Context
	// Loaded is called once the first map has been read: what is not seen at
	// once can be read then. nil: nobody waits for it.
	Loaded func()
}

// Terminal is what holds whatever the person has chosen.
type Terminal struct {
	NoColour     bool // NO_COLOR, or a terminal that has none
	ASCII        bool // it shows no more, as far as the person has not said
	ScreenReader bool // the screen is read aloud
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
	set  config.Settings
	env  *pane.Env
	ctx  context.Context
	acts []action.Action // global

	desk     *entry.Desk
	talent   *talent.Pane
	queue    *queue.Pane
	composer *composer.Pane
	home     [3]pane.Pane
	focus    int
	zoom     bool
	pages    []pane.Pane    // open over home, the last on top
	overlays []pane.Overlay // over everything, the last on top
	behind   behind         // where a message was begun that is being written

	w, h         int
	screen       screen
	toast        toast
	looks        looks
	mouse        mouse
	spots        spots
	paneKeys     [3]string // the keys that go to the panes of the home screen
	quitting     bool
	held         []tea.Msg // typed to a message that is still being read
	toldBefore   int       // the message that was there at the last key
	recent       []string  // the IDs of the commands that were chosen last, the last first
	damaged      int       // records that are left out, as far as that was told
	undoing      bool      // an undo or a redo is under way
	jobs         jobs
	told         []overlay.Message // what has happened, the oldest first
	exportFolder string            // where people were written last to a file
	mailFolder   string            // where messages were written last as files
	sample       bool              // the sample is there
	tour         tour
	toured       bool // it has been begun by itself
	waiting      int  // rows that wait for a decision
	answers      *importer.Answers
	watch        *store.Watcher
	indexed      <-chan struct{}
	unwatch      func()
	frame        frameCache
	awaited      pane.Pane         // a page for which the screen stays as it was; nil: none
	ahead        []tea.KeyPressMsg // typed to that page before it was read
	pacing       bool              // the next of these waits for what the one before has asked for
	foot         footLine
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
	r := &Root{cfg: cfg, ctx: cfg.Context, set: config.Defaults(), answers: importer.NewAnswers()}
	if cfg.Settings != nil {
		r.set = *cfg.Settings
	}
	r.looks = looks{name: r.set.Theme, dark: true}
	r.mouse.on = r.set.Mouse
	r.env = &pane.Env{
		User: cfg.User, Now: cfg.Now, After: cfg.After,
		Keys: action.NewKeymap(r.set.Keys, Contexts), Columns: r.set.Columns,
	}
	r.env.Theme, r.env.Aloud = r.theme(), r.aloud()
	r.desk = entry.New(r.env, entry.Deps{Store: cfg.Store, Index: cfg.Roster, Weights: cfg.Weights})
	r.talent = talent.New(r.env, talent.Deps{Store: cfg.Store, Weights: cfg.Weights, Finder: adder{r}})
	r.queue = queue.New(r.env, queue.Deps{Store: cfg.Store, Index: cfg.Roster, Weights: cfg.Weights})
	r.composer = composer.New(r.env, composer.Deps{Store: cfg.Store, Weights: cfg.Weights, Against: cfg.Against, Sender: r.sender, Ship: r.shipTemplates, Editor: r.editor()})
	r.home = [3]pane.Pane{r.talent, r.queue, r.composer}
	r.acts = r.actions()
	r.bindKeys()
	r.tellFocus()
	r.watch = cfg.Store.Watch()
	r.indexed, r.unwatch = cfg.Roster.Changed()
	return r
}

// bindKeys gives everything that is there the session's keys; what opens later
// gets them as it does.
func (r *Root) bindKeys() {
	r.env.Keys.Bind(r.acts)
	for _, p := range r.all() {
		r.env.Keys.Bind(p.Actions())
	}
	for i, id := range [...]string{mapPane: "go.map", queuePane: "go.queue", composerPane: "go.composer"} {
		r.paneKeys[i] = ""
		if a := byID(r.acts, id); len(a.Keys) > 0 {
			r.paneKeys[i] = a.Keys[0] + " "
		}
	}
}

// byID is the action of an ID, which is there.
func byID(acts []action.Action, id string) *action.Action {
	return &acts[slices.IndexFunc(acts, func(a action.Action) bool { return a.ID == id })]
}

// Init begins to read and to watch.
func (r *Root) Init() tea.Cmd {
	first := tea.Sequence(r.talent.Load(), r.loaded, r.tellProblems(), r.tellDamaged(), tea.Batch(r.lookForInterrupted(), r.lookForSample(), r.countWaiting()))
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
	out = append(out, r.behind.pages...)
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
