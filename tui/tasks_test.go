package tui_test

import (
	"strings"
	"testing"
	"time"
)

// goodMail is a mail to the second of the map with which the critique has no quarrel.
const goodMail = "=Your_article_on_deleting_a_portal enter =Hi_Mikko, enter enter " +
	"=Your_article_“Deleting_our_internal_portal”_is_why_I_write:_it_answers_a_question_that_I_hear_from_many_teams. enter enter " +
	"=I_know_you_are_not_looking._We_have_put_what_three_teams_do_into_a_two-page_brief,_no_strings_attached._Shall_I_send_it? enter enter " +
	"=Ada_Byron enter =Tidewater_Talent,_4_Quay_Row,_Dublin_2 enter =Reply_\"stop\"_and_I_will_not_write_again. enter " +
	"=I_found_you_through_your_public_profile;_what_we_keep_and_why:_https://tidewater.example/privacy"

// The ten tasks of the design, each from a fresh session over the sample, and how many
// keys each may take; typed prose, names and paths apart.
func TestTenTasks(t *testing.T) {
	for _, c := range []struct {
		task   string
		most   int
		before string // how one came here
		keys   string
		shows  []string
	}{
		{task: "open and see what is due", most: 0, shows: []string{"2 Queue · 38 open", "replies waiting 4", "touches due 11", "Touch 2 of 4 due"}},
		{task: "triage a reply: interested", most: 1, keys: "i", before: "2", shows: []string{"Ökrös Nóra: interested", "replies waiting 3", "▌Elena"}},
		{task: "triage a reply: no", most: 1, keys: "-", before: "2", shows: []string{"Ökrös Nóra: no", "replies waiting 3"}},
		{task: "triage a reply: later", most: 4, keys: "t 3 m enter", before: "2", shows: []string{"Ökrös Nóra: later, 2026-06-02", "replies waiting 3"}},
		{task: "why this score", most: 2, keys: "w", before: "j", shows: []string{"Why Mikko Nieminen-Ojala", "leadership change", "makes 58, warm"}},
		{task: "why this score, from the queue", most: 2, keys: "w", before: "2", shows: []string{"Why Ökrös Nóra", "makes 5, cool"}},
		{task: "find anyone", most: 5, keys: "f =kathe enter", shows: []string{"─ Käthe Hoffmann-Lehmann ─", "Open to work, seen yesterday"}},
		{task: "start a draft with the facts beside it", most: 1, keys: "c", before: "j", shows: []string{"3 To Mikko", "Deleting our internal portal", "saved as you type"}},
		{task: "start a draft from the queue", most: 1, keys: "c", before: "2", shows: []string{"3 To Ökrös Nóra", "warm path"}},
		{task: "log a signal", most: 4, keys: "s o enter", before: "j", shows: []string{"logged open to work of Mikko Nieminen-Ojala · u takes it back"}},
		{task: "log a signal from the queue", most: 4, keys: "s p enter", before: "2", shows: []string{"logged posts more of Ökrös Nóra"}},
		{task: "log a signal at her company", most: 4, keys: "s l enter", before: "j", shows: []string{"logged layoffs at Orrery Systems"}},
		{task: "queue: accept", most: 2, keys: "c", before: "2 j j j j", shows: []string{"3 To Márcio", "warm path", "saved as you type"}},
		{task: "queue: snooze", most: 2, keys: "d w", before: "2 j j j j", shows: []string{"snoozed Márcio Moraes Barros until 2026-03-09", "37 open", "▌Ngô Văn Đức"}},
		{task: "queue: skip", most: 2, keys: "x", before: "2 j j j j", shows: []string{"skipped Márcio Moraes Barros", "37 open", "▌Ngô Văn Đức"}},
		{task: "log as sent", most: 2, keys: "ctrl+x S", before: "j c " + goodMail, shows: []string{"logged e-mail to Mikko Nieminen-Ojala, touch 1"}},
		{task: "approve for the send window", most: 2, keys: "ctrl+x enter", before: "j c " + goodMail, shows: []string{"approved e-mail to Mikko Nieminen-Ojala for Tue 3 Mar 2026 08:00 EET"}},
		{task: "take the approval back", most: 1, keys: "u", before: "j c " + goodMail + " ctrl+x enter", shows: []string{"took back: approved"}},
		{task: "act on many", most: 3, keys: "x y", before: "space space space", shows: []string{"67 of 100", "took 3 people off"}},
		{task: "snooze many", most: 3, keys: "d w", before: "2 ] ] space space space", shows: []string{"snoozed 3 people until 2026-03-09", "8 of 35 open"}},
		{task: "a note on many", most: 3, keys: "n =met_them ctrl+s", before: "space space space", shows: []string{"noted on 3 people"}},
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
				b.address("Mikko Nieminen-Ojala")       // to whom one writes
				b.clock.Advance(250 * time.Millisecond) // the queue rests after a change
				b.press(c.before)
				b.press(c.keys)
				b.Contains(c.shows...)
			})
		})
	}
}
