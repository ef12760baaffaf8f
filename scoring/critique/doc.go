// Package critique reads a draft and says what speaks against sending it: rule by
// rule, each finding with its place, the reason and a way to mend it. It is pure: no
// store, no clock; what it needs to know is handed to it as plain data.
//
//	reader := critique.NewReader(critique.About{Person: &p, Touches: touches, Now: now})
//	report := reader.Read(critique.Draft{Channel: model.Email, Subject: s, Body: b}, against)
//	if report.Blocks() {
//		for _, f := range report.Findings { // by place
//			fmt.Println(f.Severity, f.Rule, f.Text, f.Reason, f.Mend)
//		}
//	}
//
// A [Reader] is made once for a person and reads at every key; [Read] is both at
// once. [Against] is what is compared with, of which store/corpus is the one in use;
// nil while it is still being read, and the report notes what was not checked.
//
// The rules are one table, [Rules], from which docs/critique.md is written. A rule is
// a small function over a reading; what it looks for are phrases, which stand in
// data/, a file a language, and are found by [prose.Lexicon]. To add a phrase, add a
// line there, and a message that has it to testdata/corpus with what you expect.
//
//	draft ─▶ prose.Read: words, sentences, parts, languages ─▶ view: phrases, names, durations ─▶ rules ─▶ Report
//
// Caveats: a phrase that nobody thought of is not found. Of 32 messages written when
// the lists were done, 88 of 100 findings were right at the first reading, and 73 of
// 100 of what a person found were found; since the lists have learned from them it is
// 98 and 96. What is missed is mostly a turn of phrase; what is wrong, mostly a
// warning that something is missing. In languages other than [prose.Languages] the
// rules that need phrases are left out. What somebody means between the lines is
// left to people.
package critique
