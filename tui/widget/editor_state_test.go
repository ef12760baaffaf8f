package widget_test

import (
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"pgregory.net/rapid"

	"talentmap/tui/tuitest"
	"talentmap/tui/widget"
)

// pieces are texts that are hard to wrap, to measure or to part.
var pieces = []string{
	"a", "Z", " ", "  ", "word ", "hello, world", "\n", "\n\n", "漢", "漢字かな", "é", "e\u0301", "\u0301",
	family, "👨", "\u200d", "👩", "🇩", "🇩🇪", "🏽", "❤\ufe0f", "\ufe0f", "한", "\u1112\u1161", "नमस्ते", "\u0d4e",
	"\u00a0", "\u3000", "שלום", "مرحبا", "a_very_long_word_without_any_space_in_it", strings.Repeat(" ", 25), "\ufffd",
}

// model is the simplest editor there is: a text, cut into clusters every time.
type model struct {
	text   string
	cursor int
}

func (m *model) replace(from, to int, ins string) {
	m.text = m.text[:from] + ins + m.text[to:]
	m.cursor = from + len(ins)
	for !slices.Contains(boundaries(m.text), m.cursor) {
		m.cursor++
	}
}

// left and right are the places one cluster away.
func (m *model) left() int {
	at := boundaries(m.text)
	return at[max(slices.Index(at, m.cursor)-1, 0)]
}

func (m *model) right() int {
	at := boundaries(m.text)
	return at[min(slices.Index(at, m.cursor)+1, len(at)-1)]
}

func (m *model) press(key string) {
	switch key {
	case "enter":
		m.replace(m.cursor, m.cursor, "\n")
	case "backspace":
		m.replace(m.left(), m.cursor, "")
	case "delete":
		m.replace(m.cursor, m.right(), "")
	case "left":
		m.cursor = m.left()
	case "right":
		m.cursor = m.right()
	case "ctrl+home":
		m.cursor = 0
	case "ctrl+end":
		m.cursor = len(m.text)
	case "ctrl+k":
		end := m.cursor + len(strings.SplitN(m.text[m.cursor:], "\n", 2)[0])
		if end == m.cursor && end < len(m.text) {
			end++
		}
		m.replace(m.cursor, end, "")
	case "ctrl+u":
		start := strings.LastIndexByte(m.text[:m.cursor], '\n') + 1
		if start == m.cursor && start > 0 {
			start--
		}
		m.replace(start, m.cursor, "")
	}
}

func TestEditorAgainstModel(t *testing.T) {
	keys := []string{"enter", "backspace", "delete", "left", "right", "ctrl+home", "ctrl+end", "ctrl+k", "ctrl+u"}
	moves := []string{"up", "down", "pgup", "pgdown", "home", "end", "alt+b", "alt+f"}
	rapid.Check(t, func(t *rapid.T) {
		e, m := widget.NewEditor(), &model{}
		w, h := rapid.IntRange(1, 14).Draw(t, "w"), rapid.IntRange(1, 6).Draw(t, "h")
		e.SetSize(w, h)
		t.Repeat(map[string]func(*rapid.T){
			"insert": func(t *rapid.T) {
				s := rapid.SampledFrom(pieces).Draw(t, "text")
				e.Insert(s)
				m.replace(m.cursor, m.cursor, s)
			},
			"type": func(t *rapid.T) {
				s := rapid.SampledFrom([]string{"a", " ", "é", "漢", "\u0301", "\u200d"}).Draw(t, "text")
				e.Update(tea.KeyPressMsg{Code: tea.KeyExtended, Text: s})
				m.replace(m.cursor, m.cursor, s)
			},
			"key": func(t *rapid.T) {
				name := rapid.SampledFrom(keys).Draw(t, "key")
				update(e, name)
				m.press(name)
			},
			"move": func(t *rapid.T) { // by rows and words: the text stays
				update(e, rapid.SampledFrom(moves).Draw(t, "key"))
				m.cursor = e.Offset()
			},
			"jump": func(t *rapid.T) {
				at := rapid.SampledFrom(boundaries(m.text)).Draw(t, "offset")
				e.MoveTo(at)
				m.cursor = at
			},
			"resize": func(t *rapid.T) {
				w, h = rapid.IntRange(1, 14).Draw(t, "w"), rapid.IntRange(1, 6).Draw(t, "h")
				e.SetSize(w, h)
			},
			"mark": func(t *rapid.T) {
				start := rapid.IntRange(0, len(m.text)).Draw(t, "start")
				e.Mark([]widget.Span{{Start: start, End: start + 5, Open: line}})
			},
			"": func(t *rapid.T) {
				if e.Text() != m.text || e.Offset() != m.cursor {
					t.Fatalf("%q at %d, want %q at %d", e.Text(), e.Offset(), m.text, m.cursor)
				}
				check(t, e, w, h)
			},
		})
	})
}

