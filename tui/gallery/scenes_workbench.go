package gallery

// workbenchScenes are the help, and what the workbench says of itself.
var workbenchScenes = []Scene{
	{Name: "help", Title: "every key of this place", W: 110, H: 36, Keys: "?"},
	{Name: "help-typed", Title: "the keys, by word", W: 110, H: 36, Keys: "? =rank"},
	{Name: "palette", Title: "every command", W: 110, H: 36, Keys: ":"},
	{Name: "tour", Title: "the tour", W: 100, H: 30, Keys: ": =take_the_tour enter"},
	{Name: "messages", Title: "what was told", W: 110, H: 28, Keys: "J K !"},
}
