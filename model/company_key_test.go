package model_test

import (
	"math"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"talentmap/model"
)

func TestCompanyKey(t *testing.T) {
	for name, want := range map[string]string{
		"Acme":                    "acme",
		"Acme, Inc.":              "acme",
		"ACME GmbH":               "acme",
		"Acme GmbH & Co. KG":      "acme",
		"  acme   LTD. ":          "acme",
		"Acme S.A. de C.V.":       "acme",
		"Acme Sp. z o.o.":         "acme",
		"Acme Pty Ltd":            "acme",
		"Acme Private Limited":    "acme",
		"PT Kolvetra Tbk":         "kolvetra",
		"Pt Acme":                 "pt acme", // may be a name
		"株式会社アクメ":                 model.CompanyKey("アクメ"),
		"アクメ(株)":                  model.CompanyKey("アクメ"),
		"주식회사 아크메":                model.CompanyKey("아크메"),
		"ООО «Акме»":              "акме",
		"Open Co":                 "open co",
		"The Open Co":             "open co",
		"The Open Group":          "open group",
		"The Guild":               "the guild",
		"&Open":                   "and open",
		"The Boeing Company":      "boeing",
		"Marks & Spencer":         "marks spencer",
		"Giesecke und Devrient":   "giesecke devrient",
		"Merck & Co., Inc.":       "msd",
		"Merck KGaA":              "merck",
		"IBM":                     "ibm",
		"AWS":                     "amazon web services",
		"Cisco Systems Inc.":      "cisco",
		"Zühlke Group":            "zuhlke group",
		"Zu\u0308hlke Group":      "zuhlke group",
		"Inc.":                    "inc", // something must be left
		"Co Inc":                  "co",
		"The":                     "the",
		"O'Neil Media":            "oneil media",
		"O’Neil Media":            "oneil media",
		"Straße AG":               "strasse",
		"":                        "",
		"...":                     "",
		"Beyond-Meat/Plants, LLC": "beyond meat plants",
	} {
		if got := model.CompanyKey(name); got != want {
			t.Errorf("CompanyKey(%q) = %q, want %q", name, got, want)
		}
	}
}

// companyish draws names out of what names are made of, and anything.
func companyish() *rapid.Generator[string] {
	piece := rapid.SampledFrom(strings.Split(
		"The|the|Acme|Open|Flux|Boeing|Merck|&|and|und|Co|Co.|Company|Inc.|GmbH|KG|S.A.|de|C.V.|PT|ООО|株式会社|(주)|주식회사|有限公司|IBM|Cisco|Systems|AB|A/S|Ltd|Pvt|.|,|-|é|ü|İ|ß|ﬁ|Ꮯ", "|"))
	return rapid.OneOf(rapid.Custom(func(t *rapid.T) string {
		glue := rapid.SampledFrom([]string{" ", "", "  ", ", "}).Draw(t, "glue")
		return strings.Join(rapid.SliceOfN(piece, 0, 7).Draw(t, "pieces"), glue)
	}), rapid.String())
}

func TestKeysAreTheirOwnKeys(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		name := companyish().Draw(t, "name")
		for what, key := range map[string]func(string) string{"CompanyKey": model.CompanyKey, "NameKey": model.NameKey} {
			once := key(name)
			if twice := key(once); twice != once {
				t.Fatalf("%s(%q) = %q, of which the key is %q", what, name, once, twice)
			}
			if spaced := key("  " + strings.ReplaceAll(name, " ", "\t ") + " "); spaced != once {
				t.Fatalf("%s(%q) = %q with more space, %q before", what, name, spaced, once)
			}
		}
	})
}

func TestKeysDoNotDependOnCase(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		name := rapid.StringMatching(`[A-Za-z&., ]{0,30}`).Draw(t, "name")
		if a, b := model.CompanyKey(strings.ToUpper(name)), model.CompanyKey(strings.ToLower(name)); a != b {
			t.Fatalf("%q has two keys: %q, %q", name, a, b)
		}
	})
}

func TestMatchCompanyKeepsItsPromises(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := companyish().Draw(t, "a"), companyish().Draw(t, "b")
		there, why := model.MatchCompany(model.CompanyName{Name: a}, model.CompanyName{Name: b})
		back, _ := model.MatchCompany(model.CompanyName{Name: b}, model.CompanyName{Name: a})
		if there != back || math.IsNaN(there) || there < 0 || there > 1 || why == "" {
			t.Fatalf("%q, %q: %v (%s), the other way %v", a, b, there, why, back)
		}
		if self, _ := model.MatchCompany(model.CompanyName{Name: a}, model.CompanyName{Name: a}); model.IsEmployer(a) != (self == 1) {
			t.Fatalf("%q with itself: %v", a, self)
		}
	})
}

