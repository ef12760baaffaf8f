package model

import (
	"fmt"
	"strconv"
	"strings"
)

// ParseConfidence reads how sure a signal is, above 0 to 1 or in percent; nothing is 1.
func ParseConfidence(s string) (float64, error) {
	c, percent, err := parseNumber(s, 1)
	if percent {
		c /= 100
	}
	if err != nil || !(c > 0 && c <= 1) {
		return 0, fmt.Errorf("%.20q is not above 0 and at most 1: write it like 0.8 or 80%%", CleanLine(s))
	}
	return c, nil
}

// ParseMagnitude reads how much a signal tells of, in the unit of its kind, 0 to 100;
// nothing is 0: not known.
func ParseMagnitude(s string) (float64, error) {
	m, _, err := parseNumber(s, 0)
	if err != nil || !(m >= 0 && m <= 100) {
		return 0, fmt.Errorf("%.20q is not from 0 to 100: write it like 2.5, or nothing where it is not known", CleanLine(s))
	}
	return m, nil
}

// parseNumber reads a number with a point or a comma, and whether it is one of percent;
// nothing is the other one.
func parseNumber(s string, other float64) (n float64, percent bool, err error) {
	text, percent := strings.CutSuffix(strings.ReplaceAll(CleanLine(s), ",", "."), "%")
	if text == "" && !percent {
		return other, false, nil
	}
	n, err = strconv.ParseFloat(strings.TrimSpace(text), 64)
	return n, percent, err
}
