package sample_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"talentmap/edge/sample"
	"talentmap/model"
)

func TestEverySituationIsThere(t *testing.T) {
	for _, seed := range seeds {
		s := sample.Build(seed, now)
		states, locks, steps := map[model.State]int{}, map[model.Lock]int{}, map[int]int{}
		others, expired := 0, 0
		for i := range s.People {
			o := s.People[i].Outreach
			states[o.Current()]++
			locks[o.Lock]++
			if o.State == model.Active {
				steps[o.Step]++
			}
			if o.Owner != "" {
				others++
			}
			if o.Lock != model.Unlocked && !o.Locked(now) {
				expired++
			}
			if o.State != "" && o.Lock == model.Unlocked && !o.Next.Known() {
				t.Errorf("seed %d: p%d is %s with nothing due", seed, i+1, o.State)
			}
		}
		for _, want := range []model.State{
			model.Mapped, model.Researched, model.IntroPending, model.Active, model.Paused, model.Replied, model.Interested,
			model.Later, model.Nurture, model.ReEngage, model.Pipeline, model.Hired, model.Bounced,
		} {
			if states[want] == 0 {
				t.Errorf("seed %d: nobody is %s", seed, want)
			}
		}
		if locks[model.OptedOut] != 2 || locks[model.DoNotContact] != 3 || expired != 1 || others != 1 {
			t.Errorf("seed %d: locks %v of which expired %d, owned by others %d", seed, locks, expired, others)
		}
		for k := 1; k <= model.SequenceLength; k++ {
			if steps[k] == 0 {
				t.Errorf("seed %d: nobody is after touch %d", seed, k)
			}
		}
	}
}

func TestSomethingIsDueToday(t *testing.T) {
	s := sample.Build(1, now)
	today := model.DateOf(now)
	due := map[model.State][3]int{} // before today, today, after
	for _, p := range s.People {
		n := due[p.Outreach.Current()]
		switch next := p.Outreach.Next; {
		case !next.Known():
		case next < today:
			n[0]++
		case next == today:
			n[1]++
		default:
			n[2]++
		}
		due[p.Outreach.Current()] = n
	}
	if got, want := due[model.Nurture], [3]int{1, 1, 12}; got != want {
		t.Errorf("nurture due before, on, after today: %v, want %v", got, want)
	}
	if got := due[model.Active]; got[0] != 2 || got[1] != 4 {
		t.Errorf("touches due before, on, after today: %v, want 2 and 4", got)
	}
	if got, want := due[model.Later], [3]int{0, 1, 3}; got != want {
		t.Errorf("later: %v, want %v", got, want)
	}
}

// TestTouchesAgreeWithTheStates checks the record against what the states say,
// at several times of the day and on each day of a week.
func TestTouchesAgreeWithTheStates(t *testing.T) {
	for k := range 7 {
		touchesAgree(t, now.AddDate(0, 0, k).Add(time.Duration(k*3-15)*time.Hour))
	}
}

func touchesAgree(t *testing.T, now time.Time) {
	t.Helper()
	s := sample.Build(1, now)
	out, in := map[model.PersonID][]model.Touch{}, map[model.PersonID][]model.Touch{}
	for _, touch := range s.Touches {
		if touch.At.After(now) || touch.Body == "" {
			t.Errorf("touch %+v is in the future or empty", touch)
		}
		if touch.Direction == model.Inbound {
			in[touch.Person] = append(in[touch.Person], touch)
		} else {
			out[touch.Person] = append(out[touch.Person], touch)
		}
	}
	for i := range s.People {
		p, id := &s.People[i], model.PersonID(i+1)
		o := p.Outreach
		if (o.State == model.Active || o.State == model.Nurture && o.Lock == model.Unlocked) && len(in[id]) > 0 {
			t.Errorf("%s is %s and has answered", p.Name, o.State)
		}
		if slices.Contains([]model.State{model.Replied, model.Interested, model.Later, model.Hired}, o.State) && len(in[id]) == 0 {
			t.Errorf("%s is %s and has not answered", p.Name, o.State)
		}
		if o.State == model.Active && len(out[id]) != o.Step {
			t.Errorf("%s is at step %d with %d touches", p.Name, o.Step, len(out[id]))
		}
		if len(out[id]) > 6 {
			t.Errorf("%s had %d touches, the cap is 6", p.Name, len(out[id]))
		}
		for k, touch := range out[id] {
			if touch.Step != k+1 || k > 0 && !touch.At.After(out[id][k-1].At) {
				t.Errorf("%s: touch %d is step %d at %s", p.Name, k+1, touch.Step, touch.At)
			}
		}
	}
}

func TestSignals(t *testing.T) {
	for _, seed := range seeds {
		s := sample.Build(seed, now)
		kinds := map[model.SignalKind]int{}
		for _, sig := range s.Signals {
			kinds[sig.Kind]++
			if (sig.Person == 0) == (sig.Company == 0) {
				t.Errorf("seed %d: signal %+v concerns nobody, or both", seed, sig)
			}
			if !sig.Date.Known() || sig.Date > model.DateOf(now) || sig.Source == "" || sig.Note == "" {
				t.Errorf("seed %d: signal %+v lacks something or is in the future", seed, sig)
			}
			if sig.Confidence < 0 || sig.Confidence > 1 {
				t.Errorf("seed %d: confidence %g", seed, sig.Confidence)
			}
		}
		for _, k := range model.SignalKinds() {
			if kinds[k] < 3 {
				t.Errorf("seed %d: %q was seen %d times, want 3 or more", seed, k, kinds[k])
			}
		}
	}
}

