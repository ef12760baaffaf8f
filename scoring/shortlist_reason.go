package scoring

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"talentmap/model"
)

// Shares of the path's worth, by how warm the way is: the field's custom is that an
// introduction beats everything cold.
const (
	mailPath  = 0.6
	otherPath = 0.4
)

// path finds the warmest channel that does not bounce.
func (j *judging) path() {
	p := j.c.Person
	share := 0.0
	switch {
	case len(p.Background.Connections) > 0:
		with := p.Background.Connections[0]
		j.Channel, share = model.Introduction, 1
		j.ChannelWhy = "through " + with.Name
		if with.How != "" {
			j.ChannelWhy += ": " + with.How
		}
	case len(p.Contact.Emails) > 0 && !p.Outreach.Trail.Bounced.On(model.Email, p.Contact.Emails[0]):
		j.Channel, share, j.ChannelWhy = model.Email, mailPath, "there is an address"
	case slices.ContainsFunc(p.Contact.Links, func(l string) bool { return strings.HasPrefix(l, "linkedin.com/in/") }):
		j.Channel, share, j.ChannelWhy = model.InMail, otherPath, "there is a profile"
	case len(p.Contact.Phones) > 0:
		j.Channel, share, j.ChannelWhy = model.Phone, otherPath, "there is a number"
	default:
		j.ChannelWhy = "no address, profile or number is known, and nobody who could introduce"
	}
	v := Partly
	switch share {
	case 0:
		v = NotMet
	case 1:
		v = Met
	}
	why := j.ChannelWhy
	if j.say && j.Channel != "" {
		why = string(j.Channel) + ", " + why
	}
	j.part("path", v, share, j.w.Path, why)
}

// off says why somebody is not on the list; nothing of it holds for the pinned.
func (j *judging) off() {
	x, out := j.o.role.List.Excluded(j.c.id)
	switch {
	case out:
		j.Off = x.String()
	case j.Pinned > 0:
	case len(j.Maps) == 0 && !j.o.everyone:
		j.Off = "on none of the maps from which the role draws"
	case j.o.company != "" && j.o.company == j.c.company:
		j.Off = "works at " + j.o.role.Company + " already"
	case len(j.o.must) > 0 && float64(j.lack) > j.w.Missing*float64(len(j.o.must)):
		j.Off = fmt.Sprintf("%d of %d must-haves are surely not met", j.lack, len(j.o.must))
	case j.far:
		j.Off = fmt.Sprintf("the level is too far away: %s for %s", j.c.title, j.o.levelText)
	case j.Score < j.w.Least:
		j.Off = fmt.Sprintf("a score of %d, and the list begins at %d", j.Score, j.w.Least)
	}
}

// reason says in a few words why her, and why now: what would move her, the open
// window, what she has, her direction, who can introduce.
func (j *judging) reason() {
	var parts []string
	if j.Motive != "" {
		parts = append(parts, string(j.Motive)+" would move her")
	}
	if j.c.Window.Open {
		text := j.window()
		first, n := utf8.DecodeRuneInString(text)
		parts = append(parts, string(unicode.ToLower(first))+text[n:])
	}
	if len(j.Must) > 0 {
		parts = append(parts, haves(j.Must))
	}
	if j.c.Trend == Growing {
		parts = append(parts, "growing")
	}
	if j.Channel == model.Introduction {
		parts = append(parts, "introduction "+strings.SplitN(j.ChannelWhy, ":", 2)[0])
	}
	j.Reason = strings.Join(parts, " · ")
}

// haves counts must-haves in words.
func haves(all []Need) string {
	met := 0
	var unknown []string
	for _, n := range all {
		switch n.Verdict {
		case Met:
			met++
		case Unknown:
			unknown = append(unknown, n.Skill)
		}
	}
	text := fmt.Sprintf("%d of %d must-haves", met, len(all))
	switch {
	case met == len(all):
		text = "all must-haves"
	case len(unknown) == len(all):
		text = "must-haves not known"
	case len(unknown) == 1:
		text += ", " + unknown[0] + " not known"
	case len(unknown) > 1:
		text += fmt.Sprintf(", %d not known", len(unknown))
	}
	return text
}

func quoted(title string) string {
	if title == "" {
		return "an empty title"
	}
	return fmt.Sprintf("%q", title)
}
