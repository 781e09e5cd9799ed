package model_test

import "testing"

// oneCrossing serves one class, so that a state is one line.
const oneCrossing = `crossing m countries=LT,BY serves=car`

func TestStatusUnderClosures(t *testing.T) {
	t.Parallel()
	fold(t, oneCrossing, []foldCase{
		{name: "of which nothing tells is unknown", at: "2025-11-01", want: `m: unknown`},
		{
			name: "is closed under a closure that allows nobody", at: "2025-11-01",
			records: `measure a kind=closure crossings=m from=2025-10-29`, want: `m: closed; why a`,
		},
		{
			name: "is restricted under one that allows some", at: "2025-11-01",
			records: `measure a kind=closure crossings=m from=2025-10-29 allows=diplomats,mail`,
			want:    `m: restricted; for diplomats and mail; why a`,
		},
		{
			name: "is restricted only in the direction in which some may pass", at: "2025-11-01",
			records: `measure a kind=closure crossings=m from=2025-10-29 allows=citizens>LT`,
			want: `m car to LT: restricted; for citizens; why a
			       m car to BY: closed; why a`,
		},
		{
			name: "is closed only in the direction of the measure", at: "2025-11-01",
			records: `measure a kind=closure crossings=m to=BY from=2025-10-29`,
			want: `m car to LT: unknown
			       m car to BY: closed; why a`,
		},
		{
			name: "takes the strictest of the closures in force", at: "2025-11-01",
			records: `measure a kind=closure crossings=m from=2025-10-01 allows=diplomats
			          measure b kind=closure crossings=m from=2025-10-29`,
			want: `m: closed; why b a`,
		},
		{
			name: "lets pass only whom each closure allows", at: "2025-11-01",
			records: `measure a kind=closure crossings=m from=2025-10-01 allows=diplomats,mail,citizens>LT
			          measure b kind=closure crossings=m from=2025-10-29 allows=Mail,citizens`,
			want: `m car to LT: restricted; for mail and citizens; why a b
			       m car to BY: restricted; for mail; why a b`,
		},
		{
			name: "is closed where the closures allow nobody together", at: "2025-11-01",
			records: `measure a kind=closure crossings=m from=2025-10-01 allows=diplomats
			          measure b kind=closure crossings=m from=2025-10-29 allows=mail`,
			want: `m: closed; why a b`,
		},
		{
			name: "is not touched by a closure of another class, of another crossing or of none", at: "2025-11-01",
			records: `measure a kind=closure crossings=m classes=truck from=2025-10-01
			          measure b kind=closure crossings=n from=2025-10-01
			          measure c kind=closure crossings= from=2025-10-01`,
			want: `m: unknown`,
		},
		{
			name: "is closed by a measure that names no crossing", at: "2025-11-01",
			records: `measure a kind=closure from=2025-10-01`, want: `m: closed; why a`,
		},
		{
			name: "is not touched by fees, laws and incidents", at: "2025-11-01",
			records: `measure a kind=fee crossings=m from=2025-10-01
			          measure b kind=law crossings=m from=2025-10-01
			          measure c kind=emergency crossings=m from=2025-10-01
			          measure d kind=requirement crossings=m from=2025-10-01
			          incident i at=2025-10-31 crossings=m severity=4`,
			want: `m: unknown`,
		},
		{
			name: "does not change before a measure begins", at: "2025-10-28",
			records: `measure a kind=closure crossings=m from=2025-10-29 known=2025-10-01
			          report r crossings=m at=2025-10-28 state=open`,
			want: `m: open; why r`,
		},
		{
			name: "shows a ban on a restricted crossing too", at: "2025-11-01",
			records: `measure a kind=closure crossings=m from=2025-10-29 allows=mail
			          measure b kind=ban crossings=m from=2025-10-29`,
			want: `m: restricted; for mail; banned by b; why a b`,
		},
		{
			name: "is open with bans where a ban holds", at: "2025-11-01",
			records: `report r crossings=m at=2025-11-01 state=open
			          measure b kind=ban from=2025-10-29`,
			want: `m: open with bans; banned by b; why r b`,
		},
		{
			name: "is plainly open for the class that no ban names", at: "2025-11-01",
			records: `report r crossings=m at=2025-11-01 state=open
			          measure b kind=ban classes=truck from=2025-10-29`,
			want: `m: open; why r`,
		},
	}, statusText)
}

