package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"talentmap/model"
	"talentmap/tui"
	"talentmap/tui/config"
)

//go:generate sh -c "go run . config --md > ../../docs/config.md"

func (a *app) configVerb() *cobra.Command {
	var init, check, md, asJSON bool
	c := &cobra.Command{
		Use: "config", Short: "Show what is set to your way of working, check it, or begin a config",
		Long: "Without a flag: where the config is, and everything that holds, with what you have chosen.\n" +
			"The config is the file that --config or TALENTMAP_CONFIG names, else talentmap/config.toml in $XDG_CONFIG_HOME.",
		Args: func(c *cobra.Command, got []string) error {
			if len(got) > 1 || len(got) == 1 && !check {
				return usage("%s takes no arguments, --check one file", c.CommandPath())
			}
			return nil
		},
		RunE: func(_ *cobra.Command, args []string) error {
			switch {
			case init && check, init && md, check && md:
				return usage("--init, --check and --md go one at a time")
			case md:
				return config.Guide(a.out, tui.Known())
			case init:
				return a.initConfig()
			case check:
				return a.checkConfig(args, asJSON)
			}
			return a.showConfig(asJSON)
		},
	}
	c.Flags().BoolVar(&init, "init", false, "write a config with everything that can be set, explained; refuses where there is one")
	c.Flags().BoolVar(&check, "check", false, "say everything that is wrong with the config, or with FILE; exit status 1 where something is")
	c.Flags().BoolVar(&md, "md", false, "print docs/config.md")
	jsonFlag(c, &asJSON)
	c.AddCommand(a.configSenderVerb())
	return c
}

func (a *app) initConfig() error {
	path, _ := a.configPath()
	if err := newConfig(path); err != nil {
		return err
	}
	fmt.Fprintf(a.out, "wrote %s\n", model.CleanLine(path))
	return nil
}

type configJSON struct {
	File   string `json:"file"`
	Line   int    `json:"line"`
	Column int    `json:"column"`
	What   string `json:"what"`
	Do     string `json:"do"`
	Minor  bool   `json:"minor"`
}

func (a *app) checkConfig(args []string, asJSON bool) error {
	path, named := a.configPath()
	if len(args) > 0 {
		path, named = args[0], true
	}
	_, problems := readConfig(path, named)
	if asJSON {
		var out []configJSON
		for _, p := range problems {
			out = append(out, configJSON{p.File, p.Line, p.Column, p.What, p.Do, p.Minor})
		}
		if err := printJSON(a.out, out); err != nil {
			return err
		}
	} else if err := a.tellChecked(path, problems); err != nil {
		return err
	}
	if len(config.Faults(problems)) > 0 {
		return errSaid
	}
	return nil
}

func (a *app) tellChecked(path string, problems []config.Problem) error {
	for _, p := range problems {
		note := ""
		if p.Minor {
			note = " (it holds nevertheless)"
		}
		fmt.Fprintf(a.out, "%s%s\n", model.CleanLine(p.Error()), note)
	}
	if len(problems) > 0 {
		return nil
	}
	if data, _ := configFile(path, false); data == nil {
		fmt.Fprintf(a.out, "there is no config at %s: everything is as it is by itself, and `talentmap config --init` begins one\n", model.CleanLine(path))
		return nil
	}
	fmt.Fprintf(a.out, "%s is right\n", model.CleanLine(path))
	return nil
}

func (a *app) showConfig(asJSON bool) error {
	path, named := a.configPath()
	set, problems := readConfig(path, named)
	if n := len(config.Faults(problems)); n > 0 {
		a.tell(fmt.Sprintf("the config has %s, and what is right of it holds: `talentmap config --check` says which", count(n, "fault")))
	}
	if asJSON {
		return printJSON(a.out, set.Values(tui.Known()))
	}
	where := ""
	if data, problem := configFile(path, false); data == nil && problem == nil {
		where = " (not there: `talentmap config --init` begins one)"
	}
	fmt.Fprintf(a.out, "# %s%s\n", model.CleanLine(path), where)
	return config.WriteEffective(a.out, set, tui.Known())
}
