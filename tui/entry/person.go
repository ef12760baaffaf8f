package entry

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"talentmap/model"
	"talentmap/store"
	"talentmap/tui/action"
	"talentmap/tui/overlay"
	"talentmap/tui/pane"
)

// Onto is the talent map onto which somebody new may go; the zero Onto is none.
type Onto struct {
	ID   model.MapID
	Name string
}

// The fields of somebody new, in their order.
const (
	newName = iota
	newTitle
	newCompany
	newMail
	newLink
	newPlace
	newMap
)

// entering is the form for somebody new. While she is typed it asks whether she is
// somebody who is known.
type entering struct {
	*form
	desk  *Desk
	onto  Onto
	asked string           // of whom it was asked last, as typed
	gen   int              // and which time
	known []store.Namesake // who that may be
	sure  bool             // she is somebody else: that was asked
}

// Person enters somebody new. She goes onto the map where that is said.
func (d *Desk) Person(onto Onto) pane.Overlay {
	e := &entering{desk: d, onto: onto}
	fields := []overlay.Field{
		{Label: "Name", Hint: "Ada Example"},
		{Label: "Title", Hint: "Staff Engineer"},
		{Label: "Company", Hint: "where she works now"},
		{Label: "E-mail", Hint: "ada@example.com"},
		{Label: "Link", Hint: "linkedin.com/in/ada"},
		{Label: "Place", Hint: "Berlin, Germany"},
	}
	if onto.ID != 0 {
		fields = append(fields, overlay.Field{Label: "Map", Hint: "yes: she goes onto " + onto.Name})
	}
	e.form = d.form("New person", fields, e.read)
	e.Quick().With(e.actions()...)
	e.typed, e.heard = e.look, e.hear
	return e.form
}

// PersonActions are what the form for somebody new has of its own, for the docs.
func PersonActions(env *pane.Env) []action.Action {
	return (&entering{desk: New(env, Deps{})}).actions()
}

func (e *entering) actions() []action.Action {
	return []action.Action{
		{ID: "new.known", Group: "form", Short: "she is known", Long: "Leave the form for the page of the person whom it names: she is known.", Keys: []string{"ctrl+o"}, Typing: true, Footer: true, Why: e.unknown, Run: func() tea.Cmd {
			return pane.Request(pane.Close{Then: pane.Request(pane.OpenPerson{ID: e.known[0].ID})})
		}},
	}
}

func (e *entering) unknown() string {
	if len(e.known) == 0 {
		return "nobody who is known is like her"
	}
	return ""
}

// person is who is typed.
func (e *entering) person(v []string) (p model.Person, err error) {
	set := func(at int, field string) {
		text := v[at]
		if err != nil || at == newCompany || model.CleanLine(text) == "" {
			return
		}
		all := model.PersonFields()
		i := slices.IndexFunc(all, func(f model.PersonField) bool { return f.Name == field })
		if bad := all[i].Set(&p, text); bad != nil {
			err = &overlay.FieldError{At: at, Err: bad}
		}
	}
	set(newName, "name")
	set(newMail, "e-mails")
	set(newLink, "links")
	set(newPlace, "location")
	if at := (model.Position{Title: model.CleanLine(v[newTitle]), Company: model.CleanLine(v[newCompany])}); at != (model.Position{}) {
		p.Positions = []model.Position{at}
	}
	return p, err
}

// read makes of the fields who is to be entered. Where she may be somebody who is
// known that is asked, once.
func (e *entering) read(v []string) (func() (pane.Acted, error), error) {
	p, err := e.person(v)
	switch {
	case err != nil:
		return nil, err
	case p.Name == "":
		return nil, &overlay.FieldError{At: newName, Err: errors.New("a person needs a name")}
	}
	onto := model.MapID(0)
	if len(v) > newMap {
		switch strings.ToLower(model.CleanLine(v[newMap])) {
		case "y", "yes":
			onto = e.onto.ID
		case "", "n", "no":
		default:
			return nil, &overlay.FieldError{At: newMap, Err: errors.New("yes or nothing: whether she goes onto " + e.onto.Name)}
		}
	}
	asked := e.sure
	return func() (pane.Acted, error) { return e.enter(&p, onto, asked) }, nil
}

// likeError is somebody new who may be somebody known.
type likeError struct{ known []store.Namesake }

func (e *likeError) Error() string { return "she may be " + mayBe(e.known) }

// mayBe is who she may be, of those who are known.
func mayBe(known []store.Namesake) string {
	p := &known[0].Person
	text := who(p, lastOf(p))
	if n := len(known) - 1; n > 0 {
		text += fmt.Sprintf(" (or one of %d more)", n)
	}
	return text
}

// lastOf is the position that tells somebody from a namesake.
func lastOf(p *model.Person) (at model.Position) {
	if len(p.Positions) > 0 {
		at = p.Positions[0]
	}
	return at
}

// enter adds her, unless she is much like somebody who is known and nobody has said
// that she is somebody else.
func (e *entering) enter(p *model.Person, onto model.MapID, sure bool) (pane.Acted, error) {
	st := e.desk.deps.Store
	if !sure {
		var known []store.Namesake
		if err := st.View(func(tx *store.Tx) (err error) {
			known, err = tx.Namesakes(p)
			return err
		}); err != nil {
			return pane.Acted{}, err
		}
		if len(known) > 0 {
			return pane.Acted{}, &likeError{known}
		}
	}
	if err := st.AddPerson(e.desk.env.User, p, onto); err != nil {
		return pane.Acted{}, fmt.Errorf("nobody was added: %w", err)
	}
	text := "added " + p.Name
	if onto != 0 {
		text += " to " + e.onto.Name
	}
	return pane.Acted{People: []model.PersonID{p.ID}, Toast: pane.Toast{Text: text, Next: pane.TakesBack}}, nil
}

// likened is who somebody new may be, of those who are known.
type likened struct {
	pane.Owner
	known []store.Namesake
	err   error
}

// look asks who she may be, where something else is typed of her than before.
func (e *entering) look() tea.Cmd {
	v := e.Values()
	key := strings.Join(v[:newPlace], "\n")
	if key == e.asked {
		return nil
	}
	e.asked, e.sure = key, false
	e.gen++
	p, _ := e.person(v) // what can't be read yet is of no use here
	st, owner := e.desk.deps.Store, pane.Owner{ID: e.PaneID(), Gen: e.gen}
	return func() tea.Msg {
		out := likened{Owner: owner}
		out.err = st.View(func(tx *store.Tx) (err error) {
			out.known, err = tx.Namesakes(&p)
			return err
		})
		return out
	}
}

// hear takes who she may be. Of one who was to be entered all the same it is asked.
func (e *entering) hear(msg tea.Msg) bool {
	switch msg := msg.(type) {
	case likened:
		if msg.Gen == e.gen && msg.err == nil {
			e.take(msg.known)
		}
		return true
	case ended:
		var like *likeError
		if !errors.As(msg.err, &like) {
			return false
		}
		e.take(like.known)
		e.sure = true
		e.Fail(fmt.Errorf("she may be %s: %s", mayBe(like.known), e.desk.env.Say("{new.known} opens her page, {form.next} once more adds somebody else.")))
		return true
	}
	return false
}

func (e *entering) take(known []store.Namesake) {
	e.known = known
	e.Note("")
	if len(known) > 0 {
		e.Note(e.desk.env.Say("{new.known} if she is ") + mayBe(known))
	}
}
