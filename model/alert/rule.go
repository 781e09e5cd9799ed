// Package alert decides what of a board is worth to interrupt people for: rules of a
// desk, what was before and what is now make alerts, each once. It is pure; what it
// remembers is a State, which can be kept in a file.
package alert

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"time"

	"bordertop/model"
	"bordertop/model/clean"
	"bordertop/model/query"
	"bordertop/model/source"
)

// When is what a rule waits for.
type When string

// What rules wait for.
const (
	New        When = "new"        // an incident or statement that is new
	State      When = "state"      // a crossing whose state turned
	Deadline   When = "deadline"   // an end or a due date that comes near, or that was moved
	Claim      When = "claim"      // a count that reaches a number
	Queue      When = "queue"      // a queue that reaches a number
	Condition  When = "condition"  // a demand or an offer that is new or stands otherwise
	Source     When = "source"     // a live source that fails, or fares otherwise
	Stale      When = "stale"      // a fact that is past its budget
	Correction When = "correction" // a record that was corrected, withdrawn or disputed
)

// Whens lists what rules may wait for.
func Whens() []When {
	return []When{New, State, Deadline, Claim, Queue, Condition, Source, Stale, Correction}
}

// Rule is what a desk wants to be told of, and how.
type Rule struct {
	Name clean.Text
	When When
	// Filter narrows what it waits for, in the language of model/query; empty takes
	// all. Of a source it is matched against the record that its facts cite.
	Filter string
	// To are the states to tell of: those of crossings, conditions or live sources, or
	// kinds of amendments; nil is what Default says.
	To []string
	// Before is how long before a deadline to tell of it; nil is what Default says.
	Before []time.Duration
	// Above is the number that a claim or a queue must reach, and Below that under
	// which it must fall before it can do so again; 0 is nine tenths of Above.
	Above, Below int64

	Out Out
}

// Out are the ways in which an alert reaches people besides the screen.
type Out struct {
	// Bell rings that of the terminal; Terminal asks it for a notification, and Desktop
	// the desktop.
	Bell, Terminal, Desktop bool
	// Command is a program and its arguments, which reads the alert as JSON.
	Command []string
	// Webhook is where the alert is posted as JSON. Secret names the variable of the
	// environment that signs it; empty does not.
	Webhook, Secret string
	// Journal writes an incident of the category Category.
	Journal bool
	// Quiet are hours of the desk's clock in which none of this happens; Unfocused
	// leaves it while the reader looks at the screen.
	Quiet     Hours
	Unfocused bool
}

// Category is that of the incidents by which a journal remembers alerts. No rule tells
// of them.
const Category model.ID = "alert"

// Choices are the words that To may have; nil where it may have none.
func (w When) Choices() []string {
	switch w {
	case State:
		return []string{"closed", "restricted", "open", "unknown"}
	case Condition:
		return model.ConditionState("").Words()
	case Source:
		return words(source.Fresh, source.Ageing, source.Stale, source.Failing)
	case Correction:
		return words(model.Update, model.Correction, model.Withdrawal, model.Dispute)
	case New, Deadline, Claim, Queue, Stale:
	}
	return nil
}

func words[T ~string](of ...T) []string {
	out := make([]string, len(of))
	for i, w := range of {
		out[i] = string(w)
	}
	return out
}

// to are the states that a rule tells of.
func (r Rule) to() []string {
	switch {
	case r.To != nil:
		return r.To
	case r.When == Source:
		return words(source.Failing, source.Stale)
	case r.When == Correction:
		return words(model.Correction, model.Withdrawal, model.Dispute)
	}
	return r.When.Choices()
}

// before is how long before a deadline a rule tells of it.
func (r Rule) before() []time.Duration {
	if r.Before != nil {
		return r.Before
	}
	const day = 24 * time.Hour
	return []time.Duration{7 * day, day, 2 * time.Hour, 0}
}

// below is the number under which a threshold is armed again.
func (r Rule) below() int64 { return cmp.Or(r.Below, r.Above*9/10) }

// id is the same for rules that wait for the same.
func (r Rule) id() string {
	r.Out = Out{}
	text, err := json.Marshal([]any{r.Name.String(), r.When, r.Filter, r.To, r.Before, r.Above, r.Below})
	if err != nil {
		text = fmt.Append(nil, r) // There is nothing in it that JSON has not.
	}
	sum := sha256.Sum256(text)
	return hex.EncodeToString(sum[:4])
}

// asked is a rule with its filter read.
type asked struct {
	Rule

	key    string
	filter query.Query
}

// ask reads the filter of a rule. One that cannot be read finds nothing.
func ask(r Rule, zone *time.Location) (a asked, err error) {
	filter, err := query.Parse(r.Filter, zone)
	return asked{r, r.id(), filter}, err
}
