package widget_test

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"talentmap/tui/theme"
	"talentmap/tui/tuitest"
	"talentmap/tui/widget"
)

// fruits complete a word to those that begin like it, and behind "of:" to a
// country, which takes a while to look for.
func fruits(text string, cursor int, all bool) (out []widget.Completion) {
	start := strings.LastIndexByte(text[:cursor], ' ') + 1
	end := len(text)
	if i := strings.IndexByte(text[cursor:], ' '); i >= 0 {
		end = cursor + i
	}
	word, list := text[start:cursor], []string{"apple", "apricot", "pear", "of:"}
	if rest, ok := strings.CutPrefix(word, "of:"); ok {
		if !all {
			return []widget.Completion{{Note: "countries", Start: start, End: end}}
		}
		word, list = rest, []string{"Chile", "China"}
	}
	for _, f := range list {
		if strings.HasPrefix(strings.ToLower(f), word) {
			if strings.HasPrefix(text[start:cursor], "of:") {
				f = "of:" + f
			}
			out = append(out, widget.Completion{Text: f, Note: "a " + f, Start: start, End: end})
		}
	}
	return out
}

// said is the line that a completer draws.
func said(c *widget.Completer, w int) string {
	l := widget.NewLine(nil, theme.Plain(), false)
	c.Draw(&l, "tab", w)
	return ansi.Strip(string(l.Bytes()))
}

func TestCompleter(t *testing.T) {
	in := widget.NewInput()
	c := widget.NewCompleter(in, fruits)
	step := func(what, wantText, wantSaid string) {
		t.Helper()
		if got := in.Text()[:in.Offset()] + "|" + in.Text()[in.Offset():]; got != wantText {
			t.Errorf("%s: the text is %q, want %q", what, got, wantText)
		}
		if got := strings.TrimRight(said(c, 80), " "); got != wantSaid {
			t.Errorf("%s: it says %q, want %q", what, got, wantSaid)
		}
	}
	keys := func(spellings ...string) {
		for _, s := range spellings {
			key, err := tuitest.Key(s)
			if err != nil {
				t.Fatal(err)
			}
			in.Update(key)
			c.Look()
		}
	}
	c.Look()
	step("nothing typed", "|", "tab  apple  a apple   then apricot pear of:")
	keys("a")
	step("a letter", "a|", "tab  apple  a apple   then apricot")
	c.Next()
	step("completed", "apple|", "tab  apricot  a apricot   then apple")
	c.Next()
	step("the next", "apricot|", "tab  apple  a apple   then apricot")
	c.Next()
	step("and round", "apple|", "tab  apricot  a apricot   then apple")
	keys("x")
	step("typed on", "applex|", "")
	keys("backspace")
	step("there already", "apple|", "")
	keys("space", "p")
	step("another word", "apple p|", "tab  pear  a pear")
	if !c.Next() || c.Next() {
		t.Error("one completion is none, or more than one")
	}
	step("the only one", "apple pear|", "")

	// In the middle of a text, the whole word gives way.
	in.SetText("of: apr pear")
	in.MoveTo(5)
	c.Look()
	step("in a word", "of: a|pr pear", "tab  apple  a apple   then apricot")
	c.Next()
	step("in a word, completed", "of: apple| pear", "tab  apricot  a apricot   then apple")
	c.Next()
	step("in a word, the next", "of: apricot| pear", "tab  apple  a apple   then apricot")

	// What takes long is looked for when it is asked for; a field leads to its values.
	in.SetText("o")
	c.Look()
	step("a field", "o|", "tab  of:  a of:")
	c.Next()
	step("its values", "of:|", "tab  countries")
	c.Next()
	step("the first", "of:Chile|", "tab  of:China  a of:China   then of:Chile")
	c.Next()
	step("the second", "of:China|", "tab  of:Chile  a of:Chile   then of:China")
	in.SetText("of:x")
	c.Look()
	step("none", "of:x|", "tab  countries")
	if c.Next() {
		t.Error("something begins with x")
	}
	step("none, looked for", "of:x|", "")

	in.SetText("a")
	c.Look()
	if got := said(c, 20); got != "tab  apple  a apple…" {
		t.Errorf("in 20 cells %q", got)
	}
	if got := said(c, 3); got != "   " {
		t.Errorf("in 3 cells %q", got)
	}
	none := widget.NewCompleter(in, nil)
	none.Look()
	if none.Any() || none.Next() {
		t.Error("a completer of nothing completes")
	}
}
