package critique_test

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"talentmap/model"
	"talentmap/scoring/critique"
	"talentmap/scoring/critique/prose"
)

// holds checks what is true of every report, whatever was read.
func holds(tb testing.TB, d critique.Draft, r critique.Report) {
	tb.Helper()
	counted := map[critique.Severity]int{}
	for i, f := range r.Findings {
		text := d.Body
		if f.Place == critique.Subject {
			text = d.Subject
		}
		counted[f.Severity]++
		switch {
		case f.Start < 0 || f.End < f.Start || f.End > len(text):
			tb.Fatalf("%s is at %d to %d of %d bytes", f.Rule, f.Start, f.End, len(text))
		case f.Text != text[f.Start:f.End]:
			tb.Errorf("%s says that %q stands where %q does", f.Rule, f.Text, text[f.Start:f.End])
		case f.Reason == "":
			tb.Errorf("%s has no reason", f.Rule)
		case i > 0 && r.Findings[i-1].Place == f.Place && r.Findings[i-1].Start > f.Start:
			tb.Errorf("%s is told before what stands before it", f.Rule)
		}
		for _, at := range [...]int{f.Start, f.End} {
			if utf8.ValidString(text) && at < len(text) && !utf8.RuneStart(text[at]) {
				tb.Errorf("%s is at %d, within a character", f.Rule, at)
			}
		}
	}
	if r.Errors != counted[critique.Error] || r.Warnings != counted[critique.Warning] || r.Notes != counted[critique.Note] {
		tb.Errorf("%d errors, %d warnings, %d notes; there are %v", r.Errors, r.Warnings, r.Notes, counted)
	}
	if want := max(0, 100-25*r.Errors-8*r.Warnings); r.Grade != want {
		tb.Errorf("grade %d, want %d", r.Grade, want)
	}
}

func says(r critique.Report, rule string) bool {
	return slices.ContainsFunc(r.Findings, func(f critique.Finding) bool { return f.Rule == rule })
}

// Whatever comes in is read to an end, and what is said of it has a place. What is
// too long is read at its beginning, and the report says so.
func TestHostile(t *testing.T) {
	w := readWorld(t)
	long := map[string]string{
		"a megabyte":             strings.Repeat("We are hiring a senior engineer and need your CV today. ", 20_000),
		"a word of a megabyte":   strings.Repeat("a", 1<<20),
		"a line of links":        strings.Repeat("https://bit.ly/x ", 60_000),
		"ten thousand lines":     strings.Repeat("We are hiring.\n", 10_000),
		"Thai without a space":   strings.Repeat("สวัสดีครับเรากำลังมองหาวิศวกร", 4_000),
		"Chinese":                strings.Repeat("我们正在招聘高级工程师", 5_000),
		"brackets":               strings.Repeat("[", 100_000) + strings.Repeat("{{", 50_000),
		"tags":                   strings.Repeat("<img ", 100_000),
		"quotation marks":        strings.Repeat("\"“«", 50_000),
		"apostrophes":            strings.Repeat("n'", 100_000),
		"accents upon accents":   "e" + strings.Repeat("\u0301", 200_000),
		"invisible":              strings.Repeat("\u200b\u00ad", 60_000),
		"digits":                 strings.Repeat("9", 200_000) + strings.Repeat("1,000", 30_000),
		"at signs":               strings.Repeat("a@", 100_000),
		"dots":                   strings.Repeat("a.", 100_000) + strings.Repeat(".", 100_000),
		"an earlier mail a line": strings.Repeat("On Monday Ada wrote:\n> x\n", 10_000),
		"greetings":              strings.Repeat("Hi Ada,\n\n", 20_000),
		"not":                    strings.Repeat("not no never ", 20_000),
	}
	short := map[string]string{
		"nothing":            "",
		"line breaks":        "\n\n\r\n\u2028",
		"invalid":            "We are \xff\xfehiring \xc3 a CV\xe2\x80",
		"a NUL":              "We are hiring\x00 your CV",
		"bidi":               "We are \u202ehiring\u202c a developer",
		"half a surrogate":   "\xed\xa0\x80 your CV",
		"only a greeting":    "Hi Mira,",
		"only a signature":   "Best,\nTom",
		"only a quoted mail": "> We are hiring",
	}
	for name, body := range long {
		t.Run(name, func(t *testing.T) {
			r := read(t, w, body)
			if len(r.Findings) > 200 {
				t.Errorf("%d findings help nobody", len(r.Findings))
			}
			if len(body) > prose.Limit && !says(r, critique.NoteLimit) {
				t.Error("nothing says that only the beginning was read")
			}
		})
	}
	for name, body := range short {
		t.Run(name, func(t *testing.T) { read(t, w, body) })
	}
}

// read reads a text as the body and as the subject of each channel.
func read(tb testing.TB, w *world, text string) (r critique.Report) {
	tb.Helper()
	reader := critique.NewReader(critique.About{Person: w.people["mira"], Now: today})
	for _, d := range []critique.Draft{{Channel: model.InMail, Subject: text, Body: "Hi Mira,"}, {Channel: model.Email, Subject: "a line", Body: text}} {
		r = reader.Read(d, w)
		holds(tb, d, r)
	}
	return r
}

func FuzzRead(f *testing.F) {
	w := readWorld(f)
	for _, l := range letters(f, "corpus") {
		f.Add(l.fields["subject"], l.draft().Body, l.fields["before"])
		f.Add(l.fields["subject"], l.draft().Body, "Hi Mira, may I send you a brief?")
	}
	f.Fuzz(func(t *testing.T, subject, body, before string) {
		about := critique.About{Now: today}
		if len(before) > 0 { // somebody who is known, and was written to
			about.Person, about.Touches = w.people["mira"], []model.Touch{{At: today.AddDate(0, 0, -3), Body: before}}
		}
		ch := model.Channels()[len(body)%len(model.Channels())]
		d := critique.Draft{Channel: ch, Subject: subject, Body: body}
		holds(t, d, critique.Read(d, about, w))
	})
}
