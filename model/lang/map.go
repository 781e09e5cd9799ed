package lang

// MapWords are the words of the map.
type MapWords struct {
	Title string
	// NoCrossing and NoPosition say why there is no map.
	NoCrossing, NoPosition string
	// Unplaced is how many crossings (%s) have no position.
	Unplaced Plural
	// The key to the signs. Recent has a number of days (%s).
	City, Airport, About, Recent string
	// Rail is what a crossing for trains alone is marked with.
	Rail string
	// Kilometres has a length (%s).
	Kilometres string
}

func (w Words) englishMap() {
	w.Map = MapWords{
		Title: "Map", NoCrossing: "no crossing is known yet",
		NoPosition: "no crossing of this dataset has a position: give one its lat and lon",
		Unplaced:   Plural{One: "%s crossing without a position", Other: "%s crossings without a position"},
		City:       "city", Airport: "airport", About: "position uncertain", Recent: "incidents of %s days",
		Rail: "rail", Kilometres: "%s km",
	}
}
