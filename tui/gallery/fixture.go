package gallery

import (
	"context"
	_ "embed"
	"errors"
	"os"
	"path/filepath"
	"strings"

	"talentmap/model"
	"talentmap/store"
)

// people is a file to be imported: made-up people, with one of everything that can
// be wrong with a row.
//
//go:embed people.csv
var people []byte

// Provide writes the files of the scenes into a folder, as of the day of the scenes. Their
// keys name them as they are called in the folder where the program runs.
func Provide(dir string) error {
	path := filepath.Join(dir, "people.csv")
	if err := os.WriteFile(path, people, 0o600); err != nil {
		return err
	}
	return os.Chtimes(path, Now(), Now())
}

// mine are the keys of an edit of hers that is not saved yet: of where she lives,
// and of her notes.
const mine = "tab tab =_West tab tab tab tab tab tab tab tab tab tab tab tab tab =Likes_tea."

// theirs is what a colleague changes of her meanwhile.
func theirs(_ context.Context, st *store.Store) error {
	_, err := st.Edit(store.By("grace", "moved Käthe Hoffmann-Lehmann"), func(tx *store.Tx) error {
		for p, err := range tx.People(0) {
			if err != nil {
				return err
			}
			if strings.HasPrefix(p.Name, "Käthe Hoffmann") {
				p.Location, p.Notes = "Bergen, Norway", "Met at a fair."
				return tx.PutPerson(&p)
			}
		}
		return errors.New("nobody is called Käthe Hoffmann")
	})
	return err
}

// alike are people of a file at employers of which two and two may be one.
func alike(ctx context.Context, st *store.Store) error {
	var people []*model.Person
	for i, company := range []string{"Flux Systems", "株式会社FLUX", "Flux Systems", "Nordlys Data", "株式会社NORDLYS"} {
		people = append(people, &model.Person{
			Name: "Person " + string(rune('A'+i)) + " Example", Positions: []model.Position{{Company: company, Title: "Engineer"}},
		})
	}
	im := st.Importer(User, model.Import{Source: "team.csv", Dialect: "generic CSV"})
	return errors.Join(im.Write(ctx, people), im.Finish(model.Import{New: len(people)}))
}

// doubts are two rows of a file, each of which may mean somebody on the first map.
func doubts(ctx context.Context, st *store.Store) error {
	var rows []*model.Review
	err := st.View(func(tx *store.Tx) error {
		for m, err := range tx.Maps() {
			if err != nil {
				return err
			}
			first, err := tx.Person(m.Entries[0].Person)
			if err != nil {
				return err
			}
			third, err := tx.Person(m.Entries[2].Person)
			if err != nil {
				return err
			}
			rows = []*model.Review{doubt(7, &first, "Director", "new@example.net"), doubt(9, &third, "", "")}
			rows[0].Like = append(rows[0].Like, m.Entries[1].Person)
			return nil
		}
		return errors.New("there is no map")
	})
	if err != nil {
		return err
	}
	im := st.Importer(User, model.Import{Source: "connections.csv"})
	return errors.Join(im.Hold(ctx, rows), im.Finish(model.Import{Review: len(rows)}))
}

// doubt is a row of somebody's name and employer.
func doubt(line int, p *model.Person, title, email string) *model.Review {
	r := &model.Review{
		Line: line, Why: "the same name and employer as " + p.ID.String() + ", and nothing else to tell by", Like: []model.PersonID{p.ID},
		Incoming: model.Person{Name: p.Name, Location: p.Location, Positions: []model.Position{{Company: p.Positions[0].Company, Title: title}}},
	}
	if email != "" {
		r.Incoming.Contact.Emails = []string{email}
	}
	return r
}
