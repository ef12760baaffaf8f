package critique

import (
	_ "embed" // the phrases
	"fmt"
	"slices"
	"strings"
	"sync"

	"talentmap/scoring/critique/prose"
)

// The lists of phrases, the same in each language.
const (
	listNo prose.List = iota
	listNoNot
	listNoAfter
	listVacancy
	listOpportunity
	listSender
	listAcknowledge
	listValue
	listResume
	listReferences
	listSalary
	listDescription
	listAvailability
	listInterview
	listLong
	listOnsite
	listAskMeeting
	listAskOffer
	listAskReply
	listAskReferral
	listAskConnect
	listAskClick
	listAskInterest
	listDisparage
	listInfer
	listLayoffs
	listUrgent
	listGuilt
	listFiller
	listCandidate
	listOptOut
	listOptOutLink
	listSource
	listPurpose
	listNotice
	listAtWork
	listPresent
	listConditional
	listWork
	listCount
)

// names are the lists' names in the files, in their order, and what the patterns
// ask the reading for.
var names = prose.Names{
	Lists: []string{
		"no", "no-not", "no-after", "vacancy", "opportunity", "sender", "acknowledge", "value",
		"resume", "references", "salary", "description", "availability", "interview", "long", "onsite",
		"ask-meeting", "ask-offer", "ask-reply", "ask-referral", "ask-connect", "ask-click", "ask-interest",
		"disparage", "infer", "layoffs", "urgent", "guilt", "filler", "candidate",
		"optout", "optout-link", "source", "purpose", "notice", "at-work", "present", "conditional", "work",
	},
	Specials: []string{"employer", "long", "short"},
}

// What stands in curly brackets in the patterns.
const (
	specialEmployer = iota
	specialLong
	specialShort
)

var (
	//go:embed data/en.txt
	englishText string
	//go:embed data/de.txt
	germanText string
	//go:embed data/fr.txt
	frenchText string
	//go:embed data/es.txt
	spanishText string
)

// lexicons are compiled when a draft in their language is first read. footers have
// only what tells which sentences are of the message itself: for reading the many
// that were sent.
var (
	lexicons = lexiconsOf("")
	footers  = lexiconsOf("optout optout-link notice work")
)

// lexiconsOf are the lexicons of all languages with some lists; "" is all lists.
func lexiconsOf(lists string) map[prose.Lang]func() *prose.Lexicon {
	all := make(map[prose.Lang]func() *prose.Lexicon)
	for lang, text := range map[prose.Lang]*string{prose.English: &englishText, prose.German: &germanText, prose.French: &frenchText, prose.Spanish: &spanishText} {
		all[lang] = sync.OnceValue(func() *prose.Lexicon { return compiled(lang, sections(*text, lists)) })
	}
	return all
}

// compiled compiles a lexicon. The files are part of the program, and a test
// compiles them all: an error is one of the program's own.
func compiled(lang prose.Lang, text string) *prose.Lexicon {
	lex, err := prose.Compile(lang, text, names)
	if err != nil {
		panic(fmt.Sprintf("the phrases of %s: %v", lang.Name(), err))
	}
	return lex
}

// sections is a file of phrases with some lists only, "" for all.
func sections(text, lists string) string {
	if lists == "" {
		return text
	}
	var out strings.Builder
	wanted := true
	for line := range strings.Lines(text) {
		if line[0] == '[' {
			wanted = slices.Contains(strings.Fields(lists), strings.Trim(strings.TrimSpace(line), "[]"))
		}
		if wanted || line[0] == '@' && strings.Contains(line, " = ") {
			out.WriteString(line)
		}
	}
	return out.String()
}
