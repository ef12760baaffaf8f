package tui_test

import "testing"

// Of testdata/liste.csv no column is known. Such a table asks what its columns
// are, and the next one of these headers does not.
func TestColumnsAreSaidOnce(t *testing.T) {
	at(t, setup{empty: true}, func(b *bench) {
		b.look("testdata/liste.csv")
		b.Contains("What are these 3 columns?", "no column is the name", "Wer", "custom", "Ada Example, Bo Day", "Erreichbar", "e-mail", "70%")
		b.press("ctrl+s")
		b.Contains("read it so: no column is the name")
		b.press("enter =name enter")
		b.Contains("That will do")
		b.press("j enter =company enter ctrl+s")
		b.Contains("Import this?", "2  new people", "columns, 3 as you have said: Wer → name, Wo → company, Erreichbar → e-mail")
		b.press("m")
		b.Contains("What are these 3 columns?", "said")
		b.press("esc y")
		b.Contains("imported 2 new")

		b.look(b.file("neue liste.csv", "wo;wer;erreichbar\nAcme Looms;Cy Fox;cy@example.com\n"))
		b.Contains("1  new people", "columns, 3 as was said of such a file before: wo → company, wer → name")
		b.press("m [ ctrl+s")
		b.Contains("wo → title", "as you have said")
		b.press("esc")
		if n := b.people(); n != 2 {
			t.Errorf("%d people, want 2", n)
		}
	})
}

func TestColumnsAreLeft(t *testing.T) {
	at(t, setup{empty: true}, func(b *bench) {
		b.look("testdata/liste.csv")
		b.press("esc")
		b.Contains("Import a file", "not a list of people", "needed: name")
		b.press("esc")
		b.Lacks("Import a file")
	})
}

// Whoever leaves the columns half said finds there what she has said, and one who has
// said all of it and not imported the file need not say it again.
func TestColumnsHalfSaidAreKept(t *testing.T) {
	at(t, setup{empty: true}, func(b *bench) {
		b.look("testdata/liste.csv")
		b.press("j enter =company enter esc")
		b.Contains("not used yet", "Import a file")
		b.press("esc")
		b.look("testdata/liste.csv")
		b.Contains("What are these 3 columns?", "Wo", "company", "said", "no column is the name")
		b.press("enter =name enter ctrl+s")
		b.Contains("Import this?", "columns, 3 as you have said: Wer → name, Wo → company, Erreichbar → e-mail")
		b.press("n")
		b.look("testdata/liste.csv")
		b.Contains("Import this?", "columns, 3 as you have said: Wer → name")
		b.press("y")
		b.Contains("imported 2 new")
		b.press("u") // the import goes, and what was said stays
		b.look("testdata/liste.csv")
		b.Contains("2  new people", "columns, 3 as you have said: Wer → name")
		b.press("y")
		// Left as they are, nothing is kept and nothing said.
		b.look("testdata/liste.csv")
		b.press("m esc")
		b.Lacks("not used yet")
	})
}
