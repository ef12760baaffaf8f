package composer_test

import (
	"strings"
	"testing"

	"talentmap/model"
	"talentmap/scoring/critique"
)

// slow is a comparison that waits when told to.
type slow struct{ hold chan struct{} }

func (s *slow) Said(critique.Term) (people, of int) {
	if s.hold != nil {
		<-s.hold
	}
	return 1, 1000
}
func (s *slow) Called(critique.Name) int  { return 0 }
func (s *slow) Given(critique.Name) int   { return 0 }
func (s *slow) Employs(critique.Name) int { return 0 }
func (s *slow) Nearest([]critique.Gram, int, model.PersonID) critique.Near {
	return critique.Near{}
}

// What is found is told with its reason and what to do, and marked in the text.
func TestTheCritiqueReadsWhatIsTyped(t *testing.T) {
	at(t, 120, 30, func(t *testing.T, d *desk) {
		d.known(t)
		d.write()
		d.Lacks("grade", "findings")
		d.Type("Hi there, please send me your résumé.")
		d.Contains("findings ─", "E no-resume", "E why-them", ", 5 E")
		view := d.pane.View()
		if !strings.Contains(view, "\x1b[4m") {
			t.Error("nothing is marked in the text")
		}
		d.Keys("esc")
		d.Keys("]", "]")
		d.Contains("“send me your résumé” asks", "Leave it out: what is public is enough")
		if view := d.pane.View(); !strings.Contains(view, "\x1b[7msend me your résumé") {
			t.Errorf("the place is not shown: %q", view)
		}
		d.Keys("[", "[")
		d.Contains("W length", "from 25 on")
		d.Keys("e", "tab", "ctrl+e", "ctrl+u")
		d.Lacks("grade", "findings")
	})
}

// A finding that is gone is told no more, also when it was read slowly: what is told
// is of the text as it stands.
func TestASlowReadingHoldsNoKeyAndIsNeverOld(t *testing.T) {
	at(t, 120, 30, func(t *testing.T, d *desk) {
		d.known(t)
		d.against.hold = make(chan struct{})
		d.write()
		d.Type("Ledgers that lie: send your résumé")
		d.Keys("ctrl+w") // the word goes
		d.Contains("Ledgers that lie: send your")
		d.Lacks("résumé")
		close(d.against.hold)
		d.Settle()
		d.Lacks("no-resume")
		d.Contains("grade")
	})
}
