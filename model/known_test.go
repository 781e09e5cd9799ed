package model_test

import (
	"errors"
	"testing"
	"time"

	"bordertop/model"
	"bordertop/model/modeltest"
)

func TestKnown(t *testing.T) {
	t.Parallel()
	const sources = `source early published=2025-10-20
		source same published=2025-10-26
		source hour published="2025-10-26 10:00"
		source late published=2025-10-28
		source undated` + "\n"
	for _, tt := range []struct{ name, record, want string }{
		{"is what was stated", `measure a from=2025-10-26 known="2025-10-01 12:00" sources=late`, "2025-10-01 12:00"},
		{"is the first instant of a day", `count a at=2025-10-26 known=2025-10-27`, "2025-10-27 00:00"},
		{"is when the first source was published", `count a at=2025-10-25 sources=late,same`, "2025-10-26 00:00"},
		{"is the record's own time without a source", `count a at="2025-10-26 12:00"`, "2025-10-26 12:00"},
		{"is the record's own time with an undated source", `count a at=2025-10-26 sources=late,undated`, "2025-10-26 00:00"},
		{"is the record's own time with a source that is missing", `count a at=2025-10-26 sources=late,nowhere`, "2025-10-26 00:00"},
		{"is the record's own time where the source is earlier", `count a at=2025-10-26 sources=early`, "2025-10-26 00:00"},
		{"may be an earlier day for a measure", `measure a from="2025-10-26 22:10" sources=early`, "2025-10-20 00:00"},
		{"is no earlier hour of the day for a measure", `measure a from="2025-10-26 22:10" sources=hour`, "2025-10-26 22:10"},
		{"is no start of the day for a measure", `measure a from="2025-10-26 22:10" sources=same`, "2025-10-26 22:10"},
		{"may be an earlier day for a deadline", `deadline a due=2025-11-26 sources=late`, "2025-10-28 00:00"},
		{"may be an earlier day for an amendment", `amendment a of=b at=2025-11-26 sources=late`, "2025-10-28 00:00"},
		{"is that of the source for an amendment without a time", `amendment a of=b sources=late`, "2025-10-28 00:00"},
		{"may not precede a report", `report a at=2025-10-26 sources=early`, "2025-10-26 00:00"},
		{"may not precede an incident", `incident a at=2025-10-26 sources=early`, "2025-10-26 00:00"},
		{"may not precede a statement", `statement a at=2025-10-26 sources=early`, "2025-10-26 00:00"},
		{"may not precede a condition", `condition a stated=2025-10-26 sources=early`, "2025-10-26 00:00"},
		{"may not precede a queue", `queue a at=2025-10-26 sources=early`, "2025-10-26 00:00"},
		{"is the end of the period for a figure of no dated source", `tally a period=2025-10`, "2025-11-01 00:00"},
		{"is that of the source for a figure so far", `tally a period=2025-10 sources=late`, "2025-10-28 00:00"},
		{"is always for a crossing", `crossing a sources=late`, ""},
		{"is always for a place", `place a sources=late`, ""},
		{"is always for a source", `source a published=2025-10-28`, ""},
		{"is what was stated for a crossing too", `crossing a known=2025-10-28`, "2025-10-28 00:00"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			var want time.Time
			if tt.want != "" {
				want = modeltest.Time(t, tt.want)
			}
			if got := modeltest.Log(t, sources+tt.record).Known("a"); !got.Equal(want) {
				t.Errorf("got %s, want %s", got, want)
			}
		})
	}
}

func TestLogHoldsOneRecordAnID(t *testing.T) {
	t.Parallel()
	a := modeltest.Records(t, `count a at=2025-11-01 value=1 summary=so`)
	again := modeltest.Records(t, `count a at=2025-11-01 value=1 summary=so`)
	l, err := model.NewLog(model.DefaultRules(), append(a, again...)...)
	if err != nil || l.Len() != 1 {
		t.Errorf("%d records, %v; want one", l.Len(), err)
	}
	for _, other := range []string{`count a at=2025-11-01 value=2 summary=so`, `incident a at=2025-11-01`} {
		_, err := l.With(modeltest.Records(t, other)...)
		var clash *model.ClashError
		if !errors.As(err, &clash) || clash.ID != "a" || clash.Error() == "" {
			t.Errorf("%s: got %v, want a clash of a", other, err)
		}
	}
	if l.Len() != 1 {
		t.Error("a log changed")
	}
	var none model.Log
	if none.Len() != 0 || none.Record("a") != nil || len(none.At(time.Time{}, time.Time{}).Crossings) != 0 {
		t.Error("the zero log is not empty")
	}
}
