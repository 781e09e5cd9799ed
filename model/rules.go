package model

import "time"

// Rules are the choices that a desk may make about the board.
type Rules struct {
	// Budgets say for how long a kind of fact stays fresh enough to be stated
	// plainly.
	Budgets Budgets
	// Working picks the working figure among rival claims.
	Working WorkingRule
}

// Budgets are the ages past which a fact is stale.
type Budgets struct {
	Queue, Status, Count, Condition time.Duration
}

// WorkingRule is how the working figure is picked from rival claims.
type WorkingRule string

// The rules for the working figure. Ties go to the official claim, then by id.
const (
	Latest       WorkingRule = "latest"
	OfficialRule WorkingRule = "official"
	Median       WorkingRule = "median"
)

// Words lists the rules.
func (WorkingRule) Words() []string { return words(Latest, OfficialRule, Median) }

// DefaultRules are the budgets of the design and the latest claim.
func DefaultRules() Rules {
	const day = 24 * time.Hour
	return Rules{
		Budgets: Budgets{Queue: time.Hour, Status: 7 * day, Count: 7 * day, Condition: 14 * day},
		Working: Latest,
	}
}

// Freshness says how far a fact may still be relied on.
type Freshness uint8

// The freshnesses: fresh in the first half of its budget, ageing in the second,
// then stale.
const (
	Fresh Freshness = iota
	Ageing
	Stale
)

// FreshnessOf judges an age by its budget; a negative age counts as its
// distance.
func FreshnessOf(age, budget time.Duration) Freshness {
	switch age = age.Abs(); {
	case age > budget:
		return Stale
	case age > budget/2:
		return Ageing
	}
	return Fresh
}
