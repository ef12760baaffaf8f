package sample

import (
	"cmp"
	"slices"

	"talentmap/model"
)

// Both maps have room left, so that there is something to add.
const (
	onMainMap   = 70
	onDesignMap = 25
)

// What the maps look for.
var (
	mainSkills   = []string{"Kafka", "PostgreSQL", "Kubernetes", "Go"}
	designSkills = []string{"Design systems", "Figma", "User research", "Accessibility"}
)

// reasons are the notes beside a rank: why someone would move.
var reasons = []string{
	"Has outgrown the scope; nobody above is leaving.",
	"Built it, runs it, and is looking for the next thing to build.",
	"Would come for the technology: still on the old stack for years to come.",
	"Wants a smaller company before the next large one.",
	"Paid well, bored by the third migration of the same thing.",
	"Stays until the current launch; ask again after that.",
	"Best known of the field in the city; ask whom one should follow.",
}

// maps ranks the people into the two maps.
func (b *builder) maps() {
	b.seg.Maps = []model.Map{
		{
			Name:     "Platform & data, payments, Europe",
			Function: "platform engineer or data engineer or backend engineer or reliability engineer",
			Domain:   "payments or ledger or card", Geography: "Europe",
			Skills:  slices.Clone(mainSkills),
			Entries: b.ranked(0, engineers, onMainMap, mainSkills), Origin: origin(b.now),
		},
		{
			Name: "Product design leaders, Europe", Function: "product designer or design manager or UX researcher",
			Domain: "checkout or design systems or research", Geography: "Europe",
			Skills:  slices.Clone(designSkills),
			Entries: b.ranked(engineers, engineers+designers, onDesignMap, designSkills), Origin: origin(b.now),
		},
	}
}

// ranked takes the best n of People[from:to]: those of Europe first, by level
// and by the skills that are looked for, with what they have published counting
// too. The rest of the judgement is chance, as it is when several recruiters
// rank.
func (b *builder) ranked(from, to, n int, skills []string) []model.Entry {
	merit := map[int]int{}
	var who []int
	for i := from; i < to; i++ {
		merit[i] = 3*b.subjects[i].level + 2*len(b.subjects[i].works) + b.r.IntN(6)
		for _, s := range skills {
			if slices.Contains(b.seg.People[i].Skills, s) {
				merit[i] += 3
			}
		}
		if inEurope(b.seg.People[i].Location) {
			merit[i] += 20
		}
		who = append(who, i)
	}
	slices.SortStableFunc(who, func(i, j int) int { return cmp.Compare(merit[j], merit[i]) })
	entries := make([]model.Entry, n)
	for k := range entries {
		entries[k].Person = id(who[k])
		if b.chance(4) {
			entries[k].Note = pick(b.r, reasons)
		}
	}
	return entries
}
