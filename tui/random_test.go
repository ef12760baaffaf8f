package tui_test

import (
	"errors"
	"flag"
	"fmt"
	"image/color"
	"math/rand/v2"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"talentmap/model"
	"talentmap/store"
	"talentmap/tui"
	"talentmap/tui/tuitest"
)

var steps = flag.Int("keys", 1500, "how many random keys TestRandomKeys presses")

// monkey presses random keys at random sizes while grace changes the store.
type monkey struct {
	*bench
	r    *rand.Rand
	keys []string
	w, h int
	n    int      // how often one has come back
	log  []string // the last things done, for the failure
}

func TestRandomKeys(t *testing.T) {
	const perSession = 500
	ofItsOwn(t)
	for seed := range (*steps + perSession - 1) / perSession {
		t.Run(fmt.Sprint(seed), func(t *testing.T) {
			at(t, setup{aloud: seed%3 == 2}, func(b *bench) {
				m := &monkey{bench: b, r: rand.New(rand.NewPCG(uint64(seed), 1)), keys: allKeys(), w: 120, h: 40}
				defer m.tell()
				m.outlandish()
				for range min(perSession, *steps) {
					m.step()
				}
			})
		})
	}
}

// ofItsOwn runs the test in a folder of its own, with the files that are imported: an
// export may be written there.
func ofItsOwn(t *testing.T) {
	t.Helper()
	dir := t.TempDir()
	if err := os.CopyFS(filepath.Join(dir, "testdata"), os.DirFS("testdata")); err != nil {
		t.Fatal(err)
	}
	t.Chdir(dir)
}

// allKeys are the keys of every place, and some that are none.
func allKeys() []string {
	keys := strings.Fields("é 界 👍 § 7 9 ctrl+g ctrl+k ctrl+w ctrl+z alt+b alt+x f1 f12 insert delete home end tab enter enter esc esc esc backspace left right up down down")
	for _, c := range tui.Contexts() {
		for _, a := range c.Actions {
			keys = append(keys, a.Keys...)
		}
	}
	return slices.DeleteFunc(keys, func(k string) bool { return k == "q" || k == "ctrl+c" })
}

// tell shows what led to a failure.
func (m *monkey) tell() {
	p := recover()
	if m.t.Failed() || p != nil {
		m.t.Logf("the last steps: %s", strings.Join(m.log[max(0, len(m.log)-40):], " "))
	}
	if p != nil {
		panic(p)
	}
}

func (m *monkey) note(s string) { m.log = append(m.log, s) }

// step does one thing and looks at the screen.
func (m *monkey) step() {
	m.t.Helper()
	switch n := m.r.IntN(100); {
	case n < 84:
		k := m.keys[m.r.IntN(len(m.keys))]
		m.note(k)
		m.Keys(k)
	case n < 87:
		m.w, m.h = m.size()
		m.note(fmt.Sprintf("%d×%d", m.w, m.h))
		m.Resize(m.w, m.h)
	case n < 88:
		m.thereAndBack()
	case n < 90:
		text := []string{"a", "two\nlines", "界\t\x1b[31mred", strings.Repeat("long ", 400), "\xff\u202e"}[m.r.IntN(5)]
		m.note(fmt.Sprintf("paste %.10q", text))
		m.Paste(text)
	case n < 91:
		m.pointer()
	case n < 93:
		m.jump()
	case n < 94:
		m.note("wait")
		m.clock.Advance(time.Duration(m.r.IntN(3000)) * time.Millisecond)
	case n < 99:
		m.note("grace")
		m.grace()
	default:
		m.note("quit")
		m.again()
	}
	if m.Done() {
		if last := m.log[len(m.log)-1]; last != "enter" && !strings.HasPrefix(last, "mouse ") && !strings.HasPrefix(last, "to ") {
			m.t.Fatal("the session ended")
		}
		m.reopen() // quit was chosen from a list
		m.w, m.h = 120, 40
	}
	m.look()
}

