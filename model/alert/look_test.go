package alert_test

import (
	"encoding/json"
	"fmt"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"bordertop/model"
	"bordertop/model/alert"
	"bordertop/model/clean"
	"bordertop/model/export"
	"bordertop/model/lang"
	"bordertop/model/modeltest"
	"bordertop/model/source"
)

// desk looks at a board again and again, as the program does.
type desk struct {
	rules  []alert.Rule
	memory alert.Memory
	before *model.Log
}

// look looks at a moment by the clocks of Vilnius and gives what is told.
func (d *desk) look(t *testing.T, at, records string, feeds ...source.Health) []string {
	t.Helper()
	log := modeltest.Log(t, records)
	var alerts []alert.Alert
	d.memory, alerts = d.memory.Look(d.rules, alert.Scene{
		Now: modeltest.Time(t, at), Log: log, Before: d.before, Feeds: feeds,
		Export: export.Options{Name: "test", Words: lang.English(), Zone: modeltest.Zone(t, "Europe/Vilnius")},
	})
	d.before = &log
	var out []string
	for _, a := range alerts {
		out = append(out, a.Rule+" | "+string(a.ID)+" | "+a.Text)
	}
	return out
}

// again forgets what a program forgets when it ends.
func (d *desk) again() { d.before = nil }

func rule(when alert.When, filter string, to ...string) alert.Rule {
	return alert.Rule{Name: clean.Line(string(when)), When: when, Filter: filter, To: to}
}

// step is a look and what it tells.
type step struct {
	at, records string
	want        []string
}

