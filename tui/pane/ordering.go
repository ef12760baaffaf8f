package pane

import (
	"cmp"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"talentmap/model"
	"talentmap/tui/action"
)

// Order is a way in which a list can be ordered: by one of its columns.
type Order[R any] struct {
	Key   string // what chooses it
	By    string // the name of the column
	Word  string // what that is, as in "by last touch"
	Falls bool   // the highest first, where nobody has turned it round
	First string // the sentence that says who stands on top; "": the highest or the lowest
	// Of is what a row has of it; nil: the order in which the rows come.
	Of func(R) Value
}

// Value is what a row is ordered by: a number, and among equal ones a text. One that is
// not known comes last, whichever way.
type Value struct {
	Number  float64
	Text    string
	Unknown bool
}

func (v Value) compare(other Value) int {
	return cmp.Or(cmp.Compare(v.Number, other.Number), strings.Compare(v.Text, other.Text))
}

// What is said of the orders of texts and of days.
const (
	alphabetic = "From A to Z."
	earliest   = "The earliest first."
	latest     = "The latest first."
)

// Falling is the order with the highest first.
func (o Order[R]) Falling() Order[R] {
	o.Falls = true
	if o.First == earliest {
		o.First = latest
	}
	return o
}

// Saying is the order with a sentence of its own for who stands on top.
func (o Order[R]) Saying(first string) Order[R] {
	o.First = first
	return o
}

// says is the sentence that says who stands on top.
func (o Order[R]) says() string {
	switch {
	case o.First != "":
		return o.First
	case o.Falls:
		return "The highest first."
	}
	return "The lowest first."
}

// ByNumber orders by a number, which is not known where it is less than 0.
func ByNumber[R any](key, by, word string, of func(R) int) Order[R] {
	return Order[R]{Key: key, By: by, Word: word, Of: func(r R) Value {
		n := of(r)
		return Value{Number: float64(n), Unknown: n < 0}
	}}
}

// ByDate orders by a day.
func ByDate[R any](key, by, word string, of func(R) model.Date) Order[R] {
	return Order[R]{Key: key, By: by, Word: word, First: earliest, Of: func(r R) Value {
		d := of(r)
		return Value{Number: float64(d), Unknown: !d.Known()}
	}}
}

// ByText orders by a text as names are ordered: capitals and accents are no matter.
func ByText[R any](key, by, word string, of func(R) string) Order[R] {
	return Order[R]{Key: key, By: by, Word: word, First: alphabetic, Of: func(r R) Value {
		text := model.NameKey(of(r))
		return Value{Text: text, Unknown: text == ""}
	}}
}

// Ordered is an order, and whether it has been turned round.
type Ordered[R any] struct {
	Order[R]
	Turned bool
}

// Falling reports whether the highest is on top.
func (o Ordered[R]) Falling() bool { return o.Falls != o.Turned }

// Arrange orders a list whose rows come as they are ordered at first; those who are
// equal stay so.
func Arrange[T, R any](by Ordered[R], list []T, row func(T) R) {
	if by.Of == nil {
		if by.Turned {
			slices.Reverse(list)
		}
		return
	}
	type valued struct {
		Value
		what T
	}
	all := make([]valued, len(list))
	for i, what := range list {
		all[i] = valued{by.Of(row(what)), what}
	}
	slices.SortStableFunc(all, func(a, b valued) int {
		switch {
		case a.Unknown && b.Unknown:
			return 0
		case a.Unknown:
			return 1
		case b.Unknown:
			return -1
		case by.Falling():
			return b.compare(a.Value)
		}
		return a.compare(b.Value)
	})
	for i := range all {
		list[i] = all[i].what
	}
}

// Ordering is the order of a list, which a person chooses from a menu: by a column, and
// the same once more turns it round.
//
//	p.order = pane.NewOrdering(env, "order", pane.Just(p.refill), orders()...)
//	pane.Arrange(p.order.Now(), ids, func(id model.PersonID) *row { return p.of[id] })
//	p.cols.Sort(p.order.Mark())
//	overlay.NewOrder(env, p.order)
type Ordering[R any] struct {
	env     *Env
	prefix  string
	all     []Order[R]
	at      int
	turned  bool
	changed func() tea.Cmd
}

// NewOrdering has the first order hold. prefix begins the IDs of the choices; changed is
// what follows a choice: it arranges the list anew.
func NewOrdering[R any](env *Env, prefix string, changed func() tea.Cmd, all ...Order[R]) *Ordering[R] {
	return &Ordering[R]{env: env, prefix: prefix, all: all, changed: changed}
}

// Just is what asks for nothing once it is done.
func Just(do func()) func() tea.Cmd {
	return func() tea.Cmd {
		do()
		return nil
	}
}

// Now is the order that holds.
func (o *Ordering[R]) Now() Ordered[R] { return Ordered[R]{o.all[o.at], o.turned} }

// At is which of the choices holds.
func (o *Ordering[R]) At() int { return o.at }

// Natural reports whether the list is ordered as at first.
func (o *Ordering[R]) Natural() bool { return o.at == 0 && !o.turned }

// Mark is the column by which the list is ordered, and the sign at its head, for
// [widget.Columns.Sort]; none where the list is ordered as at first.
func (o *Ordering[R]) Mark() (column, sign string) {
	if o.Natural() {
		return "", ""
	}
	return o.Sign()
}

// Sign is Mark, also where the list is ordered as at first.
func (o *Ordering[R]) Sign() (column, sign string) {
	now, sign := o.Now(), o.env.Theme.Glyphs.Up
	if now.Falling() {
		sign = o.env.Theme.Glyphs.Down
	}
	return now.By, sign
}

// Said is the order for a title: "by fit"; "" where it is as at first.
func (o *Ordering[R]) Said() string {
	switch {
	case o.Natural():
		return ""
	case o.turned:
		return "by " + o.all[o.at].Word + ", the other way round"
	}
	return "by " + o.all[o.at].Word
}

// Choices are the orders that can be chosen, each with who stands on top then; the line
// of the one that holds says which way it is.
func (o *Ordering[R]) Choices() []action.Action {
	all := make([]action.Action, len(o.all))
	for i, order := range o.all {
		long := order.says()
		if i == o.at {
			_, sign := o.Sign()
			long = strings.TrimSpace(sign + " Once more: the other way round.")
		}
		all[i] = action.Action{ID: o.prefix + "." + order.By, Group: "order", Short: order.Word, Long: long, Keys: []string{order.Key}, Run: func() tea.Cmd {
			o.turned = i == o.at && !o.turned
			o.at = i
			return o.changed()
		}}
	}
	return all
}
