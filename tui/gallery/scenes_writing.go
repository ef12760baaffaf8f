package gallery

// writingScenes are the composer and what leaves the house.
var writingScenes = []Scene{
	{Name: "composer", Title: "The composer", W: 130, H: 34, Keys: written + "z c ctrl+end"},
	{Name: "composer-80x24", Title: "The composer in 80 × 24", W: 80, H: 24, Keys: written + "c ctrl+end"},
	{Name: "composer-facts", Title: "The facts, to be put into the text", W: 130, H: 34, Keys: written + "z c ctrl+l"},
	{Name: "composer-versions", Title: "Earlier versions of a draft", W: 130, H: 34, Keys: "j c =your_talk_on_ledgers enter =Hi_Mikko, alt+t enter esc b"},
	{Name: "findings", Title: "What the critique finds", W: 130, H: 34, Keys: "j z c =your_talk_on_ledgers enter =Hi_Mikko, enter enter =Hope_this_finds_you_well._Please_send_me_your_résumé. esc ] ]"},
	{Name: "before-it-leaves", Title: "Before a message leaves", W: 130, H: 32, Keys: written + "c ctrl+x"},
	{Name: "before-it-leaves-not", Title: "A message that does not leave like this", W: 130, H: 36, Keys: "j c =your_talk_on_ledgers enter =Hi_Mikko, enter enter =Please_send_your_résumé. ctrl+x ]"},
	{Name: "outbox", Title: "The outbox: approved, and waiting to leave", W: 120, H: 28, Keys: written + "c ctrl+x enter O"},
	{Name: "outbox-empty", Title: "Nothing waits to leave", Empty: true, W: 110, H: 24, Keys: "O"},
	{Name: "message-templates", Title: "What a template makes for one person", W: 130, H: 34, Keys: "j c alt+t"},
	{Name: "your-details", Title: "Who writes", W: 110, H: 24, Keys: ": =details enter"},
	{Name: "templates", Title: "The templates", W: 120, H: 34, Keys: "P"},
	{Name: "template-edit", Title: "A template being changed", W: 120, H: 34, Keys: "P enter"},
	{Name: "sequences", Title: "The sequences, and who is in them", W: 120, H: 34, Keys: "/ =state:mapped enter space space space space space Q enter P shift+tab"},
	{Name: "sequence-edit", Title: "A sequence being changed", W: 110, H: 26, Keys: "P shift+tab e"},
	{Name: "sequence-people", Title: "Who is in a sequence", W: 110, H: 26, Keys: "/ =state:mapped enter space space space Q enter P shift+tab enter"},
	{Name: "into-a-sequence", Title: "Somebody is put into a sequence", W: 110, H: 24, Keys: "/ =state:mapped enter Q"},
	{Name: "shelf-empty", Title: "An empty shelf", Empty: true, W: 110, H: 24, Keys: "P tab"},
	{Name: "shelf", Title: "The shelf: what is worth sharing", W: 120, H: 30, Keys: "P tab " +
		"i =Four_ledgers_compared tab tab =https://tidewater.example/ledgers tab =ledgers,_PostgreSQL tab =technology tab =What_four_payment_teams_gave_up,_and_what_it_cost_them. ctrl+s " +
		"i =Pay_of_staff_engineers,_Europe tab ctrl+u =benchmark tab =https://tidewater.example/pay tab =payments tab =compensation tab =Nine_cities,_two_years. ctrl+s"},
}
