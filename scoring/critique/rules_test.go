package critique_test

import (
	"slices"
	"strings"
	"testing"

	"talentmap/model"
	"talentmap/scoring/critique"
)

// The rules are those of the field's table, with its severities and in its order but
// for what a family keeps together.
func TestRulesAreThoseOfTheField(t *testing.T) {
	want := map[string]string{
		"why-them": "E", "not-hiring-first": "E", "acknowledge": "W", "value": "W", "no-resume": "E", "no-job-description": "E", "no-availability": "E",
		"small-ask": "EW", "one-ask": "W", "no-disparagement": "E", "no-inference": "E", "no-urgency": "E", "no-guilt": "E", "no-filler": "W",
		"unfilled": "E", "length": "EW", "batch-smell": "W", "stale-fact": "W", "wrong-person": "E", "subject": "EW", "links": "W", "identity": "E",
		"privacy-notice": "E", "adds-something": "W", "referral-first": "W", "gate": "E", "research": "W",
	}
	for _, r := range critique.Rules() {
		got := ""
		for _, s := range r.Severities {
			got += s.String()
		}
		if got != want[r.ID] {
			t.Errorf("%s has the severities %q, want %q", r.ID, got, want[r.ID])
		}
		delete(want, r.ID)
		for _, text := range []string{r.Says, r.Why, r.Mend} {
			if !strings.HasSuffix(text, ".") && !strings.HasSuffix(text, "\".") {
				t.Errorf("%s: %q is no sentence", r.ID, text)
			}
		}
	}
	if len(want) > 0 {
		t.Errorf("there are no rules for %v", want)
	}
}

// What a rule gives as a bad example breaks it, and its good example does not. Of
// some the examples tell of a message and are none.
func TestExamples(t *testing.T) {
	tell := []string{"length", "batch-smell", "stale-fact", "referral-first", "research", "gate", "acknowledge", "value", "identity"}
	w := readWorld(t)
	for _, r := range critique.Rules() {
		if slices.Contains(tell, r.ID) {
			continue
		}
		about := critique.About{Person: w.people["mira"], Now: today}
		if r.ID == "adds-something" {
			about.Touches = []model.Touch{{At: today.AddDate(0, 0, -5), Body: "Hi Mira, may I send you our two-page brief on how payment teams split their platforms?"}}
		}
		breaks := func(text string) bool {
			d := critique.Draft{Channel: model.Email, Body: text}
			if r.ID == "subject" {
				d = critique.Draft{Channel: model.Email, Subject: text}
			}
			return slices.ContainsFunc(critique.Read(d, about, w).Findings, func(f critique.Finding) bool { return f.Rule == r.ID })
		}
		if !breaks(r.Bad) {
			t.Errorf("%s: %q breaks no rule", r.ID, r.Bad)
		}
		if breaks(r.Good) {
			t.Errorf("%s: %q breaks the rule", r.ID, r.Good)
		}
	}
}

// everybody is a world in which each word is said of everybody.
type everybody struct{ *world }

func (e everybody) Said(critique.Term) (people, of int) { return len(e.people), len(e.people) }

// What she has published is hers by its whole title, however common its words are; a
// part of it, or a title of one or two words, is not enough.
func TestATitleOfCommonWordsIsAboutHer(t *testing.T) {
	w := readWorld(t)
	said := everybody{w}
	mira := *w.people["mira"]
	mira.Background.Content = append(slices.Clone(mira.Background.Content),
		model.Content{Kind: "talk", Title: "Five screens to open an account"}, model.Content{Kind: "talk", Title: "The team"})
	for text, is := range map[string]bool{
		"Your talk “Five screens to open an account” is the reason for this note.":  true,
		"I have seen Five Screens to Open an Account twice now.":                    true,
		"Your talk about how to open an account is the reason for this note.":       false,
		"Your talk “Five screens to close an account” is the reason for this note.": false,
		"I would like to tell you about the team here.":                             false,
	} {
		found := critique.Read(critique.Draft{Channel: model.Email, Body: "Hi Mira,\n\n" + text}, critique.About{Person: &mira, Now: today}, said).Findings
		if got := !slices.ContainsFunc(found, func(f critique.Finding) bool { return f.Rule == "why-them" }); got != is {
			t.Errorf("%q is about her: %t, want %t", text, got, is)
		}
	}
}
