package intake

import (
	"time"

	"talentmap/model"
)

// Options say how a file is planned and written.
type Options struct {
	Now      time.Time       // the day that "current" means
	AsOf     model.Date      // the day that the file tells of; 0: by its name, else when it was written
	From     string          // the name of its source; "": the one that fits best, see [Preview]
	Owner    string          // who brings it, for a new source
	TellAll  bool            // all news in [Outcome.Told], not only the first
	Onto     model.MapID     // the talent map that new people go onto, at its end, until it is full, or those whom the file ranks; 0: none. For [Into] only
	Origin   model.Origin    // stamped on new people; Source defaults to the file's name
	Chunk    int             // people in one write; default 2000
	Alone    bool            // nobody else reads or writes until it is done, see [store.Importer.Alone]. For [Into] only
	Progress func(done Done) // called after each write and every 4096 rows; may be nil
}

// Done is how far reading is. A file that is read twice, first to find its source,
// has all of its bytes twice in Total; where the first look was soon over, those
// of that look beside it.
type Done struct {
	Rows         int // of this reading
	Bytes, Total int64
	Looking      bool // the first look is under way
}
