package prose

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// address takes in an address of a page or a mailbox as one word, if one begins
// here. A bare name such as booking.com is none: companies are called so. With a
// path, as in booking.com/jobs, it is.
func (sc *scanner) address() bool {
	if sc.at < sc.noAddress {
		return false
	}
	rest := sc.src[sc.at:]
	end := addressEnd(rest)
	sc.noAddress = sc.at + end
	token := strings.TrimRight(rest[:end], ".,;:!?'’*_")
	form := addressForm(token)
	if form == 0 {
		return false
	}
	text := LinkWord
	if form == Mail {
		text = MailWord
	}
	from := len(sc.arena)
	sc.arena = append(sc.arena, text...)
	sc.raws = append(sc.raws, rawWord{start: sc.at, end: sc.at + len(token), from: from, to: len(sc.arena), gap: sc.gap, form: form})
	sc.gap, sc.lines = 0, 0
	sc.at += len(token)
	return true
}

// addressEnd is where what could be an address has ended.
func addressEnd(s string) int {
	for i, r := range s {
		switch r {
		case '<', '>', '"', '“', '”', '„', '«', '»', '(', ')', '[', ']', '{', '}', '|', '，', '。', '、', '）', '（':
			return i
		}
		if unicode.IsSpace(r) || r == utf8.RuneError || isSign(r) {
			return i
		}
	}
	return len(s)
}

// addressForm is [Link], [Mail], or 0 for a text that is no address.
func addressForm(s string) Form {
	if strings.IndexByte(s, '.') < 0 && !strings.Contains(s, "://") {
		return 0
	}
	if scheme, rest, ok := strings.Cut(s, "://"); ok && len(scheme) < 10 && rest != "" {
		return Link
	}
	if after, ok := cutFold(s, "mailto:"); ok && strings.Contains(after, "@") {
		return Mail
	}
	if _, ok := cutFold(s, "www."); ok {
		return Link
	}
	host, path, slash := strings.Cut(s, "/")
	if at := strings.IndexByte(host, '@'); at > 0 && isHost(host[at+1:]) && !slash {
		return Mail
	}
	if slash && path != "" && isHost(host) {
		return Link
	}
	return 0
}

// cutFold is [strings.CutPrefix] in any case of ASCII.
func cutFold(s, prefix string) (after string, ok bool) {
	if len(s) < len(prefix) || !strings.EqualFold(s[:len(prefix)], prefix) {
		return s, false
	}
	return s[len(prefix):], true
}

// isHost reports whether a text could be the name of a host: labels with dots
// between them, the last of them a top-level domain. Files are called so, too:
// node.js/express is none.
func isHost(s string) bool {
	dot := strings.LastIndexByte(s, '.')
	if dot < 1 || !topLevel[strings.ToLower(s[dot+1:])] {
		return false
	}
	for i := range dot {
		c := s[i] | 0x20
		if !(c >= 'a' && c <= 'z') && s[i] != '.' && s[i] != '-' && s[i] != '_' && !isDigit(s[i]) && s[i] < utf8.RuneSelf {
			return false
		}
	}
	return true
}

// topLevel are the domains at which pages are that people send one another.
var topLevel = set(`
	com org net io ai dev app co me info biz edu gov int eu de at ch fr es uk us ca ie nl be lu it pt pl se no dk fi is cz sk
	hu ro gr bg hr si ee lv lt jp cn kr in sg hk tw au nz br mx ar cl il ae za tv fm ly gl gd to be so page blog link click cloud tech
	digital email jobs careers work works team tools systems software solutions studio agency xyz site online store academy
	foundation community events live video social example test`)

// set is the words of a text.
func set(text string) map[string]bool {
	words := make(map[string]bool)
	for w := range strings.FieldsSeq(text) {
		words[w] = true
	}
	return words
}
