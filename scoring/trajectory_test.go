package scoring_test

import (
	"strings"
	"testing"

	"talentmap/model"
	"talentmap/scoring"
)

func TestLevel(t *testing.T) {
	for title, want := range map[string]int{
		"":                                     0,
		"Software Engineering Intern":          10,
		"Jr. Developer":                        20,
		"Associate Product Manager":            20,
		"Executive Assistant to the CEO":       20,
		"Software Engineer":                    30,
		"Product Manager":                      30,
		"Member of Technical Staff":            30,
		"Representative":                       30,
		"Sr. Software Engineer":                40,
		"Senior Product Manager":               40,
		"Senior Member of Technical Staff":     40,
		"Software Engineer III":                40,
		"Staff Engineer":                       50,
		"STAFF ENGINEER":                       50,
		"Lead Data Scientist":                  50,
		"Senior Staff Engineer":                55,
		"Principal Engineer":                   60,
		"Engineering Manager":                  60,
		"Chief of Staff to the CTO":            60,
		"Senior Engineering Manager":           65,
		"Assistant Manager":                    55,
		"Head of Platform":                     70,
		"Global Head of Platform":              72,
		"Senator":                              75,
		"Associate Director, Lead Generation":  75,
		"Director of Engineering":              80,
		"Director of Product Management, EMEA": 80,
		"Vice President of the United States":  90,
		"V.P. Engineering":                     90,
		"Senior Vice President":                95,
		"Chief Technology Officer":             100,
		"CTO":                                  100,
		"President of the United States":       100,
		"Co-Founder & CEO":                     0,
		"Board Member":                         0,
	} {
		if got := scoring.Level(title); got != want {
			t.Errorf("Level(%q) = %d, want %d", title, got, want)
		}
	}
}

func at(title string, start, end model.Date) model.Position {
	return model.Position{Company: "Acme", Title: title, Start: start, End: end}
}

// course is a career and the judgement that it should meet.
type course struct {
	name   string
	pos    []model.Position
	want   scoring.Trend
	reason string // a part of it
}

func judge(t *testing.T, courses []course) {
	t.Helper()
	for _, c := range courses {
		got, why := scoring.Trajectory(c.pos, scoring.Peers{}, now)
		if got != c.want || !strings.Contains(why, c.reason) {
			t.Errorf("%s: %v (%s), want %v (%s)", c.name, got, why, c.want, c.reason)
		}
	}
}

func TestTrajectory(t *testing.T) {
	ym := model.YearMonth
	judge(t, []course{
		{"promoted two years ago", []model.Position{
			at("Staff Engineer", ym(2024, 6), 0), at("Senior Engineer", ym(2021, 1), ym(2024, 5)),
		}, scoring.Growing, "up from Senior Engineer to Staff Engineer in 2024-06"},
		{"promoted, and long since", []model.Position{
			at("Staff Engineer", ym(2019, 6), 0), at("Senior Engineer", ym(2016, 1), ym(2019, 5)),
		}, scoring.Plateaued, "84 months at the level of Staff Engineer, 42 are usual"},
		{"gained scope", []model.Position{
			at("Global Head of Data", ym(2025, 1), 0), at("Head of Data", ym(2019, 1), ym(2024, 12)),
		}, scoring.Growing, "Global Head"},
		{"lost level", []model.Position{
			at("Engineering Manager", ym(2025, 1), 0), at("Director of Engineering", ym(2020, 1), ym(2024, 12)),
		}, scoring.Declining, "down from Director of Engineering to Engineering Manager in 2025-01"},
		{"from one track to the other", []model.Position{
			at("Engineering Manager", ym(2025, 1), 0), at("Principal Engineer", ym(2019, 1), ym(2024, 12)),
		}, scoring.Plateaued, "89 months"},
		{"same level, three companies", []model.Position{
			{Company: "C", Title: "Data Engineer", Start: ym(2025, 1)},
			{Company: "B", Title: "Developer", Start: ym(2023, 1), End: ym(2024, 12)},
			{Company: "A", Title: "Engineer", Start: ym(2021, 1), End: ym(2022, 12)},
		}, scoring.Plateaued, "65 months"},
		{"a lesser post on the side", []model.Position{
			{Company: "University", Title: "Lecturer", Start: ym(2026, 1)},
			at("Director of Data", ym(2023, 1), 0), at("Head of Data", ym(2020, 1), ym(2022, 12)),
		}, scoring.Growing, "Director of Data"},
		{"a board seat says nothing", []model.Position{
			{Company: "Club", Title: "Board Member", Start: ym(2026, 1)},
			at("Staff Engineer", ym(2024, 6), 0), at("Senior Engineer", ym(2021, 1), ym(2024, 5)),
		}, scoring.Growing, "Staff Engineer"},
		{"the post on the side listed last", []model.Position{
			at("Director of Data", ym(2023, 1), 0), at("Head of Data", ym(2020, 1), ym(2022, 12)),
			{Company: "University", Title: "Lecturer", Start: ym(2026, 1)},
		}, scoring.Growing, "Director of Data"},
		{"first role, old", []model.Position{at("Engineer", ym(2020, 1), 0)}, scoring.Plateaued, "77 months"},
		{"in any order", []model.Position{
			at("Senior Engineer", ym(2021, 1), ym(2024, 5)), at("Staff Engineer", ym(2024, 6), 0),
		}, scoring.Growing, "Staff Engineer"},
	})
}

