package model_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"bordertop/model"
	"bordertop/model/dataset"
	"bordertop/model/modeltest"
)

// TestBorder holds the board to what is known of the Lithuania–Belarus border.
func TestBorder(t *testing.T) {
	t.Parallel()
	d, faults := dataset.Embedded(dataset.Options{})
	if err := faults.Err(); err != nil {
		t.Fatal(err)
	}
	l := newLog(t, d.Records...)
	for _, tt := range []struct{ at, known, want string }{
		{at: "2025-10-20 12:00", known: "2025-10-23", want: `lavoriskes closed
			medininkai open
			raigardas closed
			salcininkai open
			sumskas closed
			tverecius closed`},
		{at: "2025-10-20 12:00", known: "2025-10-20", want: `lavoriskes closed
			medininkai unknown, last open, stale, seen 2024-04-18
			raigardas closed
			salcininkai unknown, last open, stale, seen 2024-03-01
			sumskas closed
			tverecius closed`},
		{at: "2025-10-22 04:00", want: `medininkai closed until 2025-10-22 09:00
			salcininkai closed until 2025-10-22 09:00`},
		{at: "2025-10-26 15:00", want: `medininkai open
			salcininkai open`},
		{at: "2025-10-26 22:30", want: `medininkai closed
			salcininkai closed
			c-1026 no date, 2 measures`},
		{at: "2025-10-28 12:00", want: `medininkai restricted for some
			salcininkai closed`},
		{at: "2025-11-11 18:00", want: `medininkai restricted for some until 2025-12-01 00:00
			salcininkai closed until 2025-12-01 00:00
			trucks at medininkai may not
			trucks at salcininkai may not
			c-gov-1029 running to 2025-12-01 00:00, 462h0m0s left, 2 measures
			r-by-2027 running to 2027-12-31, 18726h0m0s left
			k-lt-air unmet
			k-lt-trucks unmet
			stranded truck
			stranded both`},
		{at: "2025-11-19 23:00", want: `medininkai restricted for some until 2025-11-20 00:00
			salcininkai closed until 2025-11-20 00:00
			c-gov-1029 brought forward to 2025-11-20 00:00, was 2025-12-01 00:00, 1h0m0s left, 264h0m0s early, 2 measures`},
		{at: "2025-11-20 00:30", want: `medininkai open
			salcininkai open
			c-gov-1029 lifted early to 2025-11-20 00:00, was 2025-12-01 00:00, 30m0s over, 264h0m0s early, 2 measures`},
		{at: "2025-11-25", known: "2025-11-18", want: `medininkai restricted for some until 2025-12-01 00:00
			salcininkai closed until 2025-12-01 00:00`},
		{at: "2026-11-23", want: `medininkai unknown, last open, stale, seen 2026-03-10, beside 2026-10-06
			salcininkai unknown, last open, stale, seen 2026-03-10, beside 2026-10-06
			trucks at medininkai not known
			d-return elapsed to 2026-03-23, 5880h0m0s over`},
	} {
		t.Run(tt.at+" known by "+tt.known, func(t *testing.T) {
			t.Parallel()
			known := tt.known
			if known == "" {
				known = tt.at
			}
			b := l.At(modeltest.Time(t, tt.at), modeltest.Time(t, known))
			told := borderText(b) + deadlineText(b)
			missing := slices.DeleteFunc(lines(tt.want), func(line string) bool { return slices.Contains(lines(told), line) })
			if len(missing) > 0 {
				t.Errorf("the board does not say:\n%s\nit says:\n%s", strings.Join(missing, "\n"), told)
			}
		})
	}
}

// borderText is what a reader asks first: the crossings, trucks, claims and
// conditions.
func borderText(b model.Board) string {
	var s strings.Builder
	for _, c := range b.Crossings {
		h := c.Headline
		fmt.Fprintf(&s, "%s %s", c.Crossing.ID, stateText(h.State))
		if h.State == model.Unknown {
			fmt.Fprintf(&s, ", last %s%s, seen %s", stateText(h.Last), freshText(h.Fresh), clock(h.Seen))
		}
		for _, r := range h.Beside {
			s.WriteString(", beside " + clock(r.At))
		}
		if len(h.Allows) > 0 {
			s.WriteString(" for some")
		}
		if !h.Until.IsZero() {
			s.WriteString(" until " + clock(h.Until))
		}
		s.WriteString("\n" + trucksText(c))
	}
	for _, g := range b.Claims {
		fmt.Fprintf(&s, "%s %s %s\n", g.What, g.Unit, g.Crossing)
	}
	for _, k := range b.Conditions {
		fmt.Fprintf(&s, "%s %s\n", k.Condition.ID, k.Condition.State)
	}
	return s.String()
}

// trucksText is whether trucks may pass, a line for each answer.
func trucksText(c model.CrossingStatus) string {
	var out []string
	for _, p := range c.Passages {
		answer := [...]string{model.NotKnown: "not known", model.May: "may", model.SomeMay: "some may", model.MayNot: "may not"}[p.May()]
		if line := fmt.Sprintf("trucks at %s %s\n", c.Crossing.ID, answer); p.Class == model.Truck && !slices.Contains(out, line) {
			out = append(out, line)
		}
	}
	return strings.Join(out, "")
}
