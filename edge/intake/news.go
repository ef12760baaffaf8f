package intake

import (
	"talentmap/model"
	"talentmap/scoring"
	"talentmap/store"
)

// difference is what has changed since a source's last file.
type difference struct {
	list    []scoring.Change
	news    []model.News
	signals []store.Fired
}

// weights are the field's: a signal of a change that is not dated counts for
// what it is still worth on average.
var weights = scoring.Default()

// likeness is how names of companies and titles compare.
var likeness = scoring.Likeness{}

// believed is from which confidence on a change alters the record.
const believed = 0.5

// changesBetween compares what a source says of someone with what it said before.
func changesBetween(was, is *model.Person, span scoring.Span) (d difference) {
	d.list = scoring.Changes(was, is, span, likeness)
	for i := range d.list {
		c := &d.list[i]
		d.news = append(d.news, model.News{
			Kind: c.Kind, From: c.From, To: c.To, Date: c.Date, NotBefore: c.NotBefore, Confidence: c.Confidence,
			Evidence: c.Evidence, Meaning: c.Meaning, Seen: span.To,
		})
		for _, f := range c.Signals {
			d.signals = append(d.signals, store.Fired{Company: f.Company, Signal: weights.Signal(*c, f)})
		}
	}
	return d
}
