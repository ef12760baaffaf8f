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

// contradict reports whether two people have different keys of one kind: accounts on
// one network, IDs of one source, addresses at one firm unless both are such as firms
// give somebody of the name. Of addresses at a provider for anybody people have
// several.
func contradict(a, b *model.Person) bool {
	mine, theirs := a.Keys(), b.Keys()
	for _, key := range mine {
		kind := keyKind(key)
		differ := false
		for _, k := range theirs {
			if keyKind(k) != kind {
				continue
			}
			if differ = !slices.ContainsFunc(mine, func(own string) bool { return oneKey(own) == oneKey(k) }) && !both(key, k, a, b); !differ {
				break
			}
		}
		if differ {
			return true
		}
	}
	return false
}

// both reports whether two addresses at one domain can be of one person.
func both(x, y string, a, b *model.Person) bool {
	local, domain, ok := strings.Cut(strings.TrimPrefix(x, "e:"), "@")
	if !ok || !strings.HasPrefix(x, "e:") {
		return false
	}
	if model.IsSharedDomain(domain) || model.IsRoleMailbox(x[2:]) || model.IsRoleMailbox(y[2:]) || model.IsPlaceholder(x[2:]) {
		return true
	}
	other, _, _ := strings.Cut(strings.TrimPrefix(y, "e:"), "@")
	return model.LocalFits(local, model.PartsOf(a.Name)) && model.LocalFits(other, model.PartsOf(b.Name))
}

// oneKey is a key by which two are compared: of an address its mailbox.
func oneKey(key string) string {
	if address, ok := strings.CutPrefix(key, "e:"); ok {
		return "e:" + model.Mailbox(address)
	}
	return key
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
