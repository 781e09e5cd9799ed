package incidents

import (
	"strings"

	"bordertop/model/clean"
	"bordertop/ui/draw"
	"bordertop/ui/pane"
)

// tabLines is the height of the tabs: there are none without saved filters.
func tabLines(s pane.Scene) int { return min(len(s.Filters), 1) }

// tabIndex is the place of the tab in force among the saved filters; -1 for the
// one that shows all, and where its filter is gone from the settings.
func (p *Pane) tabIndex(s pane.Scene) int {
	for i, f := range s.Filters {
		if f.Name == p.tab && !p.tab.Empty() {
			return i
		}
	}
	return -1
}

// tabQuery is the saved filter in force.
func (p *Pane) tabQuery(s pane.Scene) asked {
	if i := p.tabIndex(s); i >= 0 {
		return p.kept.of(s).tabs[i]
	}
	return asked{}
}

// turn goes to another tab, around the ends.
func (p *Pane) turn(s pane.Scene, by int) pane.Intent {
	n := len(s.Filters) + 1
	return p.turnTo(s, (p.tabIndex(s)+1+by+n)%n-1)
}

func (p *Pane) turnTo(s pane.Scene, i int) pane.Intent {
	p.tab = clean.Text{}
	if i >= 0 {
		p.tab = s.Filters[i].Name
	}
	return p.settle(s)
}

// labels name the tabs with their counts, and that in force in brackets, so that
// it shows without colours too.
func (p *Pane) labels(s pane.Scene) []string {
	k := p.kept.of(s)
	// A bare number would read as a part of the name, such as a year.
	label := func(name string, q asked) string {
		return name + ": " + s.Words.Number(int64(len(k.find(s, q).places)))
	}
	out := []string{label(s.Words.Log.All, asked{})}
	for i, f := range s.Filters {
		text := f.Name.String()
		if s.Index != nil {
			text = label(text, k.tabs[i])
		}
		out = append(out, text)
	}
	return out
}

func (p *Pane) drawTabs(s pane.Scene) []string {
	if s.Size.H == 0 {
		return nil
	}
	return draw.Lines([]string{newStrip(p.labels(s), p.tabIndex(s)+1, s.Size.W).draw(s)}, s.Size.W, s.Size.H)
}

// strip is a line of names of which one is in force. Where it is too long, it
// begins with a later one, and ends with the last that has room.
type strip struct {
	names        []string
	in, from, to int
}

func newStrip(names []string, in, w int) strip {
	t := strip{names: names, in: in}
	for t.from < in && t.width(in+1) > w {
		t.from++
	}
	for t.to = len(names); t.to > in+1 && t.width(t.to) > w; {
		t.to--
	}
	return t
}

// width is that of the names up to one, with the signs that there are others.
func (t strip) width(to int) int {
	sum := 1
	for _, name := range t.names[t.from:to] {
		sum += draw.Width(name) + 2
	}
	if to < len(t.names) {
		sum++
	}
	return sum
}

func (t strip) draw(s pane.Scene) string {
	var b strings.Builder
	more := func(hidden bool, sign string) {
		if hidden {
			b.WriteString(s.Styles.Faint.Render(sign))
		} else {
			b.WriteString(" ")
		}
	}
	more(t.from > 0, s.Styles.Glyphs.Left)
	for i, name := range t.names[t.from:t.to] {
		if i+t.from == t.in {
			b.WriteString(s.Styles.Accent.Render("[" + name + "]"))
		} else {
			b.WriteString(s.Styles.Muted.Render(" " + name + " "))
		}
	}
	more(t.to < len(t.names), s.Styles.Glyphs.Right)
	return b.String()
}

// at finds the name in a cell; not ok where there is none.
func (t strip) at(x int) (i int, ok bool) {
	left := 1
	for i, name := range t.names[t.from:t.to] {
		right := left + draw.Width(name) + 2
		if x >= left && x < right {
			return t.from + i, true
		}
		left = right
	}
	return 0, false
}
