package tui_test

import (
	"errors"
	"fmt"
	"reflect"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"

	"talentmap/edge/sample"
	"talentmap/model"
	"talentmap/scoring"
	"talentmap/store"
	"talentmap/store/roster"
	"talentmap/store/storetest"
	"talentmap/tui"
	"talentmap/tui/tuitest"
)

// driven is a session without a terminal and without a renderer: messages in,
// views out. Its timers never end.
type driven struct {
	b     *testing.B
	root  *tui.Root
	store *store.Store
	msgs  chan tea.Msg
}

// drive opens a session on the sample and n imported people, of whom some fill
// the first map, and settles it.
func drive(b *testing.B, n, w, h int) *driven {
	b.Helper()
	st := storetest.OpenAt(b, b.TempDir()+"/talent.db")
	if _, err := sample.Load(b.Context(), st, "ada", storetest.Now()); err != nil {
		b.Fatal(err)
	}
	if n > 0 {
		crowd(b, st, n)
	}
	weights := scoring.Default()
	ros := roster.New(st, &weights, storetest.Now)
	ended := make(chan error, 1)
	go func() { ended <- ros.Run(b.Context()) }()
	d := &driven{b: b, store: st, msgs: make(chan tea.Msg, 1000), root: tui.New(tui.Config{
		Store: st, Roster: ros, Weights: &weights, User: "ada", Now: storetest.Now,
		After: func(time.Duration, func(time.Time) tea.Msg) tea.Cmd { return nil },
	})}
	b.Cleanup(func() {
		if err := d.root.Shutdown(); err != nil {
			b.Error(err)
		}
		<-ended
	})
	for complete := false; !complete; {
		if _, _, complete = ros.Snapshot().Loaded(); !complete {
			time.Sleep(time.Millisecond)
		}
	}
	d.run(d.root.Init())
	d.send(tea.WindowSizeMsg{Width: w, Height: h})
	d.until(func(frame string) bool {
		return strings.Contains(frame, "of 100") && strings.Contains(frame, " open")
	})
	return d
}

func crowd(b *testing.B, st *store.Store, n int) {
	b.Helper()
	im := st.Importer("ada", model.Import{Source: "crowd"})
	some := make([]*model.Person, 0, 5000)
	write := func() {
		if err := im.Write(b.Context(), some); err != nil {
			b.Fatal(err)
		}
		some = some[:0]
	}
	for p := range sample.Crowd(7, n) {
		if some = append(some, &p); len(some) == cap(some) {
			write()
		}
	}
	write()
	if err := im.Finish(model.Import{New: n}); err != nil {
		b.Fatal(err)
	}
	_, err := st.Edit(store.By("ada", "filled the map"), func(tx *store.Tx) error {
		m, err := tx.Map(1)
		for id := model.PersonID(1000); err == nil && len(m.Entries) < model.MapSize; id++ {
			err = m.Add(id)
		}
		if err != nil {
			return err
		}
		return tx.PutMap(&m)
	})
	if err != nil {
		b.Fatal(err)
	}
}

// run starts a command; what it answers waits in msgs. The commands of a
// sequence, whose type is not exported, run as those of a batch.
func (d *driven) run(cmd tea.Cmd) {
	if cmd == nil {
		return
	}
	go func() {
		msg := cmd()
		v := reflect.ValueOf(msg)
		if !v.IsValid() {
			return
		}
		if !v.CanConvert(reflect.TypeFor[[]tea.Cmd]()) {
			d.msgs <- msg
			return
		}
		for _, c := range v.Convert(reflect.TypeFor[[]tea.Cmd]()).Interface().([]tea.Cmd) {
			d.run(c)
		}
	}()
}

func (d *driven) send(msg tea.Msg) {
	_, cmd := d.root.Update(msg)
	d.run(cmd)
}

// until takes answers until the frame is as wanted.
func (d *driven) until(want func(frame string) bool) {
	d.b.Helper()
	late := time.After(time.Minute)
	for !want(d.frame()) {
		select {
		case msg := <-d.msgs:
			d.send(msg)
		case <-late:
			d.b.Fatalf("it does not settle:\n%s", d.frame())
		}
	}
}

func (d *driven) frame() string { return ansi.Strip(d.root.View().Content) }

func (d *driven) keys(spellings ...string) []tea.Msg {
	d.b.Helper()
	out := make([]tea.Msg, len(spellings))
	for i, s := range spellings {
		k, err := tuitest.Key(s)
		if err != nil {
			d.b.Fatal(err)
		}
		out[i] = tea.KeyPressMsg(k)
	}
	return out
}

