package detail

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"bordertop/model"
	"bordertop/model/clean"
	"bordertop/ui/pane"
)

// when is a moment with its year, and an instant by each clock that shows
// another hour.
func when(s pane.Scene, m model.Moment) string {
	if m.Precision() == model.Span {
		return between(s, m)
	}
	text := s.Words.Moment(m, s.Zone, time.Time{})
	if !m.Exact() {
		return text
	}
	return text + clocks(s, m)
}

// between is a moment that lies somewhere between two others: days where both
// ends are midnights, else hours.
func between(s pane.Scene, m model.Moment) string {
	first, last := m.First().In(s.Zone), m.Last().In(s.Zone)
	a, b := s.Words.Clock(first, s.Zone), s.Words.Clock(last, s.Zone)+" "+homeClock(s, m)
	if midnight(first) && midnight(last) {
		from, to := m.Dates()
		a, b = s.Words.FullDate(from), s.Words.FullDate(to)
	}
	return fmt.Sprintf(s.Words.Page.Between, a, b)
}

func midnight(t time.Time) bool { return t.Hour() == 0 && t.Minute() == 0 && t.Second() == 0 }

// clocks names the clock that an instant is shown by, and gives the hour of the
// others where it differs.
func clocks(s pane.Scene, m model.Moment) string {
	home := m.First().In(s.Zone)
	parts := []string{" " + homeClock(s, m)}
	for _, c := range s.Clocks {
		there := m.First().In(c.Zone)
		if offset(there) == offset(home) {
			continue
		}
		hour := there.Format("15:04")
		if there.Day() != home.Day() || m.Precision() == model.Midnight {
			hour = s.Words.Date(there, home) + " " + hour
		}
		parts = append(parts, tied(hour+" "+c.Name))
	}
	return strings.Join(parts, tie+s.Styles.Glyphs.Dot+" ")
}

// homeClock names the zone of the scene by the first clock that shows its hour.
func homeClock(s pane.Scene, m model.Moment) string {
	home := m.First().In(s.Zone)
	for _, c := range s.Clocks {
		if offset(m.First().In(c.Zone)) == offset(home) {
			return c.Name
		}
	}
	return home.Format("MST")
}

func offset(t time.Time) int {
	_, seconds := t.Zone()
	return seconds
}

// value is the value of a field in words; empty where it says nothing.
func (p *page) value(field string, v any) string {
	switch v := v.(type) {
	case model.Moment:
		return when(p.s, v)
	case clean.Text:
		return v.String()
	case *int64:
		if v == nil {
			return ""
		}
		return p.s.Words.Number(*v)
	case int64:
		return p.s.Words.Number(v)
	case model.ID:
		return p.name(v)
	case []model.ID:
		return p.names(v)
	case *float64:
		return degrees(v)
	case string:
		return p.word(field, v)
	}
	return p.compound(v)
}

// compound is the value of a field that only some kinds of record have.
func (p *page) compound(v any) string {
	w := p.s.Words
	switch v := v.(type) {
	case []clean.Text:
		return texts(v)
	case []model.Class:
		return w.Classes(v)
	case model.Class:
		return w.Class(v)
	case model.Country:
		return w.Country(v)
	case []model.Permit:
		return w.Who(v)
	case *model.Fee:
		return p.fee(v)
	case []model.Figure:
		return p.figures(v)
	case time.Duration:
		return w.Span(v)
	case model.What:
		return w.What(v)
	case model.Unit:
		return w.Unit(v)
	case model.Confidence:
		return w.Confidence(v)
	case model.Qualifier:
		return w.Qualifier(v)
	case model.ConditionState:
		return w.Condition(v)
	case model.ReportState:
		return w.Report(v)
	case clean.URL:
		return v.String()
	}
	return p.kindWord(v)
}

// kindWord names a kind within a kind of record.
func (p *page) kindWord(v any) string {
	w := p.s.Words
	switch v := v.(type) {
	case model.MeasureKind:
		return w.Measure(v)
	case model.ConditionKind:
		return w.Demand(v)
	case model.SourceKind:
		return w.Source(v)
	case model.PlaceKind:
		return w.Place(v)
	case model.AmendmentKind:
		return w.Amendment(v)
	}
	return ""
}

// word names a word that an amendment sets as a string because kinds of record
// differ in what it means: it is meant as the record at hand has it.
func (p *page) word(field, v string) string {
	if p.a.Record == nil {
		return p.s.Words.Plain(v)
	}
	typed := ""
	switch kind := p.a.Record.Kind(); {
	case field == "state" && kind == model.KindCondition:
		typed = p.s.Words.Condition(model.ConditionState(v))
	case field == "state" && kind == model.KindReport:
		typed = p.s.Words.Report(model.ReportState(v))
	case field == "kind" && kind == model.KindMeasure:
		typed = p.s.Words.Measure(model.MeasureKind(v))
	case field == "kind" && kind == model.KindCondition:
		typed = p.s.Words.Demand(model.ConditionKind(v))
	case field == "kind" && kind == model.KindSource:
		typed = p.s.Words.Source(model.SourceKind(v))
	}
	if typed == "" {
		return p.s.Words.Plain(v)
	}
	return typed
}

func (p *page) figures(fs []model.Figure) string {
	parts := make([]string, len(fs))
	for i, f := range fs {
		parts[i] = p.s.Words.Measured(f)
	}
	return strings.Join(parts, ", ")
}

func (p *page) fee(f *model.Fee) string {
	if f == nil {
		return ""
	}
	s := p.s.Words.Fee(*f)
	if !f.Each.Empty() {
		s += ", " + f.Each.String()
	}
	return s
}

func texts(ts []clean.Text) string {
	parts := make([]string, len(ts))
	for i, t := range ts {
		parts[i] = t.String()
	}
	return strings.Join(parts, ", ")
}

func degrees(v *float64) string {
	if v == nil {
		return ""
	}
	return strconv.FormatFloat(*v, 'f', -1, 64)
}
