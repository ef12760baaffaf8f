package widget

import (
	"slices"

	tea "charm.land/bubbletea/v2"
)

// Key is something that keys do where text is typed, for help. Rows is so for
// what only a text of several rows has.
type Key struct {
	ID, Short, Long string
	Keys            []string // as tea.KeyPressMsg.String spells them
	Rows            bool
}

// command is a key of an [Editor] with what it does. It reports whether that
// changed the text.
type command struct {
	Key
	run func(*Editor) bool
}

// commands are the keys that are no text: those of the shell's line editor, and
// the usual ones beside them. Rows are what stands on the screen, lines are what
// was entered. Some are there a second time as terminals with the kitty protocol
// send them.
var commands = []command{
	{Key{"edit.left", "left", "Go one character to the left.", []string{"left", "ctrl+b"}, false}, moving((*Editor).left)},
	{Key{"edit.right", "right", "Go one character to the right.", []string{"right", "ctrl+f"}, false}, moving((*Editor).right)},
	{Key{"edit.word-left", "word left", "Go to the beginning of the word.", []string{"alt+b", "alt+left", "ctrl+left"}, false}, moving((*Editor).wordLeft)},
	{Key{"edit.word-right", "word right", "Go to the end of the word.", []string{"alt+f", "alt+right", "ctrl+right"}, false}, moving((*Editor).wordRight)},
	{Key{"edit.home", "start of line", "Go to the beginning of the row.", []string{"ctrl+a", "home"}, false}, moving((*Editor).home)},
	{Key{"edit.end", "end of line", "Go to the end of the row.", []string{"ctrl+e", "end"}, false}, moving((*Editor).endOfRow)},

	{Key{"edit.backspace", "delete", "Delete the character before the cursor.", []string{"backspace", "ctrl+h", "shift+backspace"}, false}, (*Editor).backspace},
	{Key{"edit.delete", "delete right", "Delete the character at the cursor.", []string{"delete", "ctrl+d"}, false}, (*Editor).deleteRight},
	{Key{"edit.delete-word", "delete word", "Delete to the beginning of the word.", []string{"ctrl+w", "alt+backspace", "ctrl+backspace"}, false}, (*Editor).deleteWordLeft},
	{Key{"edit.delete-word-right", "delete word right", "Delete to the end of the word.", []string{"alt+d", "alt+delete", "ctrl+delete"}, false}, (*Editor).deleteWordRight},
	{Key{"edit.delete-to-start", "delete to start", "Delete to the beginning of the line.", []string{"ctrl+u"}, false}, (*Editor).deleteToStart},
	{Key{"edit.delete-to-end", "delete to end", "Delete to the end of the line.", []string{"ctrl+k"}, false}, (*Editor).deleteToEnd},

	{Key{"edit.undo", "undo", "Take back what was typed last, step by step.", []string{"ctrl+z"}, false}, (*Editor).undo},
	{Key{"edit.redo", "redo", "Bring back what was taken back last.", []string{"ctrl+y", "ctrl+shift+z"}, false}, (*Editor).redo},

	{Key{"edit.newline", "new line", "Begin a new line.", []string{"enter", "shift+enter", "ctrl+j"}, true}, (*Editor).enter},
	{Key{"edit.up", "up", "Go one row up.", []string{"up"}, true}, func(e *Editor) bool { return e.down(-1) }},
	{Key{"edit.down", "down", "Go one row down.", []string{"down"}, true}, func(e *Editor) bool { return e.down(1) }},
	{Key{"edit.page-up", "page up", "Go as many rows up as are in view.", []string{"pgup"}, true}, func(e *Editor) bool { return e.down(-e.page()) }},
	{Key{"edit.page-down", "page down", "Go as many rows down as are in view.", []string{"pgdown"}, true}, func(e *Editor) bool { return e.down(e.page()) }},
	{Key{"edit.first", "first row", "Go to the beginning of the text.", []string{"ctrl+home", "alt+<", "alt+shift+,"}, true}, moving((*Editor).start)},
	{Key{"edit.last", "last row", "Go to the end of the text.", []string{"ctrl+end", "alt+>", "alt+shift+."}, true}, moving((*Editor).end)},
}

// Keys are the keys of everything that is typed, for help.
func Keys() []Key {
	all := make([]Key, len(commands))
	for i := range commands {
		all[i] = commands[i].Key
	}
	return all
}

// commandOf finds what a key does; nil for nothing.
func commandOf(key string) *command {
	for i := range commands {
		if slices.Contains(commands[i].Keys, key) {
			return &commands[i]
		}
	}
	return nil
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

// Takes reports whether a key that is no text is one of the editor's.
func (e *Editor) Takes(key string) bool { return commandOf(key) != nil }

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
	c := commandOf(key.String())
	if c == nil {
		return false, false
	}
	return c.run(e), true
}
