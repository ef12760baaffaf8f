package gallery

// entryScenes are what is told of whoever is selected, in a few keys.
var entryScenes = []Scene{
	{Name: "signal", Title: "a signal, by one letter", W: 110, H: 32, Keys: "s"},
	{Name: "signal-known", Title: "what is known of a signal", W: 110, H: 32, Keys: "s l"},
	{Name: "reply", Title: "what a reply means", W: 110, H: 32, Keys: "2 r"},
	{Name: "reply-later", Title: "later, from a day on", W: 110, H: 32, Keys: "2 t =3m"},
	{Name: "snooze", Title: "until when", W: 110, H: 32, Keys: "2 ] ] d"},
	{Name: "hand-over", Title: "handing several over", W: 110, H: 32, Keys: "2 ] ] space space @"},
	{Name: "person-new", Title: "somebody new, who may be known", W: 110, H: 32, Keys: "+ =Bruno_Marini"},
}
