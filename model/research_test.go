package model_test

import (
	"testing"

	"talentmap/model"
)

func TestResearchDone(t *testing.T) {
	var r model.Research
	r[model.Progression] = model.Finding{Looked: model.ItemFound, Fact: "two promotions in three years"}
	r[model.MutualConnections] = model.Finding{Looked: model.ItemNone}
	if got := r.Done(); got != 2 {
		t.Errorf("Done = %d, want 2: found and none found count, open does not", got)
	}
	if got := model.MutualConnections.String(); got != "mutual connections" {
		t.Errorf("String = %q", got)
	}
	if (model.Outreach{}).Current() != model.Mapped {
		t.Error("the zero state is not mapped")
	}
}
