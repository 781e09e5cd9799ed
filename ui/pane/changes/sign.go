package changes

import (
	"slices"
	"strings"

	"bordertop/model"
	"bordertop/ui/pane"
	"bordertop/ui/theme"
)

// mark is the sign of a change: the state that a crossing is in, the side that
// claims something, how severe an incident is.
func mark(s pane.Scene, it item) (theme.Style, string) {
	st, g := s.Styles, s.Styles.Glyphs
	switch it.Kind {
	case model.StateChanged:
		return state(s, it.State.After)
	case model.DeadlineChanged:
		return fate(s, it.Deadline.Fate)
	case model.ClaimChanged:
		return st.Text, g.Dot
	case model.ConditionChanged:
		return st.Text, g.Dot
	case model.EventAdded:
		if i, ok := it.Event.(*model.Incident); ok {
			return st.Severity(int(i.Severity)), g.Severity
		}
		return st.Muted, g.Dot
	case model.RecordAmended:
		if it.Amendment.Amendment.Type == model.Dispute {
			return st.Disputed, g.Disputed
		}
	}
	return st.Warn, g.Cross
}

func state(s pane.Scene, p model.Passage) (theme.Style, string) {
	st, g := s.Styles, s.Styles.Glyphs
	if p.Disputed() {
		return st.Disputed, g.Disputed
	}
	switch p.State {
	case model.Closed:
		return st.Closed, g.Closed
	case model.Restricted:
		return st.Restricted, g.Restricted
	case model.Open, model.OpenWithBans:
		return st.Open, g.Open
	case model.Unknown:
	}
	return st.Unknown, g.Unknown
}

func fate(s pane.Scene, f model.DeadlineFate) (theme.Style, string) {
	st, g := s.Styles, s.Styles.Glyphs
	switch f {
	case model.MovedUp:
		return st.Warn, g.Left
	case model.MovedBack:
		return st.Warn, g.Right
	case model.Lifted:
		return st.Open, g.Check
	case model.Passed:
		return st.Warn, g.Unknown
	case model.CalledOff, model.Replaced:
		return st.Muted, g.Cross
	case model.Announced, model.Begun, model.Finished:
	}
	return st.Text, g.Dot
}

// public says when a change became known: at midnight, on which day.
func public(s pane.Scene, it item) string {
	at := it.Known.In(s.Zone)
	if at.Format("15:04") == "00:00" {
		return s.Words.Known + " " + s.Words.Date(at, s.At().In(s.Zone))
	}
	return s.Words.Known + " " + s.Moment(model.Exactly(it.Known))
}

// mostSaid is how many publishers are named.
const mostSaid = 4

// said names who published what a change rests on: the sources of what became known
// last.
func said(s pane.Scene, it item) string {
	var names []string
	for _, id := range it.Records {
		if !s.Board.KnownAt(id).Equal(it.Known) {
			continue
		}
		for _, source := range s.Board.Sources(id) {
			name := source.Publisher.String()
			if source.StateMedia {
				name += s.Styles.Glyphs.StateMedia
			}
			if !source.Published.First().After(s.Board.Known) && !slices.Contains(names, name) {
				names = append(names, name)
			}
		}
	}
	if more := len(names) - mostSaid; more > 0 {
		names = append(names[:mostSaid], s.Words.More(more))
	}
	return strings.Join(names, " "+s.Styles.Glyphs.Dot+" ")
}
