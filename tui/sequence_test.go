package tui_test

import (
	"slices"
	"testing"

	"talentmap/model"
	"talentmap/store"
)

// sequences are all that there are, oldest first.
func (b *bench) sequences() (all []model.Sequence) {
	b.t.Helper()
	b.view(func(tx *store.Tx) error {
		for s, err := range tx.Sequences() {
			if err != nil {
				return err
			}
			all = append(all, s)
		}
		return nil
	})
	return all
}

// A sequence is made of the lines that the verb takes, what is wrong is told of its
// touch, and an edit makes a version.
func TestSequencesAreMade(t *testing.T) {
	at(t, setup{w: 120, h: 36}, func(b *bench) {
		b.press("P tab tab")
		b.Contains("Sequences · 1", "Four touches", "0, 4, 9, 16", "day 16", "Fourth touch, e-mail")
		b.press("i =Slow down =e-mail,_0,_first_e enter =fax,_7 enter =phone,_14 ctrl+s")
		b.Contains(`touch 2: there is no channel "fax"`, "phone, 14")
		b.press("up ctrl+a ctrl+k =mail,_0,_second ctrl+s")
		b.Contains("touch 2 comes 0 days after the one before: give 1 to 90")
		b.press("up ctrl+a ctrl+k =mail,_7,_nothing ctrl+s")
		b.Contains(`touch 2: there is no template "nothing"`)
		b.press("up ctrl+a ctrl+k =mail,_7,_second ctrl+s")
		b.Contains("made the sequence “Slow” · u takes it back", "Sequences · 2")
		all := b.sequences()
		if got := all[1]; got.Name != "Slow" || got.By != "ada" || !slices.Equal(got.Days(), []int{0, 7, 21}) || got.Steps[1].Channel != model.Email || got.Steps[1].Template == 0 || got.Steps[2] != (model.Step{Channel: model.Phone, Gap: 14}) {
			t.Errorf("made %+v", got)
		}
		b.Contains("▌Slow", "day 7", "Second e-mail", "day 21", "written from nothing", "Nobody is in it. Q puts")
		b.press("enter")
		b.Contains("nobody is in it: Q puts whoever is selected on a list into one")
		b.press("e")
		b.Contains("Edit “Slow”", "e-mail, 7, Second e-mail", "phone, 14")
		b.press("ctrl+a ctrl+k =Slower tab ctrl+end ctrl+u =phone,_30 ctrl+s")
		b.Contains("changed the sequence “Slower”", "version 2 by ada", "day 37")
		b.press("x")
		b.Contains("Remove the sequence “Slower”?")
		b.press("y")
		b.Contains("removed the sequence “Slower” · u takes it back", "Sequences · 1")
		b.press("u")
		b.Contains("Sequences · 2")
		b.press("i =slower down =mail enter =mail,1 enter =mail,2 ctrl+s")
		b.Contains(`there is a sequence "Slower"`)
	})
}

// untouched are the first of the map to whom nobody has written.
func (b *bench) untouched(n int) (all []model.Person) {
	b.t.Helper()
	for _, id := range b.ranked() {
		if p := b.person(id); p.Outreach.Current() == model.Mapped && p.Outreach.Lock == model.Unlocked && len(all) < n {
			all = append(all, p)
		}
	}
	return all
}

// Somebody is put into a sequence from her page, stands in the queue for its first
// touch, is listed in it, and is taken out of it.
func TestIntoASequenceAndOut(t *testing.T) {
	at(t, setup{w: 130, h: 40}, func(b *bench) {
		p := b.untouched(1)[0]
		b.find(p)
		b.press("Q")
		b.Contains("Sequence: "+p.Name, "into “Four touches”", "4 touches, days 0, 4, 9, 16", "out of the sequence", "she is in none")
		b.press("enter")
		b.Contains("put " + p.Name + " into “Four touches”: the next touch begins it")
		if o := b.person(p.ID).Outreach; !o.Awaiting() || o.Plan.Sequence != 1 || o.Plan.Touches != 4 {
			t.Errorf("she is at %+v", o)
		}
		b.press("Q")
		b.Contains("she is already")
		b.press("esc esc 2 /")
		b.Type(p.Name)
		b.press("enter")
		b.Contains("Touch 1 of 4 wanted")
		b.press("P tab tab")
		b.Contains("1 in it", "waits for the first touch")
		b.press("enter")
		b.Contains("In “Four touches”", "next: touch 1 of 4", p.Name)
		b.press("enter")
		b.Contains("─ " + p.Name + " ")
		b.press("Q =out enter")
		b.Contains("took " + p.Name + " out of the sequence")
		if o := b.person(p.ID).Outreach; o.Awaiting() {
			t.Errorf("she is still at %+v", o)
		}
		b.press("esc")
		b.Contains("0 in it", "Nobody is in it.")
		b.press("esc")
	})
}

// The marked go into a sequence together or not at all, and come out by one undo.
func TestTheMarkedIntoASequence(t *testing.T) {
	at(t, setup{w: 130, h: 40}, func(b *bench) {
		people := b.untouched(2)
		b.press("/ =state:mapped enter g space space Q")
		b.Contains("Sequence: 2 people")
		b.press("enter")
		b.Contains("put 2 people into “Four touches”")
		in := 0
		for _, id := range b.ranked() {
			if p := b.person(id); p.Outreach.Awaiting() {
				in++
			}
		}
		if in != 2 || len(people) != 2 {
			t.Errorf("%d are in the sequence", in)
		}
		b.press("u")
		for _, id := range b.ranked() {
			if p := b.person(id); p.Outreach.Awaiting() {
				t.Errorf("after the undo %s is still in it", p.Name)
			}
		}
	})
}

// A sequence that runs is ended by taking her out.
func TestOutOfASequenceThatRuns(t *testing.T) {
	at(t, setup{}, func(b *bench) {
		p := b.who(func(p *model.Person) bool {
			return p.Outreach.State == model.Active && p.Outreach.Owner == "ada" && p.Outreach.Lock == model.Unlocked
		})
		b.find(p)
		b.press("Q")
		b.Contains("she is in the midst of one", "nurture follows")
		b.press("enter")
		b.Contains("took " + p.Name + " out of the sequence")
		if o := b.person(p.ID).Outreach; o.State != model.Nurture || o.Step != 0 {
			t.Errorf("she is at %+v", o)
		}
		b.press("u")
		if o := b.person(p.ID).Outreach; o.State != model.Active {
			t.Errorf("after the undo she is at %+v", o)
		}
	})
}

// Whom no first touch can reach, as she is cared for after one, is not offered a
// sequence: why stands beside it.
func TestNoSequenceBeginsInNurture(t *testing.T) {
	at(t, setup{}, func(b *bench) {
		p := b.who(func(p *model.Person) bool {
			return p.Outreach.State == model.Nurture && p.Outreach.Lock == model.Unlocked
		})
		b.find(p)
		b.press("Q")
		b.Contains("into “Four touches”", "she is nurture: it begins with a first touch")
		b.press("=four enter")
		b.Lacks("Not done", "put "+p.Name)
	})
}