func TestCompanyStem(t *testing.T) {
	for name, want := range map[string]string{
		"Cisco Systems India Pvt Ltd": "cisco", "Kolvetra Labs (formerly Foo)": "kolvetra",
		"Kolvetra Germany GmbH": "kolvetra", "Open Group": "open", "Group": "group", "-": "",
	} {
		if got := model.CompanyStem(name); got != want {
			t.Errorf("CompanyStem(%q) = %q, want %q", name, got, want)
		}
	}
}

func TestMatchCompanyByMoreThanTheName(t *testing.T) {
	type name = model.CompanyName
	for _, c := range []struct {
		why  string
		a, b name
		min  float64
		max  float64
	}{
		{"an alias", name{Name: "Kolvetra", Aliases: []string{"Foo Labs"}}, name{Name: "Foo Labs GmbH"}, 0.9, 0.95},
		{"one domain and a common stem", name{Name: "Flux Systems", Domain: "flux.example"}, name{Name: "Flux", Domain: "https://www.flux.example/jobs"}, 0.9, 1},
		{"two domains", name{Name: "Mercury", Domain: "mercury.example"}, name{Name: "Mercury", Domain: "mrcy.example"}, 0, 0.6},
		{"one domain, other names", name{Name: "Kolvetra", Domain: "foo.example"}, name{Name: "Brunnwald", Domain: "foo.example"}, 0.5, 0.89},
		{"a mail domain of many says nothing", name{Name: "Kolvetra", Domain: "gmail.com"}, name{Name: "Brunnwald", Domain: "gmail.com"}, 0, 0},
		{"a part stays a part on one domain", name{Name: "AWS", Domain: "amazon.com"}, name{Name: "Amazon", Domain: "amazon.com"}, 0.4, 0.4},
		{"nobody else begins so", name{Name: "Kolvetra Systems", Namesakes: 2}, name{Name: "Kolvetra", Namesakes: 2}, 0.9, 1},
		{"others begin so", name{Name: "Kolvetra Systems", Namesakes: 3}, name{Name: "Kolvetra"}, 0.5, 0.89},
	} {
		if got, why := model.MatchCompany(c.a, c.b); got < c.min || got > c.max {
			t.Errorf("%s: %.2f (%s), want %v to %v", c.why, got, why, c.min, c.max)
		}
	}
}

func TestMatchCompanySaysWhy(t *testing.T) {
	for _, c := range [][3]string{
		{"Flux Systems", "Flux", `"flux" is too common a word to leave out "systems"`},
		{"AWS", "Amazon", `"AWS" belongs to "Amazon": related, not the same`},
		{"Freelance", "Google", `"Freelance" names no company`},
		{"Kolvetra", "Brunnwald", "the names have nothing in common"},
		{"Google Germany GmbH", "Google", `the same house, but "Google Germany GmbH" is the branch of one place`},
	} {
		if _, why := model.MatchCompany(model.CompanyName{Name: c[0]}, model.CompanyName{Name: c[1]}); why != c[2] {
			t.Errorf("%q, %q: %s; want %s", c[0], c[1], why, c[2])
		}
	}
}

func TestCompanyParent(t *testing.T) {
	if p, ok := model.CompanyParent("Amazon Web Services, Inc."); !ok || p != "amazon" {
		t.Errorf("parent %q, %v; want amazon", p, ok)
	}
	if p, ok := model.CompanyParent("Kolvetra"); ok {
		t.Errorf("parent %q, want none", p)
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

func BenchmarkCompanyKey(b *testing.B) {
	for _, c := range [][2]string{
		{"plain", "Acme Widgets"},
		{"form", "Acme Widgets, Inc."},
		{"the", "The Boeing Company"},
		{"long", "Brunnwald Maschinenbau GmbH & Co. KG"},
		{"accents", "Zühlke Group"},
		{"kanji", "株式会社日立製作所"},
	} {
		b.Run(c[0], func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				model.CompanyKey(c[1])
			}
		})
	}
}

func BenchmarkNameKey(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		model.NameKey("Ada Example-Smith")
	}
}

func BenchmarkMatchCompany(b *testing.B) {
	x, y := model.CompanyName{Name: "Kolvetra Systems, Inc."}, model.CompanyName{Name: "Kolvetra"}
	b.ReportAllocs()
	for b.Loop() {
		model.MatchCompany(x, y)
	}
}

// A name of a megabyte costs no more than one of some hundred bytes.
func TestHostileNamesAreCut(t *testing.T) {
	for _, part := range []string{"Inc. ", "a (b) ", "株式会社", "dba a ", "& ", "(((", "the ", "A.", "\u202e", "München ", "ag ag "} {
		long := strings.Repeat(part, 1<<20/len(part))
		key := model.CompanyKey(long)
		sure, _ := model.MatchCompany(model.CompanyName{Name: long}, model.CompanyName{Name: long + "x", Aliases: []string{long}})
		if stem := model.CompanyStem(long); len(key) > 2000 || len(stem) > 2000 || sure > 1 || model.IsEmployer("") {
			t.Errorf("%q: key of %d bytes, stem of %d, %v", part, len(key), len(stem), sure)
		}
	}
}
