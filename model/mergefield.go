package model

import (
	"slices"
	"strings"
	"unicode"
)

// Field is one of the closed set of things that a template can name: {{first_name}}.
type Field uint8

// The merge fields, in the order in which they are offered: she, where she works,
// what research has found, who introduces, why now one writes at all, and the sender.
const (
	FieldFirstName Field = iota
	FieldLastName
	FieldName
	FieldTitle
	FieldCompany
	FieldLocation
	FieldTenure
	FieldPreviousTitle
	FieldPreviousCompany
	FieldSkill
	FieldFactRole
	FieldFactProgression
	FieldFactPublished
	FieldFactConnections
	FieldFactCompany
	FieldFactSkills
	FieldPublished
	FieldPublishedLink
	FieldIntroducer
	FieldIntroducerHow
	FieldMotivator
	FieldRoleTitle
	FieldRoleCompany
	FieldRoleLocation
	FieldShelfTitle
	FieldShelfLink
	FieldShelfText
	FieldLastSubject
	FieldLastMonth
	FieldSender
	FieldSenderFirst
	FieldSenderTitle
	FieldSenderCompany
	FieldSenderAddress
	FieldSenderEmail
	FieldSource
	FieldOptOut
	FieldPrivacyNotice
	fieldCount
)

// fieldInfo is what is said of a field.
type fieldInfo struct {
	name    string
	says    string // what it is, for a list of them
	missing string // what to do where it has no value
}

// whereYouAre is where one says who writes.
const whereYouAre = "`your details` in the workbench, `talentmap config sender` elsewhere"

// fields describes each field. What a signal tells is none of them: it sets the
// time of a message and never stands in its text.
var fields = [fieldCount]fieldInfo{
	FieldFirstName:       {"first_name", "her first name", "her record has no name: write it"},
	FieldLastName:        {"last_name", "her last name", "her record has no last name"},
	FieldName:            {"name", "her whole name", "her record has no name: write it"},
	FieldTitle:           {"title", "her present title", "no present position is known: add it to her record"},
	FieldCompany:         {"company", "where she works now", "no present position is known: add it to her record"},
	FieldLocation:        {"location", "where she lives", "her record has no place"},
	FieldTenure:          {"tenure", "for how long she has held her title: three years", "the start of her position is not known"},
	FieldPreviousTitle:   {"previous_title", "her title before this one", "no earlier position is known"},
	FieldPreviousCompany: {"previous_company", "where she worked before", "no earlier position is known"},
	FieldSkill:           {"skill", "a skill of hers, one that the role asks for first", "her record has no skills"},
	FieldFactRole:        {"fact.role", "research: current role and company", "that item of the research is open: look it up"},
	FieldFactProgression: {"fact.progression", "research: earlier progression", "that item of the research is open: look it up"},
	FieldFactPublished:   {"fact.published", "research: published content", "that item of the research is open: look it up"},
	FieldFactConnections: {"fact.connections", "research: mutual connections", "that item of the research is open: look it up"},
	FieldFactCompany:     {"fact.company", "research: company context", "that item of the research is open: look it up"},
	FieldFactSkills:      {"fact.skills", "research: skills alignment", "that item of the research is open: look it up"},
	FieldPublished:       {"published", "what she has published, with its kind: your talk “Streaming at Scale”; the talk, where the text is not to her", "nothing that she has published is known"},
	FieldPublishedLink:   {"published.link", "the link to what she has published", "no link to anything of hers is known"},
	FieldIntroducer:      {"introducer", "who could introduce us", "no mutual connection is known"},
	FieldIntroducerHow:   {"introducer.how", "how the one who could introduce us knows her", "how they know one another is not known"},
	FieldMotivator:       {"motivator", "what would move her, as words of an offer", "no motivator of hers is known"},
	FieldRoleTitle:       {"role.title", "the title of the role", "choose the role that the message is for"},
	FieldRoleCompany:     {"role.company", "the company of the role", "the role names no company"},
	FieldRoleLocation:    {"role.location", "where the role is", "the role names no place"},
	FieldShelfTitle:      {"shelf.title", "the title of what is shared", "choose something from the shelf"},
	FieldShelfLink:       {"shelf.link", "the link to what is shared", "what is shared has no link"},
	FieldShelfText:       {"shelf.text", "what is shared, in a sentence or two", "what is shared has no text"},
	FieldLastSubject:     {"last.subject", "the subject of the last message to her", "there is no earlier message with a subject"},
	FieldLastMonth:       {"last.month", "the month of the last message to her", "there is no earlier message"},
	FieldSender:          {"sender", "your name", "say who you are: " + whereYouAre},
	FieldSenderFirst:     {"sender.first_name", "your first name", "say who you are: " + whereYouAre},
	FieldSenderTitle:     {"sender.title", "your title", "say your title: " + whereYouAre},
	FieldSenderCompany:   {"sender.company", "your company", "say your company: " + whereYouAre},
	FieldSenderAddress:   {"sender.address", "where post reaches your company", "say your company's postal address: " + whereYouAre},
	FieldSenderEmail:     {"sender.email", "your e-mail address", "say your address: " + whereYouAre},
	FieldSource:          {"source", "where her data came from, as words of a notice", "her record does not say where it came from"},
	FieldOptOut:          {"opt_out", "the line that says how to end it", "say how to opt out: " + whereYouAre},
	FieldPrivacyNotice:   {"privacy_notice", "the line with the source, the purpose and the link to your privacy notice; nothing where the law does not ask for it", "give the link to your privacy notice: " + whereYouAre},
}

