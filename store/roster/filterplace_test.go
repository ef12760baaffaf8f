package roster_test

import (
	"encoding/csv"
	"errors"
	"io/fs"
	"os"
	"slices"
	"strings"
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
		{"Ohi", "OH"},
		{"Col", "Columbus, OH"},
		{"Zan", "Zanesville OH"},
		{"Usa", "OH, USA"},
		{"Cal", "CA"}, // California, or Canada
		{"Ott", "Ottawa, CA"},
		{"Ont", "ON"},
		{"Dlw", "DE"}, // Delaware, or Germany
		{"Pas", "Passau, DE"},
		{"Tbi", "Tbilisi, Georgia"},
		{"Atl", "Atlanta, GA"},
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
		{"location:germany", "Ber Mue Met Rde Pas"},
		{"location:Deutschland", "Ber Mue Met Rde Pas"},
		{"location:de", "Ber Mue Met Rio Rde Dlw Pas"}, // Rio and Dlw have the word
		{"location:dach", "Ber Mue Met Zur Rde Pas"},
		{"location:eu", "Ber Mue Met Rde Pas"},
		{"location:europe", "Ber Mue Met Zur Osl Lon Gbr Rde Pas"},
		{"location:nordics", "Osl"},
		{"location:emea", "Ber Mue Met Zur Osl Lon Gbr Rde Rem2 Pas"},
		{"location:munich", "Mue"},
		{"location:bavaria", "Mue"},
		{"location:berlin", "Ber Met"},
		{`location:"berlin, germany"`, "Ber Met"},
		{`location:"bay area"`, "Pal Bay"},
		{"location:california", "Pal Bay Cal"},
		{"location:us", "Pal Bay Ind Ohi Col Zan Usa Atl"}, // Cal and Dlw perhaps,
		{"location:india", "Del"},                          // and not Indiana
		{"location:uk", "Lon Gbr"},
		{"location:ind", "Ind Del"}, // no place: the beginning of a word
		{"location:now", "Unk"},
		{"location:il", "Ill"}, // by its text, as it may be two
		{"location:illinois", "Ill"},
		{"location:ohio", "Ohi Col Zan Usa"},
		{"location:oh", "Ohi Col Zan Usa"},
		{"location=ohio", ""},
		{"location:columbus", "Col"},
		{`location:"columbus, oh"`, "Col"},
		{"location:canada", "Ott Ont"},
		{"location:ca", "Cal Ott Ont"},
		{"location:ontario", "Ott Ont"},
		{"location:delaware", "Dlw"},
		{"location:georgia", "Tbi Atl"},
		{"location:israel", ""},
		{"location:apac", "Del Apa"},
		{"location:remote", "Rem Any Rde Rem2 Apa"},
		{`location:"remote xyz"`, ""},
		{`location:"remote germany"`, "Rde"},
		{"location=germany", "Ber Rde"}, // only as it is written
		{"location=uk", "Lon"},
		{"location=berl", ""},
		{"location:europe -location:dach", "Osl Lon Gbr"},
		{"-location:emea -location:americas", "Del Rem Any Apa Ill Cal Dlw Tbi Unk Non"},
		{"-location:remote location:germany", "Ber Mue Met Pas"},
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

// Members of a congress write their state's code and nothing else: who is asked
// for by the state is found, all of them and nobody else.
func TestStatesOfCongress(t *testing.T) {
	file, err := os.Open("../../../shared/data/congress/congress_people.csv")
	if errors.Is(err, fs.ErrNotExist) {
		t.Skip("no ../shared/data/congress beside the repository")
	}
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	rows, err := csv.NewReader(file).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	state := slices.Index(rows[0], "state")
	st, want := storetest.Open(t), map[string]int{}
	var all []model.Person
	for _, r := range rows[1:] {
		want[r[state]]++
		all = append(all, model.Person{Name: r[1], Location: r[state]})
	}
	add(t, st, all...)
	s := openRoster(t, st).Snapshot()
	for _, tt := range []struct{ query, codes string }{
		{"location:ohio", "OH"},
		{"location:california", "CA"},
		{"location:texas", "TX"},
		{"location:louisiana", "LA"},
		{"location:georgia", "GA"},
		{"location:oregon", "OR"},
		{"location:indiana", "IN"},
		{"location:maine", "ME"},
		{"location:delaware", "DE"},
		{"location:pennsylvania", "PA"},
		{`location:"new york"`, ""}, // the city
		{`location:"new york state"`, "NY"},
		{`location:"puerto rico"`, "PR"},
		{"location:canada", ""},
		{"location:germany", ""},
		{"location:india", ""},
		{"location:europe", ""},
		{"location:latam", "PR VI"},
	} {
		q, err := roster.ParseQuery(tt.query, "", storetest.Now())
		if err != nil {
			t.Fatal(err)
		}
		n := 0
		for code := range strings.FieldsSeq(tt.codes) {
			n += want[code]
		}
		if _, total := s.Find(q, 1); total != n {
			t.Errorf("%s finds %d, want %d", tt.query, total, n)
		}
	}
}
