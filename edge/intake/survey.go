package intake

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"talentmap/edge/intake/format"
	"talentmap/model"
)

// A file is the newest of a source when enough of its people are those whom the
// source has told of before. Only then does what it says differently mean that
// something has changed, and somebody missing that she is gone.
const (
	// sameSource is the share of the smaller of both, file and source, from which
	// on they are one.
	sameSource = 0.5
	// mostGone is the share of a source's people above which a file without them
	// is taken for another selection.
	mostGone = 0.3
	// fewKnown is the share of rows below which a file is of a new source, once
	// strangersAfter rows have been looked at: it needs not be read to its end.
	fewKnown       = 0.01
	strangersAfter = 10_000
	// fewGone may be missing from any source, however small.
	fewGone = 5
)

// survey reads the file once to learn which source it is the newest file of, and
// who has several rows. Without a source of its kind there is nothing to learn,
// and the file is not read.
func (r *reading) survey(ctx context.Context, known Known) (*sourcing, error) {
	src, opt := r.src, &r.opt
	sg := &sourcing{asOf: opt.AsOf}
	if !sg.asOf.Known() {
		sg.asOf = asOf(src.Name(), src.Written(), opt.Now)
	}
	sg.source = model.Source{
		Name: cmp.Or(opt.From, stem(src.Name()), src.Name()), Dialect: src.Dialect(), Header: ownHeader(src), Owner: opt.Owner,
	}
	if sg.source.Header != "" {
		sg.source.Columns = byHeader(src.Mapping())
	}
	candidates := slices.DeleteFunc(known.Sources(src.Dialect()), func(c model.Source) bool { return c.Header != sg.source.Header })
	if len(candidates) == 0 {
		return sg, nil
	}
	l := &look{matcher: newMatcher(known, opt.Now), rows: map[int32]int{}, names: map[string]int{}}
	l.guess = true
	if whole, err := l.through(ctx, src, opt); err != nil || !whole {
		return sg, err
	}
	sg.choose(candidates, known, l.matcher, opt.From)
	r.surveyed = src.BytesRead()
	if sg.source.ID == 0 {
		return sg, nil
	}
	sg.rows = map[int32]*union{}
	for at, n := range l.rows {
		if n > 1 && l.met[at].id != 0 {
			sg.rows[at] = &union{rows: n}
		}
	}
	return sg, sg.expect(known, l.matcher, l.names)
}

// look is what a first look through a file has seen.
type look struct {
	*matcher
	rows         map[int32]int  // of each person
	names        map[string]int // rows of each name
	seen, before int            // rows; those of people met before
}

// through reads the file; whole is false where it breaks off, or is soon seen to
// be of people of whom no source has told: then it is compared with nothing.
func (l *look) through(ctx context.Context, src *format.Source, opt *Options) (whole bool, err error) {
	for rec, bad := range src.Ahead() {
		if err := ctx.Err(); err != nil {
			return false, fmt.Errorf("import of %s stopped: %w", src.Name(), err)
		}
		if bad != nil {
			continue
		}
		if err := l.row(&rec.Person); err != nil {
			return false, fmt.Errorf("look at line %d of %s: %w", rec.Row, src.Name(), err)
		}
		if l.seen == strangersAfter && float64(l.before) < fewKnown*strangersAfter && opt.From == "" {
			return false, nil
		}
		if l.seen%4096 == 0 && opt.Progress != nil { // half of the way: the file is read twice
			opt.Progress(Done{Rows: l.seen, Bytes: src.BytesRead(), Total: 2 * src.Size()})
		}
	}
	return src.Err() == nil, nil
}

func (l *look) row(p *model.Person) error {
	f, err := l.match(p)
	if err != nil {
		return err
	}
	l.seen++
	if f.at != none {
		l.before++
	}
	if f.review == "" {
		l.rows[l.claim(f.at)]++
	}
	l.names[fullName(p.Name)]++
	return nil
}

// expect finds whom the source told of before and no row means so far, and who is
// the only one of the name, there as here: a row of that name may be hers, with
// other keys or at another employer.
func (sg *sourcing) expect(known Known, m *matcher, rows map[string]int) error {
	sg.missing = map[string]model.PersonID{}
	stated := map[string]int{}
	for st, err := range known.Stated(sg.source.ID) {
		if err != nil {
			return fmt.Errorf("what %s said before: %w", sg.source.Name, err)
		}
		if st.Gone.Known() {
			continue
		}
		name := fullName(st.Name)
		stated[name]++
		if at, ok := m.byID[st.Person]; (!ok || !m.met[at].claimed) && rows[name] == 1 && strings.Contains(name, " ") {
			sg.missing[name] = st.Person
		}
	}
	for name := range sg.missing {
		if stated[name] > 1 {
			delete(sg.missing, name)
		}
	}
	return nil
}

// fullName is a name reduced for comparison, without initials.
func fullName(name string) string {
	words := strings.Fields(model.NameKey(name))
	return strings.Join(slices.DeleteFunc(words, func(w string) bool { return len(w) == 1 }), " ")
}

// ownHeader tells the header set of a table of no known tool; "" for others. The
// columns of a JSON list are not known before its end: its name stands for them.
func ownHeader(src *format.Source) string {
	if src.IsList() {
		return stem(src.Name())
	}
	return src.HeaderKey()
}

// choose takes the source that shares most people with the file, or the one of
// the name asked for.
func (sg *sourcing) choose(candidates []model.Source, known Known, m *matcher, name string) {
	best, most := -1, 0.0
	for i := range candidates {
		c := &candidates[i]
		if name != "" {
			if strings.EqualFold(c.Name, name) {
				best = i
			}
			continue
		}
		share := overlap(known, c.ID, m)
		if share > most || share == most && best >= 0 && strings.EqualFold(c.Name, sg.source.Name) {
			best, most = i, share
		}
	}
	if best < 0 || name == "" && most < sameSource {
		return
	}
	said := sg.source.Columns
	if sg.source = candidates[best]; said != nil {
		sg.source.Columns = said
	}
	sg.before = sg.source.AsOf
}

// overlap is the share of the people of file or source, whichever has fewer, who
// are in both.
func overlap(known Known, src model.SourceID, m *matcher) float64 {
	stated, both, inFile := 0, 0, 0
	for st, err := range known.Stated(src) {
		if err != nil || st.Gone.Known() {
			continue
		}
		stated++
		if at, ok := m.byID[st.Person]; ok && m.met[at].claimed {
			both++
		}
	}
	for i := range m.met {
		if m.met[i].claimed {
			inFile++
		}
	}
	if least := min(stated, inFile); least > 0 {
		return float64(both) / float64(least)
	}
	return 0
}
