package main

import (
	"os"
	"slices"
	"strings"
	"testing"
)

func TestTableLinesUpInEveryScript(t *testing.T) {
	var b strings.Builder
	err := printTable(&b, "ID\tNAME\tWHY", func(line func(...any)) {
		line(1, "Ana Reyes", "first")
		line(22, "임현우", "second")
		line(3, "لينا", "third")
		line(4, "e\u0301", "fourth")
		line(5, "", "")
		line(6, "a\nb\x1b[2J", "sixth")
	})
	if err != nil {
		t.Fatal(err)
	}
	want := []string{ // NAME is 9 cells wide: 임현우 has 6 of them, لينا 4, e with its accent 1
		"ID  NAME       WHY",
		"1   Ana Reyes  first",
		"22  임현우     second",
		"3   لينا       third",
		"4   é          fourth",
		"5",
		"6   a b        sixth",
	}
	got := strings.Split(strings.TrimSuffix(b.String(), "\n"), "\n")
	if !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

func TestTableCutsAllButTheLastColumn(t *testing.T) {
	var b strings.Builder
	long := strings.Repeat("職", 40) // 80 cells
	err := printTable(&b, "A\tB", func(line func(...any)) { line(long, long) })
	if err != nil {
		t.Fatal(err)
	}
	// 29 characters of 2 cells and an ellipsis are 59 of the 60.
	want := "A" + strings.Repeat(" ", 60) + "B\n" + strings.Repeat("職", 29) + "…  " + long + "\n"
	if b.String() != want {
		t.Errorf("got\n%swant\n%s", b.String(), want)
	}
}

func TestCount(t *testing.T) {
	for n, want := range map[int]string{0: "0 rows", 1: "1 row", 2: "2 rows"} {
		if got := count(n, "row"); got != want {
			t.Errorf("count(%d) is %q, want %q", n, got, want)
		}
	}
}

func TestKeysDocIsFresh(t *testing.T) {
	doc, err := os.ReadFile("../../docs/keys.md")
	if err != nil {
		t.Fatal(err)
	}
	if must(t, "", "keys", "--md") != string(doc) {
		t.Error("docs/keys.md is stale: go generate ./cmd/talentmap writes it anew")
	}
}
