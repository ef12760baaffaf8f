package scoring_test

import (
	"testing"

	"talentmap/model"
	"talentmap/scoring"
)

// Whoever has not answered for two years where the law asks is to be kept or erased:
// the last class, the longest due first, and until then no value touch is due to her.
func TestKeepOrEraseIsAReason(t *testing.T) {
	w := scoring.Default()
	held := func(months int) scoring.Facts { return scoring.Facts{Held: model.DateOf(now).AddMonths(-months)} }
	nurtured := model.Outreach{State: model.Nurture, Next: ago(5)}
	locked := nurtured
	locked.Lock = model.OptedOut
	for _, c := range []struct {
		name string
		o    model.Outreach
		f    scoring.Facts
		want string // the classes
	}{
		{"nothing else is due", model.Outreach{}, held(24), "keep or erase"},
		{"a month before", model.Outreach{}, held(23), ""},
		{"the law does not ask", nurtured, scoring.Facts{}, "nurture due"},
		{"no value touch as well", nurtured, held(30), "keep or erase"},
		{"a touch is due too", model.Outreach{State: model.Active, Step: 1, Next: ago(1)}, held(30), "touch due, keep or erase"},
		{"she has answered", model.Outreach{State: model.Replied}, held(30), "reply waiting"},
		{"she is not to be written to", locked, held(30), ""},
		{"she is snoozed", model.Outreach{Deferral: model.Deferral{Until: ago(-3)}}, held(30), ""},
	} {
		got := ""
		n, ok := w.NextFor(c.o, c.f, nil, now)
		for class := scoring.ReplyWaiting; ok && class <= scoring.KeepOrErase; class++ {
			if n.Has(class) && got != "" {
				got += ", "
			}
			if n.Has(class) {
				got += class.String()
			}
		}
		if got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
	longer, _ := w.NextFor(model.Outreach{}, held(40), nil, now)
	shorter, _ := w.NextFor(model.Outreach{}, held(25), nil, now)
	if longer.Rank <= shorter.Rank || shorter.Due != model.DateOf(now).AddMonths(-1) {
		t.Errorf("ranks %v and %v, due %s", longer.Rank, shorter.Rank, shorter.Due)
	}
	if s := longer.Skip(); s.Classes != 0 {
		t.Errorf("there is to skip %+v", s)
	}
	r := longer.Reasons("", now)[0]
	if r.Text != "Keep or erase: no answer in two years, to be decided since "+longer.Due.String() || r.Since != longer.Due {
		t.Errorf("the reason is %+v", r)
	}
}
