package main

import (
	"errors"
	"fmt"
	"io"
	"maps"
	"runtime/debug"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"talentmap/edge/intake"
	"talentmap/edge/intake/format"
	"talentmap/model"
	"talentmap/store"
)

// importHelp is what `import --help` says.
const importHelp = `Import people from the files that recruiters have: CSV with a header in any
order, JSON, cards of an address book (.vcf), a LinkedIn archive (.zip), packed
with gzip or not. A list of layoffs or of WARN notices becomes signals on
companies. What a file is, its header says.

A table of no known tool is read by its headers. What they do not tell is said
with --column HEADER=FIELD, once: it is remembered for every file with these
headers. With --map NAME new people go to the end of that talent map, until it
has its hundred.

Importing the same file twice changes nothing; one undo takes an import back.
The exit status is 1 when rows were left out.`

func (a *app) importVerb() *cobra.Command {
	var dry, asJSON bool
	var mapped []string
	var as format.As
	var from origin
	var asOf, onto string
	c := &cobra.Command{
		Use:     "import FILE",
		Short:   "Import people, or what happened to companies, from a file (- is standard input)",
		Long:    importHelp,
		Example: "  talentmap import Connections.csv\n  talentmap import --dry-run --column Wer=name --column Wo=company liste.csv\n  talentmap import --map \"Data, Berlin\" prospects.csv",
		Args:    args(1, 1, "one file"),
		RunE: func(c *cobra.Command, args []string) (err error) {
			if as.Mapping, err = mapping(mapped); err != nil {
				return err
			}
			if err := as.Validate(); err != nil {
				return usage("%w", err)
			}
			if from.asOf, err = model.ParseDate(asOf); err != nil {
				return usage("--as-of %q is no date: write it as 2026-03-02", asOf)
			}
			return a.withNew(func(st *store.Store) error { return a.importFile(c, st, args[0], as, from, onto, dry, asJSON) })
		},
	}
	c.Flags().BoolVar(&dry, "dry-run", false, "only say what it would do")
	c.Flags().StringArrayVar(&mapped, "column", nil, "what a column fills, as HEADER=FIELD; again for another (fields: "+strings.Join(format.Fields(), ", ")+")")
	c.Flags().StringVar(&onto, "map", "", "the talent map that new people go onto, at its end: a name or an ID such as m1")
	c.Flags().StringVar(&as.Dialect, "dialect", "", "what the file is, where its header does not say so, such as \"LinkedIn Recruiter CSV\"")
	c.Flags().StringVar(&from.source, "source", "", "the source that the file is the newest of (default: the one with whom it shares most people)")
	c.Flags().StringVar(&asOf, "as-of", "", "the day that the file tells of (default: the one in its name, else when it was written)")
	jsonFlag(c, &asJSON)
	return c
}

// origin says where a file comes from, as far as it was said.
type origin struct {
	source string
	asOf   model.Date
}

// mapping reads the --column flags, each HEADER=FIELD.
func mapping(flags []string) (m format.Mapping, err error) {
	for _, f := range flags {
		at := strings.LastIndexByte(f, '=')
		if at < 0 {
			return nil, usage("--column %q: write it as HEADER=FIELD, such as --column Wer=name", f)
		}
		m = append(m, format.Mapped{Header: f[:at], Field: strings.TrimSpace(f[at+1:]), Confidence: 1})
	}
	return m, nil
}

// importGC is by how much an import lets the heap grow, in percent, before it is
// collected: the pages of the file are held in memory beside it.
const importGC = 80

