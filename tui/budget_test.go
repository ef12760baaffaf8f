package tui_test

import (
	"strings"
	"testing"
)

// goodMail is a mail to the second of the map with which the critique has no quarrel.
const goodMail = "=Your_article_on_deleting_a_portal enter =Hi_Mikko, enter enter " +
	"=Your_article_“Deleting_our_internal_portal”_is_why_I_write:_it_answers_a_question_that_I_hear_from_many_teams. enter enter " +
	"=I_know_you_are_not_looking._We_have_put_what_three_teams_do_into_a_two-page_brief,_no_strings_attached._Shall_I_send_it? enter enter " +
	"=Ada_Byron enter =Tidewater_Talent,_4_Quay_Row,_Dublin_2 enter =Reply_\"stop\"_and_I_will_not_write_again. enter " +
	"=I_found_you_through_your_public_profile;_what_we_keep_and_why:_https://tidewater.example/privacy"

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
		{task: "log as sent", most: 2, keys: "ctrl+x S", before: "j c " + goodMail, shows: []string{"logged e-mail to Mikko Nieminen-Ojala, touch 1"}},
		{task: "approve for the send window", most: 2, keys: "ctrl+x enter", before: "j c " + goodMail, shows: []string{"approved e-mail to Mikko Nieminen-Ojala for Tue 3 Mar 2026 08:00 EET"}},
		{task: "take the approval back", most: 1, keys: "u", before: "j c " + goodMail + " ctrl+x enter", shows: []string{"took back: approved"}},
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
