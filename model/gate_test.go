package model_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"talentmap/model"
)

// ask asks the default gate for ada on 1 June 2024.
func ask(t testing.TB, o model.Outreach, touches []model.Touch, more func(*model.Asking)) model.Answer {
	t.Helper()
	c := model.DefaultCadence()
	a := model.Asking{Person: &model.Person{Outreach: o}, Touches: touches, By: "ada", Now: at(t, "2024-06-01 10:00")}
	if more != nil {
		more(&a)
	}
	return c.Gate(a)
}

// sent are touches that went out so many days before 1 June 2024, with the numbers
// 1, 2, …
func sent(t testing.TB, days ...int) (out []model.Touch) {
	t.Helper()
	for i, d := range days {
		out = append(out, model.Touch{ID: model.TouchID(i + 1), By: "bo", At: at(t, "2024-06-01 10:00").AddDate(0, 0, -d), Direction: model.Outbound})
	}
	return out
}

func TestGate(t *testing.T) {
	held := model.Outreach{State: model.Nurture, Owner: "bo"}
	mine := model.Outreach{State: model.Nurture, Owner: "ada"}
	again := model.Outreach{State: model.ReEngage, Owner: "ada", Trail: model.Trail{Cause: model.Triggered}}
	said := func(s model.State, no string) model.Outreach {
		return model.Outreach{State: s, Owner: "bo", Trail: model.Trail{Refused: model.DateOf(at(t, no))}}
	}
	six := sent(t, 10, 20, 30, 40, 50, 364)
	reEngaged := func(i int) []model.Touch {
		all := sent(t, 10, 20, 30, 40, 50, 60)
		all[i].ReEngages = true
		return all
	}
	inbound := sent(t, 5)
	inbound[0].Direction = model.Inbound
	for _, c := range []struct {
		name    string
		o       model.Outreach
		touches []model.Touch
		want    string // kind, owner, first open day and touch of the first block; "" for an open gate
		text    string
	}{
		{"new", model.Outreach{}, nil, "", ""},
		{"opted out", model.Outreach{Lock: model.OptedOut, LockBy: "cy"}, nil, "opted-out cy - t0", "opted-out"},
		{"do not contact, with reason", model.Outreach{Lock: model.DoNotContact, LockWhy: "client"}, nil, "do-not-contact - - t0", "do-not-contact (client)"},
		{"lock with an end", model.Outreach{Lock: model.DoNotContact, LockUntil: model.Day(2024, 6, 30), LockBy: "cy"}, nil, "do-not-contact cy 2024-07-01 t0", "until 2024-06-30"},
		{"on the last day of a lock", model.Outreach{Lock: model.DoNotContact, LockUntil: model.Day(2024, 6, 1)}, nil, "do-not-contact - 2024-06-02 t0", ""},
		{"lock that ended", model.Outreach{Lock: model.DoNotContact, LockUntil: model.Day(2024, 5, 31)}, nil, "", ""},
		{"lock of the owner herself", model.Outreach{Lock: model.OptedOut, Owner: "ada"}, nil, "opted-out - - t0", ""},
		{"opted out while she is interested", model.Outreach{State: model.Interested, Lock: model.OptedOut}, nil, "opted-out - - t0", ""},
		{"a lock of a newer program", model.Outreach{Lock: "frozen"}, nil, "opted-out - - t0", "frozen"},

		{"six in a year", mine, six, "cap - 2024-06-03 t6", "6 touches"},
		{"seven in a year", mine, append(sent(t, 5), six...), "cap - 2025-04-12 t5", "6 touches"},
		{"five in a year", mine, six[:5], "", ""},
		{"the sixth is a year ago", mine, append(six[:5:5], sent(t, 366)...), "", ""}, // 2024 is a leap year
		{"replies do not count", mine, append(six[:5:5], inbound...), "", ""},
		{"a touch of tomorrow counts", mine, append(six[:5:5], sent(t, -1)...), "cap - 2025-04-12 t5", ""},
		{"who has replied is answered", model.Outreach{State: model.Replied, Owner: "ada"}, six, "", ""},
		{"who is interested is answered", model.Outreach{State: model.Interested, Owner: "ada"}, six, "", ""},
		{"six, and a trigger", again, six, "", ""},
		{"six, and only her day has come", model.Outreach{State: model.ReEngage, Owner: "ada", Trail: model.Trail{Cause: model.DayReached}}, six, "cap - 2024-06-03 t6", ""},
		{"five and one after a trigger", mine, reEngaged(2), "", ""},
		{"the second trigger in a year", again, append(reEngaged(2), sent(t, 70)...), "cap - 2025-03-23 t1", ""},

		{"someone else's first touch", held, sent(t, 29), "cooldown bo 2024-06-02 t1", "bo is in touch"},
		{"30 days after the first", held, sent(t, 30), "", ""},
		{"59 days after the second", held, sent(t, 59, 63), "cooldown bo 2024-06-02 t1", "until 2024-06-02"},
		{"60 days after the second", held, sent(t, 60, 64), "", ""},
		{"89 days after the third", held, sent(t, 95, 89, 99), "cooldown bo 2024-06-02 t2", "bo"},
		{"90 days after the fourth", held, sent(t, 90, 95, 99, 120), "", ""},
		{"89 days after the fourth", held, sent(t, 89, 95, 99, 120), "cooldown bo 2024-06-02 t1", ""},
		{"the others are more than a year old", held, sent(t, 31, 400, 410), "", ""},
		{"handed over", mine, sent(t, 1), "", ""},
		{"nobody's", model.Outreach{}, sent(t, 1), "", ""},
		{"owned, never written to", held, nil, "", ""},
		{"a colleague's answer is awaited", model.Outreach{State: model.Replied, Owner: "bo"}, sent(t, 3), "cooldown bo 2024-06-28 t1", ""},

		{"a colleague's sequence, handed to nobody", model.Outreach{State: model.Active, Step: 1, Owner: "bo", Next: model.Day(2024, 6, 4)}, nil, "sequence bo 2024-06-04 t0", "a sequence of bo"},
		{"my own sequence, early", model.Outreach{State: model.Active, Step: 1, Owner: "ada", Next: model.Day(2024, 6, 4)}, sent(t, 1), "", ""},
		{"a colleague's sequence, left alone", model.Outreach{State: model.Active, Step: 2, Owner: "bo", Next: model.Day(2024, 3, 4)}, sent(t, 70, 80), "", ""},
		{"she is away", model.Outreach{State: model.Paused, Step: 1, Owner: "ada", Next: model.Day(2024, 6, 4)}, sent(t, 1), "sequence ada 2024-06-04 t1", "away"},
		{"she is back", model.Outreach{State: model.Paused, Step: 1, Owner: "ada", Next: model.Day(2024, 6, 1)}, sent(t, 9), "", ""},

		{"the last day after a no", said(model.Nurture, "2023-12-05"), nil, "after a no bo 2024-06-02 t0", "the whole team waits until 2024-06-02"},
		{"180 days after a no", said(model.Nurture, "2023-12-04"), nil, "", ""},
		{"a no, and she has written since", said(model.Replied, "2024-05-04"), nil, "", ""},
		{"in the pipeline", model.Outreach{State: model.Pipeline, Owner: "ada"}, nil, "in a process ada - t0", "pipeline"},
		{"hired", model.Outreach{State: model.Hired, Owner: "bo"}, nil, "in a process bo - t0", "hired"},
	} {
		got := ask(t, c.o, c.touches, nil)
		if first := firstBlock(got); first != c.want {
			t.Errorf("%s: %q, want %q: %+v", c.name, first, c.want, got.Blocks)
		}
		err := got.Err()
		if (err == nil) != (c.want == "") || err != nil && (!errors.Is(err, model.ErrGate) || !strings.Contains(err.Error(), c.text)) {
			t.Errorf("%s: %v, want %q in it", c.name, err, c.text)
		}
		for _, b := range got.Blocks {
			if b.Why == "" || b.Do == "" {
				t.Errorf("%s: %+v says not what to do", c.name, b)
			}
		}
	}
}

