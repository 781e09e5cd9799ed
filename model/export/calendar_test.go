package export_test

import (
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	ics "github.com/arran4/golang-ical"
	"github.com/google/go-cmp/cmp"

	"bordertop/model"
	"bordertop/model/clean"
	"bordertop/model/export"
	"bordertop/model/lang"
	"bordertop/model/modeltest"
)

func calendar(tb testing.TB, b model.Board, o export.Options) string {
	tb.Helper()
	var out strings.Builder
	if err := export.Calendar(&out, b, o); err != nil {
		tb.Fatal(err)
	}
	return out.String()
}

// property is the value of an event's property, as another program reads it.
func property(e *ics.VEvent, name string) string {
	p := e.GetProperty(ics.ComponentProperty(name))
	if p == nil {
		return ""
	}
	return p.Value
}

func events(tb testing.TB, text string) []*ics.VEvent {
	tb.Helper()
	c, err := ics.ParseCalendar(strings.NewReader(text))
	if err != nil {
		tb.Fatalf("%v in\n%s", err, text)
	}
	return c.Events()
}

// brief writes an event in one line.
func brief(e *ics.VEvent) string {
	out := []string{strings.TrimSuffix(property(e, "UID"), "@bordertop.invalid"), property(e, "SEQUENCE"), property(e, "DTSTART")}
	if end := property(e, "DTEND"); end != "" {
		out = append(out, "to "+end)
	}
	if s := property(e, "STATUS"); s != "CONFIRMED" {
		out = append(out, s)
	}
	return strings.Join(append(out, property(e, "SUMMARY"), strconv.Itoa(len(e.Alarms()))), " ")
}

func TestACalendarTellsWhatBecameOfEveryDate(t *testing.T) {
	t.Parallel()
	const records = `
crossing m name=Bridge countries=LT,BY
measure gov-a act=gov kind=closure by=Lithuania crossings=m from="2025-10-29 00:00" until="2025-11-30 24:00"
measure gov-b act=gov kind=ban classes=truck by=Lithuania crossings=m from="2025-10-29 00:00" until="2025-11-30 24:00"
measure bare kind=ban by=Belarus crossings=m from=2025-10-30 until=2027-12-31
measure late kind=closure crossings=m from="2025-12-05 08:00" until=2025-12-06 known=2025-11-01
measure old kind=closure crossings=m from=2025-10-20 until=2025-11-02
measure new kind=closure crossings=m from=2025-10-25 replaces=old
measure open kind=fee crossings=m from=2025-10-20
measure off kind=closure crossings=m from=2025-11-25 until=2025-11-27 known=2025-11-01
deadline pledge title="They promised" due=2025-12 known=2025-11-01
deadline gone title="Never mind" due=2025-12-01 known=2025-11-01
amendment up of=gov kind=update known="2025-11-19 15:00" set.ended="2025-11-20 00:00"
amendment undone of=off kind=update known="2025-11-18 12:00" set.ended="2025-11-24 00:00"
amendment wrong of=gone kind=withdrawal known="2025-11-18 12:00" reason=misread
`
	o := export.Options{Name: "Bridge", Words: lang.English(), Zone: modeltest.Zone(t, "Europe/Vilnius"), Alarms: export.Alarms()}
	for at, want := range map[string][]string{
		"2025-11-11 12:00": {
			"old 2 20251102 to 20251103 CANCELLED REPLACED: closure · Bridge 0",
			"begins.off 0 20251125 to 20251126 Begins: closure · Bridge 3",
			"off 0 20251127 to 20251128 Ends: closure · Bridge 3",
			"gov 0 20251130T220000Z Ends: LT closure, ban · Bridge 3",
			"gone 0 20251201 to 20251202 Never mind 3",
			"pledge 0 20251201 to 20260101 They promised 3",
			"begins.late 0 20251205T060000Z Begins: closure · Bridge 3",
			"late 0 20251206 to 20251207 Ends: closure · Bridge 3",
			"bare 0 20271231 to 20280101 Ends: BY ban · Bridge 3",
		},
		"2025-11-19 16:00": {
			"old 2 20251102 to 20251103 CANCELLED REPLACED: closure · Bridge 0",
			"gov 2 20251119T220000Z Ends: LT closure, ban · Bridge 3",
			"off 3 20251127 to 20251128 CANCELLED CALLED OFF: closure · Bridge 0",
			"gone 3 20251201 to 20251202 CANCELLED WITHDRAWN: Never mind 0",
			"pledge 0 20251201 to 20260101 They promised 3",
			"begins.late 0 20251205T060000Z Begins: closure · Bridge 3",
			"late 0 20251206 to 20251207 Ends: closure · Bridge 3",
			"bare 0 20271231 to 20280101 Ends: BY ban · Bridge 3",
		},
		"2026-03-01": {
			"old 2 20251102 to 20251103 CANCELLED REPLACED: closure · Bridge 0",
			"gov 3 20251119T220000Z CANCELLED LIFTED EARLY: LT closure, ban · Bridge 0",
			"off 3 20251127 to 20251128 CANCELLED CALLED OFF: closure · Bridge 0",
			"gone 3 20251201 to 20251202 CANCELLED WITHDRAWN: Never mind 0",
			"pledge 0 20251201 to 20260101 They promised · no confirmation 0",
			"late 0 20251206 to 20251207 Ends: closure · Bridge · no confirmation 0",
			"bare 0 20271231 to 20280101 Ends: BY ban · Bridge 3",
		},
	} {
		text := calendar(t, modeltest.Board(t, at, strings.ReplaceAll(records, "classes=truck ", "")), o)
		var got []string
		for _, e := range events(t, text) {
			got = append(got, brief(e))
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("on %s (-want +got):\n%s", at, diff)
		}
	}
}

