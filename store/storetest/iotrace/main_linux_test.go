package iotrace_test

import (
	"bufio"
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"testing"
	"time"

	"talentmap/store/storetest/iotrace"
)

var killCycles = flag.Int("kill.cycles", 5, "how thorough: 50 and more fail every call, and each adds to the disks looked at")

// childRole makes the test binary run as a child process in one of the roles.
const childRole = "TALENTMAP_IOTRACE_TEST_CHILD"

func TestMain(m *testing.M) {
	switch role := os.Getenv(childRole); role {
	case "":
		os.Exit(m.Run())
	case "look":
		lookAtAll()
	default:
		first, _ := strconv.Atoi(os.Args[2])
		play(role, os.Args[1], first)
	}
}

func child(role string, args ...string) *exec.Cmd {
	cmd := exec.Command(os.Args[0], args...)
	cmd.Env = append(os.Environ(), childRole+"="+role, "GORACE=atexit_sleep_ms=0") // the race detector's wait at each exit
	return cmd
}

// place is a folder for a database, in memory where the system offers it.
func place(t *testing.T) string {
	t.Helper()
	dir, err := os.MkdirTemp("/dev/shm", "talentmap-test-")
	if err != nil {
		return t.TempDir()
	}
	t.Cleanup(func() { os.RemoveAll(dir) })
	return dir
}

// run is one or more children at work in a folder, one after another, and what
// became of it.
type run struct {
	t      *testing.T
	folder string
	disk   *iotrace.Disk
	said   []string
	steps  []step // of all children
	answer func(iotrace.Call) iotrace.Answer
	before func(iotrace.Call)      // called before the disk hears of the call
	deaf   func(iotrace.Call) bool // syncs that are told to have been done, and are not
}

func newRun(t *testing.T, folder string) *run {
	t.Helper()
	disk, err := iotrace.NewDisk(folder)
	if err != nil {
		t.Fatal(err)
	}
	return &run{
		t: t, folder: folder, disk: disk,
		answer: func(iotrace.Call) iotrace.Answer { return iotrace.Answer{} },
		before: func(iotrace.Call) {},
		deaf:   func(iotrace.Call) bool { return false },
	}
}

// child plays a scenario. It must end by itself unless an answer kills it: what
// it says at its death is the error.
func (r *run) child(scenario string) {
	r.t.Helper()
	killed := false
	var complaint bytes.Buffer
	cmd := child(scenario, r.folder, strconv.Itoa(len(r.steps)))
	r.steps = append(r.steps, stepsOf(scenario)...)
	cmd.Stderr = &complaint
	err := iotrace.Run(cmd, r.folder, func(c iotrace.Call) iotrace.Answer {
		r.before(c)
		if c.Op == iotrace.Say {
			r.said = append(r.said, string(bytes.TrimSuffix(c.Data, []byte("\n"))))
			return iotrace.Answer{}
		}
		a := r.answer(c)
		killed = killed || a.Kill
		if r.deaf(c) {
			return a
		}
		if err := r.disk.Apply(c, a); err != nil {
			r.t.Error(err)
		}
		return a
	})
	if err != nil && !killed {
		r.t.Errorf("the child of %s: %v\n%s", scenario, err, complaint.Bytes())
	}
}

// outcome is what a look at a folder found.
type outcome struct {
	State  state
	Faults []string
}

// looker is a child that looks at folders, since a damaged file can end the
// process that opens it.
type looker struct {
	cmd *exec.Cmd
	in  *bufio.Writer
	out *json.Decoder
}

func startLooker() (*looker, error) {
	cmd := child("look")
	in, err := cmd.StdinPipe()
	if err != nil {
		return nil, err
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		return nil, err
	}
	return &looker{cmd: cmd, in: bufio.NewWriter(in), out: json.NewDecoder(out)}, cmd.Start()
}

// lookMost is how long a look may take: some damage makes bbolt go round for ever.
const lookMost = 20 * time.Second

func (l *looker) look(folder string) (o outcome) {
	defer time.AfterFunc(lookMost, func() { _ = l.cmd.Process.Kill() }).Stop()
	fmt.Fprintln(l.in, folder)
	_ = l.in.Flush()
	if err := l.out.Decode(&o); err != nil {
		o.Faults = append(o.Faults, "the process that opened it died, or had to be ended")
	}
	return o
}

func (l *looker) stop() {
	_ = l.cmd.Process.Kill()
	_ = l.cmd.Wait()
}

// viewer looks at folders in a child of its own, and in another one where that
// has died.
type viewer struct {
	t      *testing.T
	dir    string
	n      int
	looker *looker
}

func newViewer(t *testing.T) *viewer {
	t.Helper()
	v := &viewer{t: t, dir: place(t)}
	t.Cleanup(func() {
		if v.looker != nil {
			v.looker.stop()
		}
	})
	return v
}

func (v *viewer) look(im iotrace.Image) (o outcome) {
	v.n++
	folder := filepath.Join(v.dir, fmt.Sprint(v.n))
	if err := im.Write(folder); err != nil {
		v.t.Fatal(err)
	}
	defer os.RemoveAll(folder)
	if v.looker == nil {
		l, err := startLooker()
		if err != nil {
			v.t.Fatal(err)
		}
		v.looker = l
	}
	o = v.looker.look(folder)
	if o.State == nil { // it died
		v.looker.stop()
		v.looker = nil
	}
	return o
}
