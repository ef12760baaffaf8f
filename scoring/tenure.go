package scoring

import "talentmap/model"

// roleTime is what someone's time in the role is worth, in points.
type roleTime struct {
	months                   int // whole months in the role
	long, anniversary, short float64
	years                    int // the anniversary that is near
	anniversaryDay           int // its day number
}

// measure weighs tenure. A start to come counts nothing.
func (t *Tenure) measure(f Facts, today model.Date) roleTime {
	var r roleTime
	if f.Earlier > 0 && int(f.Earlier) < t.ShortStay {
		r.short = t.ShortWeight
	}
	if !f.Since.Known() {
		return r
	}
	since := precise(f.Since)
	r.months = monthsBetween(since, today)
	if r.months >= t.After {
		r.long = min(t.Weight+t.PerMonth*float64(r.months-t.After), t.Max)
	}
	if _, month, _ := f.Since.Parts(); month == 0 {
		return r // no anniversary without a month
	}
	day := dayNumber(today)
	for i, weight := range t.Anniversary {
		at := dayNumber(since + model.Year(i+1))
		if off := day - at; -t.Around <= off && off <= t.Around {
			r.anniversary, r.years, r.anniversaryDay = weight, i+1, at
			break
		}
	}
	return r
}
