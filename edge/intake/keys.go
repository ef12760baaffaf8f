package intake

import (
	"slices"
	"strings"

	"talentmap/edge/intake/format"
	"talentmap/model"
)

// disown takes keys off a record and keeps them as a custom field.
func disown(p *model.Person, keys []string) {
	c := &p.Contact
	for _, key := range keys {
		text := key[2:]
		is := func(s string) bool { return s == text }
		c.Emails = slices.DeleteFunc(c.Emails, is)
		c.Links = slices.DeleteFunc(c.Links, is)
		c.ExternalIDs = slices.DeleteFunc(c.ExternalIDs, is)
		if p.Background.Custom == nil {
			p.Background.Custom = map[string]string{}
		}
		p.Background.Custom["of someone else"] = strings.TrimPrefix(p.Background.Custom["of someone else"]+", "+text, ", ")
	}
}

// contradict reports whether two people have different keys of one kind: two
// addresses at one domain, two accounts on one network, two IDs of one source.
func contradict(a, b []string) bool {
	for _, kind := range a {
		kind = keyKind(kind)
		differ := false
		for _, k := range b {
			if keyKind(k) != kind {
				continue
			}
			if differ = !slices.Contains(a, k); !differ {
				break
			}
		}
		if differ {
			return true
		}
	}
	return false
}

// keyKind is what a key is one of: "@example.com" for an address, since two
// mailboxes at one place are of two people and a second elsewhere is common;
// "l:linkedin.com/in/", "x:person_id:".
func keyKind(key string) string {
	switch key[:2] {
	case "e:":
		return key[strings.LastIndexByte(key, '@')+1:]
	case "l:":
		return key[:strings.LastIndexByte(key, '/')+1]
	case "x:":
		return key[:2+strings.IndexByte(key[2:], ':')+1]
	}
	return key[:2]
}

// keyText is a key for people.
func keyText(key string) string { return format.Shown(key[2:]) }
