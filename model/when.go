package model

import (
	"fmt"
	"strings"
	"time"
	"unicode"
)

// ParseWhen reads a day as people say it, counted from the day of now:
//
//	today   tomorrow   monday   3m   10d   in 2 weeks
//	next week   next month   next quarter   q2   end of march
//	1 Feb   feb 2027   2027-02-01   01.02.2027
//
// The commonest words of German, French and Spanish are read as well: morgen,
// nächste Woche, dans 3 mois, el lunes. A weekday is the next one after today; a week, month, quarter or year means its
// first day; a day without a year is the next such day after today; a month after
// the 31st is the last day of the month. The date may lie before now only where it
// is written in full. One that does not exist is an error that says so, and
// so is what can't be read, with forms that can.
func ParseWhen(s string, now time.Time) (Date, error) {
	text := CleanLine(s)
	if numeric(text) {
		d, err := ParseDate(text)
		if err != nil || !d.Known() {
			return 0, whenError(text, err)
		}
		return DateOf(d.Time()), nil
	}
	w := whenReader{today: DateOf(now), text: text}
	for word := range strings.FieldsSeq(whenPhrases.Replace(NameKey(text))) {
		if !w.take(word) {
			return 0, whenError(text, nil)
		}
	}
	d, ok := w.day()
	switch {
	case w.missing:
		return 0, fmt.Errorf("%.40q is not in the calendar: write a day that exists", text)
	case ok && w.onDay && d.Time().Weekday() != w.weekday:
		return 0, fmt.Errorf("%.40q does not agree: %s is a %s", text, d, d.Time().Weekday())
	case !ok || d > 29991231 || strings.HasPrefix(text, "-"):
		return 0, whenError(text, nil)
	}
	return d, nil
}

func whenError(text string, err error) error {
	if err != nil && strings.Contains(err.Error(), "calendar") {
		return err
	}
	return fmt.Errorf("%.40q is no date: write it as 3m, 2w, tomorrow, monday, next month, q2, 1 Feb or 2027-02-01", text)
}

// numeric reports whether a text is written in figures alone, or begins as a
// timestamp does.
func numeric(text string) bool {
	if strings.HasPrefix(text, "-") {
		return false
	}
	year, rest, cut := strings.Cut(text, "-")
	if cut && len(year) == 4 && digits(year) > 0 && rest != "" && rest[0] >= '0' && rest[0] <= '9' {
		return true
	}
	letter := strings.ContainsFunc(text, unicode.IsLetter)
	return !letter && strings.ContainsAny(text, "0123456789") || letter && strings.ContainsAny(text, ".,/") && brokenNumber(text)
}

// brokenNumber reports whether a point stands between two figures: 3.5w.
func brokenNumber(text string) bool {
	for i := 1; i+1 < len(text); i++ {
		if strings.IndexByte(".,/", text[i]) >= 0 && digits(text[i-1:i]) >= 0 && digits(text[i+1:i+2]) >= 0 {
			return true
		}
	}
	return false
}

// whenReader gathers what the words of a text say.
type whenReader struct {
	today Date
	text  string

	days    int  // from today
	named   bool // days is given: today, tomorrow
	number  int
	has     bool // number is given
	unit    span
	weekday time.Weekday
	onDay   bool // weekday is given
	month   time.Month
	quarter int
	year    int
	next    bool
	part    part
	missing bool // it is a day that no month has
}

// take reads one folded word.
func (w *whenReader) take(word string) bool {
	number, rest := leadingNumber(word)
	switch {
	case rest == "" && len(number) == 4 && w.year == 0:
		w.year = digits(number)
		return w.year >= 1000 && w.year <= 2999
	case number != "" && (rest == "" || ordinals[rest]):
		return w.setNumber(number)
	case number != "":
		unit, ok := whenUnits()[rest]
		return ok && w.setNumber(number) && w.setUnit(unit)
	case len(word) == 2 && (word[0] == 'q' || word[0] == 't') && word[1] >= '1' && word[1] <= '4' && w.quarter == 0:
		w.quarter = int(word[1] - '0')
		return true
	}
	return w.takeWord(word)
}

func (w *whenReader) takeWord(word string) bool {
	if whenFillers[word] {
		return true
	}
	if days, ok := whenDays[word]; ok && !w.named {
		w.days, w.named = days, true
		return true
	}
	if whenNext[word] {
		w.next = true
		return true
	}
	if p, ok := whenParts[word]; ok && w.part == wholePart {
		w.part = p
		return true
	}
	if whenOne[word] {
		return w.setNumber("1")
	}
	if unit, ok := whenUnits()[word]; ok {
		return w.setUnit(unit)
	}
	if m := namedBy(whenMonths, word); m > 0 && w.month == 0 {
		w.month = time.Month(m)
		return true
	}
	if d := namedBy(whenWeekdays, word); d > 0 && !w.onDay {
		w.weekday, w.onDay = time.Weekday(d%7), true
		return true
	}
	return false
}

func (w *whenReader) setNumber(s string) bool {
	n := digits(s)
	if w.has || n < 0 {
		return false
	}
	w.number, w.has = n, true
	return true
}

func (w *whenReader) setUnit(u span) bool {
	if w.unit != noSpan {
		return false
	}
	w.unit = u
	return true
}

// leadingNumber parts a word at the end of its figures.
func leadingNumber(word string) (number, rest string) {
	i := strings.IndexFunc(word, func(r rune) bool { return r < '0' || r > '9' })
	if i < 0 {
		return word, ""
	}
	return word[:i], word[i:]
}

// namedBy is the number of the group of names, from 1, of which one begins with a
// word of three letters or more; 0 where none or several do.
func namedBy(names []string, word string) (found int) {
	if len(word) < 3 {
		return 0
	}
	for i, group := range names {
		for name := range strings.FieldsSeq(group) {
			switch {
			case name == word:
				return i + 1
			case strings.HasPrefix(name, word) && found != 0 && found != i+1:
				return 0
			case strings.HasPrefix(name, word):
				found = i + 1
			}
		}
	}
	return found
}
