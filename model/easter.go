package model

import "time"

// easter is Easter Sunday of a year in the Gregorian calendar, 1583 and later. It
// is the anonymous algorithm that Nature printed on 20 April 1876, in the form of
// Jean Meeus, Astronomical Algorithms (2nd ed. 1998), chapter 8; its names are kept.
func easter(year int) Date {
	a := year % 19
	b, c := year/100, year%100
	d, e := b/4, b%4
	f := (b + 8) / 25
	g := (b - f + 1) / 3
	h := (19*a + b - d - g + 15) % 30
	i, k := c/4, c%4
	l := (32 + 2*e + 2*i - h - k) % 7
	m := (a + 11*h + 22*l) / 451
	n := h + l - 7*m + 114
	return Day(year, time.Month(n/31), n%31+1)
}
