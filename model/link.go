package model

import (
	"net/mail"
	"net/url"
	"strings"
	"unicode"
	"unicode/utf8"
)

// NormalizeLink reduces a profile URL so that two spellings of the same compare
// equal: linkedin.com/in/ada-l for https://de.linkedin.com/in/Ada-L/?trk=x, and
// x.com/ada for https://www.twitter.com/@Ada. Scheme, www, mobile and country
// hosts, query, fragment and needless percent-encoding go; case goes where the
// host ignores it. A profile pasted after another host (linkedin.com/in/ +
// www.linkedin.com/in/ada) is taken out.
// It is "" for what identifies nobody: no http(s) URL, no host with a dot, a
// social network's front page, a company, a post, more than 2048 bytes. Normalizing twice changes
// nothing more. To open the page, put https:// in front.
func NormalizeLink(s string) string {
	rest, ok := cutScheme(CleanLine(s))
	if !ok || strings.Contains(rest, " ") {
		return ""
	}
	rest, _, _ = strings.Cut(rest, "#")
	rest, query, _ := strings.Cut(rest, "?")
	host, path, _ := strings.Cut(rest, "/")
	host = canonicalHost(host)
	if host == "" || len(path) > maxLink {
		return ""
	}
	var segs []string
	for seg := range strings.SplitSeq(path, "/") {
		if seg = cleanSegment(seg); strings.Contains(seg, " ") {
			return ""
		}
		if h := canonicalHost(seg); isNetwork(h) {
			host, segs = h, nil
		} else if seg != "" {
			segs = append(segs, seg)
		}
	}
	if isNetwork(host) {
		if segs = profilePath(host, segs); segs == nil {
			return ""
		}
	}
	page := strings.Join(append([]string{host}, segs...), "/")
	if len(page) > maxLink {
		return ""
	}
	return withIdentity(page, query)
}

// maxLink is how long a profile URL may be without its query, in bytes; more is
// no profile.
const maxLink = 2048

// cutScheme takes off http:// or https://, also doubled or with a slash too many
// or too few. ok is false for another scheme.
func cutScheme(s string) (rest string, ok bool) {
	for {
		scheme, after, found := strings.Cut(s, ":")
		if !found || !strings.EqualFold(scheme, "http") && !strings.EqualFold(scheme, "https") {
			break
		}
		s = strings.TrimLeft(after, "/")
	}
	s = strings.TrimLeft(s, "/")
	head, _, _ := strings.Cut(s, "/")
	return s, !strings.HasSuffix(head, ":")
}

// canonicalHost is a host in lower case without port, mobile or country
// prefix and old name; "" where it is no public host name.
func canonicalHost(h string) string {
	h = CleanLine(strings.ToLower(h))
	for _, port := range []string{":80", ":443"} {
		h = strings.TrimSuffix(h, port)
	}
	h = strings.TrimSuffix(h, ".")
	for again := true; again; {
		again = false
		for _, prefix := range []string{"www.", "mobile.", "m."} {
			if rest, ok := strings.CutPrefix(h, prefix); ok && strings.Contains(rest, ".") {
				h, again = rest, true
			}
		}
	}
	if sub, ok := strings.CutSuffix(h, ".linkedin.com"); ok && len(sub) == 2 {
		h = "linkedin.com"
	}
	switch {
	case h == "twitter.com":
		return "x.com"
	case strings.HasPrefix(h, "scholar.google."):
		return "scholar.google.com"
	case !publicHost(h):
		return ""
	}
	return h
}

// publicHost reports whether h can be a host name on the internet: labels of
// letters, digits and inner hyphens with dots between, the last one a word.
func publicHost(h string) bool {
	labels := strings.Split(h, ".")
	for _, l := range labels {
		if l == "" || l[0] == '-' || l[len(l)-1] == '-' || strings.ContainsFunc(l, notInLabel) {
			return false
		}
	}
	top := labels[len(labels)-1]
	first, _ := utf8.DecodeRuneInString(top)
	return len(labels) > 1 && len(top) > 1 && unicode.IsLetter(first)
}

func notInLabel(r rune) bool {
	return r != '-' && !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.Is(unicode.M, r)
}

// networks are the hosts where a page of one's own has a path, and whether case
// does not matter in it.
var networks = map[string]bool{
	"linkedin.com": true, "x.com": true, "github.com": true, "gitlab.com": true,
	"facebook.com": true, "instagram.com": true, "bsky.app": true,
	"medium.com": false, "youtube.com": false, "t.me": false, "stackoverflow.com": false,
}

func isNetwork(host string) bool {
	_, ok := networks[host]
	return ok
}

