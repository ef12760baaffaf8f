package iotrace

import (
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"strings"
)

// sector is what a disk writes as a whole or not at all, in bytes.
const sector = 512

// Disk is what a folder's disk holds for certain, and what may have reached it
// besides. It promises only what POSIX does:
//
//   - A write, and a change of size, is sure once a later sync of its file has
//     returned. Until then any of its sectors may be on the disk, or not,
//     whatever became of the writes before it.
//   - A name made, changed or removed is sure once a later sync of its folder has
//     returned; a sync of the file does nothing for its name. A rename happens
//     wholly or not.
//   - What a failed sync was to make sure is never made sure by a later one:
//     systems give up on such pages and go on showing them.
type Disk struct {
	folder string
	names  map[string]*file // as the running system has them
	sure   map[string]*file // as a loss of power leaves them at least
	steps  []step           // what leads from sure to names
}

// file is a file or, with folder set, a folder.
type file struct {
	folder bool
	sure   content
	later  []change // since the first that is not sure
}

// change is a Write or a Truncate.
type change struct {
	Call
	state state
}

// step is a change of names.
type step struct {
	Call
	file *file
	done bool // sure, while an earlier step is not
}

type state string

const (
	pending state = "pending" // for the next sync
	sure    state = "sure"
	given   state = "given up" // by a failed sync
)

// NewDisk is a disk that holds what is in the folder now, and it for certain.
func NewDisk(folder string) (*Disk, error) {
	d := &Disk{folder: folder, names: map[string]*file{}}
	err := filepath.WalkDir(folder, func(path string, e fs.DirEntry, err error) error {
		if err != nil || path == folder {
			return err
		}
		f := &file{folder: e.IsDir()}
		d.names[path] = f
		if f.folder {
			return nil
		}
		data, err := os.ReadFile(path)
		f.sure = hold(data)
		return err
	})
	d.sure = maps.Clone(d.names)
	return d, err
}

// Apply tells what has become of a call. The error is a call on a file that the
// disk does not know.
func (d *Disk) Apply(c Call, a Answer) error {
	f := d.names[c.Path]
	switch {
	case a.Kill || a.Fail != 0 && c.Op != Sync:
		return nil
	case c.Op == Say || c.Op == Open || c.Op == Read:
		return nil
	case c.Op == Create || c.Op == Mkdir:
		d.name(c, &file{folder: c.Op == Mkdir})
		return nil
	case c.Op == Sync && (c.Path == d.folder || f != nil && f.folder):
		if a.Fail == 0 {
			d.syncFolder(c.Path)
		}
		return nil
	case f == nil:
		return fmt.Errorf("%s: no such file is known", c)
	}
	switch c.Op {
	case Rename, Link, Remove:
		d.name(c, f)
	case Sync:
		f.sync(a.Fail == 0)
	case Write, Truncate:
		if a.Half {
			c.Data = c.Data[:len(c.Data)/2]
		}
		f.later = append(f.later, change{Call: c, state: pending})
	}
	return nil
}

func (d *Disk) name(c Call, f *file) {
	s := step{Call: c, file: f}
	s.apply(d.names)
	d.steps = append(d.steps, s)
}

func (s *step) apply(names map[string]*file) {
	if s.Op == Rename || s.Op == Remove {
		delete(names, s.Path)
	}
	if s.Op != Remove {
		names[s.target()] = s.file
	}
}

// target is the name whose folder makes the step sure.
func (s *step) target() string {
	if s.To != "" {
		return s.To
	}
	return s.Path
}

func (d *Disk) syncFolder(folder string) {
	for i := range d.steps {
		if filepath.Dir(d.steps[i].target()) == folder {
			d.steps[i].done = true
		}
	}
	for len(d.steps) > 0 && d.steps[0].done {
		d.steps[0].apply(d.sure)
		d.steps = d.steps[1:]
	}
}

func (f *file) sync(ok bool) {
	for i := range f.later {
		switch c := &f.later[i]; {
		case c.state == pending && ok:
			c.state = sure
		case c.state == pending:
			c.state = given
		}
	}
	for len(f.later) > 0 && f.later[0].state == sure {
		f.sure.apply(f.later[0].Call, all)
		f.later = f.later[1:]
	}
}

// Keep decides whether a sector of a change that is not sure reaches the disk.
// It is asked with sector 0 for changes other than a Write.
type Keep func(c Call, sector int) bool

func all(Call, int) bool { return true }

// Image is what a loss of power leaves now.
func (d *Disk) Image(keep Keep) Image {
	names := maps.Clone(d.sure)
	for _, s := range d.steps {
		if s.done || keep(s.Call, 0) {
			s.apply(names)
		}
	}
	return d.image(names, keep)
}

// Running is what the running system sees now.
func (d *Disk) Running() Image { return d.image(d.names, all) }

func (d *Disk) image(names map[string]*file, keep Keep) Image {
	im := Image{}
	for path, f := range names {
		if !d.reachable(path, names) {
			continue
		}
		name := strings.TrimPrefix(path, d.folder+"/")
		if f.folder {
			im[name] = nil
			continue
		}
		now := f.sure.clone()
		for _, c := range f.later {
			if c.state == sure {
				now.apply(c.Call, all)
			} else {
				now.apply(c.Call, keep)
			}
		}
		im[name] = &now
	}
	return im
}

// reachable reports whether the folders that lead to a name are there.
func (d *Disk) reachable(path string, names map[string]*file) bool {
	for dir := filepath.Dir(path); dir != d.folder; dir = filepath.Dir(dir) {
		if names[dir] == nil {
			return false
		}
	}
	return true
}
