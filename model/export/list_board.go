package export

import (
	"math"
	"slices"
	"strings"
	"time"

	"bordertop/model"
	"bordertop/model/export/table"
)

// crossings lists crossings with the state of the headline, and for spreadsheets
// each class and direction.
func (l *lister) crossings() list {
	w := l.o.Words
	out := list{
		title: w.Crossings, empty: w.NothingYet, key: "crossings", one: "crossing", items: []listItem{},
		columns: []column{
			fixed(w.Field("state")), words(w.Field("crossing"), 12), words(w.Field("at"), 9).only(forPeople),
			fixed(w.Since).only(forLines), fixed(w.Until).only(forLines), words(w.Lists.Who, 12), l.asOfColumn(), l.backing(), l.ids(),
		},
		names: []string{
			"crossing", "name", "counterpart", "class", "to", "state", "last_known", "may", "disputed", "since", "until", "seen", "freshness",
			"allows", "bans", "records", "sources", "as_of",
		},
	}
	for _, c := range l.b.Crossings {
		if l.o.Only != nil && !l.o.Only(c.Crossing) {
			continue
		}
		p := c.Headline
		out.items = append(out.items, func(look *looker) any { return look.crossing(c) })
		who := l.who(c)
		out.rows = append(out.rows, []table.Cell{
			l.painted(l.look.label(p), markOf(p)), cell(l.name(c.Crossing)), l.holding(p),
			cell(l.day(p.Since)), cell(l.day(p.Until)), who, l.seenCell(p.Seen, p.Fresh), l.behindCell(p.Why...), cell(string(c.Crossing.ID)),
		})
		for _, p := range c.Passages {
			out.values = append(out.values, l.passageValues(c.Crossing, p))
		}
	}
	return out
}

// holding is since when or until when a state holds.
func (l *lister) holding(p model.Passage) table.Cell {
	w := l.o.Words
	c := table.Cell{Text: l.look.since(p)}
	switch {
	case p.Since.IsZero():
	case p.State == model.Unknown:
		c.Whole = l.day(p.Seen)
	case p.Until.IsZero() || p.State == model.Open:
		c.Whole = w.Began(p) + " " + l.day(p.Since)
	default:
		c.Whole = w.Until + " " + l.day(p.Until)
	}
	return c
}

func (l *lister) painted(text string, m Mark) table.Cell {
	o := l.o
	return table.Cell{Text: text, Paint: func(text string) string { return o.marked(m, text) }}
}

// who tells who may pass and who may not, and which report contradicts that.
func (l *lister) who(c model.CrossingStatus) table.Cell {
	w := l.o.Words
	limits := strings.Join(w.Limits(c), ", ")
	allowed, all := "", ""
	if p := c.Headline; p.State == model.Restricted && len(p.Allows) > 0 {
		allowed = w.MayPass(len(p.Allows))
		all = allowed + ": " + w.Who(p.Allows)
	}
	rival := ""
	if r := c.Headline.Rival; r != nil {
		rival = strings.TrimSuffix(l.fact(r), ".")
	}
	return table.Cell{Text: join(limits, allowed, rival), Whole: join(limits, all, rival)}
}

func (l *lister) passageValues(c *model.Crossing, p model.Passage) []any {
	item := l.look.passage(p)
	bans := make([]string, len(p.Bans))
	for i, b := range p.Bans {
		bans[i] = string(b.ID)
	}
	return []any{
		string(c.ID), line(c.Name), line(c.Counterpart), string(p.Class), string(p.To), item.State, lastKnown(p), item.May, p.Disputed(),
		written(p.Since), written(p.Until), written(p.Seen), item.Freshness,
		strings.Join(eachOfPermits(p.Allows), " | "), strings.Join(bans, " "), spaced(p.Why), spaced(item.Sources), l.stamp(),
	}
}

// lastKnown is the state that was last known where none is now.
func lastKnown(p model.Passage) any {
	if p.State != model.Unknown || p.Last == model.Unknown {
		return nil
	}
	return stateName(p.Last)
}

func eachOfPermits(permits []model.Permit) []string {
	out := make([]string, len(permits))
	for i, p := range permits {
		out[i] = line(p.Who)
	}
	return out
}

func spaced(ids []model.ID) string {
	out := make([]string, len(ids))
	for i, id := range ids {
		out[i] = string(id)
	}
	return strings.Join(out, " ")
}

