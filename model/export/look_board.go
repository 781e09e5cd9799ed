package export

import (
	"encoding/json"
	"io"
	"slices"
	"time"

	"bordertop/model"
	"bordertop/model/lang"
)

// looker makes a look of a board, and gathers the sources that it names.
type looker struct {
	text
	cited []model.ID
}

// LookAt is the board as programs and templates have it.
func LookAt(b model.Board, o Options) Look {
	l := &looker{text: text{b: b, o: o}}
	n := b.StateCounts()
	look := Look{
		Schema: schema, Board: o.Name, AsOf: seconds(b.Valid, o.Zone), Known: seconds(b.Known, o.Zone), Live: o.Live, Language: o.Words.Lang(),
		Counts: LookCounts{
			Open: n[model.Open], OpenWithBans: n[model.OpenWithBans], Restricted: n[model.Restricted], Closed: n[model.Closed],
			Unknown: n[model.Unknown], Stale: b.StaleCount(),
		},
		Crossings: all(b.Crossings, l.crossing), Deadlines: all(b.Deadlines, l.deadline), Trucks: all(b.Claims, l.group),
		Conditions: all(b.Conditions, l.condition), Queues: all(b.Queues, l.queue), Incidents: all(l.newest(), l.incident),
	}
	if d, ok := b.NextDeadline(); ok {
		next := l.deadline(d)
		look.Next = &next
	}
	for _, c := range b.Crossings {
		if c.Headline.Disputed() {
			look.Counts.Disputed++
		}
	}
	look.Sources = all(l.cited, l.source)
	return look
}

// seconds leaves out what no clock shows.
func seconds(t time.Time, zone *time.Location) time.Time { return t.Truncate(time.Second).In(zone) }

// WriteLook writes one look at the board as JSON.
func WriteLook(w io.Writer, b model.Board, o Options) error {
	out := json.NewEncoder(w)
	out.SetEscapeHTML(true)
	out.SetIndent("", "  ")
	return out.Encode(LookAt(b, o))
}

// all gives what each of some things is made into; never nil, for JSON has no list
// then.
func all[T, U any](things []T, made func(T) U) []U {
	out := make([]U, len(things))
	for i, t := range things {
		out[i] = made(t)
	}
	return out
}

// backed tells what stands behind a figure that rests on some records.
func (l *looker) backed(at model.Moment, fresh string, records ...model.ID) Backed {
	b := Backed{Sources: []model.ID{}, AsOf: l.when(at), Freshness: fresh}
	for _, id := range records {
		b.Changes = append(b.Changes, l.changes(id)...)
		for _, s := range l.b.Sources(id) {
			if !slices.Contains(b.Sources, s.ID) {
				b.Sources = append(b.Sources, s.ID)
			}
		}
	}
	for _, id := range b.Sources {
		if !slices.Contains(l.cited, id) {
			l.cited = append(l.cited, id)
		}
	}
	return b
}

func (l *looker) when(m model.Moment) *span {
	s := moment(m)
	if s != nil {
		s.Text = l.moment(m)
	}
	return s
}

func (l *looker) crossing(c model.CrossingStatus) LookCrossing {
	near, far := l.o.Words.Crossing(c.Crossing)
	return LookCrossing{
		ID: c.Crossing.ID, Name: near, Counterpart: far, Countries: all(c.Crossing.Countries, itself), LookPassage: l.passage(c.Headline),
		Disputed: c.Headline.Disputed(), Limits: all(l.o.Words.Limits(c), itself), Passages: all(c.Passages, l.passage),
	}
}

// itself is what a list that may be nil is copied with.
func itself[T any](t T) T { return t }

