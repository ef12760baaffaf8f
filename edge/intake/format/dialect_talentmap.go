package format

import (
	"maps"

	"talentmap/model"
)

// What talentmap itself exports comes back as the facts that it told, with locks,
// findings and motivators. Where a person stood in outreach is what the team
// decided; it is not taken from a file. What was judged is judged anew.
var (
	ownCSV = &dialect{
		name:    "talentmap people CSV",
		needs:   []string{"name", "jobhistoryjson", "outreachstate", "lockuntil"},
		columns: ownColumns(ownCells),
		finish:  numberOfOurs,
	}
	ownJSON = &dialect{
		name:    "talentmap people JSON",
		kind:    kindJSON,
		needs:   []string{"name", "positions", "motivators", "lockuntil"},
		columns: ownColumns(ownKeys),
		finish:  numberOfOurs,
	}
	// A map's people in their ranks. Before they came with all that is known of
	// them, they came with a title and what was judged.
	ownMapCSV = &dialect{
		name:    "talentmap map CSV",
		needs:   []string{"rank", "person", "trajectory", "receptivity"},
		columns: ownColumns(ownCells, ofTheMap),
		finish:  numberOfOurs,
	}
	ownMapJSON = &dialect{
		name:    "talentmap map JSON",
		kind:    kindJSON,
		needs:   []string{"rank", "person", "trajectory", "receptivity"},
		columns: ownColumns(ownKeys, ofTheMap),
		finish:  numberOfOurs,
	}
)

const (
	decided = "where a person stands is not taken from a file"
	judged  = "it is judged anew"
)

// ours is a field as our own exports write it.
func ours(f field) use { return use{field: f, ours: true} }

var (
	ownBoth = table(map[string]use{
		"id":           {field: fieldHeld, prefix: "id", why: "her number there, to know her again"},
		"email emails": ours(fieldEmail), "phone phones": ours(fieldPhone), "profileurl links": ours(fieldLink),
		"skills": ours(fieldSkills), "tags": ours(fieldTags), "externalids": ours(fieldExternalID), "motivators": ours(fieldMotivators),
		"lock": {field: fieldLock}, "lockuntil": {field: fieldLockUntil}, "lockwhy": {field: fieldLockWhy},
		"timezone": {field: fieldZone},
		"notes":    {field: fieldNotes, ours: true}, "summary": {field: fieldSummary, ours: true},
		"owner": dropped(decided),
	})
	ownCells = table(map[string]use{
		"jobhistoryjson": ours(fieldHistory), "researchjson": ours(fieldResearch), "contentjson": ours(fieldPublished),
		"connectionsjson": ours(fieldConnections), "customjson": ours(fieldPairs), "outreachstate nextdue": dropped(decided),
	})
	ownKeys = table(map[string]use{
		"positions": ours(fieldHistory), "research": ours(fieldResearch), "content": ours(fieldPublished),
		"connections": ours(fieldConnections), "custom": ours(fieldPairs), "state next": dropped(decided),
	})
	ofTheMap = table(map[string]use{
		"rank": {field: fieldRank}, "mapnote": {field: fieldMapNote}, "maptier": {field: fieldMapTier}, "person": {field: fieldName},
		"state nextdue": dropped(decided), "trajectory fit receptivity": dropped(judged),
	})
)

func ownColumns(more ...map[string]use) map[string]use {
	cols := maps.Clone(ownBoth)
	for _, m := range more {
		maps.Copy(cols, m)
	}
	return cols
}

// numberOfOurs is the number that a person has in the database that the file came
// from. It tells her again where nothing else does; in another database someone
// else has it. A lock's end and reason are nothing without the lock.
func numberOfOurs(p *model.Person, held map[string]string) {
	if id, err := model.ParsePersonID(held["id"]); err == nil {
		p.ID = id
	}
	if p.Outreach.Lock == model.Unlocked {
		p.Outreach.LockUntil, p.Outreach.LockWhy = 0, ""
	}
}
