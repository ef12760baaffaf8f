package ptytest

import (
	"io"
	"os"
	"os/exec"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/vt"
	"github.com/creack/pty"
)

const (
	// Quiet is how long nothing must arrive for a frame to be complete: more
	// than three of the renderer's ticks at 120 frames a second.
	Quiet = 30 * time.Millisecond

	// patience bounds every wait for the program.
	patience = 20 * time.Second
)

// Program is a process that runs on a terminal.
type Program struct {
	tb    testing.TB
	cmd   *exec.Cmd
	tty   *os.File
	em    *vt.SafeEmulator
	begun time.Time
	stop  sync.Once
	done  sync.WaitGroup
	ended chan struct{} // closed when all that the program wrote is drawn

	mu    sync.Mutex
	bytes int           // read so far
	last  time.Time     // when the latest of them were read
	drawn int           // bytes that have reached the emulator
	news  chan struct{} // closed and replaced when drawn changes
}

// Start runs cmd on a terminal of w by h cells. The program gets TERM, PATH,
// HOME and a UTF-8 locale; cmd.Env is added to them. It is killed at the end
// of tb at the latest.
func Start(tb testing.TB, cmd *exec.Cmd, w, h int) *Program {
	tb.Helper()
	cmd.Env = append([]string{
		"TERM=xterm-256color", "LANG=C.UTF-8",
		"PATH=" + os.Getenv("PATH"), "HOME=" + os.Getenv("HOME"),
	}, cmd.Env...)
	p := &Program{
		tb: tb, cmd: cmd, em: vt.NewSafeEmulator(w, h),
		news: make(chan struct{}), ended: make(chan struct{}),
	}
	p.begun = time.Now()
	p.last = p.begun
	tty, err := pty.StartWithSize(cmd, &pty.Winsize{Cols: uint16(w), Rows: uint16(h)})
	if err != nil {
		tb.Fatalf("ptytest: start %s on a terminal: %v", cmd.Path, err)
	}
	p.tty = tty
	tb.Cleanup(p.Stop)
	chunks := make(chan []byte, 4096)
	p.done.Go(func() { p.read(chunks) })
	p.done.Go(func() { p.draw(chunks) })
	p.done.Go(func() { _, _ = io.Copy(tty, p.em) }) // the terminal's answers
	return p
}

// Stop kills the program and waits until it is gone. Only the first call
// does anything.
func (p *Program) Stop() {
	p.stop.Do(func() {
		_ = p.cmd.Process.Kill()
		_ = p.cmd.Wait() // killed: its error says so and nothing more
		_ = p.tty.Close()
		if c, ok := p.em.InputPipe().(io.Closer); ok {
			_ = c.Close() // ends the copy of the answers
		}
		p.done.Wait()
	})
}

// read notes when bytes arrive and does nothing else, so that the emulator's
// work is not counted as the program's.
func (p *Program) read(chunks chan<- []byte) {
	defer close(chunks)
	buf := make([]byte, 32<<10)
	for {
		n, err := p.tty.Read(buf)
		at := time.Now()
		if n > 0 {
			p.mu.Lock()
			p.bytes += n
			p.last = at
			p.mu.Unlock()
			chunks <- slices.Clone(buf[:n])
		}
		if err != nil { // closed, or EIO once the program is gone
			return
		}
	}
}

// draw feeds the emulator and tells those who wait.
func (p *Program) draw(chunks <-chan []byte) {
	defer close(p.ended)
	for c := range chunks {
		_, _ = p.em.Write(c)
		p.mu.Lock()
		p.drawn += len(c)
		close(p.news)
		p.news = make(chan struct{})
		p.mu.Unlock()
	}
}

// Styled returns what the terminal shows now with its styles, as SGR sequences.
func (p *Program) Styled() string { return p.em.Render() }

// Screen returns what the terminal shows now: one line for each row, without
// the spaces at its end.
func (p *Program) Screen() string {
	rows := strings.Split(ansi.Strip(p.em.Render()), "\n")
	for y := range rows {
		rows[y] = strings.TrimRight(rows[y], " ")
	}
	return strings.Join(rows, "\n")
}