// look looks at the screen: it is filled, the cursor is on it, and nothing of what was
// kept of it is stale.
func (m *monkey) look() {
	m.t.Helper()
	v := m.root.View()
	m.anew()
	if err := tuitest.CheckFrame(v.Content, m.w, m.h); err != nil {
		m.t.Fatalf("%v\n%s", err, v.Content)
	}
	if n := 1 + strings.Count(v.Content, "\n"); n != m.h {
		m.t.Fatalf("%d rows in a height of %d:\n%s", n, m.h, v.Content)
	}
	for y, row := range strings.Split(v.Content, "\n") {
		if n := ansi.StringWidth(row); n != m.w {
			m.t.Fatalf("row %d has %d cells in a width of %d:\n%s", y, n, m.w, v.Content)
		}
	}
	if c := v.Cursor; c != nil && (c.X < 0 || c.X >= m.w || c.Y < 0 || c.Y >= m.h) {
		m.t.Fatalf("the cursor is at %d, %d of %d × %d:\n%s", c.X, c.Y, m.w, m.h, v.Content)
	}
}

// anew has everything drawn anew, as the terminal has another background for a moment,
// and looks that the screen is the same: nothing that was kept of it is stale.
func (b *bench) anew() {
	b.t.Helper()
	was := strings.Split(b.root.View().Content, "\n")
	b.Send(tea.BackgroundColorMsg{Color: color.White})
	b.Send(tea.BackgroundColorMsg{Color: color.Black})
	is := strings.Split(b.root.View().Content, "\n")
	if len(was) != len(is) {
		b.t.Fatalf("%d rows, and drawn anew %d", len(was), len(is))
	}
	for y := range was {
		if was[y] != is[y] {
			b.t.Fatalf("row %d is\n%q, and drawn anew\n%q", y, was[y], is[y])
		}
	}
}

// size is any that a terminal may have, now and then one at the edge of what can be
// drawn.
func (m *monkey) size() (w, h int) {
	edges := [][2]int{{1, 1}, {59, 15}, {60, 14}, {60, 15}, {80, 24}, {99, 40}, {100, 30}, {119, 40}, {120, 24}, {250, 70}}
	if m.r.IntN(3) == 0 {
		e := edges[m.r.IntN(len(edges))]
		return e[0], e[1]
	}
	return 1 + m.r.IntN(250), 1 + m.r.IntN(70)
}

// jump goes to a place as a person would, from home.
func (m *monkey) jump() {
	m.t.Helper()
	all := everywhere()
	p := all[m.r.IntN(len(all))]
	m.note("to " + p.name)
	m.press("esc esc esc esc 1 " + p.keys)
}

// thereAndBack gives the terminal another size for a moment: what is under the cursor,
// and what is marked, is the same after it.
func (m *monkey) thereAndBack() {
	m.t.Helper()
	w, h := m.size()
	m.note(fmt.Sprintf("to %d×%d and back", w, h))
	before := m.underCursor()
	m.Resize(w, h)
	if err := tuitest.CheckFrame(m.root.View().Content, w, h); err != nil {
		m.t.Fatalf("%v\n%s", err, m.root.View().Content)
	}
	m.Resize(m.w, m.h)
	if after := m.underCursor(); after != before {
		m.t.Fatalf("under the cursor was\n%s\nand after another size is\n%s\n%s", before, after, m.Frame())
	}
}

// underCursor are the cells beside each bar that marks what is selected, and the counts
// of what is marked; of what lies below an overlay nothing, as that covers some of it.
func (m *monkey) underCursor() string {
	m.t.Helper()
	var out []string
	for _, line := range onTop(m.Frame()) {
		cells := strings.Split(line, "▌")
		for i, cell := range cells[1:] {
			if !strings.HasSuffix(cells[i], "█") && !beside.MatchString(cell) {
				out = append(out, ansi.Truncate(cell, 20, ""))
			}
		}
		out = append(out, marked.FindAllString(line, -1)...)
	}
	slices.Sort(out) // what is under the cursor may stand on another row by now
	return strings.Join(slices.Compact(out), "\n")
}

// beside is what stands beside a half block that is no mark but the end of a bar: a
// blank, or another bar.
var beside = regexp.MustCompile(`^( {8}| *[▁▂▃▄▅▆▇█])`)

