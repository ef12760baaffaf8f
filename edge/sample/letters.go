package sample

import "fmt"

// letter is the text of one touch.
type letter struct{ subject, body string }

// footer says who writes, where the address comes from, and how to make it end.
const footer = "Mira Sandell, Tidewater Talent, 4 Quay Row, Dublin\n" +
	"I found you through your public profile; what we keep and why: tidewater.example/privacy. " +
	"Reply “stop” and I will not write again."

// letter is the touch of a step of the sequence; the step after the last is a
// value touch.
func (s *subject) letter(step, variant int) letter {
	texts := [...][]letter{firstLetters, secondLetters, thirdLetters, fourthLetters, valueLetters}[step-1]
	l := texts[variant%len(texts)]
	if step > 1 {
		return letter{l.subject, "Hi " + s.given + ",\n\n" + l.body + "\n\nMira"}
	}
	return letter{l.subject, "Hi " + s.given + ",\n\n" + s.opening(variant) + "\n\n" + l.body + "\n\n" + footer}
}

// opening is a first sentence about this person and nobody else.
func (s *subject) opening(variant int) string {
	if len(s.works) == 0 {
		return fmt.Sprintf(ownOpenings[variant%len(ownOpenings)], s.owns)
	}
	w := s.works[0]
	return fmt.Sprintf(workOpenings[variant%len(workOpenings)], w.noun(), w.quoted(), w.detail)
}

// ownOpenings begin with what someone owns at work.
var ownOpenings = []string{
	"Someone who %s has seen things that the books leave out.",
	"A former colleague of yours told me about the person who %s.",
	"I was reading about your team, and about the person there who %s.",
}

// workOpenings begin with a work: its kind, its title and the detail.
var workOpenings = []string{
	"Your %s %s stayed with me, above all %s.",
	"I went back to your %s %s for one thing: %s.",
	"We talked about your %s %s at lunch, and about %s.",
}

var firstLetters = []letter{
	{"a question about your work, nothing to apply for", "I know you are not looking, and this is not about a vacancy. " +
		"I keep notes on how payment teams in Europe split their platforms, and you would get more out of them than most. " +
		"May I send you the two-page brief? No strings attached."},
	{"two pages on how others run this", "You are probably happy where you are, so this is only an offer to swap notes. " +
		"I put together two pages on how five teams of your size run theirs: staffing, cost and what they regret. " +
		"Shall I send them over?"},
	{"what you wrote, and a small offer", "No move in mind on my side, and I assume none on yours. " +
		"I collect what teams learn from work like this; there is a short benchmark that might save you an argument. " +
		"Would it be of use to you?"},
}

var secondLetters = []letter{
	{"the number from the benchmark", "One figure from the benchmark, in case it helps: of eleven payment platforms, " +
		"those with one on-call rota per region had half as many night calls as those with one rota per service. " +
		"The table behind it is one page; say the word and it is yours."},
	{"a page from the brief", "The page of the brief that people ask for most is about cost: " +
		"storage is a fifth of it, moving data between regions nearly half. " +
		"I can send that page alone if the rest is too much."},
}

var thirdLetters = []letter{
	{"someone you may want to compare with", "An engineer who did a similar migration offered to compare notes for 15 minutes, " +
		"with no recruiter on the line. She kept a list of what she would leave out the second time. " +
		"Should I put the two of you in touch?"},
	{"a talk close to your subject", "A talk on turning off batch windows went online, and its last ten minutes " +
		"answer a question that your own work raises: who signs off the day. " +
		"Would you like the link?"},
}

var fourthLetters = []letter{
	{"the brief, and then quiet from me", "The brief is finished: two pages, seven teams, three diagrams. " +
		"It will be kept up to date each quarter, whether or not we ever speak. " +
		"One word from you and I will send it."},
	{"a reading list on running ledgers", "Three engineers gave me the papers that they hand to new colleagues, " +
		"with a line on why for each. It makes a good list for a train ride. " +
		"Shall I pass it on?"},
}

var valueLetters = []letter{
	{"this quarter's benchmark on platform cost", "The quarterly benchmark is out. New in it: what it costs to keep a second region warm, " +
		"from four teams who opened their bills. Nothing asked in return; tell me if you would like it."},
}

var waitingReplies = []string{
	"Hi Mira, thanks for actually having read it. The brief would be welcome. I'm not planning to go anywhere, but send it over.",
	"Funny timing. Things are moving around here. Could we talk for a quarter of an hour on Thursday?",
	"Who else is in the benchmark? If it is anonymous I can add our numbers.",
	"Tack! Send it, please. And may I forward it to our platform lead?",
}

var interestedReplies = []string{
	"That was a good read. If a team of that kind ever needs someone for the ledger itself, I would listen.",
	"Happy to have the 15 minutes. Scope matters more to me than title, just so you know.",
	"I'd like to hear more, as long as it stays between us for now.",
}

var laterReplies = []string{
	"Not now: we go live with the new core first. Ask me again after that.",
	"I promised to see the migration through. Let us speak in a few months.",
	"Interesting, but my options vest later in the year. Write again then.",
	"Too much on my plate this quarter. I will be glad to talk in the next one.",
}

var stopReplies = []string{
	"Stop, please. I do not wish to be contacted about other work.",
	"Please remove my address. Thank you.",
}
