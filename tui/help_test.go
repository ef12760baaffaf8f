package tui_test

import (
	"slices"
	"strings"
	"testing"

	"talentmap/tui"
	"talentmap/tui/action"
	"talentmap/tui/tuitest"
)

// prefixes are how the IDs of each place begin; those of everywhere have none,
// or that of moving between places.
var prefixes = map[string]string{
	"Everywhere": "", "Talent map": "talent.", "Queue": "queue.", "Composer": "composer.", "Person": "person.", "History": "history.", "Review": "review.", "Imports": "imports.", "Companies": "companies.", "Import": "importer.", "Export": "exporter.", "Columns of a file": "columns.",
	"Lists that narrow while you type": "picker.", "Lists from which several are chosen": "picker.", "Find anyone": "find.", "Saved filters": "filter.", "Forms": "form.", "Two versions": "conflict.", "Questions": "confirm.", "Choices by a key": "menu.", "Ledger": "ledger.", "Before it leaves": "sending.", "Roles": "roles.", "Shortlist": "shortlist.", "Choices that show their text": "chooser.", "A signal": "signal.", "A reply": "reply.", "Snooze": "snooze.", "New person": "new.", "Templates for somebody": "template.", "Talent maps": "maps.", "Order of the map": "order.", "Order of its companies": "firms.", "Order of the companies": "companies-order.", "Order of the queue": "queue-order.", "Order of a shortlist": "shortlist-order.", "Order of who works at a company": "company-order.", "Order of who came and went": "moves-order.", "Tier": "tier.", "Outbox": "outbox.", "Templates and shelf": "stock.", "Company": "company.", "Texts": "reader.", "Messages": "messages.", "What is typed: these come before all other keys": "edit.",
}

// keyless are the actions that are found in the palette alone.
const keyless = "reload sender mouse tour talent.rank-tiers talent.list talent.picture talent.companies talent.duplicate talent.delete"

func TestTheActionTable(t *testing.T) {
	for _, c := range tui.Contexts() {
		for _, problem := range action.Clashes(c) {
			t.Error(problem)
		}
		prefix, known := prefixes[c.Name]
		if !known {
			t.Errorf("%s: a new place: say above how its IDs begin", c.Name)
		}
		for _, a := range c.Actions {
			if a.Short == "" || a.Group == "" || len(a.Keys) == 0 && !slices.Contains(strings.Fields(keyless), a.ID) || a.Run == nil {
				t.Errorf("%s: %s lacks a word, a heading, a key or what it does", c.Name, a.ID)
			}
			if !strings.HasSuffix(a.Long, ".") {
				t.Errorf("%s: the help of %s is no sentence: %q", c.Name, a.ID, a.Long)
			}
			if !strings.HasPrefix(a.ID, prefix) || a.ID == prefix {
				t.Errorf("%s: %s should begin with %s", c.Name, a.ID, prefix)
			}
			if prefix == "" && slices.ContainsFunc(places(), func(p string) bool { return strings.HasPrefix(a.ID, p) }) {
				t.Errorf("%s: %s has the name of one place", c.Name, a.ID)
			}
			if a.Danger != (a.Ask != nil) {
				t.Errorf("%s: %s must ask when it is dangerous, and only then", c.Name, a.ID)
			}
			for _, k := range a.Keys {
				if _, err := tuitest.Key(k); err != nil {
					t.Errorf("%s: %s: %v", c.Name, a.ID, err)
				}
			}
		}
	}
}

func places() []string {
	var out []string
	for _, p := range prefixes {
		if p != "" {
			out = append(out, p)
		}
	}
	return out
}

// What has one word in the footer has one key, wherever one is.
func TestTheSameWordIsTheSameKey(t *testing.T) {
	keys := map[string]string{}
	for _, c := range tui.Contexts() {
		for _, a := range c.Actions {
			if a.Group == "move" || a.Short == "back" { // esc everywhere, and left on a page
				continue
			}
			if other, seen := keys[a.Short]; seen && !slices.Contains(a.Keys, other) && a.Group == "person" {
				t.Errorf("%s: %q is on %v, elsewhere on %s", c.Name, a.Short, a.Keys, other)
			}
			if a.Group == "person" {
				keys[a.Short] = a.Keys[0]
			}
		}
	}
	for word, want := range map[string]string{"write": "c", "why": "w", "open": "enter"} {
		if keys[word] != want {
			t.Errorf("%q is on %q, want %q", word, keys[word], want)
		}
	}
}

func TestHelpNarrowsAndRuns(t *testing.T) {
	at(t, setup{}, func(b *bench) {
		was := b.ranked()
		b.press("?")
		b.Contains("Keys · Platform & data", "rank down", "take off")
		b.press("=rank_down")
		b.Contains("rank down")
		b.Lacks("take off")
		b.press("enter")
		b.mustRank(slices.Concat(was[1:2], was[:1], was[2:]))
		b.Lacks("Keys ·")
	})
}

