package model_test

import (
	"fmt"

	"bordertop/model"
)

// unsound lists what is wrong with a board whatever its records say.
func unsound(b model.Board) []string {
	var out []string
	for _, c := range b.Crossings {
		headline := false
		for _, p := range c.Passages {
			headline = headline || passageText(p) == passageText(c.Headline) && p.Class == c.Headline.Class && p.To == c.Headline.To
			out = append(out, tell("passage "+passageText(p), passageFaults(b, p))...)
		}
		out = append(out, tell(string(c.Crossing.ID), map[string]bool{"the headline is none of its passages": !headline})...)
	}
	for i, d := range b.Deadlines {
		faults := deadlineFaults(b, d)
		faults["follows one without a date"] = i > 0 && b.Deadlines[i-1].State == model.NoDate && d.State != model.NoDate
		out = append(out, tell("deadline "+string(d.ID), faults)...)
	}
	for _, g := range b.Claims {
		out = append(out, tell(fmt.Sprint("claims of ", g.What), map[string]bool{
			"a range without a figure, or a figure without one": (g.Low == nil) != (g.Working == nil),
			"the range is upside down":                          g.Low != nil && *g.Low > *g.High,
			"more independent claimants than claims":            g.Independent > len(g.Claims),
			"nobody stands behind the figure":                   (g.Independent == 0) != (g.Working == nil),
		})...)
	}
	for i, e := range b.Events.All() {
		out = append(out, tell("event "+string(e.Head().ID), map[string]bool{
			"lies ahead":          e.Own().First().After(b.Valid),
			"stands out of order": i > 0 && b.Events.Time(i-1).Before(e.Own().First()),
		})...)
	}
	return out
}

func tell(of string, faults map[string]bool) []string {
	var out []string
	for fault, is := range faults {
		if is {
			out = append(out, of+": "+fault)
		}
	}
	return out
}

func deadlineFaults(b model.Board, d model.DeadlineStatus) map[string]bool {
	share, ok := d.Share(b.Valid)
	return map[string]bool{
		"a negative time":         d.Left(b.Valid) < 0 || d.Over(b.Valid) < 0 || d.Early() < 0,
		"time left and time over": d.Left(b.Valid) > 0 && d.Over(b.Valid) > 0,
		"a share out of bounds":   share < 0 || share > 1 || !ok && share != 0,
		"nothing that ends":       (len(d.Measures) == 0) == (d.Deadline == nil),
		"a date or none":          d.At.IsZero() != (d.State == model.NoDate),
	}
}

func passageFaults(b model.Board, p model.Passage) map[string]bool {
	twice, missing := false, false
	seen := map[model.ID]bool{}
	for _, id := range p.Why {
		_, ok := b.Record(id)
		missing = missing || !ok
		twice = twice || seen[id]
		seen[id] = true
	}
	known := p.State != model.Unknown
	return map[string]bool{
		"a reason that is no record":         missing,
		"a reason given twice":               twice,
		"stale and yet a plain state":        known && p.Fresh == model.Stale,
		"a state without evidence":           known && (p.Seen.IsZero() || len(p.Why) == 0),
		"since a time that lies ahead":       known && p.Since.First().After(b.Valid),
		"known and last known":               known && p.Last != model.Unknown,
		"closed, and some may pass":          p.State == model.Closed && len(p.Allows) > 0,
		"open without bans, and under a ban": p.State == model.Open && len(p.Bans) > 0,
		"open with bans, and under none":     p.State == model.OpenWithBans && len(p.Bans) == 0,
	}
}
