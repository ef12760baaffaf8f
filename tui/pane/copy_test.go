package pane_test

import (
	"reflect"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"talentmap/tui/pane"
)

// What is too much for a clipboard is not copied in part, and said.
func TestCopy(t *testing.T) {
	for _, c := range []struct {
		text, told string
		copies     bool
	}{
		{text: "Dear Ada", told: "copied the message", copies: true},
		{text: strings.Repeat("x", 64<<10), told: "copied the message", copies: true},
		{text: strings.Repeat("x", 64<<10+1), told: "nothing was copied: the message has 65537 bytes, and a clipboard takes 65536"},
		{told: "there is nothing to copy"},
	} {
		var told, copied string
		msgs := []tea.Msg{pane.Copy("the message", c.text)()}
		if all, ok := msgs[0].(tea.BatchMsg); ok {
			msgs = nil
			for _, cmd := range all {
				msgs = append(msgs, cmd())
			}
		}
		for _, msg := range msgs {
			if toast, ok := msg.(pane.Toast); ok {
				told = toast.Text + toast.Next
				continue
			}
			copied = reflect.ValueOf(msg).String() // the type is not exported
		}
		if told != c.told || (copied == c.text) != c.copies && c.text != "" {
			t.Errorf("of %d bytes %d were copied, told %q", len(c.text), len(copied), told)
		}
	}
}

func TestProgressSaysWhatItKnows(t *testing.T) {
	for want, p := range map[string]pane.Progress{
		"":                                  {},
		"3s":                                {Took: 3400e6},
		"1 row":                             {Done: pane.Done{Count: 1, Of: "row"}},
		"300 rows, 100 a second, 3s":        {Done: pane.Done{Count: 300, Of: "row"}, Took: 3e9},
		"300 rows, 100 a second, 9s left":   {Done: pane.Done{Count: 300, Of: "row", Share: 0.25}, Took: 3e9},
		"9s left":                           {Done: pane.Done{Share: 0.25}, Took: 3e9},
		"0s left":                           {Done: pane.Done{Share: 1}, Took: 3e9},
		"1000000 rows, 50000 a second, 20s": {Done: pane.Done{Count: 1e6, Of: "row"}, Took: 20e9},
	} {
		if got := p.String(); got != want {
			t.Errorf("%+v is %q, want %q", p, got, want)
		}
	}
}
