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
// is said as has room in its shortest form, and that then as fully as it may be,
// what is vital first. Whole tells that nothing vital was left out.
func (t table) passing(c model.CrossingStatus, room int) (text string, whole bool) {
	dot := " " + t.Styles.Glyphs.Dot + " "
	gap := draw.Width(dot)
	left := room + gap
	parts, texts := t.parts(c), []string(nil)
	for i, p := range parts {
		text := p.shortest()
		if p.vital {
			text = p.fit(left - gap)
		}
		w := gap + draw.Width(text)
		if i > 0 && (w > left || p.spare) {
			parts = parts[:i]
			break
		}
		texts = append(texts, text)
		left -= w
	}
	left = widen(parts, texts, left)
	var b strings.Builder
	for i, p := range parts {
		if i > 0 {
			b.WriteString(t.Styles.Muted.Render(dot))
		}
		b.WriteString(p.style.Render(texts[i]))
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

// widen gives the parts fuller texts while there is room, and tells what room is
// left.
func widen(parts []part, texts []string, left int) int {
	for i, p := range parts {
		left += draw.Width(texts[i])
		texts[i] = p.fit(left)
		left -= draw.Width(texts[i])
	}
	return left
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
		seen := t.Day(p.Seen)
		out = append(out, part{style: t.Styles.Muted, texts: []string{seen + ", " + t.Words.Freshness(p.Fresh), seen}, vital: true})
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
	if waits := t.queues(c); waits != nil && t.high(c) == rows {
		out = append(out, part{style: t.Styles.Text, texts: waits, spare: true})
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
