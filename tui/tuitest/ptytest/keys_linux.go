package ptytest

import (
	tea "charm.land/bubbletea/v2"

	"talentmap/tui/tuitest"
)

// sequences are what an xterm sends for the keys that print nothing.
var sequences = map[rune]string{
	tea.KeyEnter: "\r", tea.KeyTab: "\t", tea.KeyBackspace: "\x7f", tea.KeyEscape: "\x1b",
	tea.KeyUp: "\x1b[A", tea.KeyDown: "\x1b[B", tea.KeyRight: "\x1b[C", tea.KeyLeft: "\x1b[D",
	tea.KeyHome: "\x1b[H", tea.KeyEnd: "\x1b[F", tea.KeyInsert: "\x1b[2~", tea.KeyDelete: "\x1b[3~",
	tea.KeyPgUp: "\x1b[5~", tea.KeyPgDown: "\x1b[6~",
}

// encode returns what a terminal without keyboard extensions sends for a key.
func (p *Program) encode(spelling string) string {
	p.tb.Helper()
	k, err := tuitest.Key(spelling)
	if err != nil {
		p.tb.Fatal(err)
	}
	seq, named := sequences[k.Code]
	switch {
	case k.Text != "":
		return k.Text
	case named && k.Mod == 0:
		return seq
	case named && k.Mod == tea.ModAlt:
		return "\x1b" + seq
	case k.Code == tea.KeyTab && k.Mod == tea.ModShift:
		return "\x1b[Z"
	case k.Mod == tea.ModCtrl && k.Code >= 'a' && k.Code <= 'z':
		return string(k.Code & 0x1f)
	case k.Mod == tea.ModAlt && k.Code < 0x80:
		return "\x1b" + string(k.Code)
	}
	p.tb.Fatalf("ptytest: an xterm has no sequence for %q", spelling)
	return ""
}
