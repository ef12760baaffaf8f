package tui_test

import (
	"fmt"
	"strings"
	"testing"

	"talentmap/tui"
	"talentmap/tui/tuitest"
)

// press presses keys between spaces; what begins with = is typed letter by
// letter, with a blank for each underscore; @ and the ID of an action stands for
// the key that it is rebound to.
func (b *bench) press(keys string) {
	b.t.Helper()
	for _, k := range strings.Fields(keys) {
		if id, ok := strings.CutPrefix(k, "@"); ok && id != "" {
			k = b.key(id)
		}
		if text, ok := strings.CutPrefix(k, "="); ok && text != "" {
			b.Type(strings.ReplaceAll(text, "_", " "))
			continue
		}
		b.Keys(k)
	}
}

// key is the first key of an action: the one that it is rebound to, else its own.
func (b *bench) key(id string) string {
	b.t.Helper()
	if keys := b.config.Settings.Keys[id]; len(keys) > 0 {
		return keys[0]
	}
	for _, c := range tui.Contexts() {
		for _, a := range c.Actions {
			if a.ID == id {
				return a.Keys[0]
			}
		}
	}
	b.t.Fatalf("there is no action %s", id)
	return ""
}

// The frames that a recruiter sees, as text that a reviewer can read.
func TestFrames(t *testing.T) {
	const hot = "f =käthe_hoff enter " // someone open to work
	for _, c := range []struct {
		name  string
		keys  string
		sizes string
		setup setup
	}{
		{name: "welcome", sizes: "80x24 120x40 200x50", setup: setup{empty: true}},
		{name: "home", sizes: "120x40 200x50"},
		{name: "map", sizes: "80x24"},
		{name: "queue", keys: "2", sizes: "80x24"},
		{name: "composer", keys: "3", sizes: "80x24"},
		{name: "map_marked", keys: "space j space", sizes: "80x24"},
		{name: "map_narrowed", keys: "/ =staff_quil", sizes: "80x24"},
		{name: "map_picture", keys: "j p", sizes: "80x24 120x40"},
		{name: "map_companies", keys: "j p p", sizes: "80x24 200x50"},
		{name: "map_company", keys: "j p p enter j", sizes: "80x24"},
		{name: "map_tiers", keys: "space j space t a space t b G b B o t g", sizes: "80x24"},
		{name: "map_order", keys: "o f o", sizes: "80x24"},
		{name: "map_compare", keys: "j space j j = ", sizes: "80x24 120x40"},
		{name: "maps", keys: "m", sizes: "80x24"},
		{name: "person", keys: hot, sizes: "80x24 120x40 200x50"},
		{name: "person_plain", keys: hot + "tab", sizes: "80x24", setup: setup{plain: true, ascii: true}},
		{name: "why", keys: hot + "w", sizes: "80x24 120x40 200x50"},
		{name: "help", keys: "?", sizes: "80x24 120x40 200x50"},
		{name: "palette", keys: ":", sizes: "80x24 120x40 200x50"},
		{name: "find", keys: "f =hoff", sizes: "80x24 120x40 200x50"},
		{name: "find_fields", keys: "f", sizes: "80x24 120x40 60x15"},
		{name: "find_complete", keys: "f =staff_l", sizes: "80x24 120x40"},
		{name: "map_narrowing", keys: "/ =staff_s", sizes: "80x24 120x40"},
		{name: "new_map", keys: "M =Platform", sizes: "80x24 120x40 200x50"},
		{name: "import", keys: "I =testdata/peo tab enter", sizes: "80x24 120x40 200x50"},
		{name: "history", keys: "x y j x y 2 c =Hi esc u u ctrl+r H j", sizes: "80x24 120x40"},
		{name: "history_undo", keys: "x y H u", sizes: "80x24"},
		{name: "history_records", keys: "H enter", sizes: "80x24"},
		{name: "remove", keys: "x", sizes: "80x24 120x40 200x50"},
		{name: "typing", keys: "j c =your_talk_on_ledgers enter =Hi_Mikko, enter enter =I_read_your_talk.", sizes: "80x24 120x40 200x50"},
		{name: "roles", keys: "R", sizes: "120x40"},
		{name: "shortlist", keys: "R enter j j * g", sizes: "80x24 120x40"},
		{name: "company", keys: "C / =vantoro enter", sizes: "80x24 120x40"},
		{name: "templates", keys: "j c alt+t", sizes: "80x24 120x40"},
		{name: "before_it_leaves", keys: "j c =your_talk_on_ledgers enter =Hi_Mikko, enter enter =Please_send_your_résumé. ctrl+x ]", sizes: "80x24 120x40"},
		{name: "stacked", sizes: "100x30"},
		{name: "small", sizes: "59x14"},
		{name: "aloud", sizes: "80x24 120x40", setup: setup{aloud: true}},
		{name: "aloud_queue", keys: "2 j", sizes: "80x24", setup: setup{aloud: true}},
		{name: "aloud_composer", keys: "2 c", sizes: "120x40", setup: setup{aloud: true}},
		{name: "aloud_person", keys: hot, sizes: "80x24", setup: setup{aloud: true}},
		{name: "aloud_question", keys: "x", sizes: "80x24", setup: setup{aloud: true}},
		{name: "aloud_help", keys: "? =rank", sizes: "80x24", setup: setup{aloud: true}},
		{name: "plain", sizes: "80x24 120x40", setup: setup{plain: true, ascii: true}},
	} {
		for size := range strings.FieldsSeq(c.sizes) {
			t.Run(c.name+"_"+size, func(t *testing.T) {
				s := c.setup
				if _, err := fmt.Sscanf(size, "%dx%d", &s.w, &s.h); err != nil {
					t.Fatal(err)
				}
				at(t, s, func(b *bench) {
					b.press(c.keys)
					tuitest.Golden(b.t, b.Session, c.name+"_"+size)
				})
			})
		}
	}
}
