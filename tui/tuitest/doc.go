// Package tuitest drives a screen in a test and reads what a person would see.
//
// A [Session] stands in for the terminal and the program's event loop. It
// hands messages to a tea.Model one at a time, runs the commands that come
// back until none remain, and only then lets the test look: every frame is a
// settled frame, and the same test reads the same frame every time.
//
//	func TestSnooze(t *testing.T) {
//		clock := tuitest.NewClock(time.Date(2024, 3, 4, 9, 0, 0, 0, time.UTC))
//		s := tuitest.New(t, tui.New(clock.Now, clock.After), 120, 40)
//		s.Keys("2", "j", "s")
//		s.Contains("snoozed")
//		clock.Advance(5 * time.Second)
//		tuitest.Golden(t, s, "queue_snoozed") // testdata/queue_snoozed.txt
//	}
//
// # Commands that wait
//
// There are three kinds, and none of them makes a test sleep:
//
//   - Work (a read, a save) is run to its end. One that takes longer than the
//     deadline fails the test and prints where it stands.
//   - A timer comes from the clock that the model was given: [Clock.After] in
//     place of tea.Tick. It fires in [Clock.Advance] and at no other time.
//   - A watch, which blocks until something changes, needs the whole test
//     inside testing/synctest.Test. There the session knows exactly when a
//     command can go no further without an event from outside: it parks the
//     command, and delivers its message as soon as it has one.
//
// The store, its watchers and the session must then be made inside the same
// synctest.Test, and closed in a t.Cleanup registered there.
//
// # Caveats
//
// The commands of a batch run one after another, in order. A frame holds the
// text only; [Session.SVG] shows colours. The real renderer, the real
// terminal and real time are the business of package ptytest.
package tuitest
