package gallery

// Who the scenes are about, as typed to find them.
const (
	hot     = "/ =käthe_hoff enter esc " // receptive now
	written = "/ =zara_norris enter esc "
)

// homeScenes are the home screen and its three panes.
var homeScenes = []Scene{
	{Name: "welcome", Title: "talentmap", Empty: true, W: 120, H: 36},
	{Name: "home", Title: "talentmap", W: 160, H: 50, Keys: written},
	{Name: "home-light", Title: "talentmap", W: 160, H: 50, Look: Light, Keys: written},
	{Name: "home-plain", Title: "talentmap without colours", W: 120, H: 36, Look: Plain, Keys: written},
	{Name: "home-ascii", Title: "talentmap in ASCII", W: 120, H: 36, Look: ASCII, Keys: written},
	{Name: "home-aloud", Title: "talentmap for a screen reader", W: 80, H: 24, Look: Aloud, Keys: written},
	{Name: "60x15", Title: "talentmap in the least room", W: 60, H: 15},
	{Name: "80x24", Title: "talentmap in 80 × 24", W: 80, H: 24, Keys: "2"},
	{Name: "100x30", Title: "the panes below one another", W: 100, H: 30},
	{Name: "map-narrowed", Title: "the map, narrowed while typing", W: 120, H: 36, Keys: "z / =hamburg"},
	{Name: "map-fault", Title: "a word of the filter that means nothing", W: 120, H: 36, Keys: "z / =stat:hot"},
	{Name: "map-marked", Title: "several marked, and what can be done with them", W: 120, H: 36, Keys: "z space space j space"},
	{Name: "map-picture", Title: "the map as a picture of fit and receptivity", W: 120, H: 36, Keys: "z j p"},
	{Name: "map-companies", Title: "where the people of the map work", W: 140, H: 36, Keys: "z j p p"},
	{Name: "map-compare", Title: "two people side by side", W: 110, H: 48, Keys: "j space j j ="},
	{Name: "map-tiers", Title: "tiers, a note and the bench", W: 120, H: 36, Keys: "z space j space t a space space t b esc G v k k b B o t g j"},
	{Name: "maps", Title: "the talent maps", W: 100, H: 30, Keys: "m"},
	{Name: "map-new", Title: "a new talent map", W: 100, H: 30, Keys: "M"},
	{Name: "queue", Title: "the queue", W: 120, H: 36, Keys: "2 z"},
	{Name: "queue-narrowed", Title: "the queue, narrowed to touches and by a word", W: 120, H: 36, Keys: "2 z ] ] / =engineer enter"},
	{Name: "queue-put-off", Title: "those who are snoozed or skipped", W: 120, H: 36, Keys: "2 z j j j j d w x p p"},
	{Name: "why", Title: "talentmap — why this score", W: 130, H: 36, Keys: hot + "w"},
}
