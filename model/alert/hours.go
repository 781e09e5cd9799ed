package alert

import (
	"fmt"
	"time"
)

// Hours are some of the day, such as "22:00-06:00", by the clock of the moment that
// they are asked of. The zero Hours are none.
type Hours struct{ from, until int }

// ParseHours reads hours; empty text is none.
func ParseHours(text string) (h Hours, err error) {
	if text == "" {
		return Hours{}, nil
	}
	var a, b, c, d int
	n, err := fmt.Sscanf(text, "%2d:%2d-%2d:%2d", &a, &b, &c, &d)
	h = Hours{a*60 + b, c*60 + d}
	if n != 4 || err != nil || a > 23 || c > 23 || b > 59 || d > 59 || h.String() != text {
		return Hours{}, fmt.Errorf("want hours such as %q", "22:00-06:00")
	}
	return h, nil
}

// String writes them as ParseHours reads them.
func (h Hours) String() string {
	if h.from == h.until {
		return ""
	}
	return fmt.Sprintf("%02d:%02d-%02d:%02d", h.from/60, h.from%60, h.until/60, h.until%60)
}

// Has tells whether a moment is among them, by its own clock.
func (h Hours) Has(at time.Time) bool {
	now := at.Hour()*60 + at.Minute()
	if h.from <= h.until {
		return h.from <= now && now < h.until
	}
	return now >= h.from || now < h.until
}

// Equal tells whether both are the same; it serves go-cmp.
func (h Hours) Equal(o Hours) bool { return h == o }
