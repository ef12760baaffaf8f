package model_test

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"talentmap/model"
)

// hostile are texts that have broken cleaners before, here or elsewhere.
var hostile = []string{
	"", " ", "Ada Example", "a  b", "a\tb\r\nc\rd\n", "\x1b[31mred\x1b[0m", "\x1b]0;title\x07x", "\x1b]8;;http://e.example\x1b\\link",
	"\u009b31mred", "\u009d0;t\u009cx", "\x1bPq#0\x1b\\x", "\x1b(Bx", "\x1b", "\x1b[", "\x1b\x1b[[mm", "\xff\xfe", "\xc2", "\x9b31m",
	"a\u202eb", "a\u2028b\u2029c\u0085d", "\ufeffx", "\u00ad", "\U000E0041\U000E007F", "x\ufff9y\ufffaz\ufffb",
	"\u200b", "a\u200db", "👩\u200d💻", "👨🏽\u200d🚀", "❤\ufe0f\u200d🔥", "क्\u200dष", "می\u200cخواهم", "a\ufe0f\ufe0f", "\ufe0f", "\u0301a",
	"e" + strings.Repeat("\u0301", 100), strings.Repeat("\u0344", 40), "\u0958\ufe0f\u0301", "क" + strings.Repeat("\u093c\u200d", 12) + "ष",
	"\u1100\u0300\u1161", "=\u200d\u0338", "ب\u200d\u0610\u0323x", "\u212b\u0327", "\u2000\u3000\u00a0x\u00a0",
}

func FuzzCleanLine(f *testing.F) {
	for _, s := range hostile {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		got := model.CleanLine(s)
		checkClean(t, s, got, model.CleanLine(got))
		if strings.ContainsAny(got, "\n\t") || got != strings.TrimSpace(got) || strings.Contains(got, "  ") {
			t.Errorf("CleanLine(%q) = %q: not one line of single spaces", s, got)
		}
	})
}

func FuzzCleanText(f *testing.F) {
	for _, s := range hostile {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		got := model.CleanText(s)
		checkClean(t, s, got, model.CleanText(got))
	})
}

// checkClean checks what a cleaned text promises. It knows the forbidden runes
// from SAFETY's list, not from the cleaner's tables.
func checkClean(t *testing.T, in, got, again string) {
	t.Helper()
	if again != got {
		t.Errorf("cleaning %q twice: %q, then %q", in, got, again)
	}
	if !utf8.ValidString(got) || !norm.NFC.IsNormalString(got) {
		t.Errorf("cleaning %q: %q is no valid UTF-8 in NFC", in, got)
	}
	marks := 0
	for _, r := range got {
		if forbidden(r) {
			t.Errorf("cleaning %q: %q has %U", in, got, r)
		}
		switch {
		case unicode.Is(unicode.M, r):
			marks++
		case r != '\u200c' && r != '\u200d':
			marks = 0
		}
		if marks > 8 {
			t.Errorf("cleaning %q: %q has more than 8 marks on one character", in, got)
		}
	}
}

func forbidden(r rune) bool {
	switch {
	case r == '\n':
		return false
	case r < 0x20, r >= 0x7f && r <= 0x9f, r == 0xad, r == 0x61c, r == 0xfeff, r == 0x200b, r == 0x2060:
		return true
	case r == 0x200e, r == 0x200f, r >= 0x2028 && r <= 0x202e, r >= 0x2066 && r <= 0x2069:
		return true
	}
	return r >= 0xfff9 && r <= 0xfffb || r >= 0xe0000 && r <= 0xe007f
}

func FuzzParseDate(f *testing.F) {
	for _, s := range []string{
		"2024", "2024-03", "2024-03-12", "2024/03/12", "2024-03-12T09:30:00Z", "2024-03-12T23:30:00-05:00", "03/2024", "3/6/2023",
		"12.03.2024", "Mar 2024", "12 Mar 2024", "March 12, 2024", "Present", "2023-02-30", "13/13/2024", "0999", "2024-00", "--", "mar", ", ,",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		d, err := model.ParseDate(s)
		if err != nil {
			if d != 0 {
				t.Errorf("ParseDate(%q) = %v with error %v", s, d, err)
			}
			return
		}
		again, err := model.ParseDate(d.String())
		if again != d || err != nil {
			t.Errorf("ParseDate(%q) = %v, which reads back as %v, %v", s, d, again, err)
		}
	})
}

func FuzzNormalizeLink(f *testing.F) {
	for _, s := range append(hostile,
		"https://www.linkedin.com/in/Ada-L/?trk=x", "linkedin.com/in/http://linkedin.com/in/ada", "https://twitter.com/@ada", "http://m.example.com:80/a//b/#c",
		"https://scholar.google.de/citations?user=aB-_1&hl=de", "https://linkedin.com/in/%C3%A5%2F%zz%%411", "https:https://x.com/İ", "mailto:ada@example.com",
		"0.A0/%0A%CC%80", "a.bc/%C3%E2%80%8B%A9", "example.com/%CC%81a/%E2%80%AE/%C2%A0", "a.bc/%e7%41", "x.com/n/a", "//a.bc", "http://[::1]/", "https://example.com:8080/x",
	) {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		got := model.NormalizeLink(s)
		if again := model.NormalizeLink(got); again != got {
			t.Errorf("NormalizeLink(%q) = %q, then %q", s, got, again)
		}
		if model.CleanLine(got) != got || strings.Contains(got, " ") {
			t.Errorf("NormalizeLink(%q) = %q: not clean", s, got)
		}
	})
}

func FuzzNormalizeEmail(f *testing.F) {
	for _, s := range append(hostile, "Ada@Example.com", "Ada <ada@example.com>", `"a b"@example.com`, "a@b@example.com", "a@example", "a@[1.2.3.4]") {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		got, ok := model.NormalizeEmail(s)
		if !ok {
			return
		}
		if again, ok := model.NormalizeEmail(got); again != got || !ok {
			t.Errorf("NormalizeEmail(%q) = %q, then %q, %v", s, got, again, ok)
		}
		if strings.Count(got, "@") != 1 || strings.ContainsAny(got, " \"<>\r\n") || len(got) > 254 {
			t.Errorf("NormalizeEmail(%q) = %q: not a plain address", s, got)
		}
	})
}
