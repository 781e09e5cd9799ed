package timeline

import (
	"slices"
	"sort"
	"strconv"

	"bordertop/model"
	"bordertop/ui/draw"
	"bordertop/ui/theme"
)

// band is a row of what happened.
type band struct {
	name  string
	cells []cell
	worth int // the greatest stays where there is little room
}

// bands are the rows of what happened in view: all of it, each category, the
// claims, the decisions and the figures per period.
func (c *chart) bands() []band {
	sums := c.sums()
	out := []band{{c.s.Words.Timeline.All, c.counts(sums), 100}}
	worth := 90
	for _, i := range c.categories() {
		if slices.ContainsFunc(sums, func(of []model.CategorySum) bool { return one(of, i).Count > 0 }) {
			worth--
			out = append(out, band{c.s.Words.Category(c.story.Categories[i]), c.category(sums, i), worth})
		}
	}
	if cells, ok := c.claims(); ok {
		out = append(out, band{c.s.Words.Timeline.Claims, cells, 99})
	}
	if cells, ok := c.decisions(); ok {
		out = append(out, band{c.s.Words.Timeline.Decisions, cells, 98})
	}
	if cells, ok := c.dues(); ok {
		out = append(out, band{c.s.Words.Deadlines, cells, 60})
	}
	return append(out, c.tallies()...)
}

// foremost keeps n bands, in their order: those that are worth most.
func foremost(bands []band, n int) []band {
	for len(bands) > max(n, 0) {
		weakest := 0
		for i, b := range bands {
			if b.worth < bands[weakest].worth {
				weakest = i
			}
		}
		bands = slices.Delete(bands, weakest, weakest+1)
	}
	return bands
}

// categories are the places of the categories, the most frequent first, but what
// was merely said last.
func (c *chart) categories() []int {
	out := make([]int, len(c.story.Categories))
	for i := range out {
		out[i] = i
	}
	slices.SortStableFunc(out, func(a, b int) int { return c.words(a) - c.words(b) })
	return out
}

// words is 1 for the category of statements.
func (c *chart) words(category int) int {
	if c.story.Categories[category] == model.ID(model.KindStatement) {
		return 1
	}
	return 0
}

// sums are what happened in each slot in view, by category.
func (c *chart) sums() [][]model.CategorySum {
	out := make([][]model.CategorySum, c.slots)
	first := sort.Search(len(c.story.Days), func(i int) bool { return !c.story.Days[i].Start.Before(c.from()) })
	for _, d := range c.story.Days[first:] {
		slot := c.slot(d.Start) - c.left
		if slot >= c.slots {
			break
		}
		out[slot] = add(out[slot], d.Sums)
	}
	return out
}

// add joins two lists of sums. It may share the second, which stays as it is.
func add(to, more []model.CategorySum) []model.CategorySum {
	if to == nil {
		return slices.Clip(more)
	}
	to = slices.Clone(to)
	for _, sum := range more {
		i, ok := slices.BinarySearchFunc(to, sum.Category, func(s model.CategorySum, category int) int { return s.Category - category })
		if !ok {
			to = slices.Insert(to, i, sum)
			continue
		}
		to[i].Count += sum.Count
		to[i].Worst = max(to[i].Worst, sum.Worst)
	}
	return to
}

// one is the sum of a category; empty where nothing of it happened.
func one(sums []model.CategorySum, category int) model.CategorySum {
	for _, sum := range sums {
		if sum.Category == category {
			return sum
		}
	}
	return model.CategorySum{}
}

// whole is the sum of all categories.
func whole(sums []model.CategorySum) model.CategorySum {
	var out model.CategorySum
	for _, sum := range sums {
		out.Count += sum.Count
		out.Worst = max(out.Worst, sum.Worst)
	}
	return out
}

// counts is how much happened in each slot: a number as far as there is room.
func (c *chart) counts(sums [][]model.CategorySum) []cell {
	cells := slices.Clone(c.dotted)
	for i, of := range sums {
		if sum := whole(of); sum.Count > 0 {
			set(cells, i*c.level.cells(), number(sum.Count, c.level.cells()), c.s.Styles.Severity(sum.Worst))
		}
	}
	return cells
}

// category is how bad what happened of a category was in each slot and, where
// there is room, how much that was.
func (c *chart) category(sums [][]model.CategorySum, category int) []cell {
	cells := slices.Clone(c.dotted)
	for i, of := range sums {
		if sum := one(of, category); sum.Count > 0 {
			c.degree(cells, i, sum)
		}
	}
	return cells
}

// degree draws a sum in a slot: a block that is the higher the worse it is.
func (c *chart) degree(cells []cell, slot int, sum model.CategorySum) {
	each := c.level.cells()
	style := c.s.Styles.Severity(sum.Worst)
	set(cells, slot*each, height(c.s.Styles.Glyphs, sum.Worst), style)
	if sum.Count > 1 && each > 1 {
		set(cells, slot*each+1, number(sum.Count, each-1), style)
	}
}

