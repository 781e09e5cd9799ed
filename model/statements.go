package model

// Statements lists what was said by the board's moment, the newest first, as
// amended by then: also what Board.Events draws with an incident that it tells of,
// and what was withdrawn since.
func (b Board) Statements() Events {
	v, a := b.view, b.view.annals()
	var rows []int32
	var other []Record
	for row := range a.len() {
		switch {
		case !a.is(row, said) || a.known[row] > v.by.UnixMicro():
		case !a.is(row, amended):
			rows = v.standing(rows, row, func(int) bool { return true })
		default:
			if r := v.amended(a.record(row)).Record; !r.Own().First().After(b.Valid) {
				other = append(other, r)
			}
		}
	}
	return a.choose(rows, other)
}
