package store

import (
	"fmt"
	"os"
	"os/user"
	"strings"
	"time"
)

// HeldError is a database that another process has open.
type HeldError struct {
	Path   string
	Holder string // "process 4711 of ada, since 09:12", "" when not known
}

func (e *HeldError) Error() string {
	who := e.Holder
	if who == "" {
		who = "another program"
	}
	return fmt.Sprintf("%s is open in %s: leave it there first, or name another file with --db", e.Path, who)
}

func holderFile(path string) string { return path + ".holder" }

// noteHolder writes beside the database who has it open, for the message that
// the next one gets. It decides nothing: the lock does. Nobody waits for it but
// release.
func noteHolder(path string, now time.Time) (release func()) {
	noted := make(chan struct{})
	go func() {
		defer close(noted)
		who := "someone"
		if u, err := user.Current(); err == nil {
			who = u.Username
		}
		text := fmt.Sprintf("process %d of %s, since %s", os.Getpid(), who, now.Format("2006-01-02 15:04"))
		// Without the note the database works all the same.
		_ = os.WriteFile(holderFile(path), []byte(text), 0o600)
	}()
	return func() {
		<-noted
		_ = os.Remove(holderFile(path))
	}
}

func readHolder(path string) string {
	text, err := os.ReadFile(holderFile(path))
	if err != nil || len(text) > 200 {
		return ""
	}
	return strings.Map(func(r rune) rune {
		if r < ' ' || r > '~' {
			return -1
		}
		return r
	}, string(text))
}
