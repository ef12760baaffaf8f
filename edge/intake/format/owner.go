package format

import (
	"fmt"

	"talentmap/model"
)

// owner is the one whose LinkedIn archive it is, joined from her profile, her
// positions, her skills and the rest.
type owner struct {
	rec  Record
	some bool // something of hers was read
	told bool
}

// take joins what one row of her files tells.
func (o *owner) take(rec Record) {
	if !o.some {
		o.rec.Row, o.some = rec.Row, true
	}
	model.Unite(&o.rec.Person, &rec.Person)
}

// whole is her record, the first time it is asked for; a problem where no
// profile names her, nothing where nothing of her was read.
func (o *owner) whole() (*Record, *Problem) {
	if o.told || !o.some {
		return nil, nil
	}
	o.told = true
	if o.rec.Person.Name == "" {
		return nil, &Problem{Line: o.rec.Row, Reason: "the archive has no profile that names its owner: her positions and skills were left out", Skipped: true}
	}
	o.rec.Person.SortPositions()
	return &o.rec, nil
}

// introduce notes on a connection that the owner knows her.
func (o *owner) introduce(p *model.Person) {
	name := o.rec.Person.Name
	if name == "" {
		return
	}
	how := "LinkedIn connection"
	if since := p.Background.Custom["Connected On"]; since != "" {
		how = fmt.Sprintf("%s since %s", how, model.CleanLine(since))
	}
	p.Background.Connections = append(p.Background.Connections, model.Connection{Name: name, How: how})
}