// firstBlock is the strictest block in short.
func firstBlock(a model.Answer) string {
	if a.Open() {
		return ""
	}
	b := a.Blocks[0]
	or := func(s string) string {
		if s == "" {
			return "-"
		}
		return s
	}
	return fmt.Sprintf("%s %s %s %s", b.Kind, or(b.Owner), or(b.Opens.String()), b.Touch)
}

func TestGateOfACompany(t *testing.T) {
	at := func(l model.Lock, until model.Date) func(*model.Asking) {
		return func(a *model.Asking) {
			a.Employers = []model.Company{{Name: "Oak"}, {Name: "Acme", Lock: l, LockUntil: until, LockBy: "cy", LockWhy: "client"}}
		}
	}
	got := ask(t, model.Outreach{}, nil, at(model.DoNotContact, model.Day(2024, 6, 1)))
	if firstBlock(got) != "company do-not-contact cy 2024-06-02 t0" || !strings.Contains(got.Blocks[0].Why, "everybody at Acme is do-not-contact until 2024-06-01 (client)") {
		t.Errorf("%+v", got.Blocks)
	}
	if got := ask(t, model.Outreach{}, nil, at(model.DoNotContact, model.Day(2024, 5, 31))); !got.Open() {
		t.Errorf("a lock that ended: %+v", got.Blocks)
	}
}

