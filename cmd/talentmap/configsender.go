package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"talentmap/edge/export"
	"talentmap/model"
	"talentmap/tui"
	"talentmap/tui/config"
)

func (a *app) configSenderVerb() *cobra.Command {
	var asJSON bool
	known := config.SenderFields()
	var long strings.Builder
	long.WriteString("Say who writes: what messages name, and what an e-mail has to say by law. FIELD=VALUE sets a field, FIELD= empties it; without any it shows what there is.\n\n")
	for _, f := range known {
		fmt.Fprintf(&long, "%-12s %s\n", f.Name, f.Means)
	}
	c := &cobra.Command{
		Use: "sender [FIELD=VALUE...]", Short: "Show or change who writes: your name, title, company and addresses", Long: strings.TrimSpace(long.String()),
		RunE: func(_ *cobra.Command, args []string) error {
			if len(args) > 0 {
				if err := a.changeSender(known, args); err != nil {
					return err
				}
			}
			return a.showSender(known, asJSON)
		},
	}
	jsonFlag(c, &asJSON)
	return c
}

// changeSender sets FIELD=VALUE.
func (a *app) changeSender(known []config.SenderField, args []string) error {
	was := a.settings().Sender
	s := was
	for _, arg := range args {
		f, value, err := fieldValue(known, func(f *config.SenderField) string { return f.Name }, arg)
		if err != nil {
			return err
		}
		if err := f.Set(&s, value); err != nil {
			return usage("%v", err)
		}
	}
	return a.saveSender(was, s)
}

// saveSender puts what has changed of who writes into the config, which is begun where
// there is none. It is replaced in one step; of a link the file to which it leads.
func (a *app) saveSender(was, s model.Sender) error {
	path, _ := a.configPath()
	data, problem := configFile(path, false)
	if problem != nil {
		problem.File = model.CleanLine(path)
		return problem
	}
	if data == nil {
		var fresh bytes.Buffer
		if err := config.WriteNew(&fresh, tui.Known()); err != nil {
			return err
		}
		data = fresh.Bytes()
	}
	text, err := config.PutSender(model.CleanLine(path), data, was, s, tui.Known)
	switch {
	case errors.Is(err, config.ErrByHand):
		return fmt.Errorf("%w: write it into [sender] of %s", err, model.CleanLine(path))
	case err != nil:
		return err
	case bytes.Equal(text, data):
		return nil
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return fmt.Errorf("the config was not written: %w", err)
	}
	switch real, err := filepath.EvalSymlinks(path); {
	case err == nil:
		path = real
	case !errors.Is(err, fs.ErrNotExist):
		return fmt.Errorf("the config was not written: %w", err)
	}
	return export.WriteFile(path, true, func(w io.Writer) error {
		_, err := w.Write(text)
		return err
	})
}

func (a *app) showSender(known []config.SenderField, asJSON bool) error {
	set := a.settings()
	if faults := config.Faults(set.problems); len(faults) > 0 {
		return faults[0]
	}
	if asJSON {
		out := map[string]string{}
		for _, f := range known {
			out[f.Name] = *f.Of(&set.Sender)
		}
		return printJSON(a.out, []map[string]string{out})
	}
	for _, f := range known {
		fmt.Fprintf(a.out, "%-12s %s\n", f.Name, *f.Of(&set.Sender))
	}
	return nil
}
