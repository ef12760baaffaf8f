package pane

import (
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"talentmap/store/roster"
)

// CopyPeople puts people on the clipboard, a line each, with tabs between rank, name,
// title, company, e-mail and link. rank is what stands first of each; nil: the line
// begins with the name.
func CopyPeople(people []*roster.Profile, rank func(*roster.Profile) string) tea.Cmd {
	var b strings.Builder
	for _, p := range people {
		c, link := &p.Person.Contact, ""
		if len(c.Links) > 0 {
			link = "https://" + c.Links[0]
		}
		mail := ""
		if len(c.Emails) > 0 {
			mail = c.Emails[0]
		}
		if rank != nil {
			b.WriteString(rank(p) + "\t")
		}
		fmt.Fprintln(&b, strings.Join([]string{p.Person.Name, p.Latest.Title, p.Latest.Company, mail, link}, "\t"))
	}
	what := fmt.Sprintf("%d people", len(people))
	if len(people) == 1 {
		what = people[0].Person.Name
	}
	return Copy(what, b.String())
}

// Profiles are those of some people, as far as they are known.
func Profiles[ID comparable](ids []ID, of func(ID) *roster.Profile) (all []*roster.Profile) {
	for _, id := range ids {
		if p := of(id); p != nil {
			all = append(all, p)
		}
	}
	return all
}
