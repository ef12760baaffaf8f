package format

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"mime/quotedprintable"
	"strings"

	"golang.org/x/text/encoding/htmlindex"
)

const (
	cardBegins = "BEGIN:VCARD"
	cardEnds   = "END:VCARD"
)

// cardScanner takes cards out of a text, in bounded memory, and writes each as
// the decoder of vCard 3 and 4 reads it: one property a line, in UTF-8, with
// types named as such. What a phone of 2003 wrote comes out the same as what one
// of today does. Pictures and sounds are not kept.
type cardScanner struct {
	r    *bufio.Reader
	max  int // bytes of a card
	line int // lines read

	held    []byte // a line read ahead
	holding bool
	begun   bool // the first line of the next card has been read
}

func newCardScanner(r io.Reader, limit int) *cardScanner {
	return &cardScanner{r: bufio.NewReaderSize(r, headSize), max: limit}
}

// next is the next card, how many properties it has and its first line. A card
// that does not end comes as a *Problem, and the one after it can be read.
func (s *cardScanner) next() (text string, properties, line int, err error) {
	for !s.begun {
		l, err := s.physical()
		if err != nil {
			return "", 0, s.line, err
		}
		s.begun = isLine(l, cardBegins)
	}
	line, s.begun = s.line, false
	if s.holding {
		line-- // the line after it has been read too
	}
	var card strings.Builder
	card.WriteString(cardBegins + "\n")
	read, inner, agent := 0, 0, false // inner: how many cards stand within this one
	for {
		l, err := s.logical()
		switch {
		case err == io.EOF:
			return "", 0, line, &Problem{Line: line, Skipped: true, Reason: "the card does not end: is the file whole?"}
		case err != nil:
			return "", 0, line, err
		case isLine(l, cardBegins) && !agent && inner == 0:
			s.begun = true
			return "", 0, line, &Problem{Line: line, Skipped: true, Reason: "the card does not end before the next begins"}
		case isLine(l, cardBegins):
			inner++
		case isLine(l, cardEnds) && inner > 0:
			inner--
		case isLine(l, cardEnds) && read > s.max:
			return "", 0, line, &Problem{Line: line, Skipped: true, Reason: fmt.Sprintf("the card is longer than %s", size(int64(s.max)))}
		case isLine(l, cardEnds):
			card.WriteString(cardEnds + "\n")
			return card.String(), properties, line, nil
		case inner > 0:
		default:
			if read += len(l) + 1; read <= s.max {
				properties += writeProperty(&card, l)
			}
			agent = len(l) >= len(agentBegins) && bytes.EqualFold(l[:len(agentBegins)], []byte(agentBegins))
		}
	}
}

// agentBegins begins the property that holds a card of somebody else's.
const agentBegins = "AGENT"

func isLine(l []byte, text string) bool {
	return bytes.EqualFold(bytes.TrimSpace(l), []byte(text))
}

// logical is the next property, unfolded; empty for one that is left out.
func (s *cardScanner) logical() ([]byte, error) {
	l, err := s.physical()
	if err != nil {
		return nil, err
	}
	head := bytes.ToUpper(l[:bytes.IndexByte(append(l[:len(l):len(l)], ':'), ':')])
	l = append([]byte(nil), l...)
	binary := isBinary(head)
	soft := bytes.Contains(head, []byte("QUOTED-PRINTABLE"))
	for {
		next, err := s.peek()
		switch {
		case err != nil && err != io.EOF:
			return nil, err
		case err == io.EOF:
			return kept(l, binary), nil
		case soft && bytes.HasSuffix(l, []byte("=")):
			l = append(l[:len(l)-1], next...)
		case len(next) > 0 && (next[0] == ' ' || next[0] == '\t'):
			l = append(l, next[1:]...)
		default:
			return kept(l, binary), nil
		}
		s.holding = false
		if binary {
			l = l[:0]
		}
		if len(l) > s.max {
			l = l[:s.max+1]
		}
	}
}

// kept is a property, or nothing for a picture or a sound.
func kept(l []byte, binary bool) []byte {
	if binary {
		return nil
	}
	return l
}

// isBinary reports whether a property holds a picture, a sound or a key.
func isBinary(head []byte) bool {
	for _, name := range []string{"PHOTO", "LOGO", "SOUND", "KEY", "X-MS-CARDPICTURE"} {
		if bytes.HasPrefix(head, []byte(name)) {
			return true
		}
	}
	return bytes.Contains(head, []byte("BASE64")) || bytes.Contains(head, []byte("ENCODING=B"))
}

func (s *cardScanner) peek() ([]byte, error) {
	if s.holding {
		return s.held, nil
	}
	l, err := s.physical()
	if err == nil {
		s.held, s.holding = append(s.held[:0], l...), true
	}
	return s.held, err
}

// physical is the next line as it stands, without its end; more than a card may
// have is cut off. It is valid until the next call.
func (s *cardScanner) physical() ([]byte, error) {
	if s.holding {
		s.holding = false
		return s.held, nil
	}
	var long []byte
	for {
		part, err := s.r.ReadSlice('\n')
		switch {
		case err == bufio.ErrBufferFull:
			if len(long) <= s.max {
				long = append(long, part...)
			}
			continue
		case err != nil && (err != io.EOF || len(part)+len(long) == 0):
			return nil, err
		}
		s.line++
		if long != nil {
			part = append(long, part...)
		}
		return bytes.TrimRight(part, "\r\n"), nil
	}
}

// writeProperty writes one property for the decoder, and returns how many lines
// that is: 0 for what is no property.
func writeProperty(to *strings.Builder, l []byte) int {
	head, value, found := cutHead(string(l))
	if !found || strings.TrimSpace(head) == "" {
		return 0
	}
	params := strings.Split(head, ";")
	charset, quoted := "", false
	out := strings.TrimSpace(params[0])
	for _, p := range params[1:] {
		key, text, named := strings.Cut(p, "=")
		if !named {
			key, text = "TYPE", p
		}
		switch key = strings.ToUpper(strings.TrimSpace(key)); {
		case strings.EqualFold(text, "QUOTED-PRINTABLE"):
			quoted = true
		case key == "CHARSET":
			charset = text
		case key == "ENCODING", strings.TrimSpace(text) == "":
		default:
			out += ";" + key + "=" + text
		}
	}
	if quoted {
		value = unquoted(value, charset)
	}
	value = strings.NewReplacer("\r\n", `\n`, "\n", `\n`, "\r", `\n`, `\N`, `\n`).Replace(value)
	to.WriteString(out + ":" + value + "\n")
	return 1
}

// cutHead splits a property at the first colon that is not within quotes.
func cutHead(l string) (head, value string, found bool) {
	quotes := false
	for i := range len(l) {
		switch {
		case l[i] == '"':
			quotes = !quotes
		case l[i] == ':' && !quotes:
			return l[:i], l[i+1:], true
		}
	}
	return strings.Cut(l, ":")
}

// unquoted undoes quoted-printable; where it is broken, as far as it goes.
func unquoted(value, charset string) string {
	data, err := io.ReadAll(quotedprintable.NewReader(strings.NewReader(value)))
	if err != nil && len(data) == 0 {
		return value
	}
	if enc, err := htmlindex.Get(charset); err == nil {
		if text, err := enc.NewDecoder().Bytes(data); err == nil {
			data = text
		}
	}
	return string(data)
}