func (a *app) importFile(c *cobra.Command, st *store.Store, path string, as format.As, from origin, onto string, dry, asJSON bool) error {
	defer debug.SetGCPercent(debug.SetGCPercent(importGC))
	to, err := mapToFill(st, onto)
	if err != nil {
		return err
	}
	in, err := a.input(path)
	if err != nil {
		return err
	}
	defer in.Close()
	src, err := intake.OpenRemembered(st, in, as)
	if errors.Is(err, format.ErrColumns) && len(as.Mapping) == 0 {
		return fmt.Errorf("%w; if it is one, say what its columns are with --column HEADER=FIELD", err)
	}
	if err != nil {
		return err
	}
	defer src.Close()
	opt := intake.Options{Now: a.now(), Alone: true, Progress: a.progress(asJSON), From: from.source, AsOf: from.asOf, TellAll: asJSON, Onto: to.ID}
	var id model.ImportID
	var got intake.Outcome
	if dry {
		got, err = intake.Look(c.Context(), st, src, opt)
	} else {
		id, got, err = intake.Into(c.Context(), st, a.user, src, opt)
	}
	a.endProgress(asJSON)
	if err != nil {
		if id != 0 {
			return a.takenBack(st, id, err)
		}
		return err
	}
	if asJSON {
		err = printJSON(a.out, []importJSON{describeImport(src, id, to.Name, got)})
	} else {
		a.tellImport(src.Name(), id, got, dry)
		tellPlaced(a.out, &to, &got, dry)
	}
	if err == nil && got.LeftOut() > 0 {
		return errSaid
	}
	return err
}

// takenBack takes back what an import had written before it failed, and says so beside
// why it did.
func (a *app) takenBack(st *store.Store, id model.ImportID, why error) error {
	u, err := st.UndoImport(a.user, id)
	if err != nil {
		return errors.Join(why, fmt.Errorf("part of it is in, and taking that back failed; \"talentmap undo %s\" tries again: %w", id, err))
	}
	u.What = "what had gone in was taken back"
	return fmt.Errorf("%w; %s", why, u)
}

// mapToFill is the talent map that new people go onto; ID 0 where none was named.
func mapToFill(st *store.Store, name string) (m model.Map, err error) {
	if name == "" {
		return m, nil
	}
	err = st.View(func(tx *store.Tx) error {
		m, err = findMap(tx, name)
		return err
	})
	return m, err
}

// tellPlaced says how many new people went onto the talent map, or would go.
func tellPlaced(out io.Writer, m *model.Map, p *intake.Outcome, dry bool) {
	switch {
	case m.ID == 0 && p.Ranked() > 0:
		fmt.Fprintln(out, "its ranks and notes are of a talent map, and not taken: --map NAME puts the people onto one as they are ranked here")
		return
	case m.ID == 0:
		return
	}
	there, placed, unplaced := p.Onto(m)
	verb, fit := "would go", "do not fit"
	if !dry {
		placed, unplaced, verb, fit = p.Placed, p.Unplaced, "went", "did not fit"
	}
	text := fmt.Sprintf("%s %s onto %s", people(placed), verb, m.Name)
	if p.Ranked() > 0 {
		text += " by the ranks of the file"
	}
	if there > 0 {
		text += fmt.Sprintf("; %d are on it", there)
	}
	if unplaced > 0 {
		text += fmt.Sprintf("; %d %s", unplaced, fit)
	}
	fmt.Fprintln(out, text)
}

// input is a file, or standard input put by.
func (a *app) input(path string) (*format.Input, error) {
	if path == "-" {
		return format.Stream(a.in, "standard input", format.Limits{})
	}
	return format.File(path, format.Limits{}), nil
}

// progress tells how far an import is, on a terminal and not more than four
// times a second.
func (a *app) progress(quiet bool) func(intake.Done) {
	if quiet || !a.tty {
		return nil
	}
	pace := intake.NewPace(time.Now())
	last := time.Now()
	return func(d intake.Done) {
		now := time.Now()
		pace.Tell(d, now)
		if now.Sub(last) < 250*time.Millisecond {
			return
		}
		last = now
		fmt.Fprintf(a.err, "\r\x1b[K%3.0f%%  %s", 100*pace.Share(), pace.String())
	}
}

func (a *app) endProgress(quiet bool) {
	if !quiet && a.tty {
		fmt.Fprint(a.err, "\r\x1b[K")
	}
}

