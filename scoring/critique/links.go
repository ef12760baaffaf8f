package critique

import (
	_ "embed" // the hosts
	"strings"
	"sync"

	"talentmap/scoring/critique/prose"
)

//go:embed data/sites.txt
var sitesText string

// What a link is to; "" is any other page.
const (
	siteShortener = "shortener"
	siteSchedule  = "schedule"
	siteApply     = "apply"
	sitePixel     = "pixel"
)

// sites leads from a host, with a path or without, to what it is.
var sites = sync.OnceValue(func() map[string]string {
	all := make(map[string]string)
	kind := ""
	for line := range strings.Lines(sitesText) {
		line = strings.TrimSpace(line)
		switch {
		case line == "" || line[0] == '#':
		case line[0] == '[':
			kind = strings.Trim(line, "[]")
		default:
			for host := range strings.FieldsSeq(line) {
				all[host] = kind
			}
		}
	}
	return all
})

// trimScheme is a link without https:// and www.
func trimScheme(link string) string {
	link = strings.ToLower(link)
	if _, rest, ok := strings.Cut(link, "://"); ok {
		link = rest
	}
	return strings.TrimPrefix(link, "www.")
}

// siteOf is what a link is to.
func siteOf(link string) string {
	link = trimScheme(link)
	host, path, _ := strings.Cut(link, "/")
	first, _, _ := strings.Cut(path, "/")
	first, _, _ = strings.Cut(first, "?")
	for h := host; strings.Contains(h, "."); {
		for _, key := range [...]string{h + "/" + path, h + "/" + firstTwo(path), h + "/" + first, h} {
			if kind := sites()[strings.TrimSuffix(key, "/")]; kind != "" {
				return kind
			}
		}
		_, h, _ = strings.Cut(h, ".")
	}
	switch {
	case strings.Contains(link, "/apply") || strings.Contains(link, "/careers/") || strings.Contains(link, "/jobs/") || strings.Contains(link, "/karriere/") ||
		strings.HasPrefix(host, "jobs.") || strings.HasPrefix(host, "careers.") || strings.HasPrefix(host, "karriere.") || strings.HasPrefix(host, "apply."):
		return siteApply
	case strings.Contains(link, "pixel") && strings.HasSuffix(link, ".gif"), strings.Contains(link, "/open.gif"), strings.Contains(link, "/track/open"):
		return sitePixel
	}
	return ""
}

// firstTwo is the first two steps of a path.
func firstTwo(path string) string {
	a, rest, ok := strings.Cut(path, "/")
	if !ok {
		return a
	}
	b, _, _ := strings.Cut(rest, "/")
	b, _, _ = strings.Cut(b, "?")
	return a + "/" + b
}

// isLegalLink reports whether a link is to what the law asks for: a privacy notice,
// the way to opt out, who is behind a site.
func isLegalLink(link string) bool {
	link = strings.ToLower(link)
	for _, w := range [...]string{
		"privacy", "datenschutz", "confidentialit", "privacidad", "unsubscribe", "opt-out", "optout", "abmelden", "desabonn", "desinscri", "baja", "imprint", "impressum",
		"mentions-legales", "aviso-legal", "legal", "rgpd", "gdpr", "dsgvo", "preferences",
	} {
		if strings.Contains(link, w) {
			return true
		}
	}
	return false
}

// link is a link of a draft.
type link struct {
	*view
	from, to int // bytes
	word     int
	site     string
}

// links are all links that are not in a quoted mail, also those of the signature.
func (r *reading) links() (all []link) {
	for _, v := range r.texts() {
		for i, w := range v.Words {
			if w.Form&prose.Link == 0 || v.Sentences[v.sentOf[i]].Part == prose.Quoted {
				continue
			}
			all = append(all, link{v, w.Start, w.End, i, siteOf(v.Source[w.Start:w.End])})
		}
	}
	return all
}

func (r *reading) linkRules() {
	r.pixels()
	n := 0
	for _, l := range r.links() {
		if r.foundNear(r.rule.ID, l.view, l.word, l.word+1) {
			continue // the picture's own
		}
		switch l.site {
		case siteShortener:
			r.foundAt(Warning, l.view, l.from, l.to, "hides where it leads")
		case sitePixel:
			r.foundAt(Warning, l.view, l.from, l.to, "watches whether she reads it")
		case siteApply:
			r.foundAt(Warning, l.view, l.from, l.to, "is a page to apply at")
		default:
			if !l.content(l.word) || isLegalLink(l.Source[l.from:l.to]) {
				continue // the signature's own
			}
			if n++; n > 1 {
				r.foundAt(Warning, l.view, l.from, l.to, "is one link more")
			}
		}
	}
}

// pixels finds pictures that are loaded from elsewhere.
func (r *reading) pixels() {
	v := r.body
	src := v.Source[:v.quotedFrom()]
	for at := 0; ; {
		i := strings.IndexByte(src[at:], '<')
		if i < 0 {
			return
		}
		from := at + i
		at = from + 1
		if len(src)-from < len("<img") || !strings.EqualFold(src[from:from+len("<img")], "<img") {
			continue
		}
		if j := strings.IndexByte(src[from:], '>'); j >= 0 {
			at = from + j + 1
		} else {
			at = len(src)
		}
		r.foundAt(Warning, v, from, at, "watches whether she reads it")
	}
}
