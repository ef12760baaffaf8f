package intake_test

import (
	"fmt"
	"reflect"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"talentmap/edge/intake"
	"talentmap/edge/intake/format"
	"talentmap/model"
	"talentmap/store"
	"talentmap/store/kv/kvtest"
	"talentmap/store/storetest"
)

// row is one person of a made-up source; "" for an e-mail address is none.
type row struct {
	name, email, title, company, location string
	gone                                  bool
}

// drawRow changes a row as time does: a move, another spelling, gone, back.
func (r *row) drawRow(t *rapid.T) {
	switch rapid.IntRange(0, 5).Draw(t, "change") {
	case 0:
		r.company = rapid.SampledFrom([]string{"Acme", "ACME Inc.", "Borealis", "Cobalt", ""}).Draw(t, "company")
	case 1:
		r.title = rapid.SampledFrom([]string{"Engineer", "Senior Engineer", "Sr. Engineer", "CTO", ""}).Draw(t, "title")
	case 2:
		r.location = rapid.SampledFrom([]string{"Berlin", "Oslo", ""}).Draw(t, "location")
	case 3:
		r.gone = !r.gone
	}
}

func fileOf(rows []row) string {
	var b strings.Builder
	b.WriteString("name,email,title,company,location\n")
	for _, r := range rows {
		if !r.gone {
			fmt.Fprintf(&b, "%s,%s,%s,%s,%s\n", r.name, r.email, r.title, r.company, r.location)
		}
	}
	return b.String()
}

// bring imports a file of a day and reports whether it changed anything.
func bring(t *rapid.T, st *store.Store, day, text string) model.ImportID {
	src, err := format.Read(strings.NewReader(text), "people_"+day+".csv", format.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	defer src.Close()
	o := opts
	o.Chunk = rapid.IntRange(1, 4).Draw(t, "chunk")
	id, _, err := intake.Into(t.Context(), st, "ada", src, o)
	if err != nil {
		t.Fatal(err)
	}
	return id
}

// standsAs is everyone with what is told of them, without revisions and imports.
func standsAs(t *rapid.T, st *store.Store) (lines []string) {
	err := st.View(func(tx *store.Tx) error {
		for p, err := range tx.People(0) {
			if err != nil {
				return err
			}
			for i := range p.Positions {
				p.Positions[i].CompanyID = 0 // a company undone and brought again has another number
			}
			lines = append(lines, fmt.Sprint(p.Name, p.Contact, p.Location, p.Positions))
			for n, err := range tx.NewsOf(p.ID) {
				if err != nil {
					return err
				}
				if n.From == n.To && n.From != "" { // one who returned is told without
					t.Errorf("%s: %s from %q to the same", p.Name, n.Kind, n.From)
				}
				lines = append(lines, fmt.Sprint(n.Kind, n.From, n.To, n.Date, n.NotBefore))
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return lines
}

// Whatever a source's files tell one after the other: the same file again changes
// nothing, and undone and brought again it leaves what it left.
func TestAFileAgainChangesNothing(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		st := storetest.OpenIn(t, &kvtest.Memory{}, "again") // hundreds of imports: no disk has to be waited for
		rows := []row{
			{name: "Ann Lee", email: "ann@example.com", title: "Engineer", company: "Acme"},
			{name: "Ann Lee", title: "Engineer", company: "Acme"},
			{name: "Bo Day", email: "bo@example.com", title: "CTO", company: "Acme"},
			{name: "Cy Fox", title: "Engineer", company: "Borealis"},
			{name: "Cy Fox", title: "Engineer", company: "Borealis"},
			{name: "Di Roe", email: "di@example.com", title: "Engineer", company: "Cobalt"},
		}
		for month := range rapid.IntRange(1, 5).Draw(rt, "files") {
			for i := range rows {
				rows[i].drawRow(rt)
			}
			day, text := fmt.Sprintf("2025-%02d-01", month+1), fileOf(rows)
			id := bring(rt, st, day, text)
			left := standsAs(rt, st)
			rev, err := st.Rev()
			if err != nil {
				rt.Fatal(err)
			}
			if again := bring(rt, st, day, text); again != 0 {
				rt.Errorf("%s again was import %d:\n%s\nbefore %q\nafter  %q", day, again, text, left, standsAs(rt, st))
			}
			if now, err := st.Rev(); err != nil || now != rev {
				rt.Errorf("%s again changed the store from revision %d to %d, %v", day, rev, now, err)
			}
			if id == 0 {
				continue
			}
			if _, err := st.UndoImport("ada", id); err != nil {
				rt.Fatal(err)
			}
			bring(rt, st, day, text)
			if got := standsAs(rt, st); !reflect.DeepEqual(got, left) {
				rt.Errorf("%s undone and again:\n%q\nwas\n%q", day, got, left)
			}
		}
	})
}
