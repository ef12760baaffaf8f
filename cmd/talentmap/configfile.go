package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/adrg/xdg"

	"talentmap/model"
	"talentmap/tui"
	"talentmap/tui/config"
)

// largestConfig is how much of a config is read; one with everything in it has a
// tenth of that.
const largestConfig = 256 << 10

// configPath is the path of the config; named reports whether somebody has asked
// for this one, so that it has to be there.
func (a *app) configPath() (path string, named bool) {
	for _, path := range []string{a.configFlag, os.Getenv("TALENTMAP_CONFIG")} {
		if path != "" {
			return path, true
		}
	}
	return filepath.Join(xdg.ConfigHome, "talentmap", "config.toml"), false
}

// settings are what the person has chosen, and what is wrong with it. Without a
// config they are the defaults.
type settings struct {
	config.Settings
	problems []config.Problem
}

func (a *app) settings() (s settings) {
	path, named := a.configPath()
	s.Settings, s.problems = readConfig(path, named)
	if a.asked.ascii {
		s.ASCII = config.Always
	}
	return s
}

// readConfig reads a config, which may be missing unless somebody named it.
func readConfig(path string, named bool) (config.Settings, []config.Problem) {
	data, problem := configFile(path, named)
	if problem != nil {
		problem.File = model.CleanLine(path)
		return config.Defaults(), []config.Problem{*problem}
	}
	return config.Parse(model.CleanLine(path), data, tui.Known)
}

// configFile reads the bytes of a config, of a regular file only: nobody waits for
// a pipe.
func configFile(path string, named bool) ([]byte, *config.Problem) {
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist) && isLink(path):
		return nil, &config.Problem{What: "the config is a link that leads nowhere", Do: "mend the link, or take it away"}
	case errors.Is(err, fs.ErrNotExist) && named:
		return nil, &config.Problem{What: "there is no such config", Do: "`talentmap config --init` writes one"}
	case errors.Is(err, fs.ErrNotExist):
		return nil, nil
	case err != nil:
		return nil, unreadable(err)
	case info.IsDir():
		return nil, &config.Problem{What: "the config is a folder", Do: "name a file in it, such as " + model.CleanLine(filepath.Join(path, "config.toml"))}
	case !info.Mode().IsRegular():
		return nil, &config.Problem{What: "the config is no regular file", Do: "put a file in its place"}
	case info.Size() > largestConfig:
		return nil, tooLarge(info.Size())
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, unreadable(err)
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, largestConfig+1))
	switch {
	case err != nil:
		return nil, unreadable(err)
	case len(data) > largestConfig:
		return nil, tooLarge(int64(len(data)))
	}
	return data, nil
}

func isLink(path string) bool {
	info, err := os.Lstat(path)
	return err == nil && info.Mode()&fs.ModeSymlink != 0
}

func unreadable(err error) *config.Problem {
	var bad *fs.PathError
	if errors.As(err, &bad) {
		err = bad.Err
	}
	return &config.Problem{What: "the config can't be read: " + err.Error(), Do: "the defaults hold until it can"}
}

func tooLarge(size int64) *config.Problem {
	return &config.Problem{What: fmt.Sprintf("the config has %d kB, and may have %d", size>>10, largestConfig>>10), Do: "is it another file?"}
}

// newConfig writes a config with everything that can be chosen, where there is
// none. It is for its owner only.
func newConfig(path string) (err error) {
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return fmt.Errorf("no config was written: %w", err)
	}
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if errors.Is(err, fs.ErrExist) {
		return fmt.Errorf("there is something at %s already, and it stays: `talentmap config --check` looks at it", path)
	}
	if err != nil {
		return fmt.Errorf("no config was written: %w", err)
	}
	err = errors.Join(config.WriteNew(f, tui.Known()), f.Close())
	if err != nil {
		return errors.Join(fmt.Errorf("no config was written: %w", err), os.Remove(path))
	}
	return nil
}
