package sample

import (
	"math/rand/v2"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// part is one part of a name as it is written, and as it stands in an address.
type part struct{ text, latin string }

// culture is a way of being named, and the cities where that is common.
type culture struct {
	given, family []part
	home          []string
	order         order
	second        second
}

// order is how the parts of a name are put together.
type order int

const (
	givenFirst       order = iota
	familyFirst            // 佐藤 健, Nagy Eszter
	familyFirstTight       // 王伟
)

// second is what some people of a culture carry beside one family name.
type second int

const (
	none second = iota
	initial
	secondFamily
	hyphenated
)

// named is a person's name in whole, in its parts, and in the letters of an
// address.
type named struct {
	full, given, family     string
	latinGiven, latinFamily string
}

// name draws a name of the culture. About half of the people of a culture that
// has second names carry one.
func (c *culture) name(r *rand.Rand) named {
	g, f := pick(r, c.given), pick(r, c.family)
	n := named{given: g.text, family: f.text, latinGiven: g.latin, latinFamily: f.latin}
	if c.second != none && r.IntN(2) == 0 {
		switch c.second {
		case initial:
			n.given += " " + string(rune('A'+r.IntN(26))) + "."
		case secondFamily:
			n.family += " " + pick(r, c.family).text
		case hyphenated:
			n.family += "-" + pick(r, c.family).text
		}
	}
	switch c.order {
	case familyFirst:
		n.full = n.family + " " + n.given
	case familyFirstTight:
		n.full = n.family + n.given
	default:
		n.full = n.given + " " + n.family
	}
	return n
}

// pick draws one item.
func pick[T any](r *rand.Rand, from []T) T { return from[r.IntN(len(from))] }

// parts reads a comma-separated list of names; "王=wang" says how a name that
// is not in Latin letters stands in an address.
func parts(list string) []part {
	var out []part
	for s := range strings.SplitSeq(list, ",") {
		text, latin, ok := strings.Cut(strings.TrimSpace(s), "=")
		if !ok {
			latin = latinLetters(text)
		}
		out = append(out, part{text, latin})
	}
	return out
}

// accentless are the letters outside a–z that have no accent to drop.
var accentless = strings.NewReplacer("ł", "l", "ø", "o", "đ", "d", "ß", "ss", "ı", "i", "æ", "ae", "œ", "oe", "ð", "d", "þ", "th")

// latinLetters is a Latin name in the letters a–z: "Łukasz" is lukasz,
// "van der Berg" vanderberg.
func latinLetters(s string) string {
	s = norm.NFD.String(accentless.Replace(strings.ToLower(s)))
	return strings.Map(func(r rune) rune {
		if r < 'a' || r > 'z' || unicode.Is(unicode.Mn, r) {
			return -1
		}
		return r
	}, s)
}

// hyphens is a phrase as part of a link: "Kestrel Pay" is kestrel-pay.
func hyphens(s string) string {
	words := strings.FieldsFunc(norm.NFD.String(accentless.Replace(strings.ToLower(s))), func(r rune) bool {
		return r != '\'' && r != '’' && !unicode.Is(unicode.Mn, r) && !unicode.IsDigit(r) && (r < 'a' || r > 'z')
	})
	for i, w := range words {
		words[i] = strings.Map(func(r rune) rune {
			if unicode.IsDigit(r) || (r >= 'a' && r <= 'z') {
				return r
			}
			return -1
		}, w)
	}
	return strings.Join(words, "-")
}
