package scoring_test

import (
	"testing"
	"time"

	"talentmap/model"
	"talentmap/scoring"
)

var laidOff = []model.Signal{{Kind: model.Layoffs, Company: 1, Date: ago(12), Magnitude: 8}} // 40 × 0.91 points: 46

// next is the person's place with one signal of a large layoff, and its texts.
func next(o model.Outreach, signals []model.Signal) (scoring.Next, []scoring.Reason, bool) {
	w := scoring.Default()
	n, ok := w.NextFor(o, scoring.Facts{}, signals, now)
	return n, n.Reasons("Acme", now), ok
}

func TestQueueClassesAndReasons(t *testing.T) {
	monthAgo := now.AddDate(0, 0, -30)
	layoffs := "Layoffs at Acme 12 days ago, 48 d left"
	for _, c := range []struct {
		name    string
		o       model.Outreach
		signals []model.Signal
		texts   []string
		class   scoring.Class
	}{
		{
			"reply",
			model.Outreach{State: model.Replied, LastTouch: now.AddDate(0, 0, -2)},
			nil,
			[]string{"Reply waiting, last contact 2 days ago"},
			scoring.ReplyWaiting,
		},
		{
			"reply and receptive",
			model.Outreach{State: model.Replied, LastTouch: monthAgo},
			laidOff,
			[]string{"Reply waiting, last contact 30 days ago", layoffs},
			scoring.ReplyWaiting,
		},
		{
			"fourth touch",
			model.Outreach{State: model.Active, Step: 3, Next: ago(0), LastTouch: now.AddDate(0, 0, -7)},
			laidOff,
			[]string{"Touch 4 of 4 due today"},
			scoring.TouchDue,
		},
		{
			"put into a sequence",
			model.Outreach{Plan: model.Plan{Sequence: 2, Touches: 3}},
			nil,
			[]string{"Touch 1 of 3 wanted"},
			scoring.TouchDue,
		},
		{
			"put into a sequence, researched",
			model.Outreach{State: model.Researched, Plan: model.Plan{Sequence: 2, Touches: 3}},
			nil,
			[]string{"Touch 1 of 3 wanted"},
			scoring.TouchDue,
		},
		{
			"second touch, late",
			model.Outreach{State: model.Active, Step: 1, Next: ago(1)},
			nil,
			[]string{"Touch 2 of 4 due yesterday"},
			scoring.TouchDue,
		},
		{
			"a quarter after a sequence that nobody answered",
			model.Outreach{State: model.Active, Step: 4, Next: ago(76), LastTouch: now.AddDate(0, 0, -90)},
			nil,
			[]string{"Nurture: a value touch due today"},
			scoring.NurtureDue,
		},
		{
			"later has come",
			model.Outreach{State: model.Later, Next: ago(0)},
			nil,
			[]string{"Asked for later: the day has come, 13 d left"},
			scoring.TouchDue,
		},
		{
			"re-engage and receptive",
			model.Outreach{State: model.ReEngage, Next: ago(-1), LastTouch: monthAgo},
			laidOff,
			[]string{"Time to write again, the last day", layoffs},
			scoring.TouchDue,
		},
		{
			"re-engaged by something new",
			model.Outreach{State: model.ReEngage, Next: ago(-14), Trail: model.Trail{Since: ago(0), Cause: model.Triggered}},
			nil,
			[]string{"Something new: time to write again, 13 d left"},
			scoring.TouchDue,
		},
		{
			"no introduction",
			model.Outreach{State: model.IntroPending, Next: ago(2)},
			nil,
			[]string{"No introduction came: a touch of your own due 2 days ago"},
			scoring.TouchDue,
		},
		{
			"answered, and silent",
			model.Outreach{State: model.Replied, Next: ago(1), LastTouch: monthAgo, Trail: model.Trail{Answered: ago(31)}},
			nil,
			[]string{"Replied, and silent since: the next step due yesterday"},
			scoring.TouchDue,
		},
		{
			"a reply on the day of ours",
			model.Outreach{State: model.Replied, Next: ago(3), LastTouch: now.AddDate(0, 0, -3), Trail: model.Trail{Answered: ago(3)}},
			nil,
			[]string{"Reply waiting, last contact 3 days ago"},
			scoring.ReplyWaiting,
		},
		{
			"back from absence",
			model.Outreach{State: model.Paused, Step: 2, Next: ago(0)},
			nil,
			[]string{"Back again: touch 3 of 4 due today"},
			scoring.TouchDue,
		},
		{
			"interested, the date come",
			model.Outreach{State: model.Interested, Next: ago(1), LastTouch: now.AddDate(0, 0, -29)},
			nil,
			[]string{"Interested: the next step due yesterday"},
			scoring.TouchDue,
		},
		{
			"bounced, and receptive",
			model.Outreach{State: model.Bounced, Next: ago(0), LastTouch: monthAgo},
			laidOff,
			[]string{"Bounced: another address or channel due today", layoffs},
			scoring.TouchDue,
		},
		{
			"bounced, and no day set",
			model.Outreach{State: model.Bounced, LastTouch: now.AddDate(0, 0, -2)},
			nil,
			[]string{"Bounced: another address or channel wanted"},
			scoring.TouchDue,
		},
		{
			"in the pipeline, the date come",
			model.Outreach{State: model.Pipeline, Next: ago(0)},
			laidOff,
			[]string{"In the pipeline: the next step due today"},
			scoring.TouchDue,
		},
		{
			"hired, the rating due",
			model.Outreach{State: model.Hired, Next: ago(2)},
			nil,
			[]string{"Hired: the rating due 2 days ago"},
			scoring.TouchDue,
		},
		{"receptive, never written to", model.Outreach{}, laidOff, []string{layoffs}, scoring.ReceptiveNow},
		{
			"receptive and nurture due",
			model.Outreach{State: model.Nurture, Next: ago(10), LastTouch: monthAgo},
			laidOff,
			[]string{layoffs, "Nurture: a value touch due 10 days ago"},
			scoring.ReceptiveNow,
		},
		{
			"nurture",
			model.Outreach{State: model.Nurture, Next: ago(0)},
			nil,
			[]string{"Nurture: a value touch due today"},
			scoring.NurtureDue,
		},
	} {
		n, reasons, ok := next(c.o, c.signals)
		if !ok || n.Class != c.class || len(reasons) != len(c.texts) {
			t.Errorf("%s: %v %v %+v, want %v %q", c.name, ok, n.Class, reasons, c.class, c.texts)
			continue
		}
		for i, r := range reasons {
			if r.Text != c.texts[i] || !n.Has(r.Class) {
				t.Errorf("%s: %q, want %q", c.name, r.Text, c.texts[i])
			}
		}
	}
}

