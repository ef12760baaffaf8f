// Package tui is one person's session at the workbench: the home screen of
// three panes, the pages that open over it, and the overlays over those.
//
//	m := tui.New(tui.Config{Store: st, Roster: ros, Weights: &w, User: "ada", Now: time.Now, Settings: &chosen})
//	_, err := tea.NewProgram(m, tea.WithFPS(tui.FPS)).Run()
//	err = errors.Join(err, m.Shutdown())
//
// The root is the only tea.Model. It owns where things stand and who gets a
// message; see package pane for the three ways a message takes:
//
//	key ─▶ top overlay │ page │ focused pane ─▶ global action ─▶ "not bound here"
//	mouse ─▶ hint, tab │ top overlay │ page │ pane below the pointer
//	store.Watch, roster.Changed ─▶ every pane
//	command's result ─▶ the pane that asked
//
// A session shares the store and the roster with others and nothing else: keys,
// looks and columns are a person's own, see package config.
package tui

// FPS is how often the screen may be drawn a second: twice Bubble Tea's
// default halves the wait from key to screen.
const FPS = 120
