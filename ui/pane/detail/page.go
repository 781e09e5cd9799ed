package detail

import (
	"slices"
	"strings"

	"bordertop/model"
	"bordertop/ui/draw"
	"bordertop/ui/pane"
	"bordertop/ui/theme"
)

// page collects the lines that tell of a record.
type page struct {
	s pane.Scene
	// a is the record that fields are told of.
	a     model.Amended
	w     int // of text, without its margins
	label int // of the column of labels
	// told are the permits that the page has listed.
	told []model.Permit
	// limit is how many lines are wanted: what comes after them is not written.
	limit int
	lines []string
}

// Labels take this much, or a third of a narrow pane.
const labelWidth = 11

// compose writes the page of what is selected, at least to the line of limit or
// to its end.
func compose(s pane.Scene, limit int) []string {
	p := &page{s: s, limit: limit, w: max(s.Size.W-2, 0), label: min(labelWidth, max(s.Size.W/3, 0))}
	a, ok := s.Board.Record(s.Selected)
	switch {
	case s.Selected == "":
		p.text(s.Styles.Muted, s.Words.Page.Select)
		return p.lines
	case ok:
		p.a = a
		p.record()
	case len(s.Board.Act(s.Selected)) > 0:
		p.act(s.Selected)
	default:
		p.text(s.Styles.Muted, s.Words.Page.NotYet)
	}
	p.blank()
	p.row(s.Styles.Faint, s.Words.Page.ID, string(s.Selected))
	return p.lines
}

// enough tells whether what is wanted is written.
func (p *page) enough() bool { return len(p.lines) >= p.limit }

// put adds a line that is already styled.
func (p *page) put(line string) { p.lines = append(p.lines, " "+line) }

// blank parts what follows from what came before.
func (p *page) blank() {
	if len(p.lines) > 0 && p.lines[len(p.lines)-1] != "" {
		p.lines = append(p.lines, "")
	}
}

// text adds text in as many lines as it takes.
func (p *page) text(st theme.Style, text string) {
	if p.enough() {
		return
	}
	for _, line := range draw.Wrap(text, p.w) {
		p.put(st.Render(line))
	}
}

// section begins a part of the page.
func (p *page) section(title string) {
	p.blank()
	title = draw.Cut(title, p.w)
	rule := strings.Repeat(p.s.Styles.Glyphs.Horizontal, max(p.w-draw.Width(title)-1, 0))
	p.put(p.s.Styles.Title.Render(title) + " " + p.s.Styles.Border.Render(rule))
}

// row adds a labelled value; nothing where there is no value.
func (p *page) row(st theme.Style, label, value string) {
	if p.enough() {
		return
	}
	room := p.w - p.label - 1
	if room < p.label { // too narrow for two columns
		if value != "" {
			p.text(p.s.Styles.Muted, label)
		}
		p.text(st, value)
		return
	}
	for i, line := range draw.Wrap(value, room) {
		if i > 0 {
			label = ""
		}
		p.put(p.s.Styles.Muted.Render(draw.FitTail(label, p.label, p.s.Styles.Glyphs.Ellipsis)) + " " + st.Render(line))
	}
}

// field tells a field of the record, and beneath it what amendments replaced.
func (p *page) field(name, value string) {
	p.row(p.s.Styles.Text, p.s.Words.Field(name), value)
	for _, c := range slices.Backward(p.a.Changes) {
		if c.Field != name {
			continue
		}
		if old := p.value(c.Field, c.Old); old != "" && old != value {
			p.was(old)
		}
	}
}

// was shows a replaced value: struck through, and by its word where the terminal
// cannot strike.
func (p *page) was(old string) {
	word := p.s.Words.Page.Was
	room := p.w - p.label - 2 - draw.Width(word)
	for i, line := range draw.Wrap(old, max(room, p.w/2)) {
		if i > 0 {
			word = strings.Repeat(" ", len(word))
		}
		p.put(strings.Repeat(" ", p.label+1) + p.s.Styles.Muted.Render(word) + " " + p.s.Styles.Struck.Render(line))
	}
}

// bullets adds each text with a dot before it.
func (p *page) bullets(st theme.Style, texts []string) {
	dot := p.s.Styles.Glyphs.Dot
	for _, text := range texts {
		if p.enough() {
			return
		}
		for i, line := range draw.Wrap(text, p.w-2) {
			if i > 0 {
				dot = " "
			}
			p.put(p.s.Styles.Muted.Render(dot) + " " + st.Render(line))
		}
		dot = p.s.Styles.Glyphs.Dot
	}
}

// join puts the parts that say something beside each other.
func (p *page) join(parts ...string) string {
	parts = slices.DeleteFunc(parts, func(s string) bool { return s == "" })
	return strings.Join(parts, " "+p.s.Styles.Glyphs.Dot+" ")
}
