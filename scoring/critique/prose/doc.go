// Package prose reads what people write to one another: its words, its sentences
// and their language, its greeting, signature and quoted mail, and the phrases in
// it. It knows nothing of what a phrase is good or bad for.
//
//	lex, err := prose.Compile(prose.English, "[ask]\nsend|share ~3 cv|resume\n", prose.Names{Lists: []string{"ask"}})
//	t := prose.Read("Hi Ada,\n\nplease send me\nyour CV.\n\nBest,\nTom", prose.Unknown)
//	for _, h := range lex.Find(t, nil, nil) {
//		from, to := t.Place(h.First, h.End)
//		fmt.Printf("%s: %q\n", lex.Name(h.List), t.Source[from:to]) // ask: "send me\nyour CV"
//	}
//
// Words are folded for comparison: lower case, accents off, typographic
// apostrophes and invisible characters gone, and in the language of their
// sentence contractions undone, so that don’t is "do not" and n’êtes "ne etes".
// Places are byte offsets into the text as it was given, always between runes.
//
// Caveats: what a sentence, a greeting or a signature is, is guessed as a reader
// would, from the lines. Scripts without spaces are read a character at a time.
// Of a text longer than [Limit] bytes only the beginning is read.
package prose
