package main

import (
	"context"
	"fmt"
	"math"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"talentmap/model"
	"talentmap/scoring"
	"talentmap/store"
	"talentmap/store/roster"
)

// listedJSON is one line of a shortlist.
type listedJSON struct {
	Rank    int        `json:"rank"` // 0: she is not listed
	ID      string     `json:"id"`
	Person  string     `json:"person"`
	Title   string     `json:"title"`
	Company string     `json:"company"`
	Score   int        `json:"score"`
	Reason  string     `json:"reason"`
	Motive  string     `json:"motive"`
	Channel string     `json:"channel"`
	Way     string     `json:"way"` // why that channel
	Pinned  int        `json:"pinned"`
	Change  string     `json:"change"` // since it was drawn last: new, +2, -1, ""
	Apart   string     `json:"apart"`  // why she can't be written to now
	Off     string     `json:"off"`    // why she is not on the list
	Maps    []rankJSON `json:"maps"`
	Must    []needJSON `json:"must"`
	Nice    []needJSON `json:"nice"`
	Parts   []partJSON `json:"parts"`
}

type rankJSON struct {
	Map  string `json:"map"`
	Name string `json:"name"`
	Rank int    `json:"rank"`
}

type needJSON struct {
	Skill   string `json:"skill"`
	Verdict string `json:"verdict"`
	Why     string `json:"why"`
}

type partJSON struct {
	Name    string  `json:"name"`
	Verdict string  `json:"verdict"`
	Points  float64 `json:"points"`
	Of      float64 `json:"of"`
	Why     string  `json:"why"`
}

// shortlisting is one run of the verb.
type shortlisting struct {
	*app
	json, everyone, keep, off bool
	date, why                 string
	limit                     int
}

func (a *app) shortlistVerb() *cobra.Command {
	v := shortlisting{app: a}
	c := &cobra.Command{
		Use: "shortlist ROLE", Short: "Who comes into question for a role, and why",
		Long: "Who comes into question for a role, and why: drawn anew from its maps, or from everyone. Those who can't be written to now stand\n" +
			"apart, with the reason. --why NAME explains one person, point by point, also where she is not on the list.",
		Args: args(1, 1, "one role: an ID such as r1, or a title"),
		RunE: func(c *cobra.Command, args []string) error {
			if v.limit < 1 {
				return usage("--limit must be at least 1")
			}
			return a.with(func(st *store.Store) error { return v.run(c.Context(), st, args[0]) })
		},
	}
	f := c.Flags()
	f.BoolVar(&v.everyone, "everyone", false, "look at everyone, whichever maps they are on")
	f.BoolVar(&v.keep, "keep", false, "note the list as it stands, so that the next one says what has changed")
	f.BoolVar(&v.off, "off", false, "those, too, who are not on the list, with the reason")
	f.StringVar(&v.why, "why", "", "explain one person: an ID, e-mail address, profile link or name")
	f.StringVar(&v.date, "as-of", "", "the day to judge on (default today)")
	f.IntVar(&v.limit, "limit", math.MaxInt, "how many to print")
	jsonFlag(c, &v.json)
	return c
}

func (v *shortlisting) run(ctx context.Context, st *store.Store, arg string) error {
	now, err := v.asOf(v.date)
	if err != nil {
		return err
	}
	var r model.Role
	var who model.PersonID
	err = st.View(func(tx *store.Tx) (err error) {
		if r, err = roleMeant(tx, arg); err == nil && v.why != "" {
			who, err = findPerson(tx, v.why)
		}
		return err
	})
	if err != nil {
		return err
	}
	pool, list, err := v.draw(ctx, st, &r, who, now)
	if err != nil {
		return err
	}
	if who != 0 {
		return v.explain(pool, &r, &list, who)
	}
	rows := v.rows(pool, &r, &list)
	if v.keep {
		if err := v.note(st, &r, &list); err != nil {
			return err
		}
	}
	if v.json {
		return printJSON(v.out, rows)
	}
	return v.tell(pool, &r, &list, rows)
}

// draw reads whoever comes into question, and draws the list.
func (v *shortlisting) draw(ctx context.Context, st *store.Store, r *model.Role, who model.PersonID, now time.Time) (*roster.Pool, scoring.Shortlist, error) {
	var also []model.PersonID
	if v.everyone {
		snap, err := loadRoster(ctx, roster.New(st, &v.weights, func() time.Time { return now }))
		if err != nil {
			return nil, scoring.Shortlist{}, err
		}
		also = snap.Likely(r, roster.LikelyMost, now)
	}
	if who != 0 {
		also = append(also, who)
	}
	pool, err := v.pool(ctx, st, now, also)
	if err != nil {
		return nil, scoring.Shortlist{}, err
	}
	if v.everyone {
		return pool, pool.ShortlistOfEveryone(r), nil
	}
	return pool, pool.Shortlist(r), nil
}

// note keeps the list as it stands.
func (v *shortlisting) note(st *store.Store, r *model.Role, list *scoring.Shortlist) error {
	_, err := st.EditRole(store.By(v.user, "drew the shortlist of "+r.Title), r.ID, func(_ *store.Tx, r *model.Role) error {
		r.List.Draw(list.People(), v.user, v.now())
		return nil
	})
	return err
}

