package model_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"talentmap/model"
)

func TestNormalizeLink(t *testing.T) {
	for in, want := range map[string]string{
		"https://www.linkedin.com/in/Ada-L/?trk=x":              "linkedin.com/in/ada-l",
		"linkedin.com/in/ada-l":                                 "linkedin.com/in/ada-l",
		"HTTP://de.LinkedIn.com:80/in/ada-l#about":              "linkedin.com/in/ada-l",
		"https://m.linkedin.com/mwlite/in/ada-l":                "linkedin.com/in/ada-l",
		"https:///www.linkedin.com//in/ada-l/overlay/contact/":  "linkedin.com/in/ada-l",
		"https://www.linkedin.com/in/http://linkedin.com/in/x":  "linkedin.com/in/x",
		"https://www.linkedin.com/in/www.linkedin.com/in/x":     "linkedin.com/in/x",
		"https://linkedin.com/in/x?a=https://linkedin.com/in/y": "linkedin.com/in/x",
		"https://www.linkedin.com/in/m%C3%BCnch%2d1":            "linkedin.com/in/münch-1",
		"https://www.linkedin.com/in/mu\u0308nch-1":             "linkedin.com/in/münch-1",
		"https://www.linkedin.com/in/a%2Fb":                     "linkedin.com/in/a%2fb",
		"https://github.com/BoredAda":                           "github.com/boredada",
		"http://github.com/boredada/":                           "github.com/boredada",
		"https://github.com/github.com/BoredAda":                "github.com/boredada",
		"https://github.com/BoredAda?tab=repositories":          "github.com/boredada",
		"https://www.twitter.com/Ada_L":                         "x.com/ada_l",
		"https://mobile.twitter.com/@ada_l?s=21":                "x.com/ada_l",
		"https://twitter.com/x.com/ada_l":                       "x.com/ada_l",
		"x.com/ada_l/status/12":                                 "x.com/ada_l",
		"https://Example.com/About/Ada":                         "example.com/About/Ada",
		"https://ada.example":                                   "ada.example",
		"//ada.example/%7eada":                                  "ada.example/~ada",
		"https://example.com/50%-off":                           "example.com/50%25-off",
		"https://example.com/%E7":                               "example.com/%E7",
		"https://www.youtube.com/@AdaTalks":                     "youtube.com/@AdaTalks",
		"https://youtube.com/c/http://www.youtube.com/@Ada":     "youtube.com/@Ada",
		"https://scholar.google.de/citations?hl=de&user=aB-1_":  "scholar.google.com/citations?user=aB-1_",
		"https://münchen.example/ada":                           "münchen.example/ada",
		"\u200bhttps://ada.example\u200b":                       "ada.example",
	} {
		if got := model.NormalizeLink(in); got != want {
			t.Errorf("NormalizeLink(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestNormalizeLinkNobody(t *testing.T) {
	for _, in := range []string{
		"", "  ", "n/a", "none", "Ada Example", "ada-example", "U03G74XTKJL", "ada@example.com", "mailto:ada@example.com",
		"javascript:alert(1)", "javascript:a.b/c", "ftp://example.com/ada", "data:text/html,x", "https://", "http:///", "https://localhost/ada",
		"https://twitter.com/", "https://x.com", "https://github.com/", "https://www.linkedin.com/in/", "https://linkedin.com",
		"https://twitter.com/n/A", "https://www.linkedin.com/in/n/a", "https://www.linkedin.com/company/acme", "https://linkedin.com/posts/ada-1",
		"https://x.com/intent/user?screen_name=ada", "https://x.com/https://ada.example", "https://linkedin.com/in/https://ada.example",
		"https://user:pw@example.com/ada", "http://127.0.0.1/ada", "http://[::1]/ada", "https://-a.example/", "https://a..example/",
		"https://example.com:8080/ada", "https://example.com/a b", "3.14", "e.g.", "https://scholar.google.com/citations?hl=de",
		"https://example.com/" + strings.Repeat("a/", 1100), "https://example.com/" + strings.Repeat("%", 1000),
		"https://facebook.com/profile.php", `\\example.com\ada`,
	} {
		if got := model.NormalizeLink(in); got != "" {
			t.Errorf("NormalizeLink(%q) = %q, want nothing", in, got)
		}
	}
}

// In the public people of the data folder, no two names share a normalized
// LinkedIn, GitHub or X link unless they were given the very same one.
func TestNormalizeLinkTellsRealPeopleApart(t *testing.T) {
	files, _ := filepath.Glob("../../shared/data/cncf/people_*.json")
	if len(files) == 0 {
		t.Skip("no ../shared/data/cncf beside the repository")
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		var people []struct{ Name, LinkedIn, Twitter, GitHub string }
		if err := json.Unmarshal(data, &people); err != nil {
			t.Fatal(err)
		}
		seen := map[string]string{}
		for _, p := range people {
			for _, raw := range []string{p.LinkedIn, p.Twitter, p.GitHub} {
				link := model.NormalizeLink(raw)
				if link == "" {
					continue
				}
				key := strings.ToLower(strings.Trim(raw[strings.LastIndex(strings.TrimRight(raw, "/"), "/"):], "/"))
				if other, ok := seen[link]; ok && other != key {
					t.Errorf("%s: %q stands for both %q and %q", filepath.Base(file), link, other, key)
				}
				seen[link] = key
			}
		}
	}
}

func TestNormalizeEmail(t *testing.T) {
	local := strings.Repeat("a", 64)
	longest := local + "@" + strings.Repeat("b.", 92) + "exam" // 64 + 1 + 188 = 253 bytes
	for in, want := range map[string]string{
		"Ada@Example.COM":                 "ada@example.com",
		" ada.l+work@mail.example.org ":   "ada.l+work@mail.example.org",
		"Ada Example <ada@example.com>":   "ada@example.com",
		"<ada@example.com>":               "ada@example.com",
		"ada@example.com\u200b":           "ada@example.com",
		longest + "x":                     longest + "x",
		longest + "xy":                    "",
		"":                                "",
		"ada":                             "",
		"ada@":                            "",
		"@example.com":                    "",
		"ada@localhost":                   "",
		"ada@example.":                    "",
		"ada@[127.0.0.1]":                 "",
		"ada@127.0.0.1":                   "",
		"a@b@example.com":                 "",
		`"a b"@example.com`:               "",
		`"a@b"@example.com`:               "",
		`"<a>"@example.com`:               "",
		"ada@example.com, b@example.com":  "",
		"ada@example.com\r\nBcc: b@x.org": "",
		"ada@exa mple.com":                "",
		"mailto:ada@example.com":          "",
	} {
		got, ok := model.NormalizeEmail(in)
		if got != want || ok != (want != "") {
			t.Errorf("NormalizeEmail(%q) = %q, %v; want %q", in, got, ok, want)
		}
	}
}