// An editor that mended its rows after every edit shows what one shows that
// was given the text at once.
func TestEditorDrawsAsIfNew(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w := rapid.IntRange(1, 14).Draw(t, "w")
		e := widget.NewEditor()
		e.SetSize(w, 1100)
		for range rapid.IntRange(1, 25).Draw(t, "edits") {
			e.MoveTo(rapid.IntRange(0, len(e.Text())).Draw(t, "offset"))
			if rapid.Bool().Draw(t, "insert") {
				e.Insert(rapid.SampledFrom(pieces).Draw(t, "text"))
			} else {
				update(e, rapid.SampledFrom([]string{"backspace", "delete", "ctrl+w", "ctrl+k", "ctrl+z", "ctrl+y"}).Draw(t, "key"))
			}
			got := slices.Clone(e.View())
			fresh := widget.NewEditor()
			fresh.SetSize(w, 1100)
			fresh.SetText(e.Text())
			if want := fresh.View(); !slices.Equal(got, want) {
				t.Fatalf("%q is shown as\n%q, want\n%q", e.Text(), got, want)
			}
		}
	})
}

func TestEditorUndoesAndRedoesEverything(t *testing.T) {
	keys := []string{"enter", "backspace", "delete", "ctrl+w", "alt+d", "ctrl+k", "ctrl+u", "left", "right", "up", "home"}
	rapid.Check(t, func(t *rapid.T) {
		const first = "Dear Ada,\n\nfamily " + family + "\nyours"
		e := widget.NewEditor()
		e.SetSize(12, 6)
		e.SetText(first)
		for range rapid.IntRange(0, 100).Draw(t, "edits") {
			if rapid.Bool().Draw(t, "insert") {
				e.Insert(rapid.SampledFrom(pieces).Draw(t, "text"))
			} else {
				update(e, rapid.SampledFrom(keys).Draw(t, "key"))
			}
		}
		last := e.Text()
		for update(e, "ctrl+z") {
			check(t, e, 12, 6)
		}
		if e.Text() != first {
			t.Fatalf("undone: %q, want %q", e.Text(), first)
		}
		for update(e, "ctrl+y") {
			check(t, e, 12, 6)
		}
		if e.Text() != last {
			t.Fatalf("redone: %q, want %q", e.Text(), last)
		}
	})
}

// update presses a key and reports whether the text changed.
func update(e *widget.Editor, spelling string) bool {
	key, err := tuitest.Key(spelling)
	if err != nil {
		panic(err)
	}
	changed, _ := e.Update(key)
	return changed
}

func FuzzEditor(f *testing.F) {
	f.Add("Dear Ada,\r\n\thello "+family, "\x00\x01\x02a\x03b", 12, 4)
	f.Add("漢字e\u0301🇩🇪\xff\x1b[31m", "xyz\x05\x06", 1, 1)
	keys := []string{
		"enter", "backspace", "delete", "left", "right", "up", "down", "home", "end", "alt+b", "alt+f",
		"ctrl+w", "alt+d", "ctrl+k", "ctrl+u", "pgup", "pgdown", "ctrl+home", "ctrl+end", "ctrl+z", "ctrl+y",
	}
	f.Fuzz(func(t *testing.T, text, script string, w, h int) {
		if len(text) > 1000 || len(script) > 100 {
			return // the checks look at all of the text after every key
		}
		w, h = min(max(w, 1), 60), min(max(h, 1), 20)
		e := widget.NewEditor()
		e.SetSize(w, h)
		e.SetText(text)
		check(t, e, w, h)
		for i, r := range script {
			switch {
			case int(r) < len(keys):
				update(e, keys[r])
			case r == '@':
				e.Mark([]widget.Span{{Start: i, End: 3 * i, Open: line}})
			case r == '#':
				e.Insert(text)
			default:
				e.Update(tea.KeyPressMsg{Code: r, Text: string(r)})
			}
			check(t, e, w, h)
		}
	})
}
