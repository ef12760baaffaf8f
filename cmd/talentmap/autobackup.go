package main

import (
	"context"
	"fmt"
	"runtime/debug"

	"talentmap/store"
)

// autoBackup makes backups in the background until ctx is done; then done is
// closed. What fails is told, once for each row of failures.
func (a *app) autoBackup(ctx context.Context, st *store.Store, failed func(error)) (done <-chan struct{}) {
	over := make(chan struct{})
	go func() {
		defer close(over)
		defer func() {
			if p := recover(); p != nil {
				failed(fmt.Errorf("the automatic backup stopped: %v\n%s", p, debug.Stack()))
			}
		}()
		store.AutoBackup{Store: st, After: a.after, Verify: a.sound, Failed: failed}.Run(ctx)
	}()
	return over
}
