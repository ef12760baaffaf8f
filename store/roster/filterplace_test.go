package roster_test

import (
	"slices"
	"testing"

	"talentmap/model"
	"talentmap/store"
	"talentmap/store/roster"
	"talentmap/store/storetest"
)

// travellers are people named for where they are.
func travellers(t *testing.T) *roster.Snapshot {
	t.Helper()
	st := storetest.Open(t)
	var all []model.Person
	for _, at := range [][2]string{
		{"Ber", "Berlin, Germany"},
		{"Mue", "München"},
		{"Met", "Berlin Metropolitan Area"},
		{"Zur", "Zürich, Suisse"},
		{"Osl", "Norway, Oslo"},
		{"Pal", "Palo Alto, California"},
		{"Bay", "San Francisco Bay Area"},
		{"Ind", "Indianapolis, Indiana"},
		{"Del", "New Delhi, India"},
		{"Rio", "Rio de Janeiro"},
		{"Lon", "London, UK"},
		{"Gbr", "United Kingdom"},
		{"Rem", "Remote"},
		{"Any", "Anywhere"},
		{"Rde", "Remote - Germany"},
		{"Rem2", "Remote (EMEA)"},
		{"Apa", "Remote (Asia Pacific)"},
		{"Ill", "IL"}, // Illinois, or Israel
		{"Unk", "Middle of nowhere"},
		{"Non", ""},
	} {
		all = append(all, works(at[0]+" Ek", "Buyer", "Acme", at[1]))
	}
	add(t, st, all...)
	return openRoster(t, st).Snapshot()
}

func TestLocationFindsByPlaceAndByText(t *testing.T) {
	s := travellers(t)
	for _, tt := range []struct{ query, want string }{
		{"location:germany", "Ber Mue Met Rde"},
		{"location:Deutschland", "Ber Mue Met Rde"},
		{"location:de", "Ber Mue Met Rio Rde"}, // Rio has the word
		{"location:dach", "Ber Mue Met Zur Rde"},
		{"location:eu", "Ber Mue Met Rde"},
		{"location:europe", "Ber Mue Met Zur Osl Lon Gbr Rde"},
		{"location:nordics", "Osl"},
		{"location:emea", "Ber Mue Met Zur Osl Lon Gbr Rde Rem2"},
		{"location:munich", "Mue"},
		{"location:bavaria", "Mue"},
		{"location:berlin", "Ber Met"},
		{`location:"berlin, germany"`, "Ber Met"},
		{`location:"bay area"`, "Pal Bay"},
		{"location:california", "Pal Bay"},
		{"location:us", "Pal Bay Ind"},
		{"location:india", "Del"}, // and not Indiana
		{"location:uk", "Lon Gbr"},
		{"location:ind", "Ind Del"}, // no place: the beginning of a word
		{"location:now", "Unk"},
		{"location:il", "Ill"}, // by its text, as it may be two
		{"location:israel", ""},
		{"location:apac", "Del Apa"},
		{"location:remote", "Rem Any Rde Rem2 Apa"},
		{`location:"remote xyz"`, ""},
		{`location:"remote germany"`, "Rde"},
		{"location=germany", "Ber Rde"}, // only as it is written
		{"location=uk", "Lon"},
		{"location=berl", ""},
		{"location:europe -location:dach", "Osl Lon Gbr"},
		{"-location:emea -location:americas", "Del Rem Any Apa Ill Unk Non"},
		{"-location:remote location:germany", "Ber Mue Met"},
		{"ek location:norway", "Osl"},
	} {
		if got := who(t, s, tt.query); got != tt.want {
			t.Errorf("%s finds %q, want %q", tt.query, got, tt.want)
		}
	}
}

// Who moves is found at the new place, and those beside her stay found.
func TestLocationFollowsTheStore(t *testing.T) {
	st, r := office(t)
	q, err := roster.ParseQuery("location:germany", "", storetest.Now())
	if err != nil {
		t.Fatal(err)
	}
	found := func(s *roster.Snapshot) []model.PersonID {
		matches, _ := s.Find(q, 10)
		return idsOf(matches)
	}
	if got := found(r.Snapshot()); !slices.Equal(got, []model.PersonID{1, 4}) {
		t.Errorf("in Germany are %v, want 1 and 4", got)
	}
	after := edit(t, st, r, func(tx *store.Tx) error {
		p, err := tx.Person(1)
		if err != nil {
			return err
		}
		p.Location = "Wien"
		return tx.PutPerson(&p)
	})
	if got := found(after); !slices.Equal(got, []model.PersonID{4}) {
		t.Errorf("then in Germany are %v, want 4", got)
	}
}
