package model

import (
	"fmt"
	"net/url"
	"slices"
	"strings"
	"time"
	"unicode/utf8"
)

// ShelfItem is something worth sharing: a brief, a post, a benchmark. Each is shared
// with a person once at most; touches say with whom.
type ShelfItem struct {
	ID  ShelfID `cbor:"1,keyasint"`
	Rev Rev     `cbor:"-"`

	Kind       string      `cbor:"2,keyasint,omitempty"` // one of ShelfKinds; "": none is told
	Title      string      `cbor:"3,keyasint"`
	Link       string      `cbor:"4,keyasint,omitempty"` // http or https
	Text       string      `cbor:"5,keyasint,omitempty"` // what it says, in a sentence or two
	Topics     []string    `cbor:"6,keyasint,omitempty"`
	Motivators []Motivator `cbor:"7,keyasint,omitempty"` // whom it is for, by what would move them
	By         string      `cbor:"8,keyasint,omitempty"`
	At         time.Time   `cbor:"9,keyasint,omitzero"`
}

// ShelfKinds are what a thing on the shelf can be.
func ShelfKinds() []string {
	return []string{"brief", "post", "article", "report", "benchmark", "talk", "video", "event", "code", "note"}
}

// ReadShelfKind is the kind of a word in whatever case, "" for none. The error of any
// other word says which kinds there are.
func ReadShelfKind(word string) (string, error) {
	word = strings.ToLower(CleanLine(word))
	if word == "" || slices.Contains(ShelfKinds(), word) {
		return word, nil
	}
	return "", fmt.Errorf("there is no kind %q: it is %s, or none", cutName(word), strings.Join(ShelfKinds(), ", "))
}

// What a thing on the shelf may have at most.
const (
	mostShelfTitle  = 200
	mostShelfText   = 2000
	mostShelfTopics = 20
	mostShelfLink   = 2048
)

// Check says what is wrong with something on the shelf.
func (s *ShelfItem) Check() error {
	switch n := utf8.RuneCountInString(s.Title); {
	case s.Title == "":
		return fmt.Errorf("what is shared needs a title")
	case n > mostShelfTitle:
		return fmt.Errorf("the title has %d letters, and may have %d", n, mostShelfTitle)
	case len(s.Text) > mostShelfText:
		return fmt.Errorf("the text has %d bytes, and may have %d: a sentence or two say what it is", len(s.Text), mostShelfText)
	case len(s.Topics) > mostShelfTopics:
		return fmt.Errorf("there are %d topics, and may be %d", len(s.Topics), mostShelfTopics)
	}
	for _, m := range s.Motivators {
		if !slices.Contains(Motivators(), m) {
			return fmt.Errorf("there is no motivator %q: it is scope, compensation, technology or company stage", CleanLine(string(m)))
		}
	}
	return CheckLink(s.Link)
}

// CheckLink refuses what is no address of a page: a whole one of http or https. None, "",
// is none.
func CheckLink(link string) error {
	if link == "" {
		return nil
	}
	u, err := url.Parse(link)
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "" || u.User != nil || len(link) > mostShelfLink || strings.ContainsAny(link, " <>\"") {
		return fmt.Errorf("%q is no link: give the whole address, such as https://example.com/brief", cutName(link))
	}
	return nil
}

// SharedWith reports whether something was shared already in one of the touches.
func (s *ShelfItem) SharedWith(touches []Touch) bool {
	return slices.ContainsFunc(touches, func(t Touch) bool { return t.Direction == Outbound && t.Shelf == s.ID })
}
