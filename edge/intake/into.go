package intake

import (
	"context"

	"talentmap/model"
	"talentmap/store"
)

// Into imports a source into a store as actor, under one import ID that undoes
// as one. The ID is 0 when the file changed nothing.
func Into(ctx context.Context, st *store.Store, actor string, src *Source, opt Options) (model.ImportID, Preview, error) {
	im := st.Importer(actor, model.Import{Source: src.Name(), Dialect: src.Dialect()})
	opt.Origin.Source, opt.Origin.At = src.Name(), st.Now()
	done, err := src.Apply(ctx, im.Directory(), im, opt)
	if err != nil {
		return im.ID(), done, err
	}
	return im.ID(), done, im.Finish(done.New, done.Changed, done.Same, done.Bad)
}
