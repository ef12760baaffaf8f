package model_test

import (
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"talentmap/model"
)

// happens applies an event on a day to someone.
func happens(t testing.TB, o model.Outreach, kind model.EventKind, day string) (model.Outreach, error) {
	t.Helper()
	c := model.DefaultCadence()
	return c.Apply(o, model.OutreachEvent{Kind: kind, At: at(t, day), By: "ada", Until: model.Day(2026, 6, 1), Channel: model.Email, Address: "x@example.com"})
}

// The rows of the method's table, each with the date that falls due. 2 March 2026
// is a Monday.
func TestMachine(t *testing.T) {
	touched := func(s model.State, step int) model.Outreach {
		return model.Outreach{State: s, Step: step, Owner: "ada", LastTouch: at(t, "2026-02-20 10:00"), Next: model.Day(2026, 3, 2)}
	}
	for _, c := range []struct {
		name string
		from model.Outreach
		on   model.EventKind
		to   model.State
		step int
		next string
	}{
		{"four of six", model.Outreach{}, model.ResearchReady, model.Researched, 0, ""},
		{"a path", touched(model.Researched, 0), model.PathChosen, model.IntroPending, 0, "2026-03-09"},
		{"introduced", touched(model.IntroPending, 0), model.HumanReply, model.Replied, 0, "2026-03-02"},
		{"no introduction", touched(model.IntroPending, 0), model.IntroSilent, model.Researched, 0, "2026-03-02"},
		{"first touch", touched(model.Researched, 0), model.Sent, model.Active, 1, "2026-03-09"}, // Friday the 6th: Monday
		{"first touch again", touched(model.ReEngage, 0), model.Sent, model.Active, 1, "2026-03-09"},
		{"second touch", touched(model.Active, 1), model.Sent, model.Active, 2, "2026-03-09"}, // Saturday the 7th
		{"third touch", touched(model.Active, 2), model.Sent, model.Active, 3, "2026-03-09"},
		{"last touch", touched(model.Active, 3), model.Sent, model.Active, 4, "2026-03-16"},
		{"beyond the last", touched(model.Active, 4), model.Sent, model.Nurture, 0, "2026-05-31"},
		{"silence", touched(model.Active, 4), model.SequenceSilent, model.Nurture, 0, "2026-05-21"}, // 90 d after the last contact
		{"reply in a sequence", touched(model.Active, 2), model.HumanReply, model.Replied, 2, "2026-03-02"},
		{"reply in nurture", touched(model.Nurture, 0), model.HumanReply, model.Replied, 0, "2026-03-02"},
		{"away", touched(model.Active, 2), model.OutOfOffice, model.Paused, 2, "2026-06-03"}, // back on Monday the 1st, two business days
		{"back", touched(model.Paused, 2), model.DayReached, model.Active, 2, "2026-03-02"},
		{"back after the last touch", touched(model.Paused, 4), model.DayReached, model.Active, 4, "2026-03-16"},
		{"an auto-reply stops no conversation", touched(model.Replied, 2), model.OutOfOffice, model.Replied, 2, "2026-03-02"},
		{"hard bounce", touched(model.Active, 1), model.HardBounce, model.Bounced, 1, "2026-03-02"},
		{"hard bounce of a value touch", touched(model.Nurture, 0), model.HardBounce, model.Bounced, 0, "2026-03-02"},
		{"soft bounce", touched(model.Active, 1), model.SoftBounce, model.Active, 1, "2026-03-02"},
		{"mended", touched(model.Bounced, 2), model.Sent, model.Active, 2, "2026-03-09"},
		{"value touch mended", touched(model.Bounced, 0), model.Sent, model.Nurture, 0, "2026-05-31"},
		{"interested", touched(model.Replied, 2), model.SaysInterested, model.Interested, 2, "2026-03-02"},
		{"later", touched(model.Replied, 2), model.SaysLater, model.Later, 0, "2026-06-01"},
		{"no", touched(model.Replied, 2), model.SaysNo, model.Nurture, 0, "2026-08-29"},
		{"the day has come", touched(model.Later, 0), model.DayReached, model.ReEngage, 0, "2026-03-16"},
		{"value touch", touched(model.Nurture, 0), model.Sent, model.Nurture, 0, "2026-05-31"},
		{"a call in nurture", touched(model.Nurture, 0), model.InTouch, model.Nurture, 0, "2026-05-31"},
		{"trigger in nurture", touched(model.Nurture, 0), model.Triggered, model.ReEngage, 0, "2026-03-16"},
		{"trigger before the day", touched(model.Later, 0), model.Triggered, model.ReEngage, 0, "2026-03-16"},
		{"unused", touched(model.ReEngage, 0), model.LeftUnused, model.Nurture, 0, "2026-05-21"},
		{"screen", touched(model.Interested, 2), model.ScreenBooked, model.Pipeline, 2, "2026-04-01"},
		{"stalled", touched(model.Interested, 2), model.Stalled, model.Later, 0, "2026-04-01"},
		{"declined", touched(model.Pipeline, 2), model.Declined, model.Nurture, 0, "2026-05-31"},
		{"hired", touched(model.Pipeline, 2), model.GotHired, model.Hired, 2, "2026-09-02"},
		{"rated", touched(model.Hired, 2), model.GotRated, model.Hired, 2, ""},
		{"answered", touched(model.Replied, 2), model.Sent, model.Replied, 2, "2026-03-16"},
		{"a value touch before her day", touched(model.Later, 0), model.Sent, model.Later, 0, "2026-03-02"},
		{"taken out of a sequence", touched(model.Active, 2), model.TakenOut, model.Nurture, 0, "2026-05-21"},
		{"taken out while it is paused", touched(model.Paused, 1), model.TakenOut, model.Nurture, 0, "2026-05-21"},
		{"opted out of a sequence", touched(model.Active, 2), model.SaysStop, model.Nurture, 0, "2026-05-21"},
	} {
		got, err := happens(t, c.from, c.on, "2026-03-02")
		if err != nil || got.State != c.to || got.Step != c.step || got.Next.String() != c.next {
			t.Errorf("%s: %s(%d), next %v (%v); want %s(%d), next %s", c.name, got.State, got.Step, got.Next, err, c.to, c.step, c.next)
		}
		moved := c.from.Current() != c.to
		if moved != (got.Trail.Since == model.Day(2026, 3, 2) && got.Trail.Cause == c.on) {
			t.Errorf("%s: came there on %v by %q", c.name, got.Trail.Since, got.Trail.Cause)
		}
	}
}

