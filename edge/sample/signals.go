package sample

import (
	"cmp"
	"slices"

	"talentmap/model"
)

// sighting is a signal that was seen several times: so many days ago each, the
// sources and notes in turn.
type sighting struct {
	kind       model.SignalKind
	ages       []int
	confidence float64
	magnitudes []float64 // nil: none
	ownManager bool
	source     string
	notes      []string
}

// personal are the sightings of one person each. Their ages are fresh, within
// the contact window, and long decayed.
var personal = []sighting{
	{kind: model.OpenToWork, ages: []int{0, 2, 5, 20, 44, 120, 300}, source: "profile text", notes: []string{"“open to a conversation” in the headline", "wrote under a post: “I would listen”", "green frame on the photo"}},
	{kind: model.OpenToWork, ages: []int{1, 33}, confidence: 0.4, source: "code.example", notes: []string{"marked as hireable"}},
	{kind: model.LeadershipChange, ages: []int{8, 22, 51, 84, 190}, ownManager: true, source: "a colleague's message", notes: []string{"own manager leaves at the end of the month", "new director from outside, second in a year"}},
	{kind: model.ProfileUpdated, ages: []int{1, 3, 9, 15, 24, 41, 95}, source: "two imports compared", notes: []string{"summary rewritten, three skills new", "two projects added", "new photo and a first summary"}},
	{kind: model.PostsMore, ages: []int{2, 6, 12, 20, 36, 80}, confidence: 0.8, source: "reading.example", notes: []string{"five articles in a month, one a quarter before", "speaks at two meetups after a year of silence"}},
	{kind: model.NewDuties, ages: []int{14, 31, 62, 110, 210}, source: "profile text", notes: []string{"now also runs the on-call rota of three teams", "“acting lead” in the text, same title"}},
	{kind: model.PassedOver, ages: []int{10, 48, 125, 270}, confidence: 0.7, source: "profile of a colleague", notes: []string{"a peer became staff engineer first", "the lead was hired from outside"}},
}

// ofCompanies are the sightings that concern everyone at a company.
var ofCompanies = []sighting{
	{kind: model.Layoffs, ages: []int{4, 13, 34, 75, 240}, magnitudes: []float64{8, 3.5, 0, 12, 0.6}, source: "trade-press.example/layoffs", notes: []string{"engineering spared so far", "a whole office closes", "the number is not public"}},
	{kind: model.Reorg, ages: []int{6, 40, 150}, confidence: 0.9, source: "company blog", notes: []string{"three platform groups become one", "data moves under finance"}},
	{kind: model.LeadershipChange, ages: []int{9, 30, 70, 200}, source: "press release", notes: []string{"the chief technology officer leaves", "a new head of product from a bank"}},
	{kind: model.BadPress, ages: []int{5, 60, 210}, confidence: 0.8, source: "trade-press.example", notes: []string{"fined for late reports", "two outages on pay day"}},
	{kind: model.RatingsFalling, ages: []int{14, 45, 130}, magnitudes: []float64{0.3, 0.5, 0.2}, source: "employer-ratings.example", notes: []string{"from 4.1 to 3.8 over half a year, 42 reviews"}},
	{kind: model.PayBelowMarket, ages: []int{30, 90, 310}, confidence: 0.5, magnitudes: []float64{9, 14, 6}, source: "pay-survey.example", notes: []string{"median against the same occupation and region"}},
}

// restless is how many people of the first map get two thirds of all personal
// signals: who is receptive shows it in more than one way.
const restless = 12

// signals spreads the sightings over people and companies.
func (b *builder) signals() {
	free := b.approachable()
	for _, s := range personal {
		for k := range s.ages {
			i := pick(b.r, free[:restless])
			if b.chance(3) {
				i = pick(b.r, free[restless:])
			}
			sig := b.signal(s, k)
			sig.Person = id(i)
			b.seg.Signals = append(b.seg.Signals, sig)
		}
	}
	at := b.r.Perm(len(employers))
	for _, s := range ofCompanies {
		for k := range s.ages {
			sig := b.signal(s, k)
			sig.Company = model.CompanyID(at[0] + 1)
			at = append(at[1:], at[0])
			b.seg.Signals = append(b.seg.Signals, sig)
		}
	}
}

// approachable are the people who could be written to, in a drawn order but
// those of the first map before all others.
func (b *builder) approachable() []int {
	var free []int
	for i := range b.seg.People {
		if o := b.seg.People[i].Outreach; o.Lock == model.Unlocked && o.State != model.Hired {
			free = append(free, i)
		}
	}
	b.r.Shuffle(len(free), func(i, j int) { free[i], free[j] = free[j], free[i] })
	slices.SortStableFunc(free, func(i, j int) int { return cmp.Compare(b.unmapped(i), b.unmapped(j)) })
	return free
}

// unmapped is 1 for who is not on the first map, 0 for who is.
func (b *builder) unmapped(i int) int {
	if b.seg.Maps[0].Rank(id(i)) > 0 {
		return 0
	}
	return 1
}

// signal is the k-th sighting.
func (b *builder) signal(s sighting, k int) model.Signal {
	sig := model.Signal{
		Kind: s.kind, Date: b.day(-s.ages[k]), Confidence: s.confidence, OwnManager: s.ownManager,
		Source: s.source, Note: s.notes[k%len(s.notes)], Origin: origin(b.now),
	}
	if s.magnitudes != nil {
		sig.Magnitude = s.magnitudes[k]
	}
	return sig
}
