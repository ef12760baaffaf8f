package main

import (
	"fmt"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"talentmap/edge/intake"
	"talentmap/model"
	"talentmap/store"
)

// reviewJSON is a row that waits for a decision.
type reviewJSON struct {
	ID      string          `json:"id"`
	File    string          `json:"file,omitempty"`
	Line    int             `json:"line"`
	Name    string          `json:"name"`
	Title   string          `json:"title,omitempty"`
	Company string          `json:"company,omitempty"`
	Why     string          `json:"why"`
	MayMean []candidateJSON `json:"may_mean"`
}

// candidateJSON is someone whom a row may mean, with what speaks for and against.
type candidateJSON struct {
	ID       string         `json:"id"`
	Name     string         `json:"name"`
	Evidence []evidenceJSON `json:"evidence"`
}

type evidenceJSON struct {
	Field  string `json:"field"`
	Row    string `json:"row,omitempty"`
	Known  string `json:"known,omitempty"`
	Says   string `json:"says,omitempty"` // for, against
	Reason string `json:"reason,omitempty"`
}

func (a *app) reviewVerb() *cobra.Command {
	var asJSON bool
	c := &cobra.Command{
		Use:   "review",
		Short: "List the rows of imports that may mean someone known; join them or keep them apart",
		Long:  "List the rows of imported files that may mean someone known, with what speaks for and against.\nA row is not among the people until it is joined with someone or kept apart. What is decided is\nremembered: the same row is not asked about again.\nThe exit status is 1 when rows wait.",
		RunE: func(_ *cobra.Command, _ []string) error {
			return a.with(func(st *store.Store) error { return a.listReviews(st, asJSON) })
		},
	}
	jsonFlag(c, &asJSON)
	join := &cobra.Command{
		Use: "join ROW [PERSON]", Short: "The row means someone known: the likeliest, or the person named",
		Args: args(1, 2, "a row such as y3, and maybe a person"),
	}
	yes := yesFlag(join)
	join.RunE = func(_ *cobra.Command, args []string) error {
		return a.with(func(st *store.Store) error { return a.joinRow(st, args, *yes) })
	}
	apart := &cobra.Command{
		Use: "apart ROW...", Short: "The rows mean nobody known: they become new people",
		Args: args(1, 1000, "at least one row such as y3"),
		RunE: func(_ *cobra.Command, args []string) error {
			return a.with(func(st *store.Store) error { return a.keepApart(st, args) })
		},
	}
	c.AddCommand(join, apart)
	c.Args = func(_ *cobra.Command, got []string) error {
		if len(got) > 0 {
			return usage("review has no verb %q: it is join or apart, or none to list", got[0])
		}
		return nil
	}
	return c
}

func (a *app) listReviews(st *store.Store, asJSON bool) error {
	rows := []reviewJSON{}
	err := st.View(func(tx *store.Tx) error {
		for r, err := range tx.Reviews() {
			if err != nil {
				return err
			}
			row, err := a.describeReview(tx, &r)
			if err != nil {
				return err
			}
			rows = append(rows, row)
		}
		return nil
	})
	if err != nil {
		return err
	}
	if asJSON {
		err = printJSON(a.out, rows)
	} else {
		a.tellReviews(rows)
	}
	if err == nil && len(rows) > 0 {
		return errSaid
	}
	return err
}

func (a *app) describeReview(tx *store.Tx, r *model.Review) (reviewJSON, error) {
	pos := r.Incoming.Latest(a.now())
	out := reviewJSON{
		ID: r.ID.String(), Line: r.Line, Name: r.Incoming.Name, Title: pos.Title, Company: pos.Company, Why: r.Why,
		MayMean: []candidateJSON{},
	}
	if imp, err := tx.Import(r.Import); err == nil {
		out.File = imp.Source
	}
	like, err := tx.MayMean(r)
	for i := range like {
		p := &like[i]
		out.MayMean = append(out.MayMean, candidateJSON{ID: p.ID.String(), Name: p.Name, Evidence: evidence(&r.Incoming, p, a.now())})
	}
	return out, err
}

