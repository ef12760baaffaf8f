package model

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"time"
	"unicode/utf8"
)

// What a template may have at most.
const (
	MostTemplateText     = 16 << 10 // bytes of the body
	MostTemplateSubject  = 300      // bytes of the subject
	MostTemplateVersions = 50       // earlier versions that are kept
	mostName             = 60       // letters of the name of a template, a sequence, a shared thing
)

// Wording is what a template says: for one channel, in one language, with merge
// fields in the texts. See [Wording.Parse].
type Wording struct {
	Channel Channel `cbor:"1,keyasint,omitempty"`
	Lang    string  `cbor:"2,keyasint,omitempty"` // ISO 639-1, such as en; "": any
	Subject string  `cbor:"3,keyasint,omitempty"`
	Body    string  `cbor:"4,keyasint,omitempty"`
}

// Template is a text with merge fields that drafts begin from. An edit makes a new
// version; the earlier ones stay readable, as drafts and touches name theirs.
type Template struct {
	ID  TemplateID `cbor:"1,keyasint"`
	Rev Rev        `cbor:"-"`

	Name    string          `cbor:"2,keyasint"`
	Now     Wording         `cbor:"3,keyasint"`
	Version int             `cbor:"4,keyasint"` // of Now, from 1
	By      string          `cbor:"5,keyasint,omitempty"`
	At      time.Time       `cbor:"6,keyasint,omitzero"`
	Past    []PastWording   `cbor:"7,keyasint,omitempty"` // oldest first
	Purpose TemplatePurpose `cbor:"8,keyasint,omitempty"`
	Shipped bool            `cbor:"9,keyasint,omitempty"` // it came with the program
}

// PastWording is an earlier version of a template.
type PastWording struct {
	Version int       `cbor:"1,keyasint"`
	Wording Wording   `cbor:"2,keyasint"`
	By      string    `cbor:"3,keyasint,omitempty"`
	At      time.Time `cbor:"4,keyasint,omitzero"`
}

// TemplateRef names a version of a template; the zero TemplateRef is none.
type TemplateRef struct {
	ID      TemplateID `cbor:"1,keyasint,omitempty"`
	Version int        `cbor:"2,keyasint,omitempty"`
}

// TemplatePurpose is what a template is for: which one is offered first.
type TemplatePurpose string

// The purposes; the zero TemplatePurpose is any.
const (
	ForFirst    TemplatePurpose = "first"     // the first touch
	ForFollowUp TemplatePurpose = "follow-up" // a later one of a sequence
	ForValue    TemplatePurpose = "value"     // a value touch, with something from the shelf
	ForReply    TemplatePurpose = "reply"     // an answer to hers
)

// TemplatePurposes lists the purposes in the order of a sequence.
func TemplatePurposes() []TemplatePurpose {
	return []TemplatePurpose{ForFirst, ForFollowUp, ForValue, ForReply}
}

// Ref names the version of the template that stands.
func (t *Template) Ref() TemplateRef { return TemplateRef{ID: t.ID, Version: t.Version} }

// Called reports whether the template has a name, whatever the case.
func (t *Template) Called(name string) bool { return SameText(t.Name, name) }

// Check says what is wrong with a template: its name, its channel, its texts.
func (t *Template) Check() error {
	if err := checkName("template", t.Name); err != nil {
		return err
	}
	if t.Purpose != "" && !slices.Contains(TemplatePurposes(), t.Purpose) {
		return fmt.Errorf("there is no purpose %q: it is first, follow-up, value or reply", CleanLine(string(t.Purpose)))
	}
	_, err := t.Now.Parse()
	return err
}

// checkName says what is wrong with the name of a noun that people name.
func checkName(noun, name string) error {
	switch n := utf8.RuneCountInString(name); {
	case name == "":
		return fmt.Errorf("the %s needs a name", noun)
	case n > mostName:
		return fmt.Errorf("the name of the %s has %d letters, and may have %d", noun, n, mostName)
	case name != CleanLine(name):
		return fmt.Errorf("the name of the %s has signs that cannot be shown", noun)
	}
	return nil
}