func TestRulesTellOnceOfWhatTurned(t *testing.T) {
	t.Parallel()
	const m = "crossing m name=Medininkai countries=LT,BY serves=truck\n"
	for name, tt := range map[string]struct {
		rule  alert.Rule
		steps []step
	}{
		"a new severe incident": {rule(alert.New, "severity>=3"), []step{
			{at: "2026-11-26 10:00", records: m + `incident a at="2026-11-26 09:00" severity=4 title=Old`},
			{at: "2026-11-26 10:10", records: m + `incident a at="2026-11-26 09:00" severity=4 title=Old
				incident b at="2026-11-26 10:05" severity=2 title=Small
				incident c at="2026-11-26 10:06" severity=3 title="Border closed"`, want: []string{"new | c | Incident, severity 3 of 4, 26 Nov 10:06: Border closed."}},
			{at: "2026-11-26 10:11", records: m + `incident a at="2026-11-26 09:00" severity=4 title=Old
				incident c at="2026-11-26 10:06" severity=3 title="Border closed"`},
		}},
		"what is old is no news": {rule(alert.New, ""), []step{
			{at: "2026-11-26 10:00", records: m},
			{at: "2026-11-26 10:10", records: m + `incident a at="2026-11-01 10:05" severity=4 title=History`},
		}},
		"what a journal wrote of an alert": {rule(alert.New, ""), []step{
			{at: "2026-11-26 10:00", records: m},
			{at: "2026-11-26 10:10", records: m + `incident a at="2026-11-26 10:05" category=alert title=Alert`},
		}},
		"a crossing that closes and opens": {rule(alert.State, ""), []step{
			{at: "2026-11-26 10:00", records: m + `report r crossings=m at="2026-11-26 08:00" state=open`},
			{at: "2026-11-26 12:00", records: m + `report r crossings=m at="2026-11-26 08:00" state=open
				measure x kind=closure crossings=m from="2026-11-26 11:00" until="2026-11-26 18:00"`, want: []string{"state | m | Medininkai: closed, was open."}},
			{at: "2026-11-26 12:01", records: m + `report r crossings=m at="2026-11-26 08:00" state=open
				measure x kind=closure crossings=m from="2026-11-26 11:00" until="2026-11-26 18:00"`},
			{at: "2026-11-26 19:00", records: m + `report r crossings=m at="2026-11-26 08:00" state=open
				report s crossings=m at="2026-11-26 18:30" state=open
				measure x kind=closure crossings=m from="2026-11-26 11:00" until="2026-11-26 18:00"`, want: []string{"state | m | Medininkai: open, was closed."}},
		}},
		"only what the rule waits for": {rule(alert.State, "", "open"), []step{
			{at: "2026-11-26 10:00", records: m + `report r crossings=m at="2026-11-26 08:00" state=open`},
			{at: "2026-11-26 12:00", records: m + `report r crossings=m at="2026-11-26 08:00" state=open
				measure x kind=closure crossings=m from="2026-11-26 11:00"`},
		}},
		"only where the filter finds it": {rule(alert.State, "crossing:salcininkai"), []step{
			{at: "2026-11-26 10:00", records: m + "crossing salcininkai name=Šalčininkai"},
			{at: "2026-11-26 12:00", records: m + "crossing salcininkai name=Šalčininkai\n" + `measure x kind=closure crossings=m,salcininkai from="2026-11-26 11:00"`, want: []string{"state | salcininkai | Šalčininkai: closed, was unknown."}},
		}},
		"a correction": {rule(alert.Correction, ""), []step{
			{at: "2026-11-26 10:00", records: m + `incident a at="2026-11-26 09:00" title=Three`},
			{at: "2026-11-26 10:10", records: m + `incident a at="2026-11-26 09:00" title=Three
				amendment u of=a kind=correction known="2026-11-26 10:05" set.title=Two reason="Miscounted."`, want: []string{"correction | a | Correction of Two: title: Two, was Three; reason: Miscounted."}},
			{at: "2026-11-26 10:20", records: m + `incident a at="2026-11-26 09:00" title=Three
				amendment u of=a kind=correction known="2026-11-26 10:05" set.title=Two reason="Miscounted."`},
		}},
		"a condition": {rule(alert.Condition, "", "met"), []step{
			{at: "2026-11-26 10:00", records: m + `condition c kind=demand side=LT text="No balloons" state=unmet stated="2026-11-01"`},
			{at: "2026-11-26 10:10", records: m + `condition c kind=demand side=LT text="No balloons" state=unmet stated="2026-11-01"
				amendment u of=c kind=update known="2026-11-26 10:05" set.state=met`, want: []string{"condition | c | LT, demand “No balloons”: met, was unmet."}},
		}},
		"a deadline, by stages": {rule(alert.Deadline, ""), []step{
			{at: "2026-11-10 10:00", records: m + `measure x kind=closure crossings=m from="2026-11-01" until="2026-11-30 24:00"`},
			{at: "2026-11-24 10:00", records: m + `measure x kind=closure crossings=m from="2026-11-01" until="2026-11-30 24:00"`, want: []string{"deadline | x | Closure, Medininkai: until 30 Nov 24:00, in 6 d 14 h."}},
			{at: "2026-11-24 11:00", records: m + `measure x kind=closure crossings=m from="2026-11-01" until="2026-11-30 24:00"`},
			{at: "2026-11-30 23:00", records: m + `measure x kind=closure crossings=m from="2026-11-01" until="2026-11-30 24:00"`, want: []string{"deadline | x | Closure, Medininkai: until 30 Nov 24:00, in 1 h."}},
			{at: "2026-12-01 00:00", records: m + `measure x kind=closure crossings=m from="2026-11-01" until="2026-11-30 24:00"`, want: []string{"deadline | x | Closure, Medininkai: 30 Nov 24:00 has passed."}},
		}},
		"a deadline that is moved": {rule(alert.Deadline, ""), []step{
			{at: "2026-11-10 10:00", records: m + `measure x kind=closure crossings=m from="2026-11-01" until="2026-11-30 24:00"`},
			{at: "2026-11-11 10:00", records: m + `measure x kind=closure crossings=m from="2026-11-01" until="2026-11-30 24:00"
				amendment u of=x kind=update known="2026-11-11 09:00" set.until="2026-12-31 24:00"`, want: []string{"deadline | x | Closure, Medininkai: extended to 31 Dec 24:00, was 30 Nov 24:00."}},
		}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			d := desk{rules: []alert.Rule{tt.rule}}
			for _, s := range tt.steps {
				if diff := cmp.Diff(s.want, d.look(t, s.at, s.records)); diff != "" {
					t.Errorf("at %s (-want +got):\n%s", s.at, diff)
				}
			}
		})
	}
}

