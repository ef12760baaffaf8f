package model

import (
	"errors"
	"fmt"
	"slices"
	"time"
)

// ErrGate is the reason behind every refusal of the gate.
var ErrGate = errors.New("the gate is closed")

// Asking is a send about which the gate is asked.
type Asking struct {
	Person    *Person
	Employers []Company // where she works now
	Touches   []Touch   // all that she has had, in any order
	Erased    bool      // she was erased on request
	Channel   Channel   // "": whichever is open
	By        string    // who wants to write
	Now       time.Time
}

// BlockKind is one of the rules of the gate.
type BlockKind string

// The rules, the strictest first.
const (
	BlockErased   BlockKind = "erased"
	BlockOptedOut BlockKind = "opted-out"
	BlockForbid   BlockKind = "do-not-contact"
	BlockCompany  BlockKind = "company do-not-contact"
	BlockProcess  BlockKind = "in a process"
	BlockRefused  BlockKind = "after a no"
	BlockSequence BlockKind = "sequence"
	BlockCooldown BlockKind = "cooldown"
	BlockCap      BlockKind = "cap"
	BlockBounced  BlockKind = "bounced"
)

// Block is one thing that keeps the gate closed.
type Block struct {
	Kind  BlockKind
	Why   string  // what blocks, in a sentence
	Owner string  // who holds it; "" for a rule, or where it is not known
	Since Date    // the day of what blocks; zero where it was not kept
	Opens Date    // the first day on which it blocks no longer; zero: it does not end by itself
	Touch TouchID // the touch that blocks; 0 for none
	Do    string  // what to do
}

// Answer is what the gate says: it is open where nothing blocks.
type Answer struct {
	Blocks []Block // the strictest first
}

// Open reports whether the person may be written to.
func (a Answer) Open() bool { return len(a.Blocks) == 0 }

// Err is nil where the gate is open; otherwise it wraps [ErrGate] and says what
// blocks first.
func (a Answer) Err() error {
	if a.Open() {
		return nil
	}
	return fmt.Errorf("%w: %s", ErrGate, a.Blocks[0].Why)
}

// Gate decides whether a person may be written to. What blocks:
//
//   - an erasure at her request, also where she has been entered anew;
//   - a lock of hers, or of a company where she works now, while it holds;
//   - a process: whoever is in the pipeline or hired is not sourced;
//   - for everybody, so many days after a no of hers ([Hold.Refused]);
//   - one sequence a person: a pause, and a colleague's next touch that is not due yet;
//   - for others than the owner, so many days after the last touch ([Hold.Others]), counted by the
//     touches of the last twelve months, unless the owner has handed her over;
//   - the cap of touches in twelve months ([Hold.Yearly]). The first touch after a trigger does not
//     count, for one trigger in twelve months;
//   - a channel on which messages come back; the others stay open.
//
// Who has answered is in a conversation: the cap and an earlier no keep nobody
// from going on with it. Days are those of Now's location, and a touch dated in
// the future counts as just made.
func (c *Cadence) Gate(a Asking) Answer {
	g := gate{c: c, Asking: a, today: DateOf(a.Now), o: c.Settled(a.Person.Outreach, a.Now)}
	g.recall()
	g.erased()
	g.locks()
	g.companies()
	g.process()
	g.refused()
	g.sequence()
	g.cooldown()
	g.cap()
	g.bounced()
	return Answer{g.blocks}
}

// gate is an answer in the making.
type gate struct {
	Asking
	c     *Cadence
	o     Outreach // as she stands today
	today Date

	year   []*Touch // what went out in the last twelve months, oldest first
	last   *Touch   // that went out; nil: nothing has
	blocks []Block
}

// recall gathers what went out to her.
func (g *gate) recall() {
	g.year = make([]*Touch, 0, len(g.Touches))
	for i := range g.Touches {
		t := &g.Touches[i]
		if t.Direction != Outbound {
			continue
		}
		if g.day(t).AddMonths(12) > g.today {
			g.year = append(g.year, t)
		}
		if g.last == nil || t.At.After(g.last.At) {
			g.last = t
		}
	}
	slices.SortStableFunc(g.year, func(a, b *Touch) int { return a.At.Compare(b.At) })
}

// day is the day of a touch, today at the latest.
func (g *gate) day(t *Touch) Date { return min(DateOf(t.At.In(g.Now.Location())), g.today) }

func (g *gate) block(b Block) { g.blocks = append(g.blocks, b) }

// conversing reports whether she has answered, and it is ours to go on.
func (g *gate) conversing() bool { return g.o.State == Replied || g.o.State == Interested }

func (g *gate) erased() {
	if g.Erased {
		g.block(Block{Kind: BlockErased, Why: "she was erased at her request", Do: "erase her again, and leave her in peace"})
	}
}