func TestTrajectoryIsNeverAGuess(t *testing.T) {
	ym := model.YearMonth
	judge(t, []course{
		{"first role, young", []model.Position{at("Engineer", ym(2025, 1), 0)}, scoring.TrendUnknown, "too early: 17 months"},
		{"none", nil, scoring.TrendUnknown, "no positions"},
		{"left", []model.Position{at("Engineer", ym(2020, 1), ym(2025, 2))}, scoring.TrendUnknown, "not in a position since 2025-02"},
		{"to come", []model.Position{at("Engineer", ym(2027, 1), 0)}, scoring.TrendUnknown, "not in a position"},
		{"an undated position", []model.Position{
			at("Staff Engineer", ym(2024, 6), 0), at("Senior Engineer", 0, ym(2024, 5)),
		}, scoring.TrendUnknown, "1 of 2 positions without a start date"},
		{"founder", []model.Position{at("Founder", ym(2020, 1), 0)}, scoring.TrendUnknown, "the title says nothing of level: Founder"},
		{"year too coarse to tell", []model.Position{ // 29 to 41 months, 36 are usual
			at("Senior Engineer", model.Year(2023), 0), at("Engineer", model.Year(2020), model.Year(2022)),
		}, scoring.TrendUnknown, "29 to 41 months"},
		{"year good enough", []model.Position{
			at("Senior Engineer", model.Year(2025), 0), at("Engineer", model.Year(2020), model.Year(2024)),
		}, scoring.Growing, "in 2025"},
	})
}

func TestTrajectoryInPolitics(t *testing.T) {
	house := func(from, until model.Date) model.Position {
		return model.Position{Company: "U.S. House of Representatives", Title: "Representative", Start: from, End: until}
	}
	terms := []model.Position{
		house(model.Day(2023, 1, 3), model.Day(2025, 1, 3)),
		house(model.Day(2021, 1, 3), model.Day(2022, 12, 20)),
	}
	seat := append([]model.Position{house(model.Day(2025, 1, 3), model.Day(2027, 1, 3))}, terms...)
	moved := append([]model.Position{
		{Company: "U.S. Senate", Title: "Senator", Start: model.Day(2025, 1, 3), End: model.Day(2031, 1, 3)},
	}, terms...)
	for _, c := range []struct {
		name string
		pos  []model.Position
		want scoring.Trend
	}{
		{"same seat, third term", seat, scoring.Plateaued},
		{"Representative → Senator", moved, scoring.Growing},
		{"former member", terms, scoring.TrendUnknown},
		{"first term, not yet over", seat[:1], scoring.TrendUnknown},
	} {
		if got, why := scoring.Trajectory(c.pos, scoring.Peers{}, now); got != c.want {
			t.Errorf("%s: %v (%s), want %v", c.name, got, why, c.want)
		}
	}
}

func TestPeersTakeThePlaceOfTheUsual(t *testing.T) {
	// Five who were senior for 12 to 16 months before staff: the median is 14.
	var people []*model.Person
	for i := range 5 {
		up := model.Date(model.YearMonth(2024, 1)) + model.Date(i*100)
		people = append(people, &model.Person{Positions: []model.Position{
			at("Staff Engineer", up, 0), at("Senior Engineer", model.YearMonth(2023, 1), up),
		}})
	}
	slow := []model.Position{ // senior for 17 months; 36 are the field's usual
		at("Senior Engineer", model.YearMonth(2025, 1), 0), at("Engineer", model.YearMonth(2022, 1), model.YearMonth(2024, 12)),
	}
	four, five := scoring.PeersOf(people[:4], now), scoring.PeersOf(people, now)
	if got, why := scoring.Trajectory(slow, four, now); got != scoring.Growing {
		t.Errorf("four peers: %v (%s), want growing by the field's usual time", got, why)
	}
	if got, why := scoring.Trajectory(slow, five, now); got != scoring.Plateaued || !strings.Contains(why, "14 are usual") {
		t.Errorf("five peers: %v (%s), want plateaued against their 14 months", got, why)
	}
}
