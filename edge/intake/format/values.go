package format

import (
	"fmt"
	"iter"
	"strings"

	"talentmap/model"
)

// listMarks stand around and between the values of a cell that holds several: a
// JSON list, the ::: of an address book, the brackets and labels of a LinkedIn
// profile.
var listMarks = strings.NewReplacer(`["`, "", `"]`, "", `","`, ",", `", "`, ",", " ::: ", ";", ":::", ";", "[", "", "]", "",
	"PERSONAL:", "", "COMPANY:", "", "BLOG:", "", "PORTFOLIO:", "", "RSS:", "", "OTHER:", "")

// unlisted is a cell with plain separators. Most cells have no marks.
func unlisted(text string) string {
	if !strings.ContainsAny(text, `["`) && !strings.Contains(text, ":::") {
		return text
	}
	return listMarks.Replace(text)
}

// values are the parts of a cell; one element of a list of our own is one.
func values(col *column, c cell, seps string) iter.Seq[string] {
	if col.ours {
		return func(yield func(string) bool) { yield(c.text) }
	}
	return strings.FieldsFuncSeq(unlisted(c.text), func(r rune) bool { return strings.ContainsRune(seps, r) })
}

func (b *builder) emails(col *column, c cell) {
	for part := range values(col, c, ";,|") {
		address, ok := model.NormalizeEmail(part)
		if ok {
			b.add(col, &b.p.Contact.Emails, address)
		} else if part = strings.TrimSpace(part); part != "" {
			b.report(col, "not an e-mail address: kept as a custom field", part)
			b.custom(col, part)
		}
	}
}

func (b *builder) link(col *column, c cell) {
	for part := range values(col, c, ";,| \n") {
		full := part
		if col.prefix != "" && !strings.ContainsAny(part, "./") {
			full = col.prefix + strings.TrimPrefix(part, "@")
		}
		if l := model.NormalizeLink(full); l != "" {
			b.add(col, &b.p.Contact.Links, l)
			continue
		}
		b.report(col, "not a link to a person: kept as a custom field", part)
		b.custom(col, part)
	}
}

// addEach adds the parts of a cell to a list.
func (b *builder) addEach(col *column, list *[]string, c cell, seps string) {
	if c.whole {
		b.add(col, list, model.CleanLine(c.text))
		return
	}
	separates := func(r rune) bool { return strings.ContainsRune(seps, r) }
	for part := range strings.FieldsFuncSeq(unlisted(c.text), separates) {
		b.add(col, list, model.CleanLine(strings.TrimSpace(part)))
	}
}

// add adds a text to a list that does not have it.
func (b *builder) add(col *column, list *[]string, s string) {
	if len(*list) >= maxList {
		b.report(col, fmt.Sprintf("more than %d entries: the rest was left out", maxList), s)
		return
	}
	*list = model.WithText(*list, s)
}

// groupMarks are how an address book marks the groups that it makes by itself.
var groupMarks = strings.NewReplacer("::: * myContacts", "", "* myContacts", "", "::: * ", "::: ")

// tags takes tags and labels in.
func (b *builder) tags(col *column, c cell) {
	switch {
	case col.ours:
		b.addEach(col, &b.p.Background.Tags, c, "")
		return
	case c.text == "My Contacts":
		return
	}
	c.text = strings.TrimPrefix(groupMarks.Replace(c.text), "* ")
	b.addEach(col, &b.p.Background.Tags, c, ";,|")
}
