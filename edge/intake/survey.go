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

// A file of whose first strangersAfter rows fewer than fewKnown are of people met
// before is of a new source, unless some of a source's are further down.
const (
	fewKnown       = 0.01
	strangersAfter = 10_000
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
	l := &firstLook{matcher: newMatcher(known, opt.Now), rows: map[int32]int{}, names: map[string]int{}, keyless: map[string]alike{}}
	l.guess = true
	whole, err := l.through(ctx, src, opt, candidates)
	if r.surveyed = src.BytesRead(); err != nil || !whole {
		return sg, err
	}
	sg.choose(candidates, known, l, opt.From)
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

// firstLook is what a first look through a file has seen.
type firstLook struct {
	*matcher
	rows         map[int32]int    // of each person
	names        map[string]int   // rows of each name
	keyless      map[string]alike // rows without a key, by what they say; see wording
	seen, before int              // rows; those of people met before
}

// alike are rows that say the very same: all of them, and those that mean nobody.
type alike struct{ all, strangers int }

// through reads the file; whole is false where it breaks off, or is soon seen to
// be of people of whom none of the sources has told: then it is compared with
// nothing.
func (l *firstLook) through(ctx context.Context, src *format.Source, opt *Options, sources []model.Source) (whole bool, err error) {
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
			if more, err := l.furtherDown(src, sources); err != nil || !more {
				return false, err
			}
		}
		if l.seen%4096 == 0 && opt.Progress != nil { // half of the way: the file is read twice
			opt.Progress(Done{Rows: l.seen, Bytes: src.BytesRead(), Total: 2 * src.Size(), Looking: true})
		}
	}
	return src.Err() == nil, nil
}

func (l *firstLook) row(p *model.Person) error {
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
	if len(p.Keys()) == 0 && len(l.keyless) < strangersAfter {
		text := wording(p)
		rows := l.keyless[text]
		if rows.all++; f.at == none {
			rows.strangers++
		}
		l.keyless[text] = rows
	}
	l.names[fullName(p.Name)]++
	return nil
}

// wording is what a row, or a statement, says of who somebody is and what she does. A
// name alone is no evidence of who is meant; but a source that has said the very same
// of somebody is the one that says it again.
func wording(p *model.Person) string {
	words := []string{model.IdentityText(p), p.Location}
	for i := range p.Positions {
		words = append(words, p.Positions[i].Title)
	}
	return strings.Join(words, "\x1f")
}

// ownHeader tells the header set of a table of no known tool; "" for others. The
// columns of a JSON list are not known before its end: its name stands for them.
func ownHeader(src *format.Source) string {
	if src.IsList() {
		return stem(src.Name())
	}
	return src.HeaderKey()
}