func TestGateOfABouncedChannel(t *testing.T) {
	o := model.Outreach{State: model.Bounced, Owner: "ada", Trail: model.Trail{Bounced: model.Bounces{Channels: 1, Address: "old@example.com"}}}
	for _, c := range []struct {
		channel model.Channel
		emails  []string
		open    bool
	}{
		{model.Email, []string{"old@example.com"}, false},
		{model.Email, []string{"old@example.com", "new@example.com"}, false},
		{model.Email, []string{"new@example.com", "old@example.com"}, true},
		{model.Email, nil, false},
		{model.InMail, []string{"old@example.com"}, true},
		{"", []string{"old@example.com"}, true},
	} {
		got := ask(t, o, nil, func(a *model.Asking) { a.Channel, a.Person.Contact.Emails = c.channel, c.emails })
		if got.Open() != c.open || !c.open && got.Blocks[0].Kind != model.BlockBounced {
			t.Errorf("%s to %v: %+v", c.channel, c.emails, got.Blocks)
		}
	}
}

// Everything that blocks is told, the strictest first.
func TestGateTellsAll(t *testing.T) {
	o := model.Outreach{
		State: model.Active, Step: 1, Owner: "bo", Next: model.Day(2024, 6, 9), Lock: model.DoNotContact,
		Trail: model.Trail{Refused: model.Day(2024, 5, 1), Bounced: model.Bounces{Channels: 1}},
	}
	got := ask(t, o, sent(t, 1, 2, 3, 4, 5, 6), func(a *model.Asking) {
		a.Erased, a.Channel, a.Employers = true, model.Email, []model.Company{{Name: "Acme", Lock: model.DoNotContact}}
	})
	var kinds []string
	for _, b := range got.Blocks {
		kinds = append(kinds, string(b.Kind))
	}
	if s := strings.Join(kinds, ", "); s != "erased, do-not-contact, company do-not-contact, after a no, sequence, cooldown, cap, bounced" {
		t.Errorf("blocks are %s", s)
	}
}

// The gate sees what has happened by the clock alone, whether or not it was
// written down.
func TestGateSettles(t *testing.T) {
	stalled := model.Outreach{State: model.Interested, Owner: "ada", LastTouch: at(t, "2024-03-01")}
	if got := firstBlock(ask(t, stalled, sent(t, 10, 20, 30, 40, 50, 364), nil)); got != "cap - 2024-06-03 t6" {
		t.Errorf("who stalled long ago is in no conversation: %q", got)
	}
}
