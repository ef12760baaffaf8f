package model_test

import (
	"testing"

	"talentmap/model"
)

func TestNamesAsPeopleTypeThem(t *testing.T) {
	kind := func(s string) (string, error) { k, err := model.MeantSignalKind(s); return string(k), err }
	channel := func(s string) (string, error) { c, err := model.MeantChannel(s); return string(c), err }
	lock := func(s string) (string, error) { l, err := model.MeantLock(s); return string(l), err }
	motivator := func(s string) (string, error) { m, err := model.MeantMotivator(s); return string(m), err }
	for _, tt := range []struct {
		read            func(string) (string, error)
		text, want, err string
	}{
		{kind, "open to work", "open to work", ""},
		{kind, " OpenToWork", "open to work", ""},
		{kind, "layo", "layoffs", ""},
		{kind, "p", "", `more than one kind of signal "p": it is one of profile updated, posts more, promoted without title, passed over, pay below market`},
		{channel, "mail", "e-mail", ""},
		{channel, "Email", "e-mail", ""},
		{channel, "inm", "InMail", ""},
		{channel, "fax", "", `there is no channel "fax": it is one of e-mail, InMail, message, phone, introduction, event`},
		{lock, "opted out", "opted-out", ""},
		{lock, "", "", `there is no lock "": it is one of do-not-contact, opted-out`},
		{motivator, "company", "company stage", ""},
		{motivator, "com", "", `more than one motivator "com": it is one of compensation, company stage`},
	} {
		got, err := tt.read(tt.text)
		if got != tt.want || (err == nil) != (tt.err == "") || err != nil && err.Error() != tt.err {
			t.Errorf("%q: %q, %v, want %q, %s", tt.text, got, err, tt.want, tt.err)
		}
	}
}
