package model_test

import (
	"testing"

	"bordertop/model"
	"bordertop/model/modeltest"
)

func TestStatusAges(t *testing.T) {
	t.Parallel()
	fold(t, oneCrossing, []foldCase{
		{
			name: "not under a standing closure", at: "2026-11-01",
			records: `measure a kind=closure crossings=m from=2023-08-18`, want: `m: closed; why a`,
		},
		{
			name: "not while until lies ahead", at: "2026-11-01",
			records: `measure a kind=closure crossings=m from=2023-08-18 until=2027-01-01 ends_when=later`, want: `m: closed; why a`,
		},
		{
			name: "under a closure that an event would end", at: "2025-11-05",
			records: `measure a kind=closure crossings=m from=2025-10-26 ends_when="a decision"`,
			want:    `m: unknown, last closed, stale; why a`,
		},
		{
			name: "not where a source has confirmed it", at: "2025-11-05",
			records: `source s published=2025-11-04
			          source old published=2025-10-26
			          measure a kind=closure crossings=m from=2025-10-26 ends_when="a decision" sources=old,s`,
			want: `m: closed; why a`,
		},
		{
			name: "not where a report bears it out", at: "2025-11-05",
			records: `measure a kind=closure crossings=m from=2025-10-26 ends_when="a decision"
			          report r crossings=m at=2025-11-04 state=closed`,
			want: `m: closed; why a`,
		},
		{
			name: "though a report of low confidence bears it out", at: "2025-11-05",
			records: `measure a kind=closure crossings=m from=2025-10-26 ends_when="a decision"
			          report r crossings=m at=2025-11-04 state=closed confidence=low`,
			want: `m: unknown, last closed, stale; beside r; why a`,
		},
		{
			name: "not by a source of long after, where it began just before", at: "2025-10-27", known: "2026-11-01",
			records: `source s published=2026-10-04
			          measure a kind=closure crossings=m from=2025-10-26 ends_when="a decision" sources=s known=2025-10-26`,
			want: `m: closed; why a`,
		},
		{
			name: "not where a standing closure holds beside a doubtful one", at: "2025-11-05",
			records: `measure a kind=closure crossings=m from=2025-10-26 ends_when="a decision"
			          measure b kind=closure crossings=m from=2025-10-27`,
			want: `m: closed; why a b`,
		},
	}, statusText)
}

func TestStatusTellsSinceWhenAndUntilWhen(t *testing.T) {
	t.Parallel()
	fold(t, oneCrossing, []foldCase{
		{
			name: "goes back through what a closure replaced", at: "2025-11-01",
			records: `measure a kind=closure crossings=m from="2025-10-26 22:10"
			          measure b kind=closure crossings=m from=2025-10-29 until="2025-11-30 24:00" replaces=a`,
			want: `since 2025-10-26 22:10 until 2025-12-01 00:00 seen 2025-10-29`,
		},
		{
			name: "not where the state was another", at: "2025-11-01",
			records: `measure a kind=closure crossings=m from="2025-10-26 22:10" allows=mail
			          measure b kind=closure crossings=m from=2025-10-29 until="2025-11-30 24:00" replaces=a`,
			want: `since 2025-10-29 until 2025-12-01 00:00 seen 2025-10-29`,
		},
		{
			name: "has no end where one of the closures has none", at: "2025-11-01",
			records: `measure a kind=closure crossings=m from=2025-10-26
			          measure b kind=closure crossings=m from=2025-10-29 until=2025-11-30`,
			want: `since 2025-10-26 until - seen 2025-10-29`,
		},
		{
			name: "shows the last confirmation and not the announcement", at: "2025-11-01",
			records: `source s published=2025-10-20
			          source u published=2025-10-30
			          measure a kind=closure crossings=m from=2025-10-26 sources=s,u`,
			want: `since 2025-10-26 until - seen 2025-10-30`,
		},
		{
			name: "shows the later of two confirmations of the same day", at: "2025-10-31 12:00",
			records: `source s published=2025-10-31
			          source u published="2025-10-31 12:00"
			          measure a kind=closure crossings=m from=2025-10-26 sources=s,u`,
			want: `since 2025-10-26 until - seen 2025-10-31 12:00`,
		},
		{
			name: "ends with the last of the bans", at: "2025-11-01",
			records: `report r crossings=m at=2025-11-01 state=open
			          measure a kind=ban crossings=m from=2025-10-26 until=2025-12-31
			          measure b kind=ban crossings=m from=2025-10-29 until=2025-11-30`,
			want: `since 2025-11-01 until 2025-12-31 seen 2025-11-01`,
		},
		{
			name: "is seen by a report that bears out a standing closure, and holds since its start", at: "2026-03-11",
			records: `measure a kind=closure crossings=m from=2024-03-01
			          report r crossings=m at=2026-03-10 state=closed`,
			want: `since 2024-03-01 until - seen 2026-03-10`,
		},
		{
			name: "is open since the end of the closure that a report confirms", at: "2026-03-11",
			records: `measure a kind=closure crossings=m from=2025-10-26 ended="2025-11-20 00:00"
			          report r crossings=m at=2025-12-10 state=open
			          report s crossings=m at=2026-03-10 state=open`,
			want: `since 2025-11-20 00:00 until - seen 2026-03-10`,
		},
		{
			name: "is open since it was seen so where it was seen closed before", at: "2026-03-11",
			records: `measure a kind=closure crossings=m from=2025-10-26 ended="2025-11-20 00:00"
			          report r crossings=m at=2025-12-10 state=closed
			          report s crossings=m at=2026-03-10 state=open`,
			want: `since 2026-03-10 until - seen 2026-03-10`,
		},
		{
			name: "is open since it was seen so where another closure lapsed before", at: "2026-03-11",
			records: `measure a kind=closure crossings=m from=2025-10-26 ended="2025-11-20 00:00"
			          measure b kind=closure crossings=m from=2025-12-01 until=2025-12-10
			          report s crossings=m at=2026-03-10 state=open`,
			want: `since 2026-03-10 until - seen 2026-03-10`,
		},
		{
			name: "is not told where only what came after shows the state", at: "2025-10-20", known: "2025-10-30",
			records: `measure a kind=closure crossings=m from=2025-10-22`,
			want:    `since - until - seen 2025-10-22`,
		},
	}, func(b model.Board) string {
		h := b.Crossings[0].Headline
		return "since " + clock(h.Since) + " until " + clock(h.Until) + " seen " + clock(h.Seen)
	})
}

