package sending_test

import (
	"context"
	"errors"
	"path/filepath"
	"strings"
	"testing"
	"testing/synctest"

	"talentmap/model"
	"talentmap/scoring"
	"talentmap/store"
	"talentmap/store/roster"
	"talentmap/store/storetest"
	"talentmap/tui/pane"
	"talentmap/tui/pane/panetest"
	"talentmap/tui/sending"
	"talentmap/tui/theme"
	"talentmap/tui/tuitest"
)

// faulty is a store that waits, or fails, when told to.
type faulty struct {
	*store.Store
	hold chan struct{} // non-nil: it waits
	err  error
}

func (f *faulty) LogSent(actor string, d model.Draft) (model.Touch, error) {
	if f.hold != nil {
		<-f.hold
	}
	if f.err != nil {
		return model.Touch{}, f.err
	}
	return f.Store.LogSent(actor, d)
}

// desk is the page over a store of its own, with one message to one person.
type desk struct {
	*tuitest.Session
	host  *panetest.Host
	store *faulty
	clock *tuitest.Clock
	id    model.PersonID
}

// good is a message of which the critique has nothing grave to say.
const good = `Hi Nora,

Your talk “Ledgers that lie” is why I write: what you said about reconciliation by double entry answers a question that I hear from many teams.

I know you are not looking. We have put what three teams do differently into a two-page brief, no strings attached. Shall I send it to you?

Ada Byron
Tidewater Talent, 4 Quay Row, Dublin 2
Reply "stop" and I will not write again.`

// at opens the page on a message.
func at(t *testing.T, w, h int, body string, test func(t *testing.T, d *desk)) {
	t.Helper()
	synctest.Test(t, func(t *testing.T) {
		d := &desk{clock: tuitest.NewClock(storetest.Now()), id: 1}
		d.store = &faulty{Store: storetest.OpenAt(t, filepath.Join(t.TempDir(), "talent.db"))}
		storetest.Fill(t, d.store.Store, 2)
		d.edit(t, func(tx *store.Tx) error {
			p, err := tx.Person(d.id)
			if err != nil {
				return err
			}
			p.Name, p.Location = "Nora Lind", "Austin, Texas, United States"
			p.Contact.Emails = []string{"nora@lind.example"}
			p.Positions = []model.Position{{Company: "Acme", Title: "Staff Engineer", Start: model.Day(2021, 5, 1)}}
			p.Background = model.Background{Content: []model.Content{{Kind: "talk", Title: "Ledgers that lie", Date: model.Day(2025, 11, 3)}}}
			return tx.PutPerson(&p)
		})
		draft := model.Draft{Person: d.id, Channel: model.Email, Subject: "Your talk on ledgers that lie", Body: body}
		if _, err := d.store.SaveDraft("ada", &draft); err != nil {
			t.Fatal(err)
		}
		weights := scoring.Default()
		env := &pane.Env{Theme: theme.Plain(), User: "ada", Now: d.clock.Now, After: d.clock.After}
		d.host = panetest.New(sending.New(context.Background(), env, sending.Deps{
			Store: d.store, Weights: &weights,
			Sender: func() model.Sender {
				return model.Sender{Name: "Ada Byron", Company: "Tidewater Talent", Address: "4 Quay Row, Dublin 2"}
			},
		}, d.id))
		d.Session = tuitest.New(t, d.host, w, h)
		test(t, d)
	})
}

func (d *desk) edit(t *testing.T, fn func(tx *store.Tx) error) {
	t.Helper()
	if _, err := d.store.Edit(store.By("grace", "changed it"), fn); err != nil {
		t.Fatal(err)
	}
}

