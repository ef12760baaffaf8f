package intake_test

import (
	"context"
	"strings"
	"testing"

	"talentmap/edge/intake"
	"talentmap/model"
)

// A row of someone erased is told by its line and never written, in whichever
// of its rows she stands; a row that is someone known is hers and goes on.
func TestErasedRowsAreLeftOut(t *testing.T) {
	m := newMemory()
	m.erased = "vq@example.com"
	m.put(&model.Person{Name: "Olof Quist", Contact: model.Contact{Emails: []string{"vq@example.com"}}})
	src := file(t, "name,email,skills\nAnn Lee,ann@example.com,Go\nVilhelmina Quill,vq@example.com,Go\nOlof Quist,vq@example.com,Go\nVilhelmina Quill,vq@example.com,SQL\n")
	look, err := intake.Preview(context.Background(), src, m, intake.Options{})
	if err != nil {
		t.Fatal(err)
	}
	done, err := intake.Apply(context.Background(), src, m, m, intake.Options{Chunk: 1})
	if err != nil {
		t.Fatal(err)
	}
	for name, v := range map[string]intake.Outcome{"preview": look, "apply": done} {
		if v.Rows != 4 || v.New != 1 || v.Changed != 1 || v.Erased != 2 || v.LeftOut() != 2 {
			t.Errorf("%s: %+v", name, v)
		}
		if len(v.Problems) != 2 || v.Problems[0].Error() != "line 3: erased on request: not imported" || v.Problems[1].Line != 5 {
			t.Errorf("%s: problems %+v", name, v.Problems)
		}
	}
	for _, p := range m.people {
		if strings.Contains(p.Name, "Vilhelmina") {
			t.Errorf("%s was written", p.Name)
		}
	}
}
