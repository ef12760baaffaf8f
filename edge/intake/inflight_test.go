package intake_test

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"

	"go.uber.org/goleak"

	"talentmap/edge/intake"
	"talentmap/model"
	"talentmap/store"
)

// breaking is a sink that fails, or has its context cancelled, at one of its writes.
type breaking struct {
	*memory
	left   int
	cancel context.CancelFunc // nil: it fails
}

var errDisk = errors.New("no space left on the disk")

func (b *breaking) Arrive(ctx context.Context, chunk []store.Arrival) error {
	if b.left--; b.left < 0 {
		if b.cancel == nil {
			return errDisk
		}
		b.cancel()
		return ctx.Err()
	}
	return b.memory.Arrive(ctx, chunk)
}

// Wherever writing breaks off, what was written is whole and counted, nobody is
// left reading or writing, and the file brought again makes of it what it would
// have made at once. Rows of someone who is being written come with her key and
// without.
func TestBrokenOffAtEachChunk(t *testing.T) {
	defer goleak.VerifyNone(t, goleak.IgnoreCurrent())
	var text strings.Builder
	text.WriteString("name,email,linkedin,company\n")
	for i := range 300 {
		fmt.Fprintf(&text, "Ann Lee,ann%d@example.com,,Acme\nAnn Lee,ann%[1]d@example.com,ann-%[1]d,Acme\nAnn Lee,,ann-%[1]d,Borealis\n", i)
	}
	o := opts
	o.Chunk = 40
	for _, cancelled := range []bool{false, true} {
		for at := range 8 {
			ctx, cancel := context.WithCancel(t.Context())
			m := newMemory()
			sink := &breaking{memory: m, left: at}
			want := errDisk
			if cancelled {
				sink.cancel, want = cancel, context.Canceled
			}
			sum, err := intake.Apply(ctx, file(t, text.String()), m, sink, o)
			cancel()
			if !errors.Is(err, want) || sum.New != len(m.people) {
				t.Errorf("write %d: %d counted, %d written, %v", at+1, sum.New, len(m.people), err)
			}
			if _, err := intake.Apply(t.Context(), file(t, text.String()), m, m, o); err != nil {
				t.Error(err)
			}
			if len(m.people) != 300 {
				t.Errorf("write %d: %d people", at+1, len(m.people))
			}
			for i := range 300 {
				id, other := m.keys[fmt.Sprintf("e:ann%d@example.com", i)], m.keys[fmt.Sprintf("l:linkedin.com/in/ann-%d", i)]
				if id == 0 || id != other || !worksAt(m.people[id-1].Positions, "Borealis") {
					t.Fatalf("write %d: Ann %d is %s by one key, %s by the other", at+1, i, id, other)
				}
			}
		}
	}
}

func worksAt(list []model.Position, company string) bool {
	for _, q := range list {
		if q.Company == company {
			return true
		}
	}
	return false
}