func TestCareers(t *testing.T) {
	for _, seed := range seeds {
		s := sample.Build(seed, now)
		undated, yearOnly, between, jobs := 0, 0, 0, map[int]int{}
		for _, p := range s.People {
			sorted := model.Person{Positions: slices.Clone(p.Positions)}
			sorted.SortPositions()
			if !slices.Equal(p.Positions, sorted.Positions) {
				t.Errorf("seed %d: %s's positions are not newest first", seed, p.Name)
			}
			jobs[len(p.Positions)]++
			if _, ok := p.Current(now); !ok {
				between++
			}
			switch _, month, _ := p.Positions[0].Start.Parts(); {
			case !p.Positions[0].Start.Known():
				undated++
			case month == 0:
				yearOnly++
			}
			for _, q := range p.Positions {
				if q.End.Known() && q.End < q.Start || q.Start > model.DateOf(now) {
					t.Errorf("seed %d: %s has a job from %s to %s", seed, p.Name, q.Start, q.End)
				}
			}
		}
		if undated < 3 || yearOnly < 3 || between == 0 || jobs[2] == 0 || jobs[6] == 0 || jobs[1]+jobs[7] > 0 {
			t.Errorf("seed %d: %d undated, %d to the year, %d between jobs, by number of jobs %v", seed, undated, yearOnly, between, jobs)
		}
	}
}

func TestResearch(t *testing.T) {
	s := sample.Build(1, now)
	done, talks, linked := map[int]int{}, map[string]int{}, 0
	for _, p := range s.People {
		done[p.Outreach.Research.Done()]++
		for _, c := range p.Background.Content {
			talks[c.Kind]++
		}
		for _, c := range p.Background.Connections {
			if c.Person != 0 {
				linked++
			}
		}
		for k, f := range p.Outreach.Research {
			if f.Looked == model.ItemFound && (f.Fact == "" || f.Source == "" || !f.Date.Known()) {
				t.Errorf("%s: %s is found without fact, source and date: %+v", p.Name, model.ResearchItem(k), f)
			}
		}
		if p.Outreach.State != "" && p.Outreach.Research.Done() < model.ReadyAt {
			t.Errorf("%s is %s with %d of six items", p.Name, p.Outreach.State, p.Outreach.Research.Done())
		}
	}
	for k := 0; k <= 6; k++ {
		if done[k] == 0 {
			t.Errorf("nobody has %d of six items: %v", k, done)
		}
	}
	for _, kind := range []string{"talk", "article", "open source"} {
		if talks[kind] == 0 {
			t.Errorf("no %s among what was published: %v", kind, talks)
		}
	}
	if linked == 0 {
		t.Error("no connection is a person of the segment")
	}
}

func TestNamesOfManyScripts(t *testing.T) {
	s := sample.Build(1, now)
	for script, letters := range map[string]string{
		"accents": "éèåäöøüßñçłśźżőűșțãõ", "CJK": "王李张刘陈杨赵黄周吴徐孙胡朱高林佐藤鈴木김이박최", "right to left": "امنكهيالخطبحدوכהןלויםר",
	} {
		if !slices.ContainsFunc(s.People, func(p model.Person) bool { return strings.ContainsAny(p.Name, letters) }) {
			t.Errorf("no name with %s", script)
		}
	}
}

// TestGoodDraft holds the first draft to the rules that can be read off it.
func TestGoodDraft(t *testing.T) {
	for _, seed := range seeds {
		s := sample.Build(seed, now)
		d := s.Drafts[0]
		p := s.People[d.Person-1]
		fact := p.Outreach.Research[model.PublishedContent]
		_, opening, _ := strings.Cut(d.Body, "\n\n")
		title := p.Background.Content[0].Title
		if !strings.Contains(fact.Fact, title) || !strings.Contains(opening[:strings.Index(opening, "\n")], title) {
			t.Errorf("seed %d: the first sentence of %q does not cite %q", seed, d.Body, fact.Fact)
		}
		if n := len(strings.Fields(d.Body)); n < 50 || n > 150 {
			t.Errorf("seed %d: %d words", seed, n)
		}
		if n := len([]rune(d.Subject)); n < 25 || n > 60 {
			t.Errorf("seed %d: subject of %d characters", seed, n)
		}
		for _, part := range []string{"I know you're not looking", "two-page brief", "Shall I send it?", "Reply “stop”"} {
			if !strings.Contains(d.Body, part) {
				t.Errorf("seed %d: no %q in the draft", seed, part)
			}
		}
		if len(p.Contact.Emails) == 0 || p.Outreach.Research.Done() < model.ReadyAt || len(p.Background.Connections) > 0 {
			t.Errorf("seed %d: %s cannot be written to", seed, p.Name)
		}
	}
}
