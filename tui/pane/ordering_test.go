package pane_test

import (
	"slices"
	"testing"

	"talentmap/model"
	"talentmap/tui/pane"
	"talentmap/tui/theme"
)

// somebody is a row of a list.
type somebody struct {
	name  string
	score int // less than 0: not known
	since model.Date
}

func TestAListIsOrderedByWhatIsChosen(t *testing.T) {
	all := []somebody{
		{"Zoë", 40, model.Year(2020)},
		{"", 70, 0},
		{"ada", -1, model.Year(2024)},
		{"Émile", 70, model.Year(2022)},
		{"Bo", 10, model.Year(2022)},
	}
	env := &pane.Env{Theme: theme.Dark()}
	told := 0
	o := pane.NewOrdering(env, "some-order", pane.Just(func() { told++ }), []pane.Order[*somebody]{
		{Key: "r", By: "rank", Word: "rank"},
		pane.ByText("n", "name", "name", func(s *somebody) string { return s.name }),
		pane.ByNumber("s", "score", "score", func(s *somebody) int { return s.score }).Falling(),
		pane.ByDate("d", "since", "time there", func(s *somebody) model.Date { return s.since }),
	}...)
	for i, step := range []struct {
		key        string
		said, mark string // in the title, and at the column's head
		want       []int
	}{
		{"", "", "", []int{0, 1, 2, 3, 4}},
		{"r", "by rank, the other way round", "rank▼", []int{4, 3, 2, 1, 0}},
		{"r", "", "", []int{0, 1, 2, 3, 4}},
		{"n", "by name", "name▲", []int{2, 4, 3, 0, 1}}, // who has none comes last
		{"n", "by name, the other way round", "name▼", []int{0, 3, 4, 2, 1}},
		{"s", "by score", "score▼", []int{1, 3, 0, 4, 2}}, // equal ones stay as they are
		{"s", "by score, the other way round", "score▲", []int{4, 0, 1, 3, 2}},
		{"d", "by time there", "since▲", []int{0, 3, 4, 2, 1}},
		{"r", "", "", []int{0, 1, 2, 3, 4}},
	} {
		for _, c := range o.Choices() {
			if step.key != "" && c.Keys[0] == step.key {
				c.Run()
			}
		}
		got := []int{0, 1, 2, 3, 4}
		pane.Arrange(o.Now(), got, func(i int) *somebody { return &all[i] })
		column, sign := o.Mark()
		if !slices.Equal(got, step.want) || o.Said() != step.said || column+sign != step.mark || told != i {
			t.Errorf("step %d: %v, %q, %q, told %d times", i, got, o.Said(), column+sign, told)
		}
	}
}

// What is chosen already says which way it is, and that the same once more turns it.
func TestTheChoiceSaysWhatHolds(t *testing.T) {
	o := pane.NewOrdering(&pane.Env{Theme: theme.Dark()}, "some-order", pane.Just(func() {}),
		pane.Order[int]{Key: "r", By: "rank", Word: "rank"}.Saying("The best first."),
		pane.ByNumber("s", "score", "score", func(n int) int { return n }).Falling())
	o.Choices()[1].Run()
	c := o.Choices()
	if o.At() != 1 || c[0].Long != "The best first." || c[1].Long != "▼ Once more: the other way round." || c[1].ID != "some-order.score" {
		t.Errorf("%d: %q, %q, %s", o.At(), c[0].Long, c[1].Long, c[1].ID)
	}
}
