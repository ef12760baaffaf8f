package critique

import "slices"

// Rule is one rule of the critique, for people to read. [Rules] lists them.
type Rule struct {
	ID         string
	Severities []Severity // that its findings may have, the gravest first
	Says       string     // the rule in one sentence
	Why        string     // the field's reason for it
	Mend       string     // what to do about a finding
	Bad, Good  string     // a piece of a message that breaks it, and one that does not

	needs    needs
	channels channels
	stages   stage
	check    func(*reading)
}

// needs says what a rule can't be checked without.
type needs uint8

const (
	needsNothing needs = 0
	needsPerson  needs = 1 << iota
	needsOthers
	needsWords // phrases of the draft's language
)

// rules are all rules in the order of the field's table.
var rules = slices.Concat(openingRules, askRules, toneRules, formRules, comparisonRules, lawRules, readyRules)

// Rules are the rules, in the order of the field's table. Callers get a copy.
func Rules() []Rule { return slices.Clone(rules) }
