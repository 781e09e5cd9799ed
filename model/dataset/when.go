package dataset

import (
	"fmt"
	"time"

	"bordertop/model"
)

// momentText is a moment as TOML has it: as exactly as it was written, in a form
// that is read back as the same moment by the clocks of zone. It fails for what no
// form says, such as a day by other clocks.
func momentText(m model.Moment, zone *time.Location) (string, error) {
	for _, text := range forms(m) {
		if same, err := model.ParseMoment(text, zone); err == nil && same == m {
			if bare(m.Precision()) {
				return text, nil
			}
			return quoted(text), nil
		}
	}
	return "", fmt.Errorf("%s – %s cannot be written by the clocks of %q", m.First().Format(time.RFC3339), m.Last().Format(time.RFC3339), zoneName(zone))
}

// bare tells whether TOML has a type for moments of a precision.
func bare(p model.Precision) bool { return p == model.Minute || p == model.Day }

// forms lists how a moment may be written, the plainest first.
func forms(m model.Moment) []string {
	first, last := m.Dates()
	day, end := first.Format(time.DateOnly), last.Format(time.DateOnly)
	switch m.Precision() {
	case model.Minute:
		// No offset has seconds, but for those of very old clocks.
		return []string{exact(m), first.Format("2006-01-02T15:04:05.999999")}
	case model.Midnight:
		return []string{end + " 24:00"}
	case model.Day:
		return []string{day}
	case model.Month:
		return []string{first.Format("2006-01")}
	case model.Year:
		return []string{first.Format("2006")}
	case model.Span:
		return spans(m)
	case model.None:
	}
	return nil
}

// exact is the first instant of a moment with its offset.
func exact(m model.Moment) string {
	first, _ := m.Dates()
	return m.First().In(first.Location()).Format(time.RFC3339Nano)
}

// spans lists how an interval may be written: between days and instants.
func spans(m model.Moment) []string {
	first, last := m.Dates()
	over := m.Last().In(last.Location())
	var out []string
	for _, a := range []string{first.Format(time.DateOnly), exact(m)} {
		for _, b := range []string{last.Format(time.DateOnly), over.Format(time.RFC3339Nano)} {
			out = append(out, a+"/"+b)
		}
	}
	return out
}
