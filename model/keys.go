package model

import "strings"

// Keys are the texts by which a person is recognized again, in the order of
// their worth: e-mail addresses, profile links, external IDs, each once.
//
//	e:ada@example.com  l:linkedin.com/in/ada  x:person_id:A000022
//
// A link is a key only where it names one account on a network: a homepage or a
// company's site can be shared. The contact data must be normalized already
// ([NormalizeEmail], [NormalizeLink]). Two people may share a key all the same (a
// couple's address, a link copied wrongly), so it is evidence and no proof.
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
		if isAccount(l) {
			add("l:" + l)
		}
	}
	for _, x := range c.ExternalIDs {
		add("x:" + x)
	}
	return keys
}

// accounts are the places under which one more segment is one person's account.
var accounts = []string{
	"linkedin.com/in/", "github.com/", "gitlab.com/", "x.com/", "bsky.app/profile/",
	"xing.com/profile/", "medium.com/@", "kaggle.com/",
}

func isAccount(link string) bool {
	for _, place := range accounts {
		if name, ok := strings.CutPrefix(link, place); ok {
			return name != "" && !strings.Contains(name, "/")
		}
	}
	return false
}
