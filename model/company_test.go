package model_test

import (
	"testing"

	"talentmap/model"
)

func TestCompanyKey(t *testing.T) {
	for name, want := range map[string]string{
		"Acme":                    "acme",
		"Acme, Inc.":              "acme",
		"ACME GmbH":               "acme",
		"Acme GmbH & Co. KG":      "acme",
		"  acme   LTD. ":          "acme",
		"Acme S.A.":               "acme",
		"Acme Pty Ltd":            "acme",
		"Cisco Systems Inc.":      "cisco systems",
		"Open Co":                 "open co",
		"Open Group":              "open group",
		"Zühlke Group":            "zuhlke group",
		"Zu\u0308hlke Group":      "zuhlke group",
		"Société Générale SA":     "societe generale",
		"Inc.":                    "inc", // something must be left
		"Co Inc":                  "co",
		"O'Neil Media":            "oneil media",
		"O’Neil Media":            "oneil media",
		"Straße AG":               "strasse",
		"株式会社アクメ":                 "株式会社アクメ",
		"":                        "",
		"...":                     "",
		"Beyond-Meat/Plants, LLC": "beyond meat plants",
	} {
		if got := model.CompanyKey(name); got != want {
			t.Errorf("CompanyKey(%q) = %q, want %q", name, got, want)
		}
		if got := model.CompanyKey(want); got != want {
			t.Errorf("CompanyKey(%q) = %q: a key is not its own key", want, got)
		}
	}
}

func TestSameText(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"Ada Example", "ada  EXAMPLE", true},
		{"José Núñez", "Jose Nunez", true},
		{"Ada Example-Smith", "Ada Example Smith", true},
		{"Ada Example", "Ada Exemple", false},
		{"कमार", "कुमार", false}, // vowel signs are not accents
		{"かき", "かぎ", false},      // nor is the voicing mark
	} {
		if got := model.SameText(c.a, c.b); got != c.want {
			t.Errorf("SameText(%q, %q) = %v, want %v", c.a, c.b, got, c.want)
		}
	}
}
