package screen

import (
	"bytes"
	"math"
	"regexp"
	"strconv"

	tea "github.com/charmbracelet/bubbletea"
)

// askBackground asks for the background colour, and then what every terminal
// answers: when that answer comes the first will not.
const askBackground = "\x1b]11;?\x1b\\\x1b[c"

// The marks of a bracketed paste.
const (
	pasteBegin = "\x1b[200~"
	pasteEnd   = "\x1b[201~"
)

// maxPaste is how much of one paste gets through. Bubble Tea keeps a paste until
// it ends, and looks through all of it each time some more comes.
const maxPaste = 64 << 10

// maxReply is longer than any reply to what we ask.
const maxReply = 64

// The replies that are taken out: colours (OSC 10 to 12), device attributes.
// The partial ones are what may still become a reply; no key begins like them.
var (
	colourReply  = regexp.MustCompile(`^\x1b\]1[0-2];([^\x07\x1b]*)(?:\x07|\x1b\\)`)
	fenceReply   = regexp.MustCompile(`^\x1b\[\?[0-9;]*c`)
	partialReply = regexp.MustCompile(`^\x1b(?:\]1(?:[0-2](?:;[^\x07\x1b]*\x1b?)?)?|\[\?[0-9;]*)$`)
)

// filter takes replies out of the keys, however late they come, and keeps pastes
// within bounds.
type filter struct {
	asked bool // and the fence has not come yet
	send  func(tea.Msg)

	held    []byte // the beginning of what may become a reply or a mark
	pasting bool
	pasted  int // bytes of this paste, so far
}

// pass returns what Bubble Tea is to see of b.
func (f *filter) pass(b []byte) []byte {
	if len(f.held) == 0 && !f.pasting && bytes.IndexByte(b, 0x1b) < 0 {
		return b
	}
	b = append(f.held, b...)
	f.held = nil
	var out []byte
	for len(b) > 0 {
		var n int
		switch {
		case f.pasting:
			out, n = f.paste(out, b)
		case b[0] == 0x1b:
			out, n = f.escape(out, b)
		default:
			if n = bytes.IndexByte(b, 0x1b); n < 0 {
				n = len(b)
			}
			out = append(out, b[:n]...)
		}
		if n == 0 {
			f.held = bytes.Clone(b)
			return out
		}
		b = b[n:]
	}
	return out
}

// escape handles an escape character at the front of b, and returns how much it
// has dealt with; 0 means that there has to come more.
func (f *filter) escape(out, b []byte) ([]byte, int) {
	if m := colourReply.FindSubmatch(b); m != nil {
		if dark, ok := isDark(string(m[1])); ok && f.asked && b[3] == '1' {
			f.send(BackgroundMsg{Dark: dark})
		}
		return out, len(m[0])
	}
	if m := fenceReply.Find(b); m != nil {
		if f.asked {
			f.asked = false
			f.send(fenceMsg{})
		}
		return out, len(m)
	}
	if len(b) <= maxReply && (partialReply.Match(b) || f.asked && string(b) == "\x1b]") {
		return out, 0
	}
	if bytes.HasPrefix(b, []byte(pasteBegin)) {
		f.pasting, f.pasted = true, 0
		return append(out, pasteBegin...), len(pasteBegin)
	}
	return append(out, b[0]), 1
}

// paste handles what stands in a paste, as far as its end. Of one that is too
// long Bubble Tea sees the beginning, and the end where it was cut.
func (f *filter) paste(out, b []byte) ([]byte, int) {
	if bytes.HasPrefix(b, []byte(pasteEnd)) {
		f.pasting = false
		if f.pasted <= maxPaste {
			out = append(out, pasteEnd...)
		}
		return out, len(pasteEnd)
	}
	if len(b) < len(pasteEnd) && bytes.HasPrefix([]byte(pasteEnd), b) {
		return out, 0
	}
	n := 1 + bytes.IndexByte(b[1:], 0x1b)
	if n == 0 {
		n = len(b)
	}
	if f.pasted > maxPaste {
		return out, n
	}
	room := maxPaste - f.pasted
	f.pasted += n
	if n <= room {
		return append(out, b[:n]...), n
	}
	return append(append(out, b[:room]...), pasteEnd...), n
}

// isDark tells whether an X11 colour as terminals send it, "rgb:rrrr/gggg/bbbb"
// with 1 to 4 digits a channel, is nearer to black than to white.
func isDark(colour string) (dark, ok bool) {
	m := xColour.FindStringSubmatch(colour)
	if m == nil {
		return false, false
	}
	light := 0.0
	for i, weight := range []float64{0.299, 0.587, 0.114} { // Rec. 601
		digits := m[1+i]
		v, err := strconv.ParseUint(digits, 16, 16)
		if err != nil {
			return false, false
		}
		light += weight * float64(v) / (math.Pow(16, float64(len(digits))) - 1)
	}
	return light < 0.5, true
}

var xColour = regexp.MustCompile(`^rgba?:([0-9A-Fa-f]{1,4})/([0-9A-Fa-f]{1,4})/([0-9A-Fa-f]{1,4})(?:/[0-9A-Fa-f]{1,4})?$`)
