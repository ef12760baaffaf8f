package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/user"
	"path/filepath"
	"strings"
	"time"

	"charm.land/fang/v2"
	"github.com/adrg/xdg"
	"github.com/charmbracelet/x/term"
	"github.com/spf13/cobra"

	"talentmap/model"
	"talentmap/scoring"
	"talentmap/store"
	"talentmap/tui"
)

// version is what --version says.
const version = "0.1.0"

// app is what the verbs share: where they read and write, the clock, the user
// and the database.
type app struct {
	in         io.Reader
	out, err   io.Writer
	tty        bool // in and out are a terminal
	now        func() time.Time
	after      func(time.Duration) <-chan time.Time // the timer of the automatic backup; nil: a real one
	user       string
	dbFlag     string
	configFlag string
	asked      asked    // of the workbench, on its command line
	tour       tui.Tour // nil: nobody gets it
	weights    scoring.Weights
}

// system is the app on this machine.
func system() *app {
	name := "someone"
	if u, err := user.Current(); err == nil {
		name = model.CleanLine(u.Username)
	}
	return &app{
		in: os.Stdin, out: os.Stdout, err: os.Stderr, now: time.Now, user: name, weights: scoring.Default(),
		tour: newTourFile(),
		tty:  term.IsTerminal(os.Stdin.Fd()) && term.IsTerminal(os.Stdout.Fd()),
	}
}

// Errors that only set the exit status.
var (
	errUsage = errors.New("wrong usage") // exit status 2
	errSaid  = errors.New("")            // exit status 1; everything has been said
)

// usage marks an error as wrong usage.
func usage(format string, args ...any) error {
	return fmt.Errorf("%w: "+format, append([]any{errUsage}, args...)...)
}

// run runs one command line and returns the exit status.
func run(ctx context.Context, a *app, args []string) int {
	err := a.execute(ctx, args)
	switch {
	case err == nil:
		return 0
	case errors.Is(err, errUsage):
		return 2
	}
	return 1
}

// execute runs the verb. The workbench is opened without the tree of verbs,
// which takes time that a person would wait for.
func (a *app) execute(ctx context.Context, args []string) error {
	if len(args) == 0 {
		err := a.workbench(ctx)
		if err != nil {
			a.say(a.err, fang.Styles{}, err)
		}
		return err
	}
	root := a.command()
	root.SetArgs(args)
	root.SetIn(a.in)
	root.SetOut(a.out)
	root.SetErr(a.err)
	return fang.Execute(ctx, root, fang.WithVersion(version), fang.WithoutManpage(), fang.WithErrorHandler(a.say))
}

// say tells what went wrong in one line.
func (a *app) say(w io.Writer, _ fang.Styles, err error) {
	if errors.Is(err, errSaid) {
		return
	}
	fmt.Fprintf(w, "talentmap: %s\n", model.CleanLine(err.Error()))
	if errors.Is(err, errUsage) {
		fmt.Fprintln(w, "`talentmap --help` lists the verbs, `talentmap VERB --help` what a verb takes.")
	}
}

// command is the tree of verbs.
func (a *app) command() *cobra.Command {
	root := &cobra.Command{
		Use:   "talentmap",
		Short: "The workbench for passive sourcing",
		Long:  "The workbench for passive sourcing: the talent map, who is receptive now and why, and one message to one person.\nWithout a verb the workbench opens.",
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) > 0 {
				return usage("there is no verb %q", args[0])
			}
			return nil
		},
		RunE:          func(c *cobra.Command, _ []string) error { return a.workbench(c.Context()) },
		SilenceUsage:  true,
		SilenceErrors: true,
	}
	root.PersistentFlags().StringVar(&a.dbFlag, "db", "", "the database file (default $TALENTMAP_DB, else "+filepath.Join("$XDG_DATA_HOME", "talentmap", "talent.db")+")")
	root.PersistentFlags().StringVar(&a.configFlag, "config", "", "the config file (default $TALENTMAP_CONFIG, else "+filepath.Join("$XDG_CONFIG_HOME", "talentmap", "config.toml")+")")
	root.Flags().BoolVar(&a.asked.ascii, "ascii", false, "the workbench draws nothing but ASCII")
	root.Flags().BoolVar(&a.asked.plain, "plain", false, "the workbench is made to be read aloud, by a screen reader: no frames, no colours, words for signs")
	root.SetFlagErrorFunc(func(_ *cobra.Command, err error) error { return usage("%v", err) })
	root.AddCommand(a.verbs()...)
	strict(root)
	return root
}

