package pane

import (
	"strings"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"bordertop/config"
	"bordertop/model/lang"
)

// Keys are the bindings that panes share.
type Keys struct {
	Up, Down, Left, Right, PageUp, PageDown, HalfUp, HalfDown, Top, Bottom, Open, OpenLink key.Binding
	// Those of the log. Where the focused pane has no use for one, the app takes it
	// there; NextMatch and PreviousMatch are links in the detail.
	Filter, Find, NextMatch, PreviousMatch, NextSevere, PreviousSevere, DayBack, DayForward, Date, NextUnread key.Binding
	Sort, Group, Frequency                                                                                    key.Binding
	// Those of pictures.
	ZoomIn, ZoomOut, PanUp, PanDown, PanLeft, PanRight, Scale key.Binding
}

// NewKeys binds the keys of a desk.
func NewKeys(k config.Keys, w lang.Words) Keys {
	return Keys{
		Up:       Bind(k, w, config.Up),
		Down:     Bind(k, w, config.Down),
		PageUp:   Bind(k, w, config.PageUp),
		PageDown: Bind(k, w, config.PageDown),
		HalfUp:   Bind(k, w, config.HalfPageUp),
		HalfDown: Bind(k, w, config.HalfPageDown),
		Top:      Bind(k, w, config.Top),
		Bottom:   Bind(k, w, config.Bottom),
		Open:     Bind(k, w, config.Open),

		Left:           Bind(k, w, config.Left),
		Right:          Bind(k, w, config.Right),
		OpenLink:       Bind(k, w, config.OpenLink),
		Filter:         Bind(k, w, config.Filter),
		Find:           Bind(k, w, config.Find),
		NextMatch:      Bind(k, w, config.NextMatch),
		PreviousMatch:  Bind(k, w, config.PreviousMatch),
		NextSevere:     Bind(k, w, config.NextSevere),
		PreviousSevere: Bind(k, w, config.PreviousSevere),
		DayBack:        Bind(k, w, config.DayBack),
		DayForward:     Bind(k, w, config.DayForward),
		Date:           Bind(k, w, config.Date),
		NextUnread:     Bind(k, w, config.NextUnread),
		Sort:           Bind(k, w, config.Sort),
		Group:          Bind(k, w, config.Group),
		Frequency:      Bind(k, w, config.Frequency),
		ZoomIn:         Bind(k, w, config.ZoomIn),
		ZoomOut:        Bind(k, w, config.ZoomOut),
		PanUp:          Bind(k, w, config.PanUp),
		PanDown:        Bind(k, w, config.PanDown),
		PanLeft:        Bind(k, w, config.PanLeft),
		PanRight:       Bind(k, w, config.PanRight),
		Scale:          Bind(k, w, config.Scale),
	}
}

// DefaultKeys follow the conventions of less and vi.
func DefaultKeys() *Keys {
	k := NewKeys(nil, lang.English())
	return &k
}

// Log lists the bindings that belong to the log of incidents wherever they are
// pressed.
func (k Keys) Log() []key.Binding {
	return []key.Binding{
		k.Filter, k.Find, k.NextMatch, k.PreviousMatch, k.NextSevere, k.PreviousSevere, k.DayBack, k.DayForward, k.Date,
		k.NextUnread, k.Sort, k.Group, k.Frequency,
	}
}

// Bind makes the binding of an action, with what it does in the words of w. Without keys
// it is off, and no help shows it.
func Bind(k config.Keys, w lang.Words, a config.Action) key.Binding {
	var keys []string
	for _, name := range k.Of(a) {
		// Bubble Tea names the space by itself.
		if bare, ok := strings.CutSuffix(name, "space"); ok {
			name = bare + " "
		}
		keys = append(keys, name)
	}
	return key.NewBinding(key.WithKeys(keys...), key.WithHelp(label(k.Of(a)), w.Action(string(a))))
}

// label shows the first of some keys, and beside an arrow the second as well.
func label(keys []string) string {
	if len(keys) == 0 {
		return ""
	}
	arrow, ok := map[string]string{"up": "↑", "down": "↓", "left": "←", "right": "→"}[keys[0]]
	switch {
	case ok && len(keys) > 1:
		return arrow + "/" + keys[1]
	case ok:
		return arrow
	case keys[0] == "pgdown":
		return "pgdn"
	}
	return keys[0]
}

// Pictures lists the bindings of what is drawn.
func (k Keys) Pictures() []key.Binding {
	return []key.Binding{k.ZoomIn, k.ZoomOut, k.PanUp, k.PanDown, k.PanLeft, k.PanRight}
}

// Moves lists the bindings that move a cursor or scroll.
func (k Keys) Moves() []key.Binding {
	return []key.Binding{k.Up, k.Down, k.PageUp, k.PageDown, k.HalfUp, k.HalfDown, k.Top, k.Bottom}
}

// Far is a move to one end, whatever the length of the list.
const Far = 1 << 30

// Move tells by how many rows a key or the wheel moves, in a window that shows
// page rows; not ok where it does not move.
func (k Keys) Move(msg tea.Msg, page int) (by int, ok bool) {
	switch msg := msg.(type) {
	case tea.KeyMsg:
		return k.keyMove(msg, max(page, 1))
	case tea.MouseMsg:
		switch msg.Button { //nolint:exhaustive // only the wheel moves
		case tea.MouseButtonWheelUp:
			return -3, true
		case tea.MouseButtonWheelDown:
			return 3, true
		}
	}
	return 0, false
}

func (k Keys) keyMove(msg tea.KeyMsg, page int) (by int, ok bool) {
	switch {
	case key.Matches(msg, k.Up):
		return -1, true
	case key.Matches(msg, k.Down):
		return 1, true
	case key.Matches(msg, k.PageUp):
		return -page, true
	case key.Matches(msg, k.PageDown):
		return page, true
	case key.Matches(msg, k.HalfUp):
		return -max(page/2, 1), true
	case key.Matches(msg, k.HalfDown):
		return max(page/2, 1), true
	case key.Matches(msg, k.Top):
		return -Far, true
	case key.Matches(msg, k.Bottom):
		return Far, true
	}
	return 0, false
}

// Browsing is what panes share that are gone through with a cursor and never
// typed into: their keys, and the help on them. The keys are shared by all panes,
// so that new settings reach them all at once.
type Browsing struct{ Keys *Keys }

// Typing is never so.
func (Browsing) Typing() bool { return false }

// ShortHelp lists the keys that matter most.
func (b Browsing) ShortHelp() []key.Binding { return []key.Binding{b.Keys.Open} }

// FullHelp lists the keys.
func (b Browsing) FullHelp() [][]key.Binding {
	return [][]key.Binding{b.Keys.Moves(), {b.Keys.Open}}
}
