package format

import (
	"html"
	"strings"
)

// blockTags begin a new line.
var blockTags = map[string]bool{
	"p": true, "br": true, "li": true, "ul": true, "ol": true, "div": true, "tr": true,
	"h1": true, "h2": true, "h3": true, "h4": true, "h5": true, "h6": true,
}

// hiddenTags have content that is no text.
var hiddenTags = map[string]bool{"script": true, "style": true, "head": true, "template": true}

// plainText is the text of HTML as a person reads it: tags gone, one line for
// each block, entities written out. A < that begins no tag stays. The result is
// not cleaned.
func plainText(s string) string {
	var b strings.Builder
	hidden := ""
	for s != "" {
		text, rest, tag := cutTag(s)
		if hidden == "" {
			b.WriteString(spaced(text))
		}
		name, closing := tagName(tag)
		switch {
		case hidden != "":
			if closing && name == hidden {
				hidden = ""
			}
		case hiddenTags[name] && !closing:
			hidden = name
		case blockTags[name]:
			b.WriteByte('\n')
		}
		s = rest
	}
	var lines []string
	for line := range strings.SplitSeq(b.String(), "\n") {
		if line = strings.Join(strings.Fields(html.UnescapeString(line)), " "); line != "" {
			lines = append(lines, line)
		}
	}
	return strings.Join(lines, "\n")
}

// spaced makes source line breaks into spaces: in HTML they are.
func spaced(s string) string {
	return strings.Map(func(r rune) rune {
		if r == '\n' || r == '\r' {
			return ' '
		}
		return r
	}, s)
}

// cutTag splits s around its first tag or comment; tag is what stands between
// its brackets.
func cutTag(s string) (text, rest, tag string) {
	for i := range strings.LastIndexByte(s, '>') {
		if s[i] != '<' || !beginsTag(s[i+1]) {
			continue
		}
		if body, ok := strings.CutPrefix(s[i:], "<!--"); ok {
			_, rest, _ = strings.Cut(body, "-->")
			return s[:i], rest, "!"
		}
		tag, rest, _ = strings.Cut(s[i+1:], ">")
		return s[:i], rest, tag
	}
	return s, "", ""
}

func beginsTag(c byte) bool {
	return c == '/' || c == '!' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z'
}

func tagName(tag string) (name string, closing bool) {
	tag, closing = strings.CutPrefix(tag, "/")
	name, _, _ = strings.Cut(tag, " ")
	return strings.ToLower(strings.TrimSuffix(name, "/")), closing
}