// onTop are the lines of a frame, or of the overlay that lies on top of it.
func onTop(frame string) []string {
	lines := strings.Split(frame, "\n")
	top, at := -1, 0
	for y, line := range lines {
		for _, i := range corner.FindAllStringSubmatchIndex(line, -1) {
			top, at = y, ansi.StringWidth(line[:i[2]])
		}
	}
	if top < 0 {
		return lines
	}
	w := ansi.StringWidth(ansi.Cut(lines[top], at, ansi.StringWidth(lines[top])))
	if head, _, ok := strings.Cut(ansi.Cut(lines[top], at, at+w), "╮"); ok {
		w = ansi.StringWidth(head) + 1
	}
	for y := top; y < len(lines); y++ {
		lines[y] = ansi.Cut(lines[y], at, at+w)
		if y > top && strings.HasPrefix(lines[y], "╰") {
			return lines[top : y+1]
		}
	}
	return lines[top:]
}

// corner is that of an overlay: no pane stands above it or to its left, and no other
// overlay lies on its upper edge.
var corner = regexp.MustCompile(`[^╮│](╭)─[^╭│]*╮`)

// marked is how many are marked, as a title says it.
var marked = regexp.MustCompile(`\d+ marked`)

// outlandish gives people names, and texts, as they come from all over the world.
func (m *monkey) outlandish() {
	m.t.Helper()
	names := []string{
		"慕容復之", "الدكتورة ليلى بنت بركات العامري", "👩‍💻 Zoë 🇩🇪", "Z̸̢̛͓͖͉̰̫̙͉͛̈́́a̷l̶g̵o̸", "שרה כהן-לוי", "สมศักดิ์ ปัญญาดี", "한국 이름",
		strings.Repeat("Wolfeschlegelsteinhausen", 5), "e\u0301\u0301\u0301clair", "ﷺﷺ 𝔉𝔯𝔞𝔨𝔱𝔲𝔯",
	}
	long := strings.Repeat("界 long עברית 👍🏽 ", 30)
	_, err := m.store.Edit(store.By("grace", "put in the world"), func(tx *store.Tx) error {
		for i, name := range names {
			p, err := tx.Person(model.PersonID(1 + 7*i))
			if err != nil {
				return err
			}
			p.Name, p.Location, p.Notes = name, names[(i+3)%len(names)], long
			if len(p.Positions) > 0 {
				p.Positions = slices.Clone(p.Positions)
				p.Positions[0].Title = long
			}
			d := model.Draft{Person: p.ID, Channel: model.Email, By: "grace", Subject: names[(i+5)%len(names)], Body: long + "\n" + long}
			s := model.Signal{Kind: model.OpenToWork, Person: p.ID, Date: model.DateOf(m.clock.Now()), Source: name, Note: long}
			if err := errors.Join(tx.PutPerson(&p), tx.PutDraft(&d), tx.PutSignal(&s)); err != nil {
				return err
			}
		}
		c, err := tx.Company(1)
		c.Name = names[1] + " & " + names[0]
		r, roleErr := tx.Role(1)
		r.Company, r.Location = names[4], names[2]
		tm, mapErr := tx.Map(1)
		for i := range min(len(tm.Entries), 20) {
			tm.Entries[i].Note = long
		}
		return errors.Join(err, roleErr, mapErr, tx.PutCompany(&c), tx.PutRole(&r), tx.PutMap(&tm))
	})
	if err != nil {
		m.t.Fatal(err)
	}
	m.Settle()
}

// pointer clicks somewhere, twice at times, or turns the wheel.
func (m *monkey) pointer() {
	m.t.Helper()
	at := tea.Mouse{X: m.r.IntN(m.w), Y: m.r.IntN(m.h), Button: tea.MouseLeft}
	m.note(fmt.Sprintf("mouse %d,%d", at.X, at.Y))
	for range 1 + m.r.IntN(2) {
		m.Send(tea.MouseClickMsg(at))
	}
	at.Button = []tea.MouseButton{tea.MouseWheelUp, tea.MouseWheelDown}[m.r.IntN(2)]
	for range m.r.IntN(4) {
		m.Send(tea.MouseWheelMsg(at))
	}
}

// grace changes something, as far as it is there.
func (m *monkey) grace() {
	m.t.Helper()
	_, err := m.store.Edit(store.By("grace", "changed something"), m.change)
	if err != nil && !errors.Is(err, store.ErrNotFound) {
		m.t.Fatal(err)
	}
	m.Settle()
}

