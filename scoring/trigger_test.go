package scoring_test

import (
	"strings"
	"testing"

	"talentmap/model"
	"talentmap/scoring"
)

func TestTrigger(t *testing.T) {
	w := scoring.Default()
	nurtured := func(since, contact int) model.Outreach {
		return model.Outreach{State: model.Nurture, LastTouch: now.AddDate(0, 0, -contact), Trail: model.Trail{Since: ago(since)}}
	}
	sig := func(k model.SignalKind, days int) model.Signal {
		return model.Signal{Kind: k, Person: 1, Date: ago(days)}
	}
	pay := model.Signal{Kind: model.PayBelowMarket, Person: 1, Magnitude: 20} // 1.35 × 20 × 0.5 = 8 points at most
	pay.Date = ago(1)
	for _, c := range []struct {
		name    string
		o       model.Outreach
		signals []model.Signal
		want    string // "" for no trigger
	}{
		{"a new strong signal", nurtured(60, 60), []model.Signal{sig(model.Reorg, 10)}, "new: reorg"},
		{"on the day of the last contact", nurtured(60, 60), []model.Signal{sig(model.Reorg, 60)}, ""},
		{"since the contact, before the state", nurtured(40, 60), []model.Signal{sig(model.Reorg, 50)}, ""},
		{"written to 29 days ago", nurtured(60, 29), []model.Signal{sig(model.OpenToWork, 1)}, ""},
		{"written to 30 days ago", nurtured(60, 30), []model.Signal{sig(model.OpenToWork, 1)}, "new: open to work"},
		{"dated tomorrow", nurtured(60, 60), []model.Signal{sig(model.OpenToWork, -1)}, ""},
		{"without a date", nurtured(60, 60), []model.Signal{{Kind: model.OpenToWork, Person: 1}}, ""},
		{"moderate, and not much", nurtured(60, 60), []model.Signal{pay}, ""},
		// 16 points: 1 − e^(−16/60) is 23 of a hundred.
		{"moderate, and much", nurtured(60, 60), []model.Signal{sig(model.NewDuties, 0)}, "rose from 0 on " + ago(60).String() + " to 23"},
		{"nothing known of before", model.Outreach{State: model.Nurture}, []model.Signal{sig(model.OpenToWork, 1)}, ""},
		{"nothing new", nurtured(60, 60), nil, ""},
	} {
		p := model.Person{ID: 1, Outreach: c.o}
		why, ok := w.Trigger(&p, c.signals, now)
		if ok != (c.want != "") || !strings.Contains(why, c.want) {
			t.Errorf("%s: %q %v, want %q", c.name, why, ok, c.want)
		}
	}
}

// A score that becomes hot is a trigger, also where it rises by less than fifteen.
func TestTriggerHot(t *testing.T) {
	w := scoring.Default()
	w.Tenure.Anniversary = [4]float64{20, 0, 0, 0}
	w.Signals.OpenToWork.HalfLife = 0
	p := model.Person{
		ID: 1, Positions: []model.Position{{Company: "Acme", Title: "Engineer", Start: model.DateOf(now.AddDate(-1, 0, 0))}},
		Outreach: model.Outreach{State: model.Nurture, LastTouch: now.AddDate(0, 0, -50), Trail: model.Trail{Since: ago(50)}},
	}
	// 47 points are 54 of a hundred; with the 20 of the anniversary 67.
	why, ok := w.Trigger(&p, []model.Signal{{Kind: model.OpenToWork, Person: 1, Date: ago(55)}}, now)
	if !ok || !strings.Contains(why, "has become hot: 67, after 54") {
		t.Errorf("%q %v", why, ok)
	}
}
