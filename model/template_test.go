package model_test

import (
	"errors"
	"strings"
	"testing"
	"time"

	"talentmap/model"
)

func fill(t *testing.T, body string, values map[model.Field]string) model.Filled {
	t.Helper()
	f, err := model.Wording{Channel: model.Email, Body: body}.Parse()
	if err != nil {
		t.Fatalf("%q: %v", body, err)
	}
	var v model.Values
	for field, value := range values {
		v.Set(field, value)
	}
	v.SetNothing(model.FieldPrivacyNotice)
	out, err := f.Fill(&v)
	if err != nil {
		t.Fatalf("%q: %v", body, err)
	}
	return out
}

func TestFill(t *testing.T) {
	values := map[model.Field]string{model.FieldFirstName: "Björn", model.FieldPublished: "your talk “X”", model.FieldShelfText: "one\ntwo"}
	for body, want := range map[string]string{
		"Hi {{first_name}},":                                   "Hi Björn,",
		"Hi {{ first_name }},":                                 "Hi Björn,",
		"{{title|engineer}}, {{first_name|you}}":               "engineer, Björn",
		"{{title}} at {{company}}":                             "{{title}} at {{company}}",
		"a {{if published}}b {{published}}{{else}}c{{end}} d":  "a b your talk “X” d",
		"a {{if title}}b{{else}}c{{end}} d":                    "a c d",
		"a{{if title}}b{{end}}d":                               "ad",
		"a\n{{if title}}\nb\n{{else}}\nc\n{{end}}\nd":          "a\nc\nd",
		"{{if published}}{{if title}}x{{else}}y{{end}}{{end}}": "y",
		"{{shelf.text}}":                                       "one\ntwo",
		"a {{privacy_notice}} b":                               "a  b",
		"a\n{{published}} and {{published}}. {{published}}":    "a\nYour talk “X” and your talk “X”. Your talk “X”",
		"a } }} { b":                        "a } }} { b",
		"{{first_name}}{{first_name}}":      "BjörnBjörn",
		"{{if first_name}}{{title}}{{end}}": "{{title}}",
	} {
		if got := fill(t, body, values); got.Body != want {
			t.Errorf("%q is %q, want %q", body, got.Body, want)
		}
	}
	// A value is text: what looks like a tag in it is none, and is told as one that is open.
	if got := fill(t, "{{first_name}}", map[model.Field]string{model.FieldFirstName: "{{title}}"}); got.Body != "{{title}}" || len(got.Gaps) != 1 {
		t.Errorf("a value that looks like a tag: %+v", got)
	}
}

func TestGapsSayWhereTheyAre(t *testing.T) {
	got := fill(t, "Hi é {{title}}, {{if company}}{{company}}{{else}}{{first_name}}{{end}}", nil)
	if len(got.Gaps) != 2 {
		t.Fatalf("the gaps are %+v", got.Gaps)
	}
	for i, want := range []string{"{{title}}", "{{first_name}}"} {
		g := got.Gaps[i]
		if text := got.Body[g.Start:g.End]; text != want || g.In != model.InBody || !strings.HasPrefix(g.Missing(), g.Field.String()+": ") {
			t.Errorf("gap %d is %q, %+v", i, text, g)
		}
	}
	var v model.Values
	v.Set(model.FieldTitle, "Engineer")
	if text := model.FillOpen(got.Body, &v); text != "Hi é Engineer, {{first_name}}" {
		t.Errorf("with the title known it is %q", text)
	}
}

func TestWhatIsWrongWithATemplate(t *testing.T) {
	for body, want := range map[string]string{
		"Hi {{name":                       "1:4: this {{ is never closed: put }} after the name of the field",
		"Hi {{name\n}}":                   "1:4: this {{ is never closed: put }} after the name of the field",
		"Hi {{fullname}}":                 "1:4: there is no field fullname: `talentmap template fields` lists them",
		"a\né {{FirstName}}":              "2:3: there is no field FirstName: did you mean first_name?",
		"{{range .People}}{{end}}":        "1:1: a template has no range: it has fields and {{if FIELD}} … {{else}} … {{end}}, and no loops",
		"{{printf \"%s\"}}":               "1:1: there is no field printf \"%s\": `talentmap template fields` lists them",
		"{{}}":                            "1:1: there is no field in these braces: write one such as {{first_name}}",
		"{{title|}}":                      "1:1: there is nothing after the |: write the words that stand there where the field has no value",
		"a {{if title}}b":                 "1:3: this {{if}} has no {{end}}: put {{end}} where it ends",
		"a {{end}}":                       "1:3: this {{end}} has no {{if}}: write {{if FIELD}} … {{else}} … {{end}}",
		"{{if title}}{{else}}{{else}}":    "1:21: this {{else}} has no {{if}}: write {{if FIELD}} … {{else}} … {{end}}",
		strings.Repeat("{{if title}}", 9): "1:97: more than 8 {{if}} in one another: say less at once",
		strings.Repeat("x", 1<<20):        "the template has 1048576 bytes, and may have 16384: a message that is read has a tenth of that",
		" ":                               "the template has no text: write it below the head and an empty line",
	} {
		_, err := model.Wording{Channel: model.Email, Body: body}.Parse()
		var te *model.TemplateError
		if !errors.As(err, &te) || err.Error() != want {
			t.Errorf("%.40q: %v\nwant %s", body, err, want)
		}
	}
	if _, err := (model.Wording{Channel: "fax", Body: "x"}).Parse(); err == nil {
		t.Error("there is a channel fax")
	}
}

