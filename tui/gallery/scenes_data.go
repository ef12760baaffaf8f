package gallery

// dataScenes are what comes in, and what has happened.
var dataScenes = []Scene{
	{Name: "import", Title: "talentmap — an import, before anything is written", W: 110, H: 32, Keys: "I =peo tab enter"},
	{Name: "imports", Title: "what has come in", W: 110, H: 28, Keys: "A"},
	{Name: "review", Title: "talentmap — a row that may mean someone known", W: 120, H: 28, Before: doubts, Keys: "V"},
	{Name: "history", Title: "the history", W: 110, H: 28, Keys: "J K H"},
	{Name: "saved-filters", Title: "saved filters", W: 100, H: 28, Keys: "F"},
}
