package lang

// WallWords are said across the room.
type WallWords struct {
	// Title names the pane.
	Title string
	// Newest has how long ago (%s) the newest record was made, Folded for how long (%s)
	// the board has stood as it is.
	Newest, Folded string
}

func (w *Words) englishWall() {
	w.Wall = WallWords{Title: "Wall", Newest: "newest record %s", Folded: "board %s old"}
}