func TestNothingOpen(t *testing.T) {
	for _, c := range []struct {
		name    string
		o       model.Outreach
		signals []model.Signal
	}{
		{"nothing known", model.Outreach{}, nil},
		{"due tomorrow", model.Outreach{State: model.Active, Step: 1, Next: ago(-1)}, laidOff},
		{"active without a date", model.Outreach{State: model.Active, Step: 1}, laidOff},
		{"interested, due tomorrow", model.Outreach{State: model.Interested, Next: ago(-1)}, nil},
		{"interested without a date", model.Outreach{State: model.Interested}, nil},
		{"bounced and opted out", model.Outreach{State: model.Bounced, Lock: model.OptedOut}, nil},
		{"bounced, the address looked for next week", model.Outreach{State: model.Bounced, Next: ago(-7)}, nil},
		{"away until tomorrow", model.Outreach{State: model.Paused, Step: 1, Next: ago(-1)}, laidOff},
		{"her sequence just over", model.Outreach{State: model.Active, Step: 4, Next: ago(3), LastTouch: now.AddDate(0, 0, -17)}, nil},
		{"stalled yesterday, and asked again in a month", model.Outreach{State: model.Interested, Next: ago(20), LastTouch: now.AddDate(0, 0, -31)}, nil},
		{"re-engaged and left", model.Outreach{State: model.ReEngage, Next: ago(0), LastTouch: now.AddDate(0, 0, -20)}, nil},
		{"an introduction may still come", model.Outreach{State: model.IntroPending, Next: ago(-1)}, nil},
		{"researched, with a day of an older program", model.Outreach{State: model.Researched, Next: ago(3)}, nil},
		{"answered, and her answer may still come", model.Outreach{State: model.Replied, Next: ago(-1), LastTouch: now, Trail: model.Trail{Answered: ago(0)}}, nil},
		{"a no of hers 179 days ago", model.Outreach{State: model.Nurture, Next: ago(-1), Trail: model.Trail{Refused: ago(179)}}, laidOff},
		{"in nurture, not due", model.Outreach{State: model.Nurture, Next: ago(-1)}, nil},
		{"in the pipeline", model.Outreach{State: model.Pipeline}, laidOff},
		{"hired", model.Outreach{State: model.Hired}, laidOff},
		{"written to 29 days ago", model.Outreach{State: model.Nurture, LastTouch: now.AddDate(0, 0, -29)}, laidOff},
		{"written to tomorrow, says a wrong clock", model.Outreach{LastTouch: now.AddDate(0, 0, 1)}, laidOff},
		{"opted out with a reply", model.Outreach{State: model.Replied, Lock: model.OptedOut}, laidOff},
		{"do not contact until next week", model.Outreach{Lock: model.DoNotContact, LockUntil: ago(-7)}, laidOff},
		{"layoffs on the day itself", model.Outreach{}, []model.Signal{{Kind: model.Layoffs, Date: ago(0), Magnitude: 8}}},
		{"warm, but no window", model.Outreach{}, []model.Signal{{Kind: model.OpenToWork, Date: ago(8)}}},
		{"a window, but cool", model.Outreach{}, []model.Signal{{Kind: model.Reorg, Date: ago(5)}}},
	} {
		if n, reasons, ok := next(c.o, c.signals); ok {
			t.Errorf("%s: %+v %+v, want nothing", c.name, n, reasons)
		}
	}
	if _, _, ok := next(model.Outreach{Lock: model.DoNotContact, LockUntil: ago(7)}, laidOff); !ok {
		t.Error("a lock that ended a week ago still holds")
	}
}

