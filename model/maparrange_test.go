package model_test

import (
	"slices"
	"testing"

	"talentmap/model"
)

func TestArrange(t *testing.T) {
	entries := func(ids ...model.PersonID) (list []model.Entry) {
		for _, id := range ids {
			list = append(list, model.Entry{Person: id})
		}
		return list
	}
	for _, c := range []struct {
		on, told, want []model.Entry
		added          int
	}{
		{nil, entries(5, 6, 7), entries(5, 6, 7), 3},
		{entries(1, 2, 3), entries(1, 2, 3), entries(1, 2, 3), 0},
		{entries(1, 2, 3), entries(3, 1), entries(3, 2, 1), 0}, // 2 is not told of, and stays second
		{entries(1, 2, 3), entries(4, 1, 2), entries(4, 1, 3, 2), 1},
		{entries(1, 2), entries(2, 2, 9, 2), entries(1, 2, 9), 1}, // told twice, the first counts
		{
			[]model.Entry{{Person: 1, Note: "old"}, {Person: 2, Note: "stays"}},
			[]model.Entry{{Person: 2}, {Person: 1, Note: "new"}},
			[]model.Entry{{Person: 2, Note: "stays"}, {Person: 1, Note: "new"}},
			0,
		},
	} {
		m := model.Map{Entries: slices.Clone(c.on)}
		if added, left := m.Arrange(c.told); !slices.Equal(m.Entries, c.want) || added != c.added || left != 0 {
			t.Errorf("%v told %v: %v, %d added, %d left; want %v", c.on, c.told, m.Entries, added, left, c.want)
		}
	}
	full := model.Map{}
	for i := range model.MapSize - 1 {
		full.Entries = append(full.Entries, model.Entry{Person: model.PersonID(100 + i)})
	}
	if added, left := full.Arrange(entries(1, 2, 101, 3, 100)); added != 1 || left != 2 || len(full.Entries) != model.MapSize {
		t.Errorf("%d added, %d left, %d on it", added, left, len(full.Entries))
	}
	if got := []model.PersonID{full.Entries[0].Person, full.Entries[1].Person, full.Entries[99].Person}; !slices.Equal(got, []model.PersonID{1, 101, 100}) {
		t.Errorf("places 1, 2 and 100 have %v", got)
	}
}
