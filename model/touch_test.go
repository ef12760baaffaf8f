package model_test

import (
	"slices"
	"testing"

	"talentmap/model"
)

func TestDraftEmpty(t *testing.T) {
	if !(&model.Draft{Person: 1, Channel: model.Email}).Empty() {
		t.Error("a draft without words is not empty")
	}
	if (&model.Draft{Subject: "x"}).Empty() || (&model.Draft{Body: "x"}).Empty() {
		t.Error("a draft with words is empty")
	}
}

func TestListsNameEachOnce(t *testing.T) {
	kinds, channels := model.SignalKinds(), model.Channels()
	if len(kinds) != 11 || len(channels) != 6 {
		t.Errorf("%d kinds of signals and %d channels, want 11 and 6", len(kinds), len(channels))
	}
	slices.Sort(kinds)
	slices.Sort(channels)
	if len(slices.Compact(kinds)) != 11 || len(slices.Compact(channels)) != 6 {
		t.Error("one is listed twice")
	}
}

func TestSignalOfCompany(t *testing.T) {
	if !(&model.Signal{Company: 1}).OfCompany() || (&model.Signal{Person: 1}).OfCompany() {
		t.Error("a signal is of a company exactly when it names one")
	}
}
