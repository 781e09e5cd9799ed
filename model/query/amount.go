package query

import (
	"math"
	"strconv"
	"strings"
	"time"
)

// amount reads a number of vehicles, or of a wait its length, or a range of them.
func (p *parser) amount(i *item, n *node, t token) bool {
	from, to, ranged := strings.Cut(i.text, "..")
	low, ok := amountOf(n.field, from, 0)
	high, also := amountOf(n.field, to, math.MaxInt64)
	if !ranged {
		high, also = low, ok
	}
	switch n.sign {
	case ">":
		low, high = low+1, math.MaxInt64
	case ">=":
		high = math.MaxInt64
	case "<":
		low, high = 0, high-1
	case "<=":
		low = 0
	}
	i.low, i.high = low, high
	if ok && also && (low <= high || n.sign == "<") && (!ranged || n.sign == ":") {
		return true
	}
	f := &Fault{At: t.at, Len: t.end - t.at, Problem: "want a number, such as " + string(n.field) + ">=100 or " + string(n.field) + ":10..50"}
	if n.field == fWait {
		f.Problem = "want a length of time, such as wait>2h, wait<=90min or wait:1h..3h"
	}
	p.blame(f)
	return false
}

// amountOf reads one end, which may be missing from a range.
func amountOf(f Field, text string, missing int64) (int64, bool) {
	if text == "" {
		return missing, true
	}
	unit := int64(1)
	if f == fWait {
		text, unit = unitOf(text)
	}
	n, err := strconv.ParseInt(text, 10, 64)
	const most = 1_000_000_000
	return n * unit, err == nil && n >= 0 && n <= most
}

// unitOf takes the unit off a length of time: minutes where it has none.
func unitOf(text string) (number string, minutes int64) {
	for _, u := range []struct {
		name string
		is   time.Duration
	}{{"min", time.Minute}, {"m", time.Minute}, {"h", time.Hour}, {"d", 24 * time.Hour}} {
		if number, ok := strings.CutSuffix(strings.ToLower(text), u.name); ok {
			return number, int64(u.is / time.Minute)
		}
	}
	return text, 1
}
