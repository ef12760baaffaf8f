package model_test

import (
	"flag"
	"os"
	"strings"
	"testing"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"

	"talentmap/model"
)

var update = flag.Bool("update", false, "write place_countries.txt anew")

// cldrCountries is the file of country names as CLDR has them: a name that two
// countries bear is that of the one whose language comes first.
func cldrCountries() string {
	var regions []language.Region
	for a := 'A'; a <= 'Z'; a++ {
		for b := 'A'; b <= 'Z'; b++ {
			r, err := language.ParseRegion(string([]rune{a, b}))
			if err == nil && r.IsCountry() && r.Canonicalize() == r && (!r.IsPrivateUse() || r.String() == "XK") {
				regions = append(regions, r)
			}
		}
	}
	names, taken := make(map[string][]string), make(map[string]bool)
	for _, lang := range []*display.Dictionary{
		display.English, display.German, display.French, display.Spanish, display.Portuguese, display.Italian,
		display.Dutch, display.Swedish, display.Danish, display.Norwegian, display.Finnish, display.Polish,
		display.Czech, display.Turkish, display.Russian, display.Ukrainian, display.Japanese, display.Chinese, display.Korean,
	} {
		namer := lang.Regions()
		for _, r := range regions {
			name, _, _ := strings.Cut(namer.Name(r), " (")
			if key := model.NameKey(name); key != "" && !taken[key] {
				taken[key] = true
				names[r.String()] = append(names[r.String()], key)
			}
		}
	}
	var b strings.Builder
	b.WriteString("# Names of countries in 19 languages, from CLDR by golang.org/x/text/language/display (Unicode licence).\n")
	b.WriteString("# Folded as model.NameKey does, which at the start of the program would take too long.\n")
	b.WriteString("# Made by: go test ./model -run CountryNames -update\n")
	for _, r := range regions {
		if all := names[r.String()]; len(all) > 0 {
			b.WriteString(r.String() + " " + strings.Join(all, "|") + "\n")
		}
	}
	return b.String()
}

func TestCountryNamesAreThoseOfCLDR(t *testing.T) {
	want := cldrCountries()
	if *update {
		if err := os.WriteFile("place_countries.txt", []byte(want), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if got, err := os.ReadFile("place_countries.txt"); err != nil || string(got) != want {
		t.Errorf("place_countries.txt is not what CLDR says (%v): go test ./model -run CountryNames -update", err)
	}
}
