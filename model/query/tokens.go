package query

import "math"

// gap stands between two texts; words count from 1.
const gap = 0

// tokens are words by their numbers, in two bytes each where the dictionary is
// small, and otherwise with two more.
type tokens struct{ low, high []uint16 }

// newTokens makes room for n tokens, none above most.
func newTokens(n int, most int) tokens {
	t := tokens{low: make([]uint16, 0, n)}
	if most > math.MaxUint16 {
		t.high = make([]uint16, 0, n)
	}
	return t
}

func (t *tokens) add(token uint32) {
	t.low = append(t.low, uint16(token&math.MaxUint16))
	if t.high != nil {
		t.high = append(t.high, uint16(token>>16))
	}
}

func (t tokens) len() int { return len(t.low) }

func (t tokens) at(i int) uint32 {
	token := uint32(t.low[i])
	if t.high != nil {
		token |= uint32(t.high[i]) << 16
	}
	return token
}

// slice are the tokens from the i-th to before the j-th.
func (t tokens) slice(i, j uint32) tokens {
	out := tokens{low: t.low[i:j]}
	if t.high != nil {
		out.high = t.high[i:j]
	}
	return out
}

// any tells whether one of the tokens is among words.
func (t tokens) any(among wordRange) bool {
	for i := range t.low {
		if among.has(t.at(i)) {
			return true
		}
	}
	return false
}
