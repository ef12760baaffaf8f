package model_test

import (
	"errors"
	"reflect"
	"strings"
	"testing"

	"talentmap/model"
)

// benched is a map of people 1 to 4 with 11 to 13 on its bench.
func benched(t *testing.T) *model.Map {
	t.Helper()
	m := ranking(t, 1, 2, 3, 4)
	for id := model.PersonID(11); id <= 13; id++ {
		if err := m.ToBench(id); err != nil {
			t.Fatal(err)
		}
	}
	return m
}

func checkBench(t *testing.T, m *model.Map, want ...model.PersonID) {
	t.Helper()
	var got []model.PersonID
	for i, e := range m.Bench {
		got = append(got, e.Person)
		if m.BenchRank(e.Person) != i+1 || m.Rank(e.Person) != 0 {
			t.Errorf("%v has place %d and rank %d, want %d and none", e.Person, m.BenchRank(e.Person), m.Rank(e.Person), i+1)
		}
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("on the bench are %v, want %v", got, want)
	}
}

func TestToBench(t *testing.T) {
	m := benched(t)
	if err := m.ToBench(3); err != nil {
		t.Fatal(err)
	}
	checkRanking(t, m, 1, 2, 4)
	checkBench(t, m, 3, 11, 12, 13)
	if err := m.ToBench(12); !errors.Is(err, model.ErrOnBench) || !strings.Contains(err.Error(), "place 3") {
		t.Errorf("a second time: %v", err)
	}
	if err := m.Add(12); err != nil {
		t.Fatal(err)
	}
	checkRanking(t, m, 1, 2, 4, 12)
	checkBench(t, m, 3, 11, 13)
	if err := m.Remove(11); err != nil {
		t.Fatal(err)
	}
	checkBench(t, m, 3, 13)
	if err := m.Remove(99); !errors.Is(err, model.ErrOffMap) {
		t.Errorf("someone who is nowhere: %v", err)
	}
}

func TestBenchHolds200(t *testing.T) {
	m := &model.Map{Name: "Looms"}
	for id := model.PersonID(1); id <= 200; id++ {
		if err := m.ToBench(id); err != nil {
			t.Fatalf("person %d: %v", id, err)
		}
	}
	if err := m.ToBench(201); !errors.Is(err, model.ErrBenchFull) || !strings.Contains(err.Error(), "Looms") {
		t.Errorf("the 201st: %v", err)
	}
}

// A swap leaves all others where they are, and both keep what was noted of them.
func TestSwap(t *testing.T) {
	m := benched(t)
	for id, tier := range map[model.PersonID]model.Tier{2: model.TierB, 12: model.TierA} {
		if err := errors.Join(m.SetTier(id, tier), m.SetNote(id, "note of "+id.String())); err != nil {
			t.Fatal(err)
		}
	}
	if err := m.Swap(12, 2); err != nil {
		t.Fatal(err)
	}
	checkRanking(t, m, 1, 12, 3, 4)
	checkBench(t, m, 2, 11, 13)
	if got, want := m.Entries[1], (model.Entry{Person: 12, Note: "note of p12", Tier: model.TierA}); got != want {
		t.Errorf("in came %+v", got)
	}
	if got, want := m.Bench[0], (model.Entry{Person: 2, Note: "note of p2", Tier: model.TierB}); got != want {
		t.Errorf("out went %+v", got)
	}
	if err := m.Swap(3, 4); !errors.Is(err, model.ErrOffBench) || !strings.Contains(err.Error(), "p3") {
		t.Errorf("someone who is not on the bench: %v", err)
	}
	if err := m.Swap(11, 13); !errors.Is(err, model.ErrOffMap) {
		t.Errorf("for someone of the bench: %v", err)
	}
}

func TestMoveOnBench(t *testing.T) {
	m := benched(t)
	if place, err := m.MoveOnBench(13, -99); err != nil || place != 1 {
		t.Errorf("to place %d, %v", place, err)
	}
	checkBench(t, m, 13, 11, 12)
	if place, err := m.MoveOnBench(13, 1); err != nil || place != 2 {
		t.Errorf("to place %d, %v", place, err)
	}
	checkBench(t, m, 11, 13, 12)
	if _, err := m.MoveOnBench(1, 1); !errors.Is(err, model.ErrOffBench) {
		t.Errorf("someone of the map: %v", err)
	}
}

func TestMoveTo(t *testing.T) {
	for _, c := range []struct {
		id        model.PersonID
		rank, got int
		want      []model.PersonID
	}{
		{4, 1, 1, []model.PersonID{4, 1, 2, 3}},
		{1, 3, 3, []model.PersonID{2, 3, 1, 4}},
		{2, 2, 2, []model.PersonID{1, 2, 3, 4}},
		{1, 100, 4, []model.PersonID{2, 3, 4, 1}},
		{3, -5, 1, []model.PersonID{3, 1, 2, 4}},
	} {
		m := benched(t)
		rank, err := m.MoveTo(c.id, c.rank)
		if err != nil || rank != c.got {
			t.Errorf("%v to %d: rank %d, %v", c.id, c.rank, rank, err)
		}
		checkRanking(t, m, c.want...)
	}
}

