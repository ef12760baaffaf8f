package model_test

import (
	"errors"
	"strings"
	"testing"

	"talentmap/model"
)

// ranking is a map of the given people, best first.
func ranking(t *testing.T, ids ...model.PersonID) *model.Map {
	t.Helper()
	m := &model.Map{Name: "Streaming, Berlin"}
	for _, id := range ids {
		if err := m.Add(id); err != nil {
			t.Fatal(err)
		}
	}
	return m
}

func checkRanking(t *testing.T, m *model.Map, want ...model.PersonID) {
	t.Helper()
	if len(m.Entries) != len(want) {
		t.Fatalf("the map has %d people, want %d", len(m.Entries), len(want))
	}
	for i, id := range want {
		if m.Entries[i].Person != id || m.Rank(id) != i+1 {
			t.Errorf("rank %d is %v (and %v has rank %d), want %v", i+1, m.Entries[i].Person, id, m.Rank(id), id)
		}
	}
}

func TestMapAdd(t *testing.T) {
	m := ranking(t, 7, 3)
	if err := m.Add(7); !errors.Is(err, model.ErrOnMap) || !strings.Contains(err.Error(), "rank 1") {
		t.Errorf("adding someone twice: %v", err)
	}
	checkRanking(t, m, 7, 3)
	if m.Rank(8) != 0 {
		t.Error("someone off the map has a rank")
	}
}

func TestMapHoldsAHundred(t *testing.T) {
	m := &model.Map{Name: "Streaming, Berlin"}
	for id := model.PersonID(1); id <= 100; id++ {
		if err := m.Add(id); err != nil {
			t.Fatalf("person %d: %v", id, err)
		}
	}
	err := m.Add(101)
	if !errors.Is(err, model.ErrMapFull) || !strings.Contains(err.Error(), "Streaming, Berlin") {
		t.Errorf("the 101st: %v", err)
	}
	if err := m.Remove(50); err != nil {
		t.Fatal(err)
	}
	if err := m.Add(101); err != nil || m.Rank(101) != 100 {
		t.Errorf("after one left: %v, rank %d", err, m.Rank(101))
	}
}

func TestMapMove(t *testing.T) {
	for _, c := range []struct {
		id    model.PersonID
		delta int
		rank  int
		want  []model.PersonID
	}{
		{3, -1, 2, []model.PersonID{1, 3, 2, 4}},
		{3, 1, 4, []model.PersonID{1, 2, 4, 3}},
		{1, 2, 3, []model.PersonID{2, 3, 1, 4}},
		{4, -99, 1, []model.PersonID{4, 1, 2, 3}},
		{1, 99, 4, []model.PersonID{2, 3, 4, 1}},
		{2, 0, 2, []model.PersonID{1, 2, 3, 4}},
	} {
		m := ranking(t, 1, 2, 3, 4)
		rank, err := m.Move(c.id, c.delta)
		if rank != c.rank || err != nil {
			t.Errorf("Move(%v, %d) = %d, %v; want %d", c.id, c.delta, rank, err, c.rank)
		}
		checkRanking(t, m, c.want...)
	}
	if _, err := ranking(t, 1).Move(2, 1); !errors.Is(err, model.ErrOffMap) {
		t.Errorf("moving someone off the map: %v", err)
	}
}

func TestMapRemove(t *testing.T) {
	m := ranking(t, 1, 2, 3)
	if err := m.Remove(2); err != nil {
		t.Fatal(err)
	}
	checkRanking(t, m, 1, 3)
	if err := m.Remove(2); !errors.Is(err, model.ErrOffMap) {
		t.Errorf("removing twice: %v", err)
	}
}
