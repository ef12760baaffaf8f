package gallery

// entryScenes are what is told of whoever is selected, in a few keys.
var entryScenes = []Scene{
	{Name: "signal", Title: "A signal, by one letter", W: 110, H: 32, Keys: "s"},
	{Name: "signal-known", Title: "What is known of a signal", W: 110, H: 32, Keys: "s l"},
	{Name: "note", Title: "A note on several people", W: 110, H: 32, Keys: "space space n =Met_at_Pager_Summit."},
	{Name: "reply", Title: "What a reply means", W: 110, H: 32, Keys: "2 r"},
	{Name: "reply-later", Title: "Later, from a day on", W: 110, H: 32, Keys: "2 t =3m"},
	{Name: "reply-stop", Title: "No more messages", W: 110, H: 32, Keys: "2 ."},
	{Name: "contact", Title: "A call that took place", W: 110, H: 32, Keys: "; tab tab tab =talked tab =Likes_the_plan."},
	{Name: "snooze", Title: "Out of the queue until a day", W: 110, H: 32, Keys: "2 ] ] d"},
	{Name: "hand-over", Title: "Handing several people over", W: 110, H: 32, Keys: "2 ] ] space space @"},
	{Name: "person-new", Title: "Somebody new, who may be known", W: 110, H: 32, Keys: "+ =Bruno_Marini"},
}
