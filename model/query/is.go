package query

import (
	"slices"
	"time"

	"bordertop/model"
)

// is gives those of the rows of which a word of is: holds.
func (a asking) is(word string, among rows) rows {
	asks := func(f func(model.ID) bool) rows {
		if f == nil {
			return nil
		}
		return among.filter(func(row int) bool { return f(a.segment.records.ID(row)) })
	}
	switch word {
	case isMarked:
		return asks(a.scope.Marked)
	case isNew:
		return asks(a.scope.New)
	case isStateMedia:
		return a.sources(func(s *model.Source) bool { return s.StateMedia })
	case isOfficial:
		return a.sources(func(s *model.Source) bool { return s.Type == model.Official })
	}
	return a.state(word, among)
}

// sources gives the rows of which a source passes.
func (a asking) sources(pass func(*model.Source) bool) rows {
	return a.segment.facets[colSource].rows(func(id string) bool {
		s, ok := a.log.Record(model.ID(id)).(*model.Source)
		return ok && pass(s)
	})
}

// state gives the rows that stand so on the board. An event that no amendment
// names does not.
func (a asking) state(word string, among rows) rows {
	if a.segment.settled {
		return nil
	}
	return among.filter(func(row int) bool {
		r := a.segment.records.At(row)
		now, _ := a.scope.Board.Record(r.Head().ID)
		switch word {
		case isCorrected:
			return slices.ContainsFunc(now.Changes, func(c model.Change) bool { return c.By.Type == model.Correction })
		case isWithdrawn:
			return now.Withdrawal != nil
		case isDisputed:
			return len(now.Disputes) > 0 || disputed(r, a.scope.Board)
		case isStale:
			return stale(r, a.scope.Board)
		case isRising, isFalling, isSteady:
			return moves(r, a.scope.Board) == word
		}
		return false
	})
}

// moves is the word for how a queue moves; empty where that is not known.
func moves(r model.Record, b model.Board) string {
	for _, s := range b.Queues {
		if s.Queue.ID != r.Head().ID {
			continue
		}
		switch s.Trend {
		case model.Rising:
			return isRising
		case model.Falling:
			return isFalling
		case model.Steady:
			return isSteady
		case model.Trendless:
		}
	}
	return ""
}

// disputed tells whether the board itself finds a contradiction.
func disputed(r model.Record, b model.Board) bool {
	switch r := r.(type) {
	case *model.Crossing:
		c, _ := b.Crossing(r.ID)
		return slices.ContainsFunc(c.Passages, model.Passage.Disputed)
	case *model.Condition:
		return r.State == model.DisputedState
	case *model.Source, *model.Place, *model.Measure, *model.Report, *model.Deadline, *model.Count, *model.Queue,
		*model.Incident, *model.Statement, *model.Tally, *model.Amendment:
	}
	return false
}

// stale tells whether a fact is past its budget. What happened does not age.
func stale(r model.Record, b model.Board) bool {
	budgets := b.Rules().Budgets
	past := func(budget time.Duration) bool {
		return model.FreshnessOf(b.Valid.Sub(r.Own().First()), budget) == model.Stale
	}
	switch r := r.(type) {
	case *model.Crossing:
		c, _ := b.Crossing(r.ID)
		return c.Headline.Fresh == model.Stale
	case *model.Condition:
		return slices.ContainsFunc(b.Conditions, func(c model.ConditionStatus) bool {
			return c.Condition.ID == r.ID && c.Fresh == model.Stale
		})
	case *model.Count:
		if _, c, ok := b.Claim(r.ID); ok {
			return c.Fresh == model.Stale
		}
		return past(budgets.Count)
	case *model.Queue:
		return past(budgets.Queue)
	case *model.Report:
		return past(budgets.Status)
	case *model.Source, *model.Place, *model.Measure, *model.Deadline, *model.Incident, *model.Statement,
		*model.Tally, *model.Amendment:
	}
	return false
}
