package roster_test

import (
	"errors"
	"testing"

	"talentmap/model"
	"talentmap/store/roster"
	"talentmap/store/storetest"
)

func TestLevelComparesRungs(t *testing.T) {
	st := storetest.Open(t)
	var all []model.Person
	for _, at := range [][2]string{
		{"Int", "Werkstudent"},
		{"Jun", "Junior Developer"},
		{"Mid", "Software Engineer"},
		{"Two", "Engineer II"},
		{"Sen", "Sr. Software Engineer"},
		{"Sta", "Staff Engineer"},
		{"Sst", "Senior Staff Engineer"},
		{"Lea", "Tech Lead"},
		{"Glo", "Senior Global Team Lead"},
		{"Pri", "Principal Engineer"},
		{"Man", "Engineering Manager"},
		{"Hea", "Abteilungsleiterin"},
		{"Dir", "Directrice marketing"},
		{"Vp", "SVP Sales"},
		{"Cto", "Chief Technology Officer"},
		{"Fou", "Founder"},
		{"Non", ""},
	} {
		all = append(all, works(at[0]+" Ek", at[1], "Acme", "Leeds"))
	}
	add(t, st, all...)
	s := openRoster(t, st).Snapshot()
	for _, tt := range []struct{ query, want string }{
		{"level:intern", "Int"},
		{"level:junior", "Jun"},
		{"level:mid", "Mid Two"},
		{"level:senior", "Sen"},
		{"level=senior", "Sen"},
		{"level:SEN", "Sen"},
		{"level:sr", "Sen"},
		{"level:staff", "Sta Sst Lea Glo"},
		{"level:lead", "Sta Sst Lea Glo"},
		{"level:manager", "Pri Man"},
		{"level:principal", "Pri Man"},
		{"level:head", "Hea"},
		{"level:director", "Dir"},
		{"level:Direktorin", "Dir"},
		{"level:vp", "Vp"},
		{`level:"vice president"`, "Vp"},
		{"level:chief", "Cto"},
		{"level:c", "Cto"},
		{"level:ceo", "Cto"},
		{"level>=head", "Hea Dir Vp Cto"},
		{"level>manager", "Hea Dir Vp Cto"},
		{"level<senior", "Int Jun Mid Two"},
		{"level<manager level>=senior", "Sen Sta Sst Lea Glo"},
		{"level<=junior", "Int Jun"},
		{"-level>=mid", "Int Jun Fou Non"},
		{"level<=chief -level>=intern", ""},
	} {
		if got := who(t, s, tt.query); got != tt.want {
			t.Errorf("%s finds %q, want %q", tt.query, got, tt.want)
		}
	}
}

func TestLevelErrorsListTheRungs(t *testing.T) {
	const list = "it is one of intern, junior, mid, senior, staff, lead, principal, manager, head, director, vp, chief"
	for _, value := range []string{"boss", "s", "engineer", "founder", "-", "4"} {
		_, err := roster.ParseQuery("level:"+value, "", storetest.Now())
		var bad *roster.QueryError
		if want := `there is no level "` + value + `": ` + list; !errors.As(err, &bad) || bad.Reason != want {
			t.Errorf("level:%s: %v, want %s", value, err, want)
		}
	}
}
