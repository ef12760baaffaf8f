package person

import (
	"fmt"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"talentmap/model"
	"talentmap/tui/overlay"
	"talentmap/tui/pane"
)

// The forms in which one item of the page is changed. They save as the form of all
// fields does, and show the same two versions where somebody else was quicker.

// showForm opens a form on the person as she was read.
func (p *Pane) showForm(title string, mend func(*model.Person) error, asks ...asked) tea.Cmd {
	e := editingOf(p.Env, p.deps.Store, p.profile.Person, title+p.profile.Person.Name, asks)
	e.mend = mend
	return pane.Request(pane.Show{Overlay: e})
}

// personField is a field by its name, which is there.
func personField(name string) model.PersonField {
	all := model.PersonFields()
	return all[slices.IndexFunc(all, func(f model.PersonField) bool { return f.Name == name })]
}

// editField edits one field of the person.
func (p *Pane) editField(name string) func() tea.Cmd {
	return func() tea.Cmd {
		ask := askFor(personField(name), &p.profile.Person)
		if ask.Rows > 1 {
			ask.Rows = 10
		}
		return p.showForm(strings.ToUpper(name[:1])+name[1:]+" of ", nil, ask)
	}
}

// addTo asks for another item of a list; several are parted by commas.
func (p *Pane) addTo(field, one string) func() tea.Cmd {
	return func() tea.Cmd {
		f := personField(field)
		hint, _, _ := strings.Cut(f.Hint, ", one a line")
		return p.showForm("Add to ", nil, asked{overlay.Field{Label: one, Hint: hint}, func(mine *model.Person, text string) error {
			if strings.TrimSpace(text) == "" {
				return fmt.Errorf("there is nothing to add: type the %s", one)
			}
			return f.Set(mine, strings.TrimPrefix(f.Text(mine)+"\n"+strings.Join(strings.Split(text, ","), "\n"), "\n"))
		}})
	}
}

// line asks for one line of an item.
func line(label, hint, value string, set func(p *model.Person, text string)) asked {
	return asked{overlay.Field{Label: label, Hint: hint, Value: value}, func(p *model.Person, text string) error {
		set(p, model.CleanLine(text))
		return nil
	}}
}

// date asks for a date of an item.
func date(label, hint string, value model.Date, set func(p *model.Person, d model.Date)) asked {
	return asked{overlay.Field{Label: label, Hint: hint, Value: value.String()}, func(p *model.Person, text string) error {
		d, err := model.ParseDate(text)
		if err == nil {
			set(p, d)
		}
		return err
	}}
}

// askPosition edits the position at i, a new one behind the last.
func (p *Pane) askPosition(i int, title string) tea.Cmd {
	var was model.Position
	if i < len(p.profile.Person.Positions) {
		was = p.profile.Person.Positions[i]
	}
	at := func(mine *model.Person) *model.Position {
		if i == len(mine.Positions) {
			mine.Positions = append(mine.Positions, model.Position{})
		}
		return &mine.Positions[i]
	}
	company := line("company", "Acme", was.Company, func(mine *model.Person, text string) {
		q := at(mine)
		if !model.SameText(q.Company, text) {
			q.CompanyID = 0 // another company
		}
		q.Company = text
	})
	text := asked{overlay.Field{Label: "what", Hint: "what she does there", Value: was.Summary, Rows: 4}, func(mine *model.Person, text string) error {
		at(mine).Summary = strings.Trim(model.CleanText(text), " \n")
		return nil
	}}
	end := date("to", "2024, or empty while it goes on", was.End, func(mine *model.Person, d model.Date) { at(mine).End = d })
	read := end.set
	end.set = func(mine *model.Person, text string) error {
		if err := read(mine, text); err != nil {
			return err
		}
		return at(mine).Check()
	}
	return p.showForm(title, func(mine *model.Person) error {
		mine.SortPositions()
		return nil
	}, company,
		line("title", "Staff Engineer", was.Title, func(mine *model.Person, text string) { at(mine).Title = text }),
		line("place", "Berlin, Germany", was.Location, func(mine *model.Person, text string) { at(mine).Location = text }),
		date("from", "2021-03, or 2021", was.Start, func(mine *model.Person, d model.Date) { at(mine).Start = d }),
		end, text)
}

