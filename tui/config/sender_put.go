package config

import (
	"bytes"
	"errors"
	"reflect"
	"regexp"
	"slices"

	"talentmap/model"
)

// ErrByHand is of a config that cannot be changed but by hand.
var ErrByHand = errors.New("the config is written in a way in which only you can change it")

// PutSender is the text of a config with those details of who writes that are others than
// they were when they were read; all else of it stays as it is, with its comments, and what
// was changed in it since. A config with a fault is refused with that [Problem], one in which
// the details cannot be put with [ErrByHand].
func PutSender(file string, data []byte, was, s model.Sender, known func() Known) ([]byte, error) {
	set, problems := Parse(file, data, known)
	if faults := Faults(problems); len(faults) > 0 {
		return nil, faults[0]
	}
	bom := []byte("\ufeff")
	text, marked := bytes.CutPrefix(data, bom)
	for _, f := range slices.Backward(SenderFields()) { // each new line goes above the one before
		value := *f.Of(&s)
		if value == *f.Of(&was) || value == *f.Of(&set.Sender) {
			continue
		}
		*f.Of(&set.Sender) = value
		var err error
		if text, err = putLine(file, text, f.Name, literal(value)); err != nil {
			return nil, err
		}
	}
	if marked {
		text = slices.Concat(bom, text)
	}
	if now, problems := Parse(file, text, known); len(Faults(problems)) > 0 || !reflect.DeepEqual(now, set) {
		return nil, ErrByHand
	}
	return text, nil
}

// senderTable is the table of who writes, in a config and where it is missing.
const senderTable = "sender"

// putLine sets one of the details: where it stands, else in place of the line that shows it
// behind a #, else below the head of the table, which is made where there is none.
func putLine(file string, text []byte, name, value string) ([]byte, error) {
	entries, bad := read(file, text)
	if bad != nil {
		return nil, *bad
	}
	line := name + " = " + value
	head, next := nowhere, place(len(text))
	for _, e := range entries {
		switch {
		case len(e.path) == 2 && e.path[0].text == senderTable && e.path[1].text == name:
			if e.value.end == 0 {
				return nil, ErrByHand
			}
			return splice(text, e.value.at, e.value.end, value), nil
		case e.path[0].text == senderTable && head == nowhere:
			head = e.path[0].at
		case e.path[0].text != senderTable && head != nowhere && e.path[0].at < next && e.path[0].at > head:
			next = e.path[0].at
		}
	}
	if head == nowhere {
		if n := len(text); n > 0 && text[n-1] != '\n' {
			text = append(slices.Clone(text), '\n')
		}
		return slices.Concat(text, []byte("\n["+senderTable+"]\n"+line+"\n")), nil
	}
	shown := regexp.MustCompile(`(?m)^#` + name + ` = ""`)
	if at := shown.FindIndex(text[head:next]); at != nil {
		return splice(text, head+place(at[0]), head+place(at[1]), line), nil
	}
	end := bytes.IndexByte(text[head:], '\n')
	if end < 0 {
		return slices.Concat(text, []byte("\n"+line+"\n")), nil
	}
	below := head + place(end) + 1
	return splice(text, below, below, line+"\n"), nil
}

// splice puts a piece in the place of what stands from one place to another.
func splice(text []byte, from, to place, piece string) []byte {
	return slices.Concat(text[:from], []byte(piece), text[to:])
}
