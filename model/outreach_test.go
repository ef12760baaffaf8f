package model_test

import (
	"errors"
	"strings"
	"testing"
	"time"

	"talentmap/model"
)

func TestGate(t *testing.T) {
	now := at(t, "2024-06-01 10:00")
	days := func(n int) time.Time { return now.AddDate(0, 0, -n) }
	sent := func(when ...time.Time) (out []model.Touch) {
		for _, w := range when {
			out = append(out, model.Touch{At: w, Direction: model.Outbound})
		}
		return out
	}
	held := func(step int) model.Outreach { return model.Outreach{State: model.Active, Owner: "bo", Step: step} }
	six := sent(days(10), days(20), days(30), days(40), days(50), days(364))
	for _, c := range []struct {
		name    string
		o       model.Outreach
		touches []model.Touch
		want    string // in the refusal; "" when the gate is open
	}{
		{"new", model.Outreach{}, nil, ""},
		{"opted out", model.Outreach{Lock: model.OptedOut}, nil, "opted-out"},
		{"do not contact, with reason", model.Outreach{Lock: model.DoNotContact, LockWhy: "client"}, nil, "do-not-contact (client)"},
		{"lock with an end", model.Outreach{Lock: model.DoNotContact, LockUntil: model.Day(2024, 6, 30)}, nil, "until 2024-06-30"},
		{"lock that ended", model.Outreach{Lock: model.DoNotContact, LockUntil: model.Day(2024, 5, 31)}, nil, ""},
		{"lock of the owner herself", model.Outreach{Lock: model.OptedOut, Owner: "ada"}, nil, "opted-out"},
		{"six in a year", model.Outreach{Owner: "ada"}, six, "6 touches"},
		{"five in a year", model.Outreach{Owner: "ada"}, six[1:], ""},
		{"the sixth is a year ago", model.Outreach{Owner: "ada"}, append(six[:5:5], sent(now.AddDate(-1, 0, 0))...), ""},
		{"replies do not count", model.Outreach{Owner: "ada"}, append(six[:5:5], model.Touch{At: days(5), Direction: model.Inbound}), ""},
		{"someone else's first touch", held(1), sent(days(29)), "bo is in touch"},
		{"30 days after the first", held(1), sent(days(30)), ""},
		{"59 days after the second", held(2), sent(days(59), days(63)), "until 2024-06-02"},
		{"60 days after the second", held(2), sent(days(60), days(64)), ""},
		{"89 days after the fourth", held(4), sent(days(89)), "bo"},
		{"90 days after the fourth", held(4), sent(days(90)), ""},
		{"own person", model.Outreach{State: model.Active, Owner: "ada", Step: 1}, sent(days(1)), ""},
		{"owned, never written to", model.Outreach{Owner: "bo"}, nil, ""},
	} {
		err := model.Gate(&model.Person{Outreach: c.o}, c.touches, "ada", now)
		switch {
		case c.want == "" && err != nil:
			t.Errorf("%s: refused: %v", c.name, err)
		case c.want != "" && (!errors.Is(err, model.ErrGate) || !strings.Contains(err.Error(), c.want)):
			t.Errorf("%s: %v, want a refusal with %q", c.name, err, c.want)
		}
	}
}

func TestLockHoldsThroughItsLastDay(t *testing.T) {
	for _, c := range []struct {
		until model.Date
		now   string
		want  bool
	}{
		{0, "2099-01-01", true},
		{model.Day(2024, 3, 12), "2024-03-12 23:59", true},
		{model.Day(2024, 3, 12), "2024-03-13", false},
		{model.YearMonth(2024, 2), "2024-02-29 12:00", true},
		{model.YearMonth(2024, 2), "2024-03-01", false},
		{model.Year(2024), "2024-12-31 12:00", true},
		{model.Year(2024), "2025-01-01", false},
	} {
		o := model.Outreach{Lock: model.OptedOut, LockUntil: c.until}
		if got := o.Locked(at(t, c.now)); got != c.want {
			t.Errorf("locked until %v, on %s: %v, want %v", c.until, c.now, got, c.want)
		}
	}
	if (model.Outreach{LockUntil: model.Year(2099)}).Locked(at(t, "2024-01-01")) {
		t.Error("an end without a lock locks")
	}
}

func TestSentWalksTheSequence(t *testing.T) {
	o := model.Outreach{State: model.Researched}
	for i, c := range []struct{ on, next string }{
		{"2024-03-01", "2024-03-05"}, // day 0, next on day 4
		{"2024-03-05", "2024-03-11"}, // day 9 is a Sunday: Monday
		{"2024-03-11", "2024-03-18"}, // day 16
		{"2024-03-18", "2024-04-01"}, // then two weeks of silence
	} {
		o.Sent("ada", at(t, c.on))
		if o.State != model.Active || o.Step != i+1 || o.Next.String() != c.next {
			t.Errorf("touch %d: %s(%d), next %v; want active(%d), next %s", i+1, o.State, o.Step, o.Next, i+1, c.next)
		}
		if o.Owner != "ada" || !o.LastTouch.Equal(at(t, c.on)) {
			t.Errorf("touch %d: owner %q, last touch %v", i+1, o.Owner, o.LastTouch)
		}
	}
}

func TestSentBeyondTheSequenceBeginsNurture(t *testing.T) {
	o := model.Outreach{State: model.Active, Step: 4}
	o.Sent("ada", at(t, "2024-03-01"))
	if o.State != model.Nurture || o.Step != 0 || o.Next != model.Day(2024, 5, 30) {
		t.Errorf("%s(%d), next %v; want nurture, next 2024-05-30", o.State, o.Step, o.Next)
	}
}

func TestSentOutsideASequence(t *testing.T) {
	now := at(t, "2024-03-01")
	for _, s := range []model.State{model.Nurture, model.Replied, model.Interested, model.Later} {
		o := model.Outreach{State: s, Step: 4}
		o.Sent("ada", now)
		if o.State != s || o.Next != model.Day(2024, 5, 30) { // 90 days later
			t.Errorf("a touch while %s: %s, next %v", s, o.State, o.Next)
		}
	}
	for _, s := range []model.State{"", model.Mapped, model.ReEngage} {
		o := model.Outreach{State: s, Step: 3}
		o.Sent("ada", now)
		if o.State != model.Active || o.Step != 1 {
			t.Errorf("a touch while %q: %s(%d), want active(1)", s, o.State, o.Step)
		}
	}
}

func TestResearchDone(t *testing.T) {
	var r model.Research
	r[model.Progression] = model.Finding{Looked: model.ItemFound, Fact: "two promotions in three years"}
	r[model.MutualConnections] = model.Finding{Looked: model.ItemNone}
	if got := r.Done(); got != 2 {
		t.Errorf("Done = %d, want 2: found and none found count, open does not", got)
	}
	if got := model.MutualConnections.String(); got != "mutual connections" {
		t.Errorf("String = %q", got)
	}
	if (model.Outreach{}).Current() != model.Mapped {
		t.Error("the zero state is not mapped")
	}
}
