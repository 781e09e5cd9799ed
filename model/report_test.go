package model_test

import "testing"

func TestStatusFromReports(t *testing.T) {
	t.Parallel()
	fold(t, oneCrossing, []foldCase{
		{
			name: "is what the newest report says", at: "2025-11-20",
			records: `report r crossings=m at=2025-11-01 state=closed
			          report s crossings=m at=2025-11-19 state=open`,
			want: `m: open; why s`,
		},
		{
			name: "ages on a report", at: "2025-11-05",
			records: `report r crossings=m at=2025-11-01 state=open`, want: `m: open, ageing; why r`,
		},
		{
			name: "is last known open past the budget", at: "2025-11-10",
			records: `report r crossings=m at=2025-11-01 state=open`, want: `m: unknown, last open, stale; why r`,
		},
		{
			name: "ages on the end of an act", at: "2025-11-10",
			records: `measure a kind=closure crossings=m from=2025-10-29 ended=2025-11-01`,
			want:    `m: unknown, last open, stale; why a`,
		},
		{
			name: "is fresh in the past by the nearest evidence on either side", at: "2025-11-10", known: "2025-11-30",
			records: `report r crossings=m at=2025-10-01 state=open
			          report s crossings=m at=2025-11-12 state=open`,
			want: `m: open; why r s`,
		},
		{
			name: "is not fresh by evidence that was not known yet", at: "2025-11-10", known: "2025-11-11",
			records: `report r crossings=m at=2025-10-01 state=open
			          report s crossings=m at=2025-11-12 state=open`,
			want: `m: unknown, last open, stale; why r`,
		},
		{
			name: "rests on the first evidence after where there is none before", at: "2025-11-10", known: "2025-11-30",
			records: `report s crossings=m at=2025-11-12 state=open`, want: `m: open; why s`,
		},
		{
			name: "is disputed by a report that contradicts the act", at: "2025-11-02",
			records: `measure a kind=closure crossings=m from=2025-10-29
			          report r crossings=m at=2025-11-01 state=open`,
			want: `m: closed; disputed by r; why a r`,
		},
		{
			name: "is not disputed by a report of before the act", at: "2025-10-30",
			records: `measure a kind=closure crossings=m from=2025-10-29
			          report r crossings=m at=2025-10-28 state=open`,
			want: `m: closed; why a`,
		},
		{
			name: "is disputed until the report goes stale", at: "2025-11-10",
			records: `measure a kind=closure crossings=m from=2025-10-29
			          report r crossings=m at=2025-11-01 state=open`,
			want: `m: closed; why a`,
		},
		{
			name: "is disputed until an act changes", at: "2025-11-04",
			records: `measure a kind=closure crossings=m from=2025-10-29
			          report r crossings=m at=2025-11-01 state=open
			          amendment u of=a kind=update known=2025-11-03 set.until=2025-12-31`,
			want: `m: closed; why a`,
		},
		{
			name: "is still disputed when the planned end of a closure that ended early passes", at: "2025-11-05",
			records: `measure a kind=closure crossings=m from=2025-10-20 until=2025-11-04 ended=2025-10-31
			          report r crossings=m at=2025-11-02 state=closed`,
			want: `m: open, ageing; disputed by r; why a r`,
		},
		{
			name: "is what a report says once the end of the act is stale", at: "2025-12-20",
			records: `measure a kind=closure crossings=m from=2025-10-20 ended=2025-10-31
			          report r crossings=m at=2025-12-19 state=closed`,
			want: `m: closed; why r`,
		},
		{
			name: "is disputed where reports contradict each other", at: "2025-11-03",
			records: `report r crossings=m at=2025-11-01 state=closed
			          report s crossings=m at=2025-11-02 state=open`,
			want: `m: open; disputed by r; why s r`,
		},
		{
			name: "is disputed by the newest of the reports against it", at: "2025-11-03",
			records: `measure a kind=closure crossings=m from=2025-10-29
			          report r crossings=m at=2025-11-01 state=open
			          report s crossings=m at=2025-11-02 state=open`,
			want: `m: closed; disputed by s; why a s`,
		},
		{
			name: "keeps a report of low confidence beside", at: "2025-11-03",
			records: `report r crossings=m at=2025-11-01 state=closed
			          report s crossings=m at=2025-11-02 state=open confidence=low`,
			want: `m: closed; beside s; why r`,
		},
		{
			name: "is not decided by one of low confidence that came first", at: "2025-11-03", known: "2025-12-01",
			records: `report r crossings=m at=2025-11-02 state=closed confidence=low
			          report s crossings=m at=2025-11-04 state=open`,
			want: `m: open; why s`,
		},
		{
			name: "is not disputed by one of low confidence", at: "2025-11-03",
			records: `measure a kind=closure crossings=m from=2025-10-29
			          report s crossings=m at=2025-11-02 state=open confidence=low`,
			want: `m: closed; beside s; why a`,
		},
		{
			name: "rests on one of low confidence where there is no other", at: "2025-11-03",
			records: `report s crossings=m at=2025-11-02 state=open confidence=low`, want: `m: open; why s`,
		},
		{
			name: "is not resolved by one of low confidence after until", at: "2025-11-03",
			records: `measure a kind=closure crossings=m from=2025-10-20 until=2025-10-31
			          report s crossings=m at=2025-11-02 state=open confidence=low`,
			want: `m: unknown, last closed, stale; beside s; why a`,
		},
		{
			name: "is what a report says of the class and direction that it names", at: "2025-11-03",
			records: `report r crossings=m at=2025-11-02 classes=car to=LT state=restricted
			          report s crossings=m at=2025-11-02 classes=truck state=open`,
			want: `m car to LT: restricted; why r
			       m car to BY: unknown`,
		},
	}, statusText)
}
