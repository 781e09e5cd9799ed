// Package modeltest builds logs and boards for tests from records written one a
// line, so that a table can show records in and a board out.
package modeltest

import (
	"strings"
	"testing"
	"time"
	_ "time/tzdata" // Tests must not depend on the zones of the machine.

	"bordertop/model"
)

// Zone loads a time zone, such as Europe/Minsk.
func Zone(tb testing.TB, name string) *time.Location {
	tb.Helper()
	zone, err := time.LoadLocation(name)
	if err != nil {
		tb.Fatal(err)
	}
	return zone
}

// Moment reads a moment by the clocks of Vilnius.
func Moment(tb testing.TB, s string) model.Moment {
	tb.Helper()
	m, err := model.ParseMoment(s, Zone(tb, "Europe/Vilnius"))
	if err != nil {
		tb.Fatal(err)
	}
	return m
}

// Time reads a moment by the clocks of Vilnius and gives what it means in a
// query: an instant, or the last one of a day.
func Time(tb testing.TB, s string) time.Time {
	tb.Helper()
	return Moment(tb, s).Asked()
}

// Log makes a log under the default rules. See Records for how they are written.
func Log(tb testing.TB, records string) model.Log {
	tb.Helper()
	l, err := model.NewLog(model.DefaultRules(), Records(tb, records)...)
	if err != nil {
		tb.Fatal(err)
	}
	return l
}

// Board makes the board of a moment by the clocks of Vilnius, with what was
// known by then.
func Board(tb testing.TB, at, records string) model.Board {
	tb.Helper()
	t := Time(tb, at)
	return Log(tb, records).At(t, t)
}

// Records reads records, one a line:
//
//	measure gov kind=closure crossings=medininkai from=2025-10-29 until="2025-11-30 24:00" allows=diplomats,citizens>LT
//	amendment up of=gov kind=update known=2025-11-19 set.ended="2025-11-20 00:00"
//
// The fields have the names that they have in datasets. Lists are separated by
// commas, times are those of Vilnius, and what follows # is a remark.
func Records(tb testing.TB, text string) []model.Record {
	tb.Helper()
	var out []model.Record
	for line := range strings.Lines(text) {
		line, _, _ = strings.Cut(line, "#")
		words := split(line)
		if len(words) == 0 {
			continue
		}
		r := model.Blank(model.Kind(words[0]))
		if r == nil || len(words) < 2 {
			tb.Fatalf("%q: want a kind of record and an id", line)
		}
		r.Head().ID = model.ID(words[1])
		for _, word := range words[2:] {
			if err := assign(r, word); err != nil {
				tb.Fatalf("%q: %v", strings.TrimSpace(line), err)
			}
		}
		out = append(out, r)
	}
	return out
}

// split cuts a line at spaces outside quotes, and drops the quotes.
func split(line string) []string {
	quoted := false
	words := strings.FieldsFunc(line, func(c rune) bool {
		if c == '"' {
			quoted = !quoted
		}
		return !quoted && (c == ' ' || c == '\t' || c == '\n')
	})
	for i, w := range words {
		words[i] = strings.ReplaceAll(w, `"`, "")
	}
	return words
}
