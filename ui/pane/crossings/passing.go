package crossings

import (
	"strings"

	"bordertop/model"
	"bordertop/ui/draw"
	"bordertop/ui/theme"
)

// part is something to say of a crossing: in full, and shorter where room is
// scarce. What is spare is said only where the rest leaves room, and room is made
// for what is vital.
type part struct {
	style        theme.Style
	texts        []string
	spare, vital bool
}

// passing says until when a state holds, who may pass and who may not. As much
// is said as has room in its shortest form, and that then as fully as it may be.
// Whole tells that nothing was left out that has to be said.
func (t table) passing(c model.CrossingStatus, room int) (text string, whole bool) {
	dot := " " + t.Styles.Glyphs.Dot + " "
	gap := draw.Width(dot)
	left := room + gap
	parts := t.parts(c)
	for i, p := range parts {
		w := gap + draw.Width(p.shortest())
		if i > 0 && (w > left || p.spare) {
			parts = parts[:i]
			break
		}
		left -= w
	}
	var b strings.Builder
	for i, p := range parts {
		text := p.fit(left + draw.Width(p.shortest()))
		left -= draw.Width(text) - draw.Width(p.shortest())
		if i > 0 {
			b.WriteString(t.Styles.Muted.Render(dot))
		}
		b.WriteString(p.style.Render(text))
	}
	whole = true
	for _, p := range t.parts(c)[len(parts):] {
		whole = whole && !p.vital
		if w := gap + draw.Width(p.shortest()); p.spare && w <= left {
			left -= w
			b.WriteString(t.Styles.Muted.Render(dot + p.shortest()))
		}
	}
	return draw.FitTail(b.String(), room, t.Styles.Glyphs.Ellipsis), whole
}

func (p part) shortest() string { return p.texts[len(p.texts)-1] }

// fit gives the fullest text that fits, or the shortest.
func (p part) fit(room int) string {
	for _, text := range p.texts {
		if draw.Width(text) <= room {
			return text
		}
	}
	return p.shortest()
}

// parts lists what is to be said of a crossing, what matters most first.
func (t table) parts(c model.CrossingStatus) []part {
	p := c.Headline
	var out []part
	add := func(style theme.Style, texts ...string) {
		out = append(out, part{style: style, texts: texts})
	}
	if p.State == model.Unknown && p.Last != model.Unknown {
		add(t.Styles.Muted, t.Day(p.Seen)+", "+t.Words.Freshness(p.Fresh), t.Day(p.Seen))
	}
	if !p.Until.IsZero() && p.State != model.Open {
		add(t.Styles.Muted, t.Words.Until+" "+t.Moment(p.Until), t.Words.Until+" "+t.Day(p.Until))
	}
	if limits := t.Words.Limits(c); len(limits) > 0 {
		out = append(out, part{style: t.Styles.Warn, texts: shorter(limits, t.Words.More), vital: true})
	}
	if who := p.Allows; p.State == model.Restricted && len(who) > 0 {
		count := t.Words.MayPass(len(who))
		add(t.Styles.Muted, count+": "+t.Words.Who(who), count)
	}
	if p.State != model.Unknown && !p.Since.IsZero() && !t.roomy {
		out = append(out, part{style: t.Styles.Muted, texts: []string{t.Words.Began(p) + " " + t.Day(p.Since)}, spare: true})
	}
	if p.State == model.Closed {
		out = append(out, part{style: t.Styles.Muted, texts: []string{t.Words.Nobody}, spare: true})
	}
	return out
}

// shorter gives a list in full, and then with ever more of its end counted.
func shorter(list []string, more func(int) string) []string {
	texts := []string{strings.Join(list, ", ")}
	for n := len(list) - 1; n > 0; n-- {
		texts = append(texts, strings.Join(list[:n], ", ")+" "+more(len(list)-n))
	}
	return append(texts, list[0])
}
