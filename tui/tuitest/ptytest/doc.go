// Package ptytest runs a real binary on a real pseudo-terminal and measures
// what a person at it would feel: the time to the first frame, the time and
// the bytes from a key to its frame, and what the program costs while nobody
// touches it. It runs on Linux only.
//
//	func BenchmarkDown(b *testing.B) {
//		bin := ptytest.Build(b, "talentmap/cmd/talentmap")
//		p := ptytest.Start(b, exec.Command(bin), 120, 40)
//		p.WaitFor("37 of 100")
//		ptytest.ReportKeys(b, p, "j", "k")
//	}
//
// [Bare] is an empty Bubble Tea program. What a start costs beyond it is the
// program's own.
//
// # Caveats
//
// The other end is an emulator that answers queries at once: there is no slow
// line and no terminal that draws. A frame counts as complete when nothing
// has arrived for 30 ms ([Quiet]), so a program that animates is never
// complete. The figures belong in benchmarks. A test asserts what is on the
// screen, how many bytes, how much memory, and never a time.
package ptytest
