package pane

import (
	"fmt"
	"strings"
	"time"

	"bordertop/model/source"
	"bordertop/ui/theme"
)

// Faring is how a live source fares: its sign and its word, and the style of both.
func Faring(s Scene, h source.Health) (text string, style theme.Style) {
	state := h.State(s.Now)
	mark, style := faring(s.Styles, state)
	return mark + " " + s.Words.Faring(string(state)), style
}

func faring(st theme.Styles, state source.State) (mark string, style theme.Style) {
	switch state {
	case source.Fresh:
		return st.Glyphs.Check, st.Open
	case source.Ageing:
		return st.Glyphs.Check, st.Text
	case source.Stale:
		return st.Glyphs.Unknown, st.Stale
	case source.Failing:
		return st.Glyphs.Cross, st.Warn
	case source.Waiting:
		return st.Glyphs.Dot, st.Muted
	case source.Off:
	}
	return st.Glyphs.Dash, st.Faint
}

// DataAge is the age of what a source told.
func DataAge(s Scene, h source.Health) string {
	age, ok := h.Age(s.Now)
	if !ok {
		return s.Words.Live.Never
	}
	return s.Words.Age(age)
}

// Due is when a source is asked next.
func Due(s Scene, h source.Health) string {
	if h.Off || h.Next.IsZero() {
		return s.Styles.Glyphs.Dash
	}
	return hour(s, h.Next)
}

// hour is a moment to the minute, with its day unless that is today.
func hour(s Scene, t time.Time) string {
	there, here := t.In(s.Zone), s.Now.In(s.Zone)
	if there.YearDay() == here.YearDay() && there.Year() == here.Year() {
		return there.Format("15:04")
	}
	return s.Words.Date(there, here) + " " + there.Format("15:04")
}

// Remark is what there is to say of a source: why it fails, or what of it people
// should know.
func Remark(s Scene, h source.Health) string {
	w := s.Words
	var parts []string
	if h.State(s.Now) == source.Failing {
		why := w.WhyFailing(string(h.Why))
		if !h.Detail.Empty() {
			why += ": " + h.Detail.String()
		}
		parts = append(parts, fmt.Sprintf(w.Live.Failed, hour(s, h.Since), why))
	}
	for _, note := range h.Notes {
		parts = append(parts, note.String())
	}
	if h.Skipped > 0 {
		parts = append(parts, w.Count(w.Live.Skipped, int64(h.Skipped)))
	}
	if h.Flags != 0 {
		parts = append(parts, w.Live.Cleaned)
	}
	return strings.Join(parts, " "+s.Styles.Glyphs.Dot+" ")
}
