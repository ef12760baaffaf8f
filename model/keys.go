package model

import (
	"net/url"
	"strings"
)

// Keys are the texts by which a person is recognized again, in the order of
// their worth: e-mail addresses, profile links, external IDs.
//
//	e:ada@example.com  l:linkedin.com/in/ada  x:person_id:A000022
//
// A link is a key only where it names one person's account on a site of the
// profile table: a homepage or a company's site can be shared. The contact
// data must be normalized already ([NormalizeEmail], [NormalizeLink]). Two people
// may share a key (a couple's address, a copied link), so it is evidence and no
// proof. Each key comes once.
func (p *Person) Keys() []string {
	c := &p.Contact
	keys := make([]string, 0, len(c.Emails)+len(c.Links)+len(c.ExternalIDs))
	add := func(k string) {
		for _, have := range keys {
			if have == k {
				return
			}
		}
		keys = append(keys, k)
	}
	for _, e := range c.Emails {
		add("e:" + e)
	}
	for _, l := range c.Links {
		if account := profileAccount(l); account != "" {
			add("l:" + account)
		}
	}
	for _, x := range c.ExternalIDs {
		add("x:" + x)
	}
	return keys
}

// profiles are the sites on which a path of this shape is one person's account;
// the account's name follows the prefix.
var profiles = []struct{ prefix, canonical string }{
	{"linkedin.com/in/", ""},
	{"github.com/", ""},
	{"twitter.com/", ""},
	{"x.com/", "twitter.com/"},
	{"gitlab.com/", ""},
	{"xing.com/profile/", ""},
	{"bsky.app/profile/", ""},
	{"medium.com/@", ""},
	{"stackoverflow.com/users/", ""},
	{"kaggle.com/", ""},
}

// profileAccount is the canonical form of a link that names one account, such
// as linkedin.com/in/ada for de.linkedin.com/in/Ada?trk=x, else "".
func profileAccount(link string) string {
	link = strings.ToLower(link)
	if _, rest, ok := strings.Cut(link, "://"); ok {
		link = rest
	}
	link, _, _ = strings.Cut(link, "#")
	link, _, _ = strings.Cut(link, "?")
	if host, rest, ok := strings.Cut(link, ".linkedin.com/"); ok && !strings.Contains(host, "/") {
		link = "linkedin.com/" + rest
	}
	link = strings.TrimPrefix(link, "www.")
	for _, site := range profiles {
		account, ok := strings.CutPrefix(link, site.prefix)
		if !ok {
			continue
		}
		account = strings.TrimPrefix(strings.TrimSuffix(account, "/"), "@")
		if site.prefix == "stackoverflow.com/users/" {
			account, _, _ = strings.Cut(account, "/")
		}
		if plain, err := url.PathUnescape(account); err == nil {
			account = strings.ToLower(plain)
		}
		if account == "" || strings.ContainsAny(account, "/ :") {
			return ""
		}
		if site.canonical != "" {
			return site.canonical + account
		}
		return site.prefix + account
	}
	return ""
}
