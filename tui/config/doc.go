// Package config is what a person has chosen for the workbench: looks, keys,
// columns, the mouse. It reads a config file in TOML and says everything that is
// wrong in it, and writes one with all that can be chosen.
//
//	s, problems := config.Parse("config.toml", data, known)
//	for _, p := range problems {
//		fmt.Println(p) // config.toml:4:1: there is no action talent.mrk: did you mean talent.mark?
//	}
//
// What is right is taken, whatever else is wrong; a file that is no TOML leaves the
// defaults. What a file may name — actions with their keys, lists with their
// columns — comes from the tables that the program runs on, as [Known]; nothing of
// it is written down here. The file itself is read by others.
package config
