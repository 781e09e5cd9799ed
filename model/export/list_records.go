package export

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"bordertop/model"
	"bordertop/model/export/table"
)

// incidents lists what happened, the newest first.
func (l *lister) incidents() list {
	w := l.o.Words
	out := list{
		title: w.Incidents, empty: w.Log.None, kinds: []model.Kind{model.KindIncident},
		columns: []column{
			words(w.Field("at"), 10), numbers(w.Lists.Severity), words(w.Field("category"), 9), words(w.Lists.What, 28), l.backing(), l.ids(),
		},
	}
	for _, r := range l.events(model.KindIncident) {
		i, ok := r.(*model.Incident)
		if !ok {
			continue
		}
		severity := ""
		if i.Severity > 0 {
			severity = strconv.FormatInt(i.Severity, 10)
		}
		what := l.amendedCell(cmp.Or(line(i.Title), line(i.Summary)), i.ID)
		out.records = append(out.records, r)
		out.rows = append(out.rows, []table.Cell{
			l.when(i.At), cell(severity), cell(w.Category(i.Category)), what, l.behindCell(i.ID), cell(string(i.ID)),
		})
	}
	return out
}

// events lists the events of a kind that are wanted.
func (l *lister) events(k model.Kind) []model.Record {
	var out []model.Record
	for r := range l.b.Events.Records() {
		if r.Kind() == k && (l.o.Only == nil || l.o.Only(r)) {
			out = append(out, r)
		}
	}
	return out
}

// statements lists what was said, the newest first.
func (l *lister) statements() list {
	w := l.o.Words
	out := list{
		title: w.Lists.Statements, empty: w.Log.None, kinds: []model.Kind{model.KindStatement},
		columns: []column{words(w.Field("at"), 10), words(w.Field("speaker"), 12), words(w.Field("side"), 9), words(w.Lists.Said, 28), l.backing(), l.ids()},
	}
	for event := range l.b.Statements().Records() {
		r, ok := event.(*model.Statement)
		if !ok || l.o.Only != nil && !l.o.Only(r) {
			continue
		}
		text := line(r.Summary)
		if !r.Quote.Empty() {
			text = join("“"+line(r.Quote)+"”", text)
		}
		speaker := table.Cell{Text: r.Speaker.String(), Whole: l.speaker(r)}
		out.records = append(out.records, r)
		out.rows = append(out.rows, []table.Cell{
			l.when(r.At), speaker, cell(w.Side(r.Side.String())), l.amendedCell(text, r.ID), l.behindCell(r.ID), cell(string(r.ID)),
		})
	}
	return out
}

// conditions lists what the sides demand and offer.
func (l *lister) conditions() list {
	w := l.o.Words
	out := list{
		title: w.Conditions, empty: w.NoConditions(), kinds: []model.Kind{model.KindCondition}, key: "conditions", one: "condition", items: []listItem{},
		columns: []column{
			words(w.Field("side"), 9), words(w.Field("kind"), 6), words(w.Field("state"), 6), words(w.Field("text"), 22), l.asOfColumn(),
			l.backing(), l.ids(),
		},
	}
	for _, c := range l.b.Conditions {
		r := c.Condition
		if l.o.Only != nil && !l.o.Only(r) {
			continue
		}
		out.items = append(out.items, func(look *looker) any { return look.condition(c) })
		out.records = append(out.records, r)
		out.rows = append(out.rows, []table.Cell{
			cell(cmp.Or(w.Side(r.Side.String()), w.NoSide())), cell(w.Demand(r.Type)), cell(w.Standing(r.State)), l.amendedCell(line(r.Text), r.ID),
			l.seenCell(c.Since, c.Fresh), l.behindCell(r.ID), cell(string(r.ID)),
		})
	}
	return out
}

// queues lists the newest reading of every queue.
func (l *lister) queues() list {
	w := l.o.Words
	out := list{
		title: w.Lists.Queues, empty: w.NothingYet, kinds: []model.Kind{model.KindQueue}, key: "queues", one: "queue", items: []listItem{},
		columns: []column{
			words(w.Field("crossing"), 11), words(w.Field("to"), 7), words(w.Field("class"), 6), words(w.Field("value"), 10).only(forPeople),
			numbers(w.Field("waiting")).only(forLines), numbers(w.Field("called")).only(forLines), numbers(w.Field("per_hour")).only(forLines),
			numbers(w.Field("per_day")).only(forLines), numbers(w.Field("wait")).only(forLines), words(w.Queue.Trend, 7), l.asOfColumn(), l.backing(), l.ids(),
		},
	}
	if len(l.b.Queues) > 0 {
		out.empty = w.Log.None
	}
	for _, s := range l.b.Queues {
		q := s.Queue
		if l.o.Only != nil && !l.o.Only(q) {
			continue
		}
		out.items = append(out.items, func(look *looker) any { return look.queue(s) })
		out.records = append(out.records, q)
		out.rows = append(out.rows, []table.Cell{
			l.amendedCell(l.names([]model.ID{q.Crossing}), q.ID), cell(w.Country(q.To)), cell(w.Class(q.Class)), cell(l.readings(q)), cell(l.o.value(q.Waiting)), cell(l.o.value(q.Called)),
			cell(l.o.value(q.PerHour)), cell(l.o.value(q.PerDay)), cell(w.Wait(q)), cell(w.Moves(s.Trend)), l.readCell(q.At, s.Fresh), l.behindCell(q.ID), cell(string(q.ID)),
		})
	}
	return out
}

