package model

// NewsKind is what an [News] is about.
type NewsKind string

// What can change for a person between two files of a source.
const (
	Moved           NewsKind = "moved"            // to another company
	Promoted        NewsKind = "promoted"         // a higher title at the same company
	TitleChanged    NewsKind = "title changed"    // another title at the same company, no higher
	ProfileChanged  NewsKind = "profile changed"  // skills, headline or summary
	LocationChanged NewsKind = "location changed" //
	Gone            NewsKind = "gone"             // no longer in the source
	Returned        NewsKind = "returned"         // in the source again after having gone
)

// News is one thing that changed for a person between two files of a source,
// with how sure that is. What it means for receptivity is the signal beside it.
type News struct {
	ID  NewsID `cbor:"1,keyasint"`
	Rev Rev    `cbor:"-"`

	Person     PersonID `cbor:"2,keyasint"`
	Kind       NewsKind `cbor:"3,keyasint"`
	From       string   `cbor:"4,keyasint,omitempty"` // "Engineer at Acme"
	To         string   `cbor:"5,keyasint,omitempty"`
	NotBefore  Date     `cbor:"13,keyasint,omitempty"` // the first day on which it can have happened, where Date is the last
	Date       Date     `cbor:"6,keyasint,omitempty"`  // when it happened, as far as known
	Confidence float64  `cbor:"7,keyasint,omitempty"`  // 0 < c ≤ 1
	Evidence   string   `cbor:"8,keyasint,omitempty"`  // how it was told
	Meaning    string   `cbor:"9,keyasint,omitempty"`  // the signal it became, or why it became none
	Source     SourceID `cbor:"10,keyasint,omitempty"` //
	Import     ImportID `cbor:"11,keyasint,omitempty"`
	Seen       Date     `cbor:"12,keyasint,omitempty"` // the day that the newer file tells of
}
