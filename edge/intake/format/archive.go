package format

import (
	"archive/zip"
	"errors"
	"fmt"
	"io"
	"path"
	"slices"
	"strings"

	"talentmap/model"
)

// Bounds of an archive.
const (
	maxEntries = 2000
)

const zipBegins = "PK\x03\x04"

// archive is a zip archive whose entries are lists. Nothing is ever unpacked to
// a disk, so names of entries are for people only.
type archive struct {
	lim     Limits
	as      As
	entries []entry
	owned   bool              // a LinkedIn archive: its owner's files are joined to one person
	tell    func(int64) int64 // told of the bytes unpacked
}

// entry is a file of the archive that is a list.
type entry struct {
	file    *zip.File
	name    string
	dialect *dialect
	cols    *columns
}

// openArchive looks at every entry and keeps those that are lists. The files of
// a LinkedIn archive are told by their headers like any other; what else is in
// it (messages, invitations, advertising) is left alone.
func openArchive(r io.ReaderAt, n int64, tell func(int64) int64, lim Limits, as As) (*archive, error) {
	zr, err := zip.NewReader(r, n)
	if err != nil {
		return nil, fmt.Errorf("%w: it is a zip archive and broken: %w", ErrNotText, err)
	}
	if len(zr.File) > maxEntries {
		return nil, fmt.Errorf("%w: the archive has %d entries, the limit is %d", ErrTooLarge, len(zr.File), maxEntries)
	}
	as.archive = true
	a := &archive{lim: lim, as: as, tell: tell}
	var refused []string
	total := uint64(0)
	for _, f := range zr.File {
		if f.Name == "[Content_Types].xml" {
			return nil, fmt.Errorf("%w: it is a workbook (xlsx): save the sheet as CSV UTF-8", ErrNotText)
		}
		if !worthALook(f) {
			continue
		}
		if total += f.UncompressedSize64; total > uint64(lim.Bytes) {
			return nil, fmt.Errorf("%w: unpacked the archive has more than %s: unpack it, and import one list at a time", ErrTooLarge, size(lim.Bytes))
		}
		if err := a.look(f); errors.Is(err, ErrTooLarge) {
			return nil, err
		} else if err != nil {
			refused = append(refused, model.CleanLine(path.Base(f.Name)))
		}
	}
	a.choose()
	if len(a.entries) == 0 {
		return nil, fmt.Errorf("%w: the archive holds no list that is known: seen: %s", ErrNotPeople, Shown(strings.Join(refused, ", ")))
	}
	return a, nil
}

// worthALook reports whether an entry is a regular file that can be read and is
// none of the hidden ones that systems put in.
func worthALook(f *zip.File) bool {
	const encrypted = 1
	base := path.Base(f.Name)
	return f.Mode().IsRegular() && f.Flags&encrypted == 0 && !strings.HasPrefix(base, ".") && !strings.HasPrefix(f.Name, "__MACOSX/")
}

// look recognizes an entry.
func (a *archive) look(f *zip.File) error {
	e := entry{file: f, name: Shown(path.Base(f.Name))}
	sh, closing, err := a.open(e)
	if err != nil {
		return err
	}
	e.dialect, e.cols = sh.cols.dialect, sh.cols
	a.entries = append(a.entries, e)
	return closing.Close()
}

// choose keeps the entries that are read. In an archive with a file of its
// owner those are hers and her connections.
func (a *archive) choose() {
	a.owned = slices.ContainsFunc(a.entries, func(e entry) bool { return e.dialect == linkedInProfile || e.dialect == linkedInPositions })
	events := len(a.entries) > 0 && a.entries[0].dialect.events
	a.entries = slices.DeleteFunc(a.entries, func(e entry) bool {
		if a.owned {
			return !e.dialect.owner && e.dialect != linkedInConnections
		}
		return e.dialect.owner || e.dialect.events != events
	})
	slices.SortStableFunc(a.entries, func(x, y entry) int { // the owner's before her connections
		switch {
		case x.dialect.owner == y.dialect.owner:
			return 0
		case x.dialect.owner:
			return -1
		}
		return 1
	})
}

// size is how many bytes there are to read.
func (a *archive) size() (n int64) {
	for _, e := range a.entries {
		n += int64(e.file.UncompressedSize64)
	}
	return n
}

func (a *archive) open(e entry) (sheet, io.Closer, error) {
	rc, err := e.file.Open()
	if err != nil {
		return sheet{}, nil, fmt.Errorf("unpack %s: %w", e.name, err)
	}
	packed := int64(e.file.CompressedSize64)
	sh, err := openSheet(&squeezed{r: rc, from: func() int64 { return packed }, tell: a.tell, max: a.lim.Bytes}, a.lim, a.as)
	if err != nil {
		return sheet{}, nil, errors.Join(err, rc.Close())
	}
	sh.file = e.name
	return sh, rc, nil
}

// dialect is what the archive is called.
func (a *archive) dialect() string {
	if a.owned {
		return "LinkedIn archive"
	}
	var names []string
	for _, e := range a.entries {
		names = model.WithText(names, e.dialect.name)
	}
	return "zip archive of " + strings.Join(names, ", ")
}

// uses are the columns of all entries, each use of a header once.
func (a *archive) uses() (all []ColumnUse) {
	for _, e := range a.entries {
		for _, u := range e.cols.uses() {
			if !slices.Contains(all, u) {
				all = append(all, u)
			}
		}
	}
	return all
}
