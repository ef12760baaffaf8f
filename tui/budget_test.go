package tui_test

import (
	"strings"
	"testing"
)

// The tasks of the design and how many keys each may take; typed letters,
// words and paths apart.
func TestKeyBudget(t *testing.T) {
	for _, c := range []struct {
		task   string
		most   int
		before string // how one came here
		keys   string
		shows  []string
	}{
		{task: "open and see what is due", most: 0, shows: []string{"2 Queue · 38 open", "Reply waiting", "Touch 2 of 4 due"}},
		{task: "why this score", most: 2, keys: "w", before: "j", shows: []string{"Why Mikko Nieminen-Ojala", "leadership change", "makes 58, warm"}},
		{task: "why this score, from the queue", most: 2, keys: "w", before: "2", shows: []string{"Why Ökrös Nóra", "makes 5, cool"}},
		{task: "find anyone", most: 5, keys: "f =kathe enter", shows: []string{"─ Käthe Hoffmann-Lehmann ─", "Open to work, seen yesterday"}},
		{task: "start a draft with the facts beside it", most: 1, keys: "c", before: "j", shows: []string{"3 To Mikko", "Deleting our internal portal", "saved as you type"}},
		{task: "start a draft from the queue", most: 1, keys: "c", before: "2", shows: []string{"3 To Ökrös Nóra", "warm path"}},
		{task: "log as sent", most: 2, keys: "esc S", before: "j c =two_pages enter =Hi_Mikko", shows: []string{"logged e-mail to Mikko Nieminen-Ojala, touch 1"}},
		{task: "act on many", most: 3, keys: "x y", before: "space space space", shows: []string{"67 of 100", "took 3 people off"}},
		{task: "import with preview and undo", most: 4, keys: "I =testdata/people.csv enter y u", shows: []string{"took back: imported people.csv"}},
		{task: "rank", most: 1, keys: "J", shows: []string{"ranked Bruno Marini 2 on"}},
	} {
		t.Run(c.task, func(t *testing.T) {
			presses := 0
			for k := range strings.FieldsSeq(c.keys) {
				if !strings.HasPrefix(k, "=") {
					presses++
				}
			}
			if presses > c.most {
				t.Errorf("%d keys, the budget is %d", presses, c.most)
			}
			at(t, setup{w: 160, h: 50}, func(b *bench) {
				b.press(c.before)
				b.press(c.keys)
				b.Contains(c.shows...)
			})
		})
	}
}
