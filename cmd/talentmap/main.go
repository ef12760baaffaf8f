// Talentmap is the workbench for passive sourcing: the talent map, the queue
// and the composer in a terminal, and every action also as a verb.
//
//	talentmap                      the workbench
//	talentmap import people.csv    people in
//	talentmap queue --json         who next, and why
//
// Exit status: 0 done, 1 it said no (a finding, a refusal, a bad row), 2 wrong
// usage.
package main

import (
	"context"
	"os"
	"os/signal"
	"syscall"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM, syscall.SIGHUP)
	code := run(ctx, system(), os.Args[1:])
	stop()
	os.Exit(code)
}
