package model_test

import (
	"fmt"
	"strings"
	"testing"

	"bordertop/model"
	"bordertop/model/modeltest"
)

func eventText(b model.Board) string {
	return idsOf(b.Events)
}

func TestEvents(t *testing.T) {
	t.Parallel()
	fold(t, "", []foldCase{
		{
			name: "stand newest first, then by id, once their time has come", at: "2025-11-10",
			records: `incident b at=2025-11-08
			          statement a at=2025-11-08
			          incident c at="2025-11-10 10:00"
			          incident d at=2025-11-11`,
			want: `c a b`,
		},
		{
			name: "stand once they are known", at: "2025-11-10",
			records: `incident a at=2025-11-08 known=2025-11-11
			          incident b at=2025-11-08 known=2025-11-10`,
			want: `b`,
		},
		{
			name: "stay though they were withdrawn", at: "2025-11-10",
			records: `incident a at=2025-11-08
			          amendment w of=a kind=withdrawal known=2025-11-09`,
			want: `a`,
		},
		{
			name: "move with a corrected time", at: "2025-11-10",
			records: `incident a at=2025-11-08
			          incident b at=2025-11-07
			          incident ahead at=2025-11-12 known=2025-11-09
			          incident gone at=2025-11-06
			          amendment c of=a kind=correction known=2025-11-09 set.at=2025-11-01
			          amendment d of=ahead kind=correction known=2025-11-09 set.at=2025-11-09
			          amendment e of=gone kind=correction known=2025-11-09 set.at=2025-11-19`,
			want: `ahead b a`,
		},
		{
			name: "draw a statement of an incident there", at: "2025-11-10",
			records: `incident a at=2025-11-08
			          statement s at=2025-11-08 about=a
			          count n at=2025-11-08 value=1
			          statement u at=2025-11-07 about=n`,
			want: `a u`,
		},
		{
			name: "draw it by itself while the incident is not shown", at: "2025-11-10",
			records: `incident a at=2025-11-08 known=2025-11-12
			          incident b at=2025-11-12 known=2025-11-09
			          statement s at=2025-11-08 about=a
			          statement u at=2025-11-07 about=b`,
			want: `s u`,
		},
	}, eventText)
}

func TestRelatedAreTheEventsAboutARecord(t *testing.T) {
	t.Parallel()
	b := modeltest.Board(t, "2025-11-10", `count n at=2025-11-08 value=1
		incident a at=2025-11-08 about=n
		statement s at=2025-11-09 about=n,a
		statement corrected at=2025-11-07
		amendment c of=corrected kind=correction known=2025-11-09 set.about=n
		statement ahead at=2025-11-12 about=n
		incident unknown at=2025-11-08 about=n known=2025-11-11`)
	if got := idsOf(b.Related("n")); got != "s a corrected" {
		t.Errorf("got %q", got)
	}
}

func TestConditions(t *testing.T) {
	t.Parallel()
	fold(t, "", []foldCase{
		{
			name: "stand by side, the newest first", at: "2025-11-11",
			records: `condition a side=Belarus stated=2025-11-08 state=unmet
			          condition c side=Belarus stated=2025-11-09 state=open
			          condition b side=Lithuania stated=2025-11-11 state=unmet
			          condition later side=Lithuania stated=2025-11-12 state=unmet`,
			want: `Belarus c open since 2025-11-09
			       Belarus a unmet since 2025-11-08
			       Lithuania b unmet since 2025-11-11`,
		},
		{
			name: "tell since when", at: "2025-11-21",
			records: `condition a side=L stated=2025-11-11 state=unmet
			          amendment u of=a kind=update known=2025-11-19 at=2025-11-18 set.state=partly
			          condition b side=M stated=2025-11-11 state=unmet
			          amendment v of=b kind=update known=2025-11-19 set.state=met`,
			want: `L a partly since 2025-11-18
			       M b met since 2025-11-19`,
		},
		{
			name: "corrected had that state from the start", at: "2025-11-21",
			records: `condition a side=L stated=2025-11-11 state=unmet
			          amendment u of=a kind=correction known=2025-11-19 set.state=partly`,
			want: `L a partly since 2025-11-11`,
		},
		{
			name: "age from the nearest word", at: "2025-12-01", known: "2026-11-01",
			records: `condition a side=L stated=2025-10-01 state=unmet
			          condition b side=M stated=2025-10-01 state=unmet
			          amendment u of=b kind=update known=2025-11-30 set.state=met
			          amendment v of=b kind=update known=2026-10-30 set.state=relapsed
			          condition c side=N stated=2025-11-22 state=unmet
			          source s published=2025-11-30
			          condition d side=O stated=2025-10-01 state=unmet sources=s known=2025-10-01`,
			want: `L a unmet since 2025-10-01, stale
			       M b met since 2025-11-30
			       N c unmet since 2025-11-22, ageing
			       O d unmet since 2025-10-01`,
		},
		{
			name: "are gone when withdrawn by an amendment", at: "2025-11-21",
			records: `condition a side=L stated=2025-11-11 state=unmet
			          amendment u of=a kind=withdrawal known=2025-11-19`,
		},
	}, func(b model.Board) string {
		var s strings.Builder
		for _, c := range b.Conditions {
			fmt.Fprintf(&s, "%s %s %s since %s%s\n", c.Condition.Side, c.Condition.ID, c.Condition.State, clock(c.Since), freshText(c.Fresh))
		}
		return s.String()
	})
}

func TestQueuesAndTallies(t *testing.T) {
	t.Parallel()
	fold(t, "", []foldCase{
		{
			name: "are the newest reading of each queue", at: "2025-11-11 12:00",
			records: `queue a crossing=m class=truck to=LT at="2025-11-11 10:00" waiting=5
			          queue b crossing=m class=truck to=LT at="2025-11-11 11:20" waiting=6
			          queue c crossing=m class=car to=LT at="2025-11-11 10:30" waiting=6
			          queue d crossing=m class=car to=BY at="2025-11-11 11:50" waiting=6
			          queue e crossing=m class=car to=BY at="2025-11-11 12:10" waiting=6`,
			want: `d
			       c, stale
			       b, ageing`,
		},
		{
			name: "are figures by subject and period", at: "2025-11-11 12:00",
			records: `tally c subject=stops period=2025-11 value=1 known=2025-11-10
			          tally b subject=stops period=2025-10 value=1
			          tally a subject=balloons period=2026 value=1 known=2025-01-01
			          tally d subject=balloons period=2025 value=1 known=2025-11-01
			          tally e subject=balloons period=2025-11 value=1`,
			want: `d
			       b
			       c`,
		},
	}, func(b model.Board) string {
		var s strings.Builder
		for _, q := range b.Queues {
			fmt.Fprintln(&s, string(q.Queue.ID)+freshText(q.Fresh))
		}
		for _, f := range b.Tallies {
			fmt.Fprintln(&s, f.ID)
		}
		return s.String()
	})
}
