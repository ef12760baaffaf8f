package model_test

import (
	"testing"
	"time"

	"pgregory.net/rapid"

	"talentmap/model"
)

// Whatever happens to somebody, in whatever order: she is in a state that there is,
// her sequence counts its touches, what waits has a day, and it makes no difference
// on which days anybody looked at her meanwhile.
func TestAnyHistory(t *testing.T) {
	c := model.DefaultCadence()
	rapid.Check(t, func(t *rapid.T) {
		now := time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC)
		o, seldom := model.Outreach{}, model.Outreach{}
		for range rapid.IntRange(1, 40).Draw(t, "events") {
			now = now.AddDate(0, 0, rapid.SampledFrom([]int{0, 1, 4, 7, 14, 30, 100, 400}).Draw(t, "days")).Add(time.Minute)
			kind := rapid.SampledFrom(model.Events()).Draw(t, "event")
			if kind.ByClock() {
				o = c.Settled(o, now) // somebody looks
				continue
			}
			e := model.OutreachEvent{
				Kind: kind, At: now, By: rapid.SampledFrom([]string{"ada", "ben"}).Draw(t, "who"), Channel: model.Email, Address: "x@example.com",
				Until: model.DateOf(now.AddDate(0, 0, rapid.IntRange(-3, 90).Draw(t, "until"))),
			}
			was := c.Settled(o, now)
			after, err := c.Apply(was, e)
			if err != nil {
				if after != was {
					t.Fatalf("%s is refused (%v) and changes %+v into %+v", kind, err, was, after)
				}
				continue
			}
			o = after
			if seldom, err = c.Apply(c.Settled(seldom, now), e); err != nil {
				t.Fatalf("%s fits whoever was looked at often and not who was seldom: %v", kind, err)
			}
			fits(t, &c, &o, now)
		}
		now = now.AddDate(0, 0, 500)
		if a, b := c.Settled(o, now), c.Settled(seldom, now); a != b {
			t.Fatalf("looked at often she is\n%+v, seldom\n%+v", a, b)
		}
	})
}

// fits checks what always holds of a place in the method.
func fits(t *rapid.T, c *model.Cadence, o *model.Outreach, now time.Time) {
	inSequence := o.State == model.Active || o.State == model.Paused
	switch {
	case o.Step < 0 || o.Step > c.Touches():
		t.Fatalf("%d touches of a sequence of %d", o.Step, c.Touches())
	case inSequence && o.Step == 0:
		t.Fatalf("%s without a touch", o.State)
	case o.State == model.Nurture && o.Step != 0:
		t.Fatalf("nurture in the midst of a sequence: %d", o.Step)
	}
	switch o.Current() {
	case model.Mapped, model.Researched, model.Hired: // the keep-or-erase review, or the rating
	default:
		if !o.Next.Known() {
			t.Fatalf("%s waits for no day", o.State)
		}
	}
	if !o.Locked(now) {
		if due := c.Due(&model.Person{Outreach: *o}, now); !due.Known() {
			t.Fatalf("%s, not locked, and nothing is ever due", o.State)
		}
	}
}
