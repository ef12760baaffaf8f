package scoring

import "talentmap/model"

// Weights is the one table of numbers that a team can edit. It is plain data: a
// configuration is decoded over [Default], so that what it leaves out keeps its
// default. The defaults are DOMAIN's, section 2.
type Weights struct {
	Signals Signals
	Layoffs Layoffs
	Tenure  Tenure
	NewJob  NewJob
	Caps    Caps
	Scale   Scale
	Rest    int // days after the last touch before "receptive now" is said again
	Rise    int // points by which a score rises to be a trigger
	Cadence model.Cadence

	Shortlisting Shortlisting
}

// Signals has a row for each kind of signal.
type Signals struct {
	OpenToWork, Layoffs, Reorg      Row
	Leadership, OwnManager          Row // a change at the company; of the person's own manager
	ProfileUpdated, PostsMore       Row
	BadPress, RatingsFalling        Row
	NewDuties, PassedOver, PayBelow Row
}

// Row is what one kind of signal is worth.
type Row struct {
	Weight     float64 // points on the day itself; layoffs: at [Layoffs].Share; pay: for each 1% of gap
	Max        float64 // the most a weight that grows can reach
	HalfLife   float64 // days; 0 never fades
	Confidence float64 // the most that this kind is ever trusted, 0–1
	Opens      int     // the contact window: first and last day after the signal
	Closes     int     // 0: the signal opens none
}

// Layoffs says how the weight of a layoff grows with its share of staff.
type Layoffs struct {
	Share       float64 // percent of staff at which the row's weight holds
	PerDoubling float64 // added for each doubling of the share, taken off for each halving
	Unknown     float64 // the weight where the share is not known
}

// Tenure is the weight of time in the role, of its anniversaries and of short
// stays before. The evidence for it is weak and every point says so.
type Tenure struct {
	After       int        // months in the role from which it counts
	Weight      float64    // points at that moment
	PerMonth    float64    // added for each month beyond
	Max         float64    // the most that time in the role is worth
	Anniversary [4]float64 // added around 12, 24, 36, 48 months
	Around      int        // days before and after an anniversary; also its contact window
	ShortStay   int        // a mean of earlier stays under so many months …
	ShortWeight float64    // … adds this
}

// NewJob is what the first days with an employer take off.
type NewJob struct {
	Days   int
	Weight float64 // negative
}

// Caps are the most that each group of signals can be worth together.
type Caps struct{ Company, Own, Tenure, Pay float64 }

// Scale turns the sum S into the score 100·(1 − e^(−S/Divisor)) and its bands.
type Scale struct {
	Divisor   float64
	Hot, Warm int // the least score of the band
}

// Default is the table as the field has it.
func Default() Weights {
	return Weights{
		Signals: Signals{
			OpenToWork:     Row{Weight: 47, HalfLife: 45, Confidence: 1, Opens: 0, Closes: 7},
			Layoffs:        Row{Weight: 22, Max: 40, HalfLife: 90, Confidence: 1, Opens: 3, Closes: 60},
			Reorg:          Row{Weight: 16, HalfLife: 90, Confidence: 1, Opens: 3, Closes: 60},
			Leadership:     Row{Weight: 16, HalfLife: 90, Confidence: 1, Opens: 7, Closes: 90},
			OwnManager:     Row{Weight: 22, HalfLife: 90, Confidence: 1, Opens: 7, Closes: 90},
			ProfileUpdated: Row{Weight: 25, HalfLife: 30, Confidence: 1, Opens: 1, Closes: 21},
			PostsMore:      Row{Weight: 20, HalfLife: 21, Confidence: 1, Opens: 1, Closes: 21},
			BadPress:       Row{Weight: 6, HalfLife: 30, Confidence: 1},
			RatingsFalling: Row{Weight: 6, HalfLife: 120, Confidence: 1},
			NewDuties:      Row{Weight: 16, HalfLife: 60, Confidence: 1, Opens: 14, Closes: 120},
			PassedOver:     Row{Weight: 8, HalfLife: 90, Confidence: 1},
			PayBelow:       Row{Weight: 1.35, Max: 16, HalfLife: 365, Confidence: 0.5},
		},
		Layoffs: Layoffs{Share: 0.5, PerDoubling: 5, Unknown: 25},
		Tenure: Tenure{
			After: 36, Weight: 18, PerMonth: 0.1, Max: 25,
			Anniversary: [4]float64{24, 17, 6, 8}, Around: 30,
			ShortStay: 18, ShortWeight: 15,
		},
		NewJob: NewJob{Days: 60, Weight: -20},
		Caps:   Caps{Company: 45, Own: 70, Tenure: 40, Pay: 16},
		Scale:  Scale{Divisor: 60, Hot: 60, Warm: 35},
		Rest:   30,
		Rise:   15,

		Cadence: model.DefaultCadence(),

		Shortlisting: defaultShortlisting(),
	}
}
