package drafting

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"time"

	"talentmap/model"
)

// Match is something from the shelf for one person, with the reason.
type Match struct {
	Item  model.ShelfItem
	Score int    // 0: nothing of it is about her
	Why   string // such as "its topic Kafka is a skill of hers"
}

// What makes a thing fit a person: more is more.
const (
	isSkill     = 4
	isPublished = 3
	isWork      = 2
	isMotive    = 2
)

// Matches are the things on the shelf that may be shared with a person, the best first:
// what was shared with her already is left out. Those that fit alike are in order of
// their age, the newest first.
func Matches(p *model.Person, touches []model.Touch, shelf []model.ShelfItem, now time.Time) (all []Match) {
	k := knownOf(p, now)
	for _, item := range shelf {
		if !item.SharedWith(touches) {
			score, why := k.fit(&item)
			all = append(all, Match{item, score, why})
		}
	}
	slices.SortStableFunc(all, func(a, b Match) int {
		return cmp.Or(cmp.Compare(b.Score, a.Score), b.Item.At.Compare(a.Item.At), cmp.Compare(b.Item.ID, a.Item.ID))
	})
	return all
}

// known is what of a person a topic can be about.
type known struct {
	skills    map[string]string
	published []string // folded
	work      []string // folded
	motives   []model.Motivator
}

func knownOf(p *model.Person, now time.Time) known {
	k := known{skills: map[string]string{}, motives: p.Motivators}
	for _, s := range p.Skills {
		k.skills[model.NameKey(s)] = s
	}
	for _, c := range p.Background.Content {
		k.published = append(k.published, spaced(c.Title))
	}
	pos := p.Latest(now)
	k.work = append(k.work, spaced(p.Headline), spaced(pos.Title), spaced(pos.Company))
	for _, f := range p.Outreach.Research {
		if f.Looked == model.ItemFound {
			k.work = append(k.work, spaced(f.Fact))
		}
	}
	return k
}

// spaced is a folded text with a space before and after, so that a word can be looked
// for whole.
func spaced(s string) string { return " " + model.NameKey(s) + " " }

// fit is how well something fits, and what fits best.
func (k *known) fit(item *model.ShelfItem) (score int, why string) {
	best := 0
	take := func(points int, reason string) {
		score += points
		if points > best {
			best, why = points, reason
		}
	}
	for _, topic := range item.Topics {
		t := spaced(topic)
		in := func(text string) bool { return strings.TrimSpace(t) != "" && strings.Contains(text, t) }
		switch {
		case k.skills[strings.TrimSpace(t)] != "":
			take(isSkill, fmt.Sprintf("its topic %s is a skill of hers", topic))
		case slices.ContainsFunc(k.published, in):
			take(isPublished, fmt.Sprintf("she has published on its topic %s", topic))
		case slices.ContainsFunc(k.work, in):
			take(isWork, fmt.Sprintf("her work is on its topic %s", topic))
		}
	}
	for _, m := range item.Motivators {
		if slices.Contains(k.motives, m) {
			take(isMotive, fmt.Sprintf("it is for those whom %s would move", m))
		}
	}
	if score == 0 {
		why = "nothing of it is about what is known of her"
	}
	return score, why
}
