package lang

// englishActions says what the keys do, by the names of the settings.
func (w *Words) englishActions() {
	w.actions = map[string]string{
		"next":           "next pane",
		"previous":       "previous pane",
		"panes":          "go to a pane",
		"zoom":           "zoom",
		"back":           "back",
		"mouse":          "mouse on or off",
		"suspend":        "suspend",
		"help":           "keys",
		"quit":           "quit",
		"up":             "up",
		"down":           "down",
		"page_up":        "page up",
		"page_down":      "page down",
		"half_page_up":   "half a page up",
		"half_page_down": "half a page down",
		"top":            "first",
		"bottom":         "last",
		"open":           "open",
	}
}

// Action says what the keys of an action do; empty for one that there is not.
func (w Words) Action(name string) string { return w.actions[name] }