func TestStatusAfterClosures(t *testing.T) {
	t.Parallel()
	fold(t, oneCrossing, []foldCase{
		{
			name: "is unknown, last closed, after until without a word", at: "2025-11-01",
			records: `measure a kind=closure crossings=m from=2025-10-29 until=2025-10-31`,
			want:    `m: unknown, last closed; why a`,
		},
		{
			name: "is closed to the last instant of the day of until", at: "2025-10-31",
			records: `measure a kind=closure crossings=m from=2025-10-29 until=2025-10-31`, want: `m: closed; why a`,
		},
		{
			name: "is open after the end of an act", at: "2025-11-01 00:00",
			records: `measure a kind=closure crossings=m from=2025-10-29 ended="2025-11-01 00:00"`, want: `m: open; why a`,
		},
		{
			name: "is unknown on the day on which a closure ended at an unknown hour", at: "2025-10-31 15:00",
			records: `measure a kind=closure crossings=m from=2025-10-29 ended=2025-10-31`,
			want:    `m: unknown, last closed; why a`,
		},
		{
			name: "is open when that day is over", at: "2025-11-01 00:00",
			records: `measure a kind=closure crossings=m from=2025-10-29 ended=2025-10-31`, want: `m: open; why a`,
		},
		{
			name: "is unknown in the interval of an end", at: "2025-10-31 15:00",
			records: `measure a kind=closure crossings=m from=2025-10-29 ended="2025-10-31 12:00/2025-10-31 20:00"`,
			want:    `m: unknown, last closed; why a`,
		},
		{
			name: "is closed before the interval of an end", at: "2025-10-31 11:59",
			records: `measure a kind=closure crossings=m from=2025-10-29 ended="2025-10-31 12:00/2025-10-31 20:00"`,
			want:    `m: closed; why a`,
		},
		{
			name: "is open where a report within the interval says so", at: "2025-10-31 15:00",
			records: `measure a kind=closure crossings=m from=2025-10-29 ended=2025-10-31
			          report r crossings=m at="2025-10-31 14:00" state=open`,
			want: `m: open; why r`,
		},
		{
			name: "is open after a day whose report said closed", at: "2025-11-01 12:00",
			records: `measure a kind=closure crossings=m from=2025-10-29 ended=2025-10-31
			          report r crossings=m at="2025-10-31 14:00" state=closed`,
			want: `m: open; why a`,
		},
		{
			name: "is closed as long as another closure holds", at: "2025-11-01",
			records: `measure a kind=closure crossings=m from=2025-10-29 ended="2025-10-31 12:00"
			          measure b kind=closure crossings=m from=2025-10-30`,
			want: `m: closed; why b`,
		},
		{
			name: "is open when two closures ended at once", at: "2025-11-01",
			records: `measure a kind=closure crossings=m from=2025-10-29 ended="2025-10-31 12:00"
			          measure b kind=closure crossings=m from=2025-10-30 ended="2025-10-31 12:00"`,
			want: `m: open; why a`,
		},
		{
			name: "is not opened by an end while another closure may still hold", at: "2025-10-31 15:00",
			records: `measure a kind=closure crossings=m from=2025-10-29 ended="2025-10-31 14:00"
			          measure b kind=closure crossings=m from=2025-10-30 ended=2025-10-31`,
			want: `m: unknown, last closed; why b`,
		},
		{
			name: "is closed by what replaces a closure", at: "2025-10-30",
			records: `measure a kind=closure crossings=m from=2025-10-26 allows=mail
			          measure b kind=closure crossings=m from=2025-10-29 replaces=a`,
			want: `m: closed; why b`,
		},
		{
			name: "is not opened by what replaces a closure and limits nothing", at: "2025-10-30",
			records: `report r crossings=m at=2025-10-25 state=open
			          measure a kind=closure crossings=m from=2025-10-26
			          measure b kind=requirement crossings=m from=2025-10-29 replaces=a`,
			want: `m: unknown, last closed, ageing; why a`,
		},
		{
			name: "stays closed where the replacing measure was withdrawn", at: "2025-10-30",
			records: `measure a kind=closure crossings=m from=2025-10-26
			          measure b kind=closure crossings=m from=2025-10-29 replaces=a allows=mail
			          amendment w of=b kind=withdrawal known=2025-10-30`,
			want: `m: closed; why a`,
		},
		{
			name: "stays closed where the replacing measure is not known yet", at: "2025-10-30", known: "2025-10-28",
			records: `measure a kind=closure crossings=m from=2025-10-26
			          measure b kind=closure crossings=m from=2025-10-29 replaces=a allows=mail`,
			want: `m: closed; why a`,
		},
		{
			name: "stays closed where the replacing measure was called off before it began", at: "2025-10-30",
			records: `measure a kind=closure crossings=m from=2025-10-26
			          measure b kind=closure crossings=m from=2025-10-29 replaces=a allows=mail known=2025-10-27 ended=2025-10-28`,
			want: `m: closed; why a`,
		},
		{
			name: "follows a correction of when the replacing measure began", at: "2025-10-30",
			records: `measure a kind=closure crossings=m from=2025-10-26
			          measure b kind=closure crossings=m from=2025-10-29 replaces=a allows=mail
			          amendment c of=b kind=correction known=2025-10-30 set.from=2025-10-31`,
			want: `m: closed; why a`,
		},
		{
			name: "is closed by an act that replaces all measures of another", at: "2025-10-30",
			records: `measure a kind=closure act=old crossings=m from=2025-10-26 allows=mail
			          measure b kind=closure crossings=m from=2025-10-29 replaces=old`,
			want: `m: closed; why b`,
		},
		{
			name: "is not opened by a closure that never began", at: "2025-11-01",
			records: `measure a kind=closure crossings=m from=2025-10-30 known=2025-10-20 ended=2025-10-25`,
			want:    `m: unknown`,
		},
		{
			name: "was open just before it was closed from outside", at: "2025-10-28 12:00", known: "2025-10-30",
			records: `measure a kind=closure crossings=m from=2025-10-29`, want: `m: open; why a`,
		},
		{
			name: "was not open before a closure that took over from another", at: "2025-10-28 12:00", known: "2025-11-30",
			records: `measure a kind=closure crossings=m from=2025-10-20 until=2025-10-25
			          measure b kind=closure crossings=m from=2025-10-29`,
			want: `m: unknown, last closed, stale; why a`,
		},
	}, statusText)
}