// BenchmarkUpdateView is a key and the frame after it, without the renderer.
// The naive one draws the same content in bordered blocks that are joined.
func BenchmarkUpdateView(b *testing.B) {
	for _, people := range []int{0, 100_000} {
		b.Run(fmt.Sprintf("%d people", people), func(b *testing.B) {
			d := drive(b, people, 120, 40)
			there := d.keys(strings.Fields(strings.Repeat("j ", 60) + strings.Repeat("k ", 60))...)
			b.Run("move", func(b *testing.B) {
				b.ReportAllocs()
				for i := 0; b.Loop(); i++ {
					d.root.Update(there[i%len(there)])
					d.root.View()
				}
			})
			for _, view := range []string{"picture", "companies"} {
				d.send(d.keys("p")[0])
				b.Run("move "+view, func(b *testing.B) {
					b.ReportAllocs()
					for i := 0; b.Loop(); i++ {
						d.root.Update(there[i%len(there)])
						d.root.View()
					}
				})
			}
			d.send(d.keys("p")[0])
			b.Run("move naive", func(b *testing.B) {
				blocks := blocksOf(d.frame())
				b.ReportAllocs()
				for i := 0; b.Loop(); i++ {
					naive(blocks, i%30)
				}
			})
			b.Run("nothing", func(b *testing.B) {
				b.ReportAllocs()
				for b.Loop() {
					d.root.View()
				}
			})
			b.Run("type", d.typing)
			b.Run("queue", func(b *testing.B) {
				for _, k := range d.keys("2", "g") {
					d.send(k)
				}
				d.until(func(frame string) bool {
					return strings.Contains(frame, "▸ 2 Queue") && strings.Contains(frame, "replies waiting")
				})
				rows := d.keys(strings.Fields(strings.Repeat("j ", 30) + strings.Repeat("k ", 30))...)
				b.ReportAllocs()
				for i := 0; b.Loop(); i++ {
					d.root.Update(rows[i%len(rows)])
					d.root.View()
				}
			})
		})
	}
}

// typing types into a draft of 300 words, and takes it back; each save is made
// off the clock, as it is made off the event loop.
func (d *driven) typing(b *testing.B) {
	draft := strings.TrimSpace(strings.Repeat("the streaming migration you described in Lisbon last May ", 34))
	for _, k := range d.keys("1", "g", "c") {
		d.send(k)
	}
	d.until(func(frame string) bool { return strings.Contains(frame, "done typing") })
	if !strings.Contains(d.frame(), "streaming migration") {
		for _, k := range d.keys("tab") {
			d.send(k)
		}
		d.send(tea.PasteMsg{Content: draft})
	}
	d.until(func(frame string) bool { return strings.Contains(frame, "streaming migration") })
	keys := d.keys(append(strings.Split("wordsandmore", ""), strings.Fields(strings.Repeat("backspace ", 12))...)...)
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		_, cmd := d.root.Update(keys[i%len(keys)])
		d.root.View()
		if cmd != nil {
			b.StopTimer()
			d.settle(cmd)
			b.StartTimer()
		}
	}
	for _, k := range d.keys("esc", "1") {
		d.send(k)
	}
}

// settle runs a command to its end and delivers its answer.
func (d *driven) settle(cmd tea.Cmd) {
	d.run(cmd)
	for wait := time.After(20 * time.Millisecond); ; {
		select {
		case msg := <-d.msgs:
			d.send(msg)
			return
		case <-wait: // a timer, which answers nothing
			return
		}
	}
}

// blocksOf is the text of the three panes of a frame of 120 × 40.
func blocksOf(frame string) (blocks [3][]string) {
	for y, line := range strings.Split(frame, "\n") {
		cell := func(from, to int) string { return ansi.Cut(line, from, to) }
		switch {
		case y == 0 || y >= 38 || y == 15:
		case y < 15:
			blocks[1] = append(blocks[1], cell(70, 119))
		case y > 15:
			blocks[2] = append(blocks[2], cell(70, 119))
		}
		if y > 0 && y < 38 {
			blocks[0] = append(blocks[0], cell(1, 68))
		}
	}
	return blocks
}

