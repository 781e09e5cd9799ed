package export

import (
	"io"
	"slices"
	"strings"
	"time"

	"bordertop/model"
	"bordertop/model/permit"
)

// Classes writes who can be asked for, with the words of the records and where
// these stand.
func Classes(w io.Writer, classes []permit.Class, o Options) error {
	t := quoter{o: o}
	var out strings.Builder
	widest := 0
	for _, c := range classes {
		widest = max(widest, len(c.Word))
	}
	out.WriteString(o.marked(Heading, o.Words.May.Classes) + "\n")
	var last permit.Named
	for i, c := range classes {
		if i == 0 || c.Named != last {
			out.WriteString("\n" + o.marked(Heading, t.named(c.Named)) + "\n")
		}
		last = c.Named
		words := line(c.Text)
		if c.To != "" {
			words = join(words, "→ "+string(c.To))
		}
		from := make([]string, len(c.From))
		for i, id := range c.From {
			from[i] = string(id)
		}
		out.WriteString(wrap("  "+c.Word+strings.Repeat(" ", widest-len(c.Word)+2), join(words, strings.Join(from, ", ")), max(o.Width, 40)))
	}
	_, err := io.WriteString(w, out.String())
	return err
}

func (q quoter) named(n permit.Named) string {
	m := q.o.Words.May
	return [...]string{permit.Served: m.Served, permit.Permitted: m.Permitted, permit.Affected: m.Affected}[n]
}

// WriteClasses writes who can be asked for, for programs.
func WriteClasses(w io.Writer, b model.Board, classes []permit.Class, o Options) error {
	type class struct {
		Who     string        `json:"who"`
		Named   string        `json:"named"`
		Text    string        `json:"text"`
		To      model.Country `json:"to"`
		Records []model.ID    `json:"records"`
	}
	return writeIndented(w, struct {
		Schema  int       `json:"schema"`
		Board   string    `json:"board"`
		Known   time.Time `json:"known"`
		Classes []class   `json:"classes"`
	}{schema, o.Name, seconds(b.Known, o.Zone), all(classes, func(c permit.Class) class {
		named := [...]string{permit.Served: "served", permit.Permitted: "permitted", permit.Affected: "affected"}[c.Named]
		return class{c.Word, named, line(c.Text), c.To, slices.Clone(c.From)}
	})})
}
