package format

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"
)

// magics are the first bytes of files that people try to import and that are no
// text, with what to do about each.
var magics = []struct{ magic, advice string }{
	{"PK\x03\x04", "it is an archive within an archive: unpack it"},
	{"\xD0\xCF\x11\xE0", "it is an old Office file (xls): save the sheet as CSV"},
	{"%PDF-", "it is a PDF: export the list as CSV"},
	{"\x1F\x8B", "it is compressed twice (gzip): unpack it"},
	{"7z\xBC\xAF", "it is an archive (7z): unpack it"},
	{"\x89PNG", "it is a picture"},
	{"\xFF\xD8\xFF", "it is a picture"},
	{"SQLite format 3", "it is a database: export the table as CSV"},
}

// headSize is how much of a file is looked at to tell what it is. The header
// must begin within it.
const headSize = 64 << 10

// openText is a file as UTF-8, what stands at its beginning, and the name of its
// encoding.
func openText(r io.Reader) (in *bufio.Reader, start []byte, encoding string, err error) {
	raw := bufio.NewReaderSize(r, headSize)
	head, err := raw.Peek(headSize)
	if err != nil && err != io.EOF {
		return nil, nil, "", fmt.Errorf("unreadable: %w", reason(err))
	}
	text, encoding, err := decode(raw, head, err == io.EOF)
	if err != nil {
		return nil, nil, "", err
	}
	in = bufio.NewReaderSize(text, headSize)
	if start, err = in.Peek(headSize); err != nil && err != io.EOF {
		return nil, nil, "", fmt.Errorf("unreadable: %w", err)
	}
	return in, start, encoding, nil
}

// decode returns the input as UTF-8 without a byte-order mark, and the name of
// the encoding found in its head. Bytes that are not UTF-8 are read as
// Windows-1252, wherever they stand, so that a late é does not spoil the file.
func decode(r io.Reader, head []byte, whole bool) (io.Reader, string, error) {
	for _, m := range magics {
		if bytes.HasPrefix(head, []byte(m.magic)) {
			return nil, "", fmt.Errorf("%w: %s", ErrNotText, m.advice)
		}
	}
	bom, endian, name := unicode.UseBOM, unicode.LittleEndian, ""
	switch {
	case len(bytes.TrimSpace(bytes.TrimPrefix(head, []byte("\uFEFF")))) == 0:
		return nil, "", fmt.Errorf("%w: the file is empty", ErrNotPeople)
	case bytes.HasPrefix(head, []byte("\xFF\xFE")):
		name = "UTF-16LE"
	case bytes.HasPrefix(head, []byte("\xFE\xFF")):
		name = "UTF-16BE"
	default:
		bom, endian, name = unicode.IgnoreBOM, bareUTF16(head), "UTF-16LE"
		if endian == unicode.BigEndian {
			name = "UTF-16BE"
		}
		if bytes.IndexByte(head, 0) < 0 {
			return decodeBytes(r, head, whole)
		}
		if !looksUTF16(head, endian) {
			return nil, "", fmt.Errorf("%w: it holds NUL bytes: export the list as CSV or JSON", ErrNotText)
		}
	}
	return transform.NewReader(r, unicode.UTF16(endian, bom).NewDecoder()), name, nil
}

// decodeBytes is decode for the encodings of one byte and for UTF-8.
func decodeBytes(r io.Reader, head []byte, whole bool) (io.Reader, string, error) {
	name := "UTF-8"
	if bytes.HasPrefix(head, []byte("\uFEFF")) {
		name = "UTF-8 with byte-order mark"
		if _, err := io.CopyN(io.Discard, r, 3); err != nil {
			return nil, "", fmt.Errorf("skip the byte-order mark: %w", err)
		}
		head = head[3:]
	}
	if _, rest := validPrefix(head); len(rest) >= utf8.UTFMax || whole && len(rest) > 0 {
		name = "Windows-1252"
	}
	if bytes.IndexByte(head, '\n') < 0 && bytes.IndexByte(head, '\r') >= 0 {
		r = oldMac{r}
	}
	return transform.NewReader(r, mixed{}), name, nil
}

// bareUTF16 guesses the byte order of UTF-16 without a mark: in text most
// characters have a zero high byte.
func bareUTF16(head []byte) unicode.Endianness {
	if len(head) > 0 && head[0] == 0 {
		return unicode.BigEndian
	}
	return unicode.LittleEndian
}

// looksUTF16 reports whether at least half of the characters have a zero high
// byte and nearly none a zero low one.
func looksUTF16(head []byte, e unicode.Endianness) bool {
	high, low := 1, 0
	if e == unicode.BigEndian {
		high, low = 0, 1
	}
	zeroHigh, zeroLow := 0, 0
	for i := 0; i+1 < len(head); i += 2 {
		if head[i+high] == 0 {
			zeroHigh++
		}
		if head[i+low] == 0 {
			zeroLow++
		}
	}
	units := len(head) / 2
	return units > 0 && zeroHigh*2 >= units && zeroLow*100 <= units
}

// validPrefix splits b before its first byte that is not part of valid UTF-8.
func validPrefix(b []byte) (valid, rest []byte) {
	if utf8.Valid(b) {
		return b, nil
	}
	for i := 0; i < len(b); {
		if b[i] < utf8.RuneSelf {
			i++
			continue
		}
		r, n := utf8.DecodeRune(b[i:])
		if r == utf8.RuneError && n <= 1 {
			return b[:i], b[i:]
		}
		i += n
	}
	return b, nil
}

// mixed is the transformer that keeps valid UTF-8 and reads every other byte
// as Windows-1252.
type mixed struct{ transform.NopResetter }

// Transform implements [transform.Transformer].
func (mixed) Transform(dst, src []byte, atEOF bool) (nDst, nSrc int, err error) {
	for nSrc < len(src) {
		valid, _ := validPrefix(src[nSrc:min(len(src), nSrc+len(dst)-nDst)])
		nDst += copy(dst[nDst:], valid)
		nSrc += len(valid)
		rest := src[nSrc:]
		switch {
		case len(rest) == 0:
			return nDst, nSrc, nil
		case !utf8.FullRune(rest) && !atEOF:
			return nDst, nSrc, transform.ErrShortSrc
		case len(dst)-nDst < utf8.UTFMax:
			return nDst, nSrc, transform.ErrShortDst
		}
		r, n := utf8.DecodeRune(rest)
		if r == utf8.RuneError && n == 1 {
			r = charmap.Windows1252.DecodeByte(rest[0])
		}
		nDst += utf8.EncodeRune(dst[nDst:], r)
		nSrc += n
	}
	return nDst, nSrc, nil
}

// oldMac reads text whose lines end in CR alone.
type oldMac struct{ r io.Reader }

func (o oldMac) Read(p []byte) (int, error) {
	n, err := o.r.Read(p)
	for i, c := range p[:n] {
		if c == '\r' {
			p[i] = '\n'
		}
	}
	return n, err
}
