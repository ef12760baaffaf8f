package config

import "talentmap/tui/action"

// Value is one setting as it holds, for programs.
type Value struct {
	Setting string `json:"setting"` // mouse, columns.map, keys.talent.mark
	Value   any    `json:"value"`
	Default any    `json:"default"`
	Chosen  bool   `json:"chosen"` // by the person
}

// Values are all settings in the order in which they are written; of the person's
// own themes their names.
func (s *Settings) Values(known Known) []Value {
	d := Defaults()
	out := []Value{
		{"theme", s.Theme, d.Theme, s.Theme != d.Theme},
		{"mouse", s.Mouse, d.Mouse, s.Mouse != d.Mouse},
		{"ascii", s.ASCII, d.ASCII, s.ASCII != d.ASCII},
		{"screen-reader", s.ScreenReader, d.ScreenReader, s.ScreenReader != d.ScreenReader},
	}
	for _, f := range SenderFields() {
		value, own := *f.Of(&s.Sender), *f.Of(&d.Sender)
		out = append(out, Value{"sender." + f.Name, value, own, value != own})
	}
	choice := func(name string, own, chosen []string, is bool) {
		if !is {
			chosen = own
		}
		out = append(out, Value{name, full(chosen), full(own), is})
	}
	for _, l := range known.Lists {
		own, _ := names(l)
		chosen, is := s.Columns[l.List]
		choice("columns."+l.List, own, chosen, is)
	}
	own := s.ThemeNames()[len(d.ThemeNames()):]
	choice("themes", nil, own, len(own) > 0)
	known.actions(func(_ *action.Context, a *action.Action) {
		chosen, is := s.Keys[a.ID]
		choice("keys."+a.ID, a.Keys, chosen, is)
	})
	return out
}

// full is a list that is written as one also when it is empty.
func full(words []string) []string {
	if words == nil {
		return []string{}
	}
	return words
}
