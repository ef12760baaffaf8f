package intake

import (
	"slices"

	"talentmap/model"
	"talentmap/scoring"
	"talentmap/store"
)

// compare brings a record up to date with a row and puts what has changed since
// the source's last file beside it. again is so when an earlier row of this file
// has told of her. It returns the fields that changed.
func (pl *planner) compare(brings, held *store.Arrival, in *model.Person, again bool) (fields []string) {
	p := brings.Person
	if pl.older() {
		return mergeOlder(p, in)
	}
	if held != nil {
		*brings = *held
	}
	was, told := pl.said(p.ID)
	if again { // what both rows say is what the source says
		said := was.Said()
		if brings.Said != nil {
			said, was.Rev = brings.Said.Said(), brings.Said.Rev
		}
		before := model.StatementOf(0, &said, 0)
		model.Unite(&said, in)
		if now := pl.says(&said); !sameStatement(&before, now) {
			now.Rev = was.Rev
			brings.Said = now
		}
		return model.Unite(p, in)
	}
	if !told {
		brings.Said = pl.says(in)
		return model.Unite(p, in)
	}
	now, before := pl.says(in), was.Said()
	if !was.Gone.Known() && sameStatement(&was, now) { // what it said before, word for word
		return model.Unite(p, unsaid(&before, in))
	}
	d := changesBetween(&before, in, scoring.Span{From: pl.before, To: pl.asOf})
	brings.News, brings.Signals = d.news, d.signals
	if was.Gone.Known() {
		brings.News = append(brings.News, model.News{
			Kind: model.Returned, Date: pl.asOf, NotBefore: was.Gone, Confidence: 1, Seen: pl.asOf,
			Evidence: "in the file again, and was not in that of " + was.Gone.String(), Meaning: "no signal: it says nothing of her",
		})
	}
	now.Rev = was.Rev
	brings.Said = now
	return mergeNewer(p, &before, in, &d)
}

// sameStatement reports whether two statements say the same, whenever they do.
func sameStatement(a, b *model.Statement) bool {
	return a.Name == b.Name && a.Location == b.Location && a.Headline == b.Headline && a.Summary == b.Summary && a.Hireable == b.Hireable &&
		slices.Equal(a.Skills, b.Skills) && slices.Equal(a.Positions, b.Positions) && slices.Equal(a.Tags, b.Tags) &&
		slices.Equal(a.Motivators, b.Motivators) && a.Research == b.Research &&
		slices.Equal(a.Contact.Emails, b.Contact.Emails) && slices.Equal(a.Contact.Phones, b.Contact.Phones) && slices.Equal(a.Contact.Links, b.Contact.Links)
}

// mergeOlder takes from a file that is older than one that has come in what is
// true whenever it was said: keys, skills, and positions with their dates.
func mergeOlder(p, in *model.Person) []string {
	old := model.Person{Contact: in.Contact, Skills: in.Skills, Background: in.Background, Notes: in.Notes, Motivators: in.Motivators, Outreach: in.Outreach}
	for _, pos := range in.Positions {
		if pos.Start.Known() && pos.End.Known() {
			old.Positions = append(old.Positions, pos)
		}
	}
	return model.Unite(p, &old)
}
