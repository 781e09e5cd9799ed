package atlas

import (
	"bytes"
	"fmt"
	"math"
	"strconv"
	"strings"
)

// lines reads coordinates, which are JSON by now. At the given depth of brackets are positions, and one above it the
// lines that they make. A height after longitude and latitude is passed over.
func (r *reader) lines(raw []byte, level int) ([][]Point, error) {
	c := coordinates{level: level}
	for len(raw) > 0 {
		n, problem, remedy := c.next(raw)
		if problem != "" {
			return nil, r.wrong(problem, remedy)
		}
		raw = raw[n:]
		if r.points+c.points > maxPoints {
			return nil, r.wrong(fmt.Sprintf("more than %d points", maxPoints), "cut the file to the region, or simplify it")
		}
	}
	r.points += c.points
	if level == 1 { // a point by itself
		c.lines = append(c.lines, c.line)
	}
	return c.lines, nil
}

// coordinates are what was read of some so far.
type coordinates struct {
	level, depth int
	position     [2]float64
	numbers      int // of the position in hand
	line         []Point
	lines        [][]Point
	points       int
}

// next takes a bracket, a number or what is between them, and tells its length.
func (c *coordinates) next(raw []byte) (n int, problem, remedy string) {
	const blank = " \t\r\n,"
	switch raw[0] {
	case '[':
		c.depth++
		c.numbers = 0
		if c.depth > c.level {
			problem = "the coordinates are nested too deep for the type of the geometry"
		}
		return 1, problem, ""
	case ']':
		problem, remedy = c.end()
		return 1, problem, remedy
	}
	if strings.IndexByte(blank, raw[0]) >= 0 {
		return 1, "", ""
	}
	n = bytes.IndexAny(raw, blank+"]")
	if n < 0 {
		n = len(raw)
	}
	return n, c.number(string(raw[:n])), ""
}

// end takes a closing bracket.
func (c *coordinates) end() (problem, remedy string) {
	switch c.depth {
	case c.level:
		problem, remedy = c.close()
	case c.level - 1:
		c.lines = append(c.lines, c.line)
		c.line = nil
	}
	c.depth--
	return problem, remedy
}

// close takes the position in hand.
func (c *coordinates) close() (problem, remedy string) {
	lon, lat := c.position[0], c.position[1]
	switch {
	case c.numbers < 2:
		return "a position has fewer than two numbers", "write [longitude, latitude]"
	case math.Abs(lat) > 90 || math.Abs(lon) > 360:
		return fmt.Sprintf("no place on Earth has longitude %g and latitude %g", lon, lat), "write degrees as [longitude, latitude]"
	}
	c.line = append(c.line, Point{Lon: lon, Lat: lat})
	c.points++
	return "", ""
}

func (c *coordinates) number(raw string) (problem string) {
	v, err := strconv.ParseFloat(raw, 64)
	if err != nil || c.depth != c.level {
		return "the coordinates are not those of the type of the geometry"
	}
	if c.numbers < len(c.position) {
		c.position[c.numbers] = v
	}
	c.numbers++
	return ""
}