func (g *gate) locks() {
	if !g.o.Locked(g.Now) {
		return
	}
	b := Block{Kind: BlockForbid, Why: lockText(g.o), Owner: g.o.LockBy, Opens: dayAfter(g.o.LockUntil), Do: askOr(g.o.LockBy, "unlock her")}
	if g.o.Lock != DoNotContact {
		b.Kind, b.Do = BlockOptedOut, "wait for a message of hers, and log it as her reply: nothing else opens this"
	}
	g.block(b)
}

func (g *gate) companies() {
	for i := range g.Employers {
		if e := &g.Employers[i]; e.Locked(g.Now) {
			g.block(Block{
				Kind: BlockCompany, Why: "everybody at " + e.Name + " is " + lockText(e.lockPart()), Owner: e.LockBy,
				Opens: dayAfter(e.LockUntil), Do: askOr(e.LockBy, "unlock the company"),
			})
		}
	}
}

// askOr says whom to ask before a lock of the team is opened.
func askOr(owner, do string) string {
	if owner == "" {
		return do
	}
	return "ask " + owner + ", or " + do
}

// dayAfter is the first day after a lock; zero for one without end.
func dayAfter(until Date) Date {
	if !until.Known() {
		return 0
	}
	return DateOf(until.Last()).AddDays(1)
}

func (g *gate) process() {
	switch g.o.State {
	case Pipeline:
		g.block(Block{Kind: BlockProcess, Why: "she is in the pipeline and not to be sourced", Owner: g.o.Owner, Since: g.o.Trail.Since, Do: "speak to her within the process"})
	case Hired:
		g.block(Block{Kind: BlockProcess, Why: "she was hired and is not to be sourced", Owner: g.o.Owner, Since: g.o.Trail.Since, Do: "leave her where she is"})
	}
}

func (g *gate) refused() {
	no := g.o.Trail.Refused
	opens := no.AddDays(g.c.Hold.Refused)
	if !no.Known() || g.today >= opens || g.conversing() {
		return
	}
	g.block(Block{
		Kind: BlockRefused, Why: fmt.Sprintf("she said no on %s, and the whole team waits until %s", no, opens),
		Owner: g.o.Owner, Since: no, Opens: opens, Do: fmt.Sprintf("wait until %s, or for a message of hers", opens),
	})
}

func (g *gate) sequence() {
	others := g.o.Owner != "" && g.o.Owner != g.By
	if g.today >= g.o.Next {
		return
	}
	b := Block{Kind: BlockSequence, Owner: g.o.Owner, Since: g.o.Trail.Since, Opens: g.o.Next}
	if g.last != nil {
		b.Touch = g.last.ID
	}
	switch {
	case g.o.State == Paused:
		b.Why = fmt.Sprintf("she is away, and the sequence is paused until %s", g.o.Next)
		b.Do = "wait; where she has written herself, log her reply"
	case g.o.State == Active && others:
		b.Why = fmt.Sprintf("a sequence of %s is running, and its next step is on %s", g.o.Owner, g.o.Next)
		b.Do = "ask " + g.o.Owner + " to hand her over"
	default:
		return
	}
	g.block(b)
}

func (g *gate) cooldown() {
	if g.o.Owner == "" || g.o.Owner == g.By || g.last == nil {
		return
	}
	opens := g.day(g.last).AddDays(g.c.Hold.heldOff(len(g.year)))
	if g.today >= opens {
		return
	}
	g.block(Block{
		Kind: BlockCooldown, Why: fmt.Sprintf("%s is in touch with this person, others wait until %s", g.o.Owner, opens),
		Owner: g.o.Owner, Since: g.day(g.last), Opens: opens, Touch: g.last.ID,
		Do: fmt.Sprintf("ask %s to hand her over, or wait until %s", g.o.Owner, opens),
	})
}

func (g *gate) cap() {
	if len(g.year) < g.c.Hold.Yearly || g.conversing() {
		return
	}
	spare := g.c.Hold.ReEngagings
	counted := make([]*Touch, 0, len(g.year))
	for _, t := range g.year {
		if t.ReEngages && spare > 0 {
			spare--
			continue
		}
		counted = append(counted, t)
	}
	again := g.o.State == ReEngage && g.o.Trail.Cause == Triggered && spare > 0
	if len(counted) < g.c.Hold.Yearly || again {
		return
	}
	first := counted[len(counted)-g.c.Hold.Yearly]
	opens := g.day(first).AddMonths(12)
	g.block(Block{
		Kind: BlockCap, Why: fmt.Sprintf("%d touches in twelve months is the cap, until %s", g.c.Hold.Yearly, opens),
		Since: g.day(first), Opens: opens, Touch: first.ID, Do: fmt.Sprintf("wait until %s, or for a message of hers", opens),
	})
}

func (g *gate) bounced() {
	address := ""
	if all := g.Person.Contact.Emails; len(all) > 0 {
		address = all[0]
	}
	if g.o.Trail.Bounced.On(g.Channel, address) {
		g.block(Block{Kind: BlockBounced, Why: fmt.Sprintf("messages by %s come back", g.Channel), Do: "mend the address, or take another channel"})
	}
}
