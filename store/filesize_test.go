package store_test

import (
	"os"
	"testing"

	"talentmap/store/storetest"
)

// After an import the file is at most two and a half times as long as what is in
// it: the keys and values of all records, indexes and the journal.
func TestFileSizeAfterAnImport(t *testing.T) {
	path := ramPath(t)
	st := mustOpen(t, path)
	storetest.Fill(t, st, 20_000)
	try(t, st.Close())
	content := int64(0)
	for k, v := range raw(t, path) {
		content += int64(len(k) + len(v))
	}
	if size := must(os.Stat(path))(t).Size(); size*2 > content*5 {
		t.Errorf("the file has %d bytes for %d of content: %.2f times", size, content, float64(size)/float64(content))
	}
}
