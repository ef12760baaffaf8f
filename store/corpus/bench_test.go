package corpus_test

import (
	"fmt"
	"math/rand/v2"
	"runtime"
	"strings"
	"testing"

	"talentmap/model"
	"talentmap/scoring/critique"
	"talentmap/store"
	"talentmap/store/corpus"
	"talentmap/store/storetest"
)

// syllables make up words that nobody shares, so that the index has as many terms as
// a real one.
var syllables = strings.Fields("ka ro mi ten sul var lo pe dri fa gon hu bri ne zo tal qui sem ux ar dor vi ple stu ran ce ho wim jas kel")

func invented(rnd *rand.Rand) string {
	var b strings.Builder
	for range 3 + rnd.IntN(2) {
		b.WriteString(syllables[rnd.IntN(len(syllables))])
	}
	return b.String()
}

func capital(word string) string { return strings.ToUpper(word[:1]) + word[1:] }

// crowd fills a store with people, of whom each has a few words of her own, and with
// messages: half of each is one of forty frames, half its own.
func crowd(b *testing.B, people, messages int) *store.Store {
	b.Helper()
	st := storetest.Open(b)
	rnd := rand.New(rand.NewPCG(1, 2))
	sentence := func(n int) string {
		words := make([]string, n)
		for i := range words {
			words[i] = invented(rnd)
			if rnd.IntN(3) > 0 {
				words[i] = []string{"the", "and", "how", "your", "team", "with", "of", "that", "work", "for"}[rnd.IntN(10)]
			}
		}
		return strings.Join(words, " ") + ". "
	}
	frames := make([]string, 40)
	for i := range frames {
		frames[i] = sentence(15) + sentence(15) + sentence(15) + sentence(10)
	}
	im := st.Importer("tester", model.Import{Source: "crowd"})
	for at := 0; at < people; at += 2000 {
		var some []*model.Person
		for i := at; i < min(at+2000, people); i++ {
			p := storetest.Person(i)
			p.Name = capital(invented(rnd)) + " " + capital(invented(rnd))
			p.Headline = sentence(8)
			p.Skills = append(p.Skills, invented(rnd), invented(rnd))
			p.Positions[0].Company = capital(invented(rnd))
			some = append(some, &p)
		}
		if err := im.Write(b.Context(), some); err != nil {
			b.Fatal(err)
		}
	}
	if err := im.Finish(model.Import{New: people}); err != nil {
		b.Fatal(err)
	}
	for at := 0; at < messages; at += 2000 {
		_, err := st.Edit(store.Actor{Name: "ada", Quiet: true}, func(tx *store.Tx) error {
			for i := at; i < min(at+2000, messages); i++ {
				body := "Hello,\n\n" + sentence(20) + frames[rnd.IntN(len(frames))] + sentence(35)
				t := model.Touch{Person: model.PersonID(i%people + 1), At: storetest.Now(), Direction: model.Outbound, Channel: model.Email, Body: body}
				if err := tx.PutTouch(&t); err != nil {
					return err
				}
			}
			return nil
		})
		if err != nil {
			b.Fatal(err)
		}
	}
	return st
}

// longDraft is 300 words to somebody: what a person writes who can't stop.
func longDraft(b *testing.B, st *store.Store) (critique.Draft, critique.About) {
	b.Helper()
	var p model.Person
	var body string
	err := st.View(func(tx *store.Tx) (err error) {
		if p, err = tx.Person(50); err != nil {
			return err
		}
		for t, err := range tx.TouchesOf(60) {
			if err != nil {
				return err
			}
			body = t.Body
		}
		return nil
	})
	if err != nil {
		b.Fatal(err)
	}
	own := fmt.Sprintf("Hi %s,\n\nI read about your %s and thought of what you do at %s. ", p.Name, p.Skills[3], p.Positions[0].Company)
	rest := "I know you are not looking, and no résumé is needed. We keep notes on how teams like yours at Globex Rail split their platforms, from staffing to the cost of a rollback. Could we talk for 15 minutes, or shall I send you the two-page brief? Marta Oliveira said that Sven Aker has it. "
	for len(strings.Fields(own)) < 300 {
		own += strings.TrimPrefix(body, "Hello,\n\n") + rest
	}
	words := strings.Fields(own)[:300]
	return critique.Draft{Channel: model.Email, Subject: "your ledger talk, and a brief to swap for it", Body: "Hi,\n\n" + strings.Join(words[1:], " ")}, critique.About{Person: &p, Now: storetest.Now()}
}

// BenchmarkCorpus reads a draft of 300 words as at every key, with everybody and
// everything sent in memory.
func BenchmarkCorpus(b *testing.B) {
	const people, messages = 100_000, 50_000
	st := crowd(b, people, messages)
	c := corpus.New(st, storetest.Now)
	b.Run("load", func(b *testing.B) {
		for b.Loop() {
			before, began := heap(), cpuTime()
			c = corpus.New(st, storetest.Now)
			if err := c.Refresh(b.Context()); err != nil {
				b.Fatal(err)
			}
			b.ReportMetric(float64(heap()-before)/(1<<20), "MB")
			b.ReportMetric((cpuTime() - began).Seconds(), "cpu-s")
		}
	})
	draft, about := longDraft(b, st)
	b.Run("once", func(b *testing.B) {
		b.ReportAllocs()
		began := cpuTime()
		for b.Loop() {
			if _, err := corpus.ReadOnce(b.Context(), st, draft, about, storetest.Now()); err != nil {
				b.Fatal(err)
			}
		}
		b.ReportMetric((cpuTime()-began).Seconds()/float64(b.N), "cpu-s/op")
	})
	reader, against := critique.NewReader(about), c.Against()
	for name, with := range map[string]critique.Against{"key": against, "key alone": nil} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			began := cpuTime()
			for b.Loop() {
				reader.Read(draft, with)
			}
			b.ReportMetric(float64((cpuTime()-began).Microseconds())/float64(b.N), "cpu-µs/op")
		})
	}
	b.Run("reader", func(b *testing.B) {
		for b.Loop() {
			critique.NewReader(about)
		}
	})
	b.Run("follow", func(b *testing.B) {
		i := 0
		for b.Loop() {
			i++
			_, err := st.Edit(store.Actor{Name: "ada", Quiet: true}, func(tx *store.Tx) error {
				return tx.PutTouch(&model.Touch{Person: 7, At: storetest.Now(), Direction: model.Outbound, Body: draft.Body + fmt.Sprint(i)})
			})
			if err == nil {
				err = c.Refresh(b.Context())
			}
			if err != nil {
				b.Fatal(err)
			}
		}
	})
}

func heap() int64 {
	runtime.GC()
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return int64(m.HeapAlloc)
}
