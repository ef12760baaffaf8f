package tui_test

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"testing"
)

// The pictures of the README and the docs, made from the sample: go generate
// ./tui draws them anew.
func TestGallery(t *testing.T) {
	const hot, written = "/ =käthe_hoff enter esc ", "/ =zara_norris enter esc "
	for _, c := range []struct {
		name, keys, title string
		setup             setup
		first             func(b *bench) // what has happened before
	}{
		{name: "welcome", title: "talentmap", setup: setup{empty: true, w: 120, h: 36}},
		{name: "home", keys: written, title: "talentmap", setup: setup{w: 160, h: 50}},
		{name: "home-light", keys: written, title: "talentmap", setup: setup{w: 160, h: 50, light: true}},
		{name: "person", keys: hot + "enter", title: "talentmap — the person", setup: setup{w: 130, h: 44}},
		{name: "why", keys: hot + "w", title: "talentmap — why this score", setup: setup{w: 130, h: 36}},
		{name: "composer", keys: written + "z c ctrl+end", title: "talentmap — the composer", setup: setup{w: 130, h: 30}},
		{name: "80x24", keys: "2", title: "talentmap in 80 × 24", setup: setup{w: 80, h: 24}},
		{name: "import", keys: "I =testdata/peo tab enter", title: "talentmap — an import, before anything is written", setup: setup{w: 110, h: 32}},
		{name: "review", keys: "V", title: "talentmap — a row that may mean someone known", setup: setup{w: 120, h: 28}, first: func(b *bench) { hold(b) }},
		{name: "conflict", title: "talentmap — two editors of one person", setup: setup{w: 110, h: 32}, first: func(b *bench) {
			b.press(toHer)
			conflict(b)
		}},
	} {
		t.Run(c.name, func(t *testing.T) {
			at(t, c.setup, func(b *bench) {
				if c.first != nil {
					c.first(b)
				}
				b.press(c.keys)
				picture(b.t, c.name, b.SVG(c.title))
			})
		})
	}
}

// picture compares a picture with that of the docs, or writes it with -update.
func picture(t *testing.T, name string, svg []byte) {
	t.Helper()
	path := filepath.Join("..", "docs", "screens", name+".svg")
	if flag.Lookup("update").Value.String() == "true" {
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, svg, 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	have, err := os.ReadFile(path)
	if err != nil {
		t.Fatalf("%v: draw it with go generate ./tui", err)
	}
	if !bytes.Equal(have, svg) {
		t.Errorf("%s is not what the screen shows: look at it, then go generate ./tui", path)
	}
}
