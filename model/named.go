package model

import (
	"fmt"
	"strings"
)

// Names as people type them: in any case, with or without blanks and hyphens, and as
// short as only one of them begins so.

// MeantSignalKind reads a kind of signal: "open to work", "opentowork", "layo".
func MeantSignalKind(s string) (SignalKind, error) { return named("kind of signal", s, SignalKinds()) }

// MeantChannel reads a channel; mail is e-mail.
func MeantChannel(s string) (Channel, error) {
	if nameLetters(s) == "mail" {
		return Email, nil
	}
	return named("channel", s, Channels())
}

// MeantMotivator reads a motivator.
func MeantMotivator(s string) (Motivator, error) { return named("motivator", s, Motivators()) }

// MeantLock reads a lock.
func MeantLock(s string) (Lock, error) { return named("lock", s, Locks()) }

// MeantDirection reads which way a contact went: "out" or "in", or the beginning of
// "outbound" or "inbound"; "" is out.
func MeantDirection(s string) (Direction, error) {
	switch letters := nameLetters(s); {
	case strings.HasPrefix("outbound", letters):
		return Outbound, nil
	case strings.HasPrefix("inbound", letters):
		return Inbound, nil
	}
	return Outbound, fmt.Errorf("there is no way %.40q: it is out, you to her, or in, she to you", CleanLine(s))
}

// named finds the one of all that a text names, or of which it is the beginning. The
// error says which there are.
func named[T ~string](what, text string, all []T) (one T, err error) {
	letters := nameLetters(text)
	var begins []T
	for _, name := range all {
		switch has := nameLetters(string(name)); {
		case letters == "":
		case has == letters:
			return name, nil
		case strings.HasPrefix(has, letters):
			begins = append(begins, name)
		}
	}
	if len(begins) == 1 {
		return begins[0], nil
	}
	said := "there is no"
	if len(begins) > 1 {
		said, all = "more than one", begins
	}
	names := make([]string, len(all))
	for i, name := range all {
		names[i] = string(name)
	}
	return one, fmt.Errorf("%s %s %.40q: it is one of %s", said, what, CleanLine(text), strings.Join(names, ", "))
}

// nameLetters are the letters of a name in lower case: email is e-mail.
func nameLetters(s string) string {
	return strings.ReplaceAll(NameKey(s), " ", "")
}
