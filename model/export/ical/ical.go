// Package ical writes calendars as RFC 5545 has them. It knows nothing of what they
// are of. Texts are clean: they hold no control characters but line feeds.
package ical

import (
	"bufio"
	"io"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"
)

// Calendar is a calendar to subscribe to.
type Calendar struct {
	Name, Description string
	// Language is that of the texts, such as lt.
	Language string
	// Refresh is how often to ask for it anew.
	Refresh time.Duration
	Events  []Event
}

// Event is what happens at an instant, from one to another, or on whole days.
type Event struct {
	// UID names the event for ever; of two with one UID, that of the higher Sequence
	// holds.
	UID      string
	Sequence int
	// Created and Modified are when the calendar's maker learnt of it, first and last.
	Created, Modified time.Time
	// Start and End are the same for an instant. Of whole days they are any hours of
	// the first and the last one, by clocks that show these days.
	Start, End time.Time
	WholeDays  bool
	Cancelled  bool
	// Alarms are how long before the end to remind of it.
	Alarms []time.Duration

	Summary, Description, Location, URL string
	Categories                          []string
}

// maxLine is how long a line may be, in bytes.
const maxLine = 75

type writer struct{ *bufio.Writer }

// Write writes a calendar.
func Write(w io.Writer, c Calendar) error {
	out := writer{bufio.NewWriter(w)}
	out.put("BEGIN", "VCALENDAR")
	out.put("VERSION", "2.0")
	out.put("PRODID", "-//bordertop//bordertop//EN")
	out.put("CALSCALE", "GREGORIAN")
	// The newer names, and those that programs have long known.
	for _, name := range []string{"NAME", "X-WR-CALNAME"} {
		out.text(name, c.Name, c.Language)
	}
	for _, name := range []string{"DESCRIPTION", "X-WR-CALDESC"} {
		out.text(name, c.Description, c.Language)
	}
	if c.Refresh > 0 {
		out.put("REFRESH-INTERVAL;VALUE=DURATION", span(c.Refresh))
		out.put("X-PUBLISHED-TTL", span(c.Refresh))
	}
	for _, e := range c.Events {
		out.event(e, c.Language)
	}
	out.put("END", "VCALENDAR")
	return out.Flush()
}

func (w writer) event(e Event, language string) {
	w.put("BEGIN", "VEVENT")
	w.put("UID", escape(e.UID))
	// Without a method both of these are when the event was changed last.
	w.put("DTSTAMP", instant(e.Modified))
	w.put("LAST-MODIFIED", instant(e.Modified))
	w.put("CREATED", instant(e.Created))
	w.put("SEQUENCE", strconv.Itoa(e.Sequence))
	w.time(e)
	if e.Cancelled {
		w.put("STATUS", "CANCELLED")
	} else {
		w.put("STATUS", "CONFIRMED")
	}
	// Nobody is busy because something ends.
	w.put("TRANSP", "TRANSPARENT")
	w.text("SUMMARY", e.Summary, language)
	w.text("DESCRIPTION", e.Description, language)
	w.text("LOCATION", e.Location, language)
	if e.URL != "" {
		w.put("URL", e.URL)
	}
	if len(e.Categories) > 0 {
		escaped := make([]string, len(e.Categories))
		for i, c := range e.Categories {
			escaped[i] = escape(c)
		}
		w.put("CATEGORIES", strings.Join(escaped, ","))
	}
	for _, before := range e.Alarms {
		w.alarm(e, before)
	}
	w.put("END", "VEVENT")
}

// time writes when the event is. An instant has no end.
func (w writer) time(e Event) {
	switch {
	case e.WholeDays:
		const day = "20060102"
		w.put("DTSTART;VALUE=DATE", e.Start.Format(day))
		w.put("DTEND;VALUE=DATE", time.Date(e.End.Year(), e.End.Month(), e.End.Day()+1, 0, 0, 0, 0, time.UTC).Format(day))
	case e.Start.Equal(e.End):
		w.put("DTSTART", instant(e.Start))
	default:
		w.put("DTSTART", instant(e.Start))
		w.put("DTEND", instant(e.End))
	}
}

func (w writer) alarm(e Event, before time.Duration) {
	w.put("BEGIN", "VALARM")
	w.put("ACTION", "DISPLAY")
	if e.WholeDays || !e.Start.Equal(e.End) {
		w.put("TRIGGER;RELATED=END", "-"+span(before))
	} else {
		w.put("TRIGGER", "-"+span(before))
	}
	w.put("DESCRIPTION", escape(e.Summary))
	w.put("END", "VALARM")
}

// instant is a time in UTC, which every calendar shows by its reader's clock.
func instant(t time.Time) string { return t.UTC().Format("20060102T150405Z") }

// span is a length of time, to the minute.
func span(d time.Duration) string {
	days, rest := int(d/(24*time.Hour)), d%(24*time.Hour)
	hours, minutes := int(rest/time.Hour), int(rest%time.Hour/time.Minute)
	var b strings.Builder
	b.WriteString("P")
	if days > 0 {
		b.WriteString(strconv.Itoa(days) + "D")
	}
	if hours > 0 || minutes > 0 || days == 0 {
		b.WriteString("T")
		if hours > 0 {
			b.WriteString(strconv.Itoa(hours) + "H")
		}
		if minutes > 0 || hours == 0 {
			b.WriteString(strconv.Itoa(minutes) + "M")
		}
	}
	return b.String()
}

// text writes a text in a language; nothing for none.
func (w writer) text(name, text, language string) {
	if text == "" {
		return
	}
	if language != "" && !strings.HasPrefix(name, "X-") {
		name += ";LANGUAGE=" + language
	}
	w.put(name, escape(text))
}

// escape takes the meaning from what has one in a text.
func escape(text string) string {
	return strings.NewReplacer(`\`, `\\`, ";", `\;`, ",", `\,`, "\r\n", `\n`, "\n", `\n`, "\r", `\n`).Replace(text)
}

// put writes a line, folded where it is long, between characters.
func (w writer) put(name, value string) {
	line := name + ":" + value
	for room := maxLine; len(line) > room; room = maxLine - 1 { // for the space that marks the rest
		end := room
		for end > 0 && !utf8.RuneStart(line[end]) {
			end--
		}
		_, _ = w.WriteString(line[:end] + "\r\n ")
		line = line[end:]
	}
	_, _ = w.WriteString(line + "\r\n")
}
