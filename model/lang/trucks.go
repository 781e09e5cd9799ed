package lang

import (
	"fmt"

	"bordertop/model"
)

// LedgerWords are the words of the ledger of claims.
type LedgerWords struct {
	// How many claims, and how many claimants (%s) stand behind them by themselves.
	Claims                Plural
	Independent, AllStale string
	// Newest has the day (%s) of the newest claim, OtherUnit a figure (%s).
	Newest, NoFresh, OtherUnit string
	// The working figure, with the rule (%s) that picked it, and the rules.
	Working, Latest, Official, Median string
	// What a claim is beside others, or lacks.
	Part, Repeat, NoNumber string
	// Counted is a number of units (%s) and what they do (%s).
	Counted string
	// The key of the plot.
	Others, LogScale, OnlyStateMedia string
}

func (w Words) englishLedger() {
	w.Ledger = LedgerWords{
		Claims: Plural{One: "%s claim", Other: "%s claims"}, Independent: "%s independent", AllStale: "all stale",
		Working: "working figure (%s)", Latest: "latest", Official: "official", Median: "median",
		Newest: "newest %s", NoFresh: "no fresh claim; last:", OtherUnit: "%s (other unit)",
		Part: "part of another", Repeat: "repeats another", NoNumber: "no number", Counted: "%s %s",
		Others: "others", LogScale: "log scale", OnlyStateMedia: "state media",
	}
}

// Rule names the rule that picks the working figure.
func (w Words) Rule(r model.WorkingRule) string {
	switch r {
	case model.OfficialRule:
		return w.Ledger.Official
	case model.Median:
		return w.Ledger.Median
	case model.Latest:
	}
	return w.Ledger.Latest
}

// WorkingBy is the working figure with the rule that picked it: "working figure
// (latest)".
func (w Words) WorkingBy(r model.WorkingRule) string { return fmt.Sprintf(w.Ledger.Working, w.Rule(r)) }

// ClaimCount is how many claims there are: "1 claim", "5 claims".
func (w Words) ClaimCount(n int) string { return w.Count(w.Ledger.Claims, int64(n)) }
