package model

import (
	"cmp"
	"slices"
	"strings"
)

// groupKey is what claims must share to be compared.
type groupKey struct {
	what     What
	unit     Unit
	crossing ID
}

// ledger groups the claims and keeps each claimant's newest.
func (v view) ledger(counts []*Count) []ClaimGroup {
	groups := map[groupKey][]*Count{}
	for _, c := range counts {
		key := groupKey{c.What, c.Unit, c.Crossing}
		groups[key] = append(groups[key], c)
	}
	out := make([]ClaimGroup, 0, len(groups))
	for key, claims := range groups {
		out = append(out, v.group(key, claims))
	}
	slices.SortFunc(out, func(a, b ClaimGroup) int {
		return cmp.Or(
			cmp.Compare(rank(a.What), rank(b.What)), compareBool(a.Crossing != "", b.Crossing != ""), compareBool(a.Stale(), b.Stale()),
			cmp.Compare(rank(a.Unit), rank(b.Unit)), cmp.Compare(a.Crossing, b.Crossing),
			cmp.Compare(a.What, b.What), cmp.Compare(a.Unit, b.Unit),
		)
	})
	return out
}

// rank is the place of a word in its list; a word that is not in it comes last.
func rank[W interface {
	Word
	~string
}](w W) int {
	words := w.Words()
	if i := slices.Index(words, string(w)); i >= 0 {
		return i
	}
	return len(words)
}

func (v view) group(key groupKey, counts []*Count) ClaimGroup {
	g := ClaimGroup{What: key.what, Unit: key.unit, Crossing: key.crossing, Claims: v.newest(counts)}
	s := v.stood(g)
	g.Low, g.High, g.Working = s.Low, s.High, s.Working
	g.Independent = v.independent(g.live())
	return g
}

// newest gives each claimant's newest claim, the newest first, but those of a part
// last; counts are put into that order.
func (v view) newest(counts []*Count) []Claim {
	slices.SortFunc(counts, func(a, b *Count) int {
		return cmp.Or(compareBool(a.PartOf != "", b.PartOf != ""), b.At.Compare(a.At), cmp.Compare(a.ID, b.ID))
	})
	type claimant struct {
		name   string
		partOf ID
	}
	var claims []Claim
	seen := map[claimant]bool{}
	for _, c := range counts {
		by := claimant{strings.ToLower(c.By.String()), c.PartOf}
		if by.name != "" && seen[by] {
			continue
		}
		seen[by] = true
		claims = append(claims, Claim{c, FreshnessOf(distance(v.valid, c.At), v.rules.Budgets.Count)})
	}
	return claims
}

// rivals gives the claims that answer the group's question. A claim of a part is
// no rival of one of a whole, be that one old.
func (g ClaimGroup) rivals() []Claim {
	if !slices.ContainsFunc(g.Claims, func(c Claim) bool { return c.Count.PartOf == "" }) {
		return g.Claims
	}
	return slices.DeleteFunc(slices.Clone(g.Claims), func(c Claim) bool { return c.Count.PartOf != "" })
}

// live gives the rivals that are not stale and have a number.
func (g ClaimGroup) live() []Claim {
	return slices.DeleteFunc(slices.Clone(g.rivals()), func(c Claim) bool {
		_, high := c.Count.span()
		return c.Fresh == Stale || high == nil
	})
}

// Stale tells whether all claims of the group are past their budget, but for
// those of a part where another counts a whole.
func (g ClaimGroup) Stale() bool {
	return !slices.ContainsFunc(g.rivals(), func(c Claim) bool { return c.Fresh != Stale })
}

// span gives the least and the greatest number that a claim states; nil where
// it states none.
func (c *Count) span() (low, high *int64) {
	low, high = c.Min, c.Max
	if low == nil {
		low = c.Value
	}
	if high == nil {
		high = c.Value
	}
	if low == nil {
		low = high
	}
	if high == nil {
		high = low
	}
	return low, high
}