func (a *app) tellImport(name string, id model.ImportID, p intake.Outcome, dry bool) {
	verb := "imported"
	if dry {
		verb = "would import"
	}
	extent := ""
	if p.People > 0 && p.People+p.LeftOut() != p.Rows {
		extent = ", " + p.Extent()
	}
	fmt.Fprintf(a.out, "%s (%s, %s%s): %s %d new, %d changed; %d the same", name, p.Dialect, p.Encoding, extent, verb, p.New, p.Changed, p.Alike())
	if n := p.LeftOut(); n > 0 {
		fmt.Fprintf(a.out, "; %s left out", count(n, "row"))
	}
	fmt.Fprintln(a.out)
	a.tellNews(&p)
	if p.Locked > 0 {
		fmt.Fprintf(a.out, "%s locked by it: opted out, or not to be contacted\n", people(p.Locked))
	}
	a.tellNoted(&p, dry)
	read, left := format.Describe(p.Columns)
	if read != "" {
		fmt.Fprintln(a.out, "columns:", read)
	}
	if left != "" {
		fmt.Fprintln(a.out, "not taken:", left)
	}
	if cols := guessed(p.Columns); len(cols) > 0 {
		fmt.Fprintf(a.out, "guessed by what stands in it: %s; --column '%s=custom' keeps it as it came\n", strings.Join(cols, ", "), cols[0])
	}
	if dry && len(p.First) > 0 {
		fmt.Fprintln(a.out, "the first new people, as they are read:")
		for i := range p.First {
			fmt.Fprintln(a.out, "  "+p.First[i].Name+": "+orNone(intake.Read(&p.First[i])))
		}
	}
	const most = 10
	for i := range p.Problems {
		if i == most {
			break
		}
		fmt.Fprintln(a.out, "  "+p.Problems[i].Error())
	}
	if p.ProblemCount > most {
		fmt.Fprintf(a.out, "  … and %s more\n", count(p.ProblemCount-most, "problem"))
	}
	if p.Review > 0 && !dry {
		fmt.Fprintln(a.out, "`talentmap review` shows whom the rows left out for review may mean, and decides")
	}
	switch {
	case id != 0:
		fmt.Fprintf(a.out, "`talentmap undo` takes it back (%s)\n", id)
	case !dry && p.New+p.Changed == 0:
		fmt.Fprintln(a.out, "nothing was new, so nothing was changed")
	}
}

// tellNoted says that nothing was new, and why something is written all the same:
// the source has never told of these people before.
func (a *app) tellNoted(p *intake.Outcome, dry bool) {
	if p.New+p.Changed > 0 || p.Noted == 0 {
		return
	}
	verb := "is"
	if dry {
		verb = "would be"
	}
	fmt.Fprintf(a.out, "it is the first time that this source tells of %s: what it says %s remembered, so that its next file tells what has changed\n", people(p.Noted), verb)
}

// tellNews says what has changed since the source's file before.
func (a *app) tellNews(p *intake.Outcome) {
	switch {
	case p.Older:
		fmt.Fprintf(a.out, "it is older than the file of %s from %s, and tells no news\n", p.Since, p.Source)
		return
	case !p.Since.Known():
		return
	}
	kinds := slices.Sorted(maps.Keys(p.News))
	parts := make([]string, len(kinds))
	for i, k := range kinds {
		parts[i] = fmt.Sprintf("%d %s", p.News[k], k)
	}
	if len(parts) == 0 {
		parts = []string{"nothing new of anybody"}
	}
	fmt.Fprintf(a.out, "since %s of %s: %s\n", p.Source, p.Since, strings.Join(parts, ", "))
	if p.Missing > 0 {
		fmt.Fprintf(a.out, "%s of it are not in this file, too many to have gone: it is taken for another selection\n", people(p.Missing))
	}
	const most = 10
	for i := range p.Told {
		if i == most {
			fmt.Fprintf(a.out, "  … --json lists all\n")
			break
		}
		n := &p.Told[i]
		fmt.Fprintf(a.out, "  %s: %s%s\n", n.Name, n.Kind, fromTo(n.From, n.To))
	}
}

// fromTo is what was and what is, after a colon; "" for neither.
func fromTo(from, to string) string {
	switch {
	case from != "" && to != "":
		return ": " + from + " → " + to
	case from+to != "":
		return ": " + from + to
	}
	return ""
}

// guessed are the columns of which what stands in them tells what they are.
func guessed(cols []format.ColumnUse) (headers []string) {
	for _, c := range cols {
		if c.Guessed {
			headers = append(headers, c.Header)
		}
	}
	return headers
}