// Fields lists the merge fields in the order in which they are offered.
func Fields() []Field {
	all := make([]Field, fieldCount)
	for i := range all {
		all[i] = Field(i)
	}
	return all
}

// String is the name of a field as a template has it: first_name.
func (f Field) String() string {
	if f >= fieldCount {
		return "something newer"
	}
	return fields[f].name
}

// Tag is a field as it stands in a text: {{first_name}}.
func (f Field) Tag() string { return "{{" + f.String() + "}}" }

// isPhrase reports whether a field is words of a sentence, which has a capital where it
// begins with them, and no name.
func (f Field) isPhrase() bool {
	switch f {
	case FieldFactRole, FieldFactProgression, FieldFactPublished, FieldFactConnections, FieldFactCompany, FieldFactSkills,
		FieldPublished, FieldIntroducerHow, FieldMotivator, FieldTenure, FieldSource:
		return true
	}
	return false
}

// Says is what a field stands for.
func (f Field) Says() string { return fields[f].says }

// Missing is what to do where a field has no value.
func (f Field) Missing() string { return fields[f].missing }

// FieldNamed is the field of a name. ok is false where there is none; then meant is
// the one whose name has the same letters, such as first_name for FirstName, or "".
func FieldNamed(name string) (f Field, meant string, ok bool) {
	if i := slices.IndexFunc(fields[:], func(x fieldInfo) bool { return x.name == name }); i >= 0 {
		return Field(i), name, true
	}
	if i := slices.IndexFunc(fields[:], func(x fieldInfo) bool { return lettersOf(x.name) == lettersOf(name) }); i >= 0 {
		return 0, fields[i].name, false
	}
	return 0, "", false
}

// lettersOf are the letters of a text in lower case.
func lettersOf(s string) string {
	return strings.Map(func(r rune) rune {
		if !unicode.IsLetter(r) {
			return -1
		}
		return unicode.ToLower(r)
	}, s)
}

// Values are the values of the merge fields for one message; "" is none.
type Values struct {
	of    [fieldCount]string
	empty [fieldCount]bool // known to be nothing, and not missing
}

// Set gives a field its value. It is one line but for the text of what is shared
// and the lines of the sender.
func (v *Values) Set(f Field, value string) {
	switch f {
	case FieldShelfText, FieldSenderAddress, FieldOptOut, FieldPrivacyNotice:
		v.of[f] = strings.TrimSpace(CleanText(value))
	default:
		v.of[f] = CleanLine(value)
	}
}

// SetNothing says of a field that it stands for nothing in this message: it leaves no
// gap.
func (v *Values) SetNothing(f Field) { v.empty[f] = true }

// Value is the value of a field; "" is none.
func (v *Values) Value(f Field) string { return v.of[f] }

// Known reports whether a field has a value, or is known to be nothing.
func (v *Values) Known(f Field) bool { return v.of[f] != "" || v.empty[f] }
