// Package near finds the word that was probably meant by one that is in no list.
package near

import (
	"iter"
	"strings"
)

// Word is the word that was probably meant: the one with the fewest changed
// letters, at most two and fewer than half. It is "" where none is near.
func Word(word string, words iter.Seq[string]) string {
	word = strings.ToLower(word)
	best, least := "", min(2, (len(word)-1)/2)+1
	for w := range words {
		if len(w)-len(word) >= least || len(word)-len(w) >= least {
			continue
		}
		if d := distance(word, w); d < least || d == least && best != "" && w < best {
			best, least = w, d
		}
	}
	return best
}

// distance counts the letters to change, put in or leave out, or neighbours to
// swap, that make b of a.
func distance(a, b string) int {
	var before, above []int
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		before, above, row = above, row, make([]int, len(b)+1)
		row[0] = i + 1
		for j := range len(b) {
			change := above[j]
			if a[i] != b[j] {
				change++
			}
			row[j+1] = min(change, above[j+1]+1, row[j]+1)
			if i > 0 && j > 0 && a[i] == b[j-1] && a[i-1] == b[j] {
				row[j+1] = min(row[j+1], before[j-1]+1)
			}
		}
	}
	return row[len(b)]
}
