package tui

import (
	"fmt"
	"slices"

	tea "charm.land/bubbletea/v2"

	"talentmap/store"
	"talentmap/tui/overlay"
	"talentmap/tui/pane"
	"talentmap/tui/person"
	"talentmap/tui/sending"
)

// Update gives each message to whom it is for.
func (r *Root) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		r.awaited = nil
		return r, tea.Batch(r.resize(msg.Width, msg.Height), r.typedAhead())
	case tea.KeyPressMsg:
		return r, r.press(msg)
	case tea.PasteMsg:
		return r, tea.Batch(r.waitNoMore(), r.paste(msg))
	case tea.MouseClickMsg:
		if r.awaits() {
			return r, nil // it is not for what is seen
		}
		return r, tea.Batch(r.waitNoMore(), r.click(msg))
	case tea.MouseWheelMsg:
		return r, r.wheel(msg)
	case tea.BackgroundColorMsg:
		return r, r.background(msg)
	case tea.ColorProfileMsg:
		return r, r.profile(msg)
	case reloaded:
		return r, r.reload(msg)
	case changedMsg:
		return r, r.changed(msg)
	case indexedMsg:
		return r, r.reindexed(msg)
	case waited:
		return r, r.waitedFor(msg.page)
	case nextTyped:
		r.pacing = false
		return r, r.typedAhead()
	case toastDue:
		return r, r.endToast(msg)
	case pane.Owned:
		return r, r.deliver(msg)
	case loadedSample:
		return r, r.sampleLoaded(msg)
	case sampled:
		r.sample = msg.there
		return r, r.tourFor(msg)
	case waiting:
		r.waiting = msg.rows
		return r, nil
	case sequencesRead:
		return r, r.showSequences(msg)
	case gateAnswer:
		return r, r.showGate(msg)
	case jobLook:
		return r, r.look()
	case jobEnded:
		return r, r.ended(msg)
	case undone:
		return r, r.tellUndone(msg)
	default:
		return r, r.request(msg)
	}
}

// request sees to what a pane has asked for.
func (r *Root) request(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case pane.Toast:
		return r.tell(msg)
	case pane.Show:
		return r.open(msg.Overlay)
	case pane.Close:
		return tea.Batch(r.close(), msg.Then)
	case pane.OpenPerson:
		page := person.New(r.env, person.Deps{Store: r.cfg.Store, Weights: r.cfg.Weights}, msg.ID, msg.Among)
		if msg.Erase {
			page.AskErase()
		}
		return r.openPage(page)
	case pane.WalkedTo:
		r.walkedTo(msg)
		return nil
	case pane.Write:
		return r.write(msg)
	case pane.Leave:
		return r.openPage(sending.New(r.ctx, r.env, r.sendingDeps(), msg.ID))
	case pane.Why:
		return r.open(r.desk.Why(msg.Profile))
	case pane.SignalAt:
		return r.open(r.desk.SignalAt(msg.Company))
	case pane.AddToMap:
		return r.talent.Add(msg.ID, msg.Name)
	case pane.Job:
		return r.begin(msg)
	case pane.Do:
		return r.run(msg.Action)
	case pane.Acted:
		return r.acted(msg)
	case pane.TakeReply:
		return r.takeReply(msg.Meaning)
	case pane.LogSignal:
		return r.open(r.desk.Signal(r.selected()))
	case pane.LogContact:
		return r.open(r.desk.Contact(r.selected()))
	case pane.KeepThem:
		return r.open(r.desk.Keep(r.selected()))
	case pane.Refused:
		return r.refused(msg)
	case pane.OpenCompany:
		return r.openCompany(msg)
	case pane.OpenRole:
		return r.openRole(msg)
	case pane.OpenMap:
		return r.openMap(msg)
	}
	if cmd, ok := overlay.Chosen(msg); ok {
		return cmd
	}
	return nil
}

func (r *Root) resize(w, h int) tea.Cmd {
	// A terminal may claim any size; only a sane one is drawn.
	r.w, r.h = min(max(w, 1), 500), min(max(h, 1), 200)
	r.place()
	return nil
}

// place gives everything its room.
func (r *Root) place() {
	r.tour.lines = r.tourLines()
	above := r.h - len(r.tour.lines)
	r.screen = arrange(r.w, above, r.focus, r.zoom, r.aloud())
	r.frame.forget()
	if r.screen.tooFew {
		return
	}
	for _, g := range r.screen.regions {
		r.home[g.pane].SetSize(g.w-2-2*inset(g.pane), g.h-2)
	}
	for _, p := range slices.Concat(r.pages, r.behind.pages) {
		p.SetSize(r.w-4, above-3)
	}
	for _, o := range r.overlays {
		o.SetSize(o.Want(r.w-8, above-5))
	}
}