// height is the block of a severity.
func height(g theme.Glyphs, severity int) string {
	return [...]string{g.Levels[0], g.Levels[0], g.Levels[3], g.Levels[5], g.Levels[7]}[min(max(severity, 0), 4)]
}

// number is a count in so many cells; what is more than fits is a plus.
func number(n, cells int) string {
	if text := strconv.Itoa(n); len(text) <= cells {
		return text
	}
	return "+"
}

// claims marks the slots in which somebody counted vehicles, by whose claim the
// newest is and, where there is room, how many there are.
func (c *chart) claims() (cells []cell, ok bool) {
	cells = slices.Clone(c.plain)
	sides, count := c.s.Sides(), map[int]int{}
	for _, claim := range c.story.Claims {
		slot := c.slot(claim.At.First()) - c.left
		if slot >= c.slots || !claim.At.Last().After(c.from()) && slot < 0 {
			continue
		}
		ok = true
		style, mark := sides.Of(claim.Side.String())
		if c.vague(cells, claim.At, mark, style) {
			continue
		}
		count[slot]++
		c.mark(cells, slot, mark, count[slot], style)
	}
	return cells, ok
}

// vague marks what lies somewhere in more than a slot: a line as far as that, where
// nothing else stands, and the sign in its middle. It is false for what is exact.
func (c *chart) vague(cells []cell, at model.Moment, sign string, style theme.Style) bool {
	if c.slot(at.Last().Add(-1)) <= c.slot(at.First()) {
		return false
	}
	first, last := c.span(at.First(), at.Last())
	for i := first; i < last; i++ {
		if !cells[i].taken {
			cells[i] = cell{text: c.s.Styles.Glyphs.Horizontal, style: style}
		}
	}
	if middle := first + (last-first)/2; middle < len(cells) && !cells[middle].taken {
		set(cells, middle, sign, style)
	}
	return true
}

// mark puts a sign into a slot, and behind it how many there are.
func (c *chart) mark(cells []cell, slot int, sign string, count int, style theme.Style) {
	each := c.level.cells()
	set(cells, slot*each, sign, style)
	if count > 1 && each > 1 {
		set(cells, slot*each+1, number(count, each-1), style)
	}
}

// decisions marks the slots in which acts, or what moved their ends, became known.
func (c *chart) decisions() (cells []cell, ok bool) {
	cells = slices.Clone(c.plain)
	count := map[int]int{}
	for _, d := range c.story.Decisions {
		slot := c.slot(d.At) - c.left
		if slot < 0 || slot >= c.slots {
			continue
		}
		ok = true
		count[slot]++
		c.mark(cells, slot, c.s.Styles.Glyphs.Down, count[slot], c.s.Styles.Heading)
	}
	return cells, ok
}

// dues marks where something falls due that no measure carries.
func (c *chart) dues() (cells []cell, ok bool) {
	cells = slices.Clone(c.plain)
	style, sign := c.s.Styles.Warn, c.s.Styles.Glyphs.TeeLeft
	count := map[int]int{}
	for _, d := range c.s.Board.Deadlines {
		if d.Deadline == nil || !d.At.First().Before(c.to()) || d.At.Last().Before(c.from()) {
			continue
		}
		ok = true
		if slot := c.slot(d.At.Asked()) - c.left; !c.vague(cells, d.At, sign, style) && slot >= 0 {
			count[slot]++
			c.mark(cells, slot, sign, count[slot], style)
		}
	}
	return cells, ok
}

// tallies are the rows of the figures per period, those of a subject in one: each
// stands where its period begins.
func (c *chart) tallies() []band {
	var out []band
	all := c.story.Tallies
	for len(all) > 0 {
		n := slices.IndexFunc(all, func(t *model.Tally) bool { return t.Subject != all[0].Subject })
		if n < 0 {
			n = len(all)
		}
		if cells, n := c.figures(all[:n]); n > 0 {
			out = append(out, band{all[0].Subject.String(), cells, min(n, 50)})
		}
		all = all[n:]
	}
	return out
}

// figures writes those of a subject, but for those of periods of which others tell a
// part, and tells how many are in view.
func (c *chart) figures(of []*model.Tally) (cells []cell, n int) {
	cells = slices.Clone(c.plain)
	for _, t := range of {
		first, last := c.span(t.Period.First(), t.Period.Last())
		if last <= first || t.Value == nil || slices.ContainsFunc(of, func(o *model.Tally) bool { return partOf(o.Period, t.Period) }) {
			continue
		}
		n++
		for i := first; i < last; i++ {
			cells[i] = cell{text: c.s.Styles.Glyphs.Horizontal, style: c.s.Styles.Border}
		}
		text := draw.Compact(float64(*t.Value))
		if len(text) < last-first {
			set(cells, first, text, c.s.Styles.Text)
		}
	}
	return cells, n
}

// partOf tells whether a period is a part of another.
func partOf(period, of model.Moment) bool {
	shorter := period.Last().Sub(period.First()) < of.Last().Sub(of.First())
	return shorter && !period.First().Before(of.First()) && !period.Last().After(of.Last())
}
