package tui_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"talentmap/tui"
)

// A sentence of the program names an action by its ID, never by a key: the
// session's keymap puts the key in.
var (
	named   = regexp.MustCompile(`\{([a-z]+(?:[.-][a-z]+)*)\}`)
	aKey    = regexp.MustCompile(`(?:^|[\s(])((?:ctrl|alt|shift)\+\S+|\^[a-z]|esc|enter|tab|space|backspace|pgup|pgdown|f\d+)(?:[\s:,.)]|$)`)
	aLetter = regexp.MustCompile(`(?:^|[\s(])([A-Zb-z?:/\[\]])  ?([a-z]+s)\b|(?:^|[\s(])a adds|[Pp]ress \S(?:\W|$)`)
)

func TestSentencesNameActionsByID(t *testing.T) {
	known := map[string]bool{}
	for _, c := range tui.Contexts() {
		for _, a := range c.Actions {
			known[a.ID] = true
			if strings.ContainsAny(a.Short+a.Long, "{}") {
				t.Errorf("%s: its help goes into docs, too, and names no key: %q", a.ID, a.Long)
			}
		}
	}
	seen := 0
	sentences(t, func(at token.Position, s string) {
		for _, m := range named.FindAllStringSubmatch(s, -1) {
			if seen++; !known[m[1]] {
				t.Errorf("%s: there is no action %s", at, m[1])
			}
		}
		for _, re := range []*regexp.Regexp{aKey, aLetter} {
			if m := re.FindString(s); m != "" {
				t.Errorf("%s: %q names a key: write the action's ID in braces", at, strings.TrimSpace(m))
			}
		}
	})
	if seen < 40 {
		t.Errorf("only %d names found: are the sentences looked at?", seen)
	}
}

// sentences visits every text of more than one word in the sources of the session.
func sentences(t *testing.T, visit func(token.Position, string)) {
	t.Helper()
	fset := token.NewFileSet()
	err := filepath.WalkDir(".", func(path string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && (d.Name() == "tuitest" || d.Name() == "action" || d.Name() == "config" || d.Name() == "gallery"): // these speak of keys
			return filepath.SkipDir
		case !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go"):
			return nil
		}
		file, err := parser.ParseFile(fset, path, nil, parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		ast.Inspect(file, func(n ast.Node) bool {
			lit, ok := n.(*ast.BasicLit)
			if !ok || lit.Kind != token.STRING {
				return true
			}
			if s, err := strconv.Unquote(lit.Value); err == nil && strings.Contains(strings.TrimSpace(s), " ") {
				visit(fset.Position(lit.Pos()), s)
			}
			return true
		})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}
