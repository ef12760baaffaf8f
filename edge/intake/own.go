package intake

import "maps"

// What talentmap itself exports comes back as the facts that it told. Where a
// person stood in outreach is what the team decided; it is not taken from a file.
var (
	ownCSV = &dialect{
		name:    "talentmap people CSV",
		needs:   []string{"name", "jobhistoryjson", "outreachstate", "lockuntil"},
		columns: ownColumns(map[string]use{"outreachstate": decided, "nextdue": decided}),
	}
	ownJSON = &dialect{
		name:  "talentmap people JSON",
		json:  true,
		needs: []string{"name", "positions", "motivators", "lockuntil"},
		columns: ownColumns(map[string]use{
			"positions": {field: fieldHistory}, "state": decided, "next": decided,
			"id": {field: fieldDropped, why: "a number of the database that it came from"},
		}),
	}
)

var decided = use{field: fieldDropped, why: "where a person stands is not taken from a file"}

func ownColumns(more map[string]use) map[string]use {
	cols := map[string]use{"owner": decided, "lock": decided, "lockuntil": decided, "motivators": decided}
	maps.Copy(cols, more)
	return cols
}
