package export

import (
	"io"
	"slices"
	"strings"
	"time"

	"bordertop/model"
)

// Changes are what is other on one board than on an earlier one, to be written.
type Changes struct {
	From, To model.Board
	// Options.Only tells which incidents and statements are asked for; without it
	// they are the severe incidents, and the others are counted.
	Options
}

// chosen are the differences to be told, and how many events are not.
func (c Changes) chosen() (told []model.Difference, untold int) {
	for _, d := range model.Diff(c.From, c.To) {
		switch {
		case d.Kind != model.EventAdded, c.Only != nil && c.Only(d.Event), c.Only == nil && d.Severe():
			told = append(told, d)
		case c.Only == nil:
			untold++
		}
	}
	return told, untold
}

// span is from when until when.
func (c Changes) span() string {
	zone, name := c.Zone, ""
	if len(c.Clocks) > 0 {
		zone, name = c.Clocks[0].Zone, " "+c.Clocks[0].Name
	}
	return c.Words.Clock(c.From.Valid, zone) + " – " + c.Words.Clock(c.To.Valid, zone) + name
}

// titles are those of the kinds of difference.
func (c Changes) title(k model.DifferenceKind) string {
	w := c.Words
	return [...]string{
		model.StateChanged: w.Crossings, model.DeadlineChanged: w.Deadlines, model.ClaimChanged: w.Trucks, model.ConditionChanged: w.Conditions,
		model.EventAdded: w.Incidents, model.RecordAmended: w.Page.Amendments,
	}[k]
}

// kinds lists the kinds of difference in their order.
func kinds() []model.DifferenceKind {
	return []model.DifferenceKind{
		model.StateChanged, model.DeadlineChanged, model.ClaimChanged, model.ConditionChanged, model.EventAdded, model.RecordAmended,
	}
}

// Text writes them for people: a sentence each, when it became known and by which
// records.
func (c Changes) Text(w io.Writer) error {
	c.Width = max(c.Width, 40)
	told, untold := c.chosen()
	q := quoter{c.To, c.Options}
	var b strings.Builder
	b.WriteString(fit(strings.Join([]string{"bordertop", c.Name, c.span()}, "  "), c.Width) + "\n")
	for _, k := range kinds() {
		of := slices.DeleteFunc(slices.Clone(told), func(d model.Difference) bool { return d.Kind != k })
		more := k == model.EventAdded && untold > 0
		if len(of) == 0 && !more {
			continue
		}
		b.WriteString("\n" + c.marked(Heading, fit(strings.ToUpper(c.title(k)), c.Width)) + "\n")
		for _, d := range of {
			b.WriteString(wrap("- ", Tell(c.To, d, c.Options).Sentence(c.Words), c.Width))
			b.WriteString(c.marked(Faint, wrap("  ", q.origin(d), c.Width)))
		}
		if more {
			b.WriteString(wrap("- ", c.Words.LessSevere(untold), c.Width))
		}
	}
	if len(told)+untold == 0 {
		b.WriteString("\n" + c.Words.Changes.Nothing + "\n")
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// origin tells since when a difference is known, and by which records.
func (q quoter) origin(d model.Difference) string {
	known := ""
	if !d.Known.IsZero() {
		known = q.o.Words.Known + " " + q.public(d.Known)
	}
	ids := make([]string, len(d.Records))
	for i, id := range d.Records {
		ids[i] = string(id)
	}
	return join(known, strings.Join(ids, ", "))
}

// public is when something became known. What has the hour of midnight was known by
// its day.
func (q quoter) public(t time.Time) string {
	t = t.In(q.o.Zone)
	if t.Format("15:04") == "00:00" {
		return q.o.Words.Date(t, q.b.Valid.In(q.o.Zone))
	}
	return q.when(model.Exactly(t))
}

// maxCited is how many sources stand behind a sentence that is not short of room.
const maxCited = 3

// Markdown writes them for a page, each sentence with its sources, which end it.
func (c Changes) Markdown(w io.Writer) error {
	told, untold := c.chosen()
	cite := &citer{quoter: quoter{c.To, c.Options}}
	var b strings.Builder
	b.WriteString("# " + escape(c.Name) + "\n\n" + escape(c.span()) + "\n")
	for _, k := range kinds() {
		var items []string
		for _, d := range told {
			if d.Kind == k {
				items = append(items, escape(Tell(c.To, d, c.Options).Sentence(c.Words))+cite.marks(cite.behindAll(d.Records, maxCited)))
			}
		}
		if k == model.EventAdded && untold > 0 {
			items = append(items, escape(c.Words.LessSevere(untold)))
		}
		if len(items) > 0 {
			b.WriteString("\n## " + escape(c.title(k)) + "\n\n- " + strings.Join(items, "\n- ") + "\n")
		}
	}
	if len(told)+untold == 0 {
		b.WriteString("\n" + escape(c.Words.Changes.Nothing) + "\n")
	}
	cite.list(&b)
	_, err := io.WriteString(w, b.String())
	return err
}
