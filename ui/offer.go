package ui

import (
	"strings"

	"bordertop/model"
	"bordertop/ui/form"
)

// moment tells how a time is understood, with its zone.
func (m maker) moment(text string) string {
	a := m.app
	at, err := a.typed(text)
	if err != nil {
		return ""
	}
	out := a.words.Named(at, a.o.Zone, a.now)
	if at.Precision() == model.Minute {
		out += " " + at.First().In(a.o.Zone).Format("15:04")
	}
	return out + ", " + a.zone(at.First())
}

// most is how many records or texts are offered.
const most = 50

// named offers the records of a kind that a text names.
func (m maker) named(k model.Kind, text string) []form.Choice {
	d := m.app.writing.desk
	if d == nil {
		return nil
	}
	var out []form.Choice
	for _, r := range d.Find(k, text) {
		if len(out) == most {
			break
		}
		out = append(out, form.Choice{Value: string(r.Head().ID), Means: m.title(r)})
	}
	return out
}

// names tells which records a list names.
func (m maker) names(text string) string {
	var out []string
	for name := range strings.SplitSeq(text, ",") {
		if r := m.app.log.Record(model.ID(strings.TrimSpace(name))); r != nil {
			out = append(out, m.title(r))
		}
	}
	return strings.Join(out, ", ")
}

func (m maker) title(r model.Record) string {
	title := m.app.bare().Title(r)
	if s, ok := r.(*model.Source); ok && !s.Title.Empty() {
		title += ": " + s.Title.String()
	}
	return title
}

// said offers what others have said in a field of the same name.
func (m maker) said(name, text string) []form.Choice {
	d := m.app.writing.desk
	if d == nil {
		return nil
	}
	var out []form.Choice
	for _, value := range d.Said(name, text) {
		c := form.Choice{Value: value}
		if name == "category" {
			c.Means = m.app.words.Category(model.ID(value))
		}
		out = append(out, c)
	}
	return out
}
