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
	// told are the permits that the page has listed, said the amendments, and led
	// the records to which it has links.
	told  []model.Permit
	said  map[model.ID]bool
	led   map[model.ID]bool
	lines []line
	links []link
	// limit is how many lines are wanted. Where they are written, what costs most
	// may be left out after them: then the page is cut.
	limit int
	cut   bool
}

// Labels take this much, or a third of a narrow pane.
const labelWidth = 11

// margin is left free on either side. The left one has the sign of the link in
// hand, the right one that of more lines.
const margin = 1

// compose writes the page of what is selected, at least to the line of limit or
// to its end.
func compose(s pane.Scene, limit int) *page {
	p := &page{
		s: s, limit: limit, w: max(s.Size.W-2*margin, 0), label: min(labelWidth, max(s.Size.W/3, 0)),
		said: map[model.ID]bool{}, led: map[model.ID]bool{},
	}
	a, ok := s.Board.Record(s.Selected)
	switch {
	case s.Selected == "":
		p.text(s.Styles.Muted, s.Words.Page.Select)
		return p
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
	p.settle()
	return p
}

// clamp keeps the first line in view of h lines between the first and the last
// that may be.
func (p *page) clamp(top, h int) int { return max(0, min(top, len(p.lines)-h, len(p.lines))) }

// put adds a line.
func (p *page) put(pieces ...piece) {
	for i := range pieces {
		pieces[i].text = strings.ReplaceAll(pieces[i].text, tie, " ")
	}
	p.lines = append(p.lines, pieces)
}

// styled is a piece that has its styles already.
func styled(text string) piece { return piece{text: text} }

// blank parts what follows from what came before.
func (p *page) blank() {
	if len(p.lines) > 0 && len(p.lines[len(p.lines)-1]) > 0 {
		p.lines = append(p.lines, nil)
	}
}

// text adds text in as many lines as it takes.
func (p *page) text(st theme.Style, text string) { p.prose(piece{text: text, style: st}) }

// prose adds pieces of text in as many lines as they take.
func (p *page) prose(pieces ...piece) {
	for _, l := range flow(p.w, pieces...) {
		p.put(l...)
	}
}

// section begins a part of the page.
func (p *page) section(title string) {
	p.blank()
	title = draw.Cut(title, p.w)
	rule := strings.Repeat(p.s.Styles.Glyphs.Horizontal, max(p.w-draw.Width(title)-1, 0))
	p.put(styled(p.s.Styles.Title.Render(title) + " " + p.s.Styles.Border.Render(rule)))
}

// row adds a labelled value; nothing where there is no value.
func (p *page) row(st theme.Style, label, value string) {
	p.rowOf(label, piece{text: value, style: st})
}

// rowOf adds a labelled value of several pieces.
func (p *page) rowOf(label string, value ...piece) {
	if plain(value) == "" {
		return
	}
	room := p.w - p.label - 1
	if room < p.label { // too narrow for two columns
		p.text(p.s.Styles.Muted, label)
		p.prose(value...)
		return
	}
	for i, l := range flow(room, value...) {
		if i > 0 {
			label = ""
		}
		head := piece{text: draw.FitTail(label, p.label, p.s.Styles.Glyphs.Ellipsis) + " ", style: p.s.Styles.Muted}
		p.put(append(line{head}, l...)...)
	}
}

// field tells a field of the record, and beneath it what amendments replaced.
func (p *page) field(name, value string) {
	p.row(p.s.Styles.Text, p.s.Words.Field(name), value)
	p.were(name, value)
}

// refs tells a field that names other records.
func (p *page) refs(name string, ids []model.ID) {
	p.rowOf(p.s.Words.Field(name), p.list(ids)...)
	p.were(name, p.names(ids))
}

// were shows what amendments replaced of a field. That of a note is told with
// the amendment.
func (p *page) were(name, value string) {
	for _, c := range slices.Backward(p.a.Changes) {
		if old := p.value(c.Field, c.Old); c.Field == name && name != "note" && old != "" && old != value {
			p.was(old)
		}
	}
}

// was shows a replaced value: struck through, and by its word where the terminal
// cannot strike.
func (p *page) was(old string) {
	word := p.s.Words.Page.Was
	room := p.w - p.label - 2 - draw.Width(word)
	for i, l := range flow(max(room, p.w/2), piece{text: old, style: p.s.Styles.Struck}) {
		if i > 0 {
			word = strings.Repeat(" ", draw.Width(word))
		}
		p.put(append(line{{text: strings.Repeat(" ", p.label+1) + word + " ", style: p.s.Styles.Muted}}, l...)...)
	}
}

// bullet adds text with a dot before it.
func (p *page) bullet(pieces ...piece) {
	dot := p.s.Styles.Glyphs.Dot
	for i, l := range flow(p.w-2, pieces...) {
		if i > 0 {
			dot = " "
		}
		p.put(append(line{{text: dot + " ", style: p.s.Styles.Muted}}, l...)...)
	}
}

// bullets adds each text with a dot before it.
func (p *page) bullets(texts []string) {
	for _, text := range texts {
		p.bullet(piece{text: text, style: p.s.Styles.Text})
	}
}

// join puts the parts that say something beside each other.
func (p *page) join(parts ...string) string { return p.s.Join(parts...) }

// beside puts what says something beside each other.
func (p *page) beside(parts ...[]piece) []piece {
	var out []piece
	for _, part := range parts {
		if plain(part) == "" {
			continue
		}
		if len(out) > 0 {
			out = append(out, piece{text: p.dot(), style: p.s.Styles.Muted})
		}
		out = append(out, part...)
	}
	return out
}

func (p *page) dot() string { return " " + p.s.Styles.Glyphs.Dot + " " }
