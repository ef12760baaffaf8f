package gallery

// dataScenes are what comes in, and what has happened.
var dataScenes = []Scene{
	{Name: "import-file", Title: "A file to import", W: 110, H: 32, Keys: "I"},
	{Name: "import", Title: "An import, before anything is written", W: 110, H: 32, Keys: "I =peo tab enter"},
	{Name: "import-columns", Title: "What the columns of an unknown file mean", W: 110, H: 32, Keys: "I =peo tab enter m"},
	{Name: "import-fault", Title: "A file that can't be read", W: 110, H: 32, Keys: "I =nothing.csv enter"},
	{Name: "imports", Title: "What has come in", W: 110, H: 28, Keys: "A"},
	{Name: "review", Title: "A row that may mean someone known", W: 120, H: 28, Before: doubts, Keys: "V"},
	{Name: "history", Title: "The history", W: 110, H: 28, Keys: "J K H"},
	{Name: "history-records", Title: "What one change touched", W: 110, H: 28, Keys: "J K H enter"},
	{Name: "saved-filters", Title: "Saved filters", W: 100, H: 28, Keys: "f =skill:Go ctrl+s =go-people enter esc f =location:berlin ctrl+s =in-berlin enter esc F"},
}
