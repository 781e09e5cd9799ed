package conditions

import (
	"strconv"
	"strings"

	"bordertop/model"
	"bordertop/ui/draw"
	"bordertop/ui/pane"
	"bordertop/ui/theme"
)

// sign gives the style and the shape of a state.
func sign(s pane.Scene, state model.ConditionState) (theme.Style, string) {
	st, g := s.Styles, s.Styles.Glyphs
	switch state {
	case model.Met:
		return st.Open, g.Check
	case model.Unmet:
		return st.Closed, g.Cross
	case model.PartlyMet:
		return st.Restricted, g.Restricted
	case model.Relapsed:
		return st.Closed, g.Left
	case model.DisputedState:
		return st.Disputed, g.Disputed
	case model.StillOpen:
		return st.Unknown, g.Open
	case model.Untriggered:
		return st.Muted, g.Dot
	case model.WithdrawnState:
		return st.Muted, g.Dash
	case model.UnknownCondition:
	}
	return st.Unknown, g.Unknown
}

// heading names a side and counts how its conditions stand, in words, or by
// their signs where room is scarce, or only what is stale.
func heading(s pane.Scene, side side, w int) string {
	name := draw.FitTail(side.name, min(draw.Width(side.name), w-1), s.Styles.Glyphs.Ellipsis)
	head := " " + s.Styles.Heading.Render(name)
	for _, count := range counts(s, side.items) {
		if gap := w - 1 - draw.Width(head) - draw.Width(count); gap >= 2 {
			return head + strings.Repeat(" ", gap) + count
		}
	}
	return head
}

// counts says how many conditions stand in each way, and how many of them rest
// on old word, the fullest form first.
func counts(s pane.Scene, items []item) []string {
	n := make(map[model.ConditionState]int, len(items))
	stale := 0
	for _, it := range items {
		n[it.Condition.State]++
		if it.Fresh == model.Stale {
			stale++
		}
	}
	var words, signs []string
	old := ""
	for _, state := range append(model.UnknownCondition.Words(), "") {
		state := model.ConditionState(state)
		if n[state] == 0 {
			continue
		}
		style, shape := sign(s, state)
		words = append(words, s.Words.Tallies(n[state], s.Words.Standing(state)))
		signs = append(signs, s.Styles.Muted.Render(strconv.Itoa(n[state]))+" "+style.Render(shape))
	}
	if stale > 0 {
		word := s.Words.Tallies(stale, s.Words.Freshness(model.Stale))
		old = s.Styles.Muted.Render(word)
		words, signs = append(words, word), append(signs, old)
	}
	return []string{s.Styles.Muted.Render(strings.Join(words, ", ")), strings.Join(signs, "  "), old}
}

const (
	// detailed is the width from which a line has room for dates.
	detailed = 96
	// stump is the least that a name is cut to; in less room it is left out.
	stump = 8
)

// line is a condition in one line: its text, and at the right how it stands and
// whether somebody says otherwise; in a wide one since when, and how old the
// word is.
func line(s pane.Scene, it item, w int) string {
	style, _ := sign(s, it.Condition.State)
	g := s.Styles.Glyphs
	end := s.Words.Standing(it.Condition.State)
	if w >= detailed {
		end = draw.Fit(end, statesWidth(s))
	}
	end = style.Render(end)
	if len(it.rivals) > 0 {
		end = s.Styles.Disputed.Render(g.Disputed) + " " + end
	}
	if w >= detailed {
		end += "  " + s.Styles.Muted.Render(draw.FitRight(s.Day(it.Since), s.DateWidth())) + "  " +
			fresh(s, it.Fresh, s.FreshWidth())
	}
	room := w - draw.Width(end) - 3
	return draw.FitTail(it.Condition.Text.String(), room, g.Ellipsis) + "  " + end
}

// statesWidth has room for any state of a condition.
func statesWidth(s pane.Scene) int {
	w := 0
	for _, state := range model.UnknownCondition.Words() {
		w = max(w, draw.Width(s.Words.Condition(model.ConditionState(state))))
	}
	return w
}

// standing says how a condition stands, since when, who says so and how old
// that is. Where room is scarce it leaves out what sort of condition it is, then
// that the word is fresh, then who says so.
func standing(s pane.Scene, c model.ConditionStatus, w int) string {
	style, _ := sign(s, c.Condition.State)
	dot := " " + s.Styles.Glyphs.Dot + " "
	since := ""
	if !c.Since.IsZero() {
		since = " " + s.Words.Since + " " + s.Day(c.Since)
	}
	word, by, age := s.Words.Standing(c.Condition.State), c.Condition.By.String(), fresh(s, c.Fresh, 0)
	if kind := s.Words.Demand(c.Condition.Type); kind != "" && draw.Width(kind+" "+word+since+dot+by+dot+age) <= w {
		word = kind + " " + word
	}
	out := style.Render(word) + s.Styles.Muted.Render(since)
	age = dot + age
	if c.Fresh == model.Fresh && by != "" && draw.Width(word+since+dot+by+age) > w {
		age = ""
	}
	room := w - draw.Width(word+since+dot+age)
	if width := draw.Width(by); by != "" && (width <= room || room >= stump) {
		out += s.Styles.Muted.Render(dot + draw.FitTail(by, min(width, room), s.Styles.Glyphs.Ellipsis))
	}
	return out + s.Styles.Muted.Render(age)
}

// fresh says how far a condition's word may be relied on, in at least w cells.
func fresh(s pane.Scene, f model.Freshness, w int) string {
	text := s.Words.Freshness(f)
	text = draw.Fit(text, max(w, draw.Width(text)))
	if f == model.Stale {
		return s.Styles.Stale.Render(text)
	}
	return s.Styles.Muted.Render(text)
}
