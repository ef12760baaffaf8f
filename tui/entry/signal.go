package entry

import (
	"fmt"
	"strconv"

	tea "charm.land/bubbletea/v2"

	"talentmap/model"
	"talentmap/store"
	"talentmap/tui/action"
	"talentmap/tui/overlay"
	"talentmap/tui/pane"
	"talentmap/tui/theme"
)

// kind is a row of the menu of signals.
type kind struct {
	id, key, short, long string
	kind                 model.SignalKind
	everybody            bool // it reaches everybody at the company
	manager              bool // her own manager
	much                 string
}

// kinds are the kinds of signals: those of one person, then those of a company.
func kinds() []kind {
	return []kind{
		{"open", "o", "open to work", "She shows or says that she is open.", model.OpenToWork, false, false, ""},
		{"updated", "u", "profile updated", "She has worked on her profile.", model.ProfileUpdated, false, false, ""},
		{"posts", "p", "posts more", "She posts more than she did.", model.PostsMore, false, false, ""},
		{"duties", "d", "new duties", "She does more, under the same title.", model.NewDuties, false, false, ""},
		{"passed", "a", "passed over", "Somebody else got the role above her.", model.PassedOver, false, false, ""},
		{"pay", "m", "pay below market", "She earns less than the market pays.", model.PayBelowMarket, false, false, "percent below the market"},
		{"manager", "y", "own manager changed", "Her own manager has changed.", model.LeadershipChange, false, true, ""},
		{"layoffs", "l", "layoffs", "The company lets people go.", model.Layoffs, true, false, "percent of staff"},
		{"reorg", "r", "reorg", "Teams are put together anew.", model.Reorg, true, false, ""},
		{"leadership", "h", "leadership change", "Somebody at the head goes or comes.", model.LeadershipChange, true, false, ""},
		{"press", "b", "bad press", "The company is in the news, and not well.", model.BadPress, true, false, ""},
		{"ratings", "f", "ratings falling", "Its people rate it worse than before.", model.RatingsFalling, true, false, "stars lost"},
	}
}

// Signal logs a signal on whoever is selected, or at her employer.
func (d *Desk) Signal(sel pane.Selected) pane.Overlay {
	s := &signalling{Desk: d, sel: sel}
	m := overlay.NewMenu(d.env, "A signal of "+name(sel), s.choices()).About(s.about)
	return m.With(s.turn())
}

// SignalAt logs a signal at a company: it reaches everybody who works there.
func (d *Desk) SignalAt(at model.Company) pane.Overlay {
	s := &signalling{Desk: d, at: at}
	var items []overlay.Item
	for _, kind := range model.CompanySignalKinds() {
		k := kindOf(&model.Signal{Kind: kind})
		items = append(items, overlay.Item{Title: k.short, Run: func() tea.Cmd { return pane.Request(pane.Show{Overlay: s.form(k, nil)}) }})
	}
	return overlay.NewPickerOf(d.env, "A signal at "+at.Name, "which kind?", items)
}

// SignalChoices are the kinds of signals, for the docs.
func SignalChoices(env *pane.Env) []action.Action {
	s := &signalling{Desk: New(env, Deps{})}
	return append(s.choices(), s.turn())
}

// signalling is a signal on its way: of whom, and whether of her alone; or at which
// company.
type signalling struct {
	*Desk
	at    model.Company // zero where people are selected
	sel   pane.Selected
	alone bool
}

// company is the employer that a kind of signal is logged at; zero for the person.
func (s *signalling) company(k kind) model.Company {
	if s.at.ID != 0 || !k.everybody || s.alone || s.sel.Profile == nil {
		return s.at
	}
	return s.sel.Profile.Company
}

func (s *signalling) employer() string {
	if s.sel.Profile == nil || s.sel.Profile.Company.ID == 0 {
		return ""
	}
	return s.sel.Profile.Company.Name
}

func (s *signalling) about(sh *pane.Sheet) {
	about(sh, s.sel)
	switch at := s.employer(); {
	case s.sel.Profile == nil:
		sh.Says(theme.Dim, 0, "Each of them gets the signal.")
	case at == "":
		sh.Says(theme.Dim, 0, "Her employer is not known here: every kind is logged on her alone.")
	case s.alone:
		sh.Wrapped(theme.Warm, 0, s.env.Say("Every kind is logged on her alone; {signal.alone} logs at ")+at+" what concerns all of it.")
	default:
		sh.Wrapped(theme.Dim, 0, "What concerns "+at+s.env.Say(" counts for everybody there; {signal.alone} logs it on her alone."))
	}
}

func (s *signalling) choices() (acts []action.Action) {
	for _, k := range kinds() {
		group := "her own"
		if k.everybody {
			group = "her company"
		}
		acts = append(acts, action.Action{ID: "signal." + k.id, Group: group, Short: k.short, Long: k.long, Keys: []string{k.key}, Run: func() tea.Cmd {
			return pane.Request(pane.Show{Overlay: s.form(k, nil)})
		}})
	}
	return acts
}

// turn has what concerns the company logged on her alone, and back.
func (s *signalling) turn() action.Action {
	return action.Action{
		ID: "signal.alone", Group: "list", Short: "her/company", Long: "Log what concerns the company on her alone, or at the company again.", Keys: []string{"tab"}, Footer: true,
		Why: func() string {
			if s.employer() == "" {
				return "there is no employer to log it at"
			}
			return ""
		},
		Run: func() tea.Cmd {
			s.alone = !s.alone
			return nil
		},
	}
}

