package tui_test

import (
	"regexp"
	"strings"
	"testing"

	"talentmap/tui"
	"talentmap/tui/config"
)

// BenchmarkConfig reads a config as a person has one, and one in which everything is
// set.
func BenchmarkConfig(b *testing.B) {
	var all strings.Builder
	if err := config.WriteNew(&all, tui.Known()); err != nil {
		b.Fatal(err)
	}
	for name, text := range map[string]string{
		"a few lines": "theme = \"dark\"\nmouse = false\n[columns]\nmap = [\"rank\", \"name\"]\n[keys]\n\"talent.mark\" = [\"space\", \"v\"]\nundo = \"ctrl+z\"\n",
		"looks only":  "theme = \"dark\"\nmouse = false\n",
		"everything":  regexp.MustCompile(`(?m)^#(\S)`).ReplaceAllString(all.String(), "$1"),
	} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, problems := config.Parse("config.toml", []byte(text), tui.Known); len(problems) > 0 {
					b.Fatal(problems)
				}
			}
		})
	}
}
