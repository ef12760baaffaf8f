package ptytest

import (
	"strings"
	"time"
)

// Sample is what one key cost.
type Sample struct {
	Latency time.Duration // from the key to the last byte of its frame; 0 if it drew nothing
	Bytes   int           // written to the terminal
}

// WaitFor waits until text stands on the screen and the frame is complete. It
// returns the time from the start of the program to the last byte of that
// frame.
func (p *Program) WaitFor(text string) time.Duration {
	p.tb.Helper()
	return p.waitUntil("the text "+text, func(screen string) bool { return strings.Contains(screen, text) })
}

// WaitUntil is WaitFor with any condition on the screen.
func (p *Program) WaitUntil(ok func(screen string) bool) time.Duration {
	p.tb.Helper()
	return p.waitUntil("the condition", ok)
}

func (p *Program) waitUntil(what string, ok func(string) bool) time.Duration {
	p.tb.Helper()
	late := time.NewTimer(patience)
	defer late.Stop()
	for over := ""; ; {
		news := p.changed()
		if ok(p.Screen()) {
			break
		}
		if over != "" {
			p.tb.Fatalf("ptytest: %s has not come: %s; the screen:\n%s", what, over, p.Screen())
		}
		select {
		case <-news:
		case <-p.ended:
			over = "the program has ended"
		case <-late.C:
			over = "waited for " + patience.String()
		}
	}
	_, last := p.settle(Quiet)
	return last.Sub(p.begun)
}

// Key presses a key, spelled as in tuitest.Key, and waits for its frame to be
// complete. A key that draws nothing is given up after a quarter of a second.
func (p *Program) Key(spelling string) Sample {
	p.tb.Helper()
	return p.write(p.encode(spelling))
}

// Type writes text as if it were typed at once, and waits as Key does.
func (p *Program) Type(text string) Sample {
	p.tb.Helper()
	return p.write(text)
}

// write sends input and measures what it brings about.
func (p *Program) write(input string) Sample {
	p.tb.Helper()
	before, _ := p.settle(Quiet)
	begun := time.Now()
	if _, err := p.tty.WriteString(input); err != nil {
		p.tb.Fatalf("ptytest: write to the terminal: %v", err)
	}
	after, last := p.settle(250 * time.Millisecond)
	if after == before {
		return Sample{}
	}
	return Sample{Latency: last.Sub(begun), Bytes: after - before}
}

// settle waits until nothing has arrived for Quiet and all of it is drawn,
// and returns the bytes so far and when the last came. Where nothing comes at
// all it waits for the first of them as long as first.
func (p *Program) settle(first time.Duration) (bytes int, last time.Time) {
	p.tb.Helper()
	begun := time.Now()
	start, _, _ := p.count()
	for {
		bytes, drawn, last := p.count()
		rest := Quiet - time.Since(last)
		if bytes == start {
			rest = first - time.Since(begun)
		}
		if rest <= 0 && drawn == bytes {
			return bytes, last
		}
		if time.Since(begun) > patience {
			p.tb.Fatalf("ptytest: the program has drawn for %v without a rest of %v", patience, Quiet)
		}
		select {
		case <-p.changed():
		case <-time.After(max(rest, time.Millisecond)):
		}
	}
}

// count returns the bytes read, those drawn, and when the last were read.
func (p *Program) count() (bytes, drawn int, last time.Time) {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.bytes, p.drawn, p.last
}

// changed returns a channel that is closed at the next change of the screen.
func (p *Program) changed() <-chan struct{} {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.news
}
