package gallery

// Who the scenes are about, as typed to find them.
const (
	hot     = "/ =käthe_hoff enter esc " // receptive now
	written = "/ =zara_norris enter esc "
)

// homeScenes are the home screen and its three panes.
var homeScenes = []Scene{
	{Name: "home", Title: "Home: the talent map, the queue, the composer", W: 160, H: 50, Keys: written},
	{Name: "welcome", Title: "An empty database", Empty: true, W: 120, H: 36},
	{Name: "home-light", Title: "Home on a light background", W: 160, H: 50, Look: Light, Keys: written},
	{Name: "home-plain", Title: "Home without colours", W: 120, H: 36, Look: Plain, Keys: written},
	{Name: "home-ascii", Title: "Home in ASCII", W: 120, H: 36, Look: ASCII, Keys: written},
	{Name: "home-aloud", Title: "Home for a screen reader", W: 80, H: 24, Look: Aloud, Keys: written},
	{Name: "60x15", Title: "The least room: 60 × 15", W: 60, H: 15},
	{Name: "80x24", Title: "One pane and tabs: 80 × 24", W: 80, H: 24, Keys: "2"},
	{Name: "100x30", Title: "The panes below one another: 100 × 30", W: 100, H: 30},
	{Name: "map-narrowed", Title: "The map, narrowed while typing", W: 120, H: 36, Keys: "z / =site_reli"},
	{Name: "map-nobody", Title: "Narrowed to nobody", W: 100, H: 24, Keys: "z / =hamburg enter"},
	{Name: "map-fault", Title: "A word of the filter that means nothing", W: 120, H: 36, Keys: "z / =stat:hot"},
	{Name: "map-marked", Title: "Several marked, and what can be done with them", W: 120, H: 36, Keys: "z space space j space"},
	{Name: "map-order", Title: "In another order", W: 120, H: 36, Keys: "z o"},
	{Name: "map-picture", Title: "The map as a picture of fit and receptivity", W: 120, H: 36, Keys: "z j p"},
	{Name: "map-companies", Title: "The map by company", W: 140, H: 36, Keys: "z j p p"},
	{Name: "map-company", Title: "Those of one company", W: 120, H: 30, Keys: "z j p p g enter"},
	{Name: "map-compare", Title: "Two people side by side", W: 110, H: 48, Keys: "j space j j ="},
	{Name: "map-tiers", Title: "Tiers, and a note", W: 120, H: 36, Keys: "z space j space t a space space t b esc G v k k b B o t g j"},
	{Name: "map-bench", Title: "The bench, beyond the hundred", W: 120, H: 36, Keys: "z G v k k b B G"},
	{Name: "map-question", Title: "A question before something goes", W: 100, H: 30, Keys: "space space x"},
	{Name: "map-empty", Title: "A map without people", Empty: true, W: 100, H: 30, Keys: "M =Platform_engineering enter =payments enter =Europe enter =Go,_Kafka enter enter"},
	{Name: "maps", Title: "The talent maps", W: 100, H: 30, Keys: "m"},
	{Name: "map-new", Title: "A new talent map", W: 100, H: 30, Keys: "M"},
	{Name: "queue", Title: "The queue: who next, and why", W: 120, H: 36, Keys: "2 z"},
	{Name: "queue-narrowed", Title: "The queue, narrowed to touches and by a word", W: 120, H: 36, Keys: "2 z ] ] / =engineer enter"},
	{Name: "queue-put-off", Title: "Those who are snoozed or skipped", W: 120, H: 36, Keys: "2 z j j j j d w x p p"},
	{Name: "queue-empty", Title: "A queue in which nobody is", W: 100, H: 24, Empty: true, Keys: "2 z"},
	{Name: "why", Title: "Why this score, signal by signal", W: 130, H: 36, Keys: hot + "w"},
	{Name: "why-mend", Title: "A signal of the score, being mended", W: 130, H: 36, Keys: hot + "w e"},
}
