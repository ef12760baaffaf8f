package intake

import (
	"cmp"
	"context"
	"fmt"

	"talentmap/edge/intake/format"
	"talentmap/model"
)

// maxEvents is how many events of a file are planned at once.
const maxEvents = 250_000

// PreviewCompanies reads the whole file and says what [ApplyCompanies] would do.
func PreviewCompanies(ctx context.Context, src *format.Source, known KnownCompanies, opt Options) (Outcome, error) {
	return companies(ctx, src, known, nil, opt)
}

// ApplyCompanies makes company signals of a file's events, each once, however
// often the event is told or its file imported:
//
//	layoffs list   one signal a company and day; further rows fill what is unknown
//	WARN notice    one a notice ID, or a company, site and day where there is none;
//	               an amendment takes the place of the notice that it corrects, also
//	               where that comes in after it; of several amendments the latest
//	               counts, as far as what stands tells its day
//
// The file imported last counts: what it says otherwise replaces what was known.
// A figure that it leaves empty stays. The magnitude is the share of staff in
// percent, from the number of jobs where the company's staff is known, else 0
// for unknown. New = signals that are new.
//
// On an error the chunk being written is dropped, and whole chunks before it
// stay and undo under the import's ID.
func ApplyCompanies(ctx context.Context, src *format.Source, known KnownCompanies, sink CompanySink, opt Options) (Outcome, error) {
	if opt.Origin.Source == "" {
		opt.Origin.Source = src.Name()
	}
	return companies(ctx, src, known, sink, opt)
}

// companies plans, and writes unless sink is nil.
func companies(ctx context.Context, src *format.Source, known KnownCompanies, sink CompanySink, opt Options) (Outcome, error) {
	r, sum := &reading{src: src, opt: opt}, outcomeOf(src)
	defer func() { r.tell(sum.Rows) }()
	all, err := r.gather(ctx, &sum)
	if err != nil {
		return sum, err
	}
	if opt.Chunk <= 0 {
		opt.Chunk = defaultChunk
	}
	var chunk []CompanySignal
	for i, events := range all {
		if err := ctx.Err(); err != nil {
			return sum, fmt.Errorf("import of %s stopped: %w", src.Name(), err)
		}
		signals, err := planCompany(events, known, &sum, opt.Origin)
		if err != nil {
			return sum, fmt.Errorf("plan line %d of %s: %w", events[0].Row, src.Name(), err)
		}
		chunk = append(chunk, signals...)
		if len(chunk) == 0 || len(chunk) < opt.Chunk && i < len(all)-1 {
			continue
		}
		if sink != nil {
			if err := sink.WriteSignals(ctx, chunk); err != nil {
				return sum, fmt.Errorf("import of %s: write %d signals: %w", src.Name(), len(chunk), err)
			}
			r.tell(sum.Rows)
		}
		chunk = chunk[:0]
	}
	return sum, nil
}

// gather reads the events by company, in the order in which the file names
// them.
func (r *reading) gather(ctx context.Context, sum *Outcome) ([][]format.Event, error) {
	var all [][]format.Event
	at, n := map[string]int{}, 0
	defer func() { sum.Columns = r.src.Columns() }()
	for e, bad := range r.src.Events() {
		if err := ctx.Err(); err != nil {
			return nil, fmt.Errorf("import of %s stopped: %w", r.src.Name(), err)
		}
		if bad != nil {
			sum.problem(*bad)
			continue
		}
		if n++; n > maxEvents {
			return nil, fmt.Errorf("read %s: line %d: %w: the limit is %d events: split the file", r.src.Name(), e.Row, format.ErrTooLarge, maxEvents)
		}
		key := model.CompanyKey(e.Company)
		i, ok := at[key]
		if !ok {
			i = len(all)
			at[key], all = i, append(all, nil)
		}
		all[i] = append(all[i], e)
		if n%4096 == 0 {
			r.tell(n)
		}
	}
	return all, r.src.Err()
}

// planCompany decides about the events of one company: which are one, which are
// known, and what is to be written.
func planCompany(events []format.Event, known KnownCompanies, sum *Outcome, from model.Origin) ([]CompanySignal, error) {
	company, err := known.Company(events[0].Company)
	if err != nil {
		return nil, fmt.Errorf("look up %s: %w", events[0].Company, err)
	}
	var signals []model.Signal
	if company.ID != 0 {
		if signals, err = known.SignalsAt(company.ID); err != nil {
			return nil, fmt.Errorf("read the signals of %s: %w", company.ID, err)
		}
	} else {
		company = newCompany(events, from)
	}
	var out []CompanySignal
	list := happenings(events)
	sum.Rows += len(events)
	sum.Repeated += len(events) - len(list)
	for _, h := range list {
		sig, verdict := h.against(signals, company.Staff)
		switch verdict {
		case isSame:
			sum.Same++
			continue
		case isNew:
			sum.New++
			sig.Origin = from
		default:
			sum.Changed++
		}
		out = append(out, CompanySignal{Company: company, Signal: sig})
	}
	return out, nil
}

// newCompany is a company that only the file knows.
func newCompany(events []format.Event, from model.Origin) model.Company {
	c := model.Company{Name: events[0].Company, Origin: from}
	for _, e := range events {
		c.Industry, c.Stage = cmp.Or(c.Industry, e.Industry), cmp.Or(c.Stage, e.Stage)
		if e.Notice == nil {
			c.Location = cmp.Or(c.Location, e.Place)
		}
	}
	return c
}
