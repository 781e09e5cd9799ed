package query

import "math/bits"

// rows is a set of rows of a segment.
type rows []uint64

func noRows(n int) rows { return make(rows, (n+63)/64) }

func allRows(n int) rows {
	out := noRows(n)
	for i := range out {
		out[i] = ^uint64(0)
	}
	if n%64 > 0 {
		out[len(out)-1] = 1<<(n%64) - 1
	}
	return out
}

func (r rows) add(i int)      { r[i>>6] |= 1 << (i & 63) }
func (r rows) has(i int) bool { return r[i>>6]>>(i&63)&1 > 0 }

func (r rows) count() int {
	n := 0
	for _, w := range r {
		n += bits.OnesCount64(w)
	}
	return n
}

// and keeps what other has too, or a set of the same length.
func (r rows) and(other rows) {
	for i, w := range other {
		r[i] &= w
	}
}

func (r rows) or(other rows) {
	for i, w := range other {
		r[i] |= w
	}
}

func (r rows) without(other rows) {
	for i, w := range other {
		r[i] &^= w
	}
}

// filter gives the rows of the set that pass.
func (r rows) filter(pass func(row int) bool) rows {
	out := make(rows, len(r))
	for i, w := range r {
		for ; w > 0; w &= w - 1 {
			if row := i<<6 + bits.TrailingZeros64(w); pass(row) {
				out.add(row)
			}
		}
	}
	return out
}
