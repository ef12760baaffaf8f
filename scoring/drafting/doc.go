// Package drafting makes a draft to one person from a template: it finds the values of
// the merge fields among the facts, chooses the template that comes next and what to
// share from the shelf, and says why. It is pure judgement and reads nothing:
//
//	made, err := drafting.Make(&template, drafting.About{Person: &p, Touches: touches, Sender: me, Now: now})
//	made.Draft.Body // the text
//	made.Gaps       // fields that have no value, which stand in it as they were
//
// What a signal tells is never among the values: it sets the time of a message, and
// not its text.
package drafting
