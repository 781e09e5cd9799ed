package model_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"bordertop/model"
	"bordertop/model/clean"
	"bordertop/model/modeltest"
)

// diffText is a difference a line: "state m: closed > open; by gov lift; known 2025-11-19".
func diffText(ds []model.Difference) string {
	var s strings.Builder
	for _, d := range ds {
		switch d.Kind {
		case model.StateChanged:
			fmt.Fprintf(&s, "state %s: %s", d.ID, passagesText(*d.State))
		case model.DeadlineChanged:
			fmt.Fprintf(&s, "deadline %s: %s", d.ID, fateText(*d.Deadline))
		case model.ClaimChanged:
			fmt.Fprintf(&s, "claim %s: %s", d.ID, claimText(*d.Claim))
		case model.ConditionChanged:
			fmt.Fprintf(&s, "condition %s: %s", d.ID, conditionText(*d.Condition))
		case model.EventAdded:
			fmt.Fprintf(&s, "event %s%s", d.ID, map[bool]string{true: ", severe"}[d.Severe()])
		case model.RecordAmended:
			fmt.Fprintf(&s, "%s of %s:", d.Amendment.Amendment.Type, d.ID)
			for _, c := range d.Amendment.Changes {
				fmt.Fprintf(&s, " %s was %v", c.Field, plainText(c.Old))
			}
		}
		fmt.Fprintf(&s, "; by %s; known %s\n", joined(d.Records), clock(model.Exactly(d.Known)))
	}
	return s.String()
}

func plainText(v any) any {
	switch v := v.(type) {
	case *int64:
		return *v
	case model.Moment:
		return clock(v)
	case clean.Text:
		return v.String()
	}
	return v
}

func passagesText(t model.StateTurn) string {
	var parts []string
	if t.Headline() {
		parts = append(parts, passageText(t.Before)+" > "+passageText(t.After))
	}
	for _, p := range t.Passages {
		if !t.Headline() {
			parts = append(parts, fmt.Sprintf("%s to %s %s > %s", p.After.Class, p.After.To, passageText(p.Before), passageText(p.After)))
		}
	}
	return strings.Join(parts, ", ")
}

func fateText(t model.DeadlineTurn) string {
	fates := [...]string{
		model.Announced: "announced", model.Begun: "begun", model.MovedUp: "moved up", model.MovedBack: "moved back", model.Lifted: "lifted",
		model.Passed: "passed", model.Finished: "finished", model.Replaced: "replaced by " + string(t.By), model.CalledOff: "called off",
	}
	text := fates[t.Fate]
	if t.Before != nil {
		text += ", was " + clock(t.Before.At)
	}
	if t.After != nil {
		text += ", is " + clock(t.After.At)
	}
	return text
}

func claimText(t model.ClaimTurn) string {
	text := func(c *model.Claim) string {
		if c == nil {
			return "none"
		}
		return fmt.Sprintf("%v%s", plainText(c.Count.Value), freshText(c.Fresh))
	}
	return text(t.Before) + " > " + text(t.After)
}

func conditionText(t model.ConditionTurn) string {
	text := func(c *model.ConditionStatus) string {
		if c == nil {
			return "none"
		}
		return string(c.Condition.State)
	}
	return text(t.Before) + " > " + text(t.After)
}

