package model

import (
	"errors"
	"fmt"
	"slices"
	"strings"
)

// personValue is what a field does with its value, whatever the type.
type personValue interface {
	text(p *Person) string
	set(p *Person, text string) error // the error goes on from the field's name
	take(into, from *Person)
	same(a, b *Person) bool
	// unite puts into a person what both sides have made of base. ok is false
	// where that can't stand together.
	unite(into, base, theirs, mine *Person) (ok bool)
	// apart reports whether what both sides did does not get in each other's
	// way, so that unite needs nobody to agree.
	apart(base, theirs, mine *Person) bool
}

// lineValue is one line.
type lineValue struct{ at func(*Person) *string }

func (v lineValue) text(p *Person) string              { return *v.at(p) }
func (v lineValue) take(into, from *Person)            { *v.at(into) = *v.at(from) }
func (v lineValue) same(a, b *Person) bool             { return *v.at(a) == *v.at(b) }
func (v lineValue) unite(_, _, _, _ *Person) (ok bool) { return false }
func (v lineValue) apart(_, _, _ *Person) bool         { return false }
func (v lineValue) set(p *Person, text string) error   { *v.at(p) = CleanLine(text); return nil }

// nameValue is a line that can't be empty.
type nameValue struct{ lineValue }

func (v nameValue) set(p *Person, text string) error {
	if NameKey(CleanLine(text)) == "" {
		return errNoName
	}
	return v.lineValue.set(p, text)
}

// zoneValue is the name of a time zone, or nothing.
type zoneValue struct{ lineValue }

func (v zoneValue) set(p *Person, text string) error {
	name := CleanLine(text)
	if _, ok := ZoneNamed(name); !ok && name != "" {
		return fmt.Errorf(": there is no time zone %.60q: write it like Europe/Berlin", name)
	}
	return v.lineValue.set(p, name)
}

// textValue is a text of many lines.
type textValue struct{ at func(*Person) *string }

func (v textValue) text(p *Person) string      { return *v.at(p) }
func (v textValue) take(into, from *Person)    { *v.at(into) = *v.at(from) }
func (v textValue) same(a, b *Person) bool     { return *v.at(a) == *v.at(b) }
func (v textValue) apart(_, _, _ *Person) bool { return false }

func (v textValue) set(p *Person, text string) error {
	*v.at(p) = strings.TrimLeft(strings.TrimRight(CleanText(text), " \n"), "\n")
	return nil
}

// unite puts mine under theirs; where mine only goes on from base, what it adds.
func (v textValue) unite(into, base, theirs, mine *Person) bool {
	added := *v.at(mine)
	if rest, ok := strings.CutPrefix(added, *v.at(base)); ok {
		added = strings.TrimLeft(rest, "\n")
	}
	both := []string{*v.at(theirs), added}
	*v.at(into) = strings.Join(slices.DeleteFunc(both, func(s string) bool { return s == "" }), "\n")
	return true
}

// listValue is a list of items, each shown as one line.
type listValue[T comparable] struct {
	at   func(*Person) *[]T
	show func(T) string
	// read reads the lines that have a text; old are the items that stand.
	read func(lines []string, old []T) ([]T, error)
}

func (v listValue[T]) text(p *Person) string {
	lines := make([]string, len(*v.at(p)))
	for i, item := range *v.at(p) {
		lines[i] = v.show(item)
	}
	return strings.Join(lines, "\n")
}

func (v listValue[T]) take(into, from *Person) { *v.at(into) = slices.Clone(*v.at(from)) }
func (v listValue[T]) same(a, b *Person) bool  { return slices.Equal(*v.at(a), *v.at(b)) }

func (v listValue[T]) set(p *Person, text string) error {
	var lines []string
	var numbers []int // of the lines, from 1, as they were written
	n := 0
	for l := range strings.SplitSeq(CleanText(text), "\n") {
		n++
		if l = CleanLine(l); l != "" {
			lines, numbers = append(lines, l), append(numbers, n)
		}
	}
	items, err := v.read(lines, *v.at(p))
	var bad *lineError
	switch {
	case errors.As(err, &bad) && n > 1:
		return fmt.Errorf(", line %d: %w", numbers[bad.at], bad.err)
	case err != nil:
		return fmt.Errorf(": %w", err)
	}
	*v.at(p) = once(items)
	return nil
}

// unite merges by item, see [uniteItems].
func (v listValue[T]) unite(into, base, theirs, mine *Person) bool {
	*v.at(into) = uniteItems(*v.at(base), *v.at(theirs), *v.at(mine))
	return true
}

// apart is always so for plain items. Of positions, two sides that have both
// made something else of the same one have to be looked at.
func (v listValue[T]) apart(base, theirs, mine *Person) bool {
	if _, compound := any(v).(listValue[Position]); !compound {
		return true
	}
	b, t, m := *v.at(base), *v.at(theirs), *v.at(mine)
	touched := slices.ContainsFunc(b, func(item T) bool { return !slices.Contains(t, item) && !slices.Contains(m, item) })
	return !touched || !adds(b, t) || !adds(b, m)
}

// adds reports whether a list has an item that base has not.
func adds[T comparable](base, list []T) bool {
	return slices.ContainsFunc(list, func(item T) bool { return !slices.Contains(base, item) })
}

// uniteItems is what two sides have made of a list: theirs, without what I took
// out, with what I put in behind the item that it stands behind in mine, or
// behind what they have put in that item's place.
func uniteItems[T comparable](base, theirs, mine []T) []T {
	out := slices.DeleteFunc(once(theirs), func(item T) bool {
		return slices.Contains(base, item) && !slices.Contains(mine, item)
	})
	at := 0
	for _, item := range mine {
		switch i := slices.Index(out, item); {
		case i >= 0:
			at = i + 1
		case !slices.Contains(base, item):
			out = slices.Insert(out, at, item)
			at++
		default: // they took it out
			for at < len(out) && !slices.Contains(base, out[at]) && !slices.Contains(mine, out[at]) {
				at++
			}
		}
	}
	return out
}

// once is a copy of a list with each item once.
func once[T comparable](list []T) []T {
	var out []T
	for _, item := range list {
		if !slices.Contains(out, item) {
			out = append(out, item)
		}
	}
	return out
}