// However much is asked for, a text stays bounded.
func TestFillIsBounded(t *testing.T) {
	f, err := model.Wording{Channel: model.Email, Body: strings.Repeat("{{name}}", 2000)}.Parse()
	if err != nil {
		t.Fatal(err)
	}
	var v model.Values
	v.Set(model.FieldName, strings.Repeat("long ", 200_000))
	if out, err := f.Fill(&v); err == nil || len(out.Body) > 0 {
		t.Errorf("a text of %d bytes, %v", len(out.Body), err)
	}
}

func TestParseTemplate(t *testing.T) {
	const text = "name: First\nchannel: inmail\nlanguage: en\nfor: first\nsubject: On {{skill}}\n\nHi {{first_name}},\n\nbye\n"
	got, err := model.ParseTemplate(text)
	want := model.Template{Name: "First", Purpose: model.ForFirst, Now: model.Wording{Channel: model.InMail, Lang: "en", Subject: "On {{skill}}", Body: "Hi {{first_name}},\n\nbye"}}
	if err != nil || got.Text() != want.Text() || got.Now != want.Now {
		t.Errorf("read is %+v, %v", got, err)
	}
	if again, err := model.ParseTemplate(got.Text()); err != nil || again.Now != got.Now || again.Name != got.Name {
		t.Errorf("read again it is %+v, %v", again, err)
	}
	for text, want := range map[string]string{
		"name: x\nchannel: fax\n\nbody":                                   `there is no channel "fax"`,
		"name: x\ncolour: red\n\nbody":                                    `2:1: the head has no "colour"`,
		"name: x\nname: y\n\nbody":                                        `2:1: name is there twice`,
		"name: x\nchannel: message\n\n\nHi\n {{nam}}":                     `6:2: there is no field nam`,
		"name: x\nchannel: e-mail\nsubject: a {{nam}}\n\nbody":            `in the subject, 3:12: there is no field nam`,
		"channel: message\n\nbody":                                        `the template needs a name`,
		"name: x\nchannel: message\nfor: fun\n\nbody":                     `there is no purpose "fun"`,
		"name: x\nchannel: message\nlanguage: english\n\nbody":            `"english" is no language`,
		"name: " + strings.Repeat("x", 61) + "\nchannel: message\n\nbody": `the name of the template has 61 letters`,
		strings.Repeat("x", 1<<20):                                        `the template has 1048576 bytes`,
	} {
		if _, err := model.ParseTemplate(text); err == nil || !strings.HasPrefix(err.Error(), want) {
			t.Errorf("%.60q: %v\nwant %s", text, err, want)
		}
	}
}

func TestReviseKeepsWhatWas(t *testing.T) {
	now := time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC)
	tp := model.Template{Name: "x", Version: 1, Now: model.Wording{Body: "1"}, By: "ada", At: now}
	if tp.Revise(model.Wording{Body: "1"}, "ben", now) || tp.Version != 1 {
		t.Error("the same wording is another version")
	}
	for i := 2; i <= 60; i++ {
		tp.Revise(model.Wording{Body: strings.Repeat("x", i)}, "ben", now)
	}
	all := tp.Versions()
	if tp.Version != 60 || len(all) != model.MostTemplateVersions+1 || all[0].Version != 60 || all[len(all)-1].Version != 10 {
		t.Errorf("version %d, of %d kept the last is %d", tp.Version, len(all), all[len(all)-1].Version)
	}
	if w, ok := tp.WordingOf(20); !ok || len(w.Body) != 20 {
		t.Errorf("version 20 is %q, %v", w.Body, ok)
	}
	if _, ok := tp.WordingOf(9); ok {
		t.Error("version 9 is kept")
	}
}

func FuzzParseTemplate(f *testing.F) {
	f.Add("name: x\nchannel: e-mail\nsubject: {{title}}\n\n{{if title}}a{{else}}{{first_name|b}}{{end}}")
	f.Add("{{")
	f.Fuzz(func(t *testing.T, text string) {
		tp, err := model.ParseTemplate(text)
		if err != nil {
			return
		}
		form, err := tp.Now.Parse()
		if err != nil {
			t.Fatalf("read and not parsed: %v", err)
		}
		var v model.Values
		v.Set(model.FieldTitle, "Engineer")
		out, err := form.Fill(&v)
		if err != nil {
			t.Fatal(err)
		}
		for _, g := range out.Gaps {
			text := out.Body
			if g.In == model.InSubject {
				text = out.Subject
			}
			if !strings.HasPrefix(text[g.Start:], "{{") || !strings.HasSuffix(text[:g.End], "}}") {
				t.Fatalf("a gap at %d–%d of %q", g.Start, g.End, text)
			}
		}
	})
}
