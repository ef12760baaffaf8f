package gallery

// peopleScenes are the pages about people and companies.
var peopleScenes = []Scene{
	{Name: "person", Title: "talentmap — the person", W: 130, H: 44, Keys: hot + "enter"},
	{Name: "person-80x24", Title: "the person in 80 × 24", W: 80, H: 24, Keys: hot + "enter"},
	{Name: "person-wide", Title: "the person in 200 × 50", W: 200, H: 50, Keys: hot + "enter tab"},
	{Name: "person-position", Title: "a position being changed in place", W: 110, H: 36, Keys: hot + "enter tab j enter tab tab"},
	{Name: "person-message", Title: "a message being read", W: 110, H: 44, Keys: "2 enter ' =touch enter space"},
	{Name: "person-edit", Title: "a person being edited", W: 110, H: 36, Keys: hot + "enter e tab tab"},
	{Name: "conflict", Title: "talentmap — two editors of one person", W: 110, H: 32, Keys: hot + "enter e " + mine, Meanwhile: theirs, Then: "ctrl+s"},
	{Name: "dossier", Title: "everything held about a person", W: 110, H: 36, Keys: hot + "enter D"},
	{Name: "erase", Title: "what an erasure takes away", W: 110, H: 32, Keys: hot + "enter X y"},
	{Name: "gate", Title: "why somebody may not be written to", W: 100, H: 28, Keys: "f =nkechi enter W"},
	{Name: "find", Title: "finding anyone", W: 110, H: 32, Keys: "f =ber"},
	{Name: "roles", Title: "the openings", W: 120, H: 34, Keys: "R"},
	{Name: "shortlist", Title: "talentmap — the shortlist of a role", W: 130, H: 40, Keys: "R enter j j *"},
	{Name: "company", Title: "one employer and its people", W: 120, H: 30, Keys: "C tab / =vantoro enter"},
	{Name: "companies-all", Title: "where the strongest talent sits", W: 120, H: 34, Keys: "C tab o =hot enter"},
	{Name: "companies", Title: "companies that may be one", W: 110, H: 32, Keys: "C"},
}
