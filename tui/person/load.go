package person

import (
	"errors"
	"slices"

	tea "charm.land/bubbletea/v2"

	"talentmap/model"
	"talentmap/scoring"
	"talentmap/store"
	"talentmap/store/roster"
	"talentmap/tui/pane"
)

// watched are the kinds of change that can alter the page.
var watched = store.KindsOf(store.People, store.Companies, store.PersonSignals,
	store.CompanySignals, store.Touches, store.Drafts, store.PersonNews, store.Maps)

// facts are what the page shows of a person, as read at one moment.
type facts struct {
	profile *roster.Profile
	news    []model.News         // what has changed from file to file, newest first
	places  []store.Place        // on talent maps
	known   []knownAs            // who of her connections is in the store herself, one for each
	drafts  []model.DraftVersion // earlier versions of the draft, newest first
	journal []store.Entry        // what has changed of her, newest first
	older   bool                 // there may be more of it
	titles  map[string]int       // the levels of her titles, 0 for none
}

// knownAs is a connection who is in the store herself; the zero ID: she is not.
type knownAs struct {
	id  model.PersonID
	now string // her title and company
}

// How far back the journal is looked through for changes of one person: to so many of
// hers, or through so many records that changes have touched, which takes some
// milliseconds. An import of a market is beyond that.
const (
	mostEntries = 60
	mostLooked  = 50_000
)

type loaded struct {
	pane.Owner
	who   model.PersonID
	facts *facts
	err   error
}

// Load reads the person again. While one read is under way no other begins.
func (p *Pane) Load() tea.Cmd {
	gen, ok := p.Reading.Begin()
	if !ok {
		return nil
	}
	out := loaded{Owner: p.Owner(gen), who: p.person}
	deps, now := p.deps, p.Env.Now()
	return func() tea.Msg {
		f := &facts{}
		out.err = deps.Store.View(func(tx *store.Tx) (err error) {
			if f.profile, err = roster.ReadProfile(tx, deps.Weights, out.who, now); err != nil {
				return err
			}
			return f.read(tx)
		})
		out.facts = f
		return out
	}
}

// read reads what is shown beside the profile.
func (f *facts) read(tx *store.Tx) (err error) {
	per := &f.profile.Person
	for n, err := range tx.NewsOf(per.ID) {
		if err != nil {
			return err
		}
		f.news = append(f.news, n)
	}
	slices.Reverse(f.news)
	if f.drafts, err = pane.Collect(tx.VersionsOf(per.ID)); err != nil {
		return err
	}
	slices.Reverse(f.drafts)
	if f.places, err = tx.PlacesOf(per.ID); err != nil {
		return err
	}
	for _, c := range per.Background.Connections {
		k, err := knownConnection(tx, c, f.profile)
		if err != nil {
			return err
		}
		f.known = append(f.known, k)
	}
	f.titles = map[string]int{}
	for _, q := range per.Positions {
		f.titles[q.Title] = scoring.Level(q.Title)
	}
	f.journal, f.older, err = changesOf(tx, per.ID)
	return err
}

// knownConnection finds a connection in the store: by her ID, else by a name that
// nobody else has.
func knownConnection(tx *store.Tx, c model.Connection, of *roster.Profile) (k knownAs, err error) {
	who := c.Person
	if who == 0 {
		if ids := tx.PeopleByName(c.Name); len(ids) == 1 {
			who = ids[0]
		}
	}
	if who == 0 || who == of.Person.ID {
		return k, nil
	}
	her, err := tx.Person(who)
	if errors.Is(err, store.ErrNotFound) {
		return k, nil
	}
	if err == nil && len(her.Positions) > 0 {
		k.now = at(her.Positions[0].Title, her.Positions[0].Company)
	}
	k.id = who
	return k, err
}

// changesOf are the newest changes that touched a person or what hangs on her, of
// those that are not too far back; more reports whether there may be others.
func changesOf(tx *store.Tx, who model.PersonID) (all []store.Entry, more bool, err error) {
	looked := 0
	for e, err := range tx.History() {
		if err != nil {
			return nil, false, err
		}
		if looked += 1 + len(e.Refs); looked > mostLooked || len(all) == mostEntries {
			return all, true, nil
		}
		if !e.Quiet && e.Touches(who) {
			all = append(all, e)
		}
	}
	return all, false, nil
}

func (p *Pane) show(msg loaded) tea.Cmd {
	if !p.Reading.End(msg.Gen) {
		return nil
	}
	var cmd tea.Cmd
	switch {
	case msg.who != p.person: // one has walked on
	case errors.Is(msg.err, store.ErrNotFound):
		p.facts, p.gone = nil, true
	case msg.err != nil:
		cmd = pane.Request(pane.Fail(msg.err))
	default:
		by := p.changedBy(msg.facts)
		p.facts, p.gone = msg.facts, false
		if by != "" {
			p.by = by
		}
		p.build(by != "")
		cmd = p.asked()
	}
	if p.Reading.Wanted() {
		return tea.Batch(cmd, p.Load())
	}
	return cmd
}

// asked is the question for which the page was opened; nil where it is there to be read.
func (p *Pane) asked() tea.Cmd {
	if !p.erase {
		return nil
	}
	p.erase = false
	erase := p.erasure()
	return pane.Request(pane.Do{Action: &erase})
}

// changedBy is who else has changed her since she was read before.
func (p *Pane) changedBy(now *facts) string {
	if p.facts == nil || p.profile.Person.ID != now.profile.Person.ID {
		return ""
	}
	for i := range now.journal {
		if e := &now.journal[i]; e.Rev > p.profile.ReadAt && e.Actor != p.Env.User {
			return e.Actor
		}
	}
	return ""
}

// dossierRead is everything held about the person, for an overlay.
type dossierRead struct {
	pane.Owner
	dossier store.Dossier
	show    func(*store.Dossier) pane.Overlay
	err     error
}

// readDossier reads all there is about the person, and shows it.
func (p *Pane) readDossier(show func(*store.Dossier) pane.Overlay) tea.Cmd {
	st, who, out := p.deps.Store, p.person, dossierRead{Owner: p.Owner(0), show: show}
	return func() tea.Msg {
		out.err = st.View(func(tx *store.Tx) (err error) {
			out.dossier, err = tx.Dossier(who)
			return err
		})
		return out
	}
}

func (p *Pane) showDossier(msg dossierRead) tea.Cmd {
	if msg.err != nil {
		return pane.Request(pane.Fail(msg.err))
	}
	return pane.Request(pane.Show{Overlay: msg.show(&msg.dossier)})
}
