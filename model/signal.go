package model

// SignalKind is one row of the field's table of receptivity signals.
type SignalKind string

// The kinds of signals. Tenure is derived from the positions and never stored.
const (
	OpenToWork       SignalKind = "open to work"
	Layoffs          SignalKind = "layoffs"
	Reorg            SignalKind = "reorg"
	LeadershipChange SignalKind = "leadership change"
	ProfileUpdated   SignalKind = "profile updated"
	PostsMore        SignalKind = "posts more"
	BadPress         SignalKind = "bad press"
	RatingsFalling   SignalKind = "ratings falling"
	NewDuties        SignalKind = "promoted without title"
	PassedOver       SignalKind = "passed over"
	PayBelowMarket   SignalKind = "pay below market"
)

// SignalKinds lists the kinds that can be stored, in the order of the table.
func SignalKinds() []SignalKind {
	return []SignalKind{
		OpenToWork, Layoffs, Reorg, LeadershipChange, ProfileUpdated, PostsMore,
		BadPress, RatingsFalling, NewDuties, PassedOver, PayBelowMarket,
	}
}

// CompanySignalKinds lists those that may concern everyone at a company.
func CompanySignalKinds() []SignalKind {
	return []SignalKind{Layoffs, Reorg, LeadershipChange, BadPress, RatingsFalling, PayBelowMarket}
}

// Signal is one dated observation that a person may be receptive. It concerns
// either a person or a whole company, never both.
type Signal struct {
	ID  SignalID `cbor:"1,keyasint"`
	Rev Rev      `cbor:"-"`

	Kind       SignalKind `cbor:"2,keyasint"`
	Person     PersonID   `cbor:"3,keyasint,omitempty"`
	Company    CompanyID  `cbor:"4,keyasint,omitempty"`
	Date       Date       `cbor:"5,keyasint,omitempty"` // when it happened; unknown never scores
	Confidence float64    `cbor:"6,keyasint,omitempty"` // 0 < c ≤ 1; 0 is read as 1
	Magnitude  float64    `cbor:"7,keyasint,omitempty"` // layoffs: share of staff in percent; pay: gap in percent; ratings: drop in stars
	OwnManager bool       `cbor:"8,keyasint,omitempty"` // leadership change: the person's own manager
	Source     string     `cbor:"9,keyasint,omitempty"` // where it was seen
	Note       string     `cbor:"10,keyasint,omitempty"`
	Origin     Origin     `cbor:"11,keyasint,omitzero"`
}

// OfCompany reports whether the signal concerns everyone at a company.
func (s *Signal) OfCompany() bool { return s.Company != 0 }
