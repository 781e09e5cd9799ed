package model_test

import (
	"slices"
	"testing"
	"time"

	"bordertop/model"
	"bordertop/model/modeltest"
)

func idsOf(e model.Events) string { return joined(slices.Collect(e.IDs())) }

func TestTheSameDay(t *testing.T) {
	t.Parallel()
	fold(t, `incident it at="2025-11-10 14:00"`, []foldCase{
		{
			name: "has statements and counts, the newest first, but no incidents", at: "2025-11-12",
			records: `statement noon at="2025-11-10 12:00"
			          statement day at=2025-11-10
			          count n at="2025-11-10 18:00" value=1
			          incident other at=2025-11-10`,
			want: `n noon day`,
		},
		{
			name: "ends at midnight, which may be written as the end of it", at: "2025-11-12",
			records: `statement first at="2025-11-10 00:00"
			          statement last at="2025-11-10 24:00"
			          statement before at="2025-11-09 23:59"
			          statement after at="2025-11-11 00:00"
			          count eve at="2025-11-09 24:00" value=1`,
			want: `last first`,
		},
		{
			name: "goes by the day as it was written, whatever the clock", at: "2025-11-12",
			records: `statement far at=2025-11-10T23:30:00-11:00
			          statement near at=2025-11-10T00:30:00+14:00
			          statement no at=2025-11-09T23:30:00+14:00`,
			want: `far near`,
		},
		{
			name: "has nothing whose day is not known", at: "2025-12-12",
			records: `statement month at=2025-11
			          statement year at=2025
			          statement span at=2025-11-10/2025-11-11`,
		},
		{
			name: "has what tells of an incident too", at: "2025-11-12",
			records: `incident other at=2025-11-09
			          statement s at=2025-11-10 about=other`,
			want: `s`,
		},
		{
			name: "has nothing that was withdrawn", at: "2025-11-12",
			records: `statement s at=2025-11-10
			          count n at=2025-11-10 value=1
			          amendment w of=s,n kind=withdrawal known=2025-11-11`,
		},
		{
			name: "has what was withdrawn only later", at: "2025-11-10",
			records: `statement s at=2025-11-10
			          count n at=2025-11-10 value=1
			          amendment w of=s,n kind=withdrawal known=2025-11-11`,
			want: `n s`,
		},
		{
			name: "has nothing that was not known yet", at: "2025-11-12",
			records: `statement s at=2025-11-10 known=2025-11-13
			          count n at=2025-11-10 value=1 known=2025-11-13
			          count m at=2025-11-10 value=1 known=2025-11-12`,
			want: `m`,
		},
		{
			name: "has nothing that had not happened yet", at: "2025-11-10 15:00", known: "2025-11-12",
			records: `statement s at="2025-11-10 16:00"
			          count n at="2025-11-10 14:30" value=1`,
			want: `n`,
		},
		{
			name: "goes by corrected days", at: "2025-11-12",
			records: `statement here at=2024-01-01
			          statement gone at=2025-11-10
			          count n at=2024-01-01 value=1
			          count m at=2025-11-10 value=1
			          amendment to of=here,n kind=correction known=2025-11-11 set.at=2025-11-10
			          amendment from of=gone,m kind=correction known=2025-11-11 set.at=2024-01-01`,
			want: `here n`,
		},
		{
			name: "is the corrected day of the record itself", at: "2025-11-14",
			records: `statement old at=2025-11-10
			          statement new at=2025-11-12
			          amendment a of=it kind=correction known=2025-11-13 set.at=2025-11-12`,
			want: `new`,
		},
	}, func(b model.Board) string { return idsOf(b.SameDay("it")) })
}

func TestWhatHasNoDayHasNothingOfTheSame(t *testing.T) {
	t.Parallel()
	b := modeltest.Board(t, "2025-12-12", `crossing m name=M
		source s publisher=P published=2025-11-10
		incident month at=2025-11
		statement st at=2025-11-10
		incident later at=2025-11-10 known=2025-12-20`)
	for _, id := range []model.ID{"", "m", "s", "month", "later", "nobody"} {
		if got := b.SameDay(id); got.Len() > 0 {
			t.Errorf("the day of %q has %s, want nothing", id, idsOf(got))
		}
	}
}