func TestWhatDoesNotFitIsRefused(t *testing.T) {
	for _, c := range []struct {
		o    model.Outreach
		on   model.EventKind
		want string
	}{
		{model.Outreach{}, model.SaysInterested, `"interested" comes after replied, interested, and she is mapped`},
		{model.Outreach{State: model.Active, Step: 1}, model.SequenceSilent, "she is active"},
		{model.Outreach{State: model.Active, Step: 1}, model.Triggered, "comes after later, nurture"},
		{model.Outreach{State: model.Paused}, model.Sent, "she is paused"},
		{model.Outreach{State: model.Pipeline}, model.Sent, "she is pipeline"},
		{model.Outreach{State: model.Hired}, model.Sent, "she is hired"},
		{model.Outreach{State: model.Interested}, model.GotHired, "comes after pipeline"},
		{model.Outreach{State: model.Replied, Lock: model.DoNotContact, LockWhy: "client"}, model.Sent, "locked, do-not-contact (client)"},
		{model.Outreach{State: model.Nurture, Lock: model.OptedOut}, model.Triggered, "opted-out"},
		{model.Outreach{State: model.Bounced}, model.TakenOut, "comes after active, paused, bounced"},
		{model.Outreach{Lock: model.OptedOut}, model.LockOpened, "only a new message from her"},
		{model.Outreach{Lock: model.OptedOut}, model.Forbidden, "stricter"},
		{model.Outreach{}, model.LockOpened, "not locked"},
		{model.Outreach{State: "unheard of"}, model.HardBounce, "she is unheard of"},
		{model.Outreach{}, "unheard of", "nothing that this program knows"},
		{model.Outreach{State: model.Replied}, model.SaysLater, "not later than 2026-07-01"},
	} {
		day := "2026-03-02"
		if strings.Contains(c.want, "2026-07-01") {
			day = "2026-07-01"
		}
		got, err := happens(t, c.o, c.on, day)
		if !errors.Is(err, model.ErrNoFit) || !strings.Contains(err.Error(), c.want) || got != c.o {
			t.Errorf("%s on %q: %v, want a refusal with %q and nothing changed", c.o.Current(), c.on, err, c.want)
		}
	}
	c := model.DefaultCadence()
	if _, err := c.Apply(model.Outreach{State: model.Replied}, model.OutreachEvent{Kind: model.SaysLater, At: at(t, "2026-03-02")}); err == nil {
		t.Error("later without a date was taken")
	}
}

