package model

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
)

// MarshalText writes a moment for machines: all that it is, in whatever zone it was
// written. The zero Moment is empty. It never fails.
func (m Moment) MarshalText() ([]byte, error) {
	if m.IsZero() {
		return nil, nil
	}
	return fmt.Appendf(nil, "%d %d %d %d %d", m.precision, m.first, m.last-m.first, m.firstOffset.seconds(), m.offset.seconds()), nil
}

// UnmarshalText reads what MarshalText wrote, and refuses what it cannot have
// written.
func (m *Moment) UnmarshalText(text []byte) error {
	*m = Moment{}
	if len(text) == 0 {
		return nil
	}
	var n [5]int64
	fields := strings.Fields(string(text))
	if len(fields) != len(n) {
		return errors.New("no moment")
	}
	for i, f := range fields {
		var err error
		if n[i], err = strconv.ParseInt(f, 10, 64); err != nil {
			return errors.New("no moment")
		}
	}
	// The years from 1 to 9999, in microseconds since 1970.
	const begin, end, day = -62_135_596_800e6, 253_402_300_800e6, 24 * 60 * 60
	first, length := n[1], n[2]
	if n[0] <= int64(None) || n[0] > int64(Span) || first < begin || first >= end || length < 0 || length > end-first ||
		max(n[3], n[4]) >= day || min(n[3], n[4]) <= -day || length > 0 && n[0] <= int64(Midnight) {
		return errors.New("no moment")
	}
	*m = Moment{first: first, last: first + length, firstOffset: offsetIn(int(n[3])), offset: offsetIn(int(n[4])), precision: Precision(uint8(n[0]))} //nolint:gosec // it is one
	return nil
}
