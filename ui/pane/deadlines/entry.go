package deadlines

import (
	"slices"
	"strings"

	"bordertop/model"
	"bordertop/ui/pane"
	"bordertop/ui/theme"
)

// entry is a deadline with what its columns are measured by.
type entry struct {
	model.DeadlineStatus
	// figure is what it comes down to, when its moment, and clocks what the
	// clocks elsewhere show then.
	figure, when, clocks string
	// country is whose authorities decided so; empty where the record does not
	// tell.
	country model.Country
}

// countries lists those that the crossings join.
func countries(s pane.Scene) []model.Country {
	var out []model.Country
	for _, c := range s.Board.Crossings {
		for _, country := range c.Crossing.Countries {
			if !slices.Contains(out, country) {
				out = append(out, country)
			}
		}
	}
	return out
}

func entryOf(s pane.Scene, d model.DeadlineStatus, among []model.Country) entry {
	e := entry{DeadlineStatus: d, figure: s.Words.Countdown(d, s.At()), when: s.Moment(d.At)}
	if d.State == model.NoDate {
		e.when = s.Words.DeadlineState(model.NoDate)
		if fee := d.Measures[0].Fee; fee != nil {
			e.when = s.Words.Fee(*fee)
		}
	}
	if d.Deadline == nil {
		e.country = s.Words.Mentioned(d.Measures[0].By.String(), among)
	}
	var clocks []string
	for _, c := range s.Clocks {
		if t := s.Words.OtherClock(d.At, e.when, s.Zone, c.Zone, s.At()); t != "" {
			clocks = append(clocks, t+" "+c.Name)
		}
	}
	e.clocks = strings.Join(clocks, dot(s))
	return e
}

func dot(s pane.Scene) string { return " " + s.Styles.Glyphs.Dot + " " }

// sign gives the shape of a state; what merely runs has none.
func (e entry) sign(s pane.Scene) (theme.Style, string) {
	g := s.Styles.Glyphs
	switch e.State {
	case model.BroughtForward:
		return s.Styles.Warn, g.Left
	case model.Extended, model.Coming:
		return s.Styles.Warn, g.Right
	case model.LiftedEarly:
		return s.Styles.Open, g.Check
	case model.Elapsed:
		return s.Styles.Unknown, g.Unknown
	case model.Running, model.NoDate:
	}
	return s.Styles.Muted, " "
}

// runs tells whether time is running out.
func (e entry) runs() bool {
	return e.State == model.Running || e.State == model.BroughtForward || e.State == model.Extended
}

// names gives what ends, the fullest first.
func (e entry) names(s pane.Scene) []string {
	if e.Deadline != nil {
		return []string{e.Title().String()}
	}
	effect := s.Words.EffectBy(e.country, s.Words.Effect(e.Measures))
	if e.State == model.Coming {
		effect = s.Words.Begins(effect)
	}
	named, all := e.crossings(s)
	switch {
	case all:
		return []string{effect + dot(s) + s.Words.AllCrossings(), effect}
	case len(named) == 0:
		return []string{effect}
	}
	return []string{effect + dot(s) + strings.Join(named, ", "), effect + dot(s) + s.Words.SomeCrossings(len(named)), effect}
}

func (e entry) crossings(s pane.Scene) (named []string, all bool) {
	for _, m := range e.Measures {
		all = all || m.Crossings == nil
		for _, id := range m.Crossings {
			name := string(id)
			if c, ok := s.Board.Crossing(id); ok {
				name = s.Near(c.Crossing)
			}
			if !slices.Contains(named, name) {
				named = append(named, name)
			}
		}
	}
	return named, all
}

// note is something to say of a deadline, and in fewer words where room is
// scarce. What is exact is left out sooner than cut.
type note struct {
	text, short string
	style       theme.Style
	exact       bool
}

