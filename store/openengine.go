package store

import (
	"errors"

	"talentmap/store/kv"
)

// OpenEngine opens a store over an engine other than the file of [Open], and owns
// it from then on: it is closed with the store, and where OpenEngine fails. An
// empty one becomes a store of this program. path is what people call it; the
// tombstones of the erased lie in path + ".erased".
func OpenEngine(eng kv.Engine, path string, o Options) (*Store, error) {
	o.defaults()
	empty := true
	err := eng.View(func(r kv.Reader) error {
		for range r.Ascend(kv.Prefix(metaSchema[:1])) {
			empty = false
			break
		}
		return nil
	})
	if err == nil && empty && !o.ReadOnly {
		err = eng.Update(thisMade().write)
	}
	if err != nil {
		return nil, errors.Join(err, eng.Close())
	}
	return begin(eng, path, o, (*Store).goOn)
}