// changed tells every pane that the store has changed, and waits for the next.
func (r *Root) changed(msg changedMsg) tea.Cmd {
	if !msg.ok {
		return nil
	}
	n := r.watch.Take()
	cmds := []tea.Cmd{r.awaitChange(), r.broadcast(pane.Changed{Notice: n})}
	if n.Kinds.Has(store.Imports) {
		cmds = append(cmds, r.lookForSample())
	}
	if n.Kinds.Has(store.Reviews) {
		cmds = append(cmds, r.countWaiting())
	}
	return tea.Batch(cmds...)
}

func (r *Root) reindexed(msg indexedMsg) tea.Cmd {
	if !msg.ok {
		return nil
	}
	return tea.Batch(r.awaitIndex(), r.lookAgain(), r.tellDamaged())
}

// tellDamaged says that something is left out everywhere, as its record is damaged.
func (r *Root) tellDamaged() tea.Cmd {
	snap := r.cfg.Roster.Snapshot()
	was := r.damaged
	if _, _, complete := snap.Loaded(); !complete {
		return nil
	}
	if r.damaged = snap.Damaged(); r.damaged <= was {
		return nil
	}
	text, them := "1 record is damaged and left out", "sets it"
	if r.damaged > 1 {
		text, them = fmt.Sprintf("%d records are damaged and left out", r.damaged), "sets them"
	}
	return r.tell(pane.Toast{Bad: true, Text: text, Next: "all else is whole: {quit} leaves, `talentmap check --repair` " + them + " aside"})
}

// deliver brings a result to the pane that asked for it; one that has gone gets
// nothing.
func (r *Root) deliver(msg pane.Owned) tea.Cmd {
	for _, p := range r.all() {
		if id, ok := p.(pane.Identified); ok && id.PaneID() == msg.OwnerID() {
			return tea.Batch(p.Update(msg), r.release(), r.typedAhead(), r.follow(), r.quitWhenSaved())
		}
	}
	return nil
}

// follow shows in the composer whoever the cursor is on.
func (r *Root) follow() tea.Cmd {
	if v, ok := r.home[r.focus].(pane.Previewer); ok {
		return r.composer.Follow(v.Preview())
	}
	return nil
}

func (r *Root) open(o pane.Overlay) tea.Cmd {
	r.env.Keys.Bind(o.Actions())
	r.overlays = append(r.overlays, o)
	r.showKeys()
	r.place()
	if l, ok := o.(pane.Loader); ok {
		return l.Load()
	}
	return nil
}

func (r *Root) openPage(p pane.Pane) tea.Cmd {
	r.env.Keys.Bind(p.Actions())
	r.overlays = nil
	r.pages = append(r.pages, p)
	r.showKeys()
	r.place()
	if l, ok := p.(pane.Loader); ok {
		return tea.Batch(l.Load(), r.await(p))
	}
	return nil
}

// walkedTo has whoever the page was opened from follow it.
func (r *Root) walkedTo(msg pane.WalkedTo) {
	if f, ok := r.home[r.focus].(pane.FollowsWalk); ok && len(r.pages) == 1 {
		f.WalkTo(msg.ID)
	}
}

// close takes away the top overlay, else the top page; from a message that was begun on a
// page it goes back to that.
func (r *Root) close() tea.Cmd {
	switch n, m := len(r.overlays), len(r.pages); {
	case n > 0:
		r.overlays = r.overlays[:n-1]
	case m > 0:
		r.pages = r.pages[:m-1]
	case r.behind.pages != nil:
		back := r.behind
		r.pages, r.behind = back.pages, behind{}
		return r.setFocus(back.focus)
	}
	r.place()
	return nil
}

// behind are the pages on which a message was begun, while it is written: closed, that
// goes back to them.
type behind struct {
	pages []pane.Pane
	focus int // who had the keys below them
}

func (r *Root) write(msg pane.Write) tea.Cmd {
	r.behind = behind{r.pages, r.focus}
	r.overlays, r.pages = nil, nil
	return tea.Batch(r.setFocus(composerPane), r.composer.Write(msg))
}

func (r *Root) openMap(msg pane.OpenMap) tea.Cmd {
	r.overlays, r.pages, r.behind = nil, nil, behind{}
	return tea.Batch(r.setFocus(mapPane), r.talent.Open(msg.ID))
}

func (r *Root) setFocus(i int) tea.Cmd {
	r.focus = i
	cmd := r.tellFocus()
	r.place()
	return cmd
}

// tellFocus tells every pane of the home screen whether it gets the keys.
func (r *Root) tellFocus() tea.Cmd {
	var cmds []tea.Cmd
	for i, p := range r.home {
		cmds = append(cmds, p.Update(pane.Focused{On: i == r.focus}))
	}
	r.composer.BegunBy([...]string{mapPane: "talent.write", queuePane: "queue.write", composerPane: "composer.edit"}[r.focus])
	return tea.Batch(cmds...)
}