// evidence is what two records say about whether they are of one person.
func evidence(row, known *model.Person, now time.Time) []evidenceJSON {
	all := []evidenceJSON{}
	for _, e := range model.Compare(row, known, now) {
		all = append(all, evidenceJSON{Field: e.Field, Row: e.A, Known: e.B, Says: e.Says.String(), Reason: e.Reason})
	}
	return all
}

// sayEvidence prints what speaks for one person (+) and against (-).
func (a *app) sayEvidence(all []evidenceJSON) {
	for _, e := range all {
		sign := map[string]string{"for": "+", "against": "-"}[e.Says]
		fmt.Fprintf(a.out, "      %1s %-12s %s | %s%s\n", sign, e.Field, orNone(e.Row), orNone(e.Known), inBrackets(e.Reason))
	}
}

func (a *app) tellReviews(rows []reviewJSON) {
	if len(rows) == 0 {
		fmt.Fprintln(a.out, "no row waits for a decision")
		return
	}
	for i := range rows {
		r := &rows[i]
		fmt.Fprintf(a.out, "%s  %s  (%s, line %d): %s\n", r.ID, oneLine(r.Name, r.Title, r.Company), r.File, r.Line, r.Why)
		if len(r.MayMean) == 0 {
			fmt.Fprintln(a.out, "    whom it may have meant is gone: apart makes someone new of it")
		}
		for _, c := range r.MayMean {
			fmt.Fprintf(a.out, "    %s %s\n", c.ID, c.Name)
			a.sayEvidence(c.Evidence)
		}
	}
	fmt.Fprintln(a.out, "`talentmap review join ROW [PERSON]` joins, `talentmap review apart ROW` makes someone new of it")
}

// oneLine is a person in a few words.
func oneLine(name, title, company string) string {
	switch {
	case title != "" && company != "":
		return name + ", " + title + " at " + company
	case title+company != "":
		return name + ", " + title + company
	}
	return name
}

func orNone(s string) string {
	if s == "" {
		return "–"
	}
	return s
}

func inBrackets(s string) string {
	if s == "" {
		return ""
	}
	return " (" + s + ")"
}

func (a *app) joinRow(st *store.Store, args []string, yes bool) error {
	row, err := model.ParseReviewID(args[0])
	if err != nil {
		return usage("%v", err)
	}
	var r model.Review
	var who whom
	err = st.View(func(tx *store.Tx) error {
		if r, err = tx.Review(row); err != nil {
			return fmt.Errorf("no row %s waits: `talentmap review` lists them", row)
		}
		if len(args) == 2 {
			who, err = findWhom(tx, args[1])
			return err
		}
		like, err := tx.MayMean(&r)
		switch {
		case err != nil:
			return err
		case len(like) == 0:
			return fmt.Errorf("whom %s may have meant is gone: name the person, or keep it apart with `talentmap review apart %s`", row, row)
		case len(like) > 1:
			return fmt.Errorf("%s may mean %d people: name one of %s", row, len(like), joinIDs(like))
		}
		who, err = findWhom(tx, like[0].ID.String())
		return err
	})
	if err != nil {
		return err
	}
	show := func() {
		a.sayGuesses(who)
		a.sayEvidence(evidence(&r.Incoming, &who.Person, a.now()))
	}
	if err := a.sure(yes, fmt.Sprintf("Join %s with her?", row), show, who); err != nil {
		return err
	}
	p, err := intake.Join(st, a.user, row, who.ID)
	if err == nil {
		fmt.Fprintf(a.out, "joined %s with %s (%s)\n", row, p.Name, p.ID)
	}
	return err
}

func joinIDs(people []model.Person) string {
	texts := make([]string, len(people))
	for i := range people {
		texts[i] = people[i].ID.String()
	}
	return strings.Join(texts, ", ")
}

func (a *app) keepApart(st *store.Store, args []string) error {
	rows := make([]model.ReviewID, len(args))
	for i, arg := range args {
		id, err := model.ParseReviewID(arg)
		if err != nil {
			return usage("%v", err)
		}
		rows[i] = id
	}
	for _, row := range rows {
		p, err := st.KeepApart(a.user, row)
		if err != nil {
			return err
		}
		fmt.Fprintf(a.out, "kept %s apart: %s is new (%s)\n", row, p.Name, p.ID)
	}
	return nil
}
