package main

import (
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"talentmap/edge/intake"
	"talentmap/model"
	"talentmap/store"
)

// importJSON is what `import --json` says of one file.
type importJSON struct {
	File     string        `json:"file"`
	Import   string        `json:"import,omitempty"`
	Dialect  string        `json:"dialect"`
	Encoding string        `json:"encoding"`
	Rows     int           `json:"rows"`
	New      int           `json:"new"`
	Changed  int           `json:"changed"`
	Same     int           `json:"same"`
	Review   int           `json:"review"`
	Erased   int           `json:"erased"`
	Bad      int           `json:"bad"`
	Problems []problemJSON `json:"problems"`
}

type problemJSON struct {
	Line    int    `json:"line"`
	Column  string `json:"column,omitempty"`
	Reason  string `json:"reason"`
	Value   string `json:"value,omitempty"`
	Skipped bool   `json:"skipped"`
}

func (a *app) importVerb() *cobra.Command {
	var dry, asJSON bool
	c := &cobra.Command{
		Use:   "import FILE",
		Short: "Import people from a CSV or JSON file (- is standard input)",
		Long:  "Import people from a file: a CSV with a header in any order, or a JSON list.\nImporting the same file twice changes nothing; one undo takes an import back.\nThe exit status is 1 when rows were left out.",
		Args:  args(1, 1, "one file"),
		RunE: func(c *cobra.Command, args []string) error {
			return a.with(func(st *store.Store) error { return a.importFile(c, st, args[0], dry, asJSON) })
		},
	}
	c.Flags().BoolVar(&dry, "dry-run", false, "only say what it would do")
	jsonFlag(c, &asJSON)
	return c
}

func (a *app) importFile(c *cobra.Command, st *store.Store, path string, dry, asJSON bool) error {
	src, err := a.source(path)
	if err != nil {
		return err
	}
	defer src.Close()
	opt := intake.Options{Now: a.now(), Chunk: 5000, Progress: a.progress(asJSON)}
	var id model.ImportID
	var got intake.Preview
	if dry {
		got, err = src.Preview(c.Context(), st.Directory(), opt)
	} else {
		id, got, err = intake.Into(c.Context(), st, a.user, src, opt)
	}
	a.endProgress(asJSON)
	if err != nil {
		if id != 0 {
			_, undoErr := st.UndoImport(a.user, id)
			err = errors.Join(fmt.Errorf("%w; what had gone in was taken back", err), undoErr)
		}
		return err
	}
	if asJSON {
		err = printJSON(a.out, []importJSON{describeImport(src.Name(), id, got)})
	} else {
		a.tellImport(src.Name(), id, got, dry)
	}
	if err == nil && got.LeftOut() > 0 {
		return errSaid
	}
	return err
}

func (a *app) source(path string) (*intake.Source, error) {
	if path == "-" {
		return intake.Read(a.in, "standard input", intake.Limits{})
	}
	return intake.Open(path, intake.Limits{})
}

// progress tells how far an import is, on a terminal and not more than four
// times a second.
func (a *app) progress(quiet bool) func(intake.Done) {
	if quiet || !a.tty {
		return nil
	}
	begun := time.Now()
	last := begun
	return func(d intake.Done) {
		if time.Since(last) < 250*time.Millisecond {
			return
		}
		last = time.Now()
		share, left := "", ""
		if d.Total > 0 && d.Bytes > 0 {
			share = fmt.Sprintf(" %d%%", d.Bytes*100/d.Total)
			left = ", " + (time.Since(begun) * time.Duration(d.Total-d.Bytes) / time.Duration(d.Bytes)).Round(time.Second).String() + " left"
		}
		fmt.Fprintf(a.err, "\r%d rows%s, %.0f a second%s   ", d.Rows, share, float64(d.Rows)/time.Since(begun).Seconds(), left)
	}
}

func (a *app) endProgress(quiet bool) {
	if !quiet && a.tty {
		fmt.Fprint(a.err, "\r\x1b[K")
	}
}

func describeImport(name string, id model.ImportID, p intake.Preview) importJSON {
	out := importJSON{
		File: name, Dialect: p.Dialect, Encoding: p.Encoding, Rows: p.Rows,
		New: p.New, Changed: p.Changed, Same: p.Same + p.Repeated, Review: p.Review, Erased: p.Erased, Bad: p.Bad, Problems: []problemJSON{},
	}
	if id != 0 {
		out.Import = id.String()
	}
	for _, pr := range p.Problems {
		out.Problems = append(out.Problems, problemJSON{pr.Line, pr.Column, pr.Reason, pr.Value, pr.Skipped})
	}
	return out
}

func (a *app) tellImport(name string, id model.ImportID, p intake.Preview, dry bool) {
	verb := "imported"
	if dry {
		verb = "would import"
	}
	fmt.Fprintf(a.out, "%s (%s, %s): %s %d new, %d changed; %d the same", name, p.Dialect, p.Encoding, verb, p.New, p.Changed, p.Same+p.Repeated)
	if n := p.LeftOut(); n > 0 {
		fmt.Fprintf(a.out, "; %s left out", count(n, "row"))
	}
	fmt.Fprintln(a.out)
	if cols := columnUse(p.Columns); cols != "" {
		fmt.Fprintln(a.out, "columns:", cols)
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
	switch {
	case id != 0:
		fmt.Fprintf(a.out, "`talentmap undo` takes it back (%s)\n", id)
	case !dry && p.New+p.Changed == 0:
		fmt.Fprintln(a.out, "nothing was new, so nothing was changed")
	}
}

func columnUse(cols []intake.ColumnUse) string {
	parts := make([]string, len(cols))
	for i, c := range cols {
		parts[i] = c.Header
		if !strings.EqualFold(c.Header, c.Use) {
			parts[i] += " → " + c.Use
		}
	}
	return strings.Join(parts, ", ")
}
