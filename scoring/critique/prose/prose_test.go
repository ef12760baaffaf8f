package prose_test

import (
	"fmt"
	"strings"
	"testing"

	"talentmap/scoring/critique/prose"
)

func Example() {
	lex, err := prose.Compile(prose.English, "[ask]\nsend|share ~3 cv|resume\n", prose.Names{Lists: []string{"ask"}})
	if err != nil {
		fmt.Println(err)
	}
	t := prose.Read("Hi Ada,\n\nplease send me\nyour CV.\n\nBest,\nTom", prose.Unknown)
	for _, h := range lex.Find(t, nil, nil) {
		from, to := t.Place(h.First, h.End)
		fmt.Printf("%s: %q\n", lex.Name(h.List), t.Source[from:to])
	}
	// Output: ask: "send me\nyour CV"
}

// parts are the words of each part of a message, as they are compared.
func parts(t *prose.Text) map[prose.Part]string {
	out := map[prose.Part]string{}
	for _, s := range t.Sentences {
		for _, w := range t.Words[s.First:s.End] {
			out[s.Part] = strings.TrimPrefix(out[s.Part]+" "+w.Text, " ")
		}
	}
	return out
}

func TestParts(t *testing.T) {
	for name, c := range map[string]struct {
		text                            string
		greeting, body, closing, quoted string
	}{
		"plain":             {"Hi Ada,\n\nyour talk.\n\nBest,\nTom", "hi ada", "your talk", "best tom", ""},
		"Windows' lines":    {"Hi Ada,\r\n\r\nyour talk.\r\n\r\nBest,\r\nTom\r\n", "hi ada", "your talk", "best tom", ""},
		"one line":          {"Hi Ada, your talk.", "hi ada", "your talk", "", ""},
		"only a name":       {"Ada,\n\nyour talk.", "ada", "your talk", "", ""},
		"no greeting":       {"Your talk, Ada.", "", "your talk ada", "", ""},
		"German":            {"Sehr geehrter Herr Müller,\n\nIhr Vortrag.\n\nMit freundlichen Grüßen\nJana Roth", "sehr geehrter herr muller", "ihr vortrag", "mit freundlichen grussen jana roth", ""},
		"a quoted mail":     {"Yes.\n\nOn Monday Ada Lind wrote:\n> Hi Tom\n> no", "", "yes", "", "on monday ada lind wrote hi tom no"},
		"a signature":       {"Your talk.\n--\nTom Hale\nTidewater", "", "your talk", "tom hale tidewater", ""},
		"a postscript":      {"Your talk.\n\nBest,\nTom\n\nPS: one more thing", "", "your talk ps one more thing", "best tom", ""},
		"Thanks in the way": {"Thanks for your talk.\n\nIt stayed.", "", "thanks for your talk it stayed", "", ""},
	} {
		got := parts(prose.Read(c.text, prose.Unknown))
		want := map[prose.Part]string{prose.Greeting: c.greeting, prose.Body: c.body, prose.Closing: c.closing, prose.Quoted: c.quoted}
		for part, words := range want {
			if got[part] != words {
				t.Errorf("%s: part %d is %q, want %q", name, part, got[part], words)
			}
		}
	}
}

func TestLanguages(t *testing.T) {
	for text, want := range map[string]prose.Lang{
		"I have read your talk and would like to send you a note.":      prose.English,
		"Ich habe Ihren Vortrag gelesen und würde Ihnen gern schreiben": prose.German,
		"J'ai lu votre article et je voudrais vous envoyer une note":    prose.French,
		"He leído tu artículo y me gustaría enviarte una nota":          prose.Spanish,
		"Ho letto il tuo articolo e vorrei mandarti una nota":           "it",
		"Przeczytałem twój artykuł i chciałbym ci wysłać notatkę":       "pl",
		"我看了你的演讲":       "zh",
		"あなたの講演を拝見しました": "ja",
		"":     prose.Unknown,
		"1234": prose.Unknown,
	} {
		if got := prose.Read(text, prose.Unknown).Lang; got != want {
			t.Errorf("%q is in %q, want %q", text, got, want)
		}
	}
	mixed := prose.Read("I have read your talk and it is the best of the year.\n\nIch schreibe Ihnen, weil ich die Zahlen von vier Häusern habe.", prose.Unknown)
	if first, last := mixed.Sentences[0].Lang, mixed.Sentences[len(mixed.Sentences)-1].Lang; first != prose.English || last != prose.German {
		t.Errorf("two languages are %q and %q", first, last)
	}
}

// A pattern is found however it is typed, and a text that only looks like it is not.
func TestFind(t *testing.T) {
	lex, err := prose.Compile(prose.English, "@day = monday|friday\n[late]\ndo not ~2 (hear|heard) back !from us\nby @day\n# (minutes|minute)\n^ hurry\n", prose.Names{Lists: []string{"late"}})
	if err != nil {
		t.Fatal(err)
	}
	for text, want := range map[string]string{
		"I don’t ever hear back":          "don’t ever hear back",
		"I DON'T HEAR BACK":               "DON'T HEAR BACK",
		"i dont hear\u00a0back":           "dont hear\u00a0back",
		"I do not\nhear back":             "do not\nhear back",
		"I do\u00adn't hear b\u200back":   "do\u00adn't hear b\u200back",
		"I don't hear back from us":       "",
		"I don't ever, ever hear back":    "",
		"I don't ever and ever hear back": "",
		"by Friday":                       "by Friday",
		"45 minutes":                      "45 minutes",
		"Hurry up":                        "Hurry",
		"no hurry":                        "",
	} {
		read, got := prose.Read(text, prose.English), ""
		for _, h := range lex.Find(read, nil, nil) {
			from, to := read.Place(h.First, h.End)
			got = text[from:to]
		}
		if got != want {
			t.Errorf("%q has %q, want %q", text, got, want)
		}
	}
}

// A pattern that says nothing, or is not closed, is refused with its line.
func TestCompileRefuses(t *testing.T) {
	for text, want := range map[string]string{
		"word":                "line 1: \"word\": no list has begun",
		"[other]":             "is no list",
		"[late]\n(a|b":        "a bracket is not closed",
		"[late]\na ~0 b":      "is no gap",
		"[late]\n~2 a":        "has a gap at an end",
		"[late]\n@nothing a":  "nothing stands for @nothing",
		"[late]\n{thing} a":   "is not known",
		"@a = @a\n[late]\n@a": "stands for itself",
	} {
		_, err := prose.Compile(prose.English, text, prose.Names{Lists: []string{"late"}})
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v, want %q", text, err, want)
		}
	}
}
