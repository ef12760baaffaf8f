package person

import (
	"errors"
	"fmt"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"talentmap/model"
	"talentmap/store"
	"talentmap/tui/overlay"
	"talentmap/tui/pane"
)

// addSignal has a signal logged as it is everywhere: a letter is its kind.
func (p *Pane) addSignal() tea.Cmd { return pane.Request(pane.LogSignal{}) }

// askSignal mends a signal.
func (p *Pane) askSignal(sig model.Signal) tea.Cmd {
	title := "Mend the signal"
	if sig.OfCompany() {
		title += " of " + p.profile.Company.Name
	}
	number := func(f float64) string {
		if f == 0 {
			return ""
		}
		return strconv.FormatFloat(f, 'g', -1, 64)
	}
	return p.ask(title, "mended the signal", []overlay.Field{
		{Label: "kind", Hint: kindNames(), Value: string(sig.Kind)},
		{Label: "date", Hint: "today, yesterday, 3d, monday, 1 Feb, 2026-02", Value: sig.Date.String()},
		{Label: "seen", Hint: "what was seen", Value: sig.Note},
		{Label: "source", Hint: "where it was seen", Value: sig.Source},
		{Label: "sure", Hint: "how sure it is, above 0 to 1", Value: number(sig.Confidence)},
		{Label: "size", Hint: "layoffs: percent of staff; pay: percent below; ratings: stars lost", Value: number(sig.Magnitude)},
	}, func(v []string) (do, error) {
		now, err := p.readSignal(sig, v)
		if err != nil {
			return nil, err
		}
		return func(st Store, who store.Act) (store.Acted, error) {
			return st.MendSignal(who.By, &now)
		}, nil
	})
}

// readSignal takes in what the form of a signal has.
func (p *Pane) readSignal(sig model.Signal, v []string) (model.Signal, error) {
	var err error
	if sig.Kind, err = model.MeantSignalKind(v[0]); err != nil {
		return sig, wrong(0, err)
	}
	if model.CleanLine(v[1]) == "" {
		return sig, wrong(1, errors.New("when was it? A signal without a date counts nothing"))
	}
	if sig.Date, err = model.ParsePast(v[1], p.Env.Now()); err != nil {
		return sig, wrong(1, err)
	}
	sig.Note, sig.Source = model.CleanLine(v[2]), model.CleanLine(v[3])
	if sig.Confidence, err = model.ParseConfidence(v[4]); err != nil {
		return sig, wrong(4, err)
	}
	if sig.Magnitude, err = model.ParseMagnitude(v[5]); err != nil {
		return sig, wrong(5, err)
	}
	return sig, nil
}

func kindNames() string {
	names := make([]string, 0, 11)
	for _, k := range model.SignalKinds() {
		names = append(names, string(k))
	}
	return strings.Join(names, ", ")
}

// removeSignal asks, and takes a signal away.
func (p *Pane) removeSignal(sig model.Signal) tea.Cmd {
	of := p.profile.Person.Name
	if sig.OfCompany() {
		of = p.profile.Company.Name + ", and so of everybody there"
	}
	ask := fmt.Sprintf("Take away the signal %q of %s?", sig.Kind, of)
	return pane.Request(pane.Show{Overlay: overlay.NewConfirm(p.Env, ask, func() tea.Cmd {
		return p.act("took away the signal "+string(sig.Kind), func(st Store, who store.Act) (store.Acted, error) { return st.RemoveSignal(who.By, &sig) })
	}).Next(pane.TakesBack)})
}