func TestLocksByEvents(t *testing.T) {
	active := model.Outreach{State: model.Active, Step: 2, Deferral: model.Deferral{Until: model.Year(2027)}}
	o, err := happens(t, active, model.SaysStop, "2026-03-02")
	if err != nil || o.Lock != model.OptedOut || o.LockUntil.Known() || o.LockBy != "ada" || o.Deferral != (model.Deferral{}) {
		t.Fatalf("stop: %+v (%v)", o, err)
	}
	if o, err = happens(t, o, model.OutOfOffice, "2026-03-03"); err != nil || o.Lock != model.OptedOut {
		t.Errorf("an auto-reply opens the lock: %+v (%v)", o, err)
	}
	if o, err = happens(t, o, model.HumanReply, "2026-03-04"); err != nil || o.Lock != model.Unlocked || o.State != model.Replied {
		t.Errorf("a message of hers leaves %+v (%v)", o, err)
	}
	o, err = happens(t, model.Outreach{State: model.IntroPending}, model.Forbidden, "2026-03-02")
	if err != nil || o.Lock != model.DoNotContact || o.LockUntil != model.Day(2026, 6, 1) || o.State != model.Researched {
		t.Errorf("do not contact: %+v (%v)", o, err)
	}
	if o, err = happens(t, o, model.HumanReply, "2026-03-03"); err != nil || o.Lock != model.DoNotContact {
		t.Errorf("the team's lock went with her message: %+v (%v)", o, err)
	}
	if o, err = happens(t, o, model.LockOpened, "2026-03-03"); err != nil || o.Lock != model.Unlocked || o.LockUntil.Known() {
		t.Errorf("unlocked: %+v (%v)", o, err)
	}
}

func TestBounces(t *testing.T) {
	o := model.Outreach{State: model.Active, Step: 1}
	var err error
	for i := range 3 {
		if o.State != model.Active || o.Trail.Bounced.On(model.Email, "x@example.com") {
			t.Fatalf("after %d soft bounces she is %s", i, o.State)
		}
		if o, err = happens(t, o, model.SoftBounce, "2026-03-02"); err != nil {
			t.Fatal(err)
		}
	}
	b := o.Trail.Bounced
	if o.State != model.Bounced || !b.On(model.Email, "x@example.com") || b.On(model.Email, "new@example.com") || b.On(model.Phone, "") {
		t.Errorf("after three soft bounces: %s, %+v", o.State, b)
	}
}

// What follows by the clock alone is the same however often one looks.
func TestSettled(t *testing.T) {
	c := model.DefaultCadence()
	for _, tt := range []struct {
		name    string
		o       model.Outreach
		now     string
		to      model.State
		next    string
		since   string
		skipped []string // days to look on before
	}{
		{"no introduction in time", model.Outreach{State: model.IntroPending, Next: model.Day(2026, 3, 2)}, "2026-03-09", model.Researched, "2026-03-02", "2026-03-02", nil},
		{"silence not over", model.Outreach{State: model.Active, Step: 4, Next: model.Day(2026, 3, 3)}, "2026-03-02", model.Active, "2026-03-03", "", nil},
		{"silence over", model.Outreach{State: model.Active, Step: 4, Next: model.Day(2026, 3, 2), LastTouch: at(t, "2026-02-16")}, "2026-03-02", model.Nurture, "2026-05-17", "2026-03-02", nil},
		{"a touch is due, nothing by itself", model.Outreach{State: model.Active, Step: 3, Next: model.Day(2026, 3, 2)}, "2026-09-02", model.Active, "2026-03-02", "", nil},
		{"back from absence", model.Outreach{State: model.Paused, Step: 1, Next: model.Day(2026, 3, 2)}, "2026-03-05", model.Active, "2026-03-02", "2026-03-02", nil},
		{"back, and silent to the end", model.Outreach{State: model.Paused, Step: 4, Next: model.Day(2026, 3, 2), LastTouch: at(t, "2026-02-16")}, "2026-04-01", model.Nurture, "2026-05-17", "2026-03-16", []string{"2026-03-10"}},
		{"later has come", model.Outreach{State: model.Later, Next: model.Day(2026, 3, 2)}, "2026-03-02", model.ReEngage, "2026-03-16", "2026-03-02", nil},
		{"later has come and gone", model.Outreach{State: model.Later, Next: model.Day(2026, 3, 2), LastTouch: at(t, "2025-06-01")}, "2027-01-01", model.Nurture, "2026-03-16", "2026-03-16", []string{"2026-03-05", "2026-03-15", "2026-06-01"}},
		{"interested and stalled", model.Outreach{State: model.Interested, LastTouch: at(t, "2026-01-31"), Next: model.Day(2026, 2, 1)}, "2026-03-02", model.Later, "2026-04-01", "2026-03-02", nil},
		{"interested, met since", model.Outreach{State: model.Interested, LastTouch: at(t, "2026-02-01")}, "2026-03-02", model.Interested, "", "", nil},
		{"interested for ten days, long after the last contact", model.Outreach{State: model.Interested, LastTouch: at(t, "2026-01-01"), Trail: model.Trail{Since: model.Day(2026, 2, 20)}}, "2026-03-02", model.Interested, "", "2026-02-20", nil},
		{"interested, of an older program", model.Outreach{State: model.Interested}, "2026-03-02", model.Interested, "", "", nil},
		{"under a lock", model.Outreach{State: model.Later, Lock: model.DoNotContact, Next: model.Day(2026, 3, 2)}, "2026-03-02", model.ReEngage, "2026-03-16", "2026-03-02", nil},
	} {
		o := tt.o
		for _, day := range tt.skipped {
			o = c.Settled(o, at(t, day+" 11:00"))
		}
		for _, got := range []model.Outreach{c.Settled(o, at(t, tt.now+" 09:00")), c.Settled(tt.o, at(t, tt.now+" 23:59"))} {
			if got.State != tt.to || got.Next.String() != tt.next || got.Trail.Since.String() != tt.since {
				t.Errorf("%s: %s since %v, next %v; want %s since %s, next %s", tt.name, got.State, got.Trail.Since, got.Next, tt.to, tt.since, tt.next)
			}
		}
	}
}

