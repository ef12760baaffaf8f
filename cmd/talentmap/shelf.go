package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"talentmap/model"
	"talentmap/scoring/drafting"
	"talentmap/store"
)

type shelfJSON struct {
	ID         string   `json:"id"`
	Kind       string   `json:"kind"`
	Title      string   `json:"title"`
	Link       string   `json:"link"`
	Text       string   `json:"text"`
	Topics     []string `json:"topics"`
	Motivators []string `json:"motivators"`
	By         string   `json:"by"`
	At         string   `json:"at"`
	Score      int      `json:"score"` // with --for: how well it fits
	Why        string   `json:"why"`
}

func (a *app) shelfVerb() *cobra.Command {
	c := group(&cobra.Command{
		Use: "shelf", Short: "What is worth sharing",
		Long: "The shelf has what is worth sharing with people who are not looking: a brief, a post, a benchmark. Each is shared with a person once at most.\n" +
			"`talentmap draft PERSON --from-shelf` makes a value touch of what fits her best.",
	}, "list, add or remove")
	c.AddCommand(a.shelfListVerb(), a.shelfAddVerb(), a.shelfRemoveVerb())
	return c
}

func describeShared(m *drafting.Match) shelfJSON {
	s := &m.Item
	out := shelfJSON{
		ID: s.ID.String(), Kind: s.Kind, Title: s.Title, Link: s.Link, Text: s.Text, Topics: slices.Clone(s.Topics), Motivators: []string{},
		By: s.By, At: stamp(s.At), Score: m.Score, Why: m.Why,
	}
	if out.Topics == nil {
		out.Topics = []string{}
	}
	for _, mo := range s.Motivators {
		out.Motivators = append(out.Motivators, string(mo))
	}
	return out
}

func (a *app) shelfListVerb() *cobra.Command {
	var asJSON bool
	var whom string
	c := &cobra.Command{
		Use: "list", Short: "List what is on the shelf", Args: args(0, 0, "no arguments"),
		RunE: func(*cobra.Command, []string) error {
			return a.withNew(func(st *store.Store) error {
				matches, err := a.onShelf(st, whom)
				if err != nil {
					return err
				}
				var out []shelfJSON
				for i := range matches {
					out = append(out, describeShared(&matches[i]))
				}
				return a.sayShelf(out, whom, asJSON)
			})
		},
	}
	c.Flags().StringVar(&whom, "for", "", "only what is new to this person, what fits her best first, with the reason")
	jsonFlag(c, &asJSON)
	return c
}

func (a *app) sayShelf(items []shelfJSON, whom string, asJSON bool) error {
	none := "the shelf is empty: `talentmap shelf add TITLE --link LINK` puts something there"
	if whom != "" {
		none = "nothing on the shelf is new to her: `talentmap shelf add TITLE` puts something there"
	}
	return listing[shelfJSON]{
		none: none, header: "ID\tKIND\tTITLE\tTOPICS\tLINK\tWHY",
		cells: func(s shelfJSON) []any {
			return []any{s.ID, s.Kind, s.Title, strings.Join(s.Topics, ", "), s.Link, s.Why}
		},
	}.say(a, items, asJSON)
}

// onShelf is what is on the shelf, or of it what is new to somebody.
func (a *app) onShelf(st *store.Store, whom string) (out []drafting.Match, err error) {
	err = st.View(func(tx *store.Tx) error {
		items, err := all(tx.Shelf())
		if err != nil || whom == "" {
			for _, s := range items {
				out = append(out, drafting.Match{Item: s})
			}
			return err
		}
		id, err := findPerson(tx, whom)
		if err != nil {
			return err
		}
		p, err := tx.Person(id)
		if err != nil {
			return err
		}
		touches, err := all(tx.TouchesOf(id))
		out = drafting.Matches(&p, touches, items, a.now())
		return err
	})
	return out, err
}

func (a *app) shelfAddVerb() *cobra.Command {
	var s model.ShelfItem
	var topics, motivators []string
	var asJSON bool
	c := &cobra.Command{
		Use: "add TITLE", Short: "Put something on the shelf", Args: args(1, 1, "a TITLE: put it in quotes"),
		RunE: func(_ *cobra.Command, args []string) error {
			kind, err := model.ReadShelfKind(s.Kind)
			if err != nil {
				return usage("%v", err)
			}
			s.Title, s.Kind, s.Link, s.Text = model.CleanLine(args[0]), kind, strings.TrimSpace(s.Link), strings.TrimSpace(model.CleanText(s.Text))
			for _, t := range topics {
				if t = model.CleanLine(t); t != "" {
					s.Topics = append(s.Topics, t)
				}
			}
			for _, m := range motivators {
				s.Motivators = append(s.Motivators, model.Motivator(strings.ToLower(model.CleanLine(m))))
			}
			s.By, s.At = a.user, a.now()
			return a.withNew(func(st *store.Store) error {
				_, err := st.Edit(store.By(a.user, "put "+s.Title+" on the shelf"), func(tx *store.Tx) error { return tx.PutShelfItem(&s) })
				switch {
				case err != nil:
					return err
				case asJSON:
					return printJSON(a.out, []shelfJSON{describeShared(&drafting.Match{Item: s})})
				}
				fmt.Fprintf(a.out, "put %s (%s) on the shelf\n", s.Title, s.ID)
				return nil
			})
		},
	}
	f := c.Flags()
	f.StringVar(&s.Kind, "kind", "", "what it is: "+strings.Join(model.ShelfKinds(), ", "))
	f.StringVar(&s.Link, "link", "", "where it is")
	f.StringVar(&s.Text, "text", "", "what it says, in a sentence or two")
	f.StringSliceVar(&topics, "topic", nil, "what it is about; several with commas")
	f.StringSliceVar(&motivators, "motivator", nil, "whom it is for, by what would move them: scope, compensation, technology, company stage")
	jsonFlag(c, &asJSON)
	return c
}

func (a *app) shelfRemoveVerb() *cobra.Command {
	return &cobra.Command{
		Use: "remove ITEM", Short: "Take something off the shelf; undo brings it back", Args: args(1, 1, "a thing on the shelf: its ID or title"),
		RunE: func(_ *cobra.Command, args []string) error {
			return a.with(func(st *store.Store) error {
				w, err := a.readWritings(st)
				if err != nil {
					return err
				}
				s, err := w.shared(args[0])
				if err != nil {
					return err
				}
				if _, err = st.Edit(store.By(a.user, "took "+s.Title+" off the shelf"), func(tx *store.Tx) error { return tx.RemoveShelfItem(s.ID) }); err != nil {
					return err
				}
				fmt.Fprintf(a.out, "took %s (%s) off the shelf: `talentmap undo` brings it back\n", s.Title, s.ID)
				return nil
			})
		},
	}
}
