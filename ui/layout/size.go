package layout

// Size is a width and a height in cells.
type Size struct{ W, H int }

// Rect is a rectangle of cells; its corner 0, 0 is the top left of the window.
type Rect struct{ X, Y, W, H int }

// Size returns the size of the rectangle.
func (r Rect) Size() Size { return Size{W: r.W, H: r.H} }

// Contains reports whether the cell at x, y is in the rectangle.
func (r Rect) Contains(x, y int) bool {
	return x >= r.X && x < r.X+r.W && y >= r.Y && y < r.Y+r.H
}

// Class is what kind of arrangement a window has room for.
type Class int

// The classes, from the smallest.
const (
	Line    Class = iota // below 40x12: one line of status
	Narrow               // one pane at a time, with tabs
	Classic              // such as 80x24: some panes, the others in their place when focused
	Medium               // from 100 columns: two columns
	Wide                 // from 140 columns: three columns
)

// Classify returns the class of a window.
func Classify(s Size) Class {
	switch {
	case s.W < 40 || s.H < 12:
		return Line
	case s.W < 60 || s.H < 16:
		return Narrow
	case s.W < 100:
		return Classic
	case s.W < 140:
		return Medium
	default:
		return Wide
	}
}
