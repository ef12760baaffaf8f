package intake

import (
	"talentmap/model"
	"talentmap/scoring"
	"talentmap/store"
)

// Join decides that a row which waits for review means someone known, as
// [store.Store.Join] does, and tells what has changed since the row's source
// spoke of her last.
func Join(st *store.Store, actor string, row model.ReviewID, id model.PersonID) (model.Person, error) {
	return st.Join(actor, row, id, judgeRow)
}

func judgeRow(p *model.Person, was *model.Statement, row *model.Person, asOf model.Date) store.Arrival {
	said := was.Said()
	d := changesBetween(&said, row, scoring.Span{From: was.AsOf, To: asOf})
	mergeNewer(p, &said, row, &d)
	return store.Arrival{Person: p, News: d.news, Signals: d.signals}
}
