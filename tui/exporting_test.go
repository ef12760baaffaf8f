package tui_test

import (
	"encoding/csv"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// csvOf are the rows of a file, by the names of their columns; nobody else may read it.
func (b *bench) csvOf(path string) (rows []map[string]string) {
	b.t.Helper()
	f, err := os.Open(path)
	if err != nil {
		b.t.Fatal(err)
	}
	defer f.Close()
	if info, err := f.Stat(); err != nil || info.Mode().Perm() != 0o600 {
		b.t.Errorf("others may read it: %v %v", info.Mode(), err)
	}
	all, err := csv.NewReader(f).ReadAll()
	if err != nil {
		b.t.Fatal(err)
	}
	for _, row := range all[1:] {
		of := map[string]string{}
		for i, cell := range row {
			of[all[0][i]] = cell
		}
		rows = append(rows, of)
	}
	return rows
}

// column is one of some rows.
func column(rows []map[string]string, name string) (cells []string) {
	for _, r := range rows {
		cells = append(cells, r[name])
	}
	return cells
}

// The marked of a map are written with their places, in the order that is shown; a file
// that is there is replaced after a yes only.
func TestExportTheMarkedOfAMap(t *testing.T) {
	at(t, setup{w: 120, h: 40}, func(b *bench) {
		dir := b.t.TempDir() + "/"
		b.press("space j space |")
		b.Contains("Write to a file", "path  platform-data-payments-europe.csv", "Writes the 2 marked of Platform & data, payments, Europe, with ranks")
		b.press("ctrl+u =" + dir + "two.csv enter")
		b.Contains("wrote 2 people to " + dir)
		rows := b.csvOf(dir + "two.csv")
		if got := column(rows, "rank"); !slices.Equal(got, []string{"1", "3"}) {
			t.Errorf("the ranks are %v", got)
		}
		if got := column(rows, "person"); !slices.Equal(got, []string{"Bruno Marini", "Patrícia Brandão"}) {
			t.Errorf("they are %v", got)
		}
		b.press("o r |") // the order is another, and the folder the same
		b.Contains("/002/platform-data-payments-europe.csv")
		b.press("ctrl+u =" + dir + "two.csv enter")
		b.Contains("is there already. Replace it?")
		b.press("n esc")
		if got := column(b.csvOf(dir+"two.csv"), "rank"); !slices.Equal(got, []string{"1", "3"}) {
			t.Errorf("after a no the ranks are %v", got)
		}
		b.press("| ctrl+u =" + dir + "two.csv enter y")
		b.Contains("wrote 2 people")
		if got := column(b.csvOf(dir+"two.csv"), "rank"); !slices.Equal(got, []string{"3", "1"}) {
			t.Errorf("after a yes the ranks are %v", got)
		}
		b.Contains("2 marked")
	})
}

// Where nobody is marked the whole list is written; locks go along, and who has gone
// meanwhile is left out and told.
func TestExportALocked(t *testing.T) {
	at(t, setup{w: 120, h: 40}, func(b *bench) {
		dir := b.t.TempDir() + "/"
		b.press("R enter tab |")
		b.Contains("5 people of Staff Engineer, Ledger")
		b.press("ctrl+u =" + dir + "apart.JSON enter")
		b.Contains("wrote 5 people")
		text, err := os.ReadFile(dir + "apart.JSON")
		var people []struct{ Name, Lock string }
		if err := json.Unmarshal(text, &people); err != nil || len(people) != 5 {
			t.Fatalf("%d people: %v", len(people), err)
		}
		locks := 0
		for _, p := range people {
			if p.Lock != "" {
				locks++
			}
		}
		if err != nil || locks == 0 {
			t.Errorf("no lock went along: %s, %v", text, err)
		}
		b.press("|")
		if _, err := b.store.MergePeople("grace", b.named("Simão dos Santos").ID, b.named("Joël Le Goff").ID); err != nil {
			t.Fatal(err)
		}
		b.Settle()
		b.press("ctrl+u =" + dir + "four.csv enter")
		b.Contains("wrote 4 people", "; 1 left out, who are gone or damaged")
		if got := column(b.csvOf(dir+"four.csv"), "name"); len(got) != 4 || slices.Contains(got, "Joël Le Goff") {
			t.Errorf("they are %v", got)
		}
	})
}

// From the queue, a company and what one finds people are written likewise.
func TestExportFromEverywhere(t *testing.T) {
	at(t, setup{w: 120, h: 40}, func(b *bench) {
		dir := b.t.TempDir() + "/"
		for _, at := range []struct {
			keys, says string
			count      int
			first      string
		}{
			{"2 |", "38 people of the queue", 38, "Ökrös Nóra"},
			{"esc esc 2 o n |", "38 people of the queue", 38, "Dragoș Neagu-Țăranu"},
			{"esc esc 2 ] |", "4 people of the queue", 4, "Dragoș Neagu-Țăranu"},
			{"C / =quillon enter |", "14 people of Quillon Ledger", 14, "Zoya D. Gupta"},
			{"esc 1 f =title:designer alt+e", "people of search title:designer", 0, ""},
			{"esc esc 1 a =title:designer down tab tab alt+e", "the 2 marked of search title:designer", 2, ""},
		} {
			path := filepath.Join(dir, strings.ReplaceAll(at.says, " ", "-")+strings.Fields(at.keys)[0]+".csv")
			b.press("esc esc esc esc " + at.keys)
			b.Contains(at.says)
			b.press("ctrl+u =" + strings.ReplaceAll(path, " ", "_") + " enter")
			names := column(b.csvOf(path), "name")
			if at.count > 0 && len(names) != at.count || len(names) == 0 || at.first != "" && names[0] != at.first {
				t.Errorf("%s: %d people, the first %q", at.keys, len(names), names[0])
			}
			os.Remove(path)
		}
	})
}

// What can't be written is said, and one can type on.
func TestExportGoesWrong(t *testing.T) {
	at(t, setup{w: 120, h: 40}, func(b *bench) {
		dir := b.t.TempDir() + "/"
		b.press("| ctrl+u enter")
		b.Contains("type the path of a file; tab completes it")
		b.press("=" + dir + "people.xlsx enter")
		b.Contains("people.xlsx: give a path that ends in .csv or .json")
		b.press("ctrl+u =" + dir + "none/people.csv enter")
		b.Contains("there is no folder")
		b.press("ctrl+u =" + dir + " enter") // a folder: the name is the list's
		b.Contains("wrote 70 people to ")
		if got := b.csvOf(dir + "platform-data-payments-europe.csv"); len(got) != 70 || got[69]["rank"] != "70" {
			t.Errorf("%d rows", len(got))
		}
		b.press("H |")
		b.Resize(80, 24)
		b.Contains("export: no list of people is here: 1 and 2 have one; in f it is alt+e")
		b.press("esc f alt+e")
		b.Contains("type whom to find first")
		b.press("=zzzzz alt+e")
		b.Contains("nobody is found")
	})
}

// Who is marked on the bench has no rank: she is written without places.
func TestExportFromTheBench(t *testing.T) {
	at(t, setup{w: 120, h: 40}, func(b *bench) {
		dir := b.t.TempDir() + "/"
		b.press("b B |")
		b.Contains("69 people of ", "with ranks")
		b.press("esc G space |")
		b.Contains("the 1 marked of ")
		b.Lacks("with ranks")
		b.press("ctrl+u =" + dir + "bench.csv enter")
		if got := column(b.csvOf(dir+"bench.csv"), "name"); !slices.Equal(got, []string{"Bruno Marini"}) {
			t.Errorf("written is %v", got)
		}
	})
}

// Of a queue that is longer than what has been read all of it is written, as it is ordered.
func TestExportOfALongQueue(t *testing.T) {
	at(t, setup{w: 120, h: 40}, func(b *bench) {
		many(b, 300)
		path := b.t.TempDir() + "/queue.csv"
		b.does("2")
		b.press("| ctrl+u =" + path + " enter")
		b.Contains("wrote 338 people")
		names := column(b.csvOf(path), "name")
		slices.Sort(names)
		if got := slices.Compact(names); len(got) != 338 {
			t.Errorf("%d different names", len(got))
		}
		os.Remove(path)
		b.does("o n")
		b.press("| ctrl+u =" + path + " enter")
		names = column(b.csvOf(path), "name")
		at := slices.Index(names, "Xara 000")
		if len(names) != 338 || names[0] != "Dragoș Neagu-Țăranu" || at < 0 || names[at+299] != "Xara 299" {
			t.Errorf("%d by name, the first %q, Xara from %d on", len(names), names[0], at)
		}
	})
}
