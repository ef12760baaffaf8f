package format

import (
	"maps"

	"talentmap/model"
)

// What talentmap itself exports comes back as the facts that it told. Where a
// person stood in outreach is what the team decided; it is not taken from a file.
var (
	ownCSV = &dialect{
		name:    "talentmap people CSV",
		needs:   []string{"name", "jobhistoryjson", "outreachstate", "lockuntil"},
		columns: ownColumns(map[string]use{"outreachstate": decided, "nextdue": decided}),
		finish:  numberOfOurs,
	}
	ownJSON = &dialect{
		name:  "talentmap people JSON",
		kind:  kindJSON,
		needs: []string{"name", "positions", "motivators", "lockuntil"},
		columns: ownColumns(map[string]use{
			"positions": {field: fieldHistory}, "state": decided, "next": decided,
		}),
		finish: numberOfOurs,
	}
)

var decided = use{field: fieldDropped, why: "where a person stands is not taken from a file"}

func ownColumns(more map[string]use) map[string]use {
	cols := map[string]use{"id": held("id"), "owner": decided, "lock": decided, "lockuntil": decided, "motivators": decided}
	maps.Copy(cols, more)
	return cols
}

// numberOfOurs is the number that a person has in the database that the file came
// from. It tells her again where nothing else does; in another database someone
// else has it.
func numberOfOurs(p *model.Person, held map[string]string) {
	if id, err := model.ParsePersonID(held["id"]); err == nil {
		p.ID = id
	}
}
