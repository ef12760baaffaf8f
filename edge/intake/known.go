package intake

import (
	"context"
	"iter"

	"talentmap/model"
	"talentmap/store"
)

// Known is the people who are in the store. While [Apply] runs Person must
// show what the [Sink] has written; by key and name it need not be found again.
type Known interface {
	// ByKey is the person who has a key of [model.Person.Keys].
	ByKey(key string) (model.PersonID, bool)
	// ByName is the people with this [model.NameKey], by rising ID.
	ByName(nameKey string) []model.PersonID
	// Near is the people who work or worked at the employer of this
	// [model.CompanyKey] and have this [model.NameKey], or a name that may be
	// [model.NamesAlike] to its parts, by rising ID; others may be among them.
	Near(nameKey string, parts model.NameParts, employer string) []model.PersonID
	// ByMailbox is the person who has an address of a [model.Mailbox] that is written
	// in another way.
	ByMailbox(mailbox string) (model.PersonID, bool)
	// Decided is whom a row that reads like text means, as a person has decided
	// before; see [model.IdentityText]. The text is only made where there are
	// decisions.
	Decided(text func() string) (model.PersonID, bool)
	// Sources are the sources of a dialect that files have come from.
	Sources(dialect string) []model.Source
	// Said is what a source said last of a person; false when it has never
	// named her.
	Said(src model.SourceID, id model.PersonID) (model.Statement, bool)
	// Stated yields what a source said last of everyone.
	Stated(src model.SourceID) iter.Seq2[model.Statement, error]
	// Person is one of them, with the revision to write against. The caller may
	// change it.
	Person(id model.PersonID) (model.Person, error)
	// Erased reports whether a record that means nobody known is of someone who
	// was erased on request, and must not be taken in again.
	Erased(p *model.Person) bool
}

// Sink takes what an import writes.
type Sink interface {
	// From tells which source the file is the newest of, and the day that it tells
	// of. It is called once, before the first Arrive, which gives a new one its ID.
	From(src *model.Source, asOf model.Date)
	// Arrive stores what rows bring: known people first, by rising ID, then new
	// ones, whose ID is 0 and is set by then. Someone erased on request since she
	// was planned is left out and keeps ID 0.
	Arrive(ctx context.Context, chunk []store.Arrival) error
	// Hold keeps rows for a person to look at.
	Hold(ctx context.Context, rows []*model.Review) error
}

// KnownCompanies is the companies that are in the store, with their signals.
type KnownCompanies interface {
	// Company is the company of a name; ID 0 for one not known.
	Company(name string) (model.Company, error)
	// SignalsAt are the signals on a company, with the revisions to write
	// against.
	SignalsAt(id model.CompanyID) ([]model.Signal, error)
}

// CompanySink takes the signals of an import.
type CompanySink interface {
	// WriteSignals stores signals in one transaction. A company with ID 0 is new,
	// unless a signal before it made it.
	WriteSignals(ctx context.Context, chunk []CompanySignal) error
}

// CompanySignal is a signal and the company that it is on.
type CompanySignal struct {
	Company model.Company // ID 0: new
	Signal  model.Signal  // ID 0: new; its Company is set by the sink
}
