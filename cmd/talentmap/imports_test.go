package main

import (
	"os"
	"os/exec"
	"slices"
	"strings"
	"testing"
)

// layers are the packages of this module, each with the ones of this module
// that it may import; /... is everything below. Tests and test helpers may
// import what they like.
//
//	model ← scoring, scoring/critique ← store/roster, store/corpus
//	model ← store ← store/roster, store/corpus ← edge ← tui ← cmd
var layers = []struct {
	pkg     string
	imports []string
}{
	{"model", nil},
	{"scoring", []string{"model"}},
	{"scoring/drafting", []string{"model"}},
	{"scoring/critique/prose", nil},
	{"scoring/critique", []string{"model", "scoring/critique/prose"}},
	{"store/kv", nil},
	{"store", []string{"model", "store/kv"}},
	{"store/roster", []string{"model", "scoring", "scoring/critique", "store"}},
	{"store/corpus", []string{"model", "scoring/critique", "store"}},
	{"edge/intake/format", []string{"model"}},
	{"edge/intake", []string{"model", "scoring", "store", "edge/intake/format"}},
	{"edge/...", []string{"model", "scoring", "scoring/drafting", "store", "store/roster"}}, // not one another
	{"tui/theme", nil},
	{"tui/action", nil},
	{"tui/picture", nil},
	{"tui/widget", []string{"tui/theme"}},
	{"tui/config", []string{"model", "tui/action", "tui/theme", "tui/widget"}},
	{"tui/pane", append([]string{"tui/action", "tui/theme", "tui/widget"}, domain...)},
	{"tui/overlay", append([]string{"tui/pane", "tui/action", "tui/theme", "tui/widget"}, domain...)},
	{"tui/files", []string{"tui/pane", "tui/theme", "tui/widget", "model"}},
	{"tui/sshd", []string{"..."}},
	{"tui/gallery", append([]string{"tui", "tui/action", "tui/config", "tui/widget", "edge/sample"}, domain...)},
	{"tui/...", append([]string{"tui/files", "tui/overlay", "tui/pane", "tui/action", "tui/theme", "tui/widget", "edge/..."}, domain...)}, // not one another
	{"tui", append([]string{"tui/...", "edge/..."}, domain...)},
	{"cmd/talentmap", []string{"..."}},
}

// domain are the facts and what is judged of them.
var domain = []string{"model", "scoring", "scoring/drafting", "scoring/critique", "scoring/critique/prose", "store", "store/roster", "store/corpus"}

// helpers are imported by tests only.
var helpers = []string{
	"store/kv/kvtest", "store/storetest", "store/storetest/iotrace", "edge/intake/format/formattest",
	"tui/tuitest", "tui/tuitest/ptytest", "tui/tuitest/ptytest/testdata/bare",
}

// outside are the imports that only some packages may have.
var outside = []struct {
	path  string
	users []string
}{
	{"go.etcd.io/bbolt", []string{"store/kv"}},
	{"github.com/spf13/cobra", []string{"cmd/talentmap"}},
	{"charm.land/fang/v2", []string{"cmd/talentmap"}},
	{"github.com/wneessen/go-mail", []string{"edge/mailfile"}},
	{"charm.land/wish/v2", []string{"tui/sshd"}},
	{"github.com/pelletier/go-toml/v2", []string{"tui/config"}},
	{"charm.land/bubbletea/v2", []string{"tui", "tui/...", "cmd/talentmap"}},
}

const module = "talentmap/"

func TestImportsRunOneWay(t *testing.T) {
	for pkg, imports := range goList(t, `{{.ImportPath}} {{join .Imports " "}}`) {
		if slices.Contains(helpers, pkg) {
			continue
		}
		allowed, known := mayImport(pkg)
		if !known {
			t.Errorf("%s stands in no layer: say in this test what it may import", pkg)
		}
		for _, path := range imports {
			inside, ours := strings.CutPrefix(path, module)
			if ours && (slices.Contains(helpers, inside) || !under(inside, allowed)) {
				t.Errorf("%s imports %s; it may import %v", pkg, inside, allowed)
			}
			for _, o := range outside {
				if (path == o.path || strings.HasPrefix(path, o.path+"/")) && !under(pkg, o.users) {
					t.Errorf("%s imports %s, which is for %v only", pkg, path, o.users)
				}
			}
		}
	}
}

// TestWhatKnowsNothing looks at all that a package depends on, however far
// away.
func TestWhatKnowsNothing(t *testing.T) {
	deps := goList(t, `{{.ImportPath}} {{join .Deps " "}}`)
	for _, path := range deps["model"] {
		if first, _, _ := strings.Cut(path, "/"); strings.Contains(first, ".") && !strings.HasPrefix(path, "golang.org/x/text/") {
			t.Errorf("model depends on %s; the standard library and x/text are all it may have", path)
		}
	}
	for pkg, only := range map[string]string{"scoring": "model", "edge/intake/format": "model", "tui/theme": "", "tui/action": "", "tui/widget": "tui/theme"} {
		if len(deps[pkg]) == 0 {
			t.Errorf("%s is not there", pkg)
		}
		for _, path := range deps[pkg] {
			if inside, ours := strings.CutPrefix(path, module); ours && inside != only {
				t.Errorf("%s depends on %s", pkg, inside)
			}
		}
	}
	for _, path := range []string{"os", "net", "io/fs"} {
		if slices.Contains(deps["scoring"], path) && !slices.Contains(deps["model"], path) {
			t.Errorf("scoring depends on %s: it is pure", path)
		}
	}
}

func TestFoldersAtTheTop(t *testing.T) {
	entries, err := os.ReadDir("../..")
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, e := range entries {
		if e.IsDir() && !strings.HasPrefix(e.Name(), ".") {
			got = append(got, e.Name())
		}
	}
	if want := []string{"cmd", "docs", "edge", "model", "scoring", "store", "tui"}; !slices.Equal(got, want) {
		t.Errorf("the folders are %v, want %v: a new one needs a reason", got, want)
	}
}

// goList lists the packages of this module, by their path in it, with the
// words that follow it in format.
func goList(t *testing.T, format string) map[string][]string {
	t.Helper()
	cmd := exec.Command("go", "list", "-f", format, module+"...")
	cmd.Dir = "../.."
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("go list: %v", err)
	}
	list := map[string][]string{}
	for line := range strings.Lines(string(out)) {
		words := strings.Fields(line)
		list[strings.TrimPrefix(words[0], module)] = words[1:]
	}
	if len(list) < 20 {
		t.Fatalf("go list found %d packages only", len(list))
	}
	return list
}

// mayImport is what a package may import, by the first layer that it is in.
func mayImport(pkg string) (allowed []string, known bool) {
	for _, l := range layers {
		if under(pkg, []string{l.pkg}) {
			return l.imports, true
		}
	}
	return nil, false
}

// under reports whether a package is one of the patterns.
func under(pkg string, patterns []string) bool {
	for _, p := range patterns {
		above, all := strings.CutSuffix(p, "...")
		if pkg == p || all && strings.HasPrefix(pkg, above) {
			return true
		}
	}
	return false
}
