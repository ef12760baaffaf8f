package model_test

import (
	"fmt"
	"strings"
	"testing"

	"talentmap/model"
)

func TestParsePersonID(t *testing.T) {
	for _, s := range []string{"p17", "P17"} {
		id, err := model.ParsePersonID(s)
		if id != 17 || err != nil || id.String() != "p17" {
			t.Errorf("ParsePersonID(%q) = %v, %v", s, id, err)
		}
	}
	for _, s := range []string{"", "p", "17", "p0", "m17", "p-1", "p+1", "p1x", "p99999999999999999999"} {
		if id, err := model.ParsePersonID(s); err == nil || !strings.Contains(err.Error(), "p17") {
			t.Errorf("ParsePersonID(%q) = %v, %v; want an error with an example", s, id, err)
		}
	}
	if id, err := model.ParseMapID("m3"); id != 3 || err != nil {
		t.Errorf("ParseMapID(m3) = %v, %v", id, err)
	}
}

func TestIDsHaveTextForms(t *testing.T) {
	got := fmt.Sprint(model.CompanyID(2), model.SignalID(3), model.MapID(4), model.RoleID(5), model.TouchID(6), model.ImportID(7))
	if got != "c2 s3 m4 r5 t6 i7" {
		t.Errorf("text forms %q", got)
	}
}