// A key is found by its name, typed or shortened, and by being pressed where it is
// no text; what has it stands first.
func TestHelpFindsByKey(t *testing.T) {
	for keys, want := range map[string]string{
		"? =ctrl+r":          "▌session  ctrl+r  redo",
		"? =^r":              "▌session  ctrl+r  redo",
		"? ctrl+r":           "▌session  ctrl+r  redo",
		"? =an ctrl+r":       "▌session  ctrl+r  redo",
		"? =u":               "▌session  u",
		"? =I":               "▌people   I ",
		"? =space":           "▌list  space  mark",
		"? =pgdown":          "▌move  ctrl+d pgdown  half page down",
		"? =shift+":          "▌list  shift+down  mark down",
		"? shift+tab":        "▌go  shift+tab  pane before",
		": =ctrl+p":          "▌session  : ctrl+p",
		"3 ? =done ctrl+s":   "▌typing  ctrl+s  save",
		"? =xyzzy":           "Nothing matches",
		"? =rank =_one =_up": "▌rank  K alt+up  rank up",
	} {
		at(t, setup{}, func(b *bench) {
			b.press(keys)
			b.Contains(want)
		})
	}
}

// The help is there over what lies over a place, and while a text is typed.
func TestHelpIsOfWhatLiesAbove(t *testing.T) {
	at(t, setup{}, func(b *bench) {
		was := b.ranked()
		b.press("x ?")
		b.Contains("Keys · Sure?", "Yes, do it.", "No, leave everything as it is.")
		b.Lacks("rank down")
		b.press("=no enter")
		b.Lacks("Keys ·", "Sure?")
		b.mustRank(was)
		b.press("c =Hi f1")
		b.Contains("Keys · To Bruno Marini", "done typing")
		b.press("=delete_to")
		b.Contains("ctrl+u", "Delete to the beginning of the line.")
		b.press("esc =!")
		b.Lacks("Keys ·")
		b.Contains("subject Hi!")
		b.press("esc f f1")
		b.Contains("Keys · Find anyone", "save filter")
		b.press("f1 esc")
		b.Lacks("Find anyone")
	})
}

func TestThePaletteBeginsWithWhatRanLast(t *testing.T) {
	at(t, setup{}, func(b *bench) {
		b.press(":")
		b.Contains("▌go ")
		b.Lacks("recent")
		b.press("=zoom enter : =saved_filters enter esc :")
		b.Contains("▌recent   F ")
		if frame := b.Frame(); strings.Index(frame, "zoom") > strings.Index(frame, "next pane") {
			t.Errorf("zoom is not among the recent ones:\n%s", frame)
		}
		b.press("=zoom enter")
		b.Contains("╭─ 2 Queue")
		b.press(": enter") // the last one, again
		b.Lacks("2 Queue")
		b.press("3 :")
		b.Contains("▌recent   z ")
	})
}

func TestHelpIsOfThePlace(t *testing.T) {
	at(t, setup{}, func(b *bench) {
		b.press("3 ?")
		b.Contains("before it leaves", "done typing")
		b.Lacks("rank down")
		b.press("esc enter")
		b.Lacks("Keys ·")
	})
}

func TestThePaletteFindsByWords(t *testing.T) {
	at(t, setup{}, func(b *bench) {
		b.press(": =start_map enter") // both words are in the sentence of "new map"
		b.Contains("New talent map", "Geography")
		b.press("esc ctrl+p =sample")
		b.Contains("the sample is loaded already")
		b.press("enter")
		b.Contains("load sample: the sample is loaded already")
		b.press(": =xyzzy enter")
		b.Contains("Nothing matches")
	})
}

func TestADangerousCommandAsksAlsoFromTheList(t *testing.T) {
	at(t, setup{}, func(b *bench) {
		was := b.ranked()
		b.press("? =take_off enter")
		b.Contains("Take " + b.name(was[0]) + " off")
		b.press("n")
		b.mustRank(was)
	})
}

func TestAnUnknownKeySaysSo(t *testing.T) {
	at(t, setup{}, func(b *bench) {
		b.press("ctrl+y")
		b.Contains("^y does nothing here · ? lists the keys")
	})
}

func TestThemesKeepEveryCell(t *testing.T) {
	at(t, setup{}, func(b *bench) {
		dark, seen := strings.Split(b.Frame(), "\n"), map[string]bool{}
		for range 4 {
			b.press("T")
			rows := strings.Split(b.Frame(), "\n")
			if !slices.Equal(rows[1:3], dark[1:3]) && !strings.HasPrefix(rows[0], "┏") {
				t.Errorf("the theme moved the text:\n%s", b.Frame())
			}
			seen[rows[39]] = true
		}
		if len(seen) != 4 {
			t.Errorf("the four looks tell %d names: %v", len(seen), seen)
		}
	})
}

// With no more than ASCII, nothing but ASCII is drawn, wherever one goes.
func TestASCIIEverywhere(t *testing.T) {
	at(t, setup{plain: true, ascii: true}, func(b *bench) {
		b.press("x")
		for _, keys := range []string{"esc", "2", "3", "1 enter", "w", "esc esc", "?", "esc :", "esc f =an", "esc M", "esc I", "esc c =x", "esc 1 / =zzzz", "esc space"} {
			b.press(keys)
			frame := b.Frame()
			if i := strings.IndexFunc(frame, func(r rune) bool { return r > '~' }); i >= 0 {
				t.Errorf("after %q the frame holds %q", keys, frame[i:i+4])
			}
		}
	})
}
