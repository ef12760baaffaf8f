package tui_test

import (
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"

	"talentmap/model"
	"talentmap/tui"
)

// elsewhere gives every action a key of its own, far from the one that it has: the
// function keys with all that can be held beside them.
func elsewhere() map[string][]string {
	var keys []string
	for held := 1; held < 1<<6; held++ {
		name := ""
		for i, key := range [...]string{"ctrl+", "alt+", "shift+", "meta+", "hyper+", "super+"} {
			if held&(1<<i) != 0 {
				name += key
			}
		}
		for n := range 20 {
			keys = append(keys, fmt.Sprintf("%sf%d", name, n+1))
		}
	}
	slices.SortStableFunc(keys, func(a, b string) int { return len(a) - len(b) }) // there is room for short ones
	out := map[string][]string{}
	for _, c := range tui.Contexts() {
		if c.Fixed {
			continue
		}
		for _, a := range c.Actions {
			if out[a.ID] == nil {
				out[a.ID] = keys[len(out) : len(out)+1 : len(keys)] // with too few of them it fails
			}
		}
	}
	return out
}

// footerLetter is a key of one letter in the footer.
var footerLetter = regexp.MustCompile(`(?:^| )[A-Zb-z?:/\[\]] \w`)

// With every action on another key nothing on any screen names the key it had.
func TestRebindingEverythingLeavesNoKeyBehind(t *testing.T) {
	keys := elsewhere()
	const her = "@find =käthe_hoff @picker.choose "
	for _, c := range []struct {
		name, keys string
		setup      setup
		first      func(b *bench)
		shows      string // that one is where one meant to be
	}{
		{name: "welcome", setup: setup{empty: true}, shows: "start a map"},
		{name: "too small", setup: setup{w: 40, h: 10}, shows: "is too small"},
		{name: "home", shows: "begins"},
		{name: "queue", keys: "@go.queue", shows: "begins"},
		{name: "composer", keys: "@go.composer @composer.edit", shows: "saved as you type"},
		{name: "composer empty", keys: "@go.composer", setup: setup{empty: true}, shows: "Nobody is selected"},
		{name: "narrowed", keys: "@talent.filter =zzzz", shows: "Nobody matches"},
		{name: "narrowed, not typed", keys: "@talent.filter =an enter @talent.down-rank", shows: "the list is narrowed"},
		{name: "an empty map", keys: "@talent.new =Payments @form.next @form.next @form.next @form.next @form.next", setup: setup{empty: true}, shows: "is empty"},
		{name: "nothing there", keys: "@talent.why", setup: setup{empty: true}, shows: "there is no map yet"},
		{name: "unknown key", keys: "é", shows: "é does nothing here"},
		{name: "unknown key in a question", keys: "@talent.remove é", shows: "é does nothing here"},
		{name: "question", keys: "@talent.remove", shows: "Sure?"},
		{name: "taken off", keys: "@talent.remove @confirm.yes", shows: "took Bruno"},
		{name: "taken back", keys: "@talent.remove @confirm.yes @undo", shows: "took back"},
		{name: "again", keys: "@talent.remove @confirm.yes @undo @redo", shows: "again: took"},
		{name: "help", keys: "@help", shows: "Keys ·"},
		{name: "help of the composer", keys: "@go.composer @help", shows: "Keys ·"},
		{name: "palette", keys: "@palette", shows: "Commands"},
		{name: "palette without anyone", keys: "@palette =nobody", setup: setup{empty: true}, shows: "Commands"},
		{name: "no messages", keys: "@messages", shows: "Nothing has been told"},
		{name: "messages", keys: "@talent.remove @confirm.yes @undo @messages", shows: "Messages · 2"},
		{name: "find", keys: "@find =hoff", shows: "Find anyone"},
		{name: "find, misunderstood", keys: "@find =level>x", shows: "Find anyone"},
		{name: "save a filter", keys: "@find =hoff @find.save", shows: "Save hoff"},
		{name: "save over a filter", keys: "@find =hoff @find.save =x @form.next @find.save =x @form.next", shows: "Put this in its place?"},
		{name: "filters", keys: "@filters", shows: "Saved filters"},
		{name: "no map to switch", keys: "@talent.switch", shows: "Talent maps"},
		{name: "add people", keys: "@talent.add =an", shows: "Add to"},
		{name: "mark people", keys: "@talent.add =an @picker.down @picker.mark", shows: "Add to"},
		{name: "complete", keys: "@find =comp", shows: "company"},
		{name: "complete the filter", keys: "@talent.filter =comp", shows: "company"},
		{name: "person", keys: her, shows: "outreach:"},
		{name: "person, to the end", keys: her + "@person.last", shows: "Journal"},
		{name: "why", keys: "@talent.why", shows: "Why "},
		{name: "dossier", keys: her + "@person.dossier", shows: "Dossier of"},
		{name: "edit", keys: her + "@person.edit", shows: "Edit "},
		{name: "drop an edit", keys: her + "@person.edit =x @form.cancel", shows: "Drop what"},
		{name: "erase", keys: her + "@person.erase @confirm.yes =no @form.next", shows: "nothing was erased"},
		{name: "history", keys: "@history", shows: "History ·"},
		{name: "history, undo", keys: "@talent.remove @confirm.yes @history @history.undo", shows: "Take back your change"},
		{name: "history of an undo", keys: "@talent.remove @confirm.yes @undo @history @history.undo", shows: "this is an undo"},
		{name: "history, nothing", keys: "@history @history.undo", setup: setup{empty: true}, shows: "nothing has been changed yet"},
		{name: "imports", keys: "@imports", shows: "Imports ·"},
		{name: "no imports", keys: "@imports", setup: setup{empty: true}, shows: "imports a file"},
		{name: "import taken back", keys: "@imports @imports.undo @confirm.yes @imports.undo", shows: "it was taken back before"},
		{name: "import", keys: "@import", shows: "path"},
		{name: "import nothing", keys: "@import @importer.read", shows: "type the path"},
		{name: "import, preview", keys: "@import =testdata/people.csv @importer.read", shows: "imports it"},
		{name: "import, no map", keys: "@import =testdata/people.csv @importer.read @importer.onto", setup: setup{empty: true}, shows: "no talent map yet"},
		{name: "import, a map", keys: "@import =testdata/people.csv @importer.read @importer.onto", shows: "Put new people onto"},
		{name: "imported", keys: "@import =testdata/people.csv @importer.read @importer.yes", shows: "imported 4 new"},
		{name: "columns", keys: "@import =testdata/liste.csv @importer.read", shows: "What are these 3 columns?"},
		{name: "columns said", keys: "@import =testdata/liste.csv @importer.read @columns.choose =name @picker.choose", shows: "That will do"},
		{name: "columns again", keys: "@import =testdata/liste.csv @importer.read @columns.choose =name @picker.choose @columns.done @importer.columns", shows: "Change what is wrong"},
		{name: "review", keys: "@review", shows: "Review", first: func(b *bench) { hold(b) }},
		{name: "review decided", keys: "@review @review.mark @review.mark @review.apart", shows: "2 people are new", first: func(b *bench) { hold(b) }},
		{name: "no review", keys: "@review", shows: "No row waits"},
		{name: "companies", keys: "@companies @companies.join", shows: "goes to the pairs"},
		{name: "no companies", keys: "@companies @companies.turn", setup: setup{empty: true}, shows: "No two companies"},
		{name: "sample", keys: "@sample", setup: setup{empty: true}, shows: "loaded 120"},
		{name: "sample twice", keys: "@sample", shows: "the sample is loaded already"},
		{name: "new map", keys: "@talent.new", shows: "New talent map"},
		{name: "what keeps it here", keys: "@talent.write =x @composer.field =y @composer.review @sending.sent", shows: "says why it goes out all the same"},
		{name: "log as sent", keys: "@talent.write =x @composer.field =y @composer.review @sending.override =because @form.next @sending.sent", shows: "logged e-mail"},
		{name: "findings", keys: "@talent.write =x @composer.field =y @composer.done @composer.next-finding", shows: "findings"},
		{name: "facts", keys: "@talent.write =x @composer.field @composer.facts", shows: "Facts of"},
		{name: "discard", keys: "@talent.write =x @composer.done @composer.discard", shows: "Throw away the draft"},
		{name: "discarded", keys: "@talent.write =x @composer.done @composer.discard @confirm.yes", shows: "threw away"},
	} {
		t.Run(c.name, func(t *testing.T) {
			c.setup.keys = keys
			at(t, c.setup, func(b *bench) {
				if c.first != nil {
					c.first(b)
				}
				b.press(c.keys)
				b.Contains(c.shows)
				b.namesNoKeyOfBefore()
			})
		})
	}
	t.Run("paste", func(t *testing.T) {
		at(t, setup{keys: keys}, func(b *bench) {
			b.Paste("x")
			b.Contains("a paste goes into a text")
			b.namesNoKeyOfBefore()
		})
	})
	t.Run("conflict", func(t *testing.T) {
		at(t, setup{keys: keys}, func(b *bench) {
			b.press(her + "@person.edit")
			b.fill("location", " (Ada)")
			b.change("moved her", func(p *model.Person) { p.Location += " (Grace)" })
			b.press("@form.done")
			b.Contains("both changed it")
			b.namesNoKeyOfBefore()
		})
	})
}

// namesNoKeyOfBefore looks for keys on the screen that nobody bound.
func (b *bench) namesNoKeyOfBefore() {
	b.t.Helper()
	bound := slices.Concat(slices.Collect(maps.Values(b.config.Settings.Keys))...)
	slices.SortFunc(bound, func(a, b string) int { return len(b) - len(a) }) // none is part of one before
	frame := strings.ReplaceAll(b.Frame(), "W adds-something", "")           // a warning, by its rule
	for _, k := range bound {
		frame = strings.ReplaceAll(frame, k, "§")
		for i := strings.LastIndexByte(k, '+') + 1; i > 0 && i < len(k); i++ { // one that is cut at the end of a line
			frame = strings.ReplaceAll(frame, k[:i]+"…", "§")
		}
	}
	lines := strings.Split(frame, "\n")
	for i, line := range lines {
		for _, re := range []*regexp.Regexp{aKey, aLetter} {
			if m := re.FindString(line); m != "" {
				b.t.Errorf("%q is still named:\n%s", strings.TrimSpace(m), line)
			}
		}
		if i == len(lines)-1 && footerLetter.MatchString(line) {
			b.t.Errorf("the footer still names a letter:\n%s", line)
		}
	}
}
