package scoring_test

import (
	"math"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"talentmap/model"
	"talentmap/scoring"
)

// only is the one change between two statements.
func only(t *testing.T, before, after *model.Person, seen scoring.Span, like scoring.Likeness) scoring.Change {
	t.Helper()
	list := scoring.Changes(before, after, seen, like)
	if len(list) != 1 {
		t.Fatalf("%d changes: %v", len(list), toldAll(list))
	}
	return list[0]
}

func TestWhenItHappened(t *testing.T) {
	acme := job("Engineer", "Acme", 20200000)
	for _, c := range []struct {
		name            string
		before, after   *model.Person
		seen            scoring.Span
		date, notBefore model.Date
	}{
		{"the start is given", said(acme), said(job("Engineer", "Beta", 20250210)), seen, 20250210, 0},
		{"only its year", said(acme), said(job("Engineer", "Beta", 20250000)), seen, 20250000, 0},
		{"told two years late", said(acme), said(job("Engineer", "Beta", 20230600)), seen, 20230600, 0},
		{"no start", said(acme), said(job("Engineer", "Beta")), seen, seen.To, seen.From},
		{"no day of the older file", said(acme), said(job("Engineer", "Beta")), scoring.Span{To: seen.To}, 0, 0},
		{"an end is given", said(acme), said(job("Engineer", "Acme", 20200000, 20250131)), seen, 20250131, 0},
		{"no longer named", said(acme), said(), seen, seen.To, seen.From},
		{"a title's start", said(acme), said(job("Staff Engineer", "Acme", 20250301)), seen, 20250301, 0},
		{"a title in place of another", said(acme), said(job("Staff Engineer", "Acme", 20200000)), seen, seen.To, seen.From},
		{"a text", said(summary("Builds things.")), said(summary("Builds bridges.")), seen, seen.To, seen.From},
	} {
		got := only(t, c.before, c.after, c.seen, scoring.Likeness{})
		if got.Date != c.date || got.NotBefore != c.notBefore {
			t.Errorf("%s: on %q, not before %q; want %q and %q", c.name, got.Date, got.NotBefore, c.date, c.notBefore)
		}
	}
	swapped := scoring.Span{From: seen.To, To: seen.From}
	if list := scoring.Changes(said(acme), said(job("Engineer", "Beta")), swapped, scoring.Likeness{}); list != nil {
		t.Errorf("an older statement has news: %v", toldAll(list))
	}
}

// What a source dates is surer than what it does not, and less sure is a name
// that may be another spelling, a second job, an employer that is only missing.
func TestHowSureItIs(t *testing.T) {
	acme := said(job("Engineer", "Acme", 20200000))
	order := []struct {
		name  string
		after *model.Person
	}{
		{"dated", said(job("Engineer", "Beta", 20250210))},
		{"told late", said(job("Engineer", "Beta", 20230600))},
		{"undated", said(job("Engineer", "Beta"))},
		{"a second job", said(job("Engineer", "Beta", 20250210), job("Engineer", "Acme", 20200000))},
		{"another title at the same start", said(job("Staff Engineer", "Acme", 20200000))},
		{"no longer named", said()},
	}
	last := 1.0
	for _, c := range order {
		got := only(t, acme, c.after, seen, scoring.Likeness{}).Confidence
		if got >= last || got <= 0 {
			t.Errorf("%s is %v sure, what should be surer %v", c.name, got, last)
		}
		last = got
	}
	two := said(job("Engineer", "Acme", 20200000), job("Lecturer", "Example University", 20210000))
	one := only(t, two, said(job("Engineer", "Beta", 20250210), job("Lecturer", "Example University", 20210000)), seen, scoring.Likeness{})
	if one.Kind != model.Moved || one.Confidence != 0.7 {
		t.Errorf("one of two jobs for another: %s is %v sure", told(one), one.Confidence)
	}
}

