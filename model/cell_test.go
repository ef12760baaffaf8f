package model_test

import (
	"strings"
	"testing"

	"talentmap/model"
)

func TestGuardCell(t *testing.T) {
	for cell, want := range map[string]string{
		"":              "",
		"Ada":           "Ada",
		"a=b":           "a=b",
		" =1+1":         " =1+1",
		"'":             "'",
		"'round":        "'round",
		"O'Brien":       "O'Brien",
		"=1+1":          "'=1+1",
		"+44 20":        "'+44 20",
		"-3":            "'-3",
		"@SUM(A1)":      "'@SUM(A1)",
		"\tx":           "'\tx",
		"\rx":           "'\rx",
		"\x00x":         "'\x00x",
		"＝1":            "'＝1",
		"＋1":            "'＋1",
		"－1":            "'－1",
		"＠x":            "'＠x",
		"'=1":           "''=1",
		"''=1":          "'''=1",
		"\xff=1":        "\xff=1",
		"'''":           "'''",
		"–3 (a dash)":   "–3 (a dash)",
		"\u200b=hidden": "\u200b=hidden",
	} {
		if got := model.GuardCell(cell); got != want {
			t.Errorf("Guard(%q) = %q, want %q", cell, got, want)
		}
		if got := model.UnguardCell(want); got != cell {
			t.Errorf("Unguard(%q) = %q, want %q", want, got, cell)
		}
	}
}

func FuzzGuardCell(f *testing.F) {
	for _, s := range []string{"", "=", "'=", "''-1", "＝", "'", "'a", "\x00", "\xff"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, cell string) {
		safe := model.GuardCell(cell)
		if back := model.UnguardCell(safe); back != cell {
			t.Errorf("Guard(%q) = %q, and back it is %q", cell, safe, back)
		}
		for _, start := range []string{"=", "+", "-", "@", "\t", "\r", "\x00", "＝", "＋", "－", "＠"} {
			if strings.HasPrefix(safe, start) {
				t.Errorf("Guard(%q) = %q begins like a formula", cell, safe)
			}
		}
	})
}
