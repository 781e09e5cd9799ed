// Package layout decides sizes: how a window is divided among panes. It knows no styles and no text.
package layout

// Part is one of the parts that a length is divided into. Negative figures count as 0.
type Part struct {
	Min    int // given first, to earlier parts before later ones
	Want   int // what it can fill; given next, as much to each as to the others
	Weight int // its share of what nobody wants; equal shares where no part has a weight
}

// longest is far beyond any terminal and keeps products far from overflow.
const longest = 1 << 20

// Split divides total, at most 1<<20, among parts: the lengths are in the order of the parts, none is
// negative, and they sum to total (to 0 if it is negative), whatever the parts ask for.
func Split(total int, parts ...Part) []int {
	lengths, shares := make([]int, len(parts)), make([]int, len(parts))
	left := clamp(total)
	for i, p := range parts {
		lengths[i] = min(clamp(p.Min), left)
		left -= lengths[i]
	}
	left = satisfy(lengths, parts, left)
	for i, p := range parts {
		shares[i] = clamp(p.Weight)
	}
	deal(lengths, shares, left)
	return lengths
}

// Share divides total, at most 1<<20, among parts in proportion to their weights,
// but gives none less than its Min as long as there is enough for all; where there
// is not it is Split. What parts want does not matter.
func Share(total int, parts ...Part) []int {
	left, weights := clamp(total), 0
	lengths, shares := make([]int, len(parts)), make([]int, len(parts))
	for i, p := range parts {
		shares[i] = min(max(p.Weight, 1), longest)
		weights += shares[i]
	}
	// What gets its least leaves less to the others, which may then fall below
	// theirs.
	for again := true; again; {
		again = false
		for i, p := range parts {
			if least := clamp(p.Min); shares[i] > 0 && left*shares[i] < least*weights {
				lengths[i] = least
				left -= least
				weights -= shares[i]
				shares[i] = 0
				again = true
			}
		}
		if left < 0 || weights == 0 && len(parts) > 0 {
			return Split(total, parts...)
		}
	}
	deal(lengths, shares, left)
	return lengths
}

// satisfy gives equally to all that want more, until they have it, and returns what is left.
func satisfy(lengths []int, parts []Part, left int) int {
	for left > 0 {
		wanting := 0
		for i, p := range parts {
			if clamp(p.Want) > lengths[i] {
				wanting++
			}
		}
		if wanting == 0 {
			break
		}
		each := max(left/wanting, 1)
		for i, p := range parts {
			given := min(max(clamp(p.Want)-lengths[i], 0), each, left)
			lengths[i] += given
			left -= given
		}
	}
	return left
}

func clamp(n int) int { return min(max(n, 0), longest) }

// deal adds amount to lengths in proportion to shares, equally if there are none.
func deal(lengths, shares []int, amount int) {
	sum := 0
	for _, s := range shares {
		sum += s
	}
	for i, s := range shares {
		if sum == 0 {
			lengths[i] += amount / (len(lengths) - i)
			amount -= amount / (len(lengths) - i)
			continue
		}
		if s == 0 {
			continue
		}
		given := amount * s / sum
		lengths[i] += given
		amount -= given
		sum -= s
		if sum == 0 {
			return
		}
	}
}
