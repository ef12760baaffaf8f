package person

import (
	"errors"
	"fmt"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"talentmap/model"
	"talentmap/store"
	"talentmap/tui/overlay"
)

// addContact asks for a contact that took place.
func (p *Pane) addContact() tea.Cmd {
	return p.ask("A contact with "+p.profile.Person.Name, "logged the contact", []overlay.Field{
		{Label: "by", Hint: channelNames(), Value: string(model.Phone)},
		{Label: "on", Hint: "2026-02-25, or empty for now"},
		{Label: "note", Hint: "what was said"},
	}, func(v []string) (do, error) {
		c := store.Contact{Note: model.CleanText(v[2])}
		var err error
		if c.Channel, err = model.MeantChannel(v[0]); err != nil {
			return nil, wrong(0, err)
		}
		d, err := model.ParseDate(v[1])
		today := model.DateOf(p.Env.Now())
		switch {
		case err != nil:
			return nil, wrong(1, err)
		case d > today:
			return nil, wrong(1, fmt.Errorf("%s is still to come: give the day on which it took place", d))
		case d.Known() && d != today:
			c.At = d.Time().In(p.Env.Now().Location()).Add(12 * time.Hour)
		}
		return func(st Store, who store.Act) (store.Acted, error) { return st.LogContact(who, c) }, nil
	})
}

func channelNames() string {
	names := make([]string, 0, 6)
	for _, c := range model.Channels() {
		names = append(names, string(c))
	}
	return strings.Join(names, ", ")
}

// addNote asks for a note.
func (p *Pane) addNote() tea.Cmd {
	return p.ask("A note on "+p.profile.Person.Name, "noted", []overlay.Field{{Label: "note", Hint: "what the team should know"}}, func(v []string) (do, error) {
		text := model.CleanLine(v[0])
		if text == "" {
			return nil, wrong(0, errors.New("the note is empty: type it, or leave"))
		}
		return func(st Store, who store.Act) (store.Acted, error) { return st.AddNote(who, text) }, nil
	})
}
