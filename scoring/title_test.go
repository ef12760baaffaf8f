package scoring_test

import (
	"strconv"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"talentmap/scoring"
)

func TestLevelsOfTitles(t *testing.T) {
	n := 0
	for line := range strings.Lines(titleLevels) {
		title, level, ok := strings.Cut(strings.TrimRight(line, "\n"), "→ ")
		if !ok {
			continue
		}
		n++
		title = strings.TrimSpace(title)
		want, err := strconv.Atoi(level)
		if err != nil {
			t.Fatal(err)
		}
		if got := scoring.Level(title); got != want {
			t.Errorf("Level(%q) = %d, want %d", title, got, want)
		}
	}
	t.Logf("%d titles", n)
}

func TestCompareTitles(t *testing.T) {
	n := 0
	for line := range strings.Lines(titlePairs) {
		line, want, ok := strings.Cut(strings.TrimRight(line, "\n"), "= ")
		if !ok {
			continue
		}
		n++
		before, after, _ := strings.Cut(line, "→")
		before, after = strings.TrimSpace(before), strings.TrimSpace(after)
		got := scoring.CompareTitles(before, after)
		if got.String() != want {
			t.Errorf("%q → %q: %v, want %s", before, after, got, want)
		}
		if same := scoring.SameTitle(before, after); same != (want == "same") {
			t.Errorf("%q, %q: same is %v", before, after, same)
		}
	}
	t.Logf("%d pairs", n)
}

func TestTitlesCompareBothWays(t *testing.T) {
	word := rapid.SampledFrom(strings.Fields(
		"Senior Junior Staff Lead Director of VP CTO Head Founder Software Engineer Ingenieurin (m/w/d) Manager Assistant to II 3 総 エンジニア Sales Softwareentwickler * / ("))
	title := rapid.Map(rapid.SliceOfN(word, 0, 6), func(w []string) string { return strings.Join(w, " ") })
	rapid.Check(t, func(t *rapid.T) {
		a, b := title.Draw(t, "a"), title.Draw(t, "b")
		there, back := scoring.CompareTitles(a, b), scoring.CompareTitles(b, a)
		if there.Step() != -back.Step() || there.Step() == 0 && there != back {
			t.Fatalf("%q → %q is %v, the other way %v", a, b, there, back)
		}
		if scoring.SameTitle(a, b) && scoring.Level(a) != scoring.Level(b) && there != scoring.TitleSame {
			t.Fatalf("%q and %q are the same, and %v", a, b, there)
		}
		if again := scoring.CompareTitles(a, a); again != scoring.TitleSame && again != scoring.TitleUnclear {
			t.Fatalf("%q beside itself is %v", a, again)
		}
	})
}

func TestDiscipline(t *testing.T) {
	for title, want := range map[string]string{
		"Senior Software Engineer": "engineering", "SRE": "engineering", "Softwareentwicklerin": "engineering", "CTO": "engineering",
		"Data Scientist": "data", "Machine Learning Engineer": "data", "Group Product Manager": "product", "Chef de projet": "product",
		"UX Designer": "design", "Account Executive": "sales", "Vertriebsleiter": "sales", "Directeur des ventes": "sales",
		"Senior Event Planner": "marketing", "Developer Advocate": "developer relations", "Personalleiterin": "people",
		"Tech Recruiter": "people", "CFO": "finance", "General Counsel": "legal", "DevSecOps Engineer": "security",
		"Customer Success Manager": "support", "Office Manager": "operations", "Senator": "politics", "Founder": "", "": "",
	} {
		if got := scoring.Discipline(title); got != want {
			t.Errorf("Discipline(%q) = %q, want %q", title, got, want)
		}
	}
}

func BenchmarkLevel(b *testing.B) {
	for _, title := range []string{"Senior Software Engineer", "Softwareentwicklerin (m/w/d)", "ソフトウェアエンジニア"} {
		b.Run(title, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				scoring.Level(title)
			}
		})
	}
}

func BenchmarkCompareTitles(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		scoring.CompareTitles("Sr. Software Engineer", "Engineering Manager, Platform")
	}
}
