package model_test

import (
	"strings"
	"testing"

	"talentmap/model"
)

func TestMatchCompanyOnTheCorpus(t *testing.T) { matchAll(t, companyPairs) }

func TestMatchCompanyOnNamesFound(t *testing.T) { matchAll(t, foundCompanyPairs) }

func TestMatchCompanyOnMore(t *testing.T) { matchAll(t, moreCompanyPairs) }

// matchAll compares labelled pairs, both ways round.
func matchAll(t *testing.T, table string) {
	t.Helper()
	var joined, right, same, pairs int
	for line := range strings.Lines(table) {
		line = strings.TrimSpace(line)
		if line == "" {
			continue
		}
		pairs++
		a, b, _ := strings.Cut(line[2:], " | ")
		confidence, why := model.MatchCompany(model.CompanyName{Name: a}, model.CompanyName{Name: b})
		back, _ := model.MatchCompany(model.CompanyName{Name: b}, model.CompanyName{Name: a})
		if confidence != back {
			t.Errorf("%q, %q: %v one way, %v the other", a, b, confidence, back)
		}
		if why == "" || confidence < 0 || confidence > 1 {
			t.Errorf("%q, %q: %v because %q", a, b, confidence, why)
		}
		sure := confidence >= model.Sure
		if line[0] == '=' {
			same++
		}
		if sure {
			joined++
		}
		switch {
		case sure && line[0] == '=':
			right++
		case sure:
			t.Errorf("joined %s %q, %q: %.2f %s", line[:1], a, b, confidence, why)
		case line[0] == '=':
			t.Logf("missed %q, %q: %.2f %s", a, b, confidence, why)
		}
	}
	t.Logf("%d pairs at %.1f: precision %d/%d, recall %d/%d", pairs, model.Sure, right, joined, right, same)
	if 100*right < 96*same {
		t.Errorf("recall is %d of %d, want 96%%", right, same)
	}
}
