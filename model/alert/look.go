package alert

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strings"
	"time"

	"bordertop/model"
	"bordertop/model/clean"
	"bordertop/model/export"
	"bordertop/model/query"
	"bordertop/model/source"
)

const (
	// ageless is how long ago what happens newly may have become known: what turns up
	// later is history.
	ageless = 72 * time.Hour
	// crowd is how many alerts one rule may give at a look; the rest is told of as one.
	crowd = 10
)

// Scene is what there is to look at. The logs hold nothing that is under embargo.
type Scene struct {
	// Now is the wall clock, and the moment of the board.
	Now time.Time
	// Log is what is known now, Before what was known at the last look; nil where that
	// was in another run of the program.
	Log    model.Log
	Before *model.Log
	// Feeds are the live sources.
	Feeds []source.Health
	// Export says in which words and by which clock alerts are told. Its Name is that
	// of the board.
	Export export.Options
}

// Look looks at a scene and gives what is new to tell, and what to remember of it. The
// first look, at a board or by a rule, tells nothing. Rules whose filters cannot be
// read are left out.
func (m Memory) Look(rules []Rule, s Scene) (Memory, []Alert) {
	if m.Board != s.Export.Name {
		m = Memory{Board: s.Export.Name, Alerts: m.Alerts, Keys: m.Keys}
	}
	l := look{scene: s, was: m.Was, now: map[string]string{}, board: s.Log.At(s.Now, s.Now), matcher: query.NewMatcher(s.Log)}
	if !m.At.IsZero() && m.At.Before(s.Now) {
		l.differences = model.Diff(m.before(s, l.board.Rules()).At(m.At, m.At), l.board)
	}
	var looked []string
	var alerts []Alert
	for _, r := range rules {
		a, err := ask(r, s.Export.Zone)
		if err != nil {
			continue
		}
		looked = append(looked, a.key)
		l.found = nil
		l.first = !slices.Contains(m.Rules, a.key)
		l.look(a)
		if !l.first {
			alerts = append(alerts, l.tell(a, m.Keys)...)
		}
	}
	m.At, m.Rules, m.Seen = s.Now, looked, seenOf(l.board, s.Log)
	m.keep(l.now)
	m.add(alerts)
	return m, alerts
}

// before is what was known at the last look.
func (m Memory) before(s Scene, rules model.Rules) model.Log {
	if s.Before != nil {
		return *s.Before
	}
	return m.Seen.before(s.Log, rules, m.At)
}

// look is a look at a scene.
type look struct {
	scene       Scene
	board       model.Board
	differences []model.Difference
	matcher     query.Matcher
	// was is what things were, by rule and thing, and now what they are.
	was, now map[string]string
	// first tells that the rule never looked before, and found is what it finds.
	first bool
	found []finding
}

// finding is one thing to tell of. The mark makes it another than one of the same
// record before.
type finding struct {
	id       model.ID
	mark     string
	text     string
	severity int64
}

// look finds what a rule waits for.
func (l *look) look(a asked) {
	switch a.When {
	case New, State, Condition, Correction:
		l.turns(a)
	case Deadline:
		l.turns(a)
		l.deadlines(a)
	case Claim:
		l.claims(a)
	case Queue:
		l.queues(a)
	case Source:
		l.sources(a)
	case Stale:
		l.stale(a)
	}
}

// tell makes alerts of what was found, but for what was told before. Of a crowd the
// gravest are told one by one.
func (l *look) tell(a asked, told []string) []Alert {
	var out []Alert
	slices.SortStableFunc(l.found, func(x, y finding) int { return cmp.Compare(y.severity, x.severity) })
	for _, f := range l.found {
		key := keyOf(a.key, string(f.id), f.mark)
		if slices.Contains(told, key) || slices.ContainsFunc(out, func(o Alert) bool { return o.Key == key }) {
			continue
		}
		out = append(out, Alert{Key: key, Rule: a.Name.String(), When: a.When, At: l.scene.Now, ID: f.id, Text: clean.Line(f.text).String()})
	}
	if more := len(out) - crowd; more > 0 {
		out = out[:crowd+1]
		out[crowd].Text = l.scene.Export.Words.Count(l.scene.Export.Words.Alerts.More, int64(more))
		out[crowd].ID = ""
	}
	return out
}

// keyOf is a key of what it is made of.
func keyOf(parts ...string) string {
	sum := sha256.Sum256([]byte(strings.Join(parts, "\x00")))
	return hex.EncodeToString(sum[:8])
}

// matches tells whether a rule wants to be told of one of some records.
func (l *look) matches(a asked, records ...model.Record) bool {
	if a.filter.Empty() {
		return true
	}
	scope := query.Scope{Board: l.board, At: l.scene.Now, Zone: l.scene.Export.Zone}
	return slices.ContainsFunc(records, func(r model.Record) bool { return r != nil && l.matcher.Match(a.filter, r, scope) })
}

// record is one as it stands; nil where there is none.
func (l *look) record(id model.ID) model.Record {
	if a, ok := l.board.Record(id); ok {
		return a.Record
	}
	return nil
}

// turned notes what a thing is, and tells whether it was another at the last look. What
// was not there then, though the rule looked, was none.
func (l *look) turned(a asked, thing, is string) (was string, turned bool) {
	key := a.key + " " + thing
	l.now[key] = is
	was = l.was[key]
	return was, was != is
}
