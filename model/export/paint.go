package export

import "bordertop/model"

// Mark is what a piece of text marks, for those who colour it. Text says without
// colours what it means.
type Mark uint8

// The marks. Faint is what matters less.
const (
	Unmarked Mark = iota
	Heading
	Faint
	Closed
	Restricted
	Open
	Disputed
)

// marked is a piece of text as its readers get it.
func (o Options) marked(m Mark, text string) string {
	if o.Paint == nil || text == "" {
		return text
	}
	return o.Paint(m, text)
}

// markOf is that of the state of a passage.
func markOf(p model.Passage) Mark {
	if p.Disputed() {
		return Disputed
	}
	switch p.State {
	case model.Closed:
		return Closed
	case model.Restricted, model.OpenWithBans:
		return Restricted
	case model.Open:
		return Open
	case model.Unknown:
	}
	return Faint
}
