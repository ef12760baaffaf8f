package gallery

// writingScenes are the composer and what leaves the house.
var writingScenes = []Scene{
	{Name: "composer", Title: "talentmap — the composer", W: 130, H: 30, Keys: written + "z c ctrl+end"},
	{Name: "composer-80x24", Title: "the composer in 80 × 24", W: 80, H: 24, Keys: written + "c ctrl+end"},
	{Name: "findings", Title: "what the critique finds", W: 130, H: 30, Keys: "j z c =your_talk_on_ledgers enter =Hi_Mikko, enter enter =Hope_this_finds_you_well._Please_send_me_your_résumé. esc ] ]"},
	{Name: "before-it-leaves", Title: "before a message leaves", W: 130, H: 32, Keys: written + "c ctrl+x"},
	{Name: "message-templates", Title: "what a template makes for one person", W: 130, H: 34, Keys: "j c alt+t"},
	{Name: "templates", Title: "the templates", W: 120, H: 30, Keys: "P"},
}