func (m *monkey) change(tx *store.Tx) error {
	id := model.PersonID(1 + m.r.IntN(130))
	switch m.r.IntN(5) {
	case 0:
		return tx.PutPerson(&model.Person{Name: "Someone New", Skills: []string{"Go"}})
	case 1:
		d, err := tx.Draft(id)
		if err != nil {
			return err
		}
		d.Body += " (grace)"
		return tx.PutDraft(&d)
	case 2:
		return tx.PutSignal(&model.Signal{Kind: model.OpenToWork, Person: id, Date: model.DateOf(m.clock.Now())})
	case 3:
		p, err := tx.Person(id)
		if err != nil {
			return err
		}
		p.Name, p.Location = p.Name+" Ö", "Oslo"
		return tx.PutPerson(&p)
	}
	tm, err := tx.Map(1)
	if err != nil || len(tm.Entries) == 0 {
		return err
	}
	if err := tm.Remove(tm.Entries[m.r.IntN(len(tm.Entries))].Person); err != nil {
		return err
	}
	return tx.PutMap(&tm)
}

// again leaves and comes back.
func (m *monkey) again() {
	m.t.Helper()
	m.Resize(120, 40)
	said := ""
	if f := m.Frame(); strings.Contains(f, "done typing") {
		m.n++
		said = fmt.Sprintf("kept%dx", m.n)
		m.Type(said)
	}
	defer func() { m.kept(said) }()
	m.Keys("ctrl+c")
	if !m.Done() { // a text that grace has written into meanwhile is to be read first
		m.Keys("ctrl+c")
	}
	if !m.Done() {
		m.t.Fatalf("the session did not end:\n%s", m.Frame())
	}
	m.reopen()
	m.w, m.h = 120, 40
}

// kept looks for what was typed last to somebody, as one left.
func (m *monkey) kept(said string) {
	m.t.Helper()
	if said == "" {
		return
	}
	found := false
	m.view(func(tx *store.Tx) error {
		for p, err := range tx.People(0) {
			if err != nil {
				return err
			}
			if d, err := tx.Draft(p.ID); err == nil {
				found = found || strings.Contains(d.Subject+d.Body, said)
			}
		}
		return nil
	})
	if !found {
		m.t.Fatalf("%q was typed, and is nowhere:\n%s", said, m.Frame())
	}
}

// Whatever happens around it, what was typed to each person is in the store at
// the end, letter by letter.
func TestNothingTypedIsLost(t *testing.T) {
	for seed := range 6 {
		t.Run(fmt.Sprint(seed), func(t *testing.T) {
			at(t, setup{}, func(b *bench) {
				r := rand.New(rand.NewPCG(uint64(seed), 2))
				ids := b.ranked()
				typed := map[model.PersonID]string{}
				for _, id := range ids {
					typed[id] = b.draft(id).Body
				}
				for range 25 {
					row := r.IntN(20)
					b.press("1 g")
					for range row {
						b.Keys("j")
					}
					b.Keys("c")
					if _, y, ok := b.Cursor(); !ok {
						t.Fatalf("nothing can be typed:\n%s", b.Frame())
					} else if strings.Contains(b.Line(y), "subject ") {
						b.Keys("tab")
					}
					b.Keys("ctrl+end")
					typed[ids[row]] += b.prose(r)
					if r.IntN(4) == 0 {
						b.Keys("ctrl+c")
						b.reopen()
						continue
					}
					b.Keys("esc")
				}
				b.Keys("ctrl+c")
				for id, want := range typed {
					if got := b.draft(id).Body; got != want {
						t.Errorf("to %s the store has\n%q, typed was\n%q", b.name(id), got, want)
					}
				}
			})
		})
	}
}

// prose types some words, with the world going on meanwhile, and returns them.
func (b *bench) prose(r *rand.Rand) string {
	b.t.Helper()
	var out strings.Builder
	for range 1 + r.IntN(40) {
		char := []string{"a", "é", "界", " ", "\n", "7", "?", "q"}[r.IntN(8)]
		out.WriteString(char)
		b.Type(char)
		switch r.IntN(12) {
		case 0:
			b.clock.Advance(time.Duration(r.IntN(900)) * time.Millisecond)
		case 1:
			b.Resize(100+r.IntN(100), 30+r.IntN(30))
		case 2:
			b.Paste("pasted")
			out.WriteString("pasted")
		case 3:
			b.edit("moved someone", func(tx *store.Tx) error {
				p, err := tx.Person(model.PersonID(1 + r.IntN(120)))
				if err != nil {
					return err
				}
				p.Notes += "x"
				return tx.PutPerson(&p)
			})
		}
	}
	return out.String()
}