func TestThresholdsDoNotFlap(t *testing.T) {
	t.Parallel()
	d := desk{rules: []alert.Rule{{Name: clean.Line("long"), When: alert.Queue, Above: 100}}}
	var told []string
	for i, n := range []int{150, 95, 105, 80, 99, 100, 99, 120, 90, 101} {
		at := fmt.Sprintf("2026-11-26 10:%02d", i)
		records := fmt.Sprintf("crossing m name=Medininkai\nqueue q%d crossing=m class=truck at=%q waiting=%d", i, at, n)
		for range d.look(t, at, records) {
			told = append(told, strconv.Itoa(n))
		}
	}
	// The first look tells nothing; 90 is where it is armed again.
	if got := strings.Join(told, " "); got != "100 101" {
		t.Errorf("told at %q", got)
	}
}

func TestSourceDiesAndReturns(t *testing.T) {
	t.Parallel()
	d := desk{rules: []alert.Rule{rule(alert.Source, "", "failing", "fresh")}}
	now := func(at string) time.Time { return modeltest.Time(t, at) }
	feed := source.Health{ID: "lrt", Title: clean.Line("LRT"), Stale: time.Hour, Good: now("2026-11-26 09:59")}
	dead := feed
	dead.Since, dead.Why, dead.Detail = now("2026-11-26 10:01"), source.Refused, clean.Line("HTTP 503")
	back := feed
	back.Good = now("2026-11-26 10:30")
	for _, s := range []struct {
		at   string
		feed source.Health
		want []string
	}{
		{"2026-11-26 10:00", feed, nil},
		{"2026-11-26 10:05", dead, nil}, // It may return at once.
		{"2026-11-26 10:12", dead, []string{"source | lrt | Source LRT fails since 26 Nov 2026 10:01: HTTP 503."}},
		{"2026-11-26 10:20", dead, nil},
		{"2026-11-26 10:30", back, []string{"source | lrt | Source LRT answers again."}},
	} {
		if diff := cmp.Diff(s.want, d.look(t, s.at, "", s.feed)); diff != "" {
			t.Errorf("at %s (-want +got):\n%s", s.at, diff)
		}
	}
}

func TestFactsThatGoStaleAreToldOnce(t *testing.T) {
	t.Parallel()
	d := desk{rules: []alert.Rule{rule(alert.Stale, "")}}
	const records = "crossing m name=Medininkai\n" + `queue q crossing=m class=truck at="2026-11-26 10:00" waiting=7`
	for _, s := range []step{
		{at: "2026-11-26 10:10"},
		{at: "2026-11-26 11:30", want: []string{"stale | q | Now stale: queue of 7 trucks at Medininkai (trucks), 26 Nov 2026 10:00."}},
		{at: "2026-11-26 12:30"},
	} {
		if diff := cmp.Diff(s.want, d.look(t, s.at, records)); diff != "" {
			t.Errorf("at %s (-want +got):\n%s", s.at, diff)
		}
	}
}

func TestSleepAndRestartTellOfAllOnce(t *testing.T) {
	t.Parallel()
	d := desk{rules: []alert.Rule{rule(alert.New, ""), {Name: clean.Line("long"), When: alert.Queue, Above: 100}}}
	const before = "crossing m name=Medininkai\n"
	const after = before + `incident a at="2026-11-26 22:00" title=Night
		queue q crossing=m class=truck at="2026-11-27 07:50" waiting=300`
	d.look(t, "2026-11-26 18:00", before)
	d.again()
	if got := d.look(t, "2026-11-27 08:00", after); len(got) != 2 {
		t.Errorf("after the night: %q", got)
	}
	d.again()
	for _, at := range []string{"2026-11-27 08:00", "2026-11-27 07:00", "2026-11-27 09:00"} { // clocks go back, too
		if got := d.look(t, at, after); got != nil {
			t.Errorf("again at %s: %q", at, got)
		}
	}
}

