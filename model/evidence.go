package model

import (
	"slices"
	"strings"
	"time"
)

// Verdict is what one field says about whether two records are of one person.
type Verdict int8

// A field speaks for it, against it, or neither.
const (
	Against Verdict = iota - 1
	Neither
	For
)

func (v Verdict) String() string {
	return [...]string{"against", "", "for"}[v+1]
}

// Evidence is one field of two records side by side.
type Evidence struct {
	Field  string
	A, B   string // what stands in each; "" for nothing
	Says   Verdict
	Reason string // where it is not plain to see
}

// Compare lays two records side by side, field by field, for a person to tell
// whether they are of one person. now is the day that the present employer
// counts on. Fields that both lack are left out.
func Compare(a, b *Person, now time.Time) []Evidence {
	pa, pb := a.Latest(now), b.Latest(now)
	all := []Evidence{
		texts("name", a.Name, b.Name, For, Neither),
		lists("e-mail", a.Contact.Emails, b.Contact.Emails, Neither),
		lists("link", a.Contact.Links, b.Contact.Links, Neither),
		lists("phone", a.Contact.Phones, b.Contact.Phones, Neither),
		lists("external ID", a.Contact.ExternalIDs, b.Contact.ExternalIDs, Neither),
		employers(a, b, pa, pb),
		texts("title", pa.Title, pb.Title, For, Neither),
		texts("location", a.Location, b.Location, For, Against),
		lists("skills", a.Skills, b.Skills, Neither),
		texts("headline", a.Headline, b.Headline, For, Neither),
		texts("lock", lockText(a.Outreach), lockText(b.Outreach), Neither, Neither),
	}
	for i := range all {
		if e := &all[i]; e.Field == "link" && sameNetwork(a.Contact.Links, b.Contact.Links) && e.Says != For {
			e.Says, e.Reason = Against, "two accounts on one network"
		}
	}
	return slices.DeleteFunc(all, func(e Evidence) bool { return e.A == "" && e.B == "" })
}

func texts(field, a, b string, same, other Verdict) Evidence {
	e := Evidence{Field: field, A: a, B: b}
	switch {
	case a == "" || b == "":
	case SameText(a, b):
		e.Says = same
	default:
		e.Says = other
	}
	return e
}

// lists speak for it when they share something.
func lists(field string, a, b []string, other Verdict) Evidence {
	e := Evidence{Field: field, A: strings.Join(a, ", "), B: strings.Join(b, ", ")}
	if len(a) == 0 || len(b) == 0 {
		return e
	}
	e.Says = other
	for _, s := range a {
		if slices.ContainsFunc(b, func(have string) bool { return strings.EqualFold(have, s) }) {
			e.Says = For
		}
	}
	return e
}

func employers(a, b *Person, pa, pb Position) Evidence {
	e := Evidence{Field: "employer", A: pa.Company, B: pb.Company}
	switch {
	case pa.Company == "" || pb.Company == "":
	case CompanyKey(pa.Company) == CompanyKey(pb.Company):
		e.Says = For
	case workedFor(a, pb.Company), workedFor(b, pa.Company):
		e.Says, e.Reason = For, "worked there before"
	default:
		e.Says = Against
	}
	return e
}

func workedFor(p *Person, company string) bool {
	return slices.ContainsFunc(p.Positions, func(q Position) bool { return CompanyKey(q.Company) == CompanyKey(company) })
}

// sameNetwork reports whether both have an account on some network.
func sameNetwork(a, b []string) bool {
	network := func(link string) string {
		if !isAccount(link) {
			return ""
		}
		return link[:strings.LastIndexByte(link, '/')]
	}
	for _, l := range a {
		if n := network(l); n != "" && slices.ContainsFunc(b, func(m string) bool { return network(m) == n }) {
			return true
		}
	}
	return false
}
