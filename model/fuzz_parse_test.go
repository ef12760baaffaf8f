package model_test

import (
	"testing"

	"talentmap/edge/intake/format/formattest"
	"talentmap/model"
)

// publicTexts are the cells of one column of the public layoffs list, each once;
// none where the list is not beside the repository.
func publicTexts(f *testing.F, of func(company, place string) string) (texts []string) {
	seen := map[string]bool{}
	for e := range formattest.PublicEvents(f, "layoffs/layoffs_2023-12-25.csv") {
		if text := of(e.Company, e.Place); !seen[text] && len(texts) < 400 {
			seen[text] = true
			texts = append(texts, text)
		}
	}
	return texts
}

func FuzzParsePlace(f *testing.F) {
	for _, s := range append(hostile, "Remote", "Berlin, Germany", "San Francisco Bay Area", "Köln, NRW", "Remote (EU)", "Springfield, IL", "東京都", "München / Remote", ",,,", "IL", "Greater London Area, UK") {
		f.Add(s)
	}
	for _, s := range publicTexts(f, func(_, place string) string { return place }) {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		p := model.ParsePlace(s)
		if again := model.ParsePlace(s); again != p {
			t.Fatalf("ParsePlace(%q) = %+v, then %+v", s, p, again)
		}
		if !(p.Confidence >= 0 && p.Confidence <= 1) || p.Known() && p.Confidence == 0 {
			t.Errorf("ParsePlace(%q) = %+v", s, p)
		}
		if p.Country != "" && len(p.Country) != 2 {
			t.Errorf("ParsePlace(%q) is in the country %q", s, p.Country)
		}
		if p.Zone != "" {
			if _, ok := p.Location(); !ok {
				t.Errorf("ParsePlace(%q) has the zone %q, which there is not", s, p.Zone)
			}
		}
		model.ParseArea(s)
	})
}

func FuzzCompany(f *testing.F) {
	pairs := append(hostile, "Acme, Inc.", "Acme", "The Acme Company", "Müller GmbH & Co. KG", "株式会社FLUX", "Flux", "AT&T", "&", "GmbH", "S.A. de C.V.", "Google (Alphabet)", "Acme d/b/a Borealis", "formerly Acme")
	for i, s := range pairs {
		f.Add(s, pairs[(i+1)%len(pairs)])
	}
	for _, s := range publicTexts(f, func(company, _ string) string { return company }) {
		f.Add(s, s+" Inc.")
	}
	f.Fuzz(func(t *testing.T, a, b string) {
		if again := model.CompanyKey(model.CompanyKey(a)); again != "" && model.CompanyKey(a) == "" {
			t.Errorf("CompanyKey(%q) is empty, and that of it %q", a, again)
		}
		model.CompanyStem(a)
		model.CompanyParent(a)
		model.IsEmployer(a)
		there, _ := model.MatchCompany(model.CompanyName{Name: a}, model.CompanyName{Name: b})
		back, _ := model.MatchCompany(model.CompanyName{Name: b}, model.CompanyName{Name: a})
		if there != back {
			t.Errorf("%q is %q with %v, and that is this with %v", a, b, there, back)
		}
		if !(there >= 0 && there <= 1) {
			t.Errorf("%q is %q with %v", a, b, there)
		}
		if same, why := model.MatchCompany(model.CompanyName{Name: a}, model.CompanyName{Name: a}); same < model.Sure && same > 0 { // 0: it names no company
			t.Errorf("%q is itself with %v only: %s", a, same, why)
		}
	})
}

func FuzzNameKey(f *testing.F) {
	for _, s := range append(hostile, "Ada Example", "ÁDA  example", "李 明", "Dr. Ada Example, PhD", "O’Brien", "İpek") {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		key := model.NameKey(s)
		if again := model.NameKey(key); again != key {
			t.Errorf("NameKey(%q) = %q, and that of it %q", s, key, again)
		}
		if !model.SameText(s, s) {
			t.Errorf("%q is not the same text as itself", s)
		}
	})
}
