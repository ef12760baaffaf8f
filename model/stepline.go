package model

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// ErrStepLine is a touch of a sequence that can't be read as it was typed.
var ErrStepLine = errors.New("it is no touch of a sequence")

// ParseSteps reads the touches of a sequence, one a text: the channel, the days after
// the touch before, and the template if there is one, with commas between them. template
// looks one up by what was typed.
//
//	e-mail, 0, First e-mail
//	phone, 7
//
// The days of the first touch may be left out. The error names the touch; what can't be
// read wraps [ErrStepLine].
func ParseSteps(texts []string, template func(text string) (TemplateID, error)) (steps []Step, err error) {
	for i, text := range texts {
		bad := func(format string, args ...any) error {
			return &stepError{fmt.Sprintf("touch %d: ", i+1) + fmt.Sprintf(format, args...)}
		}
		parts := strings.SplitN(CleanLine(text), ",", 3)
		for k := range parts {
			parts[k] = strings.TrimSpace(parts[k])
		}
		if len(parts) == 1 && i == 0 {
			parts = append(parts, "0")
		}
		if len(parts) < 2 {
			return nil, bad("%.60q is no touch: it is CHANNEL,DAYS or CHANNEL,DAYS,TEMPLATE, such as e-mail,4,g2", text)
		}
		var st Step
		if st.Channel, err = MeantChannel(parts[0]); err != nil {
			return nil, bad("%v", err)
		}
		if st.Gap, err = strconv.Atoi(parts[1]); err != nil {
			return nil, bad("%.40q is no number of days", parts[1])
		}
		if len(parts) == 3 && parts[2] != "" {
			if st.Template, err = template(parts[2]); err != nil {
				return nil, fmt.Errorf("touch %d: %w", i+1, err)
			}
		}
		steps = append(steps, st)
	}
	return steps, nil
}

// stepError is a touch that can't be read.
type stepError struct{ text string }

func (e *stepError) Error() string { return e.text }
func (e *stepError) Unwrap() error { return ErrStepLine }

// Line is a touch as [ParseSteps] reads it: "e-mail, 4, Second e-mail". template is the
// name of its template.
func (st Step) Line(template string) string {
	text := fmt.Sprintf("%s, %d", st.Channel, st.Gap)
	if template != "" {
		text += ", " + template
	}
	return text
}

// Meant finds the one of some that a text means: by its ID, by its name, or by the
// beginning of one name only. several are those whose names all begin so; one is nil
// then, and where there is none at all.
func Meant[T any](all []T, text string, id, name func(*T) string) (one *T, several []*T) {
	if i := slices.IndexFunc(all, func(x T) bool { return strings.EqualFold(id(&x), text) || SameText(name(&x), text) }); i >= 0 {
		return &all[i], nil
	}
	key := NameKey(text)
	for i := range all {
		if key != "" && strings.HasPrefix(NameKey(name(&all[i])), key) {
			several = append(several, &all[i])
		}
	}
	if len(several) == 1 {
		return several[0], nil
	}
	return nil, several
}

// MeantTemplate finds the template that a text means, see [Meant]. The error says of
// what several the text may be.
func MeantTemplate(all []Template, text string) (Template, error) {
	one, several := Meant(all, text, func(t *Template) string { return t.ID.String() }, func(t *Template) string { return t.Name })
	if one != nil {
		return *one, nil
	}
	if len(several) == 0 {
		return Template{}, fmt.Errorf("there is no template %.60q", CleanLine(text))
	}
	names := make([]string, len(several))
	for i, t := range several {
		names[i] = t.ID.String() + " " + t.Name
	}
	return Template{}, fmt.Errorf("%.60q is more than one template: %s", CleanLine(text), strings.Join(names, ", "))
}
