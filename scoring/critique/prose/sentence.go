package prose

import "strings"

// shortLine is how many bytes a line has at most that was not broken because it
// was full.
const shortLine = 45

// sentences parts scanned words where a sentence, a paragraph, an item of a list
// or a part of the message ends.
func sentences(src string, raws []rawWord, folded string, segments []segment) []Sentence {
	var out []Sentence
	seg, para := 0, 0
	lineStart := 0
	for i, r := range raws {
		was := seg
		for seg+1 < len(segments) && segments[seg+1].from <= r.start {
			seg++
		}
		if r.gap&Para != 0 && i > 0 {
			para++
		}
		begins := i == 0 || seg != was || ends(raws, folded, i, lineStart)
		if r.gap&Line != 0 {
			lineStart = r.start
		}
		if !begins {
			continue
		}
		if n := len(out); n > 0 {
			out[n-1].End, out[n-1].Asks = i, asks(src[raws[i-1].end:r.start])
		}
		out = append(out, Sentence{First: i, Part: segments[seg].part, Para: para})
	}
	if n := len(out); n > 0 {
		out[n-1].End, out[n-1].Asks = len(raws), asks(src[raws[len(raws)-1].end:])
	}
	return out
}

// asks reports whether what stands behind a sentence makes it a question.
func asks(behind string) bool {
	line, _, _ := strings.Cut(behind, "\n")
	return strings.ContainsAny(line, "?？؟")
}

// ends reports whether a sentence ends before the i-th word. A line that is broken
// in its midst goes on; a short one that is followed by a capital does not.
func ends(raws []rawWord, folded string, i, lineStart int) bool {
	r, before := raws[i], raws[i-1]
	switch {
	case r.gap&(Para|Bullet) != 0:
		return true
	case r.gap&(Question|Exclaim) != 0:
		return r.gap&Space != 0 || r.form&Sign != 0
	case r.gap&Stop != 0:
		return (r.gap&Space != 0 || r.form&Sign != 0) && (r.gap&Line != 0 || !isAbbreviated(before, folded[before.from:before.to]))
	case r.gap&Line != 0:
		return before.end-lineStart < shortLine && r.form&(Capital|Digit) != 0 && r.gap&Clause == 0
	}
	return false
}

// isAbbreviated reports whether a full stop behind a word belongs to it.
func isAbbreviated(w rawWord, text string) bool {
	return len(text) == 1 && w.form&Digit == 0 || abbreviations[text]
}

// abbreviations are written with a full stop and seldom end a sentence.
var abbreviations = set(`
	dr mr mrs ms prof st inc ltd co corp vs approx dept jr sr eg ie cf incl est
	bzw ca vgl nr tel str bspw inkl evtl ggf dipl ing hr fr zb usw
	mme mlle mm sra dna ud uds dra lic aprox`)
