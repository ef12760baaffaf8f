package widget

import tea "charm.land/bubbletea/v2"

// editorKeys are the keys of an [Editor] that are no text, spelled as
// tea.KeyPressMsg.String does. A command reports whether it changed the text.
// Rows are what stands on the screen, lines are what was entered.
var editorKeys = map[string]func(*Editor) bool{
	"enter":       (*Editor).enter,
	"shift+enter": (*Editor).enter,
	"ctrl+j":      (*Editor).enter,

	"left":       moving((*Editor).left),
	"right":      moving((*Editor).right),
	"up":         func(e *Editor) bool { return e.down(-1) },
	"down":       func(e *Editor) bool { return e.down(1) },
	"pgup":       func(e *Editor) bool { return e.down(-e.page()) },
	"pgdown":     func(e *Editor) bool { return e.down(e.page()) },
	"home":       moving((*Editor).home),
	"ctrl+a":     moving((*Editor).home),
	"end":        moving((*Editor).endOfRow),
	"ctrl+e":     moving((*Editor).endOfRow),
	"alt+left":   moving((*Editor).wordLeft),
	"ctrl+left":  moving((*Editor).wordLeft),
	"alt+b":      moving((*Editor).wordLeft),
	"alt+right":  moving((*Editor).wordRight),
	"ctrl+right": moving((*Editor).wordRight),
	"alt+f":      moving((*Editor).wordRight),
	"ctrl+home":  moving((*Editor).start),
	"alt+<":      moving((*Editor).start),
	"ctrl+end":   moving((*Editor).end),
	"alt+>":      moving((*Editor).end),

	"backspace":     (*Editor).backspace,
	"delete":        (*Editor).deleteRight,
	"ctrl+d":        (*Editor).deleteRight,
	"ctrl+w":        (*Editor).deleteWordLeft,
	"alt+backspace": (*Editor).deleteWordLeft,
	"alt+d":         (*Editor).deleteWordRight,
	"ctrl+k":        (*Editor).deleteToEnd,   // of the line
	"ctrl+u":        (*Editor).deleteToStart, // of the line

	"ctrl+z":       (*Editor).undo,
	"ctrl+y":       (*Editor).redo,
	"ctrl+shift+z": (*Editor).redo,

	// As terminals with the kitty protocol send some of them.
	"shift+backspace": (*Editor).backspace,
	"alt+shift+,":     moving((*Editor).start),
	"alt+shift+.":     moving((*Editor).end),
}

// moving is the command that moves the cursor to a place.
func moving(to func(*Editor) place) func(*Editor) bool {
	return func(e *Editor) bool {
		e.move(to(e))
		return false
	}
}

// page is how many rows pgup and pgdown move: one row stays in view.
func (e *Editor) page() int { return max(e.screen.h-1, 1) }

func (e *Editor) start() place { return place{} }

// Update takes a key press or a paste. handled is false for what is none of
// the editor's keys, so that others may use it; changed reports whether the
// text is another one now, which it is not where it had no room left.
func (e *Editor) Update(msg tea.Msg) (changed, handled bool) {
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		changed, handled = e.press(msg)
	case tea.PasteMsg:
		changed, handled = e.replace(pasted, e.cursor, e.cursor, cleanTyped(msg.Content)), true
	}
	if handled {
		e.scroll()
	}
	return changed, handled
}

func (e *Editor) press(key tea.KeyPressMsg) (changed, handled bool) {
	if key.Text != "" {
		text := cleanTyped(key.Text)
		return e.replace(typed, e.cursor, e.cursor, text), text != ""
	}
	command, ok := editorKeys[key.String()]
	if !ok {
		return false, false
	}
	return command(e), true
}
