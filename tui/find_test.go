package tui_test

import (
	"testing"
	"time"

	"talentmap/model"
	"talentmap/store"
)

// "Find anyone" takes fields; what it can't understand it says, with what the
// word may become.
func TestFindTakesFields(t *testing.T) {
	at(t, setup{w: 120, h: 40}, func(b *bench) {
		b.press("f =name:käthe_-contacted")
		b.Contains("Käthe Hoffmann-Lehmann")
		b.press("esc f =compny:acme")
		b.Contains(`there is no field "compny"`)
		b.press("esc f =state:")
		b.Contains("state wants a value, such as state:nurture", "state:intro-pending", "state:bounced")
		b.press("enter")
		b.Contains("type on")
	})
}

// What a word may become is said below it, whoever else is found by it, with the
// key that does so.
func TestFindCompletes(t *testing.T) {
	at(t, setup{w: 120, h: 40}, func(b *bench) {
		b.edit("entered", func(tx *store.Tx) error {
			return tx.PutPerson(&model.Person{Name: "Ada Compton", Positions: []model.Position{{Company: "Comptoir", Title: "Buyer"}}})
		})
		b.press("f")
		b.Contains("tab  name:  the name   then company: title: location: level>=")
		b.press("=comp")
		b.Contains("Ada Compton", "tab  company:  the employer now, else the last")
		b.press("tab")
		b.Contains("> company:", "tab  companies, those of most people first")
		b.press("=Compt")
		b.Contains("tab  companies that begin so", "Ada Compton")
		b.press("tab")
		b.Contains("> company:Comptoir", "Ada Compton")
		b.Lacks("tab  ")
		b.press("space =st")
		b.Contains("tab  state:  the outreach state")
		b.press("tab =nu tab")
		b.Contains("> company:Comptoir state:nurture")
		b.press("ctrl+u =l")
		b.Contains("tab  location:  the place, and what it is a part of   then level>= lock: locked")
		b.press("tab tab")
		b.Contains("> level>=", "tab  lock:  the lock, also one that has ended   then locked location: level>=")
		b.press("ctrl+u =-tag:alumni")
		b.Lacks("tab  ")
		b.press("ctrl+u =com right") // the arrow does so, too, at the end
		b.Contains("> company:")
		b.press("ctrl+u =com left right")
		b.Contains("> com ", "tab  company:")
	})
}

// Where several are chosen tab marks, and the arrow completes.
func TestAddingCompletes(t *testing.T) {
	at(t, setup{}, func(b *bench) {
		b.press("a =sta")
		b.Contains("right  state:  the outreach state")
		b.press("down tab") // the first is on the map
		b.Contains("> sta", "· 1 marked")
		b.press("right")
		b.Contains("> state:", "right  state:mapped   then state:researched")
		b.press("right")
		b.Contains("> state:mapped", "· 1 marked")
	})
}

// While the map is narrowed it says the same beside what is typed; of a word that
// is wrong before it, that.
func TestNarrowingCompletes(t *testing.T) {
	at(t, setup{}, func(b *bench) {
		b.press("/ =sig")
		b.Contains(" / sig  tab  signal:  any signal of this kind")
		b.press("tab =lay")
		b.Contains(" / signal:lay  tab  signal:layoffs")
		b.press("right")
		b.Contains(" / signal:layoffs", " match")
		b.Lacks("tab  ")
		b.press("ctrl+u =compny:x_sig")
		b.Contains(`there is no field "compny"`)
		b.press("ctrl+u =zz tab")
		b.Contains(" / zz", "Nobody matches")
		b.press("esc tab") // and it is the key of the panes again
		b.Contains("▸ 2 Queue")
	})
}

// Who has moved since the last import is one query.
func TestFindTakesNews(t *testing.T) {
	at(t, setup{}, func(b *bench) {
		b.press("f =new tab =m")
		b.Contains("tab  news:moved")
		b.press("tab")
		b.Contains("> news:moved")
	})
}

// Where nobody is found it says what would find more; people of whom no title is known
// are told apart by where they live.
func TestFindSaysWhyAndWho(t *testing.T) {
	at(t, setup{}, func(b *bench) {
		for query, says := range map[string]string{
			"xyzzyx":                             "Nobody matches. Fewer letters find more.",
			"receptivity>100":                    "Nobody is like that.",
			"receptivity>60_location:Antarctica": "Nobody is all of that. One condition less finds more.",
		} {
			b.press("f =" + query)
			b.Contains(says)
			b.press("esc")
		}
		b.edit("entered them", func(tx *store.Tx) error {
			at := []model.Position{{Company: "Broadcom"}}
			for _, p := range []model.Person{{Name: "Burak Twin", Location: "Kiel, Germany", Positions: at}, {Name: "Burak Twin", Location: "Bern, Switzerland", Positions: at}, {Name: "Burak Twin", Location: "Porto, Portugal"}} {
				if err := tx.PutPerson(&p); err != nil {
					return err
				}
			}
			return nil
		})
		b.clock.Advance(time.Second)
		b.press("f =burak_twin")
		b.Contains("at Broadcom · Kiel, Germany", "at Broadcom · Bern, Switzerland", "Porto, Portugal")
	})
}