func TestOtherWaysToCompare(t *testing.T) {
	like := scoring.Likeness{
		Company: func(a, b string) (float64, string) {
			switch {
			case strings.EqualFold(a[:4], b[:4]):
				return 0.75, "one head"
			case strings.HasSuffix(b, "ish"):
				return 0.6, "sounds like it"
			}
			return 0, ""
		},
		Title: func(before, after string) (bool, int) { return false, len(after) - len(before) },
	}
	if got := scoring.Changes(said(job("", "Acme")), said(job("", "Acmeology")), seen, like); len(got) != 0 {
		t.Errorf("likely one company: %v", toldAll(got))
	}
	sure := only(t, said(job("", "Acme")), said(job("", "Beta")), seen, like)
	doubt := only(t, said(job("", "Acme")), said(job("", "Betaish")), seen, like)
	if math.Abs(doubt.Confidence-0.4*sure.Confidence) > 1e-9 || !strings.Contains(doubt.Evidence, "may be one company: sounds like it") {
		t.Errorf("a doubtful move is %v sure, a plain one %v; evidence %q", doubt.Confidence, sure.Confidence, doubt.Evidence)
	}
	if got := only(t, said(job("Boss", "Acme")), said(job("Engineer", "Acme")), seen, like); got.Kind != model.Promoted {
		t.Errorf("by the length of titles: %s", told(got))
	}
	bought := only(t, said(job("", "GitHub")), said(job("", "Microsoft")), seen, scoring.Likeness{})
	if bought.Kind != model.Moved || bought.Confidence >= 0.5 {
		t.Errorf("from a company to its owner: %v %v", told(bought), bought.Confidence)
	}
}

// An undated change is cut to what the signal is still worth on average: over
// 90 days with a half-life of 30, (1 − 1/8) / (3 ln 2) = 0.42.
func TestSignalOfAChange(t *testing.T) {
	w := scoring.Default()
	profile := only(t, said(skills("Go")), said(skills("Go", "Rust")), seen, scoring.Likeness{})
	s := w.Signal(profile, profile.Signals[0])
	if s.Kind != model.ProfileUpdated || s.Date != seen.To || math.Abs(s.Confidence-profile.Confidence*0.4208) > 1e-4 || s.Note != profile.Evidence {
		t.Errorf("over 90 days: %+v of %v", s, profile.Confidence)
	}
	day := scoring.Span{From: seen.To, To: seen.To}
	profile = only(t, said(skills("Go")), said(skills("Go", "Rust")), day, scoring.Likeness{})
	if s = w.Signal(profile, profile.Signals[0]); s.Confidence != profile.Confidence {
		t.Errorf("on the same day: %v of %v", s.Confidence, profile.Confidence)
	}
	chief := only(t, said(job("CEO", "Acme")), said(job("CEO", "Beta", 20250301)), seen, scoring.Likeness{})
	if s = w.Signal(chief, chief.Signals[0]); s.Kind != model.LeadershipChange || s.Date != 20250301 || s.Confidence != chief.Confidence {
		t.Errorf("dated: %+v of %v", s, chief.Confidence)
	}
	unknown := only(t, said(skills("Go")), said(skills("Go", "Rust")), scoring.Span{To: seen.To}, scoring.Likeness{})
	if s = w.Signal(unknown, unknown.Signals[0]); s.Date.Known() {
		t.Errorf("nobody knows since when, and yet it is dated %s", s.Date)
	}
}

func TestPassedOver(t *testing.T) {
	like := scoring.Likeness{}
	rise := only(t, said(job("Senior Platform Engineer", "Acme")), said(job("Staff Engineer", "Acme")), seen, like)
	for name, c := range map[string]struct {
		peer *model.Person
		want bool
	}{
		"as high, the same work":     {said(job("Senior Engineer", "Acme GmbH")), true},
		"as high, other work":        {said(job("Senior Accountant", "Acme")), false},
		"not as high":                {said(job("Engineer", "Acme")), false},
		"higher":                     {said(job("Principal Engineer", "Acme")), false},
		"elsewhere":                  {said(job("Senior Engineer", "Beta")), false},
		"no longer there":            {said(job("Senior Engineer", "Acme", 20200000, 20240000)), false},
		"nobody knows where":         {said(job("Senior Engineer", "")), false},
		"there, beside another post": {said(job("Advisor", "Beta"), job("Sr. Engineer", "Acme")), true},
	} {
		if got := like.PassedOver(rise, c.peer); got != c.want {
			t.Errorf("%s: %v", name, got)
		}
	}
	move := only(t, said(job("Senior Engineer", "Acme")), said(job("Staff Engineer", "Beta")), seen, like)
	if like.PassedOver(move, said(job("Senior Engineer", "Beta"))) {
		t.Error("someone who comes from outside has risen from no one's side")
	}
}

