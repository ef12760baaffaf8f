package drafting

import (
	"fmt"
	"slices"
	"strings"

	"talentmap/model"
)

// offered is what the message is for: the role, what would move her, what is shared,
// and what came before.
func (a *About) offered(v *model.Values) {
	if r := a.Role; r != nil {
		v.Set(model.FieldRoleTitle, r.Title)
		v.Set(model.FieldRoleCompany, r.Company)
		v.Set(model.FieldRoleLocation, r.Location)
	}
	v.Set(model.FieldMotivator, motive(a.motivator(), a.Lang))
	if s := a.Shelf; s != nil {
		v.Set(model.FieldShelfTitle, s.Title)
		v.Set(model.FieldShelfLink, s.Link)
		v.Set(model.FieldShelfText, s.Text)
	}
	var last *model.Touch
	for i := range a.Touches {
		if t := &a.Touches[i]; t.Direction == model.Outbound && t.Auto == "" && (last == nil || t.At.After(last.At)) {
			last = t
		}
	}
	if last != nil {
		v.Set(model.FieldLastSubject, last.Subject)
		v.Set(model.FieldLastMonth, month(last.At.In(a.Now.Location()).Month(), a.Lang))
	}
}

// motivator is the one that was asked for, else the one that fits.
func (a *About) motivator() model.Motivator {
	if a.Motivator != "" {
		return a.Motivator
	}
	return Motivator(a.Person, a.Role)
}

// Motivator is what would move a person: of hers the first that the role offers; her
// first where there is no role, and "" where nothing is known, or the role offers none of
// hers.
func Motivator(p *model.Person, r *model.Role) model.Motivator {
	for _, m := range p.Motivators {
		if r == nil || slices.Contains(r.Offers, m) {
			return m
		}
	}
	return ""
}

// motive is a motivator as words of an offer.
func motive(m model.Motivator, lang string) string {
	if lang == "de" {
		return map[model.Motivator]string{
			model.Scope: "mehr Verantwortung", model.Compensation: "ein anderes Gehalt",
			model.Technology: "die Technik, mit der Sie arbeiten würden", model.CompanyStage: "ein Unternehmen in einer anderen Phase",
		}[m]
	}
	return map[model.Motivator]string{
		model.Scope: "more to own", model.Compensation: "a different level of pay",
		model.Technology: "the technology you would work with", model.CompanyStage: "a company at another stage",
	}[m]
}

// ours is who writes, and what the law asks of a message.
func (a *About) ours(v *model.Values) {
	s := &a.Sender
	first, _ := Names(s.Name)
	for f, value := range map[model.Field]string{
		model.FieldSender: s.Name, model.FieldSenderFirst: first, model.FieldSenderTitle: s.Title,
		model.FieldSenderCompany: s.Company, model.FieldSenderAddress: s.Address, model.FieldSenderEmail: s.Email,
	} {
		v.Set(f, value)
	}
	source := Source(a.Person, a.Lang)
	v.Set(model.FieldSource, source)
	v.Set(model.FieldOptOut, s.OptOutLine(a.Lang))
	_, due := model.NoticeDue(a.Person, a.Touches, a.Now)
	_, known := model.UnderGDPR(a.Person.Location)
	switch {
	case due && source != "", !known && source != "" && s.Privacy != "" && len(a.Touches) == 0:
		v.Set(model.FieldPrivacyNotice, s.NoticeLine(source, a.Lang))
	case !due:
		v.SetNothing(model.FieldPrivacyNotice)
	}
}

// Source says where somebody's data came from, as words of a notice: her public
// profile where she has one, else the list that she came in with. "" where it is not
// known.
func Source(p *model.Person, lang string) string {
	profile, list := "your public profile, ", "the list “%s”"
	if lang == "de" {
		profile, list = "Ihrem öffentlichen Profil, ", "der Liste „%s“"
	}
	if len(p.Contact.Links) > 0 {
		return profile + p.Contact.Links[0]
	}
	if from := p.Origin.Source; from != "" && !strings.HasPrefix(from, "entered by ") {
		return fmt.Sprintf(list, from)
	}
	return ""
}
