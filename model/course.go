package model

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"time"
)

// Standing is how a group of claims stood at a moment: the span of the claims
// that were not stale and the working figure, nil where there was none.
type Standing struct {
	At        time.Time
	Low, High *int64
	Working   *Claim
}

// Course tells how the claims of one group, in the order of History, stood at
// moments, by all that the board knows of them.
func (b Board) Course(claims []*Count, moments []time.Time) []Standing {
	out := make([]Standing, len(moments))
	long := longest(claims)
	for i, at := range moments {
		out[i].At = at
		made, _ := slices.BinarySearchFunc(claims, at, func(c *Count, at time.Time) int {
			return cmp.Or(c.At.First().Compare(at), -1)
		})
		v := b.view
		v.valid = at
		if recent := v.recent(claims[:made], long); len(recent) > 0 {
			out[i] = v.stood(ClaimGroup{Claims: v.newest(recent)})
		}
	}
	return out
}

// stood tells how the claims of a group stand.
func (v view) stood(g ClaimGroup) Standing {
	live := g.live()
	s := Standing{At: v.valid, Working: v.working(live)}
	for _, c := range live {
		low, high := c.Count.span()
		s.Low, s.High = pick(s.Low, low, -1), pick(s.High, high, 1)
	}
	return s
}

// recent gives what decides how claims stand, of which none is longer than long:
// those that are not stale, and one of a whole, beside which those of a part do
// not count.
func (v view) recent(claims []*Count, long time.Duration) []*Count {
	from := len(claims)
	whole := false
	for from > 0 && v.valid.Sub(claims[from-1].At.First()) <= v.rules.Budgets.Count+long {
		from--
		whole = whole || claims[from].PartOf == ""
	}
	recent := slices.Clone(claims[from:])
	for ; from > 0 && !whole && len(recent) > 0; from-- {
		if whole = claims[from-1].PartOf == ""; whole {
			recent = append(recent, claims[from-1])
		}
	}
	return recent
}

// longest is how long the longest of claims lasts: one may name a month.
func longest(claims []*Count) time.Duration {
	var long time.Duration
	for _, c := range claims {
		long = max(long, c.At.Last().Sub(c.At.First()))
	}
	return long
}

// Clash is a day on which claims that may be compared contradicted each other:
// one of the highest, and one of the lowest.
type Clash struct {
	Day       Moment
	High, Low *Count
}

// Clashes finds the days on which claims of one group cannot all be true, as
// their numbers were meant. Claims are in the order of History. A claim of a part,
// and one that repeats another, contradict nothing; neither do two of a claimant.
func Clashes(claims []*Count) []Clash {
	var out []Clash
	for first := 0; first < len(claims); {
		day := claims[first].At
		last := first + 1
		for last < len(claims) && sameDay(claims[last].At, day) {
			last++
		}
		if c := clash(claims[first:last]); c.High != nil {
			c.Day = day
			out = append(out, c)
		}
		first = last
	}
	return out
}

func sameDay(a, b Moment) bool {
	first, _ := a.Dates()
	other, _ := b.Dates()
	return a.Precision() <= Day && b.Precision() <= Day && first.Format(time.DateOnly) == other.Format(time.DateOnly)
}

// clash finds the two claims of a day that are furthest from each other.
func clash(claims []*Count) Clash {
	var c Clash
	lowest, highest := math.Inf(1), math.Inf(-1)
	for _, o := range claims {
		least, most, ok := o.Means()
		if !ok || o.PartOf != "" || o.Repeats != "" {
			continue
		}
		if most < lowest {
			c.Low, lowest = o, most
		}
		if least > highest {
			c.High, highest = o, least
		}
	}
	if c.High == nil || c.Low == nil || !c.High.Contradicts(c.Low) {
		return Clash{}
	}
	return c
}

// Contradicts tells whether two claims of one group cannot both be true, as their
// numbers were meant. A claimant does not contradict itself.
func (c *Count) Contradicts(o *Count) bool {
	if name := c.By.String(); name != "" && strings.EqualFold(name, o.By.String()) {
		return false
	}
	low, high, ok := c.Means()
	least, most, too := o.Means()
	return ok && too && (low > most || least > high)
}

// slack is the share of a number that "about" leaves open on either side, and
// "almost" below.
const slack = 0.1

// Means gives the least and the greatest number that a claim can be true for, as
// it was meant: "over" leaves it open above. It is not ok where there is none.
func (c *Count) Means() (least, most float64, ok bool) {
	low, high := c.span()
	if low == nil || high == nil {
		return 0, 0, false
	}
	least, most = float64(*low), float64(*high)
	switch c.Qualifier {
	case About:
		return least * (1 - slack), most * (1 + slack), true
	case Over:
		return least, math.Inf(1), true
	case Under, UpTo:
		return 0, most, true
	case Almost:
		return least * (1 - slack), most, true
	}
	return least, most, true
}
