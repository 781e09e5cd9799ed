package wall

import (
	"strings"

	"bordertop/model"
	"bordertop/ui/draw"
	"bordertop/ui/pane"
)

// severe is the severity from which an incident is told of.
const severe = 3

// newest finds the newest severe incident of the board, once for each board.
func (p *Pane) newest(s pane.Scene) *model.Incident {
	now := sight{s.Version, s.Board.Events.Len(), s.Board.Valid}
	if p.of == now {
		return p.severe
	}
	p.of, p.severe = now, nil
	for _, r := range s.Board.Events.All() {
		if i, ok := r.(*model.Incident); ok && i.Severity >= severe {
			p.severe = i
			break
		}
	}
	return p.severe
}

// news is the newest severe incident in a line, with its source in another.
func (p *Pane) news(s pane.Scene) []string {
	i := p.newest(s)
	if i == nil || s.Size.H < 8 {
		return nil
	}
	style := s.Styles.Severity(int(i.Severity))
	head := " " + style.Render(strings.Repeat(s.Styles.Glyphs.Severity, int(i.Severity))) + " " + s.Styles.Muted.Render(s.Named(i.At)) + "  " +
		s.Styles.Heading.Render(i.Title.String())
	from := "   " + s.Styles.Muted.Render(sources(s, i.ID))
	return []string{draw.FitTail(head, s.Size.W, s.Styles.Glyphs.Ellipsis), draw.FitTail(from, s.Size.W, s.Styles.Glyphs.Ellipsis)}
}