// TestWhatASourceTellsLateIsToldAfterARestart asks sources while no program runs, as
// cron does: what comes was known before the last look, but not here.
func TestWhatASourceTellsLateIsToldAfterARestart(t *testing.T) {
	t.Parallel()
	d := desk{rules: []alert.Rule{rule(alert.New, ""), rule(alert.State, "")}}
	const before = "crossing m name=Medininkai\n" + `incident a at="2026-11-26 09:50" title=A
		incident old at="2025-11-26 09:50" title=Old
		`
	d.look(t, "2026-11-26 10:00", before)
	d.again()
	text, err := json.Marshal(d.memory) // and back, as through a file
	if err != nil {
		t.Fatal(err)
	}
	d.memory = alert.Memory{}
	if err := json.Unmarshal(text, &d.memory); err != nil {
		t.Fatal(err)
	}
	got := d.look(t, "2026-11-26 10:05", before+`incident b at="2026-11-26 09:55" title=B
		measure x kind=closure crossings=m from="2026-11-20"`)
	want := []string{"new | b | Incident, 26 Nov 09:55: B.", "state | m | Medininkai: closed, was unknown."}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

func TestCrowdIsToldOfAsOne(t *testing.T) {
	t.Parallel()
	d := desk{rules: []alert.Rule{rule(alert.New, "")}}
	d.look(t, "2026-11-26 10:00", "")
	var records strings.Builder
	for i := range 50 {
		fmt.Fprintf(&records, "incident i%d at=\"2026-11-26 10:05\" severity=%d title=T%d\n", i, 1+i%4, i)
	}
	got := d.look(t, "2026-11-26 10:10", records.String())
	if len(got) != 11 || got[10] != "new |  | 40 more alerts of this kind" {
		t.Errorf("%q", got)
	}
	if got := d.look(t, "2026-11-26 10:20", records.String()); got != nil {
		t.Errorf("again: %q", got)
	}
}

func TestNothingOldIsToldByANewRuleOrOfANewBoard(t *testing.T) {
	t.Parallel()
	d := desk{rules: []alert.Rule{rule(alert.New, "")}}
	const records = "crossing m name=Medininkai\n" + `queue q crossing=m class=truck at="2026-11-26 10:00" waiting=300
		incident a at="2026-11-26 09:00" title=A`
	d.look(t, "2026-11-26 10:00", "")
	d.rules = append(d.rules, alert.Rule{Name: clean.Line("long"), When: alert.Queue, Above: 100})
	if got := d.look(t, "2026-11-26 10:10", records); len(got) != 1 {
		t.Errorf("a new rule: %q", got)
	}
	d.memory.Board = "another"
	if got := d.look(t, "2026-11-26 10:20", records+"\n"+`incident b at="2026-11-26 10:15" title=B`); got != nil {
		t.Errorf("a new board: %q", got)
	}
}

func TestAlertsStandUntilTheyAreSeenOrSleep(t *testing.T) {
	t.Parallel()
	d := desk{rules: []alert.Rule{rule(alert.New, "")}}
	d.look(t, "2026-11-26 10:00", "")
	d.look(t, "2026-11-26 10:10", `incident a at="2026-11-26 10:05" title=A
		incident b at="2026-11-26 10:06" title=B`)
	at := func(s string) time.Time { return modeltest.Time(t, s) }
	all := d.memory.Standing(at("2026-11-26 10:10"))
	if len(all) != 2 {
		t.Fatalf("%v", all)
	}
	m := d.memory.Acknowledge(all[0].Key).Snooze(at("2026-11-26 11:00"), all[1].Key)
	for moment, want := range map[string]int{"2026-11-26 10:30": 0, "2026-11-26 11:00": 1} {
		if got := m.Standing(at(moment)); len(got) != want {
			t.Errorf("%s: %v", moment, got)
		}
	}
	if got := d.memory.Standing(at("2026-11-26 10:10")); len(got) != 2 {
		t.Error("the memory is no value")
	}
}
