package roster_test

import (
	"flag"
	"fmt"
	"path/filepath"
	"runtime"
	"testing"
	"time"

	"talentmap/model"
	"talentmap/scoring"
	"talentmap/store"
	"talentmap/store/roster"
	"talentmap/store/storetest"
)

// most is the largest crowd measured: -most 1000000 adds the million.
var most = flag.Int("most", 100_000, "people in the largest benchmark")

// crowds keeps the stores measured, which take longer to make than to measure.
var crowds = flag.String("crowds", "", "folder to keep the crowds in from run to run")

// employee is the i-th of a made-up crowd in which names, titles and places
// repeat as in life, with three signals on her or her company for each.
func employee(i int) model.Person {
	first := []string{"Ada", "Björn", "Carla", "Dmitri", "Elif", "Fatima", "Giulia", "Hiro", "Ines", "Jürgen", "Katarzyna", "Liam", "María", "Nils", "Olga", "Priya", "Quentin", "Rosa", "Søren", "Tomasz", "Ursula", "Viktor", "Wei", "Xavier", "Yuki", "Zoë"}
	last := []string{"Almeida", "Brandt", "Costa", "Dvořák", "Eriksson", "Fischer", "García", "Hansen", "Ivanova", "Jansen", "Kowalski", "Lindqvist", "Müller", "Novak", "O'Connor", "Pérez", "Rossi", "Schmidt", "Tanaka", "Ueda", "Varga", "Weber", "Yılmaz", "Zimmermann"}
	title := []string{"Staff Engineer", "Senior Software Engineer", "Engineering Manager", "Principal Data Engineer", "Site Reliability Engineer", "Product Designer", "Head of Platform", "Backend Developer"}
	place := []string{"Berlin, Germany", "London, United Kingdom", "Kraków, Poland", "Madrid, Spain", "Amsterdam, Netherlands", "Zürich, Switzerland", "Remote"}
	skill := []string{"Go", "Kubernetes", "PostgreSQL", "Kafka", "Terraform", "Python", "Spark", "Rust", "React", "gRPC", "AWS", "Figma"}
	mix := func(n, of int) int { return int((uint64(i)*2654435761 + uint64(n)*40503) >> 7 % uint64(of)) }
	p := model.Person{
		Name:     first[mix(1, 26)] + " " + last[mix(2, 24)],
		Location: place[mix(3, 7)],
		Skills:   []string{skill[mix(4, 12)], skill[mix(5, 12)], skill[mix(6, 12)], skill[mix(7, 12)]},
	}
	company := mix(8, 2000)
	p.Positions = []model.Position{
		{Title: title[mix(9, 8)], Company: fmt.Sprintf("Company %d", company), CompanyID: model.CompanyID(company + 1), Start: model.YearMonth(2015+mix(10, 11), time.Month(1+mix(11, 12)))},
		{Title: title[mix(12, 8)], Company: "Earlier", Start: model.YearMonth(2012, 1), End: model.YearMonth(2014, 12)},
	}
	if i%20 == 0 {
		p.Outreach = model.Outreach{State: model.Active, Step: 1, Next: today(mix(13, 9) - 4), Owner: "ada"}
	}
	return p
}

