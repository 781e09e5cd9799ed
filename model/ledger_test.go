package model_test

import (
	"fmt"
	"strings"
	"testing"

	"bordertop/model"
	"bordertop/model/modeltest"
)

// ledgerText is a line a group, as "stranded truck: a b, 500-1200, 3 independent, working a".
func ledgerText(b model.Board) string {
	var s strings.Builder
	for _, g := range b.Claims {
		var ids []string
		for _, c := range g.Claims {
			ids = append(ids, string(c.Count.ID)+freshText(c.Fresh))
		}
		fmt.Fprintf(&s, "%s: %s", strings.Join(strings.Fields(fmt.Sprint(g.What, " ", g.Unit, " ", g.Crossing)), " "), strings.Join(ids, " "))
		if g.Low != nil && g.High != nil {
			fmt.Fprintf(&s, "; %d-%d by %d, working %s", *g.Low, *g.High, g.Independent, g.Working.Count.ID)
		}
		s.WriteString("\n")
	}
	return s.String()
}

func TestLedger(t *testing.T) {
	t.Parallel()
	fold(t, "", []foldCase{
		{
			name: "groups by what, unit and crossing, what is stranded first", at: "2025-11-11",
			records: `count d what=parked unit=truck at=2025-11-11 value=4 by=A
			          count c what=stranded unit=truck crossing=m at=2025-11-11 value=3 by=A
			          count b what=stranded unit=both at=2025-11-11 value=2 by=A
			          count a what=stranded unit=truck at=2025-11-11 value=1 by=A`,
			want: `stranded truck: a; 1-1 by 1, working a
			       stranded both: b; 2-2 by 1, working b
			       stranded truck m: c; 3-3 by 1, working c
			       parked truck: d; 4-4 by 1, working d`,
		},
		{
			name: "keeps the newest of each claimant, the newest first", at: "2025-11-11",
			records: `count a what=stranded unit=truck at=2025-11-09 value=1 by=Linava
			          count b what=stranded unit=truck at=2025-11-10 value=2 by=LINAVA
			          count c what=stranded unit=truck at=2025-11-11 value=9 by=Customs
			          count later what=stranded unit=truck at=2025-11-12 value=100 by=Linava`,
			want: `stranded truck: c b; 2-9 by 2, working c`,
		},
		{
			name: "does not take the unnamed for one claimant", at: "2025-11-11",
			records: `count a what=stranded unit=truck at=2025-11-10 value=1
			          count b what=stranded unit=truck at=2025-11-10 value=2`,
			want: `stranded truck: a b; 1-2 by 2, working a`,
		},
		{
			name: "ranges over what is not stale and has a number", at: "2025-11-11",
			records: `count a what=stranded unit=truck at=2025-10-10 value=5000 by=A
			          count b what=stranded unit=truck at=2025-11-10 min=500 max=700 by=B
			          count c what=stranded unit=truck at=2025-11-05 max=900 by=C
			          count d what=stranded unit=truck at=2025-11-11 by=D`,
			want: `stranded truck: d b c, ageing a, stale; 500-900 by 2, working b`,
		},
		{
			name: "has no figure where all is stale", at: "2025-12-11",
			records: `count a what=stranded unit=truck at=2025-10-10 value=5000 by=A`, want: `stranded truck: a, stale`,
		},
		{
			name: "does not take a part for a rival, nor for the newest word on the whole", at: "2025-11-11",
			records: `count whole what=stranded unit=truck at=2025-11-10 value=5000 by=A
			          count part what=stranded unit=truck at=2025-11-11 value=10 part_of=whole by=A
			          count elsewhere what=waiting unit=truck at=2025-11-11 value=10 part_of=whole by=A`,
			want: `stranded truck: whole part; 5000-5000 by 1, working whole
			       waiting truck: elsewhere; 10-10 by 1, working elsewhere`,
		},
		{
			name: "does not take a part for the figure where the whole is stale or counted elsewhere", at: "2025-11-11",
			records: `count old what=parked unit=truck at=2025-10-10 value=1243 by=A
			          count all what=stranded unit=vehicle at=2025-11-10 value=4500 by=B
			          count part what=parked unit=truck at=2025-11-11 value=230 part_of=all by=A`,
			want: `stranded vehicle: all; 4500-4500 by 1, working all
			       parked truck: old, stale part`,
		},
		{
			name: "takes corrections and withdrawals", at: "2025-11-11",
			records: `count a what=stranded unit=truck at=2025-11-10 value=1 by=A
			          count b what=stranded unit=truck at=2025-11-10 value=7 by=B
			          amendment c of=a kind=correction known=2025-11-11 set.value=10
			          amendment d of=a kind=dispute known=2025-11-11 set.value=99
			          amendment w of=b kind=withdrawal known=2025-11-11`,
			want: `stranded truck: a; 10-10 by 1, working a`,
		},
	}, ledgerText)
}