func anyStatement() *rapid.Generator[*model.Person] {
	company := rapid.SampledFrom([]string{"Acme", "ACME Inc", "Beta", "Gamma Labs", "", "n/a", "Freelance", "Open to work", "Self-employed"})
	title := rapid.SampledFrom([]string{"Engineer", "Senior Engineer", "CEO", "Advisor", "Board Member", "", "Manager", "Founder", "Unemployed"})
	when := rapid.SampledFrom([]model.Date{0, 0, 20180000, 20200300, 20241201, 20250110, 20250201, 20250300, 20250401, 20260101})
	return rapid.Custom(func(t *rapid.T) *model.Person {
		p := &model.Person{
			Name:     "Ada Example",
			Headline: rapid.SampledFrom([]string{"", "Engineer", "Open to work", "Not open to work"}).Draw(t, "headline"),
			Summary:  rapid.SampledFrom([]string{"", "Builds things.", "<p>Builds</p> bridges & <3 things…"}).Draw(t, "summary"),
			Location: rapid.SampledFrom([]string{"", "Berlin", "Berlin, Germany", "Paris, France"}).Draw(t, "location"),
			Skills:   rapid.SliceOfN(rapid.SampledFrom([]string{"Go", "SQL", "C", "C++", " "}), 0, 4).Draw(t, "skills"),
		}
		for range rapid.IntRange(0, 4).Draw(t, "jobs") {
			pos := model.Position{
				Company: company.Draw(t, "company"), Title: title.Draw(t, "title"), Start: when.Draw(t, "start"), End: when.Draw(t, "end"),
				Summary: rapid.SampledFrom([]string{"", "Writes services.", "Leads a team of six and plans budgets."}).Draw(t, "duties"),
			}
			p.Positions = append(p.Positions, pos)
		}
		return p
	})
}

func anySpan() *rapid.Generator[scoring.Span] {
	return rapid.SampledFrom([]scoring.Span{seen, {}, {From: seen.From}, {To: seen.To}, {From: 20250000, To: 20250000}, {From: 20241215, To: 20260301}})
}

// A source that says the same again has no news, however much time has passed.
func TestNothingChanged(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := anyStatement().Draw(t, "person")
		if list := scoring.Changes(p, p, anySpan().Draw(t, "span"), scoring.Likeness{}); len(list) != 0 {
			t.Fatalf("news: %v", toldAll(list))
		}
	})
}

// shuffled is a person whose lists stand in another order.
func shuffled(t *rapid.T, p *model.Person) *model.Person {
	q := *p
	q.Positions = rapid.Permutation(p.Positions).Draw(t, "positions")
	q.Skills = rapid.Permutation(p.Skills).Draw(t, "skills")
	return &q
}

func TestOrderDoesNotMatter(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		before, after := anyStatement().Draw(t, "before"), anyStatement().Draw(t, "after")
		span := anySpan().Draw(t, "span")
		want := toldAll(scoring.Changes(before, after, span, scoring.Likeness{}))
		got := toldAll(scoring.Changes(shuffled(t, before), shuffled(t, after), span, scoring.Likeness{}))
		for i := range want { // the skills of a change are told in the order of the source
			if len(got) == len(want) && strings.HasPrefix(want[i], "profile changed") {
				got[i] = want[i]
			}
		}
		if !slices.Equal(got, want) {
			t.Fatalf("in another order\n%s\nbefore\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
		}
	})
}

func TestAMoveHasOneDirection(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := anyStatement().Draw(t, "a"), anyStatement().Draw(t, "b")
		span := anySpan().Draw(t, "span")
		there, back := scoring.Changes(a, b, span, scoring.Likeness{}), scoring.Changes(b, a, span, scoring.Likeness{})
		for _, x := range there {
			for _, y := range back {
				if x.Kind == model.Moved && y.Kind == model.Moved && x.From == y.From && x.To == y.To {
					t.Fatalf("there and back alike: %s", told(x))
				}
			}
		}
	})
}

// Whatever is told can be shown and stored: a kind, a meaning, a confidence, no
// signal of an undated past, one move and one update of the profile at most.
func TestEveryChangeIsWhole(t *testing.T) {
	w := scoring.Default()
	rapid.Check(t, func(t *rapid.T) {
		before, after := anyStatement().Draw(t, "before"), anyStatement().Draw(t, "after")
		count := map[model.NewsKind]int{}
		for _, c := range scoring.Changes(before, after, anySpan().Draw(t, "span"), scoring.Likeness{}) {
			count[c.Kind]++
			if c.Kind == "" || c.Meaning == "" || c.Evidence == "" || !(c.Confidence > 0 && c.Confidence <= 1) {
				t.Fatalf("%+v", c)
			}
			for _, f := range c.Signals {
				if s := w.Signal(c, f); !(s.Confidence > 0 && s.Confidence <= c.Confidence) || !slices.Contains(model.SignalKinds(), s.Kind) {
					t.Fatalf("%+v of %+v", s, c)
				}
			}
		}
		if count[model.ProfileChanged] > 1 || count[scoring.OpenedUp] > 1 {
			t.Fatalf("told twice: %v", count)
		}
	})
}
