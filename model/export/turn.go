package export

import (
	"fmt"
	"slices"
	"strings"

	"bordertop/model"
	"bordertop/model/lang"
)

// Turn is a difference between two boards in words: what it is, how it is now, how
// it was, and what else there is to say. Only Name and Is are always there.
type Turn struct{ Name, Is, Was, Note string }

// Tell puts a difference of board b from an earlier one into words.
func Tell(b model.Board, d model.Difference, o Options) Turn {
	q := quoter{b, o}
	switch d.Kind {
	case model.StateChanged:
		return q.stateTurn(*d.State)
	case model.DeadlineChanged:
		return q.deadlineTurn(*d.Deadline)
	case model.ClaimChanged:
		return q.claimTurn(*d.Claim)
	case model.ConditionChanged:
		return q.conditionTurn(*d.Condition)
	case model.EventAdded:
		return q.eventTurn(d.Event)
	case model.RecordAmended:
		return q.amendmentTurn(*d.Amendment)
	}
	return Turn{}
}

// Sentence is the turn in one sentence.
func (t Turn) Sentence(w lang.Words) string {
	text := w.Turn(t.Name, t.Is, t.Was)
	if t.Note != "" {
		text = fmt.Sprintf(w.Changes.Noted, strings.TrimRight(text, "."), t.Note)
	}
	return sentence(text)
}

// when is a moment, with its year where that is not the year of the board.
func (q quoter) when(m model.Moment) string { return q.o.Words.Moment(m, q.o.Zone, q.b.Valid) }

// maxGroups is how many classes and directions a sentence tells of.
const maxGroups = 4

// stateTurn tells first of the crossing, and of each class and direction where
// that fares otherwise.
func (q quoter) stateTurn(s model.StateTurn) Turn {
	w := q.o.Words
	t := Turn{Name: q.name(s.Crossing)}
	passages := s.Passages
	if s.Headline() {
		t.Is, t.Was = q.stands(s.After), q.stands(s.Before)
		passages = slices.DeleteFunc(slices.Clone(passages), func(p model.PassageTurn) bool {
			return w.Stands(p.After) == w.Stands(s.After) && w.Stands(p.Before) == w.Stands(s.Before)
		})
	}
	groups := q.groups(s.Crossing, passages)
	more := len(groups) - maxGroups
	groups = groups[:min(len(groups), maxGroups)]
	switch {
	case t.Is == "" && len(groups) == 1 && len(passages) == len(s.Crossing.Serves)*max(1, len(s.Crossing.Countries)):
		return Turn{Name: t.Name, Is: groups[0].Is, Was: groups[0].Was}
	case t.Is == "" && len(groups) == 1:
		return Turn{Name: t.Name + ", " + groups[0].Name, Is: groups[0].Is, Was: groups[0].Was}
	case len(groups) == 0:
		return t
	}
	var parts []string
	for _, g := range groups {
		parts = append(parts, w.Turn(g.Name, g.Is, g.Was))
	}
	if more > 0 {
		parts = append(parts, w.More(more))
	}
	if t.Note = strings.Join(parts, "; "); t.Is == "" {
		t.Is, t.Note = t.Note, ""
	}
	return t
}

// groups puts those classes and directions together that turned alike.
func (q quoter) groups(c *model.Crossing, ps []model.PassageTurn) []Turn {
	w := q.o.Words
	var out []Turn
	alike := map[Turn][]model.Passage{}
	for _, p := range ps {
		t := Turn{Is: q.stated(w.Stands(p.After), p.After), Was: q.stated(w.Stands(p.Before), p.Before)}
		if t.Is == t.Was {
			t = Turn{Is: q.stands(p.After), Was: q.stands(p.Before)}
		}
		if t.Is == t.Was {
			t = Turn{Is: q.stillStands(p)}
		}
		if alike[t] == nil {
			out = append(out, t)
		}
		alike[t] = append(alike[t], p.After)
	}
	for i, t := range out {
		out[i].Name = q.traffic(c, alike[t])
	}
	return out
}

// traffic names passages: first the classes in all directions, then those in one.
func (q quoter) traffic(c *model.Crossing, ps []model.Passage) string {
	var directions []model.Country
	classes := map[model.Country][]model.Class{}
	for _, p := range ps {
		to := p.To
		if ways := count(ps, p.Class); ways > 1 && ways == len(c.Countries) {
			to = ""
		}
		if classes[to] == nil {
			directions = append(directions, to)
		}
		if !slices.Contains(classes[to], p.Class) {
			classes[to] = append(classes[to], p.Class)
		}
	}
	parts := make([]string, len(directions))
	for i, to := range directions {
		parts[i] = q.o.Words.Traffic(classes[to], to)
	}
	return strings.Join(parts, ", ")
}

// count is in how many directions a class passes.
func count(ps []model.Passage, of model.Class) int {
	n := 0
	for _, p := range ps {
		if p.Class == of {
			n++
		}
	}
	return n
}

// stands is a state with how many may pass and what contradicts it.
func (q quoter) stands(p model.Passage) string { return q.stated(q.o.Words.StandsFor(p), p) }

// stated is a state in words with what contradicts it.
func (q quoter) stated(state string, p model.Passage) string {
	if p.Rival == nil {
		return state
	}
	return fmt.Sprintf(q.o.Words.Changes.Rival, state, q.fact(p.Rival))
}

// stillStands is a state that is the same under other bans or for others.
func (q quoter) stillStands(p model.PassageTurn) string {
	what := q.o.Words.Changes.OtherAllows
	if !slices.EqualFunc(p.Before.Bans, p.After.Bans, func(a, b *model.Measure) bool { return a.ID == b.ID }) {
		what = q.o.Words.Changes.OtherBans
	}
	return q.stands(p.After) + ", " + what
}
