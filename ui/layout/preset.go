package layout

// Pane names a pane by the number that focuses it; 0 is none.
type Pane int

// The panes.
const (
	Crossings Pane = iota + 1
	Deadlines
	Trucks
	Conditions
	Incidents
	Detail
	Map
	Timeline
	Sources
	Changes
	Wall
)

// Last is the last of the panes.
const Last = Wall

// Grid is an arrangement of panes: rows from the top, each of columns from the left.
type Grid []Row

// Row is a row of columns. With a Share it has that part of the height, and its
// columns have theirs of the width by their weights, as far as all have the least
// that they need; without, what its panes have to say divides the height.
type Row struct {
	Share   int
	Columns []Column
}

// Column is a stack of panes.
type Column struct {
	Min, Weight int // cells, and its share of the width beyond all Min, or of all of it
	Panes       []Pane
}

// Desk returns the arrangement that shows all at once, as far as the class has room.
func Desk(c Class) Grid {
	switch c {
	case Wide:
		return Grid{row(
			Column{Min: 48, Weight: 3, Panes: []Pane{Crossings, Trucks}},
			Column{Min: 43, Weight: 2, Panes: []Pane{Deadlines, Conditions}},
			Column{Min: 49, Weight: 3, Panes: []Pane{Incidents, Detail}},
		)}
	case Medium:
		return Grid{row(
			Column{Min: 56, Weight: 3, Panes: []Pane{Crossings, Trucks, Incidents}},
			Column{Min: 40, Weight: 2, Panes: []Pane{Deadlines, Conditions, Detail}},
		)}
	case Classic:
		return Grid{
			row(Column{Min: 34, Weight: 3, Panes: []Pane{Crossings}}, Column{Min: 26, Weight: 2, Panes: []Pane{Deadlines}}),
			row(Column{Panes: []Pane{Incidents}}),
		}
	case Narrow, Line:
	}
	return tabs(Crossings, Deadlines, Trucks, Conditions, Incidents, Detail)
}

// Log returns the arrangement for reading: the incidents and what is known of one.
func Log(c Class) Grid {
	switch c {
	case Wide, Medium:
		return Grid{row(Column{Min: 50, Weight: 3, Panes: []Pane{Incidents}}, Column{Min: 40, Weight: 2, Panes: []Pane{Detail}})}
	case Classic:
		return tabs(Incidents, Detail)
	case Narrow, Line:
	}
	return tabs(Incidents, Detail, Crossings, Deadlines, Trucks, Conditions)
}

// Chart returns the arrangement around the map.
func Chart(c Class) Grid {
	switch c {
	case Wide:
		return Grid{
			{Share: 3, Columns: []Column{{Min: 92, Weight: 2, Panes: []Pane{Map}}, {Min: 44, Weight: 1, Panes: []Pane{Crossings, Detail}}}},
			{Share: 1, Columns: []Column{{Min: LeastColumns, Weight: 1, Panes: []Pane{Timeline}}}},
		}
	case Medium:
		return Grid{row(Column{Min: 62, Weight: 2, Panes: []Pane{Map}}, Column{Min: 38, Weight: 1, Panes: []Pane{Crossings, Detail}})}
	case Classic:
		return tabs(Map)
	case Narrow, Line:
	}
	return tabs(Map, Crossings, Detail, Incidents, Deadlines, Trucks, Conditions)
}

// Across returns the arrangement for a screen across the room: one pane.
func Across() Grid { return tabs(Wall) }

// tabs is one column, of which a narrow window shows one pane at a time.
func tabs(panes ...Pane) Grid { return Grid{row(Column{Panes: panes})} }

func row(columns ...Column) Row { return Row{Columns: columns} }

// Panes returns the panes of the grid in the order in which tab goes through them.
func (g Grid) Panes() []Pane {
	var all []Pane
	for _, r := range g {
		for _, column := range r.Columns {
			all = append(all, column.Panes...)
		}
	}
	return all
}

// LeastColumns is what any pane needs to say anything, its frame included.
const LeastColumns = 26

// leastRows is the same for the height.
const leastRows = 6

func (c Column) panes() []Pane { return c.Panes }

func (c Column) leastCells() int { return max(c.Min, 1) }

func (r Row) panes() []Pane { return Grid{r}.Panes() }

// height is the least that all the panes of the row need.
func (r Row) height() int {
	tallest := 0
	for _, c := range r.Columns {
		tallest = max(tallest, len(c.Panes)*leastRows)
	}
	return tallest
}

func (p Pane) panes() []Pane { return []Pane{p} }

// rank says how soon something that holds panes is left out where room is short: the highest first.
func rank(panes []Pane) int {
	best := 4
	for _, p := range panes {
		switch p {
		case Crossings, Incidents:
			return 0
		case Deadlines, Map:
			best = min(best, 1)
		case Detail, Timeline, Sources, Changes, Wall:
			best = min(best, 2)
		case Trucks, Conditions:
			best = min(best, 3)
		}
	}
	return best
}

// stands returns the panes whose place p takes when it has the focus and no place of its own, best first.
func stands(p Pane) []Pane {
	switch p {
	case Trucks:
		return []Pane{Crossings, Incidents}
	case Timeline:
		return []Pane{Incidents, Crossings}
	case Conditions, Sources:
		return []Pane{Deadlines, Detail}
	case Crossings, Deadlines, Detail, Map:
		return []Pane{Detail, Incidents}
	case Incidents, Changes, Wall:
		return []Pane{Detail, Incidents}
	}
	return nil
}
