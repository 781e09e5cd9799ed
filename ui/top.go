package ui

import (
	"strconv"
	"strings"
	"time"

	"bordertop/model"
	"bordertop/ui/theme"
)

// topLine tells what is shown and as of when, and sums it up.
func (a *App) topLine(w int) string {
	st := a.styles
	out := []segment{{text: st.Title.Render("bordertop"), priority: 2}}
	if a.o.Name != "" {
		out = append(out, segment{text: st.Muted.Render(a.o.Name), priority: 4})
	}
	out = append(out, a.clocks(w)...)
	if age := a.age(w); age != "" {
		out = append(out, segment{text: age, priority: 9})
	}
	if n := a.underEmbargo(); n > 0 {
		text := st.Warn.Render(st.Glyphs.Embargo + " " + a.words.Count(a.words.Private.Sealed, int64(n)))
		out = append(out, segment{text: text, priority: 9})
	}
	words := w
	if (a.travel.hindsight || a.travel.play.on) && w < roomy {
		words = 0 // what is not the plain past must be seen to be so
	}
	out = append(out, segment{text: a.states(words), priority: 10, right: true})
	if d, ok := a.board.NextDeadline(); ok {
		word, left := a.words.Next, a.words.Span(d.Left(a.moment()))
		switch {
		case w >= roomy:
			word = a.words.DeadlineIn
		case w < wordy:
			left = a.words.Age(d.Left(a.moment()))
		}
		text := st.Muted.Render(word) + " " + left
		out = append(out, segment{text: text, priority: 6, right: true})
	}
	if n := a.board.StaleCount(); n > 0 {
		text := st.Stale.Render(strconv.Itoa(n) + " " + a.words.Freshness(model.Stale))
		out = append(out, segment{text: text, priority: 5, right: true})
	}
	if text := a.failing(); text != "" {
		out = append(out, segment{text: text, priority: 5, right: true})
	}
	if n := len(a.alerts); n > 0 {
		text := st.Warn.Render(st.Glyphs.Alert + " " + a.words.Count(a.words.Alerts.Standing, int64(n)))
		out = append(out, segment{text: text, priority: 8, right: true})
	}
	if n := a.o.Reader.News(); n > 0 {
		text := st.Accent.Render(st.Glyphs.Unread + " " + a.words.Count(a.words.Frame.News, int64(n)))
		out = append(out, segment{text: text, priority: 5, right: true})
	}
	return line(w, out)
}

// underEmbargo counts the records that must not leave the desk.
func (a *App) underEmbargo() int {
	n := 0
	for id := range a.sealed {
		if a.log.Holds(id) { // or it is an act
			n++
		}
	}
	return n
}

// clocks tell the moment shown in the board's zone and, where there is room, in
// the others, and whether it is the present.
func (a *App) clocks(w int) []segment {
	at := a.moment()
	out := []segment{{text: a.clock(at, w), priority: 9}}
	if !a.live() {
		out = append(out, segment{text: a.styles.Warn.Render(a.words.Replay), priority: 8})
	}
	if a.travel.hindsight {
		out = append(out, segment{text: a.styles.Warn.Render(a.words.Travel.AsKnownNow), priority: 7})
	}
	if a.travel.play.on {
		out = append(out, segment{text: a.progress(w), priority: 7})
	}
	return out
}

func (a *App) clock(at time.Time, w int) string {
	here := at.In(a.o.Zone)
	if w < wordy {
		return a.words.Date(here, here) + " " + here.Format("15:04")
	}
	var text strings.Builder
	text.WriteString(a.words.Clock(at, a.o.Zone))
	_, offset := here.Zone()
	for i, c := range a.o.Clocks {
		there := at.In(c.Zone)
		_, other := there.Zone()
		switch {
		case i == 0:
			text.WriteString(a.styles.Muted.Render(" " + c.Name))
		case other != offset && w >= roomy:
			text.WriteString(a.styles.Muted.Render(" " + a.styles.Glyphs.Dot + " " + there.Format("15:04") + " " + c.Name))
		}
	}
	return text.String()
}

// roomy is the width from which the top line shows all clocks.
const roomy = 100

// wordy is the width from which the top line has words beside its signs.
const wordy = 72

// states counts the crossings by state, each with its sign and, where there is
// room, its word.
func (a *App) states(w int) string {
	n := a.board.StateCounts()
	g := a.styles.Glyphs
	var parts []string
	add := func(style theme.Style, sign string, count int, word string) {
		if count == 0 {
			return
		}
		text := sign + " " + strconv.Itoa(count)
		if w >= wordy {
			text += " " + strings.ToLower(word)
		}
		parts = append(parts, style.Render(text))
	}
	add(a.styles.Closed, g.Closed, n[model.Closed], a.words.Closed)
	add(a.styles.Restricted, g.Restricted, n[model.Restricted], a.words.Restricted)
	add(a.styles.Open, g.Open, n[model.OpenWithBans], a.words.OpenWithBans)
	add(a.styles.Open, g.Open, n[model.Open], a.words.Open)
	add(a.styles.Unknown, g.Unknown, n[model.Unknown], a.words.Unknown)
	return strings.Join(parts, "  ")
}
