package gallery

// peopleScenes are the pages about people, roles and companies.
var peopleScenes = []Scene{
	{Name: "person", Title: "The person", W: 130, H: 44, Keys: hot + "enter"},
	{Name: "person-80x24", Title: "The person in 80 × 24", W: 80, H: 24, Keys: hot + "enter"},
	{Name: "person-wide", Title: "The person in 200 × 50", W: 200, H: 50, Keys: hot + "enter tab"},
	{Name: "person-sections", Title: "The sections of the page", W: 110, H: 36, Keys: hot + "enter '"},
	{Name: "person-research", Title: "An item of the research, looked up", W: 130, H: 40, Keys: hot + "enter ' =research enter j enter"},
	{Name: "person-position", Title: "A position being changed in place", W: 110, H: 36, Keys: hot + "enter tab j enter tab tab"},
	{Name: "person-message", Title: "A message being read", W: 110, H: 44, Keys: "2 enter ' =touch enter space"},
	{Name: "person-end", Title: "The end of the page: contact, journal", W: 110, H: 36, Keys: hot + "enter G"},
	{Name: "person-edit", Title: "A person being edited", W: 110, H: 36, Keys: hot + "enter e tab tab"},
	{Name: "conflict", Title: "Two editors of one person", W: 110, H: 32, Keys: hot + "enter e " + mine, Meanwhile: theirs, Then: "ctrl+s"},
	{Name: "dossier", Title: "Everything held about a person", W: 110, H: 36, Keys: hot + "enter D"},
	{Name: "erase", Title: "What an erasure takes away", W: 110, H: 32, Keys: hot + "enter X y"},
	{Name: "gate", Title: "Why somebody may not be written to", W: 100, H: 28, Keys: "f =nkechi enter W"},
	{Name: "find", Title: "Finding anyone", W: 110, H: 32, Keys: "f =ber"},
	{Name: "find-fields", Title: "Finding by field, completed while typing", W: 110, H: 32, Keys: "f =staff_l"},
	{Name: "map-add", Title: "Finding people for the map, one after the other", W: 110, H: 32, Keys: "a =designer"},
	{Name: "roles", Title: "The openings", W: 120, H: 34, Keys: "R"},
	{Name: "role-new", Title: "An opening: what it asks for, what it offers", W: 120, H: 34, Keys: "R i"},
	{Name: "shortlist", Title: "The shortlist of a role", W: 130, H: 40, Keys: "R enter j j *"},
	{Name: "shortlist-apart", Title: "Those who can't be written to now", W: 130, H: 34, Keys: "R enter tab"},
	{Name: "shortlist-why", Title: "How the role sees a person, part by part", W: 130, H: 40, Keys: "R enter w"},
	{Name: "companies-all", Title: "Where the strongest talent sits", W: 120, H: 34, Keys: "C o h"},
	{Name: "company", Title: "One employer and its people", W: 120, H: 30, Keys: "C / =vantoro enter"},
	{Name: "companies", Title: "Companies that may be one", W: 110, H: 32, Before: alike, Keys: "C"},
}
