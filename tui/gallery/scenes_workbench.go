package gallery

// workbenchScenes are the help, and what the workbench says of itself.
var workbenchScenes = []Scene{
	{Name: "help", Title: "Every key of this place", W: 110, H: 36, Keys: "?"},
	{Name: "help-typed", Title: "The keys, by word", W: 110, H: 36, Keys: "? =rank"},
	{Name: "palette", Title: "Every command", W: 110, H: 36, Keys: ":"},
	{Name: "tour", Title: "The tour", W: 100, H: 30, Keys: ": =take_the_tour enter"},
	{Name: "refused", Title: "A key that is off says why", W: 100, H: 24, Keys: "2 ] ] i"},
	{Name: "messages", Title: "What was told", W: 110, H: 28, Keys: "J K !"},
}
