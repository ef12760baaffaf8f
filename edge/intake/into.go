package intake

import (
	"context"
	"errors"

	"talentmap/edge/intake/format"
	"talentmap/model"
	"talentmap/store"
)

// Into imports a source into a store as actor, under one import ID that undoes
// as one; a file of companies becomes signals, see [ApplyCompanies]. The ID is 0
// when the file changed nothing.
func Into(ctx context.Context, st *store.Store, actor string, src *format.Source, opt Options) (model.ImportID, Outcome, error) {
	im := st.Importer(actor, model.Import{Source: src.Name(), Dialect: src.Dialect()})
	opt.Owner = actor
	if opt.Alone {
		im.Alone()
	}
	opt.Origin.Source, opt.Origin.At = src.Name(), st.Now()
	done, err := apply(ctx, st, im, src, opt)
	if err := errors.Join(err, im.CatchUp()); err != nil {
		return im.ID(), done, err
	}
	if err := im.Seen(); err != nil {
		return im.ID(), done, err
	}
	return im.ID(), done, im.Finish(model.Import{
		Rows: done.Rows, People: done.People, New: done.New, Changed: done.Changed, Same: done.Alike(), Noted: done.Noted,
		Review: done.Review, Erased: done.Erased, Bad: done.Bad, News: done.News,
	})
}

func apply(ctx context.Context, st *store.Store, im *store.Importer, src *format.Source, opt Options) (Outcome, error) {
	if src.OfCompanies() {
		companies := companyStore{store: st, im: im}
		return ApplyCompanies(ctx, src, companies, companies, opt)
	}
	if opt.Onto == 0 {
		return Apply(ctx, src, im.Directory(), im, opt)
	}
	p := &placing{Importer: im}
	done, err := Apply(ctx, src, im.Directory(), p, opt)
	if err == nil {
		err = p.place(st, opt.Onto, &done)
	}
	return done, err
}

// Look says what [Into] would do with a file of people or of companies, and
// writes nothing.
func Look(ctx context.Context, st *store.Store, src *format.Source, opt Options) (Outcome, error) {
	if src.OfCompanies() {
		return PreviewCompanies(ctx, src, companyStore{store: st}, opt)
	}
	return Preview(ctx, src, st.Directory(), opt)
}