func TestHeadlineLetsMostThrough(t *testing.T) {
	t.Parallel()
	b := modeltest.Board(t, "2025-11-01", `crossing m countries=LT,BY serves=pedestrian,truck,car
		measure a kind=closure crossings=m from=2025-10-26 classes=pedestrian
		report r crossings=m at=2025-11-01 classes=car,truck state=open
		measure b kind=ban from=2025-10-26 classes=truck`)
	c, ok := b.Crossing("m")
	if !ok || c.Headline.Class != model.Car || c.Headline.State != model.Open || !c.Banned() {
		t.Errorf("headline %s %s, banned %t; want an open one for cars, and trucks banned", c.Headline.Class, stateText(c.Headline.State), c.Banned())
	}
	if counts := b.StateCounts(); counts[model.Open] != 1 || len(counts) != 1 {
		t.Errorf("counts %v, want one open", counts)
	}
}

func TestHeadlineIsOfVehicles(t *testing.T) {
	t.Parallel()
	headline := func(b model.Board) string {
		h := b.Crossings[0].Headline
		return string(h.Class) + ": " + passageText(h)
	}
	fold(t, `crossing m countries=LT,BY serves=pedestrian,car,truck`, []foldCase{
		{
			name: "though those on foot are known to be barred and they are not", at: "2025-10-25 18:00",
			records: `measure foot kind=closure crossings=m classes=pedestrian from=2024-03-01
			          measure a kind=closure crossings=m from=2025-10-24 until="2025-10-25 12:00"`,
			want: `car: unknown, last closed; why a`,
		},
		{
			name: "but not where nothing tells of them", at: "2025-10-25",
			records: `measure foot kind=closure crossings=m classes=pedestrian from=2024-03-01`, want: `pedestrian: closed; why foot`,
		},
		{
			name: "and of those that were seen last", at: "2025-11-25",
			records: `report c crossings=m classes=car at=2023-02-16 state=open
			          report t crossings=m classes=truck at=2025-10-28 state=open`,
			want: `truck: unknown, last open, stale; why t`,
		},
	}, headline)
}

func TestCrossingsOfWhichMostIsToldComeFirst(t *testing.T) {
	t.Parallel()
	const records = `crossing a
		crossing b
		crossing c
		measure m kind=closure crossings=b,c from=2025-10-26
		report r crossings=c at=2025-11-01 state=open
		report later crossings=a,b at=2025-11-20 state=open
		report latest crossings=a,b at=2025-11-21 state=open`
	for at, want := range map[string]string{"2025-10-20": "a b c", "2025-11-01": "c b a", "2025-11-30": "b a c"} {
		var ids []model.ID
		for _, c := range modeltest.Board(t, at, records).Crossings {
			ids = append(ids, c.Crossing.ID)
		}
		if got := joined(ids); got != want {
			t.Errorf("at %s: got %s, want %s", at, got, want)
		}
	}
}

func TestCrossingThatTellsNoClassesHasOneForTheRest(t *testing.T) {
	t.Parallel()
	fold(t, `crossing m`, []foldCase{
		{
			name: "beside those that measures name", at: "2025-11-01",
			records: `measure a kind=closure crossings=m from=2025-10-26 classes=pedestrian
			          report r crossings=m at=2025-11-01 classes=car state=open`,
			want: `m  to : unknown
			       m car to : open; why r
			       m pedestrian to : closed; why a`,
		},
	}, statusText)
}

func TestMay(t *testing.T) {
	t.Parallel()
	ban := &model.Measure{Type: model.Ban}
	some := &model.Measure{Type: model.Ban, Allows: []model.Permit{{}}}
	for _, tt := range []struct {
		name string
		p    model.Passage
		want model.Answer
	}{
		{"not known where the state is not", model.Passage{Last: model.Open}, model.NotKnown},
		{"nobody where closed", model.Passage{State: model.Closed}, model.MayNot},
		{"some where restricted", model.Passage{State: model.Restricted}, model.SomeMay},
		{"nobody where restricted under a ban of all", model.Passage{State: model.Restricted, Bans: []*model.Measure{some, ban}}, model.MayNot},
		{"some where restricted under a ban that allows some", model.Passage{State: model.Restricted, Bans: []*model.Measure{some}}, model.SomeMay},
		{"some where open with bans", model.Passage{State: model.OpenWithBans, Bans: []*model.Measure{ban}}, model.SomeMay},
		{"everybody where open", model.Passage{State: model.Open}, model.May},
		{"not known for no state", model.Passage{State: 99}, model.NotKnown},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			if got := tt.p.May(); got != tt.want {
				t.Errorf("got %d, want %d", got, tt.want)
			}
		})
	}
}