func TestTenureAloneHasTheAnniversaryWindow(t *testing.T) {
	w := scoring.Default()
	// 18 + 1.2 + 8 for the fourth anniversary: 27.2 points, score 36.
	n, ok := w.NextFor(model.Outreach{}, scoring.Facts{Since: model.Day(2022, 6, 20)}, nil, now)
	if !ok || n.Score != 36 || n.WindowDays != 35 {
		t.Errorf("%+v %v, want score 36 with 35 days", n, ok)
	}
	if got := n.Reasons("", now)[0].Text; got != "Anniversary in the role in 5 days, 35 d left" {
		t.Errorf("reason %q", got)
	}
	if _, ok := w.NextFor(model.Outreach{}, scoring.Facts{Since: model.Day(2016, 6, 20), Earlier: 10}, nil, now); ok {
		t.Error("ten years in a role open a window")
	}
}

func TestRanks(t *testing.T) {
	rank := func(o model.Outreach, signals ...model.Signal) float64 {
		n, _, ok := next(o, signals)
		if !ok {
			t.Fatalf("%+v is not in the queue", o)
		}
		return n.Rank
	}
	due := func(s model.State, days int) model.Outreach {
		return model.Outreach{State: s, Step: 1, Next: ago(days)}
	}
	open := model.Signal{Kind: model.OpenToWork, Date: ago(0)}
	posts := model.Signal{Kind: model.PostsMore, Date: ago(2)}
	for _, c := range []struct {
		name        string
		first, then float64
	}{
		{
			"the longer wait for an answer",
			rank(model.Outreach{State: model.Replied, LastTouch: now.Add(-72 * time.Hour)}),
			rank(model.Outreach{State: model.Replied, LastTouch: now.Add(-48 * time.Hour)}, open),
		},
		{"the longer bounced", rank(model.Outreach{State: model.Bounced, LastTouch: now.AddDate(0, 0, -3)}), rank(due(model.Active, 2))},
		{"re-engaged for three days before a touch of two", rank(model.Outreach{State: model.ReEngage, Next: ago(-11)}), rank(due(model.Active, 2))},
		{"the later touch", rank(due(model.Active, 3)), rank(due(model.Active, 2), open)},
		{"of touches due alike the higher score", rank(due(model.Active, 2), open), rank(due(model.Active, 2), posts)},
		{"the more receptive", rank(model.Outreach{}, open, posts), rank(model.Outreach{}, open)},
		{"nurtured: the higher score", rank(due(model.Nurture, 1), posts), rank(due(model.Nurture, 50))},
		{"nurtured, same score: the later", rank(due(model.Nurture, 9)), rank(due(model.Nurture, 2))},
	} {
		if c.first <= c.then {
			t.Errorf("%s: rank %v, the other %v", c.name, c.first, c.then)
		}
	}
}

func TestCheckNamesTheNumber(t *testing.T) {
	w := scoring.Default()
	if err := w.Check(); err != nil {
		t.Fatalf("the default table: %v", err)
	}
	for want, spoil := range map[string]func(*scoring.Weights){
		`the table of weights cannot be used: row "layoffs": half-life is -1 days, give 0 (never fades) or more`: func(w *scoring.Weights) { w.Signals.Layoffs.HalfLife = -1 },
		`the table of weights cannot be used: row "own manager": confidence is 2, give 0 to 1`:                   func(w *scoring.Weights) { w.Signals.OwnManager.Confidence = 2 },
		`the table of weights cannot be used: scale: divisor is 0, give a number above 0`:                        func(w *scoring.Weights) { w.Scale.Divisor = 0 },
		`the table of weights cannot be used: layoffs: share is 0, give a percentage above 0`:                    func(w *scoring.Weights) { w.Layoffs.Share = 0 },
	} {
		bad := scoring.Default()
		spoil(&bad)
		if err := bad.Check(); err == nil || err.Error() != want {
			t.Errorf("%v, want %s", err, want)
		}
	}
}

