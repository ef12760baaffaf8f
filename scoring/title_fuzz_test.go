package scoring_test

import (
	"testing"

	"talentmap/scoring"
)

// Whatever two titles are: which comes first turns the direction round, and does
// nothing else.
func FuzzTitles(f *testing.F) {
	titles := []string{
		"", "Sr. SWE", "Director, Sales", "Ingenieur/in (m/w/d)", "VP, Engineering", "C.T.O.", "首席技术官", "Founder & CEO", "Assistant to the CEO",
		"Staff Engineer II", "\x1b[31mCTO", "senior senior senior", "of the", "L5", "Head of / Head of", "Entwicklungsleiter",
	}
	for i, s := range titles {
		f.Add(s, titles[(i+1)%len(titles)])
	}
	f.Fuzz(func(t *testing.T, a, b string) {
		if scoring.SameTitle(a, b) != scoring.SameTitle(b, a) {
			t.Errorf("%q and %q are the same from one side only", a, b)
		}
		there, back := scoring.CompareTitles(a, b), scoring.CompareTitles(b, a)
		if there.Step() != -back.Step() || there.Step() == 0 && there != back {
			t.Errorf("%q to %q is %s, and back %s", a, b, there, back)
		}
		if same := scoring.CompareTitles(a, a); same != scoring.TitleSame && same != scoring.TitleUnclear {
			t.Errorf("%q is %s beside itself", a, same)
		}
		if level := scoring.Level(a); level < 0 {
			t.Errorf("%q is of level %d", a, level)
		}
		scoring.Discipline(a)
	})
}