// verbs are all but those that cobra adds, in no order: `talentmap --help` lists them by name.
func (a *app) verbs() []*cobra.Command {
	return []*cobra.Command{
		a.sampleVerb(),
		a.importVerb(),
		a.reviewVerb(),
		a.companiesVerb(),
		a.mergeVerb(),
		a.splitVerb(),
		a.exportVerb(),
		a.peopleVerb(),
		a.filterVerb(),
		a.showVerb(),
		a.personVerb(),
		a.editVerb(),
		a.positionVerb(),
		a.connectionVerb(),
		a.motivatorsVerb(),
		a.tagVerb(),
		a.dossierVerb(),
		a.eraseVerb(),
		a.whyVerb(),
		a.mapVerb(),
		a.roleVerb(),
		a.queueVerb(),
		a.journalVerb(),
		a.undoVerb(),
		a.redoVerb(),
		a.backupVerb(),
		a.restoreVerb(),
		a.checkVerb(),
		a.configVerb(),
		a.keysVerb(),
		a.commandsVerb(),
		a.galleryVerb(),
		a.statesVerb(),
		a.gateVerb(),
		a.replyVerb(),
		a.lockVerb(),
		a.unlockVerb(),
		a.snoozeVerb(),
		a.skipVerb(),
		a.assignVerb(),
		a.critiqueVerb(),
		a.templateVerb(),
		a.sequenceVerb(),
		a.shelfVerb(),
		a.draftVerb(),
		a.sendVerb(),
		a.outboxVerb(),
		a.keepVerb(),
		a.touchVerb(),
		a.signalVerb(),
		a.noteVerb(),
		a.researchVerb(),
		a.stageVerb(),
		a.sweepVerb(),
		a.importsVerb(),
	}
}

// strict makes wrong usage of the verbs that cobra adds, help and completion,
// the same as of ours.
func strict(root *cobra.Command) {
	root.InitDefaultHelpCmd()
	root.InitDefaultCompletionCmd()
	for _, c := range root.Commands() {
		switch c.Name() {
		case "help":
			c.Args = func(_ *cobra.Command, args []string) error {
				if _, rest, err := root.Find(args); err != nil || len(rest) > 0 {
					return usage("there is no verb %q", strings.Join(args, " "))
				}
				return nil
			}
		case "completion":
			group(c, "the name of a shell: bash, zsh, fish or powershell")
			for _, shell := range c.Commands() {
				shell.Args = args(0, 0, "no arguments")
			}
		}
	}
}

// group makes a command one that only has verbs of its own; want names them.
func group(c *cobra.Command, want string) *cobra.Command {
	c.Args = func(c *cobra.Command, got []string) error {
		if len(got) > 0 {
			return usage("%s has no verb %q: it is %s", c.CommandPath(), got[0], want)
		}
		return nil
	}
	c.RunE = func(c *cobra.Command, _ []string) error { return c.Help() }
	return c
}

// args checks the number of arguments, and says in words what was expected.
func args(least, most int, want string) cobra.PositionalArgs {
	return func(c *cobra.Command, got []string) error {
		if len(got) < least || len(got) > most {
			return usage("%s takes %s", c.CommandPath(), want)
		}
		return nil
	}
}

// db is the path of the database.
func (a *app) db() string {
	for _, path := range []string{a.dbFlag, os.Getenv("TALENTMAP_DB")} {
		if path != "" {
			return path
		}
	}
	return filepath.Join(xdg.DataHome, "talentmap", "talent.db")
}

// open opens the database, which must be there.
func (a *app) open() (*store.Store, error) {
	o := a.options()
	o.MustExist, o.Verify = true, func(path string) error { return a.sound(context.Background(), path) }
	return store.Open(a.db(), o)
}

// options are what every opening of the database has in common.
func (a *app) options() store.Options {
	return store.Options{Clock: a.now, EraseKey: eraseKey(), Tell: a.tell, Cadence: &a.weights.Cadence, Trigger: a.weights.Trigger}
}

// begin opens the database, and makes one where there is none.
func (a *app) begin() (*store.Store, error) {
	if _, err := os.Stat(a.db()); !errors.Is(err, os.ErrNotExist) {
		return a.open()
	}
	st, err := store.Open(a.db(), a.options())
	if err == nil {
		a.tell("began a new database, " + a.db())
	}
	return st, err
}

// tell says beside the output what was done unasked.
func (a *app) tell(text string) { fmt.Fprintf(a.err, "talentmap: %s\n", model.CleanLine(text)) }

// with runs fn on the open database, which must be there.
func (a *app) with(fn func(*store.Store) error) error { return within(a.open, fn) }

// withNew is with for a verb that may begin a database.
func (a *app) withNew(fn func(*store.Store) error) error { return within(a.begin, fn) }

func within(open func() (*store.Store, error), fn func(*store.Store) error) error {
	st, err := open()
	if err != nil {
		return err
	}
	return errors.Join(fn(st), st.Close())
}

// asOf is the moment that a DATE means: the end of that day's morning, so that
// what is due that day is due. An empty one is now.
func (a *app) asOf(date string) (time.Time, error) {
	now := a.now()
	if date == "" {
		return now, nil
	}
	d, err := model.ParseDate(date)
	if err != nil || !d.Known() {
		if d, err = model.ParseWhen(date, now); err != nil {
			return now, usage("--as-of: %v", err)
		}
	}
	y, m, day := d.Last().Date()
	return time.Date(y, m, day, 12, 0, 0, 0, now.Location()), nil
}
