package scoring

import (
	"fmt"
	"html"
	"slices"
	"strings"

	"talentmap/model"
)

// How sure changes of texts are.
const (
	sureText = 0.9 // other words than before
	sureHire = 0.4 // a box that was ticked, perhaps long ago and for something else
)

// profile compares skills, projects, headline, summary and the duties of the
// current jobs: one change for all of them, as people bring a profile up to date
// in one go. Projects and duties count only where some were told before, since
// not every statement that is kept has them.
func (d *differ) profile() {
	b, a := d.before.person, d.after.person
	var e edits
	e.list(b.Skills, a.Skills)
	if len(b.Background.Content) > 0 {
		e.list(titlesOf(b.Background.Content), titlesOf(a.Background.Content))
	}
	e.text("headline", ownHeadline(b), ownHeadline(a))
	e.text("summary", b.Summary, a.Summary)
	d.duties(&e)
	if len(e.from) == 0 && len(e.to) == 0 {
		return
	}
	d.firstTold = !e.other && len(e.to) > 0
	d.note(model.ProfileChanged, strings.Join(e.from, ", "), strings.Join(e.to, ", "), sureText,
		fmt.Sprintf("the profile of %s and that of %s", day(d.span.From), day(d.span.To)))
}

// edits gathers what is different in a profile, for people to read: the texts
// by name, the entries of lists by their words.
type edits struct {
	from, to []string
	other    bool // something took the place of something else
}

// list compares two lists of which the order says nothing.
func (e *edits) list(before, after []string) {
	had, has := entries(before), entries(after)
	for _, s := range before {
		if k := entry(s); k != "" && !has[k] {
			e.from = append(e.from, "− "+s)
		}
	}
	for _, s := range after {
		if k := entry(s); k != "" && !had[k] {
			e.to = append(e.to, "+ "+s)
			e.other = e.other || len(had) > 0
		}
	}
}

// text compares two texts by their words. One that is gone is no news.
func (e *edits) text(name, before, after string) {
	if after == "" || sameWords(before, after) {
		return
	}
	if before != "" {
		e.from = append(e.from, name)
		e.other = true
	}
	e.to = append(e.to, name)
}

// entry is a skill or a project's name for comparison: Node.js is NodeJS, and
// CI/CD is CI CD, but C is not C++.
func entry(s string) string { return strings.ReplaceAll(fold(s), " ", "") }

func entries(list []string) map[string]bool {
	set := make(map[string]bool, len(list))
	for _, s := range list {
		if k := entry(s); k != "" {
			set[k] = true
		}
	}
	return set
}

func titlesOf(list []model.Content) []string {
	var out []string
	for _, c := range list {
		out = append(out, c.Title)
	}
	return out
}

// ownHeadline is a person's headline, unless it only repeats the source's tags
// as some sources that have none do.
func ownHeadline(p *model.Person) string {
	if model.SameText(p.Headline, strings.Join(p.Background.Tags, ", ")) {
		return ""
	}
	return p.Headline
}

// sameWords reports whether two texts say the same but for markup, spacing,
// punctuation and where the source cut them short.
func sameWords(a, b string) bool {
	if a == b {
		return true
	}
	a, b = plainWords(a), plainWords(b)
	return a == b || cutFrom(a, b) || cutFrom(b, a)
}

// ellipsis stands for the place where a text was cut short.
const ellipsis = "…"

func cutFrom(short, long string) bool {
	head, cut := strings.CutSuffix(short, ellipsis)
	return cut && head != "" && strings.HasPrefix(long, head)
}

// plainWords are the words of a text without markup, folded; a text that was cut
// short ends with an ellipsis.
func plainWords(s string) string {
	s = html.UnescapeString(withoutTags(s))
	end := strings.TrimSpace(s)
	out := fold(s)
	if strings.HasSuffix(end, ellipsis) || strings.HasSuffix(end, "...") {
		out += ellipsis
	}
	return out
}

