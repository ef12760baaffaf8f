package model

// KeysVersion numbers the functions whose results stand in the indexes on disk:
// [CompanyKey], [NameKey] and [Person.Keys]. It rises with every change of what
// any of them returns, so that a store knows when its indexes are to be rebuilt.
const KeysVersion = 2

// Company is an employer: a name, what it is also called, and what its size
// says about events there.
type Company struct {
	ID  CompanyID `cbor:"1,keyasint"`
	Rev Rev       `cbor:"-"`

	Name     string   `cbor:"2,keyasint"`
	Aliases  []string `cbor:"3,keyasint,omitempty"`
	Domain   string   `cbor:"4,keyasint,omitempty"`
	Industry string   `cbor:"5,keyasint,omitempty"`
	Stage    string   `cbor:"6,keyasint,omitempty"`
	Staff    int      `cbor:"7,keyasint,omitempty"` // head count; 0 unknown
	Location string   `cbor:"8,keyasint,omitempty"`
	Origin   Origin   `cbor:"9,keyasint,omitzero"`

	Apart []CompanyID `cbor:"10,keyasint,omitempty"` // companies of a like name that a person has said are others

	// While the lock holds nobody at the company is written to. The only one that
	// a company has is [DoNotContact].
	Lock      Lock   `cbor:"11,keyasint,omitempty"`
	LockUntil Date   `cbor:"12,keyasint,omitempty"` // the last day; zero: without end
	LockWhy   string `cbor:"13,keyasint,omitempty"`
	LockBy    string `cbor:"14,keyasint,omitempty"` // who set it
}
