package prose

import "unicode/utf8"

// Lang is a language by its ISO 639-1 code.
type Lang string

// The languages whose phrases are known. Others are told by their codes.
const (
	Unknown Lang = ""
	English Lang = "en"
	German  Lang = "de"
	French  Lang = "fr"
	Spanish Lang = "es"
)

// Languages are those whose phrases are known.
func Languages() []Lang { return []Lang{English, German, French, Spanish} }

// Name is the language's English name; its code for one that is seldom met.
func (l Lang) Name() string {
	for i, code := range codes {
		if code == l {
			return names[i]
		}
	}
	if l == Unknown {
		return "unknown"
	}
	return string(l)
}

// The languages that can be told apart. The last ones are told by their script
// alone.
var (
	codes = [...]Lang{"en", "de", "fr", "es", "it", "nl", "pt", "sv", "da", "pl", "cs", "tr", "fi", "hu", "ro", "ru", "zh", "ja", "ko", "th", "el", "he", "ar", "hi", "km", "my", "lo"}
	names = [...]string{
		"English", "German", "French", "Spanish", "Italian", "Dutch", "Portuguese", "Swedish", "Danish or Norwegian", "Polish", "Czech", "Turkish",
		"Finnish", "Hungarian", "Romanian", "Russian", "Chinese", "Japanese", "Korean", "Thai", "Greek", "Hebrew", "Arabic", "Hindi", "Khmer", "Burmese", "Lao",
	}
)

// langSet is a set of indexes into codes.
type langSet uint32

func (s langSet) count() int {
	n := 0
	for ; s != 0; s &= s - 1 {
		n++
	}
	return n
}

// points says how much speaks for each language.
type points [len(codes)]float32

func (p *points) add(s langSet, weight float32) {
	if s == 0 {
		return
	}
	weight /= float32(s.count())
	for i := range p {
		if s&(1<<i) != 0 {
			p[i] += weight
		}
	}
}

func (p *points) best() (at int, most float32) {
	for i, v := range p {
		if v > most {
			at, most = i, v
		}
	}
	return at, most
}

// enough are the points from which a language is told.
const enough = 1.5

// tellLanguages notes the language of each sentence and returns that of most of
// the text. With a language given it is the one of all sentences.
func tellLanguages(cut []Sentence, raws []rawWord, folded string, given Lang) Lang {
	if given != Unknown {
		for i := range cut {
			cut[i].Lang = given
		}
		return given
	}
	var all points
	each := make([]points, len(cut))
	for i, s := range cut {
		if s.Part == Quoted {
			continue
		}
		for _, r := range raws[s.First:s.End] {
			each[i].read(folded[r.from:r.to], r.form)
			each[i].add(r.letters, 0.5)
		}
		for k, v := range each[i] {
			all[k] += v
		}
	}
	main, most := all.best()
	if most < enough {
		for i := range cut {
			cut[i].Lang = English // nothing speaks against it yet
		}
		return Unknown
	}
	for i := range cut {
		cut[i].Lang = codes[main]
		if own, n := each[i].best(); n >= enough && n > 2*each[i][main]+1 {
			cut[i].Lang = codes[own]
		}
	}
	return codes[main]
}

// read counts what a word says of the language.
func (p *points) read(word string, form Form) {
	if form&(Link|Mail|Digit) != 0 {
		return
	}
	tab := languageTable()
	if s, ok := tab.words[word]; ok {
		p.add(s, 1)
		return
	}
	for i := 0; i < len(word); {
		if word[i] < utf8.RuneSelf {
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(word[i:])
		i += n
		p.add(scriptOf(r), 0.5)
	}
}

// scriptOf is the languages that a script is written for.
func scriptOf(r rune) langSet {
	for _, s := range scripts {
		if r >= s.from && r <= s.to {
			return s.of
		}
	}
	return 0
}

// lettersOf are the letters beyond ASCII by which languages of Latin letters are
// told. They are folded in the words.
var lettersOf = func() map[rune]langSet {
	all := make(map[rune]langSet)
	for code, letters := range map[Lang]string{
		"de": "äöüßÄÖÜ", "fr": "àâçèéêëîïôùûœÀÇÈÉÊ", "es": "áéíóúñÁÉÍÓÚÑ", "it": "àèéìòù", "pt": "ãõáâçéêíóôú", "sv": "åäöÅÄÖ", "da": "åæøÅÆØ",
		"pl": "ąćęłńóśźż", "cs": "áčďéěíňóřšťúůýž", "tr": "çğıöşü", "fi": "äö", "hu": "áéíóöőúüű", "ro": "ăâîșțşţ",
	} {
		for _, r := range letters {
			all[r] |= just(code)
		}
	}
	return all
}()

func indexOf(code Lang) int {
	for i, c := range codes {
		if c == code {
			return i
		}
	}
	return -1
}

func just(code Lang) langSet { return 1 << indexOf(code) }

// scripts are the blocks of letters by which a language is told.
var scripts = [...]struct {
	from, to rune
	of       langSet
}{
	{0x0370, 0x03FF, just("el")},
	{0x0400, 0x052F, just("ru")},
	{0x0590, 0x05FF, just("he")},
	{0x0600, 0x06FF, just("ar")},
	{0x0900, 0x097F, just("hi")},
	{0x0E00, 0x0E7F, just("th")},
	{0x0E80, 0x0EFF, just("lo")},
	{0x1000, 0x109F, just("my")},
	{0x1780, 0x17FF, just("km")},
	{0x1100, 0x11FF, just("ko")},
	{0x3040, 0x30FF, just("ja")},
	{0x3400, 0x9FFF, just("zh")},
	{0xAC00, 0xD7AF, just("ko")},
}