// withoutTags takes the markup out of a text. A < that no tag follows stays.
func withoutTags(s string) string {
	var b strings.Builder
	for {
		i := strings.IndexByte(s, '<')
		if i < 0 || i+1 >= len(s) {
			break
		}
		end := strings.IndexByte(s[i:], '>')
		if end < 0 || !strings.ContainsAny(s[i+1:i+2], "/!abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ") {
			b.WriteString(s[:i+1])
			s = s[i+1:]
			continue
		}
		b.WriteString(s[:i] + " ")
		s = s[i+end+1:]
	}
	return b.String() + s
}

// duties compares the texts of the positions held on both days under the same
// title. Other duties are news of their own; a word more or less belongs to the
// profile.
func (d *differ) duties(e *edits) {
	for _, was := range d.before.open {
		is, ok := d.nowOf(was)
		switch {
		case !ok:
		case newWords(was.Summary, is.Summary):
			d.tell(DutiesChanged, was, is, d.between(), sureInPlace,
				fmt.Sprintf("the same title, and another text of the duties on %s than on %s", day(d.span.To), day(d.span.From)))
		default:
			e.text("duties", was.Summary, is.Summary)
		}
	}
}

// nowOf is what became of a position whose duties are told: the same title with
// the same employer, in words that no position there had before. ok is false
// where there is none.
func (d *differ) nowOf(was model.Position) (now model.Position, ok bool) {
	if was.Title == "" || was.Summary == "" {
		return now, false
	}
	for _, is := range d.after.open {
		if is.Summary != "" && d.sameSeat(was, is) && !slices.ContainsFunc(d.before.all, func(had model.Position) bool {
			return d.sameSeat(had, is) && sameWords(had.Summary, is.Summary)
		}) {
			return is, true
		}
	}
	return now, false
}

func (d *differ) sameSeat(a, b model.Position) bool {
	return d.oneEmployer(a, b) && model.SameText(a.Title, b.Title)
}

// newWords reports whether a text says mostly something else than before: half
// of its words or more are new, and at least five of them.
func newWords(before, after string) bool {
	had := make(map[string]bool)
	for _, w := range words(plainWords(before)) {
		had[w] = true
	}
	now, fresh := words(plainWords(after)), 0
	for _, w := range now {
		if !had[w] {
			fresh++
		}
	}
	return fresh >= 5 && 2*fresh >= len(now)
}

// opened looks for the words of being open to work that were not there before.
func (d *differ) opened() {
	was, is := d.before.wants(), d.after.wants()
	switch {
	case is != "" && was == "":
		d.note(OpenedUp, "", is, sureSaid, fmt.Sprintf("said on %s and not on %s", day(d.span.To), day(d.span.From)))
	case is == "" && was != "":
		d.unsaid = true
	case hireable(d.before.person) == "false" && hireable(d.after.person) == "true":
		d.note(OpenedUp, "", "hireable", sureHire, "hireable was false and is true")
	}
}

// hireable is what a source says under this header, GitHub's among them.
func hireable(p *model.Person) string {
	for header, value := range p.Background.Custom {
		if strings.EqualFold(header, "hireable") {
			return strings.ToLower(value)
		}
	}
	return ""
}

// wants is how someone says that she is open to work; "" for not at all.
func (st *statement) wants() string {
	for _, text := range slices.Concat(st.idle, []string{st.person.Headline, st.person.Summary}) {
		if w := seeking(model.NameKey(text)); w != "" {
			return w
		}
	}
	for _, q := range st.open {
		if w := seeking(model.NameKey(q.Title)); w != "" {
			return w
		}
	}
	return ""
}

// seeking finds the words of being open to work in a folded text, unless
// something like "not" stands before them.
func seeking(text string) string {
	for _, phrase := range wantsJob {
		head, _, found := strings.Cut(" "+text+" ", " "+phrase+" ")
		if found && !denied(head) {
			return phrase
		}
	}
	return ""
}

// denied reports whether the last three words before a phrase turn it round.
func denied(head string) bool {
	before := strings.Fields(head)
	for _, w := range before[max(0, len(before)-3):] {
		switch w {
		case "not", "no", "never", "isnt", "arent", "dont":
			return true
		}
	}
	return false
}
