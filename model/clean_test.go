package model_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"talentmap/model"
)

func TestCleanLine(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"plain", "Ada Example", "Ada Example"},
		{"spacing", "\t Ada \r\n\f\v  Example\u00a0\u3000", "Ada Example"},
		{"separators", "a\u2028b\u2029c\u0085d", "a b c d"},
		{"colour", "\x1b[1;31mAda\x1b[0m", "Ada"},
		{"window title", "\x1b]0;pwned\x07Ada", "Ada"},
		{"hyperlink", "\x1b]8;;http://e.example\x1b\\Ada\x1b]8;;\x1b\\", "Ada"},
		{"device string", "\x1bP1$r q\x1b\\Ada", "Ada"},
		{"application string", "\x1b_payload\x1b\\Ada", "Ada"},
		{"charset", "\x1b(0Ada\x1b(B", "Ada"},
		{"reset", "\x1bcAda", "Ada"},
		{"C1 forms", "\u009b31mA\u009d0;x\u009cda", "Ada"},
		{"unfinished sequences keep their text", "A\x1b[31", "A[31"},
		{"unfinished string keeps its text", "A\x1b]0;da\nExample", "A]0;da Example"},
		{"interleaved", "\x1b\x1b[3\x1b[31m1m", "[31m"},
		{"function key", "\x1b[[A", "A"},
		{"controls", "A\x00\x07\x08d\x7fa", "Ada"},
		{"invalid bytes", "A\xff\x9bda", "A\ufffd\ufffdda"},
		{"bidi", "\u202eadA\u202c \u2066x\u2069\u200e\u200f\u061c", "adA x"},
		{"invisible", "\ufeffA\u200bd\u2060a\u00ad\u200d\u200c\u3164", "Ada"},
		{"tags", "Ada\U000E0041\U000E007F", "Ada"},
		{"annotation", "\ufff9A\ufffad\ufffba", "Ada"},
		{"composed", "Zu\u0308hlke", "Zühlke"},
		{"nine marks", "x" + strings.Repeat("\u0323", 9), "x" + strings.Repeat("\u0323", 8)},
		{"marks without a base", "\u0301Ada \u0301B", "Ada B"},
		{"emoji family", "👩\u200d👧", "👩\u200d👧"},
		{"emoji with skin", "👨🏽\u200d🚀", "👨🏽\u200d🚀"},
		{"emoji with selector", "❤\ufe0f\u200d🔥", "❤\ufe0f\u200d🔥"},
		{"Persian", "می\u200cخواهم", "می\u200cخواهم"},
		{"Hindi", "क्\u200dष", "क्\u200dष"},
		{"Bengali", "র\u200d্যাব", "র\u200d্যাব"},
		{"joiner at the end", "می\u200c", "می"},
		{"lone selector", "\ufe0fA \ufe0f", "A"},
		{"second selector", "☁\ufe0f\ufe0e", "☁\ufe0f"},
		{"other scripts", "李 小龍 Иван Δημήτρης محمد", "李 小龍 Иван Δημήτρης محمد"},
	} {
		if got := model.CleanLine(c.in); got != c.want {
			t.Errorf("%s: CleanLine(%q) = %q, want %q", c.name, c.in, got, c.want)
		}
	}
}

func TestCleanText(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"as typed", "Hi Ada,\n\n  a  draft ", "Hi Ada,\n\n  a  draft "},
		{"line breaks", "a\r\nb\rc\fd\ve\u2028f\u2029g\u0085h", "a\nb\nc\nd\ne\nf\ng\nh"},
		{"two returns", "a\r\r\nb", "a\n\nb"},
		{"tab", "\ta", "    a"},
		{"colour", "a\x1b[31m\nb", "a\nb"},
		{"hard space stays", "10\u00a0%", "10\u00a0%"},
		{"mark after a break", "a\n\u0301b", "a\nb"},
		{"controls", "a\x00\x1b\x7f\u0080b", "ab"},
	} {
		if got := model.CleanText(c.in); got != c.want {
			t.Errorf("%s: CleanText(%q) = %q, want %q", c.name, c.in, got, c.want)
		}
	}
}

func TestCleanPlainDoesNotAllocate(t *testing.T) {
	line := strings.Repeat("Staff Engineer at Acme, Inc. ", 20) + "x"
	text := line + "\n\n" + line + "  \n"
	n := testing.AllocsPerRun(100, func() {
		if model.CleanLine(line) != line || model.CleanText(text) != text {
			t.Fatal("plain text was changed")
		}
	})
	if n != 0 {
		t.Errorf("%v allocations for plain text, want 0", n)
	}
}

// A megabyte that is made to blow up a composer or to be scanned again and
// again does not grow; scanned again and again it would outlast the test's time.
func TestCleanPathologicalInput(t *testing.T) {
	const size = 1 << 20
	for _, unit := range []string{
		"\u0301", "\u0344", "e\u0323\u0301", "\u0958\u200d", "\x1b]", "\x1b[1;", "\u009d", "\u200d", "👩\u200d",
		"क\u093c\u200d\u0323", "\ufe0f", "\U0001D160", "\t\r",
	} {
		in := "a" + strings.Repeat(unit, size/len(unit))
		got := model.CleanText(in)
		if len(got) > len(in)*3 || !utf8.ValidString(got) {
			t.Errorf("%d bytes of %q became %d", size, unit, len(got))
		}
	}
}

func TestConfusable(t *testing.T) {
	for name, want := range map[string]bool{
		"Ada Example":           false,
		"Søren Müller-Łukasz":   false,
		"Иван Петров":           false,
		"Δημήτρης Παππάς":       false,
		"李小龍":                   false,
		"محمد علي":              false,
		"Anna Иванова":          false, // two words, each in one script
		"Smith-Иванова":         false,
		"P\u0430ul Example":     true, // Cyrillic а
		"\u0391da":              true, // Greek capital alpha
		"Ada \u041e'Neil":       false,
		"Ad\u0430\u0301 Exampl": true,
		"":                      true,
		" \u200b\u2060":         true,
		"\u2800\u2800":          true,
		"\u3164":                true,
		"...":                   false,
	} {
		if got := model.Confusable(name); got != want {
			t.Errorf("Confusable(%q) = %v, want %v", name, got, want)
		}
	}
}

func BenchmarkCleanLine(b *testing.B) {
	for name, s := range map[string]string{"ascii": "Staff Engineer at Acme, Inc.", "accents": "Zoë Łukasz-Müller, São Paulo", "hostile": "\x1b[31mA\u202eda\x1b[0m"} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				model.CleanLine(s)
			}
		})
	}
}
