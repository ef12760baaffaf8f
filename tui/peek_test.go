package tui_test

import (
	"fmt"
	"os"
	"strings"
	"testing"
	"time"
)

func TestPeek(t *testing.T) {
	start := time.Now()
	_ = start
	var w, h int
	fmt.Sscanf(os.Getenv("SZ"), "%dx%d", &w, &h)
	at(t, setup{w: w, h: h, empty: os.Getenv("EMPTY") != "", plain: os.Getenv("PLAIN") != "", ascii: os.Getenv("PLAIN") != ""}, func(b *bench) {
		for _, k := range strings.Fields(os.Getenv("K")) {
			if r, ok := strings.CutPrefix(k, "T:"); ok {
				b.Type(r)
			} else {
				b.Keys(k)
			}
		}
		fmt.Println(b.Frame())
	})
}
