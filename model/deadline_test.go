package model_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"bordertop/model"
	"bordertop/model/modeltest"
)

func deadlineState(s model.DeadlineState) string {
	switch s {
	case model.Running:
		return "running"
	case model.BroughtForward:
		return "brought forward"
	case model.Extended:
		return "extended"
	case model.Coming:
		return "coming"
	case model.LiftedEarly:
		return "lifted early"
	case model.Elapsed:
		return "elapsed"
	case model.NoDate:
		return "no date"
	}
	return "no state"
}

// deadlineText is a line a deadline, as "a b running to ... was ...: 72h left".
func deadlineText(b model.Board) string {
	var s strings.Builder
	for _, d := range b.Deadlines {
		fmt.Fprintf(&s, "%s %s", d.ID, deadlineState(d.State))
		if !d.At.IsZero() {
			s.WriteString(" to " + clock(d.At))
		}
		if !d.Was.IsZero() {
			s.WriteString(", was " + clock(d.Was))
		}
		for _, part := range []struct {
			length time.Duration
			word   string
		}{{d.Left(b.Valid), "left"}, {d.Over(b.Valid), "over"}, {d.Early(), "early"}} {
			if part.length.Round(time.Second) > 0 {
				fmt.Fprintf(&s, ", %s %s", part.length.Round(time.Second), part.word)
			}
		}
		if len(d.Measures) > 1 {
			fmt.Fprintf(&s, ", %d measures", len(d.Measures))
		}
		s.WriteString("\n")
	}
	return s.String()
}

func TestDeadlines(t *testing.T) {
	t.Parallel()
	fold(t, oneCrossing, []foldCase{
		{
			name: "run to the end of their day", at: "2025-11-29 00:00",
			records: `measure a kind=closure crossings=m from=2025-10-29 until=2025-11-30
			          deadline d known=2025-11-01 due=2025-11-30`,
			want: `a running to 2025-11-30, 48h0m0s left
			       d running to 2025-11-30, 48h0m0s left`,
		},
		{
			name: "show an act once, from the first of its measures", at: "2025-11-01 00:00",
			records: `measure a kind=closure act=x crossings=m from=2025-10-29 until="2025-11-30 24:00"
			          measure b kind=closure act=x crossings=n from=2025-10-27 until=2025-11-30
			          measure c kind=ban act=x crossings= from=2025-10-29 until=2025-12-31`,
			want: `x running to 2025-12-01 00:00, 720h0m0s left, 2 measures
			       x running to 2025-12-31, 1464h0m0s left`,
		},
		{
			name: "are brought forward by an end decided ahead of its time", at: "2025-11-19 00:00",
			records: `measure a kind=closure crossings=m from=2025-10-29 until="2025-11-30 24:00"
			          amendment u of=a kind=update known=2025-11-19 set.ended="2025-11-20 00:00"`,
			want: `a brought forward to 2025-11-20 00:00, was 2025-12-01 00:00, 24h0m0s left, 264h0m0s early`,
		},
		{
			name: "are brought forward by another until", at: "2025-11-19 00:00",
			records: `measure a kind=closure crossings=m from=2025-10-29 until="2025-11-30 24:00"
			          amendment u of=a kind=update known=2025-11-19 set.until=2025-11-20`,
			want: `a brought forward to 2025-11-20, was 2025-12-01 00:00, 48h0m0s left, 240h0m0s early`,
		},
		{
			name: "are extended", at: "2025-11-19 00:00",
			records: `measure a kind=closure crossings=m from=2025-10-29 until=2025-11-30
			          deadline d known=2025-11-01 due=2025-11-30
			          amendment u of=a,d kind=update known=2025-11-18 set.until=2025-12-02
			          amendment v of=d kind=update known=2025-11-18 set.due=2025-12-01`,
			want: `d extended to 2025-12-01, was 2025-11-30, 312h0m0s left
			       a extended to 2025-12-02, was 2025-11-30, 336h0m0s left`,
		},
		{
			name: "are not moved by a correction", at: "2025-11-19 00:00",
			records: `measure a kind=closure crossings=m from=2025-10-29 until=2025-11-30
			          amendment u of=a kind=correction known=2025-11-18 set.until=2025-12-02`,
			want: `a running to 2025-12-02, 336h0m0s left`,
		},
		{
			name: "were lifted early until the planned end has passed", at: "2025-11-20 00:00",
			records: `measure a kind=closure crossings=m from=2025-10-29 until="2025-11-30 24:00" ended="2025-11-20 00:00"`,
			want:    `a lifted early to 2025-11-20 00:00, was 2025-12-01 00:00, 264h0m0s early`,
		},
		{
			name: "are gone when it has", at: "2025-12-01 00:00",
			records: `measure a kind=closure crossings=m from=2025-10-29 until="2025-11-30 24:00" ended="2025-11-20 00:00"`,
		},
		{
			name: "are gone when a measure ended as planned, or later, or with no plan", at: "2025-12-01 00:00",
			records: `measure a kind=closure crossings=m from=2025-10-29 until=2025-11-20 ended="2025-11-20 24:00"
			          measure b kind=closure crossings=m from=2025-10-29 until=2025-11-20 ended=2025-11-25
			          measure c kind=closure crossings=m from=2025-10-29 ended=2025-11-20`,
		},
		{
			name: "run to the end of the interval in which a measure ends", at: "2025-11-19 12:00",
			records: `measure a kind=closure crossings=m from=2025-10-29 until=2025-11-30 ended=2025-11-19`,
			want:    `a brought forward to 2025-11-19, was 2025-11-30, 12h0m0s left, 264h0m0s early`,
		},
		{
			name: "are gone in the interval of an end that was not before its plan", at: "2025-11-19 12:00",
			records: `measure a kind=closure crossings=m from=2025-10-29 ended=2025-11-19
			          measure b kind=closure crossings=m from=2025-10-29 until="2025-11-19 10:00" ended=2025-11-19`,
		},
		{
			name: "elapse without news", at: "2025-12-04 00:00",
			records: `measure a kind=closure crossings=m from=2025-10-29 until=2025-11-30
			          deadline d known=2025-11-01 due=2025-12-01`,
			want: `d elapsed to 2025-12-01, 48h0m0s over
			       a elapsed to 2025-11-30, 72h0m0s over`,
		},
		{
			name: "have no date where an event would end them", at: "2025-12-04 00:00",
			records: `measure a kind=closure crossings=m from=2025-10-29 ends_when="a decision"
			          measure b kind=closure crossings=m from=2025-10-29`,
			want: `a no date`,
		},
		{
			name: "are coming where a measure was announced", at: "2025-11-01 00:00", known: "2025-12-01",
			records: `measure a kind=closure crossings=m known=2025-10-20 from=2025-11-02 until=2025-11-30
			          measure b kind=closure crossings=m known=2025-11-10 from=2025-11-12
			          measure c kind=closure crossings=m known=2025-10-20 from=2025-11-02 ended=2025-10-31
			          deadline d known=2025-11-10 due=2025-11-12`,
			want: `a coming to 2025-11-02, 24h0m0s left`,
		},
		{
			name: "are gone for what was replaced, withdrawn or is not known yet", at: "2025-11-04 00:00",
			records: `measure a kind=closure crossings=m from=2025-10-29 until=2025-11-30
			          measure b kind=requirement crossings=m from=2025-11-01 replaces=a
			          measure c kind=closure crossings=m from=2025-10-29 until=2025-11-30
			          deadline d known=2025-11-01 due=2025-12-01
			          amendment w of=c,d kind=withdrawal known=2025-11-02
			          deadline e known=2025-11-05 due=2025-12-01`,
		},
		{
			name: "stand soonest first, then lifted, then elapsed, the newest first, and last without a date", at: "2025-11-04 00:00",
			records: `measure nodate kind=closure from=2025-10-29 ends_when="a decision"
			          measure past kind=ban from=2025-10-29 until=2025-11-01
			          measure newer kind=ban from=2025-10-29 until=2025-11-02
			          measure gone kind=ban from=2025-10-29 until=2025-11-10 ended=2025-11-02
			          measure late kind=ban from=2025-10-29 until=2025-11-20
			          measure soon kind=ban from=2025-10-29 until=2025-11-10`,
			want: `soon running to 2025-11-10, 168h0m0s left
			       late running to 2025-11-20, 408h0m0s left
			       gone lifted early to 2025-11-02, was 2025-11-10, 24h0m0s over, 192h0m0s early
			       newer elapsed to 2025-11-02, 24h0m0s over
			       past elapsed to 2025-11-01, 48h0m0s over
			       nodate no date`,
		},
	}, deadlineText)
}

