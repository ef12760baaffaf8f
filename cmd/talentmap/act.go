package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"talentmap/model"
	"talentmap/store"
)

// actJSON is what a verb that acts on somebody has done.
type actJSON struct {
	ID      string `json:"id"`
	Person  string `json:"person"`
	Changed bool   `json:"changed"` // false: everything was so already
	Was     string `json:"was"`     // the state before
	State   string `json:"state"`
	Next    string `json:"next"`
	Owner   string `json:"owner"`
	Lock    string `json:"lock"`
	Touch   string `json:"touch"` // the one that was written; "": none
	Warning string `json:"warning"`
}

// acting is what the verbs that act on one person share: whom, whether to ask, how
// to print.
type acting struct {
	*app
	json bool
	yes  *bool
}

// actFlags adds the flags of a verb that acts on somebody.
func (a *app) actFlags(c *cobra.Command) *acting {
	v := &acting{app: a, yes: yesFlag(c)}
	jsonFlag(c, &v.json)
	return v
}

// on acts on the person meant and says what was done: done in words, and where she
// stands now.
func (v *acting) on(arg string, act func(*store.Store, store.Act) (store.Acted, error), done string) error {
	return v.with(func(st *store.Store) error {
		return v.onIn(st, arg, func(who store.Act) (store.Acted, error) { return act(st, who) }, done)
	})
}

// onIn is [acting.on] in a store that is open.
func (v *acting) onIn(st *store.Store, arg string, act func(store.Act) (store.Acted, error), done string) error {
	p, err := v.meant(st, arg)
	if err != nil {
		return err
	}
	acted, err := act(store.Act{By: v.user, Person: p.ID})
	if err != nil {
		return err
	}
	return v.tellAct(&acted, done)
}

// meant is the person who is meant: nobody is changed by a guess.
func (v *acting) meant(st *store.Store, arg string) (model.Person, error) {
	var w whom
	err := st.View(func(tx *store.Tx) (err error) {
		w, err = findWhom(tx, arg)
		return err
	})
	if err != nil {
		return w.Person, err
	}
	return w.Person, v.sure(*v.yes, "Is she meant?", func() { v.sayGuesses(w) }, w)
}

func (v *acting) tellAct(acted *store.Acted, done string) error {
	p, o := &acted.Person, &acted.Person.Outreach
	warning := ""
	if err := acted.Closed.Err(); err != nil {
		warning = err.Error()
	}
	if v.json {
		touch := ""
		if acted.Touch.ID != 0 {
			touch = acted.Touch.ID.String()
		}
		lock := ""
		if o.Locked(v.now()) {
			lock = string(o.Lock)
		}
		return printJSON(v.out, []actJSON{{
			p.ID.String(), p.Name, acted.Changed, string(acted.Was), string(o.Current()), v.weights.Cadence.Due(p, v.now()).String(), o.Owner, lock, touch, warning,
		}})
	}
	if !acted.Changed {
		fmt.Fprintf(v.out, "%s (%s): nothing to change, it is so already\n", model.CleanLine(p.Name), p.ID)
		return nil
	}
	fmt.Fprintf(v.out, "%s (%s): %s; %s\n", model.CleanLine(p.Name), p.ID, done, model.CleanLine(v.standsAt(p)))
	if warning != "" {
		v.tell(warning + "; it is logged all the same, as it took place")
	}
	return nil
}

// standsAt says where somebody stands now and what comes next.
func (v *acting) standsAt(p *model.Person) string {
	o := &p.Outreach
	text := "she is " + string(o.Current())
	if o.Locked(v.now()) {
		return joined(" until ", text+", "+string(o.Lock), o.LockUntil.String())
	}
	if o.State == model.Active {
		text += fmt.Sprintf(", touch %d of %d sent", o.Step, v.weights.Cadence.TouchesOf(o))
	}
	return text + prefixed(", next ", o.Next.String())
}

// day reads a day as people say it.
func (a *app) day(words ...string) (model.Date, error) {
	d, err := model.ParseWhen(strings.Join(words, " "), a.now())
	if err != nil {
		return 0, usage("%v", err)
	}
	return d, nil
}

// dayOr is day, or none for "".
func (a *app) dayOr(text string) (model.Date, error) {
	if text == "" {
		return 0, nil
	}
	return a.day(text)
}

// moment is when something took place: a day that is over at noon, today now.
func (a *app) moment(text string) (time.Time, error) {
	d, err := a.dayOr(text)
	now := a.now()
	if err != nil || !d.Known() || d == model.DateOf(now) {
		return time.Time{}, err
	}
	if d > model.DateOf(now) {
		return time.Time{}, usage("%s is still to come: give the day on which it took place", d)
	}
	y, m, day := d.Parts()
	return time.Date(y, m, day, 12, 0, 0, 0, now.Location()), nil
}

// mostText is the largest text that a verb takes in, in bytes.
const mostText = 1 << 20

// textFrom reads a text from a file, or from standard input for "-"; "" for "".
func (a *app) textFrom(path string) (string, error) {
	var from io.Reader = a.in
	switch path {
	case "":
		return "", nil
	case "-":
	default:
		info, err := os.Stat(path)
		if err == nil && !info.Mode().IsRegular() {
			err = errors.New("it is no regular file")
		}
		if err != nil {
			return "", fmt.Errorf("read the text from %s: %w", path, err)
		}
		f, err := os.Open(path)
		if err != nil {
			return "", fmt.Errorf("read the text: %w", err)
		}
		defer f.Close()
		from = f
	}
	data, err := io.ReadAll(io.LimitReader(from, mostText+1))
	switch {
	case err != nil:
		return "", fmt.Errorf("read the text: %w", err)
	case len(data) > mostText:
		return "", fmt.Errorf("the text is longer than %d KB: keep what she wrote, without what hangs on it", mostText>>10)
	}
	text := strings.TrimSpace(model.CleanText(string(data)))
	if text == "" {
		return "", fmt.Errorf("there is no text in %s", path)
	}
	return text, nil
}
