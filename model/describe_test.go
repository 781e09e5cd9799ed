package model_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"bordertop/model"
	"bordertop/model/modeltest"
)

// foldCase is records in, a moment, a board out. Without known, what was known
// by the moment shown counts.
type foldCase struct {
	name, records, at, known, want string
}

// fold compares what describe tells of the boards with what is wanted, line by
// line.
func fold(t *testing.T, before string, cases []foldCase, describe func(model.Board) string) {
	t.Helper()
	for _, tt := range cases {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			known := tt.known
			if known == "" {
				known = tt.at
			}
			b := modeltest.Log(t, before+"\n"+tt.records).At(modeltest.Time(t, tt.at), modeltest.Time(t, known))
			if diff := cmp.Diff(lines(tt.want), lines(describe(b))); diff != "" {
				t.Errorf("board at %s, known by %s (-want +got):\n%s", tt.at, known, diff)
			}
		})
	}
}

func lines(s string) []string {
	var out []string
	for line := range strings.Lines(s) {
		if line = strings.TrimSpace(line); line != "" {
			out = append(out, line)
		}
	}
	return out
}

func stateText(s model.State) string {
	switch s {
	case model.Unknown:
		return "unknown"
	case model.Closed:
		return "closed"
	case model.Restricted:
		return "restricted"
	case model.OpenWithBans:
		return "open with bans"
	case model.Open:
		return "open"
	}
	return "no state"
}

func freshText(f model.Freshness) string {
	switch f {
	case model.Fresh:
		return ""
	case model.Ageing:
		return ", ageing"
	case model.Stale:
		return ", stale"
	}
	return ", no freshness"
}

// passageText is a passage in words: "closed, ageing; why a b".
func passageText(p model.Passage) string {
	var s strings.Builder
	s.WriteString(stateText(p.State))
	if p.State == model.Unknown && p.Last != model.Unknown {
		s.WriteString(", last " + stateText(p.Last))
	}
	s.WriteString(freshText(p.Fresh))
	for i, a := range p.Allows {
		s.WriteString([]string{"; for ", " and "}[min(i, 1)] + a.Who.String())
	}
	if p.Disputed() {
		s.WriteString("; disputed by " + string(p.Rival.ID))
	}
	for _, r := range p.Beside {
		s.WriteString("; beside " + string(r.ID))
	}
	for _, b := range p.Bans {
		s.WriteString("; banned by " + string(b.ID))
	}
	if len(p.Why) > 0 {
		s.WriteString("; why " + joined(p.Why))
	}
	return s.String()
}

func joined(ids []model.ID) string {
	words := make([]string, len(ids))
	for i, id := range ids {
		words[i] = string(id)
	}
	return strings.Join(words, " ")
}

// statusText is the crossings, a line for each passage, or one for all where
// they are alike.
func statusText(b model.Board) string {
	var s strings.Builder
	for _, c := range b.Crossings {
		var all []string
		alike := true
		for _, p := range c.Passages {
			all = append(all, passageText(p))
			alike = alike && all[0] == all[len(all)-1]
		}
		if alike {
			fmt.Fprintf(&s, "%s: %s\n", c.Crossing.ID, all[0])
			continue
		}
		for i, p := range c.Passages {
			fmt.Fprintf(&s, "%s %s to %s: %s\n", c.Crossing.ID, p.Class, p.To, all[i])
		}
	}
	return s.String()
}

// clock is a moment by the clocks of Vilnius; "-" for none.
func clock(m model.Moment) string {
	switch {
	case m.IsZero():
		return "-"
	case m.Exact():
		return m.First().In(vilnius()).Format("2006-01-02 15:04")
	}
	first, last := m.Dates()
	if first.Format("2006-01-02") == last.Format("2006-01-02") {
		return first.Format("2006-01-02")
	}
	return first.Format("2006-01-02") + "/" + last.Format("2006-01-02")
}

func vilnius() *time.Location {
	zone, err := time.LoadLocation("Europe/Vilnius")
	if err != nil {
		return time.UTC
	}
	return zone
}
