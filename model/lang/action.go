package lang

import "maps"

// englishActions says what the keys do, by the names of the settings.
func (w *Words) englishActions() {
	w.actions = map[string]string{
		"next":            "next pane",
		"previous":        "previous pane",
		"panes":           "go to a pane",
		"zoom":            "zoom",
		"back":            "back",
		"mouse":           "mouse on or off",
		"reload":          "read the data again",
		"suspend":         "suspend",
		"help":            "keys",
		"quit":            "quit",
		"up":              "up",
		"down":            "down",
		"page_up":         "page up",
		"page_down":       "page down",
		"half_page_up":    "half a page up",
		"half_page_down":  "half a page down",
		"top":             "first",
		"bottom":          "last",
		"open":            "open",
		"left":            "left",
		"right":           "right",
		"open_link":       "open the link",
		"filter":          "filter the log",
		"find":            "find in the log",
		"next_match":      "next match",
		"previous_match":  "previous match",
		"next_severe":     "next severe incident",
		"previous_severe": "previous severe incident",
		"day_back":        "a day back",
		"day_forward":     "a day forward",
		"date":            "go to a date",
		"next_unread":     "next unread",
		"sort":            "sort",
		"group":           "group",
		"frequency":       "count by field",
		"mark":            "mark",
		"copy":            "copy with source",
		"copy_record":     "copy the record",
		"add":             "add a record",
		"amend":           "amend or withdraw",
		"step_back":       "the change before",
		"step_forward":    "the next change",
		"now":             "back to now",
		"hindsight":       "as known then or now",
		"play":            "play and stop",
		"compare":         "compare with another moment",
		"palette":         "commands",
	}
	w.englishPictures()
}

// englishPictures says the same of the keys for what is drawn, and for alerts.
func (w *Words) englishPictures() {
	maps.Copy(w.actions, map[string]string{
		"acknowledge": "alert: seen",
		"snooze":      "alert: in an hour",

		"zoom_in":   "closer",
		"zoom_out":  "further away",
		"pan_up":    "look further up",
		"pan_down":  "look further down",
		"pan_left":  "look further left",
		"pan_right": "look further right",
		"scale":     "log or linear scale",
	})
}

// Action says what the keys of an action do; empty for one that there is not.
func (w Words) Action(name string) string { return w.actions[name] }