func TestDiffTellsWhatIsOther(t *testing.T) {
	t.Parallel()
	const closed = `crossing m countries=LT serves=car
		measure gov kind=closure crossings=m from=2025-10-29 until="2025-11-30 24:00"
		`
	for _, tt := range []struct{ name, records, from, to, want string }{
		{
			"a closure that is lifted early opens the crossing", closed + `amendment lift of=gov kind=update known=2025-11-19 set.ended="2025-11-20 00:00"`,
			"2025-11-12", "2025-11-20 00:30",
			`state m: closed; why gov > open; why gov; by gov lift; known 2025-11-19 00:00
			deadline gov: lifted, was 2025-12-01 00:00, is 2025-11-20 00:00; by gov lift; known 2025-11-19 00:00`,
		},
		{
			"what was decided shows before it holds", closed + `amendment lift of=gov kind=update known=2025-11-19 set.ended="2025-11-20 00:00"`,
			"2025-11-12", "2025-11-19 18:00",
			`deadline gov: moved up, was 2025-12-01 00:00, is 2025-11-20 00:00; by gov lift; known 2025-11-19 00:00`,
		},
		{
			"and when it holds, who decided so stands behind it", closed + `amendment lift of=gov kind=update known=2025-11-19 set.ended="2025-11-20 00:00"`,
			"2025-11-19 18:00", "2025-11-20 00:30",
			`state m: closed; why gov > open; why gov; by gov lift; known 2025-11-19 00:00
			deadline gov: lifted, was 2025-11-20 00:00, is 2025-11-20 00:00; by gov lift; known 2025-11-19 00:00`,
		},
		{
			"a date that passes without a word", closed, "2025-11-30", "2025-12-01",
			`state m: closed; why gov > unknown, last closed, stale; why gov; by gov; known 2025-10-29 00:00
			deadline gov: passed, was 2025-12-01 00:00, is 2025-12-01 00:00; by gov; known 2025-10-29 00:00`,
		},
		{
			"one class in one direction", `crossing m countries=LT,BY serves=car,truck
			report r crossings=m at=2025-10-30 state=open
			measure ban kind=ban crossings=m classes=truck to=LT from=2025-10-31`, "2025-10-30 12:00", "2025-10-31",
			`state m: truck to LT open; why r > open with bans; banned by ban; why r ban; by ban; known 2025-10-31 00:00`,
		},
		{
			"a ban that stays is no cause of what a lifted closure does", `crossing m countries=LT serves=car,truck
			measure ban kind=ban crossings=m classes=truck from=2025-10-01
			measure shut kind=closure crossings=m from=2025-10-02 ended=2025-10-08`, "2025-10-07", "2025-10-09",
			`state m: closed; why shut > open; why shut; by shut; known 2025-10-02 00:00
			deadline shut: finished, was 2025-10-08; by shut; known 2025-10-02 00:00`,
		},
		{
			"a state that nobody confirms", `crossing m countries=LT serves=car
			report r crossings=m at=2025-10-01 state=open`, "2025-10-02", "2025-10-20",
			`state m: open; why r > unknown, last open, stale; why r; by r; known 2025-10-01 00:00`,
		},
		{
			"a crossing that is new and one that was a mistake", `crossing n countries=LT serves=car known=2025-10-05
			crossing o countries=LT serves=car
			report r crossings=n,o at=2025-10-01 state=open
			amendment no of=o kind=withdrawal known=2025-10-05`, "2025-10-02", "2025-10-06",
			`state n: unknown > open, ageing; why r; by r; known 2025-10-01 00:00
			state o: open; why r > unknown; by o no r; known 2025-10-05 00:00
			withdrawal of o:; by no o; known 2025-10-05 00:00`,
		},
		{
			"what was coming", `measure fee act=a kind=fee from=2025-11-05 until=2025-12-31 known=2025-11-01
			measure off kind=fee from=2025-11-05 until=2025-12-31 known=2025-11-01
			amendment no of=off kind=update known=2025-11-03 set.ended=2025-11-03`, "2025-11-02", "2025-11-06",
			`deadline a: begun, was 2025-11-05, is 2025-12-31; by fee; known 2025-11-01 00:00
			deadline off: called off, was 2025-11-05; by off no; known 2025-11-03 00:00`,
		},
		{
			"what is replaced and what runs longer", `measure old kind=fee from=2025-10-01 until=2025-12-31
			measure new kind=fee from=2025-11-01 until=2026-01-31 replaces=old
			measure long kind=fee from=2025-10-01 until=2025-11-30
			amendment up of=long kind=update known=2025-11-01 set.until=2025-12-30`, "2025-10-20", "2025-11-02",
			`deadline long: moved back, was 2025-11-30, is 2025-12-30; by long up; known 2025-11-01 00:00
			deadline new: announced, is 2026-01-31; by new; known 2025-11-01 00:00
			deadline old: replaced by new, was 2025-12-31; by old new; known 2025-11-01 00:00`,
		},
		{
			"an act whose parts end together is told once, apart twice", `measure a act=x kind=closure from=2025-10-01 until=2025-12-31
			measure b act=x kind=fee from=2025-10-01 until=2025-12-31
			measure c act=x kind=ban from=2025-10-01 until=2025-11-15`, "2025-09-30", "2025-10-02",
			`deadline x: announced, is 2025-11-15; by c; known 2025-10-01 00:00
			deadline x: announced, is 2025-12-31; by a b; known 2025-10-01 00:00`,
		},
		{
			"what ends as planned, with a word", `measure a kind=fee from=2025-10-01 until=2025-10-31 ended=2025-10-31`, "2025-10-30", "2025-11-01",
			`deadline a: finished, was 2025-10-31; by a; known 2025-10-01 00:00`,
		},
		{
			"claims by claimant", `count old what=stranded unit=truck at=2025-11-10 value=1000 by=A
			count new what=stranded unit=truck at=2025-11-19 value=1300 by=a
			count other what=stranded unit=both at=2025-11-19 value=5000 by=A
			count anon what=stranded unit=truck at=2025-11-11 value=7`, "2025-11-12", "2025-11-20",
			`claim new: 1000 > 1300; by new; known 2025-11-19 00:00
			claim other: none > 5000; by other; known 2025-11-19 00:00
			claim anon: 7 > 7, stale; by anon; known 2025-11-11 00:00`,
		},
		{
			"a claim that was corrected or withdrawn is told with the reason", `count c what=stranded unit=truck at=2025-11-11 value=1000 by=A
			count d what=stranded unit=truck at=2025-11-11 value=20 by=B
			amendment fix of=c kind=correction known=2025-11-13 set.value=100
			amendment off of=d kind=withdrawal known=2025-11-14`, "2025-11-12", "2025-11-15",
			`correction of c: value was 1000; by fix c; known 2025-11-13 00:00
			withdrawal of d:; by off d; known 2025-11-14 00:00`,
		},
		{
			"conditions", `condition k side=L stated=2025-11-11 state=unmet
			condition n side=L stated=2025-11-14 state=open
			amendment part of=k kind=update known=2025-11-18 set.state=partly`, "2025-11-12", "2025-11-20",
			`condition n: none > open; by n; known 2025-11-14 00:00
			condition k: unmet > partly; by k part; known 2025-11-18 00:00`,
		},
		{
			"what happened, and what became known of before", `incident i at=2025-11-19 severity=3
			incident early at=2025-11-10 known=2025-11-15
			incident before at=2025-11-11
			statement s at="2025-11-12 12:00"
			incident wrong at=2025-11-13
			amendment w of=wrong kind=withdrawal known=2025-11-14
			incident moved at=2025-12-24
			amendment m of=moved kind=correction known=2025-11-16 set.at=2025-11-09`, "2025-11-11", "2025-11-20",
			`event i, severe; by i; known 2025-11-19 00:00
			event s; by s; known 2025-11-12 12:00
			event early; by early; known 2025-11-15 00:00
			withdrawal of wrong:; by w wrong; known 2025-11-14 00:00`,
		},
		{
			"one amendment of an act is told once, a note never", `measure a act=x kind=law from=2025-10-01
			measure b act=x kind=law from=2025-10-01
			measure c act=x kind=law from=2025-10-01 scope=here
			amendment s of=x,a kind=correction known=2025-11-12 set.scope=there
			amendment n of=a kind=update known=2025-11-12 set.note=seen`, "2025-11-11", "2025-11-20",
			`correction of a: scope was ; by s a b; known 2025-11-12 00:00
			correction of c: scope was here; by s c; known 2025-11-12 00:00`,
		},
		{
			"what the desk disputes and updates", `incident i at=2025-11-10
			statement s at=2025-11-10
			amendment d of=i,s kind=dispute known=2025-11-12 set.severity=1
			amendment u of=i kind=update known=2025-11-13 set.severity=4
			amendment twice of=d kind=withdrawal known=2025-11-30`, "2025-11-11", "2025-11-20",
			`dispute of i:; by d i s; known 2025-11-12 00:00
			update of i: severity was 0; by u i; known 2025-11-13 00:00`,
		},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			l := modeltest.Log(t, tt.records)
			from, to := modeltest.Time(t, tt.from), modeltest.Time(t, tt.to)
			a, b := l.At(from, from), l.At(to, to)
			if diff := cmp.Diff(lines(tt.want), lines(diffText(model.Diff(a, b)))); diff != "" {
				t.Errorf("differences of %s from %s (-want +got):\n%s", tt.to, tt.from, diff)
			}
			if same := model.Diff(b, l.At(to, to)); len(same) != 0 {
				t.Errorf("a board differs from itself:\n%s", diffText(same))
			}
			// The same records in a log that another record was added to.
			more, err := l.With(&model.Place{Fact: model.Fact{ID: "elsewhere"}})
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(lines(tt.want), lines(diffText(model.Diff(a, more.At(to, to))))); diff != "" {
				t.Errorf("differences in a log with more records (-want +got):\n%s", diff)
			}
		})
	}
}