func TestWorkingFigure(t *testing.T) {
	t.Parallel()
	const records = `source lrv kind=official
		source paper kind=national_media
		count a what=stranded unit=truck at=2025-11-11 value=300 by=Linava side=carriers
		count b what=stranded unit=truck at=2025-11-11 value=500 by=Ministry side=Lithuania
		count c what=stranded unit=truck at=2025-11-10 value=100 by=Police sources=lrv known=2025-11-10
		count d what=stranded unit=truck at=2025-11-09 value=900 by=BNS side=media sources=paper known=2025-11-09
		count e what=stranded unit=truck at=2025-11-09 value=800 by=Other side=media`
	for _, tt := range []struct {
		name, records string
		rule          model.WorkingRule
		want          model.ID
	}{
		{"the latest claim, of two the official one", records, model.Latest, "b"},
		{"the latest official claim", records, model.OfficialRule, "b"},
		{"the middle claim", records, model.Median, "b"},
		{"the latest claim where none is official", `count a what=stranded unit=truck at=2025-11-10 value=3 by=A side=media
			count b what=stranded unit=truck at=2025-11-11 value=3 by=B side=carriers`, model.OfficialRule, "b"},
		{"the lower of two middle claims", `count a what=stranded unit=truck at=2025-11-10 value=9 by=A
			count b what=stranded unit=truck at=2025-11-11 value=3 by=B`, model.Median, "b"},
		{"the first by id of equals", `count b what=stranded unit=truck at=2025-11-11 value=3 by=A
			count a what=stranded unit=truck at=2025-11-11 value=3 by=B`, model.Latest, "a"},
		{"the official one of equal middle claims", `count a what=stranded unit=truck at=2025-11-11 value=3 by=A
			count b what=stranded unit=truck at=2025-11-11 value=3 by=B side=Belarus`, model.Median, "b"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			rules := model.DefaultRules()
			rules.Working = tt.rule
			at := modeltest.Time(t, "2025-11-11")
			b := modeltest.Log(t, tt.records).WithRules(rules).At(at, at)
			if got := b.Claims[0].Working.Count.ID; got != tt.want {
				t.Errorf("got %s, want %s", got, tt.want)
			}
		})
	}
}

func TestIndependentClaimants(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		name, records string
		want          int
	}{
		{"are as many as the claims of different sources", `source s
			source u
			count a at=2025-11-11 value=1 by=A sources=s
			count b at=2025-11-11 value=1 by=B sources=u`, 2},
		{"are two where one source quotes two", `source s
			count a at=2025-11-11 value=1 by=A sources=s
			count b at=2025-11-11 value=1 by=B sources=s`, 2},
		{"are one where one repeats the other", `count a at=2025-11-11 value=1 by=A
			count b at=2025-11-10 value=1 by=B repeats=a`, 1},
		{"are one where both repeat a third, though through a fourth", `count old at=2025-01-01 value=1 by=O
			count mid at=2025-01-01 value=1 by=M repeats=old
			count a at=2025-11-11 value=1 by=A repeats=mid
			count b at=2025-11-11 value=1 by=B repeats=old`, 1},
		{"are one where the sources come from one origin", `source agency
			source s origin=agency
			count a at=2025-11-11 value=1 by=A sources=s
			count b at=2025-11-11 value=1 by=B sources=agency`, 1},
		{"are one where the origin is an agency without a record", `source s origin=BelTA
			source u origin=BelTA
			count a at=2025-11-11 value=1 by=A sources=s
			count b at=2025-11-11 value=1 by=B sources=u`, 1},
		{"fold through claims that share two origins", `source s origin=BelTA
			source u origin=BelTA
			count a at=2025-11-11 value=1 by=A sources=s
			count b at=2025-11-10 value=1 by=B sources=u repeats=c
			count c at=2025-11-09 value=1 by=C`, 1},
		{"end where origins and repeats go in circles", `source s origin=u
			source u origin=s
			count a at=2025-11-11 value=1 by=A sources=s repeats=b
			count b at=2025-11-11 value=1 by=B sources=u repeats=a`, 2},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			groups := modeltest.Board(t, "2025-11-11", tt.records).Claims
			if got := groups[0].Independent; got != tt.want {
				t.Errorf("got %d, want %d", got, tt.want)
			}
		})
	}
}

func TestGroupIsStaleThoughAPartIsFresh(t *testing.T) {
	t.Parallel()
	b := modeltest.Board(t, "2026-02-05", `count whole what=remaining unit=vehicle at=2026-01-14 value=261 by=A
		count part what=remaining unit=vehicle at=2026-02-03 min=600 max=700 part_of=whole by=B`)
	if g := b.Claims[0]; !g.Stale() || g.Working != nil || g.Claims[0].Count.ID != "whole" || b.StaleCount() != 1 {
		t.Errorf("stale %t, %d stale on the board, the first claim is %s; want the stale whole alone", g.Stale(), b.StaleCount(), g.Claims[0].Count.ID)
	}
}