// Revise puts another wording in the place of the one that stands, which is kept as
// an earlier version. changed is false for the same wording. Of the earlier ones the
// oldest goes where there are too many. A new template gets its first one.
func (t *Template) Revise(w Wording, by string, at time.Time) (changed bool) {
	if w == t.Now {
		return false
	}
	if t.Version > 0 {
		t.Past = append(slices.Clone(t.Past), PastWording{t.Version, t.Now, t.By, t.At})
	}
	if n := len(t.Past) - MostTemplateVersions; n > 0 {
		t.Past = t.Past[n:]
	}
	t.Now, t.By, t.At = w, by, at
	t.Version++
	return true
}

// Versions are all versions that there are, the newest first.
func (t *Template) Versions() []PastWording {
	all := append(slices.Clone(t.Past), PastWording{t.Version, t.Now, t.By, t.At})
	slices.SortStableFunc(all, func(a, b PastWording) int { return cmp.Compare(b.Version, a.Version) })
	return all
}

// WordingOf is the wording of a version; false for one that is no longer kept.
func (t *Template) WordingOf(version int) (Wording, bool) {
	for _, v := range t.Versions() {
		if v.Version == version {
			return v.Wording, true
		}
	}
	return Wording{}, false
}

// Text is a template as it is edited: a head of one line a property, an empty line,
// the body. See [ParseTemplate].
func (t *Template) Text() string {
	var b strings.Builder
	line := func(name, value string) {
		if value != "" {
			fmt.Fprintf(&b, "%s: %s\n", name, value)
		}
	}
	line("name", t.Name)
	line("channel", string(t.Now.Channel))
	line("language", t.Now.Lang)
	line("for", string(t.Purpose))
	line("subject", t.Now.Subject)
	return b.String() + "\n" + t.Now.Body
}

// ParseTemplate reads a template as [Template.Text] writes it, and checks it. What
// is wrong comes as a [TemplateError] with its line, counted from the first of the
// text.
func ParseTemplate(text string) (t Template, err error) {
	if len(text) > MostTemplateText+4<<10 {
		return t, tooLong(len(text))
	}
	rest, line := CleanText(text), 0
	head := map[string]*string{
		"name": &t.Name, "channel": (*string)(&t.Now.Channel), "language": &t.Now.Lang, "for": (*string)(&t.Purpose), "subject": &t.Now.Subject,
	}
	subjectAt, seen := 0, map[string]bool{}
	for rest != "" {
		var l string
		l, rest, _ = strings.Cut(rest, "\n")
		line++
		if strings.TrimSpace(l) == "" {
			break
		}
		name, value, found := strings.Cut(l, ":")
		name = strings.ToLower(strings.TrimSpace(name))
		into := head[name]
		switch {
		case !found || into == nil:
			return t, &TemplateError{Line: line, Column: 1, What: fmt.Sprintf("the head has no %q", CleanLine(name)), Do: "give name, channel, language, for and subject, each on its own line, then an empty line and the text"}
		case seen[name]:
			return t, &TemplateError{Line: line, Column: 1, What: name + " is there twice", Do: "keep one of them"}
		}
		*into, seen[name] = CleanLine(value), true
		if name == "subject" {
			subjectAt = line
		}
	}
	t.Now.Body = strings.TrimSpace(rest)
	line += strings.Count(rest[:len(rest)-len(strings.TrimLeft(rest, " \n"))], "\n")
	t.Now.Channel = channelCalled(t.Now.Channel)
	return t, t.checkAt(subjectAt, line)
}

// channelCalled is the channel of a name in whatever case.
func channelCalled(name Channel) Channel {
	for _, ch := range Channels() {
		if lettersOf(string(ch)) == lettersOf(string(name)) {
			return ch
		}
	}
	return name
}

// checkAt is Check for a text in which the subject and the body stand where they
// are told to.
func (t *Template) checkAt(subject, before int) error {
	err := t.Check()
	if te, ok := err.(*TemplateError); ok {
		switch te.In {
		case InSubject:
			te.Line += max(subject-1, 0)
			te.Column += len("subject: ")
		case InBody:
			te.Line += before
		}
	}
	return err
}