func TestNextDeadlineIsTheFirstThatRuns(t *testing.T) {
	t.Parallel()
	b := modeltest.Board(t, "2025-11-04", `deadline a known=2025-10-01 due=2025-11-01
		deadline b known=2025-10-01 due=2025-11-20
		deadline c known=2025-10-01 due=2025-11-10 title=pledge`)
	d, ok := b.NextDeadline()
	if !ok || d.ID != "c" || d.Title().String() != "pledge" {
		t.Errorf("got %q %q %t, want c, the pledge", d.ID, d.Title(), ok)
	}
	if d, ok := modeltest.Board(t, "2025-12-04", `deadline a known=2025-10-01 due=2025-11-01`).NextDeadline(); ok {
		t.Errorf("got %q, want none", d.ID)
	}
}

func TestShareIsBoundedAndNeverInvented(t *testing.T) {
	t.Parallel()
	from, to := modeltest.Moment(t, "2025-11-01"), modeltest.Moment(t, "2025-11-10")
	for _, tt := range []struct {
		name string
		d    model.DeadlineStatus
		now  string
		want float64
		ok   bool
	}{
		{"nothing before the start", model.DeadlineStatus{From: from, At: to}, "2025-10-01 00:00", 0, true},
		{"half way", model.DeadlineStatus{From: from, At: to}, "2025-11-06 00:00", 0.5, true},
		{"all after the end", model.DeadlineStatus{From: from, At: to}, "2026-11-06 00:00", 1, true},
		{"none without a start", model.DeadlineStatus{At: to}, "2025-11-06 00:00", 0, false},
		{"none without an end", model.DeadlineStatus{From: from, State: model.NoDate}, "2025-11-06 00:00", 0, false},
		{"none of what is coming", model.DeadlineStatus{From: from, At: to, State: model.Coming}, "2025-11-06 00:00", 0, false},
		{"none of what ends before it starts", model.DeadlineStatus{From: to, At: model.Exactly(from.First())}, "2025-11-06 00:00", 0, false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			got, ok := tt.d.Share(modeltest.Time(t, tt.now))
			if got != tt.want || ok != tt.ok {
				t.Errorf("got %v %t, want %v %t", got, ok, tt.want, tt.ok)
			}
		})
	}
}
