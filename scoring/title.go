package scoring

import (
	"maps"
	"strings"
)

// TitleChange is what became of a title.
type TitleChange uint8

// The changes of a title. Unclear is one of which the titles don't tell the
// direction (Founder, or none at all).
const (
	TitleUnclear  TitleChange = iota
	TitleSame                 // the same words, spelled or ordered in another way
	TitleReworded             // other words for the same work at the same level
	TitleUp                   // a higher level
	TitleDown                 // a lower level
	TitleLateral              // other work at the same level
)

func (c TitleChange) String() string {
	return [...]string{"unclear", "same", "reworded", "up", "down", "lateral"}[c]
}

// Step is the direction: 1 up, -1 down, 0 for all the rest.
func (c TitleChange) Step() int {
	switch c {
	case TitleUp:
		return 1
	case TitleDown:
		return -1
	}
	return 0
}

// SameTitle reports whether two titles are one and the same, in whatever
// spelling: abbreviated (Sr. SWE), turned round (Director, Sales), in the other
// gender (Ingenieur/in, m/w/d) or in another of the languages that [Level] reads.
// Two that say nothing are not the same.
func SameTitle(a, b string) bool {
	x := wordsOf(spell(a))
	return len(x) > 0 && maps.Equal(x, wordsOf(spell(b)))
}

// CompareTitles says what a new title is beside the old one. Up and down go by
// [Level] and so within one kind of company only; who leaves the specialists'
// track for the managers' at the same level moves lateral.
func CompareTitles(old, new string) TitleChange {
	a, b := spell(old), spell(new)
	x, y := wordsOf(a), wordsOf(b)
	if len(x) == 0 || len(y) == 0 {
		return TitleUnclear
	}
	if maps.Equal(x, y) {
		return TitleSame
	}
	low, high := levelOf(a), levelOf(b)
	switch {
	case low == 0 && high == 0 && sameWork(x, y):
		return TitleReworded
	case low == 0 || high == 0:
		return TitleUnclear
	case low < high:
		return TitleUp
	case low > high:
		return TitleDown
	case sameWork(x, y):
		return TitleReworded
	}
	return TitleLateral
}

// wordsOf is the words of a title that tell it from others.
func wordsOf(spelled []string) map[string]bool {
	set := make(map[string]bool, len(spelled))
	for _, w := range spelled {
		switch w {
		case "of", "for", "the", "and", "a", "an", "in", "at", "de", "y", "e", "et", "und", "&":
			continue
		}
		if len(w) > 4 && !strings.HasSuffix(w, "ss") {
			w = strings.TrimSuffix(w, "s") // systems, system
		}
		set[w] = true
	}
	return set
}

// sameWork reports whether the work that two titles name is the same, or that of
// one is the other's more closely said: Software Developer, Software Engineer,
// Payments.
func sameWork(a, b map[string]bool) bool {
	x, y := work(a), work(b)
	if x["manager"] != y["manager"] {
		return false
	}
	if len(x) > len(y) {
		x, y = y, x
	}
	for w := range x {
		if !y[w] {
			return false
		}
	}
	return len(x) > 0
}

// work is the words of a title without those of its level, with one word for
// those who do the same.
func work(title map[string]bool) map[string]bool {
	set := make(map[string]bool, len(title))
	for w := range title {
		_, shifts := modifiers[w]
		switch w {
		case "manager", "architect": // say what the work is, beside how high it stands
		case "developer", "programmer", "coder", "development", "engineering":
			w = "engineer"
		case "client":
			w = "customer"
		case "i", "officer", "member", "specialist":
			continue
		default:
			if shifts || rungOf[w] != nil {
				continue
			}
		}
		set[w] = true
	}
	return set
}

// Discipline is the kind of work that a title names, such as engineering, data,
// product, design, sales or people; empty where it names none that is known.
func Discipline(title string) string {
	spelled := spell(title)
	for i, w := range spelled {
		if i > 0 && w == "to" {
			spelled = spelled[:i] // whose assistant somebody is says nothing of the work
			break
		}
	}
	text := " " + strings.Join(spelled, " ") + " "
	for _, d := range disciplines {
		for word := range strings.SplitSeq(d.words, "|") {
			if strings.Contains(text, " "+word+" ") {
				return d.name
			}
		}
	}
	return ""
}

// disciplines are tried in this order, the narrower before the wider.
var disciplines = []struct{ name, words string }{
	{"security", "security|penetration tester|infosec|ciso|soc analyst|cybersecurity|devsecops"},
	{"sales", "sales|account executive|account manager|account director|business development|presales|revenue|partnerships|alliances|partner manager|sdr|bdr"},
	{"data", "data|analytics|machine learning|deep learning|ai|scientist|business intelligence|statistician|mlops|nlp"},
	{"product", "product manager|product owner|product management|product lead|product officer|product|program manager|project manager|scrum master|agile coach|delivery manager|program|project"},
	{"design", "designer|design|ux|ui|user experience|art director|creative"},
	{"developer relations", "developer relations|developer advocate|developer evangelist|advocate|evangelist|devrel|community"},
	{"marketing", "marketing|brand|content|growth|communications|seo|public relations|event|events|social media|copywriter|media"},
	{"people", "human resources|people|talent|recruiter|recruiting|recruitment|sourcer|hr|compensation|learning development|payroll"},
	{"finance", "finance|financial|accountant|accounting|controller|controlling|treasurer|treasury|tax|auditor|audit|investment"},
	{"legal", "legal|counsel|lawyer|attorney|compliance|paralegal|privacy|notary"},
	{"support", "support|customer success|customer service|help desk|service desk|customer care"},
	{"engineering", "engineer|engineering|developer|programmer|software|devops|architect|architecture|system administrator|administrator|technology|technical|tester|quality assurance|it|information|platform|infrastructure|cloud|network|technician"},
	{"operations", "operations|operating|supply chain|logistics|procurement|purchasing|facility|office|administration|production|warehouse"},
	{"research", "research|researcher|professor|lecturer|postdoc|fellow|academic"},
	{"consulting", "consultant|consulting|advisory"},
	{"politics", "representative|senator|minister|mayor|governor|president of united states|member of parliament"},
	{"general management", "chief executive|chief executive officer|general manager|managing director|executive director"},
}
