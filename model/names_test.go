package model_test

import (
	"os"
	"slices"
	"strings"
	"testing"

	"talentmap/model"
)

func TestNamesAlike(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"Bob Martin", "Robert J. Martin", true},
		{"Юлия Петрова", "Yulia Petrova", true},
		{"Zhang Wei", "Wei Zhang", true},
		{"Prof. Dr. Jan Müller", "Jan Mueller, PhD", true},
		{"J. Smith", "John Smith", true},
		{"J. Smith", "I. M. Smith", false}, // one word is not enough
		{"J. Smith", "Ann Smith", false},
		{"John Smith Jr.", "John Smith", true},
		{"John Smith Jr.", "John Smith Sr.", false},
		{"Ann Lee (she/her)", "Ann Lee", true},
		{"Ann", "Ann Lee", false},
		{"Ma Jun", "Jun Ma", true}, // a degree only where two words stay without it
		{"Kim Min-su", "Minsu Kim", true},
		{"Sasha Kim", "Alexandra Kim", true},
		{"Sasha Kim", "Alexander Kim", true},
		{"Alexander Kim", "Alexandra Kim", false},
		{"Jo Smith", "Joe Smith", false},
		{"", "", false},
		{"李明", "李明", false}, // one word
		{"ann lee", "lee ann", true},
	} {
		a, b := model.PartsOf(c.a), model.PartsOf(c.b)
		if model.NamesAlike(a, b) != c.want || model.NamesAlike(b, a) != c.want {
			t.Errorf("%q and %q: %v and %v, want %v", c.a, c.b, model.NamesAlike(a, b), model.NamesAlike(b, a), c.want)
		}
	}
}

// Of two names that are alike each is found by the other.
func FuzzNamesAlike(f *testing.F) {
	names := []string{"Bob Martin", "Robert J. Martin", "Юлия Петрова", "J. R. Smith", "Kim Min-su", "Dr.", "Jr.", "(she/her)", "山田 太郎", "a b c d e f", "ß ſ İ", "Sasha", "O'Neil ii"}
	for i, s := range names {
		f.Add(s, names[(i+1)%len(names)])
		f.Add(s, s+" Smith")
	}
	f.Fuzz(func(t *testing.T, x, y string) {
		a, b := model.PartsOf(x), model.PartsOf(y)
		if len(a.Words) > 4 {
			t.Errorf("%q has %d words", x, len(a.Words))
		}
		if model.NamesAlike(a, b) != model.NamesAlike(b, a) {
			t.Errorf("%q and %q are alike from one side only", x, y)
		}
		own, asked := probes(a, model.ProbeKept), probes(b, model.ProbeAsked)
		if model.NamesAlike(a, b) && !slices.ContainsFunc(asked, func(p string) bool { return slices.Contains(own, p) }) {
			t.Errorf("%q and %q are alike and not found: %q, %q", x, y, own, asked)
		}
	})
}

func probes(n model.NameParts, of model.ProbeUse) (all []string) {
	n.EachProbe(of, func(text []byte) { all = append(all, string(text)) })
	return all
}

func TestMailbox(t *testing.T) {
	for address, want := range map[string]string{
		"ann.lee@gmail.com": "annlee@gmail.com", "annlee@googlemail.com": "annlee@gmail.com", "ann.lee+x@gmail.com": "annlee@gmail.com",
		"ann.lee@example.com": "ann.lee@example.com", "ann+x+y@example.com": "ann@example.com", "+x@example.com": "+x@example.com", "..@gmail.com": "..@gmail.com", "no address": "no address",
	} {
		if got := model.Mailbox(address); got != want || model.Mailbox(got) != want {
			t.Errorf("Mailbox(%q) = %q, want %q", address, got, want)
		}
	}
	for address, want := range map[string]string{
		"jobs@a.example": "role", "human.resources-2@a.example": "role", "ann@a.example": "", "info+x@gmail.com": "role", "none@none.com": "none", "n.a@a.example": "none",
		"test@test.com": "none", "nadia@a.example": "", "ann@none.example": "none",
	} {
		got := ""
		switch {
		case model.IsPlaceholder(address):
			got = "none"
		case model.IsRoleMailbox(address):
			got = "role"
		}
		if got != want {
			t.Errorf("%s is %q, want %q", address, got, want)
		}
	}
	for local, want := range map[string]bool{
		"ann.lee": true, "alee": true, "a.lee": true, "lee": true, "ann": true, "lee.ann": true, "annl": true, "ann-lee": true,
		"ann.lee2": false, "tom": false, "blee": false, "annette": false, "": false,
	} {
		if got := model.LocalFits(local, model.PartsOf("Ann Lee")); got != want {
			t.Errorf("%s of Ann Lee: %v, want %v", local, got, want)
		}
	}
	if !model.LocalFits("robert.mueller", model.PartsOf("Bob Müller")) {
		t.Error("robert.mueller of Bob Müller")
	}
}

func TestShortForms(t *testing.T) {
	for _, alike := range []string{"Tony Rossi, Antonio Rossi", "Tony Rossi, Anthony Rossi", "Sasha Orlov, Alexander Orlov", "Gabi Weber, Gabriele Weber"} {
		a, b, _ := strings.Cut(alike, ", ")
		if !model.NamesAlike(model.PartsOf(a), model.PartsOf(b)) {
			t.Errorf("%s are not alike", alike)
		}
	}
}

// No short form stands for more than two names, as a third would not be looked at, and
// a line says each once.
func TestNicknames(t *testing.T) {
	text, err := os.ReadFile("nicknames.txt")
	if err != nil {
		t.Fatal(err)
	}
	names := map[string][]string{}
	for line := range strings.Lines(string(text)) {
		words := strings.Fields(line)
		if len(words) == 0 || words[0] == "#" {
			continue
		}
		for _, w := range words {
			names[w] = append(names[w], words[0])
		}
	}
	for w, of := range names {
		if slices.Sort(of); len(of) > 2 || len(slices.Compact(slices.Clone(of))) < len(of) {
			t.Errorf("%s stands for %q", w, of)
		}
	}
}
