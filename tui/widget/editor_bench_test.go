package widget_test

import (
	"strings"
	"testing"

	"charm.land/bubbles/v2/textarea"
	tea "charm.land/bubbletea/v2"

	"talentmap/tui/widget"
)

// letter is a message of 300 words in six paragraphs.
var letter = strings.Repeat(strings.TrimSpace(strings.Repeat("streaming migration you described in Lisbon, ", 8))+" of last May.\n\n", 6)

// draft is an editor with a letter in it.
func draft(w, h int) *widget.Editor {
	e := widget.NewEditor()
	e.SetSize(w, h)
	e.SetText(letter)
	return e
}

// typing alternates between a word and taking it back, so that the text keeps
// its length however long the benchmark runs.
func typing(b *testing.B, update func(tea.Msg), view func()) {
	keys := make([]tea.Msg, 0, 12)
	for _, r := range "words " {
		keys = append(keys, tea.KeyPressMsg{Code: r, Text: string(r)})
	}
	for range 6 {
		keys = append(keys, tea.KeyPressMsg{Code: tea.KeyBackspace})
	}
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		update(keys[i%len(keys)])
		view()
	}
}

func BenchmarkTyping(b *testing.B) {
	bench := func(name, text string, at int) {
		b.Run(name, func(b *testing.B) {
			e := widget.NewEditor()
			e.SetSize(50, 15)
			e.SetText(text)
			e.MoveTo(at)
			e.View()
			typing(b, func(m tea.Msg) { e.Update(m) }, func() { e.View() })
		})
	}
	bench("draft/end", letter, len(letter))
	bench("draft/middle", letter, len(letter)/2)
	one := strings.ReplaceAll(letter, "\n\n", " ")
	bench("one paragraph/middle", one, len(one)/2)
	megabyte := strings.Repeat(letter, 1<<20/len(letter))
	bench("1 MB/middle", megabyte, len(megabyte)/2)
	bench("1 MB in one line/middle", strings.ReplaceAll(megabyte, "\n\n", " "), len(megabyte)/2)
	bench("1 MB in one word/start", strings.Repeat("x", 1<<20-100), 0)
	bench("1 MB of wide letters/start", strings.Repeat("漢", 1<<20/3-100), 0)
	bench("1 MB of empty lines/middle", strings.Repeat("\n", 1<<20-100), 1<<19)
}

func BenchmarkTypingTextarea(b *testing.B) {
	ta := textarea.New()
	ta.SetVirtualCursor(false)
	ta.MaxHeight = 0
	ta.ShowLineNumbers = false
	ta.SetWidth(50)
	ta.SetHeight(15)
	ta.SetValue(letter)
	ta.Focus()
	typing(b, func(m tea.Msg) { ta, _ = ta.Update(m) }, func() { ta.View() })
}

func BenchmarkEditor(b *testing.B) {
	e := draft(50, 15)
	b.Run("view", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			e.View()
		}
	})
	b.Run("resize", func(b *testing.B) {
		b.ReportAllocs()
		for i := 0; b.Loop(); i++ {
			e.SetSize(50+i%2, 15)
			e.View()
		}
	})
	b.Run("marks", func(b *testing.B) {
		b.ReportAllocs()
		spans := []widget.Span{{Start: 2000, End: 2012, Open: line}, {Start: 2020, End: 2030, Open: bold}}
		for i := 0; b.Loop(); i++ {
			spans[0].End = 2012 + i%2
			e.Mark(spans)
			e.View()
		}
	})
	b.Run("size", func(b *testing.B) {
		for i := 0; b.Loop(); i++ {
			e.Update(tea.KeyPressMsg{Code: 'x', Text: "x"})
			e.Size()
			e.Update(tea.KeyPressMsg{Code: tea.KeyBackspace})
		}
	})
}
