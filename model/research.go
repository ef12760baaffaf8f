package model

// Research is the six-item checklist, one slot per [ResearchItem].
type Research [6]Finding

// ResearchItem is one of the six things to look up before writing.
type ResearchItem int

// The six items, in the order of the checklist.
const (
	RoleAndCompany ResearchItem = iota
	Progression
	PublishedContent
	MutualConnections
	CompanyContext
	SkillsAlignment
)

// ResearchItems lists the six items.
func ResearchItems() []ResearchItem {
	return []ResearchItem{RoleAndCompany, Progression, PublishedContent, MutualConnections, CompanyContext, SkillsAlignment}
}

var researchNames = [...]string{
	"current role and company", "earlier progression", "published content",
	"mutual connections", "company context", "skills alignment",
}

func (r ResearchItem) String() string { return researchNames[r] }

// Looked says how far an item of the checklist is.
type Looked uint8

// An item is open until someone looked; then it is found, or there is nothing.
const (
	ItemOpen Looked = iota
	ItemFound
	ItemNone
)

// Finding is the answer to one item of the checklist.
type Finding struct {
	Looked Looked `cbor:"1,keyasint,omitempty"`
	Fact   string `cbor:"2,keyasint,omitempty"`
	Source string `cbor:"3,keyasint,omitempty"`
	Date   Date   `cbor:"4,keyasint,omitempty"`
}

// Done is how many of the six items are no longer open; [ReadyAt] make a
// person ready.
func (r Research) Done() int {
	n := 0
	for _, f := range r {
		if f.Looked != ItemOpen {
			n++
		}
	}
	return n
}