// naive joins the panes as one would begin: a style for each line, a border for
// each block.
func naive(blocks [3][]string, cursor int) string {
	plain, selected := lipgloss.NewStyle().Foreground(lipgloss.Color("245")), lipgloss.NewStyle().Reverse(true)
	var drawn [3]string
	for i, lines := range blocks {
		styled := make([]string, len(lines))
		for y, l := range lines {
			style := plain
			if i == 0 && y == cursor {
				style = selected
			}
			styled[y] = style.Render(l)
		}
		drawn[i] = lipgloss.NewStyle().Border(lipgloss.RoundedBorder()).Render(strings.Join(styled, "\n"))
	}
	return lipgloss.JoinHorizontal(lipgloss.Top, drawn[0], lipgloss.JoinVertical(lipgloss.Left, drawn[1], drawn[2]))
}

// BenchmarkPages is a cursor move on a page, and the frame after it, beside the same on
// the map: what else the machine does slows both.
func BenchmarkPages(b *testing.B) {
	for _, people := range []int{0, 100_000} {
		b.Run(fmt.Sprintf("%d people", people), func(b *testing.B) {
			d := drive(b, people, 120, 40)
			d.stock()
			for _, page := range []struct{ name, keys, shows string }{
				{"map", "1 g", "▸ 1 "},
				{"queue", "2 g", "replies waiting"},
				{"composer", "3", "▸ 3 "},
				{"person", "1 g enter", "outreach:"},
				{"ledger", "1 g w", "Why "},
				{"compare", "1 g space j space =", "receptivity  "},
				{"roles", "R", "Roles · "},
				{"shortlist", "R enter", "must-haves"},
				{"companies", "C", "Companies · "},
				{"company", "C", "Companies · "}, // and enter, once there is somebody to open
				{"outbox", "O", "Outbox · "},
				{"templates", "P", "Templates"},
				{"shelf", "P tab", "helf"},
				{"history", "H", "History · "},
				{"imports", "A", "Imports · "},
				{"review", "V", "Review"},
				{"find", "f a", "Find anyone"},
				{"palette", ":", "Commands"},
				{"help", "?", "Keys ·"},
			} {
				d.goTo(page.keys, page.shows)
				if page.name == "company" {
					d.press("work there", "enter")
				}
				down, up := "j ", "k "
				if page.name == "find" || page.name == "palette" || page.name == "help" {
					down, up = "down ", "up "
				}
				there := d.keys(strings.Fields(strings.Repeat(down, 20) + strings.Repeat(up, 20))...)
				b.Run(page.name, func(b *testing.B) {
					b.ReportAllocs()
					for i := 0; b.Loop(); i++ {
						d.root.Update(there[i%len(there)])
						d.root.View()
					}
				})
			}
		})
	}
}

// goTo presses keys from home, and waits after each for what it brings; at the end
// until the frame is as wanted.
func (d *driven) goTo(keys, shows string) {
	d.b.Helper()
	d.press(shows, append([]string{"esc", "esc", "esc", "1"}, strings.Fields(keys)...)...)
}

// press presses keys, and waits for what is shown then.
func (d *driven) press(shows string, keys ...string) {
	d.b.Helper()
	for _, k := range d.keys(keys...) {
		_, cmd := d.root.Update(k)
		d.settle(cmd)
		d.settle(nil)
		d.frame() // what stays on the screen for a page that is read is what was there
	}
	d.until(func(frame string) bool { return strings.Contains(frame, shows) })
}

// stock puts in what the sample lacks, so that every page has rows: messages that wait
// to leave, rows to review, more roles.
func (d *driven) stock() {
	d.b.Helper()
	_, err := d.store.Edit(store.By("ada", "stocked the pages"), func(tx *store.Tx) error {
		var errs []error
		for i := range 30 {
			errs = append(errs, tx.PutRole(&model.Role{Title: fmt.Sprintf("Engineer %d", i), Company: "Åkerlund & Söhne", Opened: model.Day(2026, 2, 2), Must: []string{"Go"}, Maps: []model.MapID{1}}))
		}
		for id := model.PersonID(1); id <= 20; id++ {
			m, err := tx.Draft(id)
			if err != nil {
				m = model.Draft{Person: id, Channel: model.Email, By: "ada", Subject: "A question", Body: "Hello"}
			}
			m.SendAt = storetest.Now().AddDate(0, 0, 1)
			errs = append(errs, tx.PutDraft(&m))
		}
		return errors.Join(errs...)
	})
	if err != nil {
		d.b.Fatal(err)
	}
}
