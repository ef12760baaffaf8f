package store_test

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"talentmap/model"
	"talentmap/store"
	"talentmap/store/storetest"
)

// Whoever was erased when companies had other keys stays out: her tombstone has
// the marks of then, "flux sp z oo" for an employer whose key is now another.
func TestErasedByAnOlderProgramStaysOut(t *testing.T) {
	path, keyFile := dbPath(t), filepath.Join(t.TempDir(), "erase.key")
	key := []byte(strings.Repeat("k", 32))
	try(t, os.WriteFile(keyFile, []byte(hex.EncodeToString(key)), 0o600))
	mark := func(kind, text string) string {
		h := hmac.New(sha256.New, key)
		h.Write([]byte(kind + text))
		return kind + hex.EncodeToString(h.Sum(nil))
	}
	line := strings.Join([]string{
		"v1", mark("", "talentmap erase key")[:16], "p7", mark("n:", "bjorn ek"), mark("w:", "bjorn ek\x00flux sp z oo"),
	}, " ")
	try(t, os.WriteFile(path+".erased", []byte(line+"\n"), 0o600))
	st := must(store.Open(path, store.Options{Clock: storetest.Now, EraseKey: keyFile}))(t)
	defer st.Close()
	im := st.Importer("ada", model.Import{Source: "fair.csv"})
	at := func(company string) *model.Person {
		return &model.Person{Name: "Björn Ek", Positions: []model.Position{{Company: company, Title: "Engineer"}}}
	}
	try(t, im.Write(t.Context(), []*model.Person{at("Flux Sp. z o.o."), at("Loom Works")}))
	if im.Erased() != 1 {
		t.Errorf("%d were left out, want the one at Flux", im.Erased())
	}
	if model.CompanyKey("Flux Sp. z o.o.") == "flux sp z oo" {
		t.Error("the key is as it was: this test shows nothing")
	}
}
