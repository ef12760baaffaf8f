package drafting

import (
	"fmt"
	"slices"

	"talentmap/model"
)

// Choice is the template that comes next for somebody, and why.
type Choice struct {
	Template model.Template
	Sequence model.SequenceID // that a first touch begins; 0: none
	Why      string
}

// Choose is the template that comes next for somebody who stands there: the one of her
// touch of the sequence, a first touch, a value touch or an answer, by her state. ok is
// false where no template is for that.
func Choose(o *model.Outreach, templates []model.Template, sequences []model.Sequence) (c Choice, ok bool) {
	switch o.Current() {
	case model.Active, model.Paused, model.Bounced:
		if c, ok = ofStep(o.Plan.Sequence, o.Step, templates, sequences); ok {
			c.Sequence = 0
			return c, true
		}
		return forPurpose(templates, model.ForFollowUp)
	case model.Nurture:
		return forPurpose(templates, model.ForValue)
	case model.Replied, model.Interested, model.Later, model.Pipeline, model.Hired:
		return forPurpose(templates, model.ForReply)
	}
	if c, ok = ofStep(o.Plan.Sequence, 0, templates, sequences); ok {
		return c, true
	}
	return forPurpose(templates, model.ForFirst)
}

// ChooseThrough is Choose among the templates for a channel; where none of those is for
// it, or with the channel "", among all.
func ChooseThrough(channel model.Channel, o *model.Outreach, templates []model.Template, sequences []model.Sequence) (Choice, bool) {
	if channel != "" {
		some := slices.DeleteFunc(slices.Clone(templates), func(t model.Template) bool { return t.Now.Channel != channel })
		if c, ok := Choose(o, some, sequences); ok {
			return c, true
		}
	}
	return Choose(o, templates, sequences)
}

// ofStep is the template of a touch of a sequence, the first one where none is named.
func ofStep(id model.SequenceID, step int, templates []model.Template, sequences []model.Sequence) (Choice, bool) {
	i := slices.IndexFunc(sequences, func(s model.Sequence) bool { return id == 0 || s.ID == id })
	if i < 0 || step >= len(sequences[i].Steps) {
		return Choice{}, false
	}
	s := &sequences[i]
	at := slices.IndexFunc(templates, func(t model.Template) bool { return t.ID == s.Steps[step].Template })
	if at < 0 {
		return Choice{}, false
	}
	return Choice{Template: templates[at], Sequence: s.ID, Why: fmt.Sprintf("touch %d of %d of %q", step+1, len(s.Steps), s.Name)}, true
}

// forPurpose is the first template for a purpose.
func forPurpose(templates []model.Template, purpose model.TemplatePurpose) (Choice, bool) {
	i := slices.IndexFunc(templates, func(t model.Template) bool { return t.Purpose == purpose })
	if i < 0 {
		return Choice{}, false
	}
	why := map[model.TemplatePurpose]string{
		model.ForFirst: "a first touch", model.ForFollowUp: "a later touch of a sequence", model.ForValue: "a value touch", model.ForReply: "an answer to hers",
	}[purpose]
	return Choice{Template: templates[i], Why: why}, true
}