func TestACalendarIsRightWhereClocksChange(t *testing.T) {
	t.Parallel()
	o := export.Options{Words: lang.English(), Zone: time.UTC}
	for until, want := range map[string]string{
		`"2025-10-26 24:00"`:                  "20251026T220000Z", // a day of 25 hours
		`"2026-03-29 24:00"`:                  "20260329T210000Z", // a day of 23
		`2025-10-26T03:30:00+03:00`:           "20251026T003000Z",
		`2025-10-26T03:30:00+02:00`:           "20251026T013000Z",
		`2025-10-26`:                          "20251026 20251027",
		`2026-03-29`:                          "20260329 20260330",
		`2024-02-29`:                          "20240229 20240301",
		`2025-12`:                             "20251201 20260101",
		`2026`:                                "20260101 20270101",
		`2025-10-25/2025-10-27`:               "20251025 20251028",
		`"2025-10-25 06:00/2025-10-27 07:00"`: "20251025T030000Z 20251027T050000Z",
	} {
		text := calendar(t, modeltest.Board(t, "2024-01-02", "deadline d title=x known=2024-01-01 due="+until), o)
		e := events(t, text)[0]
		if got := strings.TrimSpace(property(e, "DTSTART") + " " + property(e, "DTEND")); got != want {
			t.Errorf("%s is %s, want %s", until, got, want)
		}
		if days := strings.Contains(text, "DTSTART;VALUE=DATE:"); days != (len(property(e, "DTSTART")) == 8) {
			t.Errorf("%s: a day that is none, or the other way round", until)
		}
	}
}

// TestACalendarGrowsOlderAsTheStandardSays goes through the embedded story: names
// are unique and stay, numbers never fall, and what changes has a later stamp.
func TestACalendarGrowsOlderAsTheStandardSays(t *testing.T) {
	t.Parallel()
	log, _, o := embedded(t)
	last := map[string]*ics.VEvent{}
	for day := range 420 {
		at := time.Date(2025, 10, 15, 20, 0, 0, 0, time.UTC).AddDate(0, 0, day)
		now := map[string]*ics.VEvent{}
		for _, e := range events(t, calendar(t, log.At(at, at), o)) {
			uid := property(e, "UID")
			if now[uid] != nil {
				t.Errorf("%s: two events are called %s", at, uid)
			}
			now[uid] = e
			if property(e, "DTSTAMP") > at.Format("20060102T150405Z") || property(e, "CREATED") > property(e, "LAST-MODIFIED") {
				t.Errorf("%s: %s was changed at %s, made at %s", at, uid, property(e, "DTSTAMP"), property(e, "CREATED"))
			}
		}
		for uid, before := range last {
			older(t, before, now[uid])
		}
		last = now
	}
	if len(last) < 14 {
		t.Errorf("only %d events", len(last))
	}
}

