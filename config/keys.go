package config

import (
	"slices"
	"strconv"
)

// Action names what a key does.
type Action string

// The actions. All of them work at the same time, so no two share a key.
const (
	Up           Action = "up"
	Down         Action = "down"
	PageUp       Action = "page_up"
	PageDown     Action = "page_down"
	HalfPageUp   Action = "half_page_up"
	HalfPageDown Action = "half_page_down"
	Top          Action = "top"
	Bottom       Action = "bottom"
	Open         Action = "open"
	Left         Action = "left"
	Right        Action = "right"
	// OpenLink opens a web page in the browser.
	OpenLink Action = "open_link"
	// Those that go through the log.
	Filter         Action = "filter"
	Find           Action = "find"
	NextMatch      Action = "next_match"
	PreviousMatch  Action = "previous_match"
	NextSevere     Action = "next_severe"
	PreviousSevere Action = "previous_severe"
	DayBack        Action = "day_back"
	DayForward     Action = "day_forward"
	Date           Action = "date"
	NextUnread     Action = "next_unread"
	Sort           Action = "sort"
	Group          Action = "group"
	Frequency      Action = "frequency"
	// Those that concern what is selected.
	Mark       Action = "mark"
	Copy       Action = "copy"
	CopyRecord Action = "copy_record"
	// Add adds a record to the desk's journal, Amend what changes or withdraws the
	// selected one.
	Add   Action = "add"
	Amend Action = "amend"
	// Those for the alert that is shown.
	Acknowledge Action = "acknowledge"
	Snooze      Action = "snooze"
	// Those that move the board through time. DayBack and DayForward do so too,
	// outside of the log.
	StepBack    Action = "step_back"
	StepForward Action = "step_forward"
	Now         Action = "now"
	Hindsight   Action = "hindsight"
	Play        Action = "play"
	Compare     Action = "compare"
	// Those of pictures.
	ZoomIn  Action = "zoom_in"
	ZoomOut Action = "zoom_out"
	// Those that move over a picture while the cursor stays.
	PanUp    Action = "pan_up"
	PanDown  Action = "pan_down"
	PanLeft  Action = "pan_left"
	PanRight Action = "pan_right"
	// Scale is that of plots.
	Scale Action = "scale"

	Palette  Action = "palette"
	Back     Action = "back"
	Next     Action = "next"
	Previous Action = "previous"
	// Panes goes to a pane: its first key to the first, and so on.
	Panes Action = "panes"
	Zoom  Action = "zoom"
	Mouse Action = "mouse"
	// Reload reads the records again.
	Reload  Action = "reload"
	Suspend Action = "suspend"
	Help    Action = "help"
	Quit    Action = "quit"
)

// Keys are the keys of each action, by their names; none switches it off. An
// action that is not there has its default keys. ctrl+c quits besides.
type Keys map[Action][]string

type binding struct {
	action Action
	keys   []string
}

// bindings are the defaults: the conventions of less, vi and the terminal.
func bindings() []binding {
	return slices.Concat(pictures(), alerting(), []binding{
		{Up, []string{"up", "k"}},
		{Down, []string{"down", "j"}},
		{PageUp, []string{"pgup", "b", "ctrl+b"}},
		{PageDown, []string{"pgdown", "ctrl+f"}},
		{HalfPageUp, []string{"ctrl+u"}},
		{HalfPageDown, []string{"ctrl+d"}},
		{Top, []string{"g", "home"}},
		{Bottom, []string{"G", "end"}},
		{Left, []string{"left", "h"}},
		{Right, []string{"right", "l"}},
		{Open, []string{"enter"}},
		{OpenLink, []string{"o"}},
		{Filter, []string{"/"}},
		{Find, []string{"f"}},
		{NextMatch, []string{"n"}},
		{PreviousMatch, []string{"N"}},
		{NextSevere, []string{"e"}},
		{PreviousSevere, []string{"E"}},
		{DayBack, []string{"{"}},
		{DayForward, []string{"}"}},
		{Date, []string{"D"}},
		{NextUnread, []string{"u"}},
		{Sort, []string{"s"}},
		{Group, []string{"S"}},
		{Frequency, []string{"F"}},
		{Mark, []string{"space"}},
		{Copy, []string{"y"}},
		{CopyRecord, []string{"Y"}},
		{Add, []string{"a"}},
		{Amend, []string{"A"}},
		{StepBack, []string{"["}},
		{StepForward, []string{"]"}},
		{Now, []string{"."}},
		{Hindsight, []string{"t"}},
		{Play, []string{"p"}},
		{Compare, []string{"v"}},
		{Palette, []string{":"}},
		{Back, []string{"esc"}},
		{Next, []string{"tab"}},
		{Previous, []string{"shift+tab"}},
		{Panes, []string{"1", "2", "3", "4", "5", "6", "7", "8", "9", "0"}},
		{Zoom, []string{"z"}},
		{Mouse, []string{"m"}},
		{Reload, []string{"r"}},
		{Suspend, []string{"ctrl+z"}},
		{Help, []string{"?"}},
		{Quit, []string{"q"}},
	})
}

// alerting are the defaults for the alert that is shown.
func alerting() []binding {
	return []binding{{Acknowledge, []string{"x"}}, {Snooze, []string{"X"}}}
}

// pictures are the defaults for the map and what else is drawn.
func pictures() []binding {
	return []binding{
		{ZoomIn, []string{"+", "="}},
		{ZoomOut, []string{"-"}},
		{PanUp, []string{"shift+up", "K"}},
		{PanDown, []string{"shift+down", "J"}},
		{PanLeft, []string{"shift+left", "H"}},
		{PanRight, []string{"shift+right", "L"}},
		{Scale, []string{"i"}},
	}
}

// Actions lists the actions.
func Actions() []Action {
	all := bindings()
	actions := make([]Action, len(all))
	for i, b := range all {
		actions[i] = b.action
	}
	return actions
}

// Of gives the keys of an action.
func (k Keys) Of(a Action) []string {
	if keys, ok := k[a]; ok {
		return keys
	}
	for _, b := range bindings() {
		if b.action == a {
			return b.keys
		}
	}
	return nil
}

// KeyNames lists the keys that have names. Others are named by what they type,
// and each may follow "alt+".
func KeyNames() []string {
	names := []string{"enter", "esc", "tab", "shift+tab", "space", "backspace", "insert", "delete", "pgup", "pgdown", "ctrl+pgup", "ctrl+pgdown"}
	for _, key := range []string{"up", "down", "left", "right", "home", "end"} {
		for _, with := range []string{"", "ctrl+", "shift+", "ctrl+shift+"} {
			names = append(names, with+key)
		}
	}
	for n := 1; n <= 20; n++ {
		names = append(names, "f"+strconv.Itoa(n))
	}
	// Terminals send ctrl+i as tab, ctrl+m as enter and ctrl+[ as esc; ctrl+c quits.
	for _, r := range `@abdefghjklnopqrstuvwxyz\]^_` {
		names = append(names, "ctrl+"+string(r))
	}
	return names
}