// Every reason says since when it holds, and until when.
func TestReasonsSinceAndUntil(t *testing.T) {
	for _, c := range []struct {
		name         string
		o            model.Outreach
		signals      []model.Signal
		since, until model.Date
	}{
		{"a reply", model.Outreach{State: model.Replied, Next: ago(2), Trail: model.Trail{Answered: ago(2)}}, nil, ago(2), 0},
		{"a reply of an older program", model.Outreach{State: model.Replied, LastTouch: now.AddDate(0, 0, -4)}, nil, ago(4), 0},
		{"a touch", model.Outreach{State: model.Active, Step: 1, Next: ago(1)}, nil, ago(1), 0},
		{"her day", model.Outreach{State: model.Later, Next: ago(3)}, nil, ago(3), ago(-10)},
		{"interested", model.Outreach{State: model.Interested, Next: ago(5), LastTouch: now.AddDate(0, 0, -5)}, nil, ago(5), ago(-24)},
		{"layoffs", model.Outreach{}, laidOff, ago(9), ago(-48)},
		{"nurture", model.Outreach{State: model.Nurture, Next: ago(7)}, nil, ago(7), 0},
	} {
		_, reasons, _ := next(c.o, c.signals)
		if len(reasons) != 1 || reasons[0].Since != c.since || reasons[0].Until != c.until {
			t.Errorf("%s: %+v, want since %v until %v", c.name, reasons, c.since, c.until)
		}
	}
}

func TestSnoozeAndSkip(t *testing.T) {
	w := scoring.Default()
	holds := func(o model.Outreach, signals []model.Signal, day int) string {
		n, ok := w.NextFor(o, scoring.Facts{}, signals, now.AddDate(0, 0, day))
		if !ok {
			return ""
		}
		return n.Class.String()
	}
	due := model.Outreach{State: model.Active, Step: 1, Next: ago(0)}
	snoozed := due
	snoozed.Deferral.Until = ago(-3)
	for day, want := range map[int]string{0: "", 2: "", 3: "touch due"} {
		if got := holds(snoozed, nil, day); got != want {
			t.Errorf("snoozed for three days, on day %d: %q, want %q", day, got, want)
		}
	}
	open := []model.Signal{{Kind: model.OpenToWork, Person: 1, Date: ago(0)}}
	both := model.Outreach{State: model.Nurture, Next: ago(0), LastTouch: now.AddDate(0, 0, -40)}
	n, ok := w.NextFor(both, scoring.Facts{}, open, now)
	if s := n.Skip(); !ok || s.Classes != 0b1100 || s.Next != ago(0) || s.Kind != model.OpenToWork || s.Event != ago(0) {
		t.Fatalf("there is to skip: %+v", s)
	}
	both.Deferral.Skip = n.Skip()
	laid := append([]model.Signal{{Kind: model.Layoffs, Company: 1, Date: ago(3), Magnitude: 8}}, open...)
	later := both
	later.Next = ago(-5)
	for _, c := range []struct {
		name    string
		o       model.Outreach
		signals []model.Signal
		day     int
		want    string
	}{
		{"the same day", both, open, 0, ""},
		{"the same reasons days later", both, open, 5, ""},
		{"another window", both, laid, 0, "receptive now"},
		{"the same window, and the next value touch", later, open, 5, "nurture due"},
		{"only what was not there", model.Outreach{State: model.Nurture, Next: ago(0), Deferral: model.Deferral{Skip: model.Skip{Classes: 0b0100}}}, nil, 0, "nurture due"},
		{"another class with the same day", model.Outreach{State: model.Active, Step: 1, Next: ago(0), Deferral: both.Deferral}, nil, 0, "touch due"},
	} {
		if got := holds(c.o, c.signals, c.day); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
	if n, ok := w.WouldBe(both, scoring.Facts{}, open, now); !ok || n.Class != scoring.ReceptiveNow {
		t.Errorf("whatever was decided she would be %v, %v", n.Class, ok)
	}
}

func TestNextForAllocatesNothing(t *testing.T) {
	w := scoring.Default()
	o := model.Outreach{State: model.Later, Next: ago(9), LastTouch: now.AddDate(0, 0, -90), Deferral: model.Deferral{Skip: model.Skip{Classes: 1}}}
	if n := testing.AllocsPerRun(100, func() { w.NextFor(o, scoring.Facts{}, laidOff, now) }); n != 0 {
		t.Errorf("%v allocations", n)
	}
}