// readings are the figures of a queue, each with its name.
func (l *lister) readings(q *model.Queue) string {
	var out []string
	for _, f := range model.Fields(q) {
		if slices.Contains([]string{"waiting", "called", "per_hour", "per_day", "wait"}, f.Name) {
			figure := l.o.value(f.Value.Interface())
			if f.Name == "wait" {
				figure = l.o.Words.Wait(q)
			}
			if figure != "" {
				out = append(out, fmt.Sprintf(l.o.Words.Numbered, l.o.Words.Field(f.Name), figure))
			}
		}
	}
	return join(out...)
}

// trucks lists the claims, under the range and the working figure of each group.
func (l *lister) trucks() list {
	w := l.o.Words
	out := list{
		title: w.Trucks, empty: w.NothingYet, kinds: []model.Kind{model.KindCount}, key: "trucks", one: "group", items: []listItem{}, heads: map[int]bool{},
		columns: []column{
			fixed(w.Field("what")).only(forLines), words(w.Field("value"), 12), words(w.Field("by"), 12), words(w.Field("side"), 9).aside(), l.asOfColumn(), words(w.Field("note"), 8),
			l.backing(), l.ids(),
		},
	}
	for _, g := range l.b.Claims {
		var rows [][]table.Cell
		for _, c := range g.Claims {
			if l.o.Only == nil || l.o.Only(c.Count) {
				rows, out.records = append(rows, l.claimCells(g, c)), append(out.records, c.Count)
			}
		}
		if rows == nil {
			continue
		}
		out.items = append(out.items, func(look *looker) any { return look.group(g) })
		out.heads[len(out.rows)] = true
		out.rows = append(out.rows, l.groupCells(g))
		out.rows = append(out.rows, rows...)
	}
	return out
}

// groupCells is a line of what the claims of a group come to.
func (l *lister) groupCells(g model.ClaimGroup) []table.Cell {
	w := l.o.Words
	figure, working := w.Ledger.AllStale, ""
	if g.High != nil {
		figure = w.Units(w.Range(g.Low, g.High), g.High, g.Unit)
	}
	if g.Working != nil {
		working = w.WorkingBy(l.b.Rules().Working) + " " + w.Figure(g.Working.Count)
	}
	title := join(w.Group(g.Unit, g.What), l.names(nonEmpty(g.Crossing)))
	return []table.Cell{l.painted(join(title+": "+figure, working, w.ClaimCount(len(g.Claims))), Heading)}
}

func nonEmpty(id model.ID) []model.ID {
	if id == "" {
		return nil
	}
	return []model.ID{id}
}

// claimCells is a claim beside the others of its group.
func (l *lister) claimCells(g model.ClaimGroup, c model.Claim) []table.Cell {
	w := l.o.Words
	var notes []string
	if g.Working != nil && g.Working.Count.ID == c.Count.ID {
		notes = append(notes, w.WorkingBy(l.b.Rules().Working))
	}
	if c.Count.PartOf != "" {
		notes = append(notes, w.Ledger.Part)
	}
	if c.Count.Repeats != "" {
		notes = append(notes, w.Ledger.Repeat)
	}
	figure := l.amendedCell(l.count(c.Count), c.Count.ID)
	if c.Count.Unit != "" {
		// Its unit stands above.
		figure.Text = l.amendedCell(cmp.Or(w.Figure(c.Count), w.Ledger.NoNumber), c.Count.ID).Text
	}
	return []table.Cell{
		{Text: "", Whole: join(w.What(g.What), w.Unit(g.Unit), l.names(nonEmpty(g.Crossing)))},
		figure, cell(c.Count.By.String()),
		cell(w.Side(c.Count.Side.String())), l.seenCell(c.Count.At, c.Fresh), cell(strings.Join(notes, ", ")), l.behindCell(c.Count.ID), cell(string(c.Count.ID)),
	}
}