// crowd fills a store with n people and 3n signals on them.
func crowd(b *testing.B, n int) *store.Store {
	b.Helper()
	path := filepath.Join(b.TempDir(), "talent.db")
	if *crowds != "" {
		path = filepath.Join(*crowds, fmt.Sprintf("crowd%d.db", n))
	}
	st, err := store.Open(path, store.Options{Clock: storetest.Now})
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { _ = st.Close() })
	kinds := model.SignalKinds()
	have := 0
	_ = st.View(func(tx *store.Tx) error {
		have = int(tx.LastPerson())
		return nil
	})
	for at := have; at < n; at += 5000 {
		_, err := st.Edit(store.By("tester", "crowd"), func(tx *store.Tx) error {
			for i := at; i < min(at+5000, n); i++ {
				p := employee(i)
				if err := tx.PutPerson(&p); err != nil {
					return err
				}
				for k := range 3 {
					s := model.Signal{Kind: kinds[(i+k*5)%len(kinds)], Person: p.ID, Date: today(-(i*7 + k*31) % 200), Magnitude: 2, Source: "press"}
					if err := tx.PutSignal(&s); err != nil {
						return err
					}
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

func BenchmarkRoster(b *testing.B) {
	for _, n := range []int{10_000, 100_000, 1_000_000} {
		if n > *most {
			continue
		}
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			st := crowd(b, n)
			b.Run("load", func(b *testing.B) { benchLoad(b, st) })
			r := openRoster(b, st)
			b.Run("search", func(b *testing.B) { benchSearch(b, r.Snapshot()) })
			b.Run("find", func(b *testing.B) { benchFind(b, r.Snapshot()) })
			b.Run("queue", func(b *testing.B) { benchQueue(b, r.Snapshot()) })
			b.Run("signal", func(b *testing.B) { benchSignal(b, st, r) })
			b.Run("company", func(b *testing.B) { benchCompany(b, st, r) })
		})
	}
}

// benchLoad reports what a loaded roster holds per person, ranks included.
func benchLoad(b *testing.B, st *store.Store) {
	var took, cpu time.Duration
	loads := 0
	for ; b.Loop(); loads++ {
		before := heap()
		began, spent := time.Now(), cpuTime()
		r := openRoster(b, st)
		took += time.Since(began)
		cpu += cpuTime() - spent
		s := r.Snapshot()
		s.Queue(storetest.Now(), 1)
		b.ReportMetric(float64(heap()-before)/float64(s.Len()), "B/person")
		runtime.KeepAlive(r)
	}
	b.ReportMetric(float64(took.Milliseconds())/float64(loads), "ms/load")
	b.ReportMetric(float64(cpu.Milliseconds())/float64(loads), "cpu-ms/load")
}

// perCPU reports the processor time of an operation beside the time it takes,
// which on a shared machine says little.
func perCPU(b *testing.B, op func()) {
	b.ReportAllocs()
	spent := cpuTime()
	for b.Loop() {
		op()
	}
	b.ReportMetric(float64((cpuTime()-spent).Nanoseconds())/1e6/float64(b.N), "cpu-ms/op")
}

func benchFind(b *testing.B, s *roster.Snapshot) {
	for _, text := range []string{
		"e", "en", "eng", "muller", "kowalski staff", "enrgs",
		"company:17", "title:staff -contacted since<2020", "signal:layoffs location:berlin", "receptivity>60",
		"news:moved", "news>=last",
		"location:europe", "location:berlin", `location:"bay area"`, "level>=staff", "owner:me", "-skill=go", "muller -company:17 receptivity>40",
	} {
		q, err := roster.ParseQuery(text, "ada", storetest.Now())
		if err != nil {
			b.Fatal(err)
		}
		s.Find(q, 1) // scores are kept for the day
		b.Run("first/"+text, func(b *testing.B) { perCPU(b, func() { s.First(q, 50) }) })
		b.Run("count/"+text, func(b *testing.B) { perCPU(b, func() { s.Find(q, 50) }) })
	}
	for _, text := range []string{"company:", "company:17", "owner:"} {
		b.Run("complete/"+text, func(b *testing.B) { perCPU(b, func() { s.Complete(text, len(text)) }) })
	}
}

// BenchmarkNews is the worst case of news: 100,000 people who came in with imports
// in turn, of each of whom the last one has told something.
func BenchmarkNews(b *testing.B) {
	const n = 100_000
	st := storetest.Open(b)
	kinds := scoring.NewsKinds()
	for at := 0; at < n; at += 5000 {
		_, err := st.Edit(store.By("tester", "crowd"), func(tx *store.Tx) error {
			if at == 0 {
				for range 4 {
					if err := tx.PutImport(&model.Import{Source: "people.csv", At: storetest.Now()}); err != nil {
						return err
					}
				}
				if err := tx.PutSource(&model.Source{Name: "people", Import: 4}); err != nil {
					return err
				}
			}
			for i := at; i < at+5000; i++ {
				p := employee(i)
				p.Origin.Import = model.ImportID(1 + i%3)
				if err := tx.PutPerson(&p); err != nil {
					return err
				}
				if err := tx.PutNews(&model.News{Person: p.ID, Kind: kinds[i%(len(kinds)-1)], Import: 4, Confidence: 1}); err != nil {
					return err
				}
			}
			return nil
		})
		if err != nil {
			b.Fatal(err)
		}
	}
	b.Run("load", func(b *testing.B) { benchLoad(b, st) })
	s := openRoster(b, st).Snapshot()
	for _, text := range []string{"news:moved", "news:moved>=last", "news:moved>=2026-01", "-news:moved", "news:new=i2"} {
		q, err := roster.ParseQuery(text, "", storetest.Now())
		if err != nil {
			b.Fatal(err)
		}
		b.Run("count/"+text, func(b *testing.B) { perCPU(b, func() { s.Find(q, 50) }) })
	}
}

func heap() int64 {
	runtime.GC()
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return int64(m.HeapAlloc)
}

func benchSearch(b *testing.B, s *roster.Snapshot) {
	for _, query := range []string{"a", "e", "en", "muller", "kowalski staff", "engineer", "ktrzn", "enrgs", "company 17 berlin go", "zq"} {
		b.Run(query, func(b *testing.B) { perCPU(b, func() { s.Search(query, 50) }) })
	}
}

func benchQueue(b *testing.B, s *roster.Snapshot) {
	b.Run("nothing", func(b *testing.B) {
		day := 0
		perCPU(b, func() {
			day ^= 1 // another each time
			s.Queue(storetest.Now().AddDate(0, 0, day), 50)
		})
	})
	b.Run("again", func(b *testing.B) { perCPU(b, func() { s.Queue(storetest.Now(), 50) }) })
}

// benchSignal measures from the durable change to the queue that shows it.
func benchSignal(b *testing.B, st *store.Store, r *roster.Roster) {
	benchChange(b, st, r, func(i int) model.Signal {
		return model.Signal{Kind: model.OpenToWork, Person: model.PersonID(1 + i%9000), Date: today(-1)}
	})
}

// benchCompany is benchSignal for a signal at a company of 2,000.
func benchCompany(b *testing.B, st *store.Store, r *roster.Roster) {
	_, err := st.Edit(store.By("tester", "moved"), func(tx *store.Tx) error {
		for id := model.PersonID(1); id <= 2000; id++ {
			p, err := tx.Person(id * model.PersonID(r.Snapshot().Len()/2000))
			if err != nil {
				return err
			}
			p.Positions[0].CompanyID = 2500
			if err := tx.PutPerson(&p); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		b.Fatal(err)
	}
	settled(b, st, r)
	benchChange(b, st, r, func(i int) model.Signal {
		return model.Signal{Kind: model.Layoffs, Company: 2500, Date: today(-10), Magnitude: float64(1 + i%9)}
	})
}

func benchChange(b *testing.B, st *store.Store, r *roster.Roster, next func(i int) model.Signal) {
	r.Snapshot().Queue(storetest.Now(), 50)
	var took time.Duration
	spent, n := cpuTime(), 0
	for ; b.Loop(); n++ {
		s := next(n)
		rev, err := st.Edit(store.By("ada", "signal"), func(tx *store.Tx) error { return tx.PutSignal(&s) })
		if err != nil {
			b.Fatal(err)
		}
		start := time.Now()
		reach(b, r, rev).Queue(storetest.Now(), 50)
		took += time.Since(start)
	}
	b.ReportMetric(float64(took.Microseconds())/float64(n), "µs/refresh")
	b.ReportMetric(float64((cpuTime()-spent).Microseconds())/float64(n), "cpu-µs/change") // with the edit
}

func BenchmarkScoreHundred(b *testing.B) {
	st := crowd(b, 1000)
	s := openRoster(b, st).Snapshot()
	b.ReportAllocs()
	for b.Loop() {
		for id := model.PersonID(1); id <= 100; id++ {
			s.Score(id, storetest.Now())
		}
	}
}
