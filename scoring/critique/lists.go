package critique

import (
	_ "embed" // the phrases
	"fmt"
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

// lexicons are compiled when a draft in their language is first read.
var lexicons = map[prose.Lang]func() *prose.Lexicon{
	prose.English: compiled(prose.English, &englishText),
	prose.German:  compiled(prose.German, &germanText),
	prose.French:  compiled(prose.French, &frenchText),
	prose.Spanish: compiled(prose.Spanish, &spanishText),
}

// compiled compiles a lexicon once. The files are part of the program, and a test
// compiles them all: an error is one of the program's own.
func compiled(lang prose.Lang, text *string) func() *prose.Lexicon {
	return sync.OnceValue(func() *prose.Lexicon {
		lex, err := prose.Compile(lang, *text, names)
		if err != nil {
			panic(fmt.Sprintf("the phrases of %s: %v", lang.Name(), err))
		}
		return lex
	})
}