// TestDiffFindsEveryNewEvent holds what Diff finds by looking where time passed
// against all events of both boards.
func TestDiffFindsEveryNewEvent(t *testing.T) {
	t.Parallel()
	eachRandomLog(t, func(t *testing.T, r *rand.Rand, records []model.Record, valid, known time.Time) {
		t.Helper()
		l := newLog(t, records...)
		a := l.At(valid, known)
		valid, known = valid.Add(time.Duration(r.IntN(9*24))*time.Hour), known.Add(time.Duration(r.IntN(9*24))*time.Hour)
		b := l.At(valid, known)
		var want []model.ID
		had := slices.Collect(a.Events.IDs())
		for id := range b.Events.IDs() {
			if r, _ := b.Record(id); r.Withdrawal == nil && !slices.Contains(had, id) {
				want = append(want, id)
			}
		}
		other := newLog(t, append(records, &model.Place{Fact: model.Fact{ID: "elsewhere"}})...)
		for _, later := range []model.Board{b, other.At(valid, known)} {
			if d := cmp.Diff(want, newEvents(model.Diff(a, later))); d != "" {
				t.Errorf("new events until %s, known by %s (-want +got):\n%s", valid, known, d)
			}
		}
	})
}

func newEvents(ds []model.Difference) []model.ID {
	var ids []model.ID
	for _, d := range ds {
		if d.Kind == model.EventAdded {
			ids = append(ids, d.ID)
		}
	}
	return ids
}
