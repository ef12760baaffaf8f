package scoring

import (
	"fmt"

	"talentmap/model"
)

// RoleFields are [model.RoleFields] with a level that the ladder of titles knows: of
// another one nobody would be near or far.
func RoleFields(maps []model.Map) []model.RoleField {
	fields := model.RoleFields(maps)
	for i, f := range fields {
		if f.Name != "level" {
			continue
		}
		fields[i].Set = func(r *model.Role, text string) error {
			if level := model.CleanLine(text); level != "" && !namesLevel(level) {
				return fmt.Errorf("level: %.40q says nothing of one: write it as in a title, such as junior, mid, senior, staff, principal, manager, director or VP", level)
			}
			return f.Set(r, text)
		}
	}
	return fields
}

// namesLevel reports whether a word of a title stands on the ladder.
func namesLevel(title string) bool {
	words := spell(title)
	for i := range words {
		if r, _, _ := match(words[i:]); r != nil {
			return true
		}
	}
	return false
}
