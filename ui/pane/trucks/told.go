package trucks

import (
	"fmt"
	"strings"

	"bordertop/model"
	"bordertop/model/lang"
	"bordertop/ui/draw"
	"bordertop/ui/pane"
)

// told tells of the claim that a row means: its value, who says so and when, and
// its sources; where there is room, what the claim was in full, and what it
// contradicts.
func told(s pane.Scene, r row) []string {
	c := r.counted()
	style, mark := s.Sides().Of(c.Side.String())
	value := s.Words.Counted(figure(s, c), lang.Most(c), c.Unit, c.What)
	who := c.By.String()
	if side := s.Side(c.Side); side != who {
		who = s.Join(who, side)
	}
	note := ""
	switch {
	case c.Repeats != "":
		note = s.Words.Ledger.Repeat
	case c.PartOf != "":
		note = s.Words.Ledger.Part
	}
	first := style.Render(mark) + " " + s.Join(s.Styles.Figure.Render(value), who, s.Styles.Muted.Render(s.Named(c.At)), s.Styles.Muted.Render(note))
	lines := []string{first, sources(s, c.ID)}
	if s.Size.H > shortTold {
		lines = []string{first, c.Summary.String(), sources(s, c.ID)}
	}
	if rivals := against(s, r); rivals != "" && s.Size.H >= fullTold {
		lines = []string{first, c.Summary.String(), rivals, sources(s, c.ID)}
	}
	return ruled(s, lines)
}

// counted is the claim that a row means.
func (r row) counted() *model.Count {
	switch {
	case !r.heading():
		return r.claim.Count
	case r.group.Working != nil:
		return r.group.Working.Count
	}
	return r.group.Claims[0].Count
}

// against names the claims that contradict one and may be compared with it, as
// the board has them.
func against(s pane.Scene, r row) string {
	c := r.counted()
	var rivals []string
	for _, o := range r.group.Claims {
		if o.Count.PartOf == c.PartOf && o.Fresh != model.Stale && o.Count.Contradicts(c) {
			rivals = append(rivals, fmt.Sprintf("%s (%s)", s.Words.Figure(o.Count), s.Join(o.Count.By.String(), s.Day(o.Count.At))))
		}
		if len(rivals) > s.Size.W/minName { // there is room for no more
			break
		}
	}
	if len(rivals) == 0 {
		return ""
	}
	clash := s.Styles.Warn.Render(s.Styles.Glyphs.Clash + " " + s.Words.Plots.Against)
	return clash + " " + strings.Join(rivals, ", ")
}

// sources names the sources of a record, with the day of each.
func sources(s pane.Scene, id model.ID) string {
	var names []string
	out, later := s.Sources(id)
	for _, source := range out {
		name := source.Publisher.String()
		if source.StateMedia {
			name += s.Styles.StateMedia.Render(s.Styles.Glyphs.StateMedia)
		}
		if !source.Published.IsZero() {
			name += " " + s.Day(source.Published)
		}
		names = append(names, name)
	}
	if later > 0 {
		names = append(names, s.Styles.Faint.Render(s.Words.LaterSources(later)))
	}
	if len(names) == 0 {
		return ""
	}
	return s.Styles.Muted.Render(s.Words.Field("sources")) + " " + s.Join(names...)
}

// ruled fills the scene with lines, under a rule where there is room for one.
func ruled(s pane.Scene, lines []string) []string {
	var out []string
	if s.Size.H >= fullTold {
		out = append(out, s.Styles.Border.Render(strings.Repeat(s.Styles.Glyphs.Horizontal, s.Size.W)))
	}
	for _, line := range lines {
		out = append(out, draw.FitTail(" "+line, s.Size.W-1, s.Styles.Glyphs.Ellipsis)+" ")
	}
	return draw.Lines(out, s.Size.W, s.Size.H)
}
