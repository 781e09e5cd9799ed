package draw

import "strings"

// Fit returns s in exactly w cells: padded with spaces, or cut and ended with "…". What is cut is left
// closed: no colour or link runs on. A width of 0 or less gives "".
func Fit(s string, w int) string { return FitTail(s, w, ellipsis) }

// FitTail is Fit with another sign for what was cut, as on a terminal without Unicode.
func FitTail(s string, w int, tail string) string {
	if n := ascii(s); n == len(s) && n <= w {
		return s + pad(w-n)
	}
	s, cells := cut(s, w, tail)
	return s + pad(w-cells)
}

// FitRight is Fit with the spaces on the left, for figures.
func FitRight(s string, w int) string { return alignRight(s, w, ellipsis) }

func alignRight(s string, w int, tail string) string {
	s, cells := cut(s, w, tail)
	return pad(w-cells) + s
}

// Cut returns s in at most w cells, cut as Fit does, not padded.
func Cut(s string, w int) string {
	s, _ = cut(s, w, ellipsis)
	return s
}

// cut returns s in at most w cells, closed, and how many cells it takes.
func cut(s string, w int, tail string) (string, int) {
	if w <= 0 {
		return "", 0
	}
	room := Width(tail)
	if room > w {
		tail, room = "", 0
	}
	if n := ascii(s[:min(len(s), w+1)]); n == len(s) && n <= w {
		return s, n
	} else if n > w {
		return s[:w-room] + tail, w
	}
	m, ok := measure(s, w, w-room)
	if !ok {
		s = tidy(s, w)
		m, _ = measure(s, w, w-room)
	}
	if !m.over && !m.here.open() {
		return s, m.here.cells
	}
	if !m.over {
		return s + m.here.closing(), m.here.cells
	}
	return s[:m.last.at] + tail + m.last.closing(), m.last.cells + room
}

// spot is a place in a line, and what is open there.
type spot struct {
	at, cells        int
	coloured, linked bool
}

func (p spot) open() bool { return p.coloured || p.linked }

func (p spot) closing() string {
	switch {
	case p.coloured && p.linked:
		return reset + unlink
	case p.coloured:
		return reset
	case p.linked:
		return unlink
	}
	return ""
}

// pass notes what the colour or link seq opens or closes.
func (p *spot) pass(seq string) {
	if params, ok := strings.CutPrefix(seq, "\x1b["); ok {
		p.coloured = params != "m" && params != "0m"
		return
	}
	p.linked = opening(seq) != ""
}

// measured is what is known of a line: where it ends (or where it passed the width) and the last place
// before that where it may be cut.
type measured struct {
	here, last spot
	over       bool
}

// measure reads s until it is over w cells; last is kept within limit. It is false when s holds what may
// not be drawn as it is.
func measure(s string, w, limit int) (measured, bool) {
	var m measured
	for m.here.at < len(s) {
		rest := s[m.here.at:]
		p := next(rest)
		switch p.kind {
		case drawn:
			m.here.cells += p.cells
		case styled:
			m.here.pass(rest[:p.size])
		case gap, waste, broken:
			return m, false
		}
		if m.here.cells > w {
			m.over = true
			return m, true
		}
		m.here.at += p.size
		if m.here.cells <= limit {
			m.last = m.here
		}
	}
	return m, true
}