func (v *shortlisting) rows(pool *roster.Pool, r *model.Role, list *scoring.Shortlist) (rows []listedJSON) {
	parts := [][]scoring.Judged{list.Listed, list.Apart}
	if v.off {
		parts = append(parts, list.Off)
	}
	for n, part := range parts {
		for i := range part {
			j := &part[i]
			if n == 2 {
				words, ok := pool.Judge(r, j.Person)
				if words.Off = j.Off; ok {
					j = &words
				}
			}
			row := describeListed(pool, r, j)
			if n == 0 {
				row.Rank, row.Change = i+1, list.Change(&r.List, i)
			}
			if len(rows) < v.limit {
				rows = append(rows, row)
			}
		}
	}
	return rows
}

func describeListed(pool *roster.Pool, r *model.Role, j *scoring.Judged) listedJSON {
	p := pool.Profiles[j.Person]
	row := listedJSON{
		ID: j.Person.String(), Person: p.Person.Name, Title: p.Latest.Title, Company: p.Latest.Company, Score: j.Score, Reason: j.Reason,
		Motive: string(j.Motive), Channel: string(j.Channel), Way: j.ChannelWhy, Pinned: r.List.Pin(j.Person), Apart: j.Apart, Off: j.Off,
		Maps: []rankJSON{}, Must: needs(j.Must), Nice: needs(j.Nice), Parts: []partJSON{},
	}
	for _, m := range j.Maps {
		row.Maps = append(row.Maps, rankJSON{m.Map.String(), m.Name, m.Rank})
	}
	for _, part := range j.Parts {
		row.Parts = append(row.Parts, partJSON{part.Name, part.Verdict.String(), math.Round(part.Points*100) / 100, part.Of, part.Why})
	}
	return row
}

func needs(all []scoring.Need) []needJSON {
	out := make([]needJSON, len(all))
	for i, n := range all {
		out[i] = needJSON{n.Skill, n.Verdict.String(), n.Why}
	}
	return out
}

func (v *shortlisting) tell(pool *roster.Pool, r *model.Role, list *scoring.Shortlist, rows []listedJSON) error {
	if len(rows) == 0 {
		fmt.Fprintf(v.out, "nobody comes into question for %s; --off says why, --everyone looks beyond the maps\n", model.CleanLine(r.Title))
		return nil
	}
	err := printTable(v.out, "#\tSCORE\tID\tNAME\tTITLE\tCOMPANY\tMAP\tCHANGED\tWHY", func(line func(...any)) {
		for _, row := range rows {
			rank, why := fmt.Sprint(row.Rank), row.Reason
			switch {
			case row.Off != "":
				rank, why = "", "not on it: "+row.Off
			case row.Apart != "":
				rank, why = "", "apart: "+row.Apart
			case row.Pinned > 0:
				rank += "*"
			}
			line(rank, row.Score, row.ID, row.Person, row.Title, row.Company, bestRank(row.Maps), row.Change, why)
		}
	})
	if err != nil {
		return err
	}
	if !r.List.DrawnAt.IsZero() {
		fmt.Fprintln(v.out, v.changes(pool, r, list))
	}
	return (*spared)(&pool.Damaged).tell(v.app)
}

// changes says what has changed since the list was drawn last.
func (v *shortlisting) changes(pool *roster.Pool, r *model.Role, list *scoring.Shortlist) string {
	d := list.Redraw(&r.List)
	var gone []string
	for _, id := range d.Went {
		gone = append(gone, v.named(pool, id))
	}
	text := fmt.Sprintf("since %s: %d came, %d went, %d moved", r.List.DrawnAt.Format(time.DateOnly), len(d.Came), len(d.Went), d.Moved)
	return model.CleanLine(text + prefixed("; gone: ", strings.Join(gone, ", ")))
}

func bestRank(all []rankJSON) string {
	if len(all) == 0 {
		return ""
	}
	return fmt.Sprintf("%s #%d", all[0].Map, all[0].Rank)
}

// explain says how one person stands to the role, point by point.
func (v *shortlisting) explain(pool *roster.Pool, r *model.Role, list *scoring.Shortlist, who model.PersonID) error {
	j, ok := list.Find(who)
	if words, known := pool.Judge(r, who); !ok || j.Off != "" {
		if ok {
			words.Off = j.Off
		}
		if j = words; !known {
			return fmt.Errorf("%s could not be read: `talentmap check` says more", who)
		}
	}
	row := describeListed(pool, r, &j)
	row.Rank = list.Rank(who)
	if row.Rank > 0 {
		row.Change = list.Change(&r.List, row.Rank-1)
	}
	if v.json {
		return printJSON(v.out, []listedJSON{row})
	}
	stands := fmt.Sprintf("%d on the shortlist", row.Rank)
	switch {
	case row.Off != "":
		stands = "not on the shortlist: " + row.Off
	case row.Apart != "":
		stands = "apart: " + row.Apart
	}
	fmt.Fprintf(v.out, "%s (%s) for %s: %d of 100, %s\n", model.CleanLine(row.Person), row.ID, model.CleanLine(r.Title), row.Score, model.CleanLine(stands))
	for _, p := range row.Parts {
		fmt.Fprintf(v.out, "  %5.1f of %-4g %-14s%s\n", p.Points, p.Of, p.Name, model.CleanLine(p.Why))
	}
	for _, n := range append(row.Must, row.Nice...) {
		fmt.Fprintf(v.out, "  %-14s %s, %s\n", model.CleanLine(n.Skill), n.Verdict, model.CleanLine(n.Why))
	}
	for _, m := range row.Maps {
		fmt.Fprintf(v.out, "  %-14s rank %d on %s\n", m.Map, m.Rank, model.CleanLine(m.Name))
	}
	return nil
}
