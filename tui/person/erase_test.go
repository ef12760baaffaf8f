package person_test

import (
	"errors"
	"slices"
	"testing"
	"testing/synctest"
	"time"

	"talentmap/store"
	"talentmap/tui/pane"
	"talentmap/tui/person"
)

func TestAnErasureTellsHowLongItTakes(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		d, _ := stored(t, grace())
		s, h, _ := form(t, d, "X")
		far := pane.Progress{Owner: pane.Owner{ID: h.Pane.(pane.Identified).PaneID(), Gen: 1}, Took: time.Second}
		s.Contains("Grace Sample (p1): the record, 0 signals, 0 touches, 0 map places", "journal entry.", "Type Sample, or erase")
		d.hold, d.err = make(chan struct{}), errors.New("no room")
		s.Type("erase")
		s.Keys("enter")
		s.Send(far)
		s.Contains("erasing: the records, then the file … 1.0 s")
		s.Keys("esc", "enter")
		close(d.hold)
		s.Settle()
		s.Contains("no room", "erase")
		s.Send(far) // of one that has ended
		s.Lacks("erasing:")
		if closed(h) {
			t.Fatal("it closed")
		}
		d.hold, d.err = nil, nil
		s.Keys("enter")
		if !closed(h) {
			t.Error("it did not close")
		}
	})
}

func TestTheFamilyNameIsAsked(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		p := grace()
		p.Name = "Élodie De la Croix"
		d, _ := stored(t, p)
		d.err = errors.New("it went on")
		s, _, _ := form(t, d, "X")
		for _, text := range []string{"", "y", "Élodie", "eras", "?"} {
			s.Keys("ctrl+u")
			s.Type(text)
			s.Keys("enter")
			s.Contains("nothing was erased: type Croix, or erase to go on, esc to leave")
		}
		s.Keys("ctrl+u")
		s.Type("croix")
		s.Keys("enter")
		s.Contains("it went on")
	})
}

// Of a name without letters nothing can be typed but erase; an empty line is no
// answer.
func TestANameOfSignsIsErasedByTheWord(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		p := grace()
		p.Name = "Grace !!"
		d, _ := stored(t, p)
		d.err = errors.New("it went on")
		s, _, _ := form(t, d, "X")
		s.Keys("enter")
		s.Contains("nothing was erased: type erase to go on")
		s.Type("!!")
		s.Keys("enter")
		s.Contains("nothing was erased")
		s.Keys("ctrl+u")
		s.Type("erase")
		s.Keys("enter")
		s.Contains("it went on")
	})
}

// What still holds her is named, with what is to be done about it.
func TestCopiesThatStillHoldHer(t *testing.T) {
	done, left := person.Aftermath(&store.Erased{Records: 1, Others: 2, Older: []string{"t.db.backups/2026-03-02T08-00.db"}})
	want := []string{
		"a copy from before still holds her: t.db.backups/2026-03-02T08-00.db",
		"backups that the workbench made go by themselves in time: delete other copies",
	}
	if done != "erased 1 record, and out of 2 records of others" || !slices.Equal(left, want) {
		t.Errorf("%q, %q", done, left)
	}
	if _, left := person.Aftermath(&store.Erased{Records: 1}); len(left) != 0 {
		t.Errorf("of none it says %q", left)
	}
}
