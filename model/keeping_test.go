package model_test

import (
	"testing"
	"time"

	"talentmap/model"
)

func TestUnderGDPR(t *testing.T) {
	for place, want := range map[string][2]bool{
		"Berlin, Germany": {true, true}, "London, United Kingdom": {true, true}, "Oslo, Norway": {true, true}, "Zürich, Switzerland": {false, true},
		"Austin, Texas": {false, true}, "Tokyo, Japan": {false, true}, "": {false, false}, "somewhere nice": {false, false},
	} {
		if under, known := model.UnderGDPR(place); under != want[0] || known != want[1] {
			t.Errorf("%q: %v, %v, want %v", place, under, known, want)
		}
	}
}

func TestKeepOrErase(t *testing.T) {
	c := model.DefaultCadence()
	in := time.Date(2024, 1, 10, 12, 0, 0, 0, time.UTC)
	day := func(y int, m time.Month, d int) time.Time { return time.Date(y, m, d, 9, 0, 0, 0, time.UTC) }
	for name, x := range map[string]struct {
		change func(*model.Person)
		now    time.Time
		due    bool
	}{
		"the day before":           {func(*model.Person) {}, day(2026, 1, 9), false},
		"after 24 months":          {func(*model.Person) {}, day(2026, 1, 10), true},
		"she has answered":         {func(p *model.Person) { p.Outreach.Trail.Answered = model.Day(2025, 3, 1) }, day(2026, 1, 10), false},
		"so long ago as well":      {func(p *model.Person) { p.Outreach.Trail.Answered = model.Day(2024, 3, 1) }, day(2026, 3, 1), true},
		"she was kept":             {func(p *model.Person) { p.Outreach.Kept.On = model.Day(2026, 1, 10) }, day(2027, 12, 1), false},
		"kept 24 months ago":       {func(p *model.Person) { p.Outreach.Kept.On = model.Day(2026, 1, 10) }, day(2028, 1, 10), true},
		"where no law asks for it": {func(p *model.Person) { p.Location = "Austin, Texas" }, day(2026, 1, 10), false},
		"her place is not known":   {func(p *model.Person) { p.Location = "" }, day(2026, 1, 10), false},
		"she has opted out":        {func(p *model.Person) { p.Outreach.Lock = model.OptedOut }, day(2026, 1, 10), false},
		"she was hired":            {func(p *model.Person) { p.Outreach.State = model.Hired }, day(2026, 1, 10), false},
		"nobody knows since when":  {func(p *model.Person) { p.Origin.At = time.Time{} }, day(2026, 1, 10), false},
	} {
		p := model.Person{Location: "Berlin, Germany", Origin: model.Origin{At: in}}
		x.change(&p)
		if _, due := c.KeepOrErase(&p, x.now); due != x.due {
			t.Errorf("%s: %v", name, due)
		}
	}
}

func TestNoticeDue(t *testing.T) {
	now := time.Date(2026, 3, 5, 9, 0, 0, 0, time.UTC)
	p := model.Person{Location: "Lyon, France", Origin: model.Origin{At: now.AddDate(0, 0, -10)}}
	if by, due := model.NoticeDue(&p, []model.Touch{{}}, now); !due || by != model.Day(2026, 3, 25) { // 23 February + 30 days
		t.Errorf("it is due by %s, %v", by, due)
	}
	if _, due := model.NoticeDue(&p, []model.Touch{{Notice: true}}, now); due {
		t.Error("it is due although she was told")
	}
	p.Location = "Austin, Texas"
	if _, due := model.NoticeDue(&p, nil, now); due {
		t.Error("it is due in Texas")
	}
}

func TestTellsNotice(t *testing.T) {
	s := model.Sender{Privacy: "https://t.example/Privacy/"}
	for body, want := range map[string]bool{"see t.example/privacy": true, "see https://T.example/privacy for more": true, "see t.example": false, "": false} {
		if got := s.TellsNotice(body); got != want {
			t.Errorf("%q: %v", body, got)
		}
	}
	if (&model.Sender{}).TellsNotice("anything") {
		t.Error("without a link everything tells it")
	}
}

func TestLength(t *testing.T) {
	for _, c := range []struct {
		ch   model.Channel
		n    int
		want string
	}{
		{model.Email, 49, "short"},
		{model.Email, 50, ""},
		{model.Email, 125, ""},
		{model.Email, 126, "long"},
		{model.Email, 151, "too long"},
		{model.InMail, 10, ""},
		{model.InMail, 400, ""},
		{model.InMail, 401, "long"},
		{model.InMail, 1201, "too long"},
		{model.Phone, 5000, "long"},
	} {
		if got := model.LengthOf(c.ch).Fit(c.n); got != c.want {
			t.Errorf("%d on %s is %q, want %q", c.n, c.ch, got, c.want)
		}
	}
	for text, want := range map[string]int{"": 0, "one": 1, " one,\ntwo — three ": 3, "- * !": 0, "漢字かな": 2, "漢字か": 2, "Go で書く": 3, "it's 4 o'clock": 3} {
		if got := model.CountWords(text); got != want {
			t.Errorf("%q has %d words, want %d", text, got, want)
		}
	}
}

func TestSequenceCheck(t *testing.T) {
	step := func(gap int) model.Step { return model.Step{Channel: model.Email, Gap: gap} }
	for name, c := range map[string]struct {
		steps []model.Step
		ok    bool
	}{
		"three":              {[]model.Step{step(0), step(4), step(5)}, true},
		"five":               {[]model.Step{step(0), step(1), step(90), step(1), step(1)}, true},
		"two":                {[]model.Step{step(0), step(4)}, false},
		"six":                {[]model.Step{step(0), step(1), step(1), step(1), step(1), step(1)}, false},
		"a first that waits": {[]model.Step{step(1), step(4), step(5)}, false},
		"two on one day":     {[]model.Step{step(0), step(0), step(5)}, false},
		"a long gap":         {[]model.Step{step(0), step(91), step(5)}, false},
		"no channel":         {[]model.Step{step(0), {Gap: 3}, step(5)}, false},
	} {
		s := model.Sequence{Name: "S", Steps: c.steps}
		if err := s.Check(); (err == nil) != c.ok {
			t.Errorf("%s: %v", name, err)
		}
	}
}
