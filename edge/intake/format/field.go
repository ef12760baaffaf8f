package format

// field is what a column fills.
type field uint8

const (
	fieldCustom field = iota
	fieldDropped
	fieldName
	fieldFirst
	fieldMiddle
	fieldLast
	fieldSuffix
	fieldLogin
	fieldEmail
	fieldPhone
	fieldLink
	fieldTitle
	fieldCompany
	fieldStart
	fieldEnd
	fieldDuties
	fieldHistory
	fieldLocation
	fieldCity
	fieldState
	fieldCountry
	fieldSkills
	fieldTags
	fieldNotes
	fieldHeadline
	fieldSummary
	fieldContent
	fieldExternalID

	// The rest is for dialects alone: see [builder.put], [builder.own] and
	// [eventBuilder.put].
	fieldZone
	fieldMotivators
	fieldLock
	fieldLockUntil
	fieldLockWhy
	fieldResearch
	fieldPublished
	fieldConnections
	fieldPairs
	fieldRank
	fieldMapNote
	fieldMapTier
	fieldProfile
	fieldSkillSet
	fieldTold
	fieldHeld
	fieldDate
	fieldEffective
	fieldJobs
	fieldShare
	fieldIndustry
	fieldStage
	fieldNoticeID
	fieldTemporary
	fieldClosure
	fieldAmendment
	fieldCount
)

// lastMappable is the last field that a [Mapping] may name.
const lastMappable = fieldExternalID

// fieldNames are what a person is told. Each stands beside its field: one that is
// added in between shifts no other.
var fieldNames = [fieldCount]string{
	fieldCustom:      "custom",
	fieldDropped:     "dropped",
	fieldName:        "name",
	fieldFirst:       "first name",
	fieldMiddle:      "middle name",
	fieldLast:        "last name",
	fieldSuffix:      "suffix",
	fieldLogin:       "account name",
	fieldEmail:       "e-mail",
	fieldPhone:       "phone",
	fieldLink:        "link",
	fieldTitle:       "title",
	fieldCompany:     "company",
	fieldStart:       "start",
	fieldEnd:         "end",
	fieldDuties:      "duties",
	fieldHistory:     "job history",
	fieldLocation:    "location",
	fieldCity:        "city",
	fieldState:       "state",
	fieldCountry:     "country",
	fieldSkills:      "skills",
	fieldTags:        "tags",
	fieldNotes:       "notes",
	fieldHeadline:    "headline",
	fieldSummary:     "summary",
	fieldContent:     "content",
	fieldExternalID:  "external ID",
	fieldZone:        "time zone",
	fieldMotivators:  "motivators",
	fieldLock:        "lock",
	fieldLockUntil:   "lock until",
	fieldLockWhy:     "lock reason",
	fieldResearch:    "research",
	fieldPublished:   "content",
	fieldConnections: "connections",
	fieldPairs:       "custom",
	fieldRank:        "rank on a map",
	fieldMapNote:     "note on a map",
	fieldMapTier:     "tier on a map",
	fieldProfile:     "link",
	fieldSkillSet:    "skills",
	fieldTold:        "custom",
	fieldHeld:        "kept for the whole",
	fieldDate:        "date",
	fieldEffective:   "effective date",
	fieldJobs:        "jobs",
	fieldShare:       "share of staff",
	fieldIndustry:    "industry",
	fieldStage:       "stage",
	fieldNoticeID:    "notice ID",
	fieldTemporary:   "temporary",
	fieldClosure:     "closure",
	fieldAmendment:   "amendment",
}

// use is what becomes of a column.
type use struct {
	field  field
	html   bool   // the text is HTML
	prefix string // link: the site of a bare account name; external ID: the namespace; content: its kind; told: the keys; held: its name
	why    string // dropped: why; else what it is for, where the field's name does not tell
	ours   bool   // as our own exports write it: a list by its own rules, positions in their order, as long as a row may be
}

// held keeps a column for the dialect's finish under a name.
func held(name string) use { return use{field: fieldHeld, prefix: name} }

// dropped leaves a column out.
func dropped(why string) use { return use{field: fieldDropped, why: why} }

// Why columns are dropped that tell nothing of a person.
const (
	onlyLabels  = "only names the kind of another column"
	onlyMachine = "a matter of the program that wrote it"
)

// Places of bare account names.
const (
	onLinkedIn = "https://www.linkedin.com/in/"
	onGitHub   = "https://github.com/"
	onTwitter  = "https://twitter.com/"
)
