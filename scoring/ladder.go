package scoring

import "strings"

// rung is one level of the ladder of titles.
type rung struct {
	level  int
	months int      // how long people usually stay before they rise or level off
	words  []string // folded; several words are matched before one
}

// plain is the level of a title that names none, such as Engineer.
const plain = 30

// managing is the level from which modifiers such as "deputy" move a title
// within its rung; below it "senior" and "junior" are rungs of their own.
const managing = 50

// ladder is the one table of levels. The months are the field's custom, not a
// measurement; where a map has enough people their own [Peers] take their place.
// The specialists' and the managers' tracks stand side by side, so that to
// change between them is neither a gain nor a loss.
var ladder = []rung{
	{10, 12, []string{"intern", "internship", "trainee", "apprentice", "working student"}},
	{20, 24, []string{"junior", "jr", "graduate", "entry level", "associate", "assistant", "executive assistant"}},
	{plain, 30, []string{
		"product manager", "project manager", "program manager", "programme manager", "account manager",
		"community manager", "case manager", "product owner", "lead generation",
		"event manager", "events manager", "release manager", "content manager", "brand manager", "category manager",
		"partner manager", "alliance manager", "office manager", "customer success manager", "social media manager",
		"staff accountant", "staff nurse", "staff writer", "technical staff", "research fellow",
	}},
	{35, 30, []string{"ii", "mid"}},
	{40, 36, []string{"senior", "sr", "iii", "art director"}},
	{50, 42, []string{"staff", "lead", "leader", "supervisor", "architect", "iv", "assistant professor", "technical staff member"}},
	{60, 48, []string{"principal", "manager", "mgr", "group product manager", "chief of staff", "v", "associate professor"}},
	{70, 54, []string{"head", "distinguished", "fellow", "general manager", "chief engineer", "chief architect", "chief scientist", "professor"}},
	{75, 72, []string{"senator"}}, // one term
	{80, 60, []string{"director"}},
	{90, 60, []string{"vp", "vice president", "managing director", "general counsel"}},
	{95, 60, []string{"svp", "evp"}},
	{100, 60, []string{
		"chief", "chief executive", "president", "managing partner",
		"ceo", "cto", "cfo", "coo", "cio", "cmo", "cpo", "cro", "ciso", "chro",
	}},
}

// modifiers move a title of level managing and above within its rung: by
// standing or, for global and group, by scope.
var modifiers = map[string]int{
	"senior": 5, "sr": 5, "executive": 5, "global": 2, "group": 2, "worldwide": 2,
	"junior": -5, "associate": -5, "assistant": -5, "deputy": -5, "acting": -5, "interim": -5,
}

// outside are words of titles that say nothing of level: the founder of three
// and of three thousand have the same.
var outside = map[string]bool{
	"founder": true, "cofounder": true, "owner": true, "freelance": true, "freelancer": true,
	"self employed": true, "advisor": true, "adviser": true, "board member": true, "chairman": true, "chairwoman": true, "chairperson": true, "investor": true,
	"mentor": true, "volunteer": true, "student": true, "retired": true,
}

// rungOf finds a rung by its words.
var rungOf = func() map[string]*rung {
	m := make(map[string]*rung)
	for i := range ladder {
		for _, w := range ladder[i].words {
			m[w] = &ladder[i]
		}
	}
	return m
}()

// Level is how high a title stands, from 10 (intern) over 30 (no word of level)
// and 60 (principal, manager) to about 100 (chief); 0 where the title is empty or
// says nothing of level, such as Founder. Levels compare within one kind of
// company only: a small one's VP may lead fewer people than a large one's
// manager. English is read best; German, French, Spanish, Portuguese, Italian, Dutch,
// Polish, Swedish, Japanese, Chinese and Korean by their commonest words.
func Level(title string) int { return levelOf(spell(title)) }

// levelOf is the level of a title's spelled words.
func levelOf(words []string) int {
	if len(words) == 0 {
		return 0
	}
	var best, top, low, shift int
	for i := 0; i < len(words); {
		if i > 0 && links(words[i]) {
			break // what follows is whom or what it is for: Assistant to the CEO
		}
		if words[i] == "and" { // what follows is a second job: Team Lead and Senior Engineer
			best = max(best, shifted(top, shift))
			top, shift = 0, 0
		}
		r, n, known := match(words[i:])
		if n == 1 {
			shift += modifiers[words[i]]
		}
		switch {
		case !known:
			return 0
		case r == nil:
		case r.level < plain:
			low = r.level
		default:
			top = max(top, r.level)
		}
		i += n
	}
	best = max(best, shifted(top, shift))
	if best <= plain && low > 0 {
		return low
	}
	return max(best, plain)
}

// shifted is a level moved within its rung by the modifiers beside it.
func shifted(level, shift int) int {
	if level < managing {
		return level
	}
	return level + shift
}

// match finds the longest entry of the tables at the head of words and how many
// words it takes, 1 where there is none. known is false for a word that takes
// the level off the whole title.
func match(words []string) (r *rung, n int, known bool) {
	for n = min(3, len(words)); n > 0; n-- {
		key := words[0]
		if n > 1 {
			key = strings.Join(words[:n], " ")
		}
		if outside[key] {
			return nil, n, false
		}
		if r = rungOf[key]; r != nil {
			return r, n, true
		}
	}
	return nil, 1, true
}

// links reports whether a word of a title leads over to its object.
func links(word string) bool {
	switch word {
	case "of", "to", "for", "at":
		return true
	}
	return false
}

// usual is how many months people usually stay at a level, 0 for no level.
func usual(level int) int {
	months := 0
	for _, r := range ladder {
		if r.level <= level {
			months = r.months
		}
	}
	return months
}
