// Package scoring judges: how receptive a person is now and why, whether her
// trajectory is growing, how well she fits a map, and who is next in the queue.
//
//	w := scoring.Default()
//	f := scoring.FactsOf(&person, now)
//	r := w.Ledger(f, signals, now) // her own signals and her company's
//	fmt.Println(r.Score, r.Band)   // 47 warm
//	for _, p := range r.Points {
//		fmt.Println(p.Label, p.Points-p.Cut)
//	}
//
// [Weights.Trigger] tells whether something new makes somebody in nurture worth
// writing to again.
//
// Every judgement is computed from facts and the day of now, in now's own
// location; nothing is stored and nothing here does I/O. The numbers stand in
// one table, [Weights], that a team can edit.
//
// What is not known never raises a score. A signal's date that is known to the
// month or the year counts from its first day, when it had faded most. A role's
// start known only to the year counts from its last day and has no anniversary;
// one known to the month counts from the 1st, as is the custom of the field.
package scoring