// pick gives the lesser (sign -1) or the greater (sign 1) of two numbers, nil
// being none.
func pick(a, b *int64, sign int) *int64 {
	if a == nil || b != nil && cmp.Compare(*b, *a) == sign {
		return b
	}
	return a
}

// working picks the working figure by the desk's rule. Ties go to the official
// claim, then by id.
func (v view) working(live []Claim) *Claim {
	if len(live) == 0 {
		return nil
	}
	byTime := func(a, b Claim) int { return b.Count.At.Compare(a.Count.At) }
	byOffice := func(a, b Claim) int { return compareBool(!v.official(a), !v.official(b)) }
	ties := func(a, b Claim) int { return cmp.Or(byOffice(a, b), cmp.Compare(a.Count.ID, b.Count.ID)) }
	live = slices.Clone(live)
	at := 0
	switch v.rules.Working {
	case OfficialRule:
		slices.SortFunc(live, func(a, b Claim) int { return cmp.Or(byOffice(a, b), byTime(a, b), ties(a, b)) })
	case Median:
		slices.SortFunc(live, func(a, b Claim) int {
			_, x := a.Count.span()
			_, y := b.Count.span()
			return cmp.Or(cmp.Compare(*x, *y), ties(a, b))
		})
		at = (len(live) - 1) / 2
	case Latest:
		slices.SortFunc(live, func(a, b Claim) int { return cmp.Or(byTime(a, b), ties(a, b)) })
	}
	return &live[at]
}

// official tells whether a state says so: one of its sources is official, or
// the claimant's side is neither the carriers nor the media.
func (v view) official(c Claim) bool {
	if slices.ContainsFunc(c.Count.Sources, func(id ID) bool {
		s, ok := v.Record(id).(*Source)
		return ok && s.Type == Official
	}) {
		return true
	}
	switch strings.ToLower(c.Count.Side.String()) {
	case "", "carriers", "carrier", "media", "company":
		return false
	}
	return true
}

// independent counts the claimants that stand behind claims. A claim that
// repeats another, or whose sources all repeat what another's do, is not one of
// its own; nor is one that shares its origin with such a claim.
func (v view) independent(claims []Claim) int {
	n := 0
	left := slices.Clone(claims)
	for len(left) > 0 {
		n++
		same := left[:1:1]
		left = left[1:]
		for k := 0; k < len(same); k++ {
			left = slices.DeleteFunc(left, func(c Claim) bool {
				if !v.sameOrigin(same[k], c) {
					return false
				}
				same = append(same, c)
				return true
			})
		}
	}
	return n
}

func (v view) sameOrigin(a, b Claim) bool {
	if v.repeated(a.Count) == v.repeated(b.Count) {
		return true
	}
	from, folded := v.origins(a.Count)
	other, foldedToo := v.origins(b.Count)
	return (folded || foldedToo) && len(from) > 0 && slices.Equal(from, other)
}

// maxRepeats is how far repeats and origins are followed. The data check refuses
// circles; one that got past it ends here.
const maxRepeats = 8

// repeated follows a claim to the one that it repeats in the end; itself where it
// repeats none.
func (v view) repeated(c *Count) ID {
	id := c.ID
	for range maxRepeats {
		if c == nil || c.Repeats == "" {
			break
		}
		id = c.Repeats
		c, _ = v.Record(id).(*Count)
	}
	return id
}

// origins follows each source of a claim to where it comes from, in order, and
// tells whether any repeats another.
func (v view) origins(c *Count) (roots []string, folded bool) {
	for _, id := range c.Sources {
		root := string(id)
		for range maxRepeats {
			s, ok := v.Record(ID(root)).(*Source)
			if !ok || s.Origin.Empty() {
				break
			}
			root, folded = s.Origin.String(), true
		}
		roots = append(roots, root)
	}
	slices.Sort(roots)
	return slices.Compact(roots), folded
}
