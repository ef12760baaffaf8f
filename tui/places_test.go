package tui_test

// place is somewhere in the workbench over the sample, and how one comes there
// from home.
type place struct {
	name, keys string
	shows      string // that one is where one meant to be
	moves      string // a key that changes what is seen there
	first      func(b *bench)
}

// everywhere is all pages, panes, their views, and what opens over them.
func everywhere() []place {
	const hot = "f =käthe_hoff enter "
	approved := "j c " + goodMail + " ctrl+x enter "
	return []place{
		{name: "map", shows: "70 of 100", moves: "j"},
		{name: "picture of the map", keys: "p", shows: "growing", moves: "j"},
		{name: "companies of the map", keys: "p p", shows: "Platform & data", moves: "j"},
		{name: "two compared", keys: "space j space =", shows: "Bruno", moves: "j"},
		{name: "narrowed map", keys: "/ =an", shows: "an", moves: "x"},
		{name: "order of the map", keys: "o", shows: "name", moves: "esc"},
		{name: "tier", keys: "t", shows: "tier", moves: "esc"},
		{name: "maps", keys: "m", shows: "Talent maps", moves: "down"},
		{name: "new map", keys: "M", shows: "New talent map", moves: "x"},
		{name: "add to the map", keys: "a =an", shows: "Add to", moves: "down"},
		{name: "question", keys: "x", shows: "Sure?", moves: "n"},
		{name: "queue", keys: "2", shows: "replies waiting", moves: "j"},
		{name: "narrowed queue", keys: "2 / =an", shows: "an", moves: "x"},
		{name: "order of the queue", keys: "2 o", shows: "days that are left", moves: "esc"},
		{name: "composer", keys: "j c", shows: "saved as you type", moves: "x"},
		{name: "composer, reading", keys: "j c =x tab =Hello esc", shows: "Hello", moves: "v"},
		{name: "template", keys: "j c esc t", shows: "Template", moves: "down"},
		{name: "before it leaves", keys: "j c =x tab =Hello ctrl+x", shows: "Before it leaves", moves: "]"},
		{name: "outbox", keys: approved + "O", shows: "Outbox · 1 message", moves: "esc"},
		{name: "templates", keys: "P", shows: "Templates", moves: "j"},
		{name: "shelf", keys: "P tab", shows: "helf", moves: "tab"},
		{name: "sequences", keys: "P shift+tab", shows: "day 16", moves: "tab"},
		{name: "new sequence", keys: "P shift+tab i", shows: "sequence", moves: "x"},
		{name: "into a sequence", keys: "j Q", shows: "Sequence: ", moves: "down"},
		{name: "contact", keys: "j ;", shows: "A contact with", moves: "x"},
		{name: "new template", keys: "P i", shows: "template", moves: "x"},
		{name: "person", keys: hot, shows: "outreach:", moves: "j"},
		{name: "person, further down", keys: hot + "tab tab tab", shows: "Käthe", moves: "j"},
		{name: "person, next", keys: "enter", shows: "outreach:", moves: "j"},
		{name: "edit", keys: hot + "e", shows: "Edit ", moves: "x"},
		{name: "dossier", keys: hot + "D", shows: "Dossier of", moves: "j"},
		{name: "erase", keys: hot + "X", shows: "Erase", moves: "n"},
		{name: "ledger", keys: "j w", shows: "Why ", moves: "j"},
		{name: "signal", keys: "j s", shows: "open to work", moves: "o"},
		{name: "note", keys: "j n", shows: "Note", moves: "x"},
		{name: "tag", keys: "j ,", shows: "Tag", moves: "x"},
		{name: "reply", keys: "j r", shows: "interested", moves: "esc"},
		{name: "snooze", keys: "j d", shows: "week", moves: "esc"},
		{name: "hand over", keys: "j @", shows: "and", moves: "x"},
		{name: "new person", keys: "+", shows: "person", moves: "x"},
		{name: "roles", keys: "R", shows: "Roles · 1 open", moves: "i"},
		{name: "shortlist", keys: "R enter", shows: "on the shortlist", moves: "j"},
		{name: "why on a shortlist", keys: "R enter w", shows: "Must-haves", moves: "esc"},
		{name: "order of a shortlist", keys: "R enter o", shows: "must-haves that are met", moves: "esc"},
		{name: "pairs of companies", keys: "C tab", shows: "0 pairs may be one", moves: "tab"},
		{name: "companies", keys: "C", shows: "Companies · 35", moves: "j"},
		{name: "company", keys: "C enter", shows: "work there", moves: "j"},
		{name: "order of the companies", keys: "C o", shows: "median months there", moves: "esc"},
		{name: "order of a company", keys: "C enter o", shows: "time in the role", moves: "esc"},
		{name: "history", keys: "H", shows: "History ·", moves: "esc", first: func(b *bench) { b.press("space j J") }},
		{name: "records of a change", keys: "H enter", shows: "History ·", moves: "esc", first: func(b *bench) { b.press("J") }},
		{name: "imports", keys: "A", shows: "Imports ·", moves: "esc"},
		{name: "import", keys: "I", shows: "path", moves: "x"},
		{name: "export", keys: "|", shows: "Write to a file", moves: "x"},
		{name: "preview of an import", keys: "I =testdata/people.csv enter", shows: "imports it", moves: "esc"},
		{name: "columns of a file", keys: "I =testdata/liste.csv enter", shows: "What are these 3 columns?", moves: "down"},
		{name: "review", keys: "V", shows: "Review", moves: "space", first: func(b *bench) { hold(b) }},
		{name: "find", keys: "f =an", shows: "Find anyone", moves: "down"},
		{name: "saved filters", keys: "F", shows: "Saved filters", moves: "x"},
		{name: "messages", keys: "J !", shows: "Messages", moves: "esc"},
		{name: "palette", keys: ":", shows: "Commands", moves: "down"},
		{name: "help", keys: "?", shows: "Keys ·", moves: "down"},
		{name: "tour", keys: ": =take_the_tour enter", shows: "1 of 5", moves: "alt+q"},
	}
}