func (l *looker) passage(p model.Passage) LookPassage {
	fresh := freshness(p.Fresh)
	if p.Seen.IsZero() {
		fresh = ""
	}
	return LookPassage{
		Class: p.Class, To: p.To, State: stateName(p.State), Last: stateName(p.Last), Label: l.label(p), May: answerName(p.May()),
		Since: l.when(p.Since), Until: l.when(p.Until), Why: all(p.Why, itself),
		Allows: all(p.Allows, func(a model.Permit) LookPermit { return LookPermit{a.Who.String(), a.To, a.Text.String()} }),
		Backed: l.backed(p.Seen, fresh, p.Why...),
	}
}

func stateName(s model.State) string {
	return [...]string{
		model.Unknown: "unknown", model.Closed: "closed", model.Restricted: "restricted", model.OpenWithBans: "open_with_bans", model.Open: "open",
	}[s]
}

func answerName(a model.Answer) string {
	return [...]string{model.NotKnown: "not_known", model.May: "yes", model.SomeMay: "some", model.MayNot: "no"}[a]
}

func deadlineName(s model.DeadlineState) string {
	return [...]string{
		model.Running: "running", model.BroughtForward: "brought_forward", model.Extended: "extended", model.Coming: "coming",
		model.LiftedEarly: "lifted_early", model.Elapsed: "elapsed", model.NoDate: "no_date",
	}[s]
}

func (l *looker) deadline(d model.DeadlineStatus) LookDeadline {
	out := LookDeadline{
		ID: d.ID, State: deadlineName(d.State), Title: l.ends(d, l.countries()), Countdown: l.o.Words.Countdown(d, l.b.Valid),
		From: l.when(d.From), At: l.when(d.At), Was: l.when(d.Was), Crossings: []model.ID{}, Records: []model.ID{},
	}
	if d.State != model.NoDate && d.Left(l.b.Valid) > 0 {
		left := int64(d.Left(l.b.Valid) / time.Second)
		out.Left = &left
	}
	if share, ok := d.Share(l.b.Valid); ok {
		out.Share = &share
	}
	if d.Deadline != nil {
		out.Records = append(out.Records, d.Deadline.ID)
	}
	for _, m := range d.Measures {
		out.Records = append(out.Records, m.ID)
		for _, id := range m.Crossings {
			if !slices.Contains(out.Crossings, id) {
				out.Crossings = append(out.Crossings, id)
			}
		}
	}
	// An act that runs does not age; that nobody confirmed its end is old news.
	fresh := freshness(model.Fresh)
	if d.State == model.Elapsed {
		fresh = freshness(model.Stale)
	}
	out.Backed = l.backed(l.known(out.Records), fresh, out.Records...)
	return out
}

// known is when the last of some records became known.
func (l *looker) known(records []model.ID) model.Moment {
	var last time.Time
	for _, id := range records {
		if known := l.b.KnownAt(id); known.After(last) {
			last = known
		}
	}
	if last.IsZero() {
		return model.Moment{}
	}
	return model.Exactly(last.In(l.o.Zone))
}

func (l *looker) group(g model.ClaimGroup) LookGroup {
	out := LookGroup{
		What: g.What, Unit: g.Unit, Crossing: g.Crossing, Low: g.Low, High: g.High, Independent: g.Independent,
		Rule: string(l.b.Rules().Working), Claims: all(g.Claims, l.claim),
	}
	figure, most := l.o.Words.Range(g.Low, g.High), g.High
	if g.Stale() && len(g.Claims) > 0 {
		figure, most = l.o.Words.Figure(g.Claims[0].Count), lang.Most(g.Claims[0].Count)
	}
	out.Label = l.o.Words.Units(figure, most, g.Unit)
	if g.Working != nil {
		out.Working = g.Working.Count.ID
	}
	return out
}

func (l *looker) claim(c model.Claim) LookClaim {
	return LookClaim{
		ID: c.Count.ID, By: c.Count.By.String(), Side: c.Count.Side.String(), Value: c.Count.Value, Min: c.Count.Min, Max: c.Count.Max,
		Qualifier: c.Count.Qualifier, Backed: l.backed(c.Count.At, freshness(c.Fresh), c.Count.ID),
	}
}
