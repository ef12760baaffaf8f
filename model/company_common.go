package model

import (
	_ "embed" // the list of words
	"strings"
)

// commonText is a sorted list of words, one a line, with its source at its head.
//
//go:embed company_words.txt
var commonText string

// moreCommon are words that many companies are named after and that the list
// lacks: myths, stars and what the trade itself is fond of.
var moreCommon = wordSet(`
	acme agile alpha andromeda apollo arcadia argo artemis astra athena aurora
	avalon axiom berlin beta bionic boston byte cedar chronos crypto cyber cypress
	data dev digi echo eclipse edge element elevate ember epsilon euro evolve
	fintech fortuna fusion gaia galileo gamma genesis green helios hermes horizon
	hydra hyper icarus indigo inno ion janus kepler kinetic kronos legacy lumen
	luna lunar lynx macro magna maxima medi meta metro micro minerva momentum
	nano neo neon nexus noble nordic nova ocean odyssey omega omni optima optimus
	orbit orion paragon pegasus phoenix pixel polaris prime prism prometheus
	proxima pulsar pulse pyramid quant rhea sigma silicon sirius smart sol solar
	sonic spectra sphere starship stellar stratos summit swift synergy synthesis
	tech terra tetra titan titanium trident trinity turing ultra uni unity valor
	vantage vega vela venture vertex vesta viridian vision vista vita vortex
	vulcan web zen zephyr zeta zeus confluent merck`)

// isCommon reports whether a folded word is one that companies unknown to each
// other are named by: a common English word in any of its forms, a given name
// or a surname, a place, or one too short to tell. What is not Latin is common,
// as there is no list to ask.
func isCommon(word string) bool {
	if strings.ContainsAny(word, "0123456789") && strings.ContainsAny(word, "abcdefghijklmnopqrstuvwxyz") {
		return false // 3m, n26
	}
	if len(word) < 4 || !isPlain(word) || inList(word) || isPlaceName(word) {
		return true
	}
	for _, e := range [...]struct{ end, base string }{
		{"s", ""},
		{"es", ""},
		{"ies", "y"},
		{"ed", ""},
		{"ed", "e"},
		{"ing", ""},
		{"ing", "e"},
		{"er", ""},
		{"er", "e"},
		{"ers", ""},
		{"ers", "e"},
		{"ly", ""},
		{"ier", "y"},
		{"est", ""},
	} {
		if base, ok := strings.CutSuffix(word, e.end); ok && len(base) >= 3 && inList(base+e.base) {
			return true
		}
	}
	return false
}

// inList looks a word up: a binary search over the lines of the list.
func inList(word string) bool {
	if moreCommon[word] {
		return true
	}
	lo, hi := 0, len(commonText)
	for lo < hi {
		mid := lo + (hi-lo)/2
		start := lo + strings.LastIndexByte(commonText[lo:mid], '\n') + 1
		line, _, _ := strings.Cut(commonText[start:], "\n")
		switch {
		case line == word:
			return true
		case line < word:
			lo = start + len(line) + 1
		default:
			hi = start
		}
	}
	return false
}

func wordSet(text string) map[string]bool {
	set := make(map[string]bool)
	for w := range strings.FieldsSeq(text) {
		set[w] = true
	}
	return set
}
