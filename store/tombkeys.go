package store

import (
	"strings"

	"talentmap/model"
)

// The marks in a tombstone can't be made anew when the key functions change: the
// texts behind them are gone. So those who may be meant are marked by the
// functions of all versions ([model.KeysVersion]) that made tombstones.

// workMarksEver are the marks of a name with each employer, by every version of
// the company key.
func (t *tombs) workMarksEver(p *model.Person) []string {
	return append(t.workMarks(p, model.CompanyKey), t.workMarks(p, companyKey1)...)
}

// companyKey1 is [model.CompanyKey] as of keys version 1.
func companyKey1(name string) string {
	words := strings.Fields(model.NameKey(name))
	for len(words) > 1 && legalForms1[words[len(words)-1]] {
		if len(words) == 2 && words[1] == "co" {
			break
		}
		words = words[:len(words)-1]
	}
	return strings.Join(words, " ")
}

// legalForms1 are the legal forms that keys version 1 dropped.
var legalForms1 = map[string]bool{
	"inc": true, "incorporated": true, "corp": true, "corporation": true, "co": true,
	"llc": true, "llp": true, "lp": true, "ltd": true, "limited": true, "plc": true,
	"gmbh": true, "ag": true, "se": true, "kg": true, "ug": true, "sa": true, "sas": true,
	"sarl": true, "bv": true, "nv": true, "ab": true, "as": true, "oy": true, "oyj": true,
	"spa": true, "srl": true, "pty": true, "kk": true, "aps": true,
}
