package prose

import "strings"

// longestSignature is how many lines with text follow the words of parting at
// most: beyond them it is not a signature.
const longestSignature = 14

// markClosing marks the lines from the words of parting on, or from the lone
// name at the end where there are none. A postscript is part of the body.
// Nothing before the end of the greeting is looked at.
func (m *message) markClosing(greeted int) {
	at := m.closingLine(greeted)
	if at < 0 {
		return
	}
	body := false
	for i := at; i < len(m.lines); i++ {
		l := m.lines[i]
		switch {
		case m.parts[i] == Quoted:
			continue
		case i > at && l.first < l.stop && m.isPostscript(l):
			body = true
		case l.blank(m.src):
			body = false
		}
		if !body {
			m.parts[i] = Closing
		}
	}
}

// closingLine is the first line of the signature; -1 where there is none.
func (m *message) closingLine(greeted int) int {
	texts, name := 0, -1
	for i := len(m.lines) - 1; i >= 0; i-- {
		l := m.lines[i]
		text := strings.TrimSpace(m.src[l.start:l.end])
		if l.start < greeted {
			break
		}
		if m.parts[i] == Quoted || text == "" {
			continue
		}
		if text == "--" || text == "—" || text == "__" {
			return i
		}
		if texts <= longestSignature && m.isParting(l) {
			return i
		}
		if texts == 0 && m.isNames(l.first, l.stop) && m.standsAlone(i) {
			name = i
		}
		texts++
	}
	return name
}

// standsAlone reports whether an empty line is above a line.
func (m *message) standsAlone(i int) bool { return i > 0 && m.lines[i-1].blank(m.src) }

// isParting reports whether a line is words of parting and nothing else but a
// name behind them.
func (m *message) isParting(l line) bool {
	n := l.stop - l.first
	if n == 0 || n > 8 {
		return false
	}
	for k := min(n, 6); k > 0; k-- {
		if partings[m.text(l, k)] {
			return k == n || m.isNames(l.first+k, l.stop) && m.partsOff(l.first+k)
		}
	}
	return false
}

// partsOff reports whether something stands between the words of parting and the
// name: Best, Tom. But Thanks Tom is one, too.
func (m *message) partsOff(i int) bool {
	return m.raws[i].gap&(Clause|Exclaim|Stop) != 0 || m.raws[i].form&Capital != 0
}

// isPostscript reports whether a line begins with P.S. or PS.
func (m *message) isPostscript(l line) bool {
	first := m.word(l.first)
	if first == "ps" || first == "pps" || first == "pd" || first == "nb" {
		return true
	}
	return (first == "p") && l.first+1 < l.stop && (m.word(l.first+1) == "s" || m.word(l.first+1) == "d")
}

// partings are the words before a signature.
var partings = phrases(`
	best all_the_best best_wishes best_regards kind_regards warm_regards warmest_regards with_best_regards with_kind_regards regards warmly
	with_warm_regards many_thanks_and_best_regards thanks_and_best_regards thanks_and_regards my_best
	cheers thanks many_thanks thank_you thank_you_very_much thanks_a_lot thanks_again thanks_in_advance sincerely yours_sincerely sincerely_yours yours
	yours_truly respectfully take_care talk_soon speak_soon cordially have_a_great_day have_a_good_day have_a_nice_day have_a_great_weekend br rgds kr
	viele_grusse liebe_grusse beste_grusse herzliche_grusse freundliche_grusse schone_grusse sonnige_grusse gruss grusse mit_freundlichen_grussen
	mit_besten_grussen mit_herzlichen_grussen mit_freundlichem_gruss viele_grusse_aus_berlin mfg lg vg bg danke vielen_dank besten_dank herzlichen_dank
	danke_und_viele_grusse vielen_dank_und_beste_grusse vielen_dank_und_viele_grusse schonen_tag schonen_tag_noch bis_bald beste_gruesse viele_gruesse
	mit_freundlichen_gruessen liebe_gruesse freundliche_gruesse herzliche_gruesse
	cordialement bien_cordialement tres_cordialement bien_a_vous bien_a_toi amicalement salutations sinceres_salutations meilleures_salutations
	belle_journee bonne_journee bonne_fin_de_journee belle_fin_de_journee bonne_semaine merci merci_d_avance merci_davance merci_beaucoup a_bientot au_plaisir bien_sincerement
	au_plaisir_de_vous_lire au_plaisir_de_te_lire cdt bav
	saludos un_saludo saludos_cordiales un_cordial_saludo un_abrazo atentamente cordialmente muchas_gracias gracias gracias_de_antemano hasta_pronto
	un_saludo_cordial cordiales_saludos abrazos que_tengas_un_buen_dia que_tenga_un_buen_dia
	cordiali_saluti met_vriendelijke_groet groeten med_vanlig_halsning pozdrawiam`)

// IsParting reports whether words are words of parting, such as Best regards.
func IsParting(words []Word) bool {
	texts := make([]string, len(words))
	for i, w := range words {
		texts[i] = w.Text
	}
	return partings[strings.Join(texts, " ")]
}