// The fields of a signal, in their order.
const (
	signalSource = iota
	signalNote
	signalDate
	signalSure
	signalMuch
)

// form asks what is known of a signal beside its kind; nothing of it must be. mend is
// the one that is mended, nil for a new one.
func (s *signalling) form(k kind, mend *model.Signal) *form {
	was := model.Signal{Kind: k.kind, OwnManager: k.manager, Date: model.DateOf(s.env.Now()), Confidence: 1}
	title := "Log " + k.short + ": " + name(s.sel)
	if at := s.company(k); at.ID != 0 {
		title = "Log " + k.short + " at " + at.Name
	}
	if mend != nil {
		was = *mend
		title = "Mend " + k.short + ": " + s.subject(s.sel, mend)
	}
	fields := []overlay.Field{
		{Label: "Source", Hint: "where it was seen; may stay empty", Value: was.Source},
		{Label: "Note", Hint: "what was seen; may stay empty", Value: was.Note},
		{Label: "Happened", Hint: "today, yesterday, 3d, monday, 1 Feb, 2026-02", Value: dayOf(was.Date, s.env)},
		{Label: "How sure", Hint: "above 0 to 1", Value: strconv.FormatFloat(sureness(was.Confidence), 'g', -1, 64)},
	}
	if k.much != "" {
		fields = append(fields, overlay.Field{Label: "How much", Hint: k.much, Value: number(was.Magnitude)})
	}
	f := s.Desk.form(title, fields, func(v []string) (func() (pane.Acted, error), error) {
		sig := was
		if err := s.read(&sig, v); err != nil {
			return nil, err
		}
		return func() (pane.Acted, error) { return s.write(k, sig) }, nil
	})
	f.Quick()
	return f
}

func dayOf(day model.Date, env *pane.Env) string {
	if day == model.DateOf(env.Now()) {
		return "today"
	}
	return day.String()
}

// sureness is how sure a signal is; 0 is read as 1.
func sureness(c float64) float64 {
	if c == 0 {
		return 1
	}
	return c
}

func number(x float64) string {
	if x == 0 {
		return ""
	}
	return strconv.FormatFloat(x, 'g', -1, 64)
}

// read fills a signal from the fields. The error names the field.
func (s *signalling) read(sig *model.Signal, v []string) (err error) {
	bad := func(at int, err error) error { return &overlay.FieldError{At: at, Err: err} }
	sig.Source, sig.Note = model.CleanLine(v[signalSource]), model.CleanLine(v[signalNote])
	if sig.Date, err = model.ParsePast(v[signalDate], s.env.Now()); err != nil {
		return bad(signalDate, err)
	}
	if sig.Confidence, err = model.ParseConfidence(v[signalSure]); err != nil {
		return bad(signalSure, err)
	}
	if len(v) > signalMuch {
		if sig.Magnitude, err = model.ParseMagnitude(v[signalMuch]); err != nil {
			return bad(signalMuch, err)
		}
	}
	return nil
}

// write logs the signal, or mends it where it was logged before.
func (s *signalling) write(k kind, sig model.Signal) (pane.Acted, error) {
	at := s.company(k)
	switch {
	case sig.ID != 0:
		_, err := s.deps.Store.MendSignal(s.env.User, &sig)
		return s.done("mended "+k.short+" of "+s.subject(s.sel, &sig), err)
	case at.ID != 0:
		sig.Company = at.ID
		_, err := s.deps.Store.AddSignal(s.env.User, &sig)
		return s.done("logged "+k.short+" at "+at.Name, err)
	}
	return s.make(pane.Change{
		To: s.sel.People,
		Do: func(who store.Act) (store.Acted, error) {
			hers := sig // each has one of her own
			return s.deps.Store.LogSignal(who, &hers)
		},
		Told: func(whom string) string { return fmt.Sprintf("logged %s of %s", k.short, whom) },
	})
}

func (s *signalling) done(text string, err error) (pane.Acted, error) {
	if err != nil {
		return pane.Acted{}, err
	}
	return pane.Acted{People: s.sel.People, Toast: pane.Toast{Text: text, Next: pane.TakesBack}}, nil
}

// kindOf is the row of the menu that a signal was logged by.
func kindOf(sig *model.Signal) kind {
	for _, k := range kinds() {
		if k.kind == sig.Kind && k.manager == sig.OwnManager {
			return k
		}
	}
	return kind{kind: sig.Kind, short: string(sig.Kind)}
}

// mend opens a signal that was logged, to be changed.
func (d *Desk) mend(sel pane.Selected, sig model.Signal) pane.Overlay {
	s := &signalling{Desk: d, sel: sel}
	return s.form(kindOf(&sig), &sig)
}

// removal takes a signal away.
func (d *Desk) removal(sel pane.Selected, sig model.Signal) tea.Cmd {
	s := &signalling{Desk: d, sel: sel}
	return func() tea.Msg {
		_, err := d.deps.Store.RemoveSignal(d.env.User, &sig)
		done, err := s.done(fmt.Sprintf("removed %s of %s", kindOf(&sig).short, d.subject(sel, &sig)), err)
		if err != nil {
			return pane.Refused{Why: err.Error()}
		}
		return done
	}
}

// subject is whom a signal concerns: the person, or her company.
func (d *Desk) subject(sel pane.Selected, sig *model.Signal) string {
	if sig.OfCompany() && sel.Profile != nil {
		return sel.Profile.Company.Name
	}
	return name(sel)
}
