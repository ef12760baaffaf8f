package model_test

import (
	"strings"
	"testing"

	"talentmap/model"
)

// Each was looked up in a calendar of 2026, in which 2 March is a Monday.
func TestParseWhen(t *testing.T) {
	now := at(t, "2026-03-02 09:00")
	for text, want := range map[string]string{
		"today": "2026-03-02", "tomorrow": "2026-03-03", "day after tomorrow": "2026-03-04",
		"10d": "2026-03-12", "2w": "2026-03-16", "3m": "2026-06-02", "1q": "2026-06-02", "1y": "2027-03-02", "0d": "2026-03-02",
		"in 2 weeks": "2026-03-16", "in a month": "2026-04-02", "3 Months": "2026-06-02", "  10   days ": "2026-03-12",
		"monday": "2026-03-09", "tue": "2026-03-03", "Sunday": "2026-03-08", "next friday": "2026-03-06", "on Thursday": "2026-03-05",
		"next week": "2026-03-09", "next month": "2026-04-01", "next quarter": "2026-04-01", "next year": "2027-01-01",
		"end of month": "2026-03-31", "end of week": "2026-03-06", "end of next month": "2026-04-30", "mid march": "2026-03-15", "end of february": "2027-02-28",
		"q1": "2027-01-01", "q2": "2026-04-01", "Q2 2027": "2027-04-01", "2028 q4": "2028-10-01", "end of q2": "2026-06-30",
		"2027-02-01": "2027-02-01", "2027-02": "2027-02-01", "01.02.2027": "2027-02-01", "2026-01-05": "2026-01-05", "2027-02-01T10:00:00Z": "2027-02-01",
		"1 Feb": "2027-02-01", "2 March": "2027-03-02", "3 mar": "2026-03-03", "feb 2027": "2027-02-01", "Feb 1st, 2027": "2027-02-01",
		"march": "2027-03-01", "april": "2026-04-01", "29 feb": "2028-02-29", "29 feb 2028": "2028-02-29", "monday 9 march": "2026-03-09", "sept": "2026-09-01",
		"heute": "2026-03-02", "Übermorgen": "2026-03-04", "nächste Woche": "2026-03-09", "naechsten Monat": "2026-04-01", "in 3 Monaten": "2026-06-02",
		"am Montag": "2026-03-09", "1. Februar": "2027-02-01", "Ende März": "2026-03-31", "in einem Jahr": "2027-03-02",
		"demain": "2026-03-03", "après-demain": "2026-03-04", "dans 2 semaines": "2026-03-16", "la semaine prochaine": "2026-03-09", "le mois prochain": "2026-04-01",
		"lundi": "2026-03-09", "1er août": "2026-08-01", "mi-mai": "2026-05-15", "dans un an": "2027-03-02",
		"hoy": "2026-03-02", "mañana": "2026-03-03", "pasado mañana": "2026-03-04", "en 3 meses": "2026-06-02", "la próxima semana": "2026-03-09",
		"la semana que viene": "2026-03-09", "el martes": "2026-03-03", "5 de enero de 2027": "2027-01-05",
	} {
		got, err := model.ParseWhen(text, now)
		if err != nil || got.String() != want {
			t.Errorf("%q is %s (%v), want %s", text, got, err, want)
		}
	}
	for from, want := range map[string]string{"2026-01-31": "2026-02-28", "2028-01-31": "2028-02-29", "2026-10-31": "2026-11-30"} {
		if got, _ := model.ParseWhen("1m", at(t, from)); got.String() != want {
			t.Errorf("a month after %s is %s, want %s", from, got, want)
		}
	}
	if got, _ := model.ParseWhen("q2", at(t, "2026-04-01")); got.String() != "2027-04-01" {
		t.Errorf("on the first of the second quarter q2 is %s, want the next year's", got)
	}
}

func TestParseWhenSaysWhatIsWrong(t *testing.T) {
	now := at(t, "2026-03-02")
	for text, want := range map[string]string{
		"": "write it as 3m", "soon": `"soon" is no date`, "after the summer": "is no date", "3": "is no date", "3x": "is no date", "-3d": "is no date", "3.5w": "is no date",
		"next": "is no date", "week": "is no date", "3 4 d": "is no date", "today 3d": "is no date", "mon tue": "is no date", "q5": "is no date", "9999y": "is no date", "next 3w": "is no date",
		"31 feb": "not in the calendar", "2027-02-30": "not in the calendar", "29 feb 2027": "not in the calendar", "31 june": "not in the calendar", "32 march": "not in the calendar", "0 march": "not in the calendar",
		"monday 10 march": "2026-03-10 is a Tuesday", "2027-13-01": "not in the calendar", "1 march 99999": "is no date", "quarter": "is no date", "mid week": "is no date",
	} {
		got, err := model.ParseWhen(text, now)
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q is %v (%v), want an error with %q", text, got, err, want)
		}
	}
}

func FuzzParseWhen(f *testing.F) {
	for _, s := range []string{"3m", "next week", "1 Feb", "feb 2027", "2027-02-01", "Ende März", "q2 2027", "-", "9999y", "31 feb"} {
		f.Add(s)
	}
	now := at(f, "2026-03-02 09:00")
	f.Fuzz(func(t *testing.T, s string) {
		d, err := model.ParseWhen(s, now)
		if (err == nil) != d.Known() {
			t.Fatalf("%q is %v and %v", s, d, err)
		}
		if err != nil {
			return
		}
		if model.DateOf(d.Time()) != d {
			t.Fatalf("%q is %v, which is no full date of the calendar", s, d)
		}
		if again, err := model.ParseWhen(d.String(), now); err != nil || again != d {
			t.Fatalf("%q is %v, and that is %v (%v)", s, d, again, err)
		}
	})
}
