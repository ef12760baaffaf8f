package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"talentmap/model"
	"talentmap/store"
)

func (a *app) signalMendVerb() *cobra.Command {
	var given model.Signal
	var kind, date string
	c := &cobra.Command{
		Use: "mend PERSON SIGNAL", Short: "Change what is given of a signal that was logged; the rest stays",
		Long: "Change what is given of a signal that was logged; the rest stays. SIGNAL is an ID such as s17, which `talentmap show PERSON --json` tells.\n" +
			"One at her employer is mended for everybody who works there.",
		Args: args(2, 2, "a person and the ID of a signal such as s17"),
	}
	v := a.actFlags(c)
	f := c.Flags()
	f.StringVar(&kind, "kind", "", "what kind it is")
	f.StringVar(&date, "date", "", "when it happened, also only the month or year")
	f.Float64Var(&given.Confidence, "confidence", 1, "how sure it is, above 0 to 1")
	f.Float64Var(&given.Magnitude, "magnitude", 0, "layoffs: percent of staff; pay: percent below market; ratings: stars lost")
	f.StringVar(&given.Source, "source", "", "where it was seen")
	f.StringVar(&given.Note, "note", "", "what was seen")
	c.RunE = func(c *cobra.Command, args []string) error {
		if err := v.signalNumbers(&given, date); err != nil {
			return err
		}
		return v.onSignal(args[0], args[1], "mended", func(st *store.Store, s *model.Signal) (_ store.Acted, err error) {
			changed := func(name string) bool { return c.Flags().Changed(name) }
			if changed("kind") {
				if s.Kind, err = kindNamed(strings.Fields(kind)); err != nil {
					return store.Acted{}, err
				}
			}
			if changed("date") {
				s.Date = given.Date
			}
			if changed("confidence") {
				s.Confidence = given.Confidence
			}
			if changed("magnitude") {
				s.Magnitude = given.Magnitude
			}
			if changed("source") {
				s.Source = model.CleanLine(given.Source)
			}
			if changed("note") {
				s.Note = model.CleanLine(given.Note)
			}
			return st.MendSignal(v.user, s)
		})
	}
	return c
}

func (a *app) signalRemoveVerb() *cobra.Command {
	c := &cobra.Command{
		Use: "remove PERSON SIGNAL", Short: "Take a signal away that was logged, or that came with a file",
		Long: "Take a signal away. SIGNAL is an ID such as s17, which `talentmap show PERSON --json` tells. One at her employer goes for everybody\nwho works there.",
		Args: args(2, 2, "a person and the ID of a signal such as s17"),
	}
	v := a.actFlags(c)
	c.RunE = func(_ *cobra.Command, args []string) error {
		return v.onSignal(args[0], args[1], "removed", func(st *store.Store, s *model.Signal) (store.Acted, error) { return st.RemoveSignal(v.user, s) })
	}
	return c
}

// onSignal does something with a signal of the person meant, or of her employer, and
// says so.
func (v *acting) onSignal(arg, number, done string, do func(*store.Store, *model.Signal) (store.Acted, error)) error {
	return v.with(func(st *store.Store) error {
		p, err := v.meant(st, arg)
		if err != nil {
			return err
		}
		s, err := v.signalOf(st, &p, number)
		if err != nil {
			return err
		}
		acted, err := do(st, &s)
		if err != nil {
			return err
		}
		if !s.OfCompany() {
			return v.tellAct(&acted, done+" "+string(s.Kind))
		}
		if v.json {
			return printJSON(v.out, []companySignalJSON{{s.Company.String(), v.companyName(st, s.Company), s.ID.String(), string(s.Kind), s.Date.String()}})
		}
		fmt.Fprintf(v.out, "%s: %s %s, for everybody there\n", v.companyName(st, s.Company), done, s.Kind)
		return nil
	})
}

// signalOf finds a signal that counts for a person by its ID.
func (v *acting) signalOf(st *store.Store, p *model.Person, number string) (found model.Signal, err error) {
	err = st.View(func(tx *store.Tx) error {
		for s, err := range tx.SignalsOf(p.ID) {
			if err != nil {
				return err
			}
			if s.ID.String() == number {
				found = s
			}
		}
		employers, err := tx.EmployersOf(p, v.now())
		if err != nil {
			return err
		}
		for i := range employers {
			for s, err := range tx.SignalsAt(employers[i].ID) {
				if err != nil {
					return err
				}
				if s.ID.String() == number {
					found = s
				}
			}
		}
		return nil
	})
	if err == nil && found.ID == 0 {
		err = fmt.Errorf("there is no signal %s of %s: `talentmap show %s --json` tells those that there are", model.CleanLine(number), p.Name, p.ID)
	}
	return found, err
}

// companyName is how a company is called; its ID where that can't be read.
func (v *acting) companyName(st *store.Store, id model.CompanyID) string {
	name := id.String()
	err := st.View(func(tx *store.Tx) error {
		c, err := tx.Company(id)
		if err == nil {
			name = model.CleanLine(c.Name)
		}
		return err
	})
	if err != nil {
		return id.String()
	}
	return name
}
