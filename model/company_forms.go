package model

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"
)

// legalForm is what stands beside a company's name to say what it is in law.
type legalForm struct {
	countries string // ISO 3166-1 codes where it is usual; "" where it tells nothing
	native    bool   // written in a script of its own country
	some      bool   // false in the zero legalForm: no form at all
}

// legalForms are the forms that names are seen with, folded. The standard is ISO
// 20275, the Entity Legal Forms code list that GLEIF publishes; this is the part
// of it that is met in practice, with the ways in which it is written.
var legalForms = formTable([]formRow{
	{"", "inc|incorporated|corp|corporation|ltd|limited|co ltd|company limited|company ltd|co limited|coltd|se"},
	{"US CA", "llc|l l c|lllp|pc|pbc|public benefit corporation|pllc|corp inc|ulc|na|n a|national association"},
	{"GB IE US", "llp|lp|plc|public limited company|cic|limited liability partnership|p l c"},
	{"DE AT CH", "gmbh|g m b h|ag|mbh|ggmbh|gesellschaft mit beschrankter haftung|aktiengesellschaft|gmbh co kg|gmbh co|gmbh co ohg|gmbh co kgaa"},
	{"DE AT", "kg|ohg|kgaa|ug|ug haftungsbeschrankt|ek|gbr|ag co kg|ag co kgaa|se co kg|se co kgaa|co kg|co kgaa|partg|partgmbb|stiftung co kg"},
	{"FR BE CH LU ES PT BR PL AR MX GR", "sa|s a|societe anonyme|sociedad anonima"},
	{"FR LU CH BE CO", "sas|s a s|sasu|sarl|s a r l|sa rl|eurl|scop"},
	{"IT RO MD AR UY", "srl|s r l|srls|spa|s p a|scarl|sapa|societa per azioni|societa cooperativa|soc coop"},
	{"ES", "sl|s l|slu|sau|sociedad limitada"},
	{"MX", "sa de cv|s a de c v|s de rl de cv|s de rl|sapi de cv|sab de cv|sa de c v"},
	{"BR PT", "ltda|limitada|eireli|lda|s a ltda"},
	{"NL BE", "bv|b v|nv|n v|bvba|vof|besloten vennootschap|srl bv|coop ua"},
	{"SE FI", "ab|ab publ|publ|aktiebolag|handelsbolag"},
	{"DK NO", "a s|as|asa|aps|ivs|i s|p s|k s|aktieselskab|aksjeselskap"},
	{"FI", "oy|oyj|oyj abp|abp|oy ab|osakeyhtio|oy ltd"},
	{"IS", "ehf|ohf"},
	{"EE LT LV", "ou|osauhing|uab|sia"},
	{"PL", "sp z oo|sp z o o|spz oo|spolka akcyjna|sp j|sp k|spolka z oo|sp zoo|spolka z ograniczona odpowiedzialnoscia"},
	{"CZ SK", "sro|s r o|spol s r o|spol sro"},
	{"HU", "kft|zrt|nyrt|kkt"},
	{"SI HR RS BA MK ME", "doo|d o o|dooel|jdoo"},
	{"BG", "eood|ood|ead"},
	{"GR CY", "ae|epe|ike|monoprosopi"},
	{"TR", "as|a s|ltd sti|limited sirketi|anonim sirketi|san ve tic as|tic ltd sti"},
	{"RU UA BY KZ AM AZ UZ GE", "ooo|oao|zao|pao|too|jsc|ojsc|cjsc|pjsc|mmc|asc|qsc"},
	{"JP", "kk|k k|kabushiki kaisha|kabushiki gaisha|godo kaisha|gk|g k|yk|y k"},
	{"SG", "pte|pte ltd|pte limited"},
	{"MY", "sdn bhd|sdn|bhd|berhad|plt"},
	{"ID", "tbk|persero|persero tbk"},
	{"IN PK BD LK", "pvt|pvt ltd|pvt limited|private limited|private ltd|p ltd|opc pvt ltd"},
	{"AU ZA NZ", "pty|pty ltd|pty limited|proprietary limited|proprietary ltd"},
	{"AE SA QA BH KW EG", "fzco|fz llc|fze|dmcc|wll|w l l|bsc|psc|saog|saoc|sal|sae"},
	{"VN TH", "tnhh|pcl|public company limited"},
})

// nativeForms are those that stand in front, at the end, or grown together with
// the name, in the scripts of their countries.
var nativeForms = formTable([]formRow{
	{"JP", "株式会社|有限会社|合同会社|合資会社|株|有"},
	{"CN TW HK", "股份有限公司|有限责任公司|有限責任公司|有限公司|集团有限公司|集團有限公司"},
	{"KR", "주식회사|유한회사|주|유"},
	{"RU UA BY KZ", "ооо|оао|зао|пао|ао|нко|тов|пат|тоо|прат"},
	{"GR CY", "αε|επε|ικε"},
	{"BG", "еоод|оод|ад|еад"},
	{"IL", "בעמ"},
})

// grownForms are the native forms that are found without a space beside the
// name, the longest first.
var grownForms = func() []string {
	var forms []string
	for f := range nativeForms {
		if utf8.RuneCountInString(f) >= 4 && f[0] >= 0xE0 { // kanji, hanzi and hangul
			forms = append(forms, f)
		}
	}
	slices.SortFunc(forms, func(a, b string) int { return cmp.Or(len(b)-len(a), strings.Compare(a, b)) })
	return forms
}()

// leadingForm is the countries of a Latin form that stands in front of the name.
func leadingForm(word []byte) string {
	switch string(word) {
	case "pt":
		return "ID"
	case "uab":
		return "LT"
	case "ooo", "oao", "zao":
		return "RU UA BY KZ"
	}
	return ""
}

// weakForms are those that many companies' names can't do without: they go only
// where what is left is a name of its own.
var weakForms = wordSet("co company cos companies cie")

type formRow struct{ countries, forms string }

func formTable(rows []formRow) map[string]legalForm {
	table := make(map[string]legalForm)
	for _, row := range rows {
		for f := range strings.SplitSeq(row.forms, "|") {
			key := string(fold(nil, f, false))
			form := table[key]
			form.native, form.some = !isPlain(key), true
			form.countries = strings.TrimSpace(form.countries + " " + row.countries)
			table[key] = form
		}
	}
	return table
}

// formTails says for the last word of a form how many words the longest with it
// has, 0 for a weak one, so that most names need one look.
var formTails = func() map[string]int {
	tails := make(map[string]int)
	for w := range weakForms {
		tails[w] = 0
	}
	for f := range legalForms {
		last := f[strings.LastIndexByte(f, ' ')+1:]
		tails[last] = max(tails[last], 1+strings.Count(f, " "))
	}
	return tails
}()
