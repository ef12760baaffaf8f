package scoring

import (
	"strings"

	"talentmap/model"
)

// How likely two names must be one employer's to be taken for it.
const (
	sureOne   = 0.9 // to recognize a person by it
	likelyOne = 0.7 // for a change of names to be no news: a move that was none does more harm than one told late
	maybeOne  = 0.5 // for a move to be told with a doubt
)

// Likeness says how the names of companies and titles compare. The zero value
// has the defaults; others can be put in their place.
type Likeness struct {
	// Company is how likely it is that two names, neither empty, mean one employer,
	// 0 to 1, and why. nil is [model.MatchCompany] for two names, and 0.6 for a
	// company and the one that it belongs to.
	Company func(a, b string) (likely float64, why string)
	// Title is whether two titles, neither empty, mean the same and, where not,
	// whether the second stands higher (> 0), lower (< 0) or neither (0). nil
	// is [CompareTitles].
	Title func(before, after string) (same bool, step int)
}

// company is the likelihood that two names mean one employer, with the reason.
func (l Likeness) company(a, b string) (likely float64, why string) {
	switch {
	case a == b, selfEmployed[model.NameKey(a)] && selfEmployed[model.NameKey(b)]:
		return 1, ""
	case l.Company != nil:
		return l.Company(a, b)
	case model.CompanyKey(a) == model.CompanyKey(b):
		return 1, ""
	}
	likely, why = model.MatchCompany(model.CompanyName{Name: a}, model.CompanyName{Name: b})
	if likely < belongs && (parentIs(a, b) || parentIs(b, a)) {
		return belongs, "one belongs to the other"
	}
	return likely, why
}

// belongs is how likely someone who is told to be with a company and then with
// its parent has not moved: after it was bought people write either.
const belongs = 0.6

func parentIs(company, parent string) bool {
	name, ok := model.CompanyParent(company)
	return ok && model.CompanyKey(name) == model.CompanyKey(parent)
}

// oneCompany reports whether two names are at least so likely one employer's.
func (l Likeness) oneCompany(a, b string, atLeast float64) bool {
	likely, _ := l.company(a, b)
	return likely >= atLeast
}

// title compares two titles that are both known.
func (l Likeness) title(before, after string) (same bool, step int) {
	if l.Title != nil {
		return l.Title(before, after)
	}
	c := CompareTitles(before, after)
	return c == TitleSame || c == TitleReworded, c.Step()
}

// leaders is the level from which on someone's coming or going changes the
// leadership of a company: chiefs, and those who stand in for them.
const leaders = 95

// leads reports whether a title is one of a company's leaders: a chief, or a
// founder, whose title says no level.
func leads(title string) bool {
	if Level(title) >= leaders {
		return true
	}
	for _, w := range strings.Fields(model.NameKey(title)) {
		switch {
		case w == "founder", w == "cofounder":
			return true
		case links(w): // what follows is whom it is for: Assistant to the Founder
			return false
		}
	}
	return false
}

// posts are the last words of what is called a job: Event Planner, Director of
// Sales.
var posts = setOf("manager", "director", "engineer", "developer", "architect", "analyst", "administrator", "coordinator", "planner",
	"consultant", "specialist", "representative", "officer", "advocate", "evangelist", "designer", "recruiter", "accountant",
	"supervisor", "lead", "head", "president", "vp", "ceo", "cto", "cfo", "coo", "cio", "cmo", "ciso")

// isTitle reports whether what stands in the place of a company reads like a
// title, as it does where a source has one column for both.
func isTitle(s string) bool {
	first, _, _ := strings.Cut(s, ",")
	all := strings.Fields(model.NameKey(first))
	for i, w := range all {
		if i > 0 && links(w) {
			all = all[:i]
			break
		}
	}
	if len(all) == 0 || !posts[all[len(all)-1]] {
		return false
	}
	return len(all) > 1 || len(all) < len(strings.Fields(model.NameKey(s))) || Level(s) >= leaders
}

// selfEmployed are the names of working for oneself.
var selfEmployed = setOf("self employed", "self employment", "selfemployed", "self", "freelance", "freelancer", "freelancing", "independent", "independent consultant", "independent contractor")

// noEmployer is what stands where an employer would, and is none: it says no more
// than an empty cell.
var noEmployer = setOf("", "na", "n a", "none", "nil", "null", "unknown", "no company", "not applicable", "not specified", "tbd", "private", "confidential", "undisclosed", "x", "xx", "xxx")

// noJob is what stands in place of an employer or a title of someone who holds
// none now, and says so.
var noJob = setOf("unemployed", "not employed", "between jobs", "in between jobs", "career break", "sabbatical", "retired", "job seeker", "jobseeker", "looking for a job", "looking for opportunities", "seeking opportunities")

// wantsJob is how people say that they are open to work, in the words of their
// profiles.
var wantsJob = []string{
	"open to work", "opentowork", "open to new opportunities", "open to opportunities", "open for opportunities",
	"looking for new opportunities", "looking for a new opportunity", "looking for a new role", "looking for my next role",
	"seeking new opportunities", "seeking a new opportunity", "seeking a new role", "available for hire",
}

func setOf(list ...string) map[string]bool {
	set := make(map[string]bool, len(list))
	for _, s := range list {
		set[s] = true
	}
	return set
}
