package incidents

import (
	"slices"
	"strings"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"bordertop/model"
	"bordertop/model/query"
	"bordertop/ui/draw"
	"bordertop/ui/layout"
	"bordertop/ui/pane"
)

// table counts what the list shows by the values of a field.
type table struct {
	field query.Field
	list  pane.List
	keys  []key.Binding
}

// tally opens the table.
func (p *Pane) tally(s pane.Scene) {
	p.counting = &table{field: query.Fields()[0], keys: []key.Binding{
		renamed(p.keys.Open, s.Words.Log.Narrow), renamed(p.keys.Right, s.Words.Log.OtherField),
	}}
}

// renamed is a binding that does something else here.
func renamed(b key.Binding, does string) key.Binding {
	b.SetHelp(b.Help().Key, does)
	return b
}

// tabulate does what a key asks of the table. The keys of the list close it.
func (p *Pane) tabulate(s pane.Scene, msg tea.KeyMsg) pane.Intent {
	t := p.counting
	switch {
	case key.Matches(msg, p.keys.Right):
		t.turn(1)
	case key.Matches(msg, p.keys.Left):
		t.turn(-1)
	case key.Matches(msg, p.keys.Frequency):
		p.counting = nil
	case key.Matches(msg, p.keys.Open):
		return p.narrow(s)
	case key.Matches(msg, p.keys.Log()...):
		p.counting = nil
		return p.press(s, msg)
	default:
		// A value is no record: nothing is selected.
		t.list.Update(s.Within(p.tableSize(s)), p.keys, p.values(s), msg)
	}
	return nil
}

// turn counts by another field, around the ends.
func (t *table) turn(by int) {
	all := query.Fields()
	i := slices.Index(all, t.field) + by
	t.field, t.list = all[(i+len(all))%len(all)], pane.List{}
}

// narrow filters the list by the value under the cursor.
func (p *Pane) narrow(s pane.Scene) pane.Intent {
	counts := p.frequencies(s)
	i := p.counting.list.Index(p.values(s))
	if i < 0 {
		return nil
	}
	text := p.filter.text
	if p.filter.query.Either() {
		text = "(" + text + ")"
	}
	p.counting = nil
	return p.filterBy(s, strings.TrimSpace(text+" "+counts[i].Query))
}

// frequencies are the counts of the field over what the list shows.
func (p *Pane) frequencies(s pane.Scene) []query.Frequency {
	if s.Index == nil {
		return nil
	}
	l, k := p.listed(s), p.kept.of(s)
	if k.counts.of != l || k.counts.field != p.counting.field {
		k.counts.of, k.counts.field = l, p.counting.field
		k.counts.is = s.Index.Frequencies(p.counting.field, l.records(s), scopeOf(s))
	}
	return k.counts.is
}

// longestBar is that of the most frequent value.
const longestBar = 32

// values are the rows of the table.
func (p *Pane) values(s pane.Scene) pane.Things {
	counts := p.frequencies(s)
	most, widest := 1, 0
	for _, f := range counts {
		most, widest = max(most, f.N), max(widest, draw.Width(p.value(s, f)))
	}
	number := draw.Width(s.Words.Number(int64(most)))
	grid := draw.NewTable(s.Size.W-2, 2, s.Styles.Glyphs,
		draw.Column{Min: min(widest, s.Size.W/2), Priority: 3},
		draw.Column{Min: number, Priority: 2, Align: draw.AlignRight},
		draw.Column{Min: 6, Max: longestBar, Flex: 1, Priority: 1})
	// What is missing to the most frequent value means nothing.
	signs := s.Styles.Glyphs
	signs.BarEmpty = " "
	return pane.Things{
		Len: len(counts), Rows: 1,
		ID: func(i int) model.ID { return model.ID(counts[i].Query) },
		Draw: func(i int) []string {
			f := counts[i]
			bar := draw.Bar(float64(f.N)/float64(most), grid.Widths()[2], s.Styles.BarFull, s.Styles.BarEmpty, signs)
			return []string{" " + grid.Row(p.value(s, f), s.Words.Number(int64(f.N)), bar)}
		},
	}
}

// value is a value of the field in the words of the reader, where we have them.
func (p *Pane) value(s pane.Scene, f query.Frequency) string {
	switch p.counting.field {
	case "category":
		return s.Words.Category(model.ID(f.Value))
	case "kind":
		return s.Words.Kind(model.Kind(f.Value))
	case "confidence":
		return s.Words.Confidence(model.Confidence(f.Value))
	case "month":
		if m, err := model.ParseMoment(f.Value, s.Zone); err == nil {
			return s.Moment(m)
		}
	}
	return f.Value
}

// fields is the line of the fields, with the one that is counted in force.
func (p *Pane) fields(s pane.Scene) strip {
	all := query.Fields()
	names := make([]string, len(all))
	for i, f := range all {
		names[i] = s.Words.FieldCounted(string(f))
	}
	return newStrip(names, slices.Index(all, p.counting.field), s.Size.W)
}

// tableSize is the room of the values, below the fields.
func (p *Pane) tableSize(s pane.Scene) layout.Size {
	size := p.areas(s).body
	size.H = max(size.H-1, 0)
	return size
}

// drawTable draws the table in the room of the list.
func (p *Pane) drawTable(s pane.Scene) []string {
	lines := draw.Lines([]string{p.fields(s).draw(s)}, s.Size.W, min(s.Size.H, 1))
	s.Size.H = max(s.Size.H-1, 0)
	values := p.values(s)
	empty := s.Words.Log.Uncounted
	if s.Index == nil {
		empty = s.Words.Frame.Indexing
	}
	if values.Len == 0 {
		return append(lines, draw.Lines([]string{" " + s.Styles.Muted.Render(empty)}, s.Size.W, s.Size.H)...)
	}
	return append(lines, p.counting.list.View(s, values)...)
}
