package trucks

import (
	"fmt"
	"strings"

	"bordertop/model"
	"bordertop/model/lang"
	"bordertop/ui/draw"
	"bordertop/ui/pane"
)

// roomy is the width from which countries and figures are named in full.
const roomy = 72

// head tells the range of the headline, the working figure and what stands
// behind them, the most telling line first.
func head(s pane.Scene) []string {
	g := s.Board.Claims[0]
	if stale(g) {
		return staleHead(s, last(s, g))
	}
	dot := " " + s.Styles.Glyphs.Dot + " "
	top := " " + s.Styles.Figure.Render(s.Words.Counted(span(s, g), highest(g), g.Unit, g.What))
	others := others(s, g)
	beside := others != "" && draw.Width(top)+draw.Width(others)+4 <= s.Size.W
	if beside {
		top = draw.Fit(top, s.Size.W-draw.Width(others)-1) + s.Styles.Muted.Render(others)
	}
	newest := g.Claims[0]
	working := s.Words.WorkingBy(s.Board.Rules().Working)
	latest := fmt.Sprintf(s.Words.Ledger.Newest, s.Day(newest.Count.At))
	if s.Size.W < roomy {
		working, latest = s.Words.Rule(s.Board.Rules().Working), s.Day(newest.Count.At)
	}
	line := " " + s.Styles.Muted.Render(working) + " " + s.Words.Figure(g.Working.Count) + dot
	dated := line + s.Styles.Muted.Render(s.Day(g.Working.Count.At)) + dot
	if g.Working.Count.ID != newest.Count.ID || draw.Width(dated)+draw.Width(g.Working.Count.By.String())+2 <= s.Size.W {
		line = dated // The next line dates the newest claim.
	}
	lines := []string{
		s.Sealed(top, claimed(g)...),
		attributed(s, line, g.Working.Count),
		" " + s.Styles.Muted.Render(standing(s, g, latest)),
	}
	if others != "" && !beside {
		lines = append(lines, " "+s.Styles.Muted.Render(others))
	}
	return lines
}

// standing says how many claims stand behind a figure, and how old the newest is.
// A word may be missed where it says that nothing is amiss.
func standing(s pane.Scene, g model.ClaimGroup, latest string) string {
	dot := " " + s.Styles.Glyphs.Dot + " "
	text := s.Words.ClaimCount(len(g.Claims)) + dot +
		fmt.Sprintf(s.Words.Ledger.Independent, s.Words.Number(int64(g.Independent))) + dot + latest
	fresh := g.Claims[0].Fresh
	if full := text + ", " + s.Words.Freshness(fresh); fresh != model.Fresh || draw.Width(full)+2 <= s.Size.W {
		return full
	}
	return text
}

// staleHead says plainly that no claim is fresh, and what was last claimed.
func staleHead(s pane.Scene, g model.ClaimGroup) []string {
	c := g.Claims[0].Count
	n := 0
	for _, o := range s.Board.Claims {
		if o.What == g.What {
			n += len(o.Claims)
		}
	}
	dot := " " + s.Styles.Glyphs.Dot + " "
	warning, counted := " "+s.Styles.Warn.Render(s.Words.Ledger.NoFresh)+" ", s.Words.Counted(figure(s, c), lang.Most(c), c.Unit, c.What)
	if draw.Width(warning+counted) > s.Size.W {
		counted = s.Words.Units(figure(s, c), lang.Most(c), c.Unit)
	}
	top := []string{warning + counted}
	if draw.Width(top[0]) > s.Size.W {
		top = []string{warning, " " + counted}
	}
	return append(top,
		attributed(s, " "+s.Styles.Muted.Render(s.Day(c.At)+", "+s.Words.Back(s.At().Sub(c.At.First())))+dot, c),
		" "+s.Styles.Muted.Render(s.Words.ClaimCount(n)+dot+s.Words.Ledger.AllStale),
	)
}

// last is the group with the newest claim of what the first group counts: where
// all are stale none leads by its unit.
func last(s pane.Scene, g model.ClaimGroup) model.ClaimGroup {
	for _, o := range s.Board.Claims {
		if o.What == g.What && o.Crossing == g.Crossing && o.Claims[0].Count.At.Compare(g.Claims[0].Count.At) > 0 {
			g = o
		}
	}
	return g
}

// others lists what the same is claimed to be in other units, which may not be
// compared with the headline.
func others(s pane.Scene, g model.ClaimGroup) string {
	var parts []string
	for _, o := range s.Board.Claims {
		if o.What == g.What && o.Crossing == g.Crossing && o.Unit != g.Unit && !stale(o) {
			parts = append(parts, s.Words.Units(span(s, o), highest(o), o.Unit))
		}
	}
	text := strings.Join(parts, ", ")
	// The unit is told anyway.
	if noted := fmt.Sprintf(s.Words.Ledger.OtherUnit, text); text != "" && draw.Width(noted)+2 <= s.Size.W {
		return noted
	}
	return text
}

// span is the range of the claims of a group that are not stale, or the figure
// that they agree on; empty where there is none.
func span(s pane.Scene, g model.ClaimGroup) string {
	if g.Working == nil {
		return ""
	}
	if g.Low == nil || g.High == nil || *g.Low == *g.High {
		return s.Words.Figure(g.Working.Count)
	}
	return s.Words.Range(g.Low, g.High)
}

// highest is the number that span ends with.
func highest(g model.ClaimGroup) *int64 {
	if g.Working != nil && (g.Low == nil || g.High == nil || *g.Low == *g.High) {
		return lang.Most(g.Working.Count)
	}
	return g.High
}

func figure(s pane.Scene, c *model.Count) string {
	if f := s.Words.Figure(c); f != "" {
		return f
	}
	return s.Words.Ledger.NoNumber
}

// attributed ends a line with the claimant.
func attributed(s pane.Scene, line string, c *model.Count) string {
	return line + by(s, c, s.Size.W-draw.Width(line)-1)
}

// by names the claimant, or its side where nobody is named, in at most w cells.
// The mark of state media is never what is cut.
func by(s pane.Scene, c *model.Count, w int) string {
	name := c.By.String()
	if c.By.Empty() {
		name = s.Side(c.Side)
	}
	mark := ""
	if onlyStateMedia(s, c) {
		mark = s.Styles.Glyphs.StateMedia
	}
	name = strings.TrimRight(draw.FitTail(name, w-draw.Width(mark), s.Styles.Glyphs.Ellipsis), " ")
	return name + s.Styles.StateMedia.Render(mark)
}

// onlyStateMedia tells whether all sources of a claim are outlets of a state.
func onlyStateMedia(s pane.Scene, c *model.Count) bool {
	for _, id := range c.Sources {
		if source := s.Board.Source(id); source == nil || !source.StateMedia {
			return false
		}
	}
	return len(c.Sources) > 0
}
