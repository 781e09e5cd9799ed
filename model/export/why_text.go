package export

import (
	"io"
	"strings"
	"time"

	"bordertop/model"
)

// WhyText writes a chain as a tree of lines.
func WhyText(w io.Writer, root Why, o Options) error {
	var b strings.Builder
	o.Width = max(o.Width, 40)
	root.write(&b, o, "", "")
	_, err := io.WriteString(w, b.String())
	return err
}

// write writes a node and what is below it. The first line begins with first, all
// others with rest.
func (y Why) write(b *strings.Builder, o Options, first, rest string) {
	text := y.Text
	if y.ID != "" {
		text = join(text, string(y.ID))
	}
	below := rest + "  "
	if len(y.Children) > 0 {
		below = rest + "│ "
	}
	lines := strings.SplitAfter(wrap("", join(text, y.URL), o.Width-len([]rune(first))-2), "\n")
	for i, line := range lines[:len(lines)-1] {
		lead := below
		if i == 0 {
			lead = first
		}
		b.WriteString(lead + o.marked(y.mark, strings.TrimSuffix(line, "\n")) + "\n")
	}
	for i, child := range y.Children {
		if i < len(y.Children)-1 {
			child.write(b, o, rest+"├─ ", rest+"│  ")
		} else {
			child.write(b, o, rest+"└─ ", rest+"   ")
		}
	}
}

// WriteWhy writes a chain for programs.
func WriteWhy(w io.Writer, b model.Board, root Why, o Options) error {
	return writeIndented(w, struct {
		Schema int       `json:"schema"`
		Board  string    `json:"board"`
		AsOf   time.Time `json:"as_of"`
		Known  time.Time `json:"known"`
		Why    Why       `json:"why"`
	}{schema, o.Name, seconds(b.Valid, o.Zone), seconds(b.Known, o.Zone), root.whole()})
}

// whole has a list of children everywhere, for JSON has none where there are none.
func (y Why) whole() Why {
	y.Children = all(y.Children, Why.whole)
	return y
}
