package model_test

import (
	"strings"
	"testing"
	"time"

	"talentmap/model"
)

func TestParseDate(t *testing.T) {
	for in, want := range map[string]model.Date{
		"2024":                      model.Year(2024),
		"2024-03":                   model.YearMonth(2024, time.March),
		"2024-03-12":                model.Day(2024, time.March, 12),
		"2024-3-2":                  model.Day(2024, time.March, 2),
		"2024/03/12":                model.Day(2024, time.March, 12),
		"2024/03":                   model.YearMonth(2024, time.March),
		"03/2024":                   model.YearMonth(2024, time.March),
		"3/6/2023":                  model.Day(2023, time.March, 6),
		"13/6/2023":                 model.Day(2023, time.June, 13),
		"12/31/2023":                model.Day(2023, time.December, 31),
		"12.03.2024":                model.Day(2024, time.March, 12),
		"3.2024":                    model.YearMonth(2024, time.March),
		"Mar 2024":                  model.YearMonth(2024, time.March),
		"March 2024":                model.YearMonth(2024, time.March),
		"Sept. 2024":                model.YearMonth(2024, time.September),
		"12 Mar 2024":               model.Day(2024, time.March, 12),
		"12-MAR-2024":               model.Day(2024, time.March, 12),
		"Mar 12, 2024":              model.Day(2024, time.March, 12),
		"2024-03-12T09:30:00Z":      model.Day(2024, time.March, 12),
		"2024-03-12T23:30:00-05:00": model.Day(2024, time.March, 12),
		"2024-03-12T09:30:00.123Z":  model.Day(2024, time.March, 12),
		"2024-03-12 09:30:00":       model.Day(2024, time.March, 12),
		" 29.02.2024\u00a0":         model.Day(2024, time.February, 29),
		"Present":                   0,
		"current":                   0,
		"NOW":                       0,
		"":                          0,
		"  ":                        0,
	} {
		got, err := model.ParseDate(in)
		if got != want || err != nil {
			t.Errorf("ParseDate(%q) = %v, %v; want %v", in, got, err, want)
		}
	}
}

func TestParseDateRefuses(t *testing.T) {
	for _, in := range []string{
		"2023-02-30", "29.02.2023", "2024-13", "2024-00", "2024-03-00", "13/13/2024", "13/2024", "0999", "3000", "24", "3/6/23",
		"Mar", "Mar 24", "Marz 2024", "Ma 2024", "12 2024 Mar", "Feb 30, 2024", "03-2024", "2024.03", "2024-03-12-01", "2024-", "-2024",
		"soon", "2024-03-12T25:00:00Z", "2024-03-12T", "20240312", "٢٠٢٤", "2024-003",
	} {
		d, err := model.ParseDate(in)
		if err == nil {
			t.Errorf("ParseDate(%q) = %v, want an error", in, d)
			continue
		}
		if !strings.Contains(err.Error(), `"`+in+`"`) || !strings.Contains(err.Error(), "2024-03-12") {
			t.Errorf("ParseDate(%q): error %q does not quote it and show a form that works", in, err)
		}
	}
}