// where is the crossings that the name of a deadline does not tell.
func (e entry) where(s pane.Scene, name string) note {
	n := note{style: s.Styles.Text}
	if e.Deadline != nil || strings.Contains(name, dot(s)) {
		return n
	}
	switch named, all := e.crossings(s); {
	case all:
		n.text = s.Words.AllCrossings()
	case len(named) > 0:
		n.text, n.short = strings.Join(named, ", "), s.Words.SomeCrossings(len(named))
	}
	return n
}

// notes says what is to be said of a deadline beside its date, what matters
// most first.
func (e entry) notes(s pane.Scene) []note {
	var out []note
	add := func(style theme.Style, text string) {
		if text != "" {
			out = append(out, note{text: text, style: style})
		}
	}
	add(s.Styles.Text, e.fate(s))
	if e.runs() && !e.Was.IsZero() {
		out[0].short = s.Words.Planned(s.Moment(e.Was))
	}
	if e.clocks != "" {
		out = append(out, note{text: e.clocks, style: s.Styles.Muted, exact: true})
	}
	for _, rival := range e.rivals(s) {
		add(s.Styles.Disputed, s.Styles.Glyphs.Disputed+" "+rival)
	}
	by, fact, affects := e.said()
	if fact.Confidence == model.Low {
		add(s.Styles.Warn, s.Words.Confidence(fact.Confidence))
	}
	if e.country == "" || !s.Words.Names(e.country, by) {
		add(s.Styles.Muted, by)
	}
	if e.State == model.NoDate {
		add(s.Styles.Muted, s.Words.Since+" "+s.Day(e.From))
	}
	add(s.Styles.Muted, affects)
	return out
}

// said gives who decided, unless the name tells, on what record, and whom it
// affects.
func (e entry) said() (by string, fact *model.Fact, affects string) {
	if e.Deadline != nil {
		by = e.Deadline.By.String()
		if strings.HasPrefix(e.Title().String(), by) {
			by = ""
		}
		return by, e.Deadline.Head(), ""
	}
	m := e.Measures[0]
	return m.By.String(), m.Head(), m.Affects.String()
}

// fated counts the notes that tell the fate of a deadline.
func (e entry) fated() int {
	switch e.State {
	case model.BroughtForward, model.Extended, model.LiftedEarly, model.Elapsed:
		return 1
	case model.Running, model.Coming, model.NoDate:
	}
	return 0
}

// fate says in words what became of a deadline.
func (e entry) fate(s pane.Scene) string {
	switch e.State {
	case model.BroughtForward, model.Extended, model.LiftedEarly:
		return s.Words.DeadlineState(e.State) + ", " + s.Words.Planned(s.Moment(e.Was))
	case model.Elapsed:
		return s.Words.DeadlineState(e.State)
	case model.Coming:
		if until := e.Measures[0].Until; !until.IsZero() {
			return s.Words.Until + " " + s.Moment(until)
		}
	case model.NoDate:
		if when := e.Measures[0].EndsWhen; !when.Empty() {
			return s.Words.EndsWhen(when.String())
		}
	case model.Running:
	}
	return ""
}

// rivals lists who gives another date, or another fee, and which.
func (e entry) rivals(s pane.Scene) []string {
	ids := []model.ID{e.ID}
	if e.Deadline == nil {
		ids = nil
		for _, m := range e.Measures {
			ids = append(ids, m.ID)
		}
	}
	var out []string
	seen := map[model.ID]bool{}
	for _, id := range ids {
		a, _ := s.Board.Record(id)
		for _, d := range a.Disputes {
			if value := e.rival(s, d); value != "" && !seen[d.ID] {
				seen[d.ID] = true
				out = append(out, value+", "+d.By.String())
			}
		}
	}
	return out
}

// rival is the date or the fee that a dispute gives, the date with its year
// where that is not the year of the deadline.
func (e entry) rival(s pane.Scene, d *model.Amendment) string {
	for _, set := range d.Set {
		switch value := set.Value.(type) {
		case model.Moment:
			if set.Field == "until" || set.Field == "ended" || set.Field == "due" {
				_, day := e.At.Dates()
				return s.Words.Moment(value, s.Zone, day)
			}
		case *model.Fee:
			return s.Words.Fee(*value)
		}
	}
	return ""
}