// older tells what is wrong with an event after another of its name; nil is none.
func older(tb testing.TB, before, after *ics.VEvent) {
	tb.Helper()
	if after == nil {
		if !strings.HasPrefix(property(before, "UID"), "begins.") {
			tb.Errorf("%s is gone", brief(before))
		}
		return
	}
	number := func(e *ics.VEvent) int { n, _ := strconv.Atoi(property(e, "SEQUENCE")); return n }
	if number(after) < number(before) || property(after, "DTSTAMP") < property(before, "DTSTAMP") {
		tb.Errorf("%s becomes %s", brief(before), brief(after))
	}
	for _, name := range []string{"DTSTART", "DTEND", "STATUS"} {
		if property(before, name) != property(after, name) && number(after) == number(before) {
			tb.Errorf("%s changes without a number: %s, then %s", name, brief(before), brief(after))
		}
	}
}

func TestTheEmbeddedCalendarIsWrittenWhole(t *testing.T) {
	t.Parallel()
	log, _, o := embedded(t)
	o.Alarms = export.Alarms()
	text := calendar(t, on(log, 2025, 11, 11, 16), o)
	golden(t, "deadlines.ics", strings.ReplaceAll(text, "\r\n", "\n"))
	o.Words = lang.Of(model.Lithuanian)
	lithuanian := events(t, calendar(t, on(log, 2025, 11, 21, 16), o))
	i := slices.IndexFunc(lithuanian, func(e *ics.VEvent) bool { return strings.HasPrefix(property(e, "UID"), "c-gov-1029@") })
	if i < 0 || !strings.HasPrefix(property(lithuanian[i], "SUMMARY"), "ATŠAUKTA ANKSČIAU: ") || property(lithuanian[i], "STATUS") != "CANCELLED" {
		t.Errorf("the closure of October is not cancelled: %v", lithuanian)
	}
}

func TestHostileTextAddsNothingToACalendar(t *testing.T) {
	t.Parallel()
	for _, text := range append(hostile(t), "x\nEND:VEVENT\nBEGIN:VEVENT\nUID:evil", "x\r\nATTACH:file:///etc/passwd", "a;b,c\\n\\") {
		rs := []model.Record{
			&model.Source{Fact: model.Fact{ID: "s"}, Publisher: clean.Line(text), Title: clean.Line(text)},
			&model.Deadline{Fact: model.Fact{ID: "d", Known: model.DayOf(2025, 11, 1, time.UTC), Sources: []model.ID{"s"}}, Title: clean.Line(text), Due: model.DayOf(2025, 12, 1, time.UTC), By: clean.Line(text)},
			&model.Measure{
				Fact: model.Fact{ID: "m", Sources: []model.ID{"s"}}, Type: model.Closure, By: clean.Line(text), From: model.DayOf(2025, 11, 1, time.UTC),
				Until: model.DayOf(2025, 12, 2, time.UTC), EndsWhen: clean.Line(text), Reason: clean.Body(text), Crossings: []model.ID{"c"},
			},
			&model.Crossing{Fact: model.Fact{ID: "c"}, Name: clean.Line(text)},
			&model.Amendment{
				Fact: model.Fact{ID: "x", Sources: []model.ID{"s"}}, Of: []model.ID{"m", "d"}, Type: model.Correction, At: model.DayOf(2025, 11, 2, time.UTC),
				By: clean.Line(text), Reason: clean.Body(text), Set: []model.Assignment{{Field: "note", Value: clean.Body(text)}},
			},
		}
		log, err := model.NewLog(model.DefaultRules(), rs...)
		if err != nil {
			t.Fatal(err)
		}
		got := calendar(t, on(log, 2025, 11, 11, 18), export.Options{Name: clean.Line(text).String(), Words: lang.English(), Zone: time.UTC, Alarms: export.Alarms()})
		all := events(t, got)
		if len(all) != 2 || strings.Count(got, "\r\nATTACH") > 0 || strings.Count(got, "\nBEGIN:VALARM") != 6 {
			t.Errorf("%.60q adds to the calendar: %d events, %d alarms\n%.5000s", text, len(all), strings.Count(got, "\nBEGIN:VALARM"), got)
		}
		if strings.ContainsFunc(strings.ReplaceAll(got, "\r\n", ""), steering) || strings.Contains(strings.ReplaceAll(got, "\r\n", ""), "\n") {
			t.Errorf("control characters of %.60q in %.500q", text, got)
		}
		if i := slices.IndexFunc(all, func(e *ics.VEvent) bool { return property(e, "UID") == "d@bordertop.invalid" }); i < 0 || clean.Line(text).String() != "" && len(text) < 200 && !strings.HasPrefix(property(all[i], "SUMMARY"), clean.Line(text).String()) {
			t.Errorf("%.60q is not the title", text)
		}
	}
}
