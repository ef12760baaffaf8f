package roster

import (
	"cmp"
	"slices"

	"talentmap/model"
)

// extra is what few people have beside their entry: what led them to their state,
// and what was decided about their place in the queue. A page keeps it for those
// who do, in order of their slots.
type extra struct {
	since, refused, answered   model.Date
	snoozed, skipDue, skipFrom model.Date
	slot                       uint8
	cause                      code // of the events; 0 none
	skipKind                   code // of the kinds of signals; 0 none
	skipped                    uint8
	touches                    uint8 // of the sequence that is running, where it is not the default one
}

// events are the events of outreach as codes.
var events = model.Events()

// extraOf is what an outreach has beside an entry; ok is false for nothing.
func extraOf(o *model.Outreach, slot int) (x extra, ok bool) {
	t, d := &o.Trail, &o.Deferral
	x = extra{
		since: t.Since, refused: t.Refused, answered: t.Answered,
		snoozed: d.Until, skipDue: d.Skip.Next, skipFrom: d.Skip.Event, skipped: d.Skip.Classes,
		touches: uint8(o.Plan.Touches),
	}
	if t.Cause != "" {
		x.cause = code(slices.Index(events, t.Cause) + 1)
	}
	if d.Skip.Kind != "" {
		x.skipKind = codeOf(kinds, d.Skip.Kind)
	}
	ok = x != extra{}
	x.slot = uint8(slot)
	return x, ok
}

// into puts what an extra says into an outreach.
func (x *extra) into(o *model.Outreach) {
	o.Trail = model.Trail{Since: x.since, Refused: x.refused, Answered: x.answered}
	if x.cause != 0 {
		o.Trail.Cause = events[x.cause-1]
	}
	o.Plan.Touches = int(x.touches)
	o.Deferral.Until = x.snoozed
	o.Deferral.Skip = model.Skip{Classes: x.skipped, Next: x.skipDue, Event: x.skipFrom}
	if x.skipKind != 0 {
		o.Deferral.Skip.Kind = kinds[x.skipKind-1]
	}
}

// deferred reports whether anything was decided about the place in the queue.
func (x *extra) deferred() bool { return x.snoozed.Known() || x.skipped != 0 }

// extra is what the person in a slot has beside the entry; nil for nothing.
func (b *body) extra(slot int) *extra {
	if len(b.extras) == 0 {
		return nil
	}
	at, ok := slices.BinarySearchFunc(b.extras, slot, func(x extra, slot int) int { return cmp.Compare(int(x.slot), slot) })
	if !ok {
		return nil
	}
	return &b.extras[at]
}

// outreach is what a page keeps of a person's outreach, but for the owner.
func (b *body) outreach(slot int) model.Outreach {
	o := b.entries[slot].outreach()
	if x := b.extra(slot); x != nil {
		x.into(&o)
	}
	return o
}