func TestAround(t *testing.T) {
	t.Parallel()
	fold(t, `incident it at="2025-11-10 12:00" crossings=m places=vno`, []foldCase{
		{
			name: "are incidents at the same crossing or place, the newest first", at: "2025-11-14",
			records: `incident crossing at="2025-11-10 10:00" crossings=s,m
			          incident place at="2025-11-11 10:00" places=vno
			          incident both at=2025-11-10 crossings=m places=vno
			          incident elsewhere at="2025-11-10 12:00" crossings=s places=kun
			          incident nowhere at="2025-11-10 12:00"
			          statement said at="2025-11-10 12:00" about=both`,
			want: `place crossing both`,
		},
		{
			name: "are those within the time on either side, both ends included", at: "2025-11-14",
			records: `incident first at="2025-11-08 12:00" crossings=m
			          incident last at="2025-11-12 12:00" crossings=m
			          incident before at="2025-11-08 11:59" crossings=m
			          incident after at="2025-11-12 12:01" crossings=m`,
			want: `last first`,
		},
		{
			name: "are none of a vaguer time", at: "2025-12-14",
			records: `incident month at=2025-11 crossings=m
			          incident days at=2025-11-09/2025-11-11 crossings=m
			          incident two at=2025-11-09/2025-11-10 crossings=m`,
			want: `two`,
		},
		{
			name: "are none that were withdrawn", at: "2025-11-14",
			records: `incident a at=2025-11-10 crossings=m
			          incident b at=2025-11-10 crossings=m
			          amendment w of=a kind=withdrawal known=2025-11-11`,
			want: `b`,
		},
		{
			name: "are none that were not known yet", at: "2025-11-11",
			records: `incident a at=2025-11-10 crossings=m known=2025-11-12
			          incident b at=2025-11-10 crossings=m`,
			want: `b`,
		},
		{
			name: "are none that had not happened yet", at: "2025-11-10", known: "2025-11-14",
			records: `incident a at=2025-11-11 crossings=m
			          incident b at=2025-11-10 crossings=m`,
			want: `b`,
		},
		{
			name: "go by corrected times and crossings", at: "2025-11-14",
			records: `incident here at=2024-01-01 crossings=m
			          incident moved at=2025-11-10 crossings=s
			          incident gone at=2025-11-10 crossings=m
			          incident left at=2025-11-10 crossings=m
			          amendment a of=here kind=correction known=2025-11-11 set.at=2025-11-10
			          amendment b of=moved kind=correction known=2025-11-11 set.crossings=m
			          amendment c of=gone kind=correction known=2025-11-11 set.at=2024-01-01
			          amendment d of=left kind=correction known=2025-11-11 set.crossings=s`,
			want: `here moved`,
		},
	}, func(b model.Board) string { return idsOf(b.Around("it", 48*time.Hour)) })
}

func TestAroundEachKind(t *testing.T) {
	t.Parallel()
	b := modeltest.Board(t, "2025-12-12", `crossing m name=M
		incident at-m at=2025-11-10 crossings=m
		incident at-vno at=2025-11-10 places=vno
		measure one kind=closure crossings=m from=2025-11-10
		measure every kind=closure from=2025-11-10
		measure none kind=law crossings= from=2025-11-10
		report seen crossings=m at=2025-11-10 state=open
		count held crossing=m at=2025-11-10 value=1
		count loose at=2025-11-10 value=1
		queue line crossing=m at=2025-11-10 waiting=1
		statement said at=2025-11-10
		incident nowhere at=2025-11-10
		incident month at=2025-11 crossings=m
		incident later at=2025-11-10 crossings=m known=2025-12-20`)
	for id, want := range map[model.ID]string{
		"one": "at-m", "every": "at-m", "none": "", "seen": "at-m", "held": "at-m", "loose": "", "line": "at-m", "said": "",
		"at-m": "", "nowhere": "", "month": "", "m": "", "later": "", "nobody": "",
	} {
		if got := idsOf(b.Around(id, 48*time.Hour)); got != want {
			t.Errorf("around %s is %q, want %q", id, got, want)
		}
	}
}

func TestRestingOnASource(t *testing.T) {
	t.Parallel()
	fold(t, `source src publisher=P published=2025-11-01`, []foldCase{
		{
			name: "is each record that names it, the newest first, those without a time last", at: "2025-11-12",
			records: `incident a at=2025-11-08 sources=other,src
			          statement b at=2025-11-10 sources=src
			          crossing m name=M sources=src
			          incident c at=2025-11-09 sources=other`,
			want: `b a m`,
		},
		{
			name: "is a source that repeats it", at: "2025-11-12",
			records: `source copy publisher=Q origin=src
			          source free publisher=R origin=Reuters`,
			want: `copy`,
		},
		{
			name: "is what was announced, but nothing else that had not begun", at: "2025-11-12",
			records: `measure m kind=closure from=2025-12-01 sources=src
			          deadline d title=D due=2025-12-02 sources=src
			          incident a at=2025-12-01 sources=src`,
			want: `d m`,
		},
		{
			name: "is nothing that was withdrawn or not yet known", at: "2025-11-12",
			records: `incident a at=2025-11-08 sources=src
			          incident b at=2025-11-08 sources=src known=2025-11-20
			          amendment w of=a kind=withdrawal known=2025-11-11`,
		},
		{
			name: "is an amendment too, and what corrections say of sources", at: "2025-11-12",
			records: `incident a at=2025-11-08 sources=src
			          incident b at=2025-11-08 sources=other
			          amendment c of=a kind=correction known=2025-11-11 set.sources=other
			          amendment d of=b kind=correction known=2025-11-11 set.sources=src
			          amendment e of=b kind=dispute at=2025-11-11 known=2025-11-11 sources=src`,
			want: `e b`,
		},
	}, func(b model.Board) string { return idsOf(b.Resting("src")) })
}