func (d *desk) profile(t *testing.T) (p *roster.Profile) {
	t.Helper()
	weights := scoring.Default()
	err := d.store.View(func(tx *store.Tx) (err error) {
		p, err = roster.ReadProfile(tx, &weights, d.id, d.clock.Now())
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func (d *desk) told() string { return strings.Join(d.host.Toasts(), "; ") }

// Everything that one has to know before the message leaves is on the page.
func TestThePageSaysEverything(t *testing.T) {
	at(t, 150, 30, good, func(t *testing.T, d *desk) {
		d.Contains(
			"Nora Lind <nora@lind.example>",
			"e-mail, touch 1 of 4",
			"Mon 2 Mar 2026 08:00 CST", // nine in London is three at night in Austin
			"Mon–Thu 8–11 h", "here 14:00",
			"Your talk on ledgers that lie",
			"what you said about reconciliation",
			"gate      open",
			"who writes, from where and how to opt out is in",
			"no notice is due",
			"grade",
		)
		d.Lacks("held back by")
	})
}

func TestApprovedItWaitsForItsTime(t *testing.T) {
	at(t, 130, 30, good, func(t *testing.T, d *desk) {
		d.Keys("enter")
		got := d.profile(t).Draft
		if want := "2026-03-02T14:00:00Z"; got.SendAt.UTC().Format("2006-01-02T15:04:05Z07:00") != want || got.OutState() != model.Queued {
			t.Errorf("it goes out at %s as %q, want %s", got.SendAt, got.OutState(), want)
		}
		for _, msg := range d.host.Asked {
			c, is := msg.(pane.Close)
			if !is {
				continue
			}
			if told := c.Then().(pane.Toast); told.Text != "approved e-mail to Nora Lind for Mon 2 Mar 2026 08:00 CST" || told.Next != pane.TakesBack {
				t.Errorf("told %+v", told)
			}
			return
		}
		t.Error("the page stays open")
	})
}

func TestLoggedAsSent(t *testing.T) {
	at(t, 130, 30, good, func(t *testing.T, d *desk) {
		d.Keys("S")
		p := d.profile(t)
		if len(p.Touches) != 1 || p.Touches[0].Body != good || !p.Draft.Empty() {
			t.Errorf("the touches are %+v, the draft %+v", p.Touches, p.Draft)
		}
	})
}

// Two keys log one touch, whatever the store does meanwhile.
func TestNothingLeavesTwice(t *testing.T) {
	at(t, 130, 30, good, func(t *testing.T, d *desk) {
		d.store.hold = make(chan struct{})
		d.Keys("S", "S", "enter", "S")
		close(d.store.hold)
		d.Settle()
		if p := d.profile(t); len(p.Touches) != 1 {
			t.Errorf("%d touches", len(p.Touches))
		}
	})
}

func TestAFailureKeepsTheText(t *testing.T) {
	at(t, 130, 30, good, func(t *testing.T, d *desk) {
		d.store.err = errors.New("no space left on the disk")
		d.Keys("S")
		if !strings.Contains(d.told(), "no space left on the disk") || d.profile(t).Draft.Body != good {
			t.Errorf("told %q, the draft is %q", d.told(), d.profile(t).Draft.Body)
		}
		d.Contains("reconciliation by double entry")
		d.store.err = nil
		d.Keys("S") // and again
		if n := len(d.profile(t).Touches); n != 1 {
			t.Errorf("%d touches", n)
		}
	})
}

// What the critique holds against a message keeps it here, and says what to do.
func TestWhatBlocksKeepsItHere(t *testing.T) {
	at(t, 130, 30, "Hi Nora,\n\nPlease send me your résumé.", func(t *testing.T, d *desk) {
		d.Contains("held back by", "E no-resume", "E why-them")
		for _, key := range []string{"enter", "S"} {
			d.Keys(key)
		}
		p := d.profile(t)
		if len(p.Touches) != 0 || !p.Draft.SendAt.IsZero() {
			t.Errorf("it left: %+v, %s", p.Touches, p.Draft.SendAt)
		}
		if told := d.told(); strings.Count(told, "the critique holds why-them, no-resume, identity against it: {sending.write} mends it, {sending.override} says why") != 2 {
			t.Errorf("told %q", told)
		}
	})
}

// The page shows the text as it stands, and a gate that has closed.
func TestThePageIsNeverOld(t *testing.T) {
	at(t, 130, 30, good, func(t *testing.T, d *desk) {
		d.edit(t, func(tx *store.Tx) error {
			p, err := tx.Person(d.id)
			if err != nil {
				return err
			}
			p.Outreach.Lock, p.Outreach.LockWhy = model.OptedOut, "said so on the phone"
			return tx.PutPerson(&p)
		})
		theirs := d.profile(t).Draft
		theirs.Body = "Another text."
		if _, err := d.store.SaveDraft("grace", &theirs); err != nil {
			t.Fatal(err)
		}
		d.Send(pane.Changed{Notice: store.Notice{Kinds: store.KindsOf(store.People, store.Drafts)}})
		d.Contains("Another text.", "closed: opted-out (said so on the", "phone)")
		d.Lacks("reconciliation")
		d.Keys("S")
		if n := len(d.profile(t).Touches); n != 0 {
			t.Errorf("%d touches to someone who opted out", n)
		}
	})
}

// In a small window nothing that matters is left out: the lines that have no room are
// counted, and the keys go through them.
func TestFitsEverySize(t *testing.T) {
	at(t, 80, 24, "Hi Nora,\n\nPlease send me your résumé.", func(t *testing.T, d *desk) {
		d.Contains("Nora Lind", "gate", "Please send me your résumé.", "more lines")
		for range 9 {
			d.Keys("]")
			d.Frame()
		}
		for w := 40; w <= 180; w += 13 {
			for h := 2; h <= 40; h += 5 {
				d.Resize(w, h)
				d.Frame()
			}
		}
	})
}
