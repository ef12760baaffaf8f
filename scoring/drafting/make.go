package drafting

import (
	"time"

	"talentmap/model"
)

// Made is a draft that was made, with what it lacks.
type Made struct {
	Draft model.Draft
	Gaps  []model.Gap
	Used  []model.Field
}

// Make makes a draft from the wording that a template has now. It is not saved, and
// its Rev is 0: whoever puts it in the place of another draft gives it that one's. The
// error is a template that is wrong, or a text that would be far too long.
func Make(t *model.Template, a About) (Made, error) { return MakeFrom(t.Ref(), t.Now, a) }

// MakeFrom is Make for a wording of its own, such as one that is being edited.
func MakeFrom(ref model.TemplateRef, w model.Wording, a About) (made Made, err error) {
	form, err := w.Parse()
	if err != nil {
		return made, err
	}
	if w.Lang != "" {
		a.Lang = w.Lang
	}
	a.Channel = w.Channel
	filled, err := form.Fill(Values(&a))
	if err != nil {
		return made, err
	}
	made.Gaps, made.Used = filled.Gaps, filled.Used
	d := &made.Draft
	d.Person, d.Channel, d.Subject, d.Body = a.Person.ID, w.Channel, filled.Subject, filled.Body
	d.Made.Template = ref
	d.Notice = a.Sender.TellsNotice(d.Body)
	if a.Role != nil {
		d.Made.Role = a.Role.ID
	}
	if a.Shelf != nil {
		d.Shelf = a.Shelf.ID
	}
	return made, nil
}

// month is the name of a month.
func month(m time.Month, lang string) string {
	if lang == "de" {
		return [...]string{"Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November", "Dezember"}[m-1]
	}
	return m.String()
}
