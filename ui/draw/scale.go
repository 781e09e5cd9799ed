package draw

import (
	"math"
	"slices"
	"strconv"
)

// largest is the largest figure that a scale shows; what lies beyond is no figure.
const largest = 1e15

// usable reports whether v can stand on a scale.
func usable(v float64, log bool) bool {
	return !math.IsNaN(v) && math.Abs(v) <= largest && (!log || v >= 1/largest)
}

// scale places values on a line, between two round figures.
type scale struct {
	low, high float64
	log       bool
	step      float64 // of a row, where rows stand on round figures
}

// holding returns the scale from the least to the greatest of the values; low is above high where there are
// none.
func (s scale) holding(values []float64) scale {
	s.low, s.high = math.Inf(1), math.Inf(-1)
	for _, v := range values {
		if usable(v, s.log) {
			s.low, s.high = min(s.low, v), max(s.high, v)
		}
	}
	return s
}

// over returns the scale that holds the values, between round figures: from 0 if it is linear, so that lengths
// compare.
func (s scale) over(values []float64) scale {
	s = s.holding(values)
	switch {
	case s.low > s.high:
		return scale{low: 1, high: 10, log: s.log}
	case s.log:
		s.low, s.high = roundDown(s.low), round(s.high)
		if s.low >= s.high {
			s.low, s.high = below(s.low), s.high*2
		}
		return s
	}
	return scale{low: min(-round(-s.low), 0), high: max(round(s.high), 0)}.widened()
}

// gridded is over for n rows of which each stands on a round figure or, on a logarithmic scale, for which
// round figures stand on rows, so that labels are exact.
func (s scale) gridded(values []float64, n int) scale {
	held := s.holding(values)
	switch {
	case held.low > held.high || n < 2:
		return s.over(values)
	case s.log:
		return held.decades(n)
	}
	low, high := min(held.low, 0), max(held.high, 0)
	for step := max(high-low, 1) / float64(n-1); ; step *= 1.01 { // what is below 0 may take a row of it
		step = roundStep(step)
		foot := math.Floor(low/step+1e-9) * step
		if top := foot + step*float64(n-1); top >= high*(1-1e-9) {
			return scale{low: foot, high: top, step: step}
		}
	}
}

// decades is a logarithmic scale with as many rows for each power of ten as n of them allow, so that it
// stands on a row, and 2 and 5 times it do nearly. What it holds is in the middle.
func (s scale) decades(n int) scale {
	low, high := math.Log10(s.low), math.Log10(s.high)
	for k := float64(n - 1); k >= 1; k-- {
		two := math.Log10(2) * k
		foot := math.Floor(low*k + 1e-9)
		left := foot + float64(n-1) - math.Ceil(high*k-1e-9)
		if left >= 0 && math.Abs(two-math.Round(two)) <= offRow {
			foot -= math.Floor(left / 2)
			return scale{low: math.Pow(10, foot/k), high: math.Pow(10, (foot+float64(n-1))/k), log: true}
		}
	}
	return scale{low: roundDown(s.low), high: round(s.high), log: true}
}

// roundStep returns the next figure from v on that is 1, 2.5 or 5 times a power of ten, so that two of it are
// as round.
func roundStep(v float64) float64 {
	up := round(v)
	switch unit := math.Pow(10, math.Floor(math.Log10(up*(1+1e-9)))); {
	case up < 1.5*unit:
		return up
	case v <= 2.5*unit*(1+1e-9):
		return 2.5 * unit
	}
	return 5 * math.Pow(10, math.Floor(math.Log10(up*(1+1e-9))))
}

func (s scale) widened() scale {
	if s.low == s.high {
		s.high++
	}
	return s
}

// round returns the next figure from v on, away from 0, that is 1, 2 or 5 times a power of ten.
func round(v float64) float64 {
	if v == 0 {
		return 0
	}
	size := math.Abs(v)
	unit := math.Pow(10, math.Floor(math.Log10(size)))
	for _, step := range []float64{1, 2, 5, 10} {
		if size <= step*unit*(1+1e-9) {
			return math.Copysign(step*unit, v)
		}
	}
	return math.Copysign(10*unit, v)
}

// roundDown is round towards 0, for v above 0.
func roundDown(v float64) float64 {
	if up := round(v); up > v*(1+1e-9) {
		return below(up)
	}
	return round(v)
}

// at returns which of n places v stands on, 0 for the lowest.
func (s scale) at(v float64, n int) int { return int(math.Round(s.exactly(v, n))) }

// exactly is at before it is rounded to a place.
func (s scale) exactly(v float64, n int) float64 {
	low, high := s.low, s.high
	v = min(max(v, low), high)
	if s.log {
		low, high, v = math.Log(low), math.Log(high), math.Log(v)
	}
	return (v - low) / (high - low) * float64(n-1)
}

// ticks returns round figures of the scale, about as many as half of n, the highest first.
func (s scale) ticks(n int) []float64 {
	var ticks []float64
	if s.step > 0 {
		for v := s.low; v <= s.high+s.step/2; v += s.step {
			if k := math.Round(v / s.step); math.Mod(k, 2) == 0 || n < 4 {
				ticks = append(ticks, k*s.step)
			}
		}
		slices.Reverse(ticks)
		return ticks
	}
	if !s.log {
		step := round((s.high - s.low) / float64(max(n/2, 1)))
		for v := math.Floor(s.high/step+1e-9) * step; v >= s.low-step/2; v -= step {
			ticks = append(ticks, v)
		}
		return ticks
	}
	for v := roundDown(s.high); v >= s.low*(1-1e-9); {
		ticks = append(ticks, v)
		v = below(v)
	}
	return ticks
}

// below returns the next lower figure that is 1, 2 or 5 times a power of ten.
func below(v float64) float64 {
	unit := math.Pow(10, math.Floor(math.Log10(v*(1+1e-9))))
	switch lead := v / unit; {
	case lead > 5*(1+1e-9):
		return 5 * unit
	case lead > 2*(1+1e-9):
		return 2 * unit
	case lead > 1+1e-9:
		return unit
	}
	return unit / 2
}

// Compact returns v in few letters: 800, 1k, 2.5k, 3M.
func Compact(v float64) string {
	unit := ""
	for _, u := range []struct {
		size float64
		name string
	}{{1e9, "G"}, {1e6, "M"}, {1e3, "k"}} {
		if math.Abs(v) >= u.size {
			v, unit = v/u.size, u.name
			break
		}
	}
	return strconv.FormatFloat(math.Round(v*100)/100, 'f', -1, 64) + unit
}
