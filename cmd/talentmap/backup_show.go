package main

import (
	"context"
	"fmt"
	"strings"
	"time"

	"talentmap/model"
	"talentmap/store"
)

// showRestore prints what a restore would change.
func (a *app) showRestore(file string) error {
	c, err := store.Compare(a.db(), file)
	if err != nil {
		return err
	}
	if c.Missing() {
		fmt.Fprintf(a.out, "there is no database at %s: nothing is replaced\n", model.CleanLine(a.db()))
	}
	err = printTable(a.out, "\tBACKUP\tPRESENT", func(line func(...any)) {
		now := func(v any) any {
			if c.Unread != nil {
				return "-"
			}
			return v
		}
		b, p := c.Backup, c.Present
		line("people", b.People, now(p.People))
		line("touches", b.Touches, now(p.Touches))
		line("maps", b.Maps, now(p.Maps))
		line("changes", b.Changes, now(p.Changes))
		line("the newest", newest(b.Last), now(newest(p.Last)))
	})
	if err != nil {
		return err
	}
	switch {
	case c.Missing():
	case c.Unread != nil:
		fmt.Fprintf(a.out, "the present database can't be read: %s\n", model.CleanLine(c.Unread.Error()))
	case len(c.Lost) == 0:
		fmt.Fprintln(a.out, "the backup has every change that the present has")
	default:
		fmt.Fprintf(a.out, "the backup lacks %s\n", shares(c.Lost))
	}
	if c.Unread == nil && c.Gained > 0 {
		fmt.Fprintf(a.out, "the present lacks %s of the backup\n", count(c.Gained, "change"))
	}
	return nil
}

func newest(c store.Change) string {
	if c.Rev == 0 {
		return "none"
	}
	return fmt.Sprintf("%s by %s", c.At.Local().Format("2006-01-02 15:04"), c.Actor)
}

// shares says whose changes: "3 changes: 2 by ada, 1 by ben; and 4 saves of drafts".
func shares(all []store.Share) string {
	changes, saves := 0, 0
	var by []string
	for _, s := range all {
		changes += s.Changes
		saves += s.Saves
		if s.Changes > 0 {
			by = append(by, fmt.Sprintf("%d by %s", s.Changes, model.CleanLine(s.Actor)))
		}
	}
	var parts []string
	if changes > 0 {
		parts = append(parts, count(changes, "change")+" of the present: "+strings.Join(by, ", "))
	}
	if saves > 0 {
		parts = append(parts, count(saves, "save")+" of drafts")
	}
	return strings.Join(parts, "; and ")
}

type backupJSON struct {
	File  string `json:"file"`
	At    string `json:"at"`
	Bytes int64  `json:"bytes"`
	State string `json:"state,omitempty"` // with --verify: sound, or what is wrong
}

func (a *app) listBackups(ctx context.Context, o restoring) error {
	all, err := store.Backups(a.db())
	if err != nil {
		return err
	}
	list := make([]backupJSON, len(all))
	for i, b := range all {
		list[i] = backupJSON{File: b.Path, At: b.At.Local().Format(time.RFC3339), Bytes: b.Size}
		if o.verify {
			list[i].State = "sound"
			if err := a.sound(ctx, b.Path); err != nil {
				list[i].State = err.Error()
			}
		}
	}
	switch {
	case o.asJSON:
		return printJSON(a.out, list)
	case len(all) == 0:
		fmt.Fprintf(a.out, "there are no backups in %s yet: the workbench makes one an hour while something changes\n", model.CleanLine(store.BackupFolder(a.db())))
		return nil
	}
	header := "WHEN\tAGE\tSIZE\tFILE"
	if o.verify {
		header = "WHEN\tAGE\tSIZE\tSTATE\tFILE"
	}
	return printTable(a.out, header, func(line func(...any)) {
		for i, b := range all {
			cells := []any{b.At.Local().Format("2006-01-02 15:04"), age(a.now().Sub(b.At)), size(b.Size)}
			if o.verify {
				cells = append(cells, list[i].State)
			}
			line(append(cells, b.Path)...)
		}
	})
}

// age is a time in the unit that says enough.
func age(d time.Duration) string {
	switch {
	case d < 0:
		return "in the future"
	case d < time.Hour:
		return count(int(d.Minutes()), "minute")
	case d < 48*time.Hour:
		return count(int(d.Hours()), "hour")
	}
	return count(int(d.Hours()/24), "day")
}

func size(n int64) string {
	if n < 1_000_000 {
		return fmt.Sprintf("%d KB", (n+999)/1000)
	}
	return fmt.Sprintf("%.1f MB", float64(n)/1e6)
}
