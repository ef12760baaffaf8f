package model_test

import (
	"strings"
	"testing"

	"talentmap/model"
)

func TestFilterName(t *testing.T) {
	for text, want := range map[string]string{
		"warm-berlin": "warm-berlin", "@warm": "warm", " Köln_2 ": "Köln_2", "東京": "東京", strings.Repeat("é", 40): strings.Repeat("é", 40),
		"": "", "@": "", "two words": "", "a:b": "", `a"b`: "", "a@b": "", strings.Repeat("e", 41): "", "a\u202eb": "ab",
	} {
		got, err := model.FilterName(text)
		if got != want || (err != nil) != (want == "") {
			t.Errorf("%q is the name %q, %v; want %q", text, got, err, want)
		}
	}
	f := model.Filter{Name: "Köln"}
	if !f.Called("KÖLN") || f.Called("Köl") {
		t.Error("a name is known whatever the case, and whole")
	}
}