func TestRankAt(t *testing.T) {
	for _, c := range []struct {
		rank int
		ids  []model.PersonID
		want []model.PersonID
	}{
		{1, []model.PersonID{4, 2}, []model.PersonID{4, 2, 1, 3}},
		{2, []model.PersonID{1, 3}, []model.PersonID{2, 1, 3, 4}},
		{100, []model.PersonID{1}, []model.PersonID{2, 3, 4, 1}},
		{-1, []model.PersonID{3}, []model.PersonID{3, 1, 2, 4}},
	} {
		m := benched(t)
		if err := m.RankAt(c.rank, c.ids...); err != nil {
			t.Error(err)
		}
		checkRanking(t, m, c.want...)
	}
	m := benched(t)
	if err := m.RankAt(1, 4, 11); !errors.Is(err, model.ErrOffMap) || !strings.Contains(err.Error(), "p11") {
		t.Errorf("someone of the bench: %v", err)
	}
	checkRanking(t, m, 1, 2, 3, 4)
}

// Two records of one person become one place: the better one, with both notes.
func TestUnitePlaces(t *testing.T) {
	const none = model.NoTier
	on := func(id model.PersonID, note string, tier model.Tier) model.Entry {
		return model.Entry{Person: id, Note: note, Tier: tier}
	}
	for name, c := range map[string]struct{ entries, bench, wantEntries, wantBench []model.Entry }{
		"the other above":        {entries: []model.Entry{on(2, "two", model.TierA), on(3, "", none), on(1, "one", model.TierB)}, wantEntries: []model.Entry{on(1, "one; two", model.TierA), on(3, "", none)}},
		"the kept above":         {entries: []model.Entry{on(1, "one", none), on(3, "", none), on(2, "one", model.TierC)}, wantEntries: []model.Entry{on(1, "one", model.TierC), on(3, "", none)}},
		"the other alone":        {entries: []model.Entry{on(3, "", none), on(2, "two", model.TierC)}, wantEntries: []model.Entry{on(3, "", none), on(1, "two", model.TierC)}},
		"the kept on the bench":  {entries: []model.Entry{on(3, "", none), on(2, "", model.TierB)}, bench: []model.Entry{on(1, "one", none), on(4, "", none)}, wantEntries: []model.Entry{on(3, "", none), on(1, "one", model.TierB)}, wantBench: []model.Entry{on(4, "", none)}},
		"the other on the bench": {entries: []model.Entry{on(1, "", none)}, bench: []model.Entry{on(2, "two", none)}, wantEntries: []model.Entry{on(1, "two", none)}, wantBench: []model.Entry{}},
		"both on the bench":      {bench: []model.Entry{on(1, "", none), on(2, "two", none)}, wantBench: []model.Entry{on(1, "two", none)}},
	} {
		m := model.Map{Entries: c.entries, Bench: c.bench}
		if !m.Unite(1, 2) {
			t.Errorf("%s: nothing was united", name)
		}
		if !reflect.DeepEqual(m.Entries, c.wantEntries) || !reflect.DeepEqual(m.Bench, c.wantBench) {
			t.Errorf("%s: on the map %+v, on the bench %+v", name, m.Entries, m.Bench)
		}
	}
	m := ranking(t, 1, 3)
	if m.Unite(1, 2) {
		t.Error("someone who is nowhere was united")
	}
	checkRanking(t, m, 1, 3)
}

func TestTiers(t *testing.T) {
	m := benched(t)
	if m.Tiered() || m.InTiers() {
		t.Error("a map without tiers has some")
	}
	for id, tier := range map[model.PersonID]model.Tier{1: model.TierB, 2: model.TierA, 4: model.TierA} {
		if err := m.SetTier(id, tier); err != nil {
			t.Fatal(err)
		}
	}
	if !m.Tiered() || m.InTiers() {
		t.Error("the ranks follow the tiers before they do")
	}
	if !m.RankByTier() || !m.InTiers() || m.RankByTier() {
		t.Error("ranked by tier they are not")
	}
	checkRanking(t, m, 2, 4, 1, 3)
	for text, want := range map[string]model.Tier{"a": model.TierA, " B ": model.TierB, "3": model.TierC, "none": model.NoTier, "-": model.NoTier} {
		if got, err := model.ParseTier(text); err != nil || got != want {
			t.Errorf("%q is tier %v, %v", text, got, err)
		}
	}
	for _, text := range []string{"", "D", "AB", "4"} {
		if _, err := model.ParseTier(text); err == nil || !strings.Contains(err.Error(), "A, B, C or none") {
			t.Errorf("%q: %v", text, err)
		}
	}
}

// A ranking that is told keeps tiers, and brings in whoever is on the bench.
func TestArrangeWithTiersAndABench(t *testing.T) {
	m := benched(t)
	for _, id := range []model.PersonID{2, 12} {
		if err := errors.Join(m.SetTier(id, model.TierB), m.SetNote(id, "kept")); err != nil {
			t.Fatal(err)
		}
	}
	if added, left := m.Arrange([]model.Entry{{Person: 12}, {Person: 2, Tier: model.TierA}, {Person: 1}}); added != 1 || left != 0 {
		t.Errorf("%d added, %d left", added, left)
	}
	checkRanking(t, m, 12, 2, 3, 4, 1)
	checkBench(t, m, 11, 13)
	if m.Entries[0] != (model.Entry{Person: 12, Note: "kept", Tier: model.TierB}) || m.Entries[1] != (model.Entry{Person: 2, Note: "kept", Tier: model.TierA}) {
		t.Errorf("the first two are %+v", m.Entries[:2])
	}
}
