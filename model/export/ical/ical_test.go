package ical_test

import (
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	ics "github.com/arran4/golang-ical"
	"github.com/google/go-cmp/cmp"

	"bordertop/model/clean"
	"bordertop/model/export/ical"
)

func at(day, hour int) time.Time { return time.Date(2025, 11, day, hour, 30, 0, 0, time.UTC) }

func event() ical.Event {
	return ical.Event{
		UID: "a@bordertop.invalid", Sequence: 3, Created: at(1, 9), Modified: at(2, 9), Start: at(20, 22), End: at(20, 22),
		Summary: "Ends", Alarms: []time.Duration{7 * 24 * time.Hour, 26*time.Hour + 30*time.Minute, 0},
	}
}

func written(tb testing.TB, c ical.Calendar) string {
	tb.Helper()
	var b strings.Builder
	if err := ical.Write(&b, c); err != nil {
		tb.Fatal(err)
	}
	return b.String()
}

func TestAnEventIsWrittenAsTheStandardSays(t *testing.T) {
	t.Parallel()
	days, long := event(), event()
	days.WholeDays, days.Cancelled, days.Categories, days.URL = true, true, []string{"a, b", "c"}, "https://example.org/a,b"
	days.Start, days.End, days.Alarms = time.Date(2025, 12, 30, 23, 0, 0, 0, time.UTC), time.Date(2025, 12, 31, 1, 0, 0, 0, time.UTC), days.Alarms[:1]
	long.End, long.Alarms, long.Description = at(21, 9), nil, "a; b\nc, \\d"
	got := written(t, ical.Calendar{Name: "Border", Language: "lt", Refresh: time.Hour, Events: []ical.Event{event(), days, long}})
	want := `BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//bordertop//bordertop//EN
CALSCALE:GREGORIAN
NAME;LANGUAGE=lt:Border
X-WR-CALNAME:Border
REFRESH-INTERVAL;VALUE=DURATION:PT1H
X-PUBLISHED-TTL:PT1H
BEGIN:VEVENT
UID:a@bordertop.invalid
DTSTAMP:20251102T093000Z
LAST-MODIFIED:20251102T093000Z
CREATED:20251101T093000Z
SEQUENCE:3
DTSTART:20251120T223000Z
STATUS:CONFIRMED
TRANSP:TRANSPARENT
SUMMARY;LANGUAGE=lt:Ends
BEGIN:VALARM
ACTION:DISPLAY
TRIGGER:-P7D
DESCRIPTION:Ends
END:VALARM
BEGIN:VALARM
ACTION:DISPLAY
TRIGGER:-P1DT2H30M
DESCRIPTION:Ends
END:VALARM
BEGIN:VALARM
ACTION:DISPLAY
TRIGGER:-PT0M
DESCRIPTION:Ends
END:VALARM
END:VEVENT
BEGIN:VEVENT
UID:a@bordertop.invalid
DTSTAMP:20251102T093000Z
LAST-MODIFIED:20251102T093000Z
CREATED:20251101T093000Z
SEQUENCE:3
DTSTART;VALUE=DATE:20251230
DTEND;VALUE=DATE:20260101
STATUS:CANCELLED
TRANSP:TRANSPARENT
SUMMARY;LANGUAGE=lt:Ends
URL:https://example.org/a,b
CATEGORIES:a\, b,c
BEGIN:VALARM
ACTION:DISPLAY
TRIGGER;RELATED=END:-P7D
DESCRIPTION:Ends
END:VALARM
END:VEVENT
BEGIN:VEVENT
UID:a@bordertop.invalid
DTSTAMP:20251102T093000Z
LAST-MODIFIED:20251102T093000Z
CREATED:20251101T093000Z
SEQUENCE:3
DTSTART:20251120T223000Z
DTEND:20251121T093000Z
STATUS:CONFIRMED
TRANSP:TRANSPARENT
SUMMARY;LANGUAGE=lt:Ends
DESCRIPTION;LANGUAGE=lt:a\; b\nc\, \\d
END:VEVENT
END:VCALENDAR
`
	if diff := cmp.Diff(strings.ReplaceAll(want, "\n", "\r\n"), got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestLinesAreFoldedBetweenCharacters(t *testing.T) {
	t.Parallel()
	for _, word := range []string{"ą", "国", "😀", "a", "ab", `\`, ";", "Григоровщина "} {
		for n := range 90 {
			e := event()
			e.Alarms = nil
			e.Summary = strings.Repeat("x", n) + strings.Repeat(word, 60)
			text := written(t, ical.Calendar{Events: []ical.Event{e}})
			for line := range strings.SplitSeq(text, "\r\n") {
				if len(line) > 75 || !utf8.ValidString(line) || strings.ContainsAny(line, "\r\n") {
					t.Fatalf("%d bytes in %q", len(line), line)
				}
			}
			if got := read(t, text)[0].GetProperty(ics.ComponentPropertySummary).Value; got != strings.TrimRight(e.Summary, " ") && got != e.Summary {
				t.Fatalf("%q is read as %q", e.Summary, got)
			}
		}
	}
}

func read(tb testing.TB, text string) []*ics.VEvent {
	tb.Helper()
	c, err := ics.ParseCalendar(strings.NewReader(text))
	if err != nil {
		tb.Fatalf("%v in\n%s", err, text)
	}
	return c.Events()
}

func TestTextIsReadBackAndAddsNoLine(t *testing.T) {
	t.Parallel()
	plain := strings.Count(written(t, ical.Calendar{Events: []ical.Event{event()}}), "\r\n")
	for _, text := range []string{
		"a\nEND:VEVENT\nBEGIN:VEVENT\nSUMMARY:evil", `a\nEND:VEVENT`, "x;LANGUAGE=xx:y", "a,b;c\\", `\\\;`, `""`, ":", "—„Ąžuolas“", "Беларусь, \\n граница",
	} {
		e := event()
		e.Summary, e.Alarms = clean.Body(text).String(), nil
		out := written(t, ical.Calendar{Events: []ical.Event{e}})
		got := read(t, out)
		if len(got) != 1 || got[0].GetProperty(ics.ComponentPropertySummary).Value != e.Summary {
			t.Errorf("%q is read as %q", e.Summary, got[0].GetProperty(ics.ComponentPropertySummary).Value)
		}
		if n := strings.Count(out, "\r\n"); n > plain {
			t.Errorf("%q has %d lines, want at most %d:\n%s", text, n, plain, out)
		}
	}
}
