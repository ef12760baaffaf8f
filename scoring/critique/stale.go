package critique

import (
	"fmt"
	"slices"
	"strings"

	"talentmap/model"
	"talentmap/scoring/critique/prose"
)

// staleFact looks for facts that have grown old, and for what the record says
// otherwise.
func (r *reading) staleFact() {
	v := r.body
	for i, s := range v.Sentences {
		if !v.aside(i) && s.First < s.End && (v.spokenTo(s.First) || v.namesTitle(i)) {
			r.citesStale(v, s.First, s.End)
		}
	}
	for _, h := range v.hits[listPresent] {
		if v.content(h.First) {
			r.differs(v, h)
		}
	}
}

// citesStale warns of the first words of a sentence that are about an old fact,
// unless something newer that was found is cited beside it.
func (r *reading) citesStale(v *view, first, end int) {
	cites := r.cites(v, first, end)
	slices.SortFunc(cites, func(a, b cited) int { return a.first - b.first })
	at := -1
	for i, c := range cites {
		old, fresh := 0, false
		for _, n := range c.facts {
			f := &r.known.facts[n]
			if r.isStale(f) {
				old++
			} else if f.found {
				fresh = true
			}
		}
		switch {
		case fresh:
			return
		case old > 0 && old == len(c.facts) && at < 0:
			at = i
		}
	}
	if at < 0 {
		return
	}
	f := &r.known.facts[cites[at].facts[0]]
	first, end = cites[at].first, cites[at].end
	for _, c := range cites[at:] {
		if c.first <= end+1 {
			end = max(end, c.end)
		}
	}
	r.found(Warning, v, first, end, fmt.Sprintf("is from %s, %s ago", f.date, age(f.date, r.about.Now)))
}

// differs compares what a message says of her present work with the record: h ends
// with the word before the employer.
func (r *reading) differs(v *view, h prose.Hit) {
	now, ok := r.about.Person.Current(r.about.Now)
	if !ok {
		return
	}
	if first, end := v.titleIn(h); end > first && !r.holdsTitle(v.Words[first:end]) {
		r.found(Warning, v, first, end, "is not her title: the record has "+quoted(now.Title))
	}
	s := v.Sentences[v.sentOf[h.First]]
	at := h.End
	if at < s.End && articles[v.Words[at].Text] {
		at++
	}
	if at >= s.End || v.Words[at].Gap&prose.Clause != 0 || v.Words[at].Form&prose.Capital == 0 || !companyContext[v.Words[h.End-1].Text] {
		return
	}
	end := v.capitalsFrom(at, s.End)
	if v.own[at] > 0 {
		end = v.own[at]
	} else if r.known.says(textsOf(v.Words[at:at+1])) || v.hidden[at] || isPlain(&v.Words[at], termOf(v.Words[at].Text)) {
		return
	}
	if !r.worksAt(textsOf(v.Words[at:end])) && !r.foundNear("wrong-person", v, at, end) {
		r.found(Warning, v, at, end, "is not where she works: the record has "+quoted(now.Company))
	}
}

// companyContext are the words behind which an employer stands.
var companyContext = map[string]bool{"at": true, "with": true, "for": true, "inside": true, "bei": true, "chez": true, "de": true, "en": true, "fur": true}

func quoted(s string) string {
	if s = model.CleanLine(s); s == "" {
		return "nothing"
	}
	return s
}

// capitalsFrom is behind the words with capitals that begin with one.
func (v *view) capitalsFrom(i, end int) int {
	k := i + 1
	for k < end && v.Words[k].Form&prose.Capital != 0 && v.Words[k].Gap&(prose.Clause|prose.Stop) == 0 {
		k++
	}
	return k
}

func textsOf(words []prose.Word) []string {
	texts := make([]string, len(words))
	for i, w := range words {
		texts[i] = w.Text
	}
	return texts
}

// titleIn is the title in words such as "as a Senior Data Engineer at": from the
// first word with a capital to one that titles end with.
func (v *view) titleIn(h prose.Hit) (first, end int) {
	first = -1
	for i := h.First + 1; i < h.End; i++ {
		w := &v.Words[i]
		if w.Form&prose.Capital != 0 && first < 0 {
			first = i
		}
		if first >= 0 && titleWords[w.Text] {
			end = i + 1
		}
	}
	return max(first, 0), end
}

// titleWords are what people are by their titles.
var titleWords = wordSet(`
	engineer developer manager designer architect director lead head scientist analyst consultant officer vp cto ceo cpo cio president researcher
	ingenieur ingenieurin entwickler entwicklerin architekt architektin leiter leiterin teamleiter teamleiterin
	ingenieure developpeur developpeuse directeur directrice responsable architecte
	ingeniero ingeniera desarrollador desarrolladora directora arquitecto arquitecta jefe jefa`)

// holdsTitle reports whether one of her present titles has all of some words.
func (r *reading) holdsTitle(words []prose.Word) bool {
	for _, pos := range r.about.Person.Positions {
		if !pos.Open(r.about.Now) {
			continue
		}
		has := strings.Fields(prose.Fold(pos.Title))
		if !slices.ContainsFunc(words, func(w prose.Word) bool { return !slices.Contains(has, w.Text) && !titleFiller[w.Text] }) {
			return true
		}
	}
	return false
}

var titleFiller = wordSet("of the for and in de des du der die fur del la y et und")

// worksAt reports whether words are one of her present employers, or begin its name.
func (r *reading) worksAt(words []string) bool {
	said := strings.Join(words, " ")
	for _, pos := range r.about.Person.Positions {
		if !pos.Open(r.about.Now) {
			continue
		}
		for _, name := range [...]string{prose.Fold(pos.Company), prose.Fold(model.CompanyKey(pos.Company))} {
			if name == said || strings.HasPrefix(name, said+" ") || strings.HasPrefix(said, name+" ") {
				return true
			}
		}
	}
	return false
}

// foundNear reports whether a rule has a finding at some words.
func (r *reading) foundNear(rule string, v *view, first, end int) bool {
	from, to := v.Place(first, end)
	for _, f := range r.report.Findings {
		if f.Rule == rule && f.Place == v.place && f.Start < to && from < f.End {
			return true
		}
	}
	return false
}

// namesSomeone reports whether a text names somebody by full name or, with a
// capital, by given name.
func (v *view) namesSomeone(name string) bool {
	words := strings.Fields(prose.Fold(name))
	if len(words) == 0 {
		return false
	}
	for i, w := range v.Words {
		if w.Text == words[0] && w.Form&(prose.Capital|prose.Sign) != 0 && v.Sentences[v.sentOf[i]].Part != prose.Quoted {
			return true
		}
	}
	return false
}
