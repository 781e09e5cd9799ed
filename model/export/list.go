package export

import (
	"bufio"
	"fmt"
	"io"
	"slices"
	"strings"

	"bordertop/model"
	"bordertop/model/export/table"
)

// list is a pane as rows, in the forms that its formats are made of.
type list struct {
	title, empty string
	columns      []column
	rows         [][]table.Cell
	// heads are the rows that are of no record but stand above some.
	heads map[int]bool
	// key names the items of JSON, one names one of them; nil items are records.
	key, one string
	items    []listItem
	// names and values are a table for spreadsheets; without them that is of records.
	names  []string
	values [][]any
	// records are what the rows are of, and kinds what they could be of.
	records []model.Record
	kinds   []model.Kind
}

// listItem is what a row is in JSON. It gathers the sources that it names.
type listItem func(*looker) any

// column is a column of a list. The last one of a list has ids.
type column struct {
	table.Column
	use use
}

// use tells for whom a column is.
type use uint8

// The uses: for all, for people alone, and for lines that nothing is left out of.
const (
	forAll use = iota
	forPeople
	forLines
)

// pane makes the list of a pane.
type pane struct {
	name string
	list func(*lister) list
	// more are formats that not all lists have.
	more []string
}

// panes are the lists, each in one place.
func panes() []pane {
	return []pane{
		{"incidents", (*lister).incidents, []string{"atom"}},
		{"statements", (*lister).statements, []string{"atom"}},
		{"deadlines", (*lister).deadlines, []string{"ics"}},
		{"trucks", (*lister).trucks, nil},
		{"conditions", (*lister).conditions, nil},
		{"crossings", (*lister).crossings, nil},
		{"queues", (*lister).queues, nil},
		{"sources", (*lister).sources, nil},
	}
}

// ListFormats lists the formats of a list, that for people first; nil where there is
// no list of that name.
func ListFormats(name string) []string {
	for _, p := range panes() {
		if p.name == name {
			return append([]string{"table", "plain", "json", "jsonl", "csv", "md"}, p.more...)
		}
	}
	return nil
}

// List writes what a pane of the board shows, a row for each, in a format. What
// Options.Only does not want is left out.
func List(w io.Writer, name, format string, b model.Board, o Options) error {
	i := slices.IndexFunc(panes(), func(p pane) bool { return p.name == name })
	if i < 0 || !slices.Contains(ListFormats(name), format) {
		return fmt.Errorf("no format %q of %s", format, name)
	}
	l := &lister{dossier: dossier{quoter: quoter{b, o}}}
	l.look = l.fresh()
	made := panes()[i].list(l)
	made.told(o.Told)
	if format == "ics" {
		return Calendar(w, b, o)
	}
	out := bufio.NewWriter(w)
	if err := l.write(out, format, made); err != nil {
		return err
	}
	return out.Flush()
}

// told tells of what the rows are, which stands in the last column.
func (made list) told(tell func(model.ID)) {
	for i, row := range made.rows {
		if tell != nil && !made.heads[i] {
			tell(model.ID(row[len(row)-1].Text))
		}
	}
}

// lister makes lists of a board, and gathers the sources that they name.
type lister struct {
	dossier
	look  *looker
	named []*model.Source
}

func (l *lister) write(w *bufio.Writer, format string, made list) error {
	o := l.o
	switch {
	case format == "table":
		return l.writeTable(w, made)
	case format == "plain":
		for _, line := range made.lines().Plain() {
			_, _ = w.WriteString(line + "\n")
		}
		return nil
	case format == "md":
		return l.writeTables(w, made)
	case format == "json" && made.items != nil:
		return l.writeItems(w, made)
	case format == "jsonl" && made.items != nil:
		return l.writeItemLines(w, made)
	case format == "csv" && made.names != nil:
		return table.CSV(w, made.names, made.values)
	}
	o.Kinds = made.kinds
	return Records(w, format, l.b, made.records, o)
}

// people is the table that people read.
func (made list) people() table.Table { return made.of(forLines) }

// lines is the table that has all, with the id first.
func (made list) lines() table.Table {
	t := made.of(forPeople)
	last := len(t.Columns) - 1
	for i, row := range t.Rows {
		t.Rows[i] = append([]table.Cell{row[last]}, row[:last]...)
	}
	return t
}

// of leaves out the columns of a use.
func (made list) of(not use) table.Table {
	var t table.Table
	for _, c := range made.columns {
		if c.use != not {
			t.Columns = append(t.Columns, c.Column)
		}
	}
	for n, cells := range made.rows {
		if made.heads[n] && not == forPeople {
			continue
		}
		if made.heads[n] {
			t.Rows = append(t.Rows, cells)
			continue
		}
		var row []table.Cell
		for i, c := range made.columns {
			if c.use != not {
				row = append(row, cells[i])
			}
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

// writeTable writes a list for people, under the head of a status.
func (l *lister) writeTable(w *bufio.Writer, made list) error {
	o := l.o
	t := text{w, l.b, o, 0}
	t.o.Width = max(o.Width, 40)
	t.head()
	t.put("")
	if len(made.rows) == 0 {
		t.put(made.empty)
		return nil
	}
	for _, line := range made.people().Lines(t.o.Width, func(title string) string { return o.marked(Heading, title) }) {
		t.write(line)
	}
	return nil
}

// writeTables writes a list as a table of Markdown, followed by its sources.
func (l *lister) writeTables(w *bufio.Writer, made list) error {
	var b strings.Builder
	b.WriteString("# " + escape(join(l.o.Name, made.title)) + "\n\n" + escape(l.asOf()) + "\n\n")
	if len(made.rows) == 0 {
		b.WriteString(escape(made.empty) + "\n")
	} else {
		markdownTable(&b, made.people())
	}
	if len(l.named) > 0 {
		b.WriteString("\n## " + escape(l.o.Words.Page.Sources) + "\n\n")
	}
	for _, s := range l.named {
		text := escape(l.cited(s))
		if !s.URL.IsZero() {
			text = "[" + text + "](<" + s.URL.String() + ">)"
		}
		b.WriteString("- " + escape(string(s.ID)) + ": " + text + "\n")
	}
	_, err := w.WriteString(b.String())
	return err
}

// markdownTable writes a table. In a cell nothing begins a block.
func markdownTable(b *strings.Builder, t table.Table) {
	line := func(cells []string) { b.WriteString("| " + strings.Join(cells, " | ") + " |\n") }
	titles, rules := make([]string, len(t.Columns)), make([]string, len(t.Columns))
	for i, c := range t.Columns {
		titles[i], rules[i] = escape(c.Title), "---"
		if c.Right {
			rules[i] = "---:"
		}
	}
	line(titles)
	line(rules)
	for _, row := range t.Rows {
		cells := make([]string, len(t.Columns))
		for i, c := range row {
			cells[i] = escape(c.All())
		}
		line(cells)
	}
}
