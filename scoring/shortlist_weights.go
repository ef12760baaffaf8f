package scoring

import "fmt"

// Shortlisting is what the parts of a shortlist's judgement are worth, and whom it
// leaves off. What a role does not ask for does not count, and the rest is scaled
// to 100. The numbers are the team's to choose: no study stands behind them.
type Shortlisting struct {
	Must, Nice  float64 // all must-haves, all nice-to-haves
	Function    float64 // what the title of the role says beside its level
	Level       float64
	Place       float64
	Motivators  float64
	Trajectory  float64
	Receptivity float64
	Path        float64 // how warm the way to her is

	Unknown    float64 // the share of a part that is worth when nothing is known: neither yes nor no
	Lists      int     // so many skills of hers make one that is not among them a no
	OneBelow   float64 // the share of the level for who is one below …
	Rising     float64 // … and growing
	OneAbove   float64
	OneLevel   int     // points of the ladder that are one level apart at most, see [Level]
	FarLevel   int     // further apart than this leaves her off
	SameLand   float64 // the share of the place for who is elsewhere in the country
	ZoneHours  float64 // hours that remote work bridges
	OpenWindow float64 // added to the share of receptivity while a contact window is open
	Missing    float64 // more than this share of the must-haves surely not met leaves her off

	Size  int // the most that a list holds
	Least int // the least score that is on it
}

// defaultShortlisting is the table as it ships.
func defaultShortlisting() Shortlisting {
	return Shortlisting{
		Must: 30, Nice: 10, Function: 10, Level: 15, Place: 10, Motivators: 10, Trajectory: 5, Receptivity: 15, Path: 5,
		Unknown: 0.5, Lists: 5,
		OneBelow: 0.5, Rising: 0.8, OneAbove: 0.5, OneLevel: 15, FarLevel: 25,
		SameLand: 0.3, ZoneHours: 3, OpenWindow: 0.2, Missing: 0.5,
		Size: 100, Least: 35,
	}
}

func (s *Shortlisting) check() error {
	sum := 0.0
	for _, part := range []struct {
		name  string
		worth float64
	}{
		{"must-haves", s.Must},
		{"nice-to-haves", s.Nice},
		{"function", s.Function},
		{"level", s.Level},
		{"place", s.Place},
		{"motivators", s.Motivators},
		{"trajectory", s.Trajectory},
		{"receptivity", s.Receptivity},
		{"path", s.Path},
	} {
		if !positive(part.worth) && part.worth != 0 {
			return fmt.Errorf("shortlist: %s are worth %v, give 0 or more", part.name, part.worth)
		}
		sum += part.worth
	}
	switch {
	case sum == 0:
		return fmt.Errorf("shortlist: every part is worth 0, give one of them more")
	case !(s.Unknown >= 0 && s.Unknown <= 1):
		return fmt.Errorf("shortlist: what is unknown is worth %v of its part, give 0 to 1", s.Unknown)
	case s.Size < 1:
		return fmt.Errorf("shortlist: it holds %d people, give 1 or more", s.Size)
	}
	return nil
}
