package model_test

import (
	"strings"
	"testing"

	"talentmap/model"
)

func TestTheNumbersOfASignal(t *testing.T) {
	type read func(string) (float64, error)
	for _, c := range []struct {
		read read
		text string
		want float64
		says string // of the error; "": none
	}{
		{model.ParseConfidence, "", 1, ""},
		{model.ParseConfidence, " 0,4 ", 0.4, ""},
		{model.ParseConfidence, "1", 1, ""},
		{model.ParseConfidence, "80%", 0.8, ""},
		{model.ParseConfidence, "100 %", 1, ""},
		{model.ParseConfidence, "0.8%", 0.008, ""},
		{model.ParseConfidence, "120%", 0, `"120%" is not above 0 and at most 1`},
		{model.ParseConfidence, "%", 0, `"%" is not above 0`},
		{model.ParseConfidence, "0", 0, `"0" is not above 0 and at most 1`},
		{model.ParseConfidence, "2", 0, `"2" is not above 0`},
		{model.ParseConfidence, "NaN", 0, `"NaN" is not above 0`},
		{model.ParseMagnitude, "", 0, ""},
		{model.ParseMagnitude, "12 %", 12, ""},
		{model.ParseMagnitude, "2.5", 2.5, ""},
		{model.ParseMagnitude, "-1", 0, `"-1" is not from 0 to 100`},
		{model.ParseMagnitude, "101", 0, `"101" is not from 0 to 100`},
		{model.ParseMagnitude, "many", 0, `"many" is not from 0 to 100`},
	} {
		got, err := c.read(c.text)
		switch {
		case c.says == "" && (err != nil || got != c.want):
			t.Errorf("%q is %v, %v, want %v", c.text, got, err, c.want)
		case c.says != "" && (err == nil || !strings.Contains(err.Error(), c.says)):
			t.Errorf("%q is %v, %v, want an error with %q", c.text, got, err, c.says)
		}
	}
}