func TestSettledAllocatesNothing(t *testing.T) {
	c, now := model.DefaultCadence(), at(t, "2027-03-02")
	o := model.Outreach{State: model.Later, Next: model.Day(2026, 3, 2), LastTouch: at(t, "2025-06-01")}
	if n := testing.AllocsPerRun(100, func() { c.Settled(o, now) }); n != 0 {
		t.Errorf("%v allocations", n)
	}
}

func TestNobodyUnlockedIsWithoutADate(t *testing.T) {
	c, now := model.DefaultCadence(), at(t, "2026-03-02")
	for _, tt := range []struct {
		name string
		p    model.Person
		want string
	}{
		{"nothing known", model.Person{}, "2026-03-02"},
		{"came in a year ago", model.Person{Origin: model.Origin{At: at(t, "2025-03-01")}}, "2027-03-01"},
		{"answered since", model.Person{Origin: model.Origin{At: at(t, "2024-03-01")}, Outreach: model.Outreach{Trail: model.Trail{Answered: model.Day(2025, 8, 31)}}}, "2027-08-31"},
		{"a touch is due", model.Person{Outreach: model.Outreach{State: model.Active, Next: model.Day(2026, 3, 9)}}, "2026-03-09"},
		{"locked until", model.Person{Outreach: model.Outreach{Lock: model.DoNotContact, LockUntil: model.YearMonth(2026, 6), Next: model.Day(2026, 3, 9)}}, "2026-07-01"},
		{"locked", model.Person{Outreach: model.Outreach{Lock: model.OptedOut, Next: model.Day(2026, 3, 9)}}, ""},
	} {
		if got := c.Due(&tt.p, now); got.String() != tt.want {
			t.Errorf("%s: %v, want %s", tt.name, got, tt.want)
		}
	}
}

func TestTableIsWhatRuns(t *testing.T) {
	c := model.DefaultCadence()
	rows := c.Table()
	for _, kind := range model.Events() {
		for _, s := range model.States() {
			o := model.Outreach{State: s, Step: 4, Lock: model.Unlocked}
			if kind == model.LockOpened {
				o.Lock = model.DoNotContact
			}
			_, err := happens(t, o, kind, "2026-03-02")
			stands := slices.ContainsFunc(rows, func(r model.TransitionRow) bool {
				return r.Event == kind && slices.Contains(r.From, s) && r.When != "k < 4"
			})
			if (err == nil) != stands {
				t.Errorf("%s on %s: %v, and in the table: %v", s, kind, err, stands)
			}
		}
	}
	c.Silence, c.Sequence = 7, []int{0, 3}
	for _, r := range c.Table() {
		if r.Event == model.SequenceSilent && (r.On != "7 business days silent" || r.When != "k = 2" || r.To != model.Nurture) {
			t.Errorf("with other numbers the row is %+v", r)
		}
	}
}

func TestCadenceCheck(t *testing.T) {
	for want, spoil := range map[string]func(*model.Cadence){
		"silence is 0, give 1 or more":    func(c *model.Cadence) { c.Silence = 0 },
		"sequence is [1 2]":               func(c *model.Cadence) { c.Sequence = []int{1, 2} },
		"others is []":                    func(c *model.Cadence) { c.Hold.Others = nil },
		"ready is 7 of 6 items":           func(c *model.Cadence) { c.Ready = 7 },
		"window is Monday to Sunday":      func(c *model.Cadence) { c.Window.To = time.Sunday },
		"window is 11 to 8 o'clock":       func(c *model.Cadence) { c.Window.FromHour, c.Window.ToHour = 11, 8 },
		"take back is -1, give 0 or more": func(c *model.Cadence) { c.TakeBack = -1 },
	} {
		c := model.DefaultCadence()
		if err := c.Check(); err != nil {
			t.Fatalf("the default: %v", err)
		}
		spoil(&c)
		if err := c.Check(); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%v, want %q", err, want)
		}
	}
}
