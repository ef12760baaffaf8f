package critique

import (
	"fmt"

	"talentmap/model"
)

// readyRules are about whether this is the time and the way to write at all.
var readyRules = []Rule{
	{
		ID: "stale-fact", Severities: []Severity{Warning},
		Says: "What is cited is not older than 18 months, and employer and title are those of the record.",
		Why:  "An old fact says that nobody has looked since; a wrong title, that nobody looked at all.",
		Mend: "Cite something newer; look up where she is now.",
		Bad:  "Your talk of five years ago, and your role as Data Engineer at the firm before …",
		Good: "Your talk this spring …",

		needs: needsPerson, channels: anyChannel, stages: outreach, check: (*reading).staleFact,
	},
	{
		ID: "referral-first", Severities: []Severity{Warning},
		Says: "A known path through a mutual connection is used.",
		Why:  "A warm introduction beats all cold mail.",
		Mend: "Ask the connection for an introduction, or name her as the reason to write.",
		Bad:  "A cold e-mail to somebody whom a colleague knows well.",
		Good: "Jonas said that you are the person to ask.",

		needs: needsPerson, channels: toHer, stages: firstTouch, check: (*reading).referralFirst,
	},
	{
		ID: "research", Severities: []Severity{Warning},
		Says: "Four of the six items of the checklist are looked up.",
		Why:  "With fewer the message can hardly be about this person.",
		Mend: "Look up what is open; five minutes are enough for most.",
		Bad:  "A message to somebody of whom only the title is known.",
		Good: "Role, progression, content and skills are looked up.",

		needs: needsPerson, channels: anyChannel, stages: outreach, check: (*reading).research,
	},
	{
		ID: "gate", Severities: []Severity{Error},
		Says: "The gate is open: no opt-out, no do-not-contact, no cooldown, the cap not reached.",
		Why:  "Who asked not to be written to is not written to; and two recruiters at once are one too many.",
		Mend: "Wait, or ask whoever holds it.",
		Bad:  "A message to somebody who opted out.",
		Good: "A message to somebody whom nobody else is in touch with.",

		needs: needsPerson, channels: anyChannel, stages: anyStage, check: (*reading).gate,
	},
}

func (r *reading) gate() {
	if r.about.Gate != "" {
		r.foundAt(Error, r.body, 0, 0, r.about.Gate)
	}
}

func (r *reading) research() {
	if done := r.about.Person.Outreach.Research.Done(); done < r.limits.Ready {
		r.foundAt(Warning, r.body, 0, 0, fmt.Sprintf("%d of six research items are looked up, %d make a person ready", done, r.limits.Ready))
	}
}

// referralFirst looks for a connection whom the message does not name and through
// whom nothing went out yet.
func (r *reading) referralFirst() {
	introduced := func(t *model.Touch) bool { return t.Channel == model.Introduction }
	if lastTouch(r.about.Touches, introduced) != nil {
		return
	}
	var unused string
	for _, c := range r.about.Person.Background.Connections {
		if c.Name == "" {
			continue
		}
		if r.body.namesSomeone(c.Name) {
			return
		}
		if unused == "" {
			unused = c.Name
		}
	}
	if unused != "" {
		r.foundAt(Warning, r.body, 0, 0, model.CleanLine(unused)+" could introduce you")
	}
}