// notPeople are first segments on a network that lead to something else than
// one person's profile.
var notPeople = map[string]bool{
	"linkedin.com/company": true, "linkedin.com/school": true, "linkedin.com/showcase": true,
	"linkedin.com/posts": true, "linkedin.com/feed": true, "linkedin.com/pulse": true,
	"linkedin.com/jobs": true, "linkedin.com/groups": true, "linkedin.com/search": true,
	"x.com/home": true, "x.com/i": true, "x.com/intent": true, "x.com/share": true,
	"x.com/search": true, "x.com/hashtag": true,
}

// profilePath is the part of a path on a network that stands for the person,
// nil where there is none.
func profilePath(host string, segs []string) []string {
	for i, seg := range segs {
		if networks[host] {
			segs[i] = CleanLine(strings.ToLower(seg))
		}
	}
	if len(segs) > 0 && segs[0] == "mwlite" { // LinkedIn for old phones
		segs = segs[1:]
	}
	path := "/" + strings.Join(segs, "/")
	if len(segs) == 0 || strings.HasSuffix(path, "/n/a") || strings.Contains(path+"/", ":/") {
		return nil
	}
	if notPeople[host+"/"+segs[0]] {
		return nil
	}
	switch {
	case host == "x.com":
		handle := strings.TrimLeft(segs[0], "@")
		if handle == "" || strings.ContainsFunc(handle, notInHandle) {
			return nil
		}
		return []string{handle}
	case host == "linkedin.com" && len(segs) == 1:
		return nil
	case host == "linkedin.com" && segs[0] == "in":
		return segs[:2]
	}
	return segs
}

func notInHandle(r rune) bool {
	return (r < 'a' || r > 'z') && (r < '0' || r > '9') && r != '_'
}

// identities are the pages that tell people apart by one query parameter.
var identities = map[string]string{
	"scholar.google.com/citations": "user",
	"facebook.com/profile.php":     "id",
	"news.ycombinator.com/user":    "id",
	"youtube.com/playlist":         "list",
	"youtube.com/watch":            "v",
	"certdirectory.io":             "p",
}

// withIdentity keeps of the query what makes the page one person's.
func withIdentity(page, query string) string {
	key := identities[page]
	if key == "" {
		return page
	}
	values, _ := url.ParseQuery(query) // what could be read of a broken query is enough
	id := values.Get(key)
	if id == "" || strings.Trim(id, idLetters) != "" {
		return ""
	}
	return page + "?" + key + "=" + id
}

const idLetters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"

// cleanSegment decodes and cleans a segment until nothing changes: cleaning can
// join what stood apart into a new code, or take the end of a code into an
// accented letter.
func cleanSegment(s string) string {
	for {
		next := CleanLine(decodePercent(s))
		if next == s {
			return s
		}
		s = next
	}
}

// decodePercent undoes the percent-encoding of letters, digits, "-", ".", "_",
// "~" and of valid UTF-8 beyond ASCII, and writes the rest in one way.
func decodePercent(s string) string {
	if !strings.Contains(s, "%") {
		return s
	}
	var b strings.Builder
	for s != "" {
		if s[0] != '%' {
			b.WriteByte(s[0])
			s = s[1:]
			continue
		}
		run := encodedRun(s)
		if len(run) == 0 {
			b.WriteString("%25")
			s = s[1:]
			continue
		}
		s = s[3*len(run):]
		writeDecoded(&b, run)
	}
	return b.String()
}

// encodedRun is what the %XX at the start of s stand for.
func encodedRun(s string) []byte {
	var run []byte
	for len(s) >= 3 && s[0] == '%' {
		c, err := url.PathUnescape(s[:3])
		if err != nil {
			break
		}
		run, s = append(run, c...), s[3:]
	}
	return run
}

func writeDecoded(b *strings.Builder, run []byte) {
	const hex = "0123456789ABCDEF"
	for len(run) > 0 {
		r, n := utf8.DecodeRune(run)
		if n > 1 || strings.ContainsRune(idLetters+".~", r) {
			b.Write(run[:n])
		} else {
			b.Write([]byte{'%', hex[run[0]>>4], hex[run[0]&15]})
		}
		run = run[n:]
	}
}

// maxEmail is the longest address that mail servers take, in bytes (RFC 5321
// as corrected by erratum 1690).
const maxEmail = 254

// NormalizeEmail is an e-mail address in lower case, without the name and angle
// brackets that may stand around it. ok is false for what is not one plain
// address with a public domain: quotes, spaces, brackets, lists, more than one @,
// more than 254 bytes.
func NormalizeEmail(s string) (email string, ok bool) {
	a, err := mail.ParseAddress(CleanLine(s))
	if err != nil {
		return "", false
	}
	email = CleanLine(strings.ToLower(a.Address))
	local, domain, _ := strings.Cut(email, "@")
	if len(email) > maxEmail || local == "" || strings.ContainsAny(local, " \"(),:;<>[\\]") || !publicHost(domain) {
		return "", false
	}
	return email, true
}
