package form

import (
	"strconv"
	"strings"

	"bordertop/model/lang"
	"bordertop/ui/draw"
	"bordertop/ui/layout"
	"bordertop/ui/palette"
	"bordertop/ui/theme"
)

// near tells whether a word comes near what is typed.
func near(c Choice, typed string) bool {
	typed = palette.Plain(typed)
	return strings.HasPrefix(palette.Plain(c.Value), typed) || strings.Contains(" "+palette.Plain(c.Means), " "+typed)
}

// The parts of a form: what is told of a field stands beside the fields where there
// is room, or else below them.
const (
	wide      = 100 // cells from which it stands beside
	below     = 7   // lines that it has below
	leastLine = 4   // of the fields, which matter more
	tallest   = 6   // lines of one field
	least     = 14  // lines of a form where there is room
)

// shape is how a form is divided.
type shape struct {
	fields, panel layout.Size
	beside        bool
}

func shaped(size layout.Size) shape {
	w, h := draw.Inner(size.W, size.H)
	if w >= wide {
		left := w * 3 / 5
		return shape{layout.Size{W: left, H: h}, layout.Size{W: w - left - 1, H: h}, true}
	}
	panel := max(0, min(below, h/2, h-1-leastLine))
	if panel == 0 {
		return shape{fields: layout.Size{W: w, H: h}}
	}
	return shape{fields: layout.Size{W: w, H: h - panel - 1}, panel: layout.Size{W: w, H: panel}}
}

// Height is how many lines the form takes of those that there are.
func (f *Form) Height(w, room int) int {
	n := max(len(f.rows())+1, least)
	if w < wide {
		n += 1 + below
	}
	return max(min(room, n+2), 0)
}

// View draws the form in a box of exactly the size.
func (f *Form) View(size layout.Size, st theme.Styles, w lang.Words) []string {
	s := shaped(size)
	fields, _ := f.fields(s.fields, st, w)
	body := draw.Lines(fields, s.fields.W, s.fields.H)
	told := draw.Lines(f.panel(s.panel, roomFor(s.fields.W, f.label(s.fields.W)), st, w), s.panel.W, s.panel.H)
	switch {
	case s.beside:
		rule := make([]string, len(body))
		for i := range rule {
			rule[i] = st.Border.Render(st.Glyphs.Vertical)
		}
		body = draw.Beside(body, rule, told)
	case s.panel.H > 0:
		body = append(append(body, st.Border.Render(strings.Repeat(st.Glyphs.Horizontal, s.panel.W))), told...)
	}
	box := draw.BoxStyle{Border: st.BorderFocused, Title: st.Accent, Glyphs: st.Glyphs}
	return draw.Box(f.title, "", body, size.W, size.H, box)
}

// Click puts the cursor on what is drawn at a line of the box, or does what that
// says.
func (f *Form) Click(x, y int, size layout.Size, st theme.Styles, w lang.Words) Event {
	_, h := draw.Inner(size.W, size.H)
	s := shaped(size)
	_, owners := f.fields(s.fields, st, w)
	y -= (size.H - h) / 2
	if f.busy || x > s.fields.W || y < 0 || y >= min(len(owners), s.fields.H) {
		return None
	}
	f.at, f.cycle, f.discards = owners[y], nil, false
	if f.at == save || f.at == more {
		return f.enter()
	}
	return None
}

// label is how wide the labels are in a form of w cells.
func (f *Form) label(w int) int {
	label := 0
	for _, l := range f.lines {
		label = max(label, draw.Width(l.Label))
	}
	return min(label, max(w/3, 8))
}

// roomFor is how many of w cells there are for what is typed.
func roomFor(w, label int) int { return max(w-label-5, 1) }

