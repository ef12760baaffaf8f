package gallery

// writingScenes are the composer and what leaves the house.
var writingScenes = []Scene{
	{Name: "composer", Title: "talentmap — the composer", W: 130, H: 30, Keys: written + "z c ctrl+end"},
	{Name: "composer-80x24", Title: "the composer in 80 × 24", W: 80, H: 24, Keys: written + "c ctrl+end"},
}
