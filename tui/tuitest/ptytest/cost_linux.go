package ptytest

import (
	"bytes"
	"fmt"
	"os"
	"strconv"
	"strings"
	"time"
)

// clockTick is the unit of the times in /proc/<pid>/stat (USER_HZ).
const clockTick = 10 * time.Millisecond

// Cost is what a program used over a period.
type Cost struct {
	Bytes int           // written to the terminal
	CPU   time.Duration // see Program.CPU
}

// Idle leaves the program alone for d and returns what it used meanwhile.
func (p *Program) Idle(d time.Duration) Cost {
	p.tb.Helper()
	before, _ := p.settle(Quiet)
	cpu := p.CPU()
	<-time.After(d)
	after, _, _ := p.count()
	return Cost{Bytes: after - before, CPU: p.CPU() - cpu}
}

// PeakRSS returns the most memory that the program has held so far, in bytes.
func (p *Program) PeakRSS() int {
	p.tb.Helper()
	for line := range bytes.Lines(p.proc("status")) {
		if rest, ok := strings.CutPrefix(string(line), "VmHWM:"); ok {
			return 1024 * p.number(strings.TrimSuffix(strings.TrimSpace(rest), " kB"))
		}
	}
	p.tb.Fatal("ptytest: no VmHWM in the program's status: it has ended")
	return 0
}

// CPU returns the time that all threads of the program have used since it
// started, in steps of 10 ms: fields 14 and 15 of /proc/<pid>/stat, see
// proc_pid_stat(5).
func (p *Program) CPU() time.Duration {
	p.tb.Helper()
	stat := string(p.proc("stat"))
	// The name of the program stands in parentheses and may hold spaces.
	fields := strings.Fields(stat[strings.LastIndex(stat, ")")+1:])
	const utime, stime = 14 - 3, 15 - 3 // the first after the name is field 3
	return clockTick * time.Duration(p.number(fields[utime])+p.number(fields[stime]))
}

// proc reads a file about the program.
func (p *Program) proc(name string) []byte {
	p.tb.Helper()
	data, err := os.ReadFile(fmt.Sprintf("/proc/%d/%s", p.cmd.Process.Pid, name))
	if err != nil {
		p.tb.Fatalf("ptytest: the program has ended: %v", err)
	}
	return data
}

// number parses what the kernel wrote.
func (p *Program) number(s string) int {
	p.tb.Helper()
	n, err := strconv.Atoi(s)
	if err != nil {
		p.tb.Fatalf("ptytest: %v", err)
	}
	return n
}