// deadlines lists ends and due dates.
func (l *lister) deadlines() list {
	w := l.o.Words
	out := list{
		title: w.Deadlines, empty: w.NoDeadlines(), key: "deadlines", one: "deadline", items: []listItem{},
		columns: []column{
			fixed(w.Lists.Left), words(w.Field("at"), 11), words(w.Lists.What, 14), words(w.Field("state"), 8), words(w.Field("where"), 10), l.backing(), l.ids(),
		},
		names: []string{
			"id", "title", "state", "at", "was", "from", "days_left", "share", "kinds", "by", "crossings", "classes", "fee", "currency", "records",
			"known", "freshness", "changes", "sources", "as_of",
		},
	}
	among := l.look.countries()
	for _, d := range l.b.Deadlines {
		if !l.wanted(d) {
			continue
		}
		item := l.look.deadline(d)
		out.items = append(out.items, func(look *looker) any { return look.deadline(d) })
		out.rows = append(out.rows, []table.Cell{
			cell(w.Countdown(d, l.b.Valid)), l.ending(d), l.noted(l.look.ends(d, among), item.Records), cell(l.fateWords(d)),
			cell(l.place(d)), l.behindCell(item.Records...), cell(string(d.ID)),
		})
		out.values = append(out.values, l.deadlineValues(d, item))
	}
	return out
}

// ending is when a deadline is, or what would end what has no date.
func (l *lister) ending(d model.DeadlineStatus) table.Cell {
	switch {
	case d.State != model.NoDate:
		return l.when(d.At)
	case !d.Measures[0].EndsWhen.Empty():
		return cell(l.o.Words.EndsWhen(line(d.Measures[0].EndsWhen)))
	}
	return cell(l.o.Words.DeadlineState(d.State))
}

// wanted tells whether a record of a deadline is asked for.
func (l *lister) wanted(d model.DeadlineStatus) bool {
	if l.o.Only == nil {
		return true
	}
	if d.Deadline != nil {
		return l.o.Only(d.Deadline)
	}
	for _, m := range d.Measures {
		if l.o.Only(m) {
			return true
		}
	}
	return false
}

// noted is a text with what was corrected or is disputed in some records.
func (l *lister) noted(text string, ids []model.ID) table.Cell {
	var notes, brief []string
	for _, id := range ids {
		if a, ok := l.b.Record(id); ok {
			notes, brief = append(notes, l.notes(a)...), append(brief, l.shortNotes(a)...)
		}
	}
	return table.Cell{Text: bracketed(text, brief), Whole: bracketed(text, notes)}
}

func (l *lister) fateWords(d model.DeadlineStatus) string {
	w := l.o.Words
	if d.Was.IsZero() {
		return w.DeadlineState(d.State)
	}
	return w.DeadlineState(d.State) + ", " + w.Planned(l.look.moment(d.Was))
}

func (l *lister) place(d model.DeadlineStatus) string {
	if d.Deadline != nil {
		return ""
	}
	return l.look.where(d.Measures)
}

// deadlineValues is a deadline for spreadsheets.
func (l *lister) deadlineValues(d model.DeadlineStatus, item LookDeadline) []any {
	var by, kinds, classes, changes []string
	var fee, currency, left, share, crossings any
	for _, m := range d.Measures {
		by, kinds = once(by, line(m.By)), once(kinds, string(m.Type))
		for _, c := range m.Classes {
			classes = once(classes, string(c))
		}
		if m.Fee != nil {
			fee, currency = m.Fee.Amount, line(m.Fee.Currency)
		}
		if m.Crossings == nil {
			crossings = "all"
		}
	}
	if d.Deadline != nil {
		by = once(by, line(d.Deadline.By))
	}
	for _, id := range item.Records {
		if a, ok := l.b.Record(id); ok {
			changes = append(changes, l.csvChanges(a)...)
		}
	}
	if item.Left != nil {
		left = math.Round(float64(*item.Left)/secondsOfDay*100) / 100
	}
	if item.Share != nil {
		share = math.Round(*item.Share*10000) / 10000
	}
	if crossings == nil {
		crossings = spaced(item.Crossings)
	}
	return []any{
		string(d.ID), item.Title, item.State, written(d.At), written(d.Was), written(d.From), left, share, strings.Join(kinds, " "),
		strings.Join(by, " | "), crossings, strings.Join(classes, " "), fee, currency, spaced(item.Records), written(l.look.known(item.Records)),
		item.Freshness, strings.Join(changes, " | "), spaced(item.Sources), l.stamp(),
	}
}

const secondsOfDay = 24 * 60 * 60

// once adds a text that is not there yet.
func once(list []string, text string) []string {
	if text == "" || slices.Contains(list, text) {
		return list
	}
	return append(list, text)
}

// stamp is the moment of the board for spreadsheets.
func (l *lister) stamp() string { return seconds(l.b.Valid, l.o.Zone).Format(time.RFC3339) }
