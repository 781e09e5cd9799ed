package lang

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"bordertop/model"
)

// Number is a whole number with its thousands apart: "1,100". No language that we
// speak parts them with what a screen could not measure.
func (w Words) Number(n int64) string {
	s := strconv.FormatInt(n, 10)
	sign := ""
	if n < 0 {
		sign, s = "-", s[1:]
	}
	var b strings.Builder
	for i, c := range s {
		if i > 0 && (len(s)-i)%3 == 0 {
			b.WriteString(w.Thousands)
		}
		b.WriteRune(c)
	}
	return sign + b.String()
}

// Range is a span of numbers, or one where both are the same; empty for nil.
func (w Words) Range(low, high *int64) string {
	switch {
	case low == nil && high == nil:
		return ""
	case low == nil:
		return w.Number(*high)
	case high == nil || *low == *high:
		return w.Number(*low)
	}
	return w.Number(*low) + " – " + w.Number(*high)
}

// Figure is the number of a claim as it was meant: "about 1,000", "1,100 –
// 1,200". It is empty where the claim has no number.
func (w Words) Figure(c *model.Count) string {
	n := w.Range(c.Min, c.Max)
	if c.Min == nil && c.Max == nil {
		n = w.Range(c.Value, c.Value)
	}
	if q := w.qualifiers[c.Qualifier]; q != "" && n != "" {
		return q + " " + n
	}
	return n
}

// Fee is what a measure costs: "€120 a day".
func (w Words) Fee(f model.Fee) string {
	number := strconv.FormatFloat(f.Amount, 'f', -1, 64)
	s := strings.Replace(number, ".", w.Decimal, 1)
	switch f.Currency.String() {
	case "EUR":
		s = fmt.Sprintf(w.form(w.Effects.Euro, number), s)
	case "":
	default:
		s += " " + f.Currency.String()
	}
	if f.Per.Empty() {
		return s
	}
	period := f.Per.String()
	if name := w.periods[period]; name != "" {
		period = name
	}
	return fmt.Sprintf(w.Effects.Per, s, period)
}

// Who lists who may pass, in the words of the records.
func (w Words) Who(ps []model.Permit) string {
	names := make([]string, 0, len(ps))
	for _, p := range ps {
		name := p.Who.String()
		if p.To != "" {
			name += " (→ " + string(p.To) + ")"
		}
		names = append(names, name)
	}
	return strings.Join(names, ", ")
}

// Limits says which classes of traffic fare worse than the headline of a
// crossing, each by itself and trucks first: "no trucks", "bans for buses".
func (w Words) Limits(c model.CrossingStatus) []string {
	var out []string
	seen := make(map[model.Class]bool, len(c.Passages))
	for _, p := range c.Passages {
		if seen[p.Class] || !worse(p, c.Headline) {
			continue
		}
		seen[p.Class] = true
		name := w.classesFor[p.Class]
		if !both(c, p) {
			name += " → " + string(p.To)
		}
		limit := w.Effects.Bans
		if p.May() == model.MayNot {
			limit = w.Effects.None
		}
		at := len(out)
		if p.Class == model.Truck {
			at = 0
		}
		out = slices.Insert(out, at, fmt.Sprintf(limit, name))
	}
	return out
}

// More counts what has no room: "+2".
func (w Words) More(n int) string { return "+" + w.Number(int64(n)) }

// MayPass counts those who may pass, as a record lists them: "11 groups may
// pass".
func (w Words) MayPass(n int) string { return w.Count(w.Effects.Groups, int64(n)) }

// worse tells whether a class may less than the headline of its crossing says.
func worse(p, headline model.Passage) bool {
	if headline.May() == model.NotKnown {
		return p.May() == model.MayNot
	}
	return p.May() > headline.May()
}

// both tells whether a class fares alike in all directions.
func both(c model.CrossingStatus, p model.Passage) bool {
	for _, o := range c.Passages {
		if o.Class == p.Class && o.May() != p.May() {
			return false
		}
	}
	return true
}