func (p *Pane) addConnection() tea.Cmd {
	return p.askConnection(len(p.profile.Person.Background.Connections))
}

// askConnection edits the connection at i, a new one behind the last.
func (p *Pane) askConnection(i int) tea.Cmd {
	var was model.Connection
	if all := p.profile.Person.Background.Connections; i < len(all) {
		was = all[i]
	}
	at := func(mine *model.Person) *model.Connection {
		if i == len(mine.Background.Connections) {
			mine.Background.Connections = append(mine.Background.Connections, model.Connection{})
		}
		return &mine.Background.Connections[i]
	}
	name := asked{overlay.Field{Label: "name", Hint: "who knows her", Value: was.Name}, func(mine *model.Person, text string) error {
		c := at(mine)
		if c.Name != model.CleanLine(text) {
			c.Name, c.Person = model.CleanLine(text), 0
		}
		if model.NameKey(c.Name) == "" {
			return fmt.Errorf("a connection needs a name: who could introduce you?")
		}
		return nil
	}}
	return p.showForm("A warm path to ", nil, name,
		line("how", "worked together at Acme 2018–20", was.How, func(mine *model.Person, text string) { at(mine).How = text }))
}

func (p *Pane) addContent() tea.Cmd { return p.askContent(len(p.profile.Person.Background.Content)) }

// askContent edits something published, a new one behind the last.
func (p *Pane) askContent(i int) tea.Cmd {
	var was model.Content
	if all := p.profile.Person.Background.Content; i < len(all) {
		was = all[i]
	}
	at := func(mine *model.Person) *model.Content {
		if i == len(mine.Background.Content) {
			mine.Background.Content = append(mine.Background.Content, model.Content{})
		}
		return &mine.Background.Content[i]
	}
	title := asked{overlay.Field{Label: "title", Hint: "Ledgers for people in a hurry", Value: was.Title}, func(mine *model.Person, text string) error {
		at(mine).Title = model.CleanLine(text)
		if at(mine).Title == "" {
			return fmt.Errorf("it needs a title: what is it called?")
		}
		return nil
	}}
	return p.showForm("Published by ", nil, title,
		line("kind", "talk, article, open source, podcast", was.Kind, func(mine *model.Person, text string) { at(mine).Kind = text }),
		date("date", "2025-05, or empty", was.Date, func(mine *model.Person, d model.Date) { at(mine).Date = d }),
		line("link", "where it is to be read", was.Link, func(mine *model.Person, text string) { at(mine).Link = text }))
}

// removing takes something out of the person's record; one undo brings it back.
func (p *Pane) removing(what string, out func(mine *model.Person)) func() tea.Cmd {
	return func() tea.Cmd {
		ask := fmt.Sprintf("Take %s out of the record of %s?", what, p.profile.Person.Name)
		base := p.profile.Person
		return pane.Request(pane.Show{Overlay: overlay.NewConfirm(p.Env, ask, func() tea.Cmd { return p.change(base, out) }).Next(pane.TakesBack)})
	}
}

// change makes something else of a person at once, without a form.
func (p *Pane) change(base model.Person, fn func(mine *model.Person)) tea.Cmd {
	mine := Copy(&base)
	fn(&mine)
	st, user := p.deps.Store, p.Env.User
	return func() tea.Msg {
		fields, err := Save(st, user, &base, &mine)
		if _, conflict := conflictOf(err); conflict {
			return pane.Toast{Text: "nothing was changed: somebody else has just changed her, too", Next: "look again, then do it once more", Bad: true}
		}
		switch {
		case err != nil:
			return pane.Fail(err)
		case len(fields) == 0:
			return pane.Toast{Text: "nothing to save: " + base.Name + " is like that"}
		}
		return pane.Toast{Text: fmt.Sprintf("edited %s: %s", base.Name, strings.Join(fields, ", ")), Next: pane.TakesBack}
	}
}
