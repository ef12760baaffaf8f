package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"strconv"
	"time"

	"github.com/spf13/cobra"

	"talentmap/model"
	"talentmap/store"
)

// checkDeadline is how long a check may take: a damaged file can make it hang.
const checkDeadline = 10 * time.Minute

type faultJSON struct {
	Where string `json:"where"`
	What  string `json:"what"`
}

func (a *app) checkVerb() *cobra.Command {
	var asJSON, here bool
	c := &cobra.Command{
		Use: "check [FILE]", Short: "Look for damage in the database, or in a backup", Args: args(0, 1, "at most one file"),
		RunE: func(c *cobra.Command, args []string) error {
			path := a.db()
			if len(args) > 0 {
				path = args[0]
			}
			if here {
				return a.check(path, asJSON)
			}
			return a.checkApart(c.Context(), path, asJSON)
		},
	}
	jsonFlag(c, &asJSON)
	c.Flags().BoolVar(&here, "in-process", false, "check in this process, which a badly damaged file can end")
	if err := c.Flags().MarkHidden("in-process"); err != nil {
		panic(err) // the flag is defined in the line above
	}
	return c
}

// checkApart checks in a child process: reading a damaged file can crash or
// hang, and then that is the finding.
func (a *app) checkApart(ctx context.Context, path string, asJSON bool) error {
	self, err := os.Executable()
	if err != nil {
		return a.check(path, asJSON)
	}
	ctx, cancel := context.WithTimeout(ctx, checkDeadline)
	defer cancel()
	argv := []string{"check", "--in-process", "--json=" + strconv.FormatBool(asJSON), "--", path}
	cmd := exec.CommandContext(ctx, self, argv...)
	cmd.Stdout = a.out
	tail := &lastBytes{most: 4096}
	cmd.Stderr = tail
	err = cmd.Run()
	var exit *exec.ExitError
	switch {
	case err == nil:
		return nil
	case errors.As(err, &exit) && exit.ExitCode() == 1:
		fmt.Fprint(a.err, tail.String())
		return errSaid
	case ctx.Err() != nil:
		return fmt.Errorf("%s is so badly damaged that checking it does not end: put a backup in its place with `talentmap restore`", path)
	}
	return fmt.Errorf("%s is so badly damaged that checking it crashes: put a backup in its place with `talentmap restore`", path)
}

// lastBytes keeps the end of what is written to it.
type lastBytes struct {
	most int
	b    []byte
}

func (l *lastBytes) Write(p []byte) (int, error) {
	l.b = append(l.b, p...)
	if n := len(l.b) - l.most; n > 0 {
		l.b = append(l.b[:0], l.b[n:]...)
	}
	return len(p), nil
}

func (l *lastBytes) String() string { return string(l.b) }

func (a *app) check(path string, asJSON bool) error {
	st, err := store.Open(path, store.Options{Clock: a.now, ReadOnly: true})
	if err != nil {
		return err
	}
	done, err := st.Check()
	if err = errors.Join(err, st.Close()); err != nil {
		return err
	}
	if asJSON {
		out := make([]faultJSON, len(done.Faults))
		for i, f := range done.Faults {
			out[i] = faultJSON{f.Where, f.What}
		}
		err = printJSON(a.out, out)
	} else {
		fmt.Fprintf(a.out, "%s: %s, %d index entries, %s\n", model.CleanLine(path), count(done.Records, "record"), done.IndexEntries, count(done.Changes, "change"))
		for _, f := range done.Faults {
			fmt.Fprintln(a.out, "  "+model.CleanLine(f.String()))
		}
	}
	switch n := len(done.Faults); {
	case err != nil:
		return err
	case n > 0:
		fmt.Fprintf(a.err, "talentmap: %s: keep the file, and put a backup in its place with `talentmap restore`\n", count(n, "fault"))
		return errSaid
	case !asJSON:
		fmt.Fprintln(a.out, "no faults")
	}
	return nil
}
