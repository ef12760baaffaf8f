package scoring

import (
	"cmp"
	"fmt"
	"math"
	"strings"
	"time"

	"talentmap/model"
)

// Target is what a map looks for, folded for comparison. Its empty parts do not
// count. Make one with [TargetOf] and use it for many people.
type Target struct {
	function, domain []phrase // any one of each will do
	geography        []region
	skills           []skill
}

// phrase is the words of one alternative.
type phrase []string

// TargetOf is the target of a map. "or", "/" and ";" in its texts separate
// alternatives: Berlin or Munich.
func TargetOf(m *model.Map) Target {
	return Target{
		function:  alternatives(m.Function),
		domain:    alternatives(m.Domain),
		geography: regions(m.Geography),
		skills:    skillsOf(m.Skills),
	}
}

// FitResult is how well someone fits a target, with the reasons.
type FitResult struct {
	Score int // 0–100; 0 where the target is empty
	Parts []FitPart
}

// FitPart is one part of the target that counts.
type FitPart struct {
	Name  string  // function, skills, domain, location
	Score float64 // 0 to Of
	Of    float64
	Why   string
}

// What the parts of a fit are worth. An earlier title that has the function is
// worth half of the current one.
const (
	functionWorth = 40
	skillsWorth   = 30
	domainWorth   = 20
	locationWorth = 10
	earlierTitle  = 0.5
)

// Fit compares a person with a target on the day of now: the words of the
// function with her titles, the skills with hers and with what she writes, the
// domain with everything that is known of her work, the geography with where she
// is: Europe, the DACH countries and Bavaria hold Munich. Case and accents do not
// matter, and Postgres is PostgreSQL.
func Fit(p *model.Person, target Target, now time.Time) FitResult {
	var r FitResult
	text := fold(workText(p))
	addBest(&r, "function", functionWorth, target.function, func(alt phrase) (float64, string) { return fitFunction(p, alt, now) })
	if len(target.skills) > 0 {
		share, why := fitSkills(p, text, target.skills)
		r.Parts = append(r.Parts, FitPart{"skills", share * skillsWorth, skillsWorth, why})
	}
	work := append(strings.Fields(text), skillWords(p)...)
	addBest(&r, "domain", domainWorth, target.domain, func(alt phrase) (float64, string) { return found(alt, work, "in the profile") })
	if len(target.geography) > 0 {
		at := model.ParsePlace(cmp.Or(p.Location, p.Latest(now).Location))
		addBest(&r, "location", locationWorth, target.geography, func(alt region) (float64, string) { return fitPlace(at, alt) })
	}
	var score, of float64
	for _, part := range r.Parts {
		score, of = score+part.Score, of+part.Of
	}
	if of > 0 {
		r.Score = int(math.Round(100 * score / of))
	}
	return r
}

// addBest judges a part by its best alternative, the first of equals.
func addBest[T any](r *FitResult, name string, worth float64, alts []T, judge func(T) (float64, string)) {
	best := FitPart{Name: name, Score: -1, Of: worth}
	for _, alt := range alts {
		if share, why := judge(alt); share*worth > best.Score {
			best.Score, best.Why = share*worth, why
		}
	}
	if len(alts) > 0 {
		r.Parts = append(r.Parts, best)
	}
}

func fitFunction(p *model.Person, alt phrase, now time.Time) (float64, string) {
	latest := p.Latest(now)
	best, why := found(alt, words(latest.Title), fmt.Sprintf("in the title %q", latest.Title))
	for _, q := range p.Positions {
		if best >= earlierTitle {
			break
		}
		if share, text := found(alt, words(q.Title), fmt.Sprintf("in the earlier title %q", q.Title)); share*earlierTitle > best {
			best, why = share*earlierTitle, text
		}
	}
	return best, why
}

func fitSkills(p *model.Person, text string, wanted []skill) (float64, string) {
	has := skillSet(p)
	var have, missing []string
	for _, s := range wanted {
		if has[s.key] || s.in(text) {
			have = append(have, s.name)
			continue
		}
		missing = append(missing, s.name)
	}
	why := fmt.Sprintf("%d of %d", len(have), len(wanted))
	if len(have) > 0 {
		why += ": " + strings.Join(have, ", ")
	}
	if len(missing) > 0 {
		why += "; not seen: " + strings.Join(missing, ", ")
	}
	return float64(len(have)) / float64(len(wanted)), why
}
