package journal

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"strconv"
	"strings"
)

// Head is the last entry of a chain, or of its beginning: the zero Head is that of
// an empty journal.
type Head struct {
	Seq int64
	// Sum has sumDigits hexadecimal digits; empty before the first entry.
	Sum string
}

const (
	sumDigits = 24
	mark      = "#~ "
)

// next is the head after one more entry.
func (h Head) next(entry string) Head {
	seq := h.Seq + 1
	sum := sha256.Sum256([]byte(h.Sum + "\n" + strconv.FormatInt(seq, 10) + "\n" + entry))
	return Head{seq, hex.EncodeToString(sum[:])[:sumDigits]}
}

// sum gives the head a text would lead to that stands at a place of the chain.
func (h Head) sum(seq int64, entry string) string {
	h.Seq = seq - 1
	return h.next(entry).Sum
}

// trailer closes an entry.
func (h Head) trailer(entry string) string {
	return fmt.Sprintf("%s%d %d %s\n", mark, h.Seq, len(entry), h.Sum)
}

// closing is what a trailer says.
type closing struct {
	head  Head
	bytes int
}

// parseTrailer reads a line without its line break; not ok where it is no trailer.
func parseTrailer(line string) (c closing, ok bool) {
	rest, ok := strings.CutPrefix(line, mark)
	parts := strings.Split(rest, " ")
	if !ok || len(parts) != 3 || !isSum(parts[2]) {
		return closing{}, false
	}
	seq, err := strconv.ParseInt(parts[0], 10, 64)
	size, err2 := strconv.Atoi(parts[1])
	if err != nil || err2 != nil || seq < 1 || size < 0 {
		return closing{}, false
	}
	c = closing{Head{seq, parts[2]}, size}
	// A number has one spelling, so that a trailer has one too.
	return c, line == strings.TrimSuffix(fmt.Sprintf("%s%d %d %s", mark, seq, size, parts[2]), "\n")
}

func isSum(s string) bool {
	return len(s) == sumDigits && strings.Trim(s, "0123456789abcdef") == ""
}

// opening is the first line of a segment: its number, what it continues, and how
// many bytes of preamble follow, which are summed up with the first entry.
func (h Head) opening(segment, preamble int) string {
	sum := h.Sum
	if sum == "" {
		sum = strings.Repeat("0", sumDigits)
	}
	return fmt.Sprintf("%ssegment %d after %d %s %d\n", mark, segment, h.Seq, sum, preamble)
}

// parseOpening reads the first line of a segment.
func parseOpening(line string) (h Head, preamble int, ok bool) {
	rest, ok := strings.CutPrefix(line, mark+"segment ")
	parts := strings.Split(rest, " ")
	if !ok || len(parts) != 5 || parts[1] != "after" || !isSum(parts[3]) {
		return Head{}, 0, false
	}
	segment, err := strconv.Atoi(parts[0])
	seq, err2 := strconv.ParseInt(parts[2], 10, 64)
	preamble, err3 := strconv.Atoi(parts[4])
	if errors.Join(err, err2, err3) != nil || segment < 1 || seq < 0 || preamble < 0 {
		return Head{}, 0, false
	}
	h = Head{seq, parts[3]}
	if seq == 0 {
		h = Head{}
	}
	return h, preamble, strings.TrimSuffix(h.opening(segment, preamble), "\n") == line
}
