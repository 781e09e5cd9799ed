package export

import (
	"github.com/rivo/uniseg"

	"bordertop/model"
	"bordertop/model/lang"
)

func (t text) trucks() {
	w := t.o.Words
	var rows [][]string
	widest := 0
	for _, g := range t.b.Claims {
		if len(g.Claims) == 0 {
			continue
		}
		c, figure, most, rule, fresh := g.Claims[0].Count, w.Range(g.Low, g.High), g.High, "", ""
		switch {
		case g.Stale():
			figure, most, fresh = w.Figure(c), lang.Most(c), w.Freshness(model.Stale)
		case g.Working != nil:
			c = g.Working.Count
			rule = w.Rule(t.b.Rules().Working) + " " + w.Figure(c)
		}
		total, who := w.Units(figure, most, g.Unit)+t.at(g.Crossing), t.mark(join(rule, t.day(c.At), fresh, c.By.String()), c.ID)
		rows = append(rows, []string{w.What(g.What), total, who})
		widest = max(widest, t.first+uniseg.StringWidth(total)+uniseg.StringWidth(who)+4)
	}
	if widest > t.o.Width {
		rows = under(rows)
	}
	if len(rows) == 0 {
		rows = [][]string{{w.NothingYet}}
	}
	t.section(w.Trucks, rows, nil)
}

// at names the crossing that a figure is of, if it is of one.
func (t text) at(id model.ID) string {
	if c, ok := t.b.Crossing(id); ok {
		near, _ := t.o.Words.Crossing(c.Crossing)
		return ", " + near
	}
	return ""
}
