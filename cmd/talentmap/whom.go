package main

import (
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"talentmap/model"
	"talentmap/store"
)

// A verb that changes somebody takes a key at its word: an ID, an e-mail address,
// a link, a full name that nobody else has. Of the mere beginning of a name it
// shows whom that means, and asks.

// whom is somebody whom a verb is about to change.
type whom struct {
	model.Person
	arg     string // what she was given by
	guessed bool   // it is only the beginning of her name
}

// findWhom finds who is meant, as [findPerson] does.
func findWhom(tx *store.Tx, arg string) (whom, error) {
	id, guessed, err := meantBy(tx, arg)
	if err != nil {
		return whom{}, err
	}
	p, err := tx.Person(id)
	return whom{p, model.CleanLine(arg), guessed}, err
}

// guesses are those of whom only the beginning of the name was given.
func guesses(all ...whom) (some []whom) {
	for _, w := range all {
		if w.guessed {
			some = append(some, w)
		}
	}
	return some
}

// yesFlag adds --yes to a verb that asks where it had to guess.
func yesFlag(c *cobra.Command) *bool {
	return c.Flags().Bool("yes", false, "take the beginning of a name without asking")
}

// sure has a person confirm whom a verb changes, where one of them was guessed:
// show prints what tells them apart, and the question follows. yes answers it.
func (a *app) sure(yes bool, question string, show func(), all ...whom) error {
	some := guesses(all...)
	switch {
	case len(some) == 0 || yes:
		return nil
	case !a.tty:
		return noGuess(some)
	}
	show()
	return a.agree(false, question)
}

// noGuess is the refusal where nobody can be asked: it names the IDs to give.
func noGuess(some []whom) error {
	said, ids := make([]string, len(some)), make([]string, len(some))
	for i, w := range some {
		said[i], ids[i] = fmt.Sprintf("%q is %s, %s", w.arg, w.ID, inBrief(&w.Person)), w.ID.String()
	}
	return fmt.Errorf("nothing was changed: only the beginning of a name was given, and there is no terminal to ask on: %s. Give %s, or --yes",
		strings.Join(said, "; "), strings.Join(ids, " and "))
}

// sayGuesses prints whom the beginnings of names mean.
func (a *app) sayGuesses(all ...whom) {
	for _, w := range guesses(all...) {
		fmt.Fprintf(a.out, "%q is %s, %s\n", w.arg, w.ID, inBrief(&w.Person))
	}
}

// inBrief is a person with what tells her from a namesake.
func inBrief(p *model.Person) string {
	var pos model.Position
	if len(p.Positions) > 0 {
		pos = p.Positions[0]
	}
	key := ""
	for _, keys := range [][]string{p.Contact.Emails, p.Contact.Links} {
		if key == "" && len(keys) > 0 {
			key = keys[0]
		}
	}
	return model.CleanLine(joined(", ", oneLine(p.Name, pos.Title, pos.Company), p.Location, key))
}

// peopleMeant finds the people whom arguments name, or says of each that is not found
// that it is not.
func peopleMeant(tx *store.Tx, args []string) (people []whom, err error) {
	var errs []error
	for _, arg := range args {
		who, err := findWhom(tx, arg)
		if err != nil {
			errs = append(errs, fmt.Errorf("%s: %w; nothing was changed", model.CleanLine(arg), err))
			continue
		}
		people = append(people, who)
	}
	return people, errors.Join(errs...)
}

// agreed has a person confirm what is done with people and one thing, a map or a role,
// where one of them was guessed. done says of whom and of the thing what that is; what
// is it in words.
func (a *app) agreed(yes bool, ask, done, thing string, people []whom) (what string, err error) {
	ask = fmt.Sprintf(ask, thing)
	if len(guesses(people...)) > 1 {
		ask = strings.Replace(ask, "her", "them", 1)
	}
	who := people[0].Name
	if len(people) > 1 {
		who = fmt.Sprintf("%d people", len(people))
	}
	return fmt.Sprintf(done, who, thing), a.sure(yes, ask, func() { a.sayGuesses(people...) }, people...)
}

// each does something with people, one after another; the error says with whom it
// could not be done.
func each(people []whom, do func(model.PersonID) error) error {
	for _, p := range people {
		if err := do(p.ID); err != nil {
			return fmt.Errorf("%s: %w; nothing was changed", p.arg, err)
		}
	}
	return nil
}
