package critique

// toneRules are about how a message speaks.
var toneRules = []Rule{
	{
		ID: "no-disparagement", Severities: []Severity{Error},
		Says: "Says nothing against the employer.",
		Why:  "It is her choice that is run down; and she may well forward the message.",
		Mend: "Leave it out; say what is good elsewhere, if anything.",
		Bad:  "We all see that your company is a sinking ship.",
		Good: "The team at the other end owns its whole path to production.",

		channels: anyChannel, stages: anyStage, check: (*reading).noDisparagement,
	},
	{
		ID: "no-inference", Severities: []Severity{Error},
		Says: "A signal sets the time of a message and is never in its text: no \"saw you're unhappy\", no layoffs as leverage.",
		Why:  "Whoever reads what was concluded about her feels watched; often it is wrong, too.",
		Mend: "Leave it out: that you write now says enough.",
		Bad:  "I saw that you were passed over for the lead role, and after the layoffs things must be rough.",
		Good: "Your talk on moving 4,000 ledger topics made me redraw a diagram.",

		channels: anyChannel, stages: anyStage, check: (*reading).noInference,
	},
	{
		ID: "no-urgency", Severities: []Severity{Error},
		Says: "Puts on no pressure of time.",
		Why:  "It is the sender's hurry and none of hers; pressure is what fraud reads like.",
		Mend: "Leave it out, or say that there is no hurry.",
		Bad:  "This is urgent, please reply by Friday.",
		Good: "No rush at all.",

		channels: anyChannel, stages: anyStage, check: (*reading).noUrgency,
	},
	{
		ID: "no-guilt", Severities: []Severity{Error},
		Says: "Blames nobody for silence: no \"haven't heard back\", no break-up mail.",
		Why:  "She owes no answer; a reproach closes a door that a quarter's wait leaves open.",
		Mend: "Bring something new instead, or wait for the next touch.",
		Bad:  "I haven't heard back from you, so this is my last email.",
		Good: "One figure from the benchmark, in case it helps.",

		channels: anyChannel, stages: anyStage, check: (*reading).noGuilt,
	},
	{
		ID: "no-filler", Severities: []Severity{Warning},
		Says: "Says nothing that could stand in any message: \"hope this finds you well\", \"impressive profile\", \"perfect fit\", \"ninja\".",
		Why:  "Each such phrase tells that the message was written for many.",
		Mend: "Cut it, or say the particular thing instead.",
		Bad:  "I hope this finds you well. Your impressive profile is a perfect fit.",
		Good: "The dry run that prints the lag of each consumer is what I keep coming back to.",

		channels: anyChannel, stages: anyStage, check: (*reading).noFiller,
	},
}

func (r *reading) noDisparagement() {
	r.phrases(Error, listDisparage, "speaks against the employer")
}

func (r *reading) noInference() {
	r.phrases(Error, listInfer, "says what was concluded about her")
	r.phrases(Error, listLayoffs, "uses trouble at the employer as leverage")
}

func (r *reading) noUrgency() { r.phrases(Error, listUrgent, "presses for time") }

// noGuilt takes every phrase at its word: a "no" in it is a part of the reproach.
func (r *reading) noGuilt() {
	for _, v := range r.texts() {
		for _, h := range v.hits[listGuilt] {
			if v.content(h.First) {
				r.found(Error, v, h.First, h.End, "reproaches her for her silence")
			}
		}
	}
}

func (r *reading) noFiller() { r.phrases(Warning, listFiller, "could stand in any message") }
