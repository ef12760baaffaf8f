//go:build linux

package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"talentmap/tui/tuitest/ptytest"
)

// opened is the workbench on the sample in 120 × 40, with a config and an environment
// of its own.
func opened(t *testing.T, config string, env []string, args ...string) *ptytest.Program {
	t.Helper()
	dir := t.TempDir()
	db := filepath.Join(dir, "talent.db")
	must(t, db, "sample")
	if err := os.MkdirAll(filepath.Join(dir, "talentmap"), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "talentmap", "config.toml"), []byte(config), 0o600); err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command("talentmap", append([]string{"--db", db}, args...)...)
	cmd.Env = append(env, "XDG_CONFIG_HOME="+dir, "NO_COLOR=") // not this machine's
	if strings.Contains(strings.Join(env, " "), "NO_COLOR") {
		cmd.Env = cmd.Env[:len(cmd.Env)-1]
	}
	p := ptytest.Start(t, cmd, 120, 40)
	p.WaitFor("of 100")
	return p
}

// What is drawn on real terminals: as many colours as they have, none where none are
// wanted, and as one has chosen.
func TestLooksOnATerminal(t *testing.T) {
	many, colour := regexp.MustCompile(`[34]8[;:][25]`), regexp.MustCompile(`[\[;](3[0-7]|9[0-7]|4[0-7])m|[34]8[;:][25]`)
	for _, c := range []struct {
		name, config string
		env, args    []string
		has, lacks   *regexp.Regexp
		shows        string
	}{
		{name: "256 colours", env: []string{"TERM=xterm-256color"}, has: regexp.MustCompile(`38[;:]5[;:]110`), shows: "╭"},
		{name: "16 colours", env: []string{"TERM=xterm-16color"}, has: regexp.MustCompile(`[\[;]96m`), lacks: many, shows: "╭"},
		{name: "NO_COLOR=1", env: []string{"NO_COLOR=1"}, lacks: colour, shows: "┏"},
		{name: "NO_COLOR=yes", env: []string{"NO_COLOR=yes"}, lacks: colour, shows: "┏"},
		{name: "NO_COLOR=0", env: []string{"NO_COLOR=0"}, lacks: colour, shows: "┏"},
		{name: "TERM=dumb", env: []string{"TERM=dumb"}, lacks: colour, shows: "┏"},
		{name: "a locale without UTF-8", env: []string{"LC_ALL=C"}, shows: "#= > 1 Platform"},
		{name: "the locale is overruled", config: `ascii = "never"`, env: []string{"LC_ALL=C"}, shows: "╭"},
		{name: "--ascii", args: []string{"--ascii"}, shows: "#= > 1 Platform"},
		{name: "ascii is chosen", config: `ascii = "always"`, shows: "#= > 1 Platform"},
		{name: "--plain", args: []string{"--plain"}, lacks: colour, shows: "here: 1 map  2 queue  3 composer\n   1 Platform"},
		{name: "for a screen reader", config: `screen-reader = true`, lacks: colour, shows: "here: 1 map"},
		{name: "a theme is chosen", config: `theme = "light"`, has: regexp.MustCompile(`38[;:]5[;:]25[;m]`), shows: "╭"},
		{name: "a theme of one's own", config: "theme = \"mine\"\n[themes.mine]\naccent = 207", has: regexp.MustCompile(`38[;:]5[;:]207`), shows: "╭"},
		{name: "keys", config: "[keys]\nhelp = \"f5\"", shows: "f5 keys"},
		{name: "a bad config", config: "mause = false\nthema = 1", shows: "config.toml:1:1: there is no setting mause: did you mean mouse? (and 1 more)"},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := opened(t, c.config, c.env, c.args...)
			p.WaitFor(c.shows)
			styled := p.Styled()
			if c.has != nil && !c.has.MatchString(styled) {
				t.Errorf("nothing is drawn in %s", c.has)
			}
			if c.lacks != nil && c.lacks.MatchString(styled) {
				t.Errorf("something is drawn with %q", c.lacks.FindString(styled))
			}
		})
	}
}
