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
