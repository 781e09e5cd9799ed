package screen

import (
	"strconv"
	"strings"
)

// Canvas knows what a terminal shows, and turns a frame into the bytes that
// make it show that frame instead. The zero value knows nothing. It is not safe
// for concurrent use.
type Canvas struct {
	size  Size
	lines []string // on the terminal; what they become as cells is what counts
	known bool

	was, now []cell // scratch
	pen      style
	link     string
}

// Invalidate forgets what the terminal shows: the next frame is drawn whole.
func (c *Canvas) Invalidate() { c.known = false }

// Draw appends to b the bytes that turn what the terminal shows into frame,
// within a synchronized update; nothing, if it shows that already. The frame is
// clipped and padded to the size, each of its lines by itself. Only text, SGR
// and OSC 8 reach the terminal. A clamped size must be given.
func (c *Canvas) Draw(b []byte, frame string, size Size) []byte {
	if c.size != size {
		c.size, c.known = size, false
		c.lines = make([]string, size.Height)
	}
	start := len(b)
	b = append(b, beginUpdate...)
	empty := len(b)
	more := true
	for y := range size.Height {
		var line string
		if more {
			line, frame, more = strings.Cut(frame, "\n")
		}
		switch {
		case !c.known:
			b = c.repaint(b, line, y)
		case line != c.lines[y]:
			b = c.change(b, line, y)
		}
		c.lines[y] = line
	}
	c.known = true
	if len(b) == empty {
		return b[:start]
	}
	return append(c.dress(b, cell{}), endUpdate...)
}

// repaint draws a line of a terminal that may show anything.
func (c *Canvas) repaint(b []byte, line string, y int) []byte {
	b = c.dress(moveTo(b, 0, y), cell{})
	if y == c.size.Height-1 {
		b = append(b, eraseBelow...) // the window may be larger than we draw
	} else {
		b = append(b, eraseRight...)
	}
	c.was = scan(c.was, "", c.size.Width)
	c.now = scan(c.now, line, c.size.Width)
	return c.spans(b, y)
}

// change draws what differs between a line and what the terminal shows of it.
func (c *Canvas) change(b []byte, line string, y int) []byte {
	c.was = scan(c.was, c.lines[y], c.size.Width)
	c.now = scan(c.now, line, c.size.Width)
	return c.spans(b, y)
}

// same is how many unchanged cells in a row are skipped rather than written:
// moving the cursor over them takes about as many bytes.
const same = 8

// spans draws the stretches of now that differ from was. They never begin or end
// inside a wide character: where one half of it has changed the other has, or
// goes with it.
func (c *Canvas) spans(b []byte, y int) []byte {
	for x := 0; x < len(c.now); {
		if c.was[x] == c.now[x] {
			x++
			continue
		}
		start, end := x, x+1
		for ; x < len(c.now) && x-end < same; x++ {
			if c.was[x] != c.now[x] {
				end = x + 1
			}
		}
		b = c.write(moveTo(b, start, y), start, end)
		x = end
	}
	return b
}

// write writes the cells from start to end, where the cursor is at start.
func (c *Canvas) write(b []byte, start, end int) []byte {
	blank := cell{text: " ", width: 1}
	text := len(c.now)
	for text > start && c.now[text-1] == blank {
		text--
	}
	if end-text < len(eraseRight) {
		text = end
	}
	for _, v := range c.now[start:text] {
		if v.width > 0 {
			b = append(c.dress(b, v), v.text...)
		}
	}
	if text < end {
		b = append(c.dress(b, blank), eraseRight...)
	}
	return b
}

// dress makes what is written next look like v.
func (c *Canvas) dress(b []byte, v cell) []byte {
	b = transition(b, c.pen, v.style)
	c.pen = v.style
	if c.link != v.link {
		b = append(b, "\x1b]8;"...)
		if v.link == "" {
			b = append(b, ';')
		}
		b = append(append(b, v.link...), "\x1b\\"...)
		c.link = v.link
	}
	return b
}

// moveTo moves the cursor to a cell, counted from 0.
func moveTo(b []byte, x, y int) []byte {
	b = strconv.AppendInt(append(b, "\x1b["...), int64(y+1), 10)
	if x > 0 {
		b = strconv.AppendInt(append(b, ';'), int64(x+1), 10)
	}
	return append(b, 'H')
}
