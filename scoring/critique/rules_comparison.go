package critique

import (
	"fmt"
	"math"

	"talentmap/model"
	"talentmap/scoring/critique/prose"
)

// comparisonRules compare a draft with what was sent before and with who else is
// known.
var comparisonRules = []Rule{
	{
		ID: "batch-smell", Severities: []Severity{Warning},
		Says: "Less than 80% of its rows of five words stand in a message that was sent to anyone else, names, signature and opt-out apart.",
		Why:  "People compare; and what fits everyone moves no one.",
		Mend: "Keep the frame, write the middle for this person.",
		Bad:  "The message of last Tuesday with another name.",
		Good: "A first line, an offer and a reason of its own.",

		needs: needsPerson | needsOthers, channels: written, stages: outreach, check: (*reading).batchSmell,
	},
	{
		ID: "adds-something", Severities: []Severity{Warning},
		Says: "A follow-up adds a fact or something of value: under 60% of its words stand in the message before.",
		Why:  "A reminder costs her a minute and brings nothing; a new page may be worth it.",
		Mend: "Bring something that the message before did not have.",
		Bad:  "Just checking whether you saw my note about the two-page brief.",
		Good: "One figure from the benchmark: teams with one rota per region had half as many night calls.",

		needs: needsPerson, channels: toHer, stages: followUp, check: (*reading).addsSomething,
	},
	{
		ID: "wrong-person", Severities: []Severity{Error},
		Says: "Names nobody else on the maps, and no employer of theirs as hers, unless it stands in this person's facts.",
		Why:  "It is the merge that went wrong; and whom you know is nobody else's business.",
		Mend: "Name this person and her employer, or nobody.",
		Bad:  "Hi Marta, your work at Globex Rail …",
		Good: "Hi Mira, your work at Borealis Pay …",

		needs: needsPerson | needsOthers, channels: anyChannel, stages: anyStage, check: (*reading).wrongPerson,
	},
}

// leastGrams is how many 5-grams a message has at least to be called a copy:
// "Thanks, Thursday it is" is said to many.
const leastGrams = 12

func (r *reading) batchSmell() {
	grams := gramsOf(r.body, r.about.Person)
	if len(grams) < leastGrams {
		return
	}
	enough := int(math.Ceil(r.limits.Batch * float64(len(grams))))
	near := r.against.Nearest(grams, enough, r.about.Person.ID)
	if near.Shared < enough || near.Person == 0 {
		return
	}
	first, end := r.body.saying()
	r.found(Warning, r.body, first, end, fmt.Sprintf("%d%% of it stands in what was sent to %s", 100*near.Shared/len(grams), near.Person))
}

// saying is the words of the message itself, from its first to its last.
func (v *view) saying() (first, end int) {
	first = len(v.Words)
	for i := range v.Words {
		if v.content(i) {
			first = min(first, i)
			end = i + 1
		}
	}
	return min(first, end), end
}

// contentWords are the stems of the words of a message that say something.
type contentWords map[Term]bool

func contentOf(v *view) contentWords {
	words := make(contentWords)
	v.eachContent(func(t Term) { words[t] = true })
	return words
}

// eachContent yields the terms of the message itself but for everyday words.
func (v *view) eachContent(yield func(Term)) {
	nagging := v.nagging()
	for i, s := range v.Sentences {
		if v.aside(i) {
			continue
		}
		eachTerm(v.Words[s.First:s.End], s.First, func(t Term, from, _ int) bool {
			if !v.hidden[from] && !isPlain(&v.Words[from], t) && !nagging[from] {
				yield(t)
			}
			return true
		})
	}
}

// nagging are the words of phrases that bring nothing.
func (v *view) nagging() []bool {
	words := make([]bool, len(v.Words))
	for _, list := range [...]prose.List{listGuilt, listUrgent, listFiller} {
		v.markAll(words, list, true)
	}
	return words
}

// leastNew is how many telling words a follow-up has at least that adds something.
const leastNew = 4

func (r *reading) addsSomething() {
	if r.before == nil {
		return
	}
	seen := make(map[Term]bool)
	again := 0
	r.body.eachContent(func(t Term) {
		if !seen[t] {
			seen[t] = true
			if r.before[t] {
				again++
			}
		}
	})
	first, end := r.body.saying()
	switch n := len(seen); {
	case n < leastNew:
		r.found(Warning, r.body, first, end, "brings no fact and nothing of value")
	case float64(again) >= r.limits.Repeats*float64(n):
		r.found(Warning, r.body, first, end, fmt.Sprintf("%d%% of what it says was in the message before", 100*again/n))
	}
}

// Grams appends the 5-grams of a message that was sent to somebody, for comparing
// drafts with it; none for one that is too short to be a copy. They are in the
// order of the text.
func Grams(into []Gram, body string, to *model.Person) []Gram {
	rd := Reader{names: make(map[string][]saying), owned: make(map[string]bool), limits: DefaultLimits()}
	rd.learnNames(to)
	from := len(into)
	into = append(into, gramsOf(rd.skim(body), to)...)
	if len(into)-from < leastGrams {
		return into[:from]
	}
	return into
}
