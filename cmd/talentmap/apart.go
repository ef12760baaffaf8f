package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"talentmap/store"
)

// What reads a file that may be damaged does so in a child process: bbolt can
// crash on it, or hang, and then that is the finding.

// checkDeadline is how long a check may take: a damaged file can make it hang.
const checkDeadline = 10 * time.Minute

// errCrashed is a child that did not come to an end of its own.
var errCrashed = errors.New("so badly damaged that reading it crashes, or does not end")

// hiddenFlag adds a flag that only the program itself gives.
func hiddenFlag(c *cobra.Command, on *bool, name, help string) {
	c.Flags().BoolVar(on, name, false, help)
	if err := c.Flags().MarkHidden(name); err != nil {
		panic(err) // the flag is defined in the line above
	}
}

// apart runs a verb in a child process that writes to out. A child that says no
// has said why, which goes to the app's standard error: errSaid.
func (a *app) apart(ctx context.Context, out io.Writer, argv ...string) error {
	said, err := child(ctx, out, argv)
	if errors.Is(err, errSaid) {
		fmt.Fprint(a.err, said)
	}
	return err
}

// child runs the program with other arguments; said is the end of its standard
// error.
func child(ctx context.Context, out io.Writer, argv []string) (said string, err error) {
	self, err := os.Executable()
	if err != nil {
		return "", fmt.Errorf("look at the file in a process of its own: %w", err)
	}
	ctx, cancel := context.WithTimeout(ctx, checkDeadline)
	defer cancel()
	cmd := exec.CommandContext(ctx, self, argv...)
	cmd.Stdout = out
	tail := &lastBytes{most: 4096}
	cmd.Stderr = tail
	err = cmd.Run()
	var exit *exec.ExitError
	switch {
	case err == nil:
		return "", nil
	case errors.As(err, &exit) && exit.ExitCode() == 1:
		return tail.String(), errSaid
	case errors.Is(ctx.Err(), context.Canceled):
		return "", ctx.Err()
	}
	return "", errCrashed
}

// sound checks a database file apart. The error is what is wrong with it.
func (a *app) sound(ctx context.Context, path string) error {
	if _, err := os.Executable(); err != nil {
		_, err := store.Verify(path)
		return err
	}
	var out bytes.Buffer
	said, err := child(ctx, &out, []string{"check", "--in-process", "--json", "--", path})
	if !errors.Is(err, errSaid) {
		return err
	}
	var faults []faultJSON
	if json.Unmarshal(out.Bytes(), &faults) == nil && len(faults) > 0 {
		return fmt.Errorf("%s, the first: %s: %s", count(len(faults), "fault"), faults[0].Where, faults[0].What)
	}
	return errors.New(strings.TrimPrefix(strings.TrimSpace(said), "talentmap: "))
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