// fields are the lines of the fields in view, with the names of what they show.
func (f *Form) fields(size layout.Size, st theme.Styles, w lang.Words) (lines, owners []string) {
	label := f.label(size.W)
	from, to := 0, 0
	for _, row := range f.rows() {
		drawn := f.row(row, label, size, st, w)
		if row == f.at {
			from, to = len(lines), len(lines)+len(drawn)
		}
		for _, text := range drawn {
			lines, owners = append(lines, text), append(owners, row)
		}
	}
	top := max(0, min((from+to-size.H)/2, len(lines)-size.H))
	if to-from >= size.H {
		top = from
	}
	return lines[top:], owners[top:]
}

// row draws a line of the form, or several for a long text under the cursor.
func (f *Form) row(row string, label int, size layout.Size, st theme.Styles, w lang.Words) []string {
	mark := "  "
	if row == f.at {
		mark = st.Accent.Render(st.Glyphs.Cursor) + " "
	}
	switch row {
	case more:
		return []string{mark + f.button(row, "+ "+w.Count(w.Desk.More, int64(f.folded())), st.Muted, st)}
	case save:
		text, style := w.Desk.Add, st.Key
		if f.busy {
			text, style = w.Desk.Adding, st.Muted
		}
		return []string{mark + f.button(row, "[ "+text+" ]", style, st)}
	}
	for i := range f.lines {
		if l := &f.lines[i]; l.Name == row {
			return f.field(l, mark, label, size, st)
		}
	}
	return nil
}

func (f *Form) button(row, text string, style theme.Style, st theme.Styles) string {
	if row == f.at {
		return st.Selected.Render(text)
	}
	return style.Render(text)
}

// folded is how many fields are out of the way.
func (f *Form) folded() int {
	n := 0
	for _, l := range f.lines {
		if !l.hides(f.hidden) {
			n++
		}
	}
	rows := f.rows()
	return n - (len(rows) - 2)
}

// field draws a field: its label, what is typed and, where there is room, how that is
// understood or what is wrong with it.
func (f *Form) field(l *line, mark string, label int, size layout.Size, st theme.Styles) []string {
	style := st.Muted
	if l.Rank == Needed {
		style = st.Heading
	}
	head := mark + style.Render(draw.FitTail(l.Label, label, st.Glyphs.Ellipsis)) + "  "
	room := roomFor(size.W, label)
	text := l.input.Text()
	var lines []string
	switch {
	case l.Name == f.at && !f.busy:
		lines = l.input.Lines(room, min(tallest, size.H), st)
	case text == "":
		lines = []string{st.Faint.Render(l.Blank)}
	default:
		lines = []string{st.Text.Render(draw.Cut(text, room))}
	}
	if len(lines) == 1 {
		lines[0] = strings.TrimRight(lines[0], " ") + f.aside(l, room-draw.Width(strings.TrimRight(lines[0], " ")), st)
	}
	for i := range lines {
		if i > 0 {
			head = strings.Repeat(" ", label+4)
		}
		lines[i] = head + lines[i]
	}
	return lines
}

// aside is what stands behind a text: what is wrong with it, that it is another than
// before, or how it is understood where that fits.
func (f *Form) aside(l *line, room int, st theme.Styles) string {
	const gap = 3
	if fault := f.faultOf(l); fault != "" && room > gap+2 {
		return "  " + st.Error.Render(draw.Cut(st.Glyphs.Cross+" "+fault, room-2))
	}
	changed := ""
	if l.begun != "" && l.begun != l.Default && l.input.Text() != l.begun {
		changed = "  " + st.Struck.Render(l.begun)
	}
	read := l.reading()
	if read != "" {
		read = "  " + st.Muted.Render("= "+read)
	}
	if draw.Width(read+changed) > room {
		return draw.Cut(changed, max(room, 0))
	}
	return read + changed
}

// reading says how what is typed is understood.
func (l *line) reading() string {
	text := strings.TrimSpace(l.input.Text())
	if l.Read != nil && text != "" {
		return l.Read(text)
	}
	for _, c := range l.Words {
		if c.Value == text && c.Means != text {
			return c.Means
		}
	}
	return ""
}

// position is where among the choices one is: "3/9".
func position(at, of int) string { return strconv.Itoa(at) + "/" + strconv.Itoa(of) }
