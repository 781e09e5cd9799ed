package lang

import (
	"strings"

	"bordertop/model"
)

// LedgerWords are the words of the ledger of claims.
type LedgerWords struct {
	// How many claims, and how many claimants stand behind them by themselves.
	Claim, Claims, Independent, AllStale string
	Newest, NoFresh, OtherUnit           string
	// The working figure and the rules that pick it.
	Working, Latest, Official, Median string
	// What a claim is beside others, or lacks.
	Part, Repeat, NoNumber string
	// The key of the plot.
	Others, LogScale, OnlyStateMedia string
}

func (w *Words) englishLedger() {
	w.Ledger = LedgerWords{
		Claim: "claim", Claims: "claims", Independent: "independent", AllStale: "all stale",
		Working: "working figure", Latest: "latest", Official: "official", Median: "median", Newest: "newest", NoFresh: "no fresh claim; last", OtherUnit: "other unit",
		Part: "part of another", Repeat: "repeats another", NoNumber: "no number",
		Others: "others", LogScale: "log scale", OnlyStateMedia: "state media",
	}
	w.countries = map[model.Country]string{
		"AL": "Albania", "AM": "Armenia", "AT": "Austria", "AZ": "Azerbaijan", "BA": "Bosnia and Herzegovina", "BE": "Belgium",
		"BG": "Bulgaria", "BY": "Belarus", "CH": "Switzerland", "CN": "China", "CZ": "Czechia", "DE": "Germany", "DK": "Denmark",
		"EE": "Estonia", "ES": "Spain", "FI": "Finland", "FR": "France", "GB": "United Kingdom", "GE": "Georgia", "GR": "Greece",
		"HR": "Croatia", "HU": "Hungary", "IE": "Ireland", "IT": "Italy", "KZ": "Kazakhstan", "LT": "Lithuania", "LV": "Latvia",
		"MD": "Moldova", "ME": "Montenegro", "MK": "North Macedonia", "MX": "Mexico", "NL": "Netherlands", "NO": "Norway",
		"PL": "Poland", "PT": "Portugal", "RO": "Romania", "RS": "Serbia", "RU": "Russia", "SE": "Sweden", "SI": "Slovenia",
		"SK": "Slovakia", "TR": "Turkey", "UA": "Ukraine", "US": "United States",
	}
}

// Country names a country; its code where we have no name for it.
func (w Words) Country(c model.Country) string {
	if name := w.countries[c]; name != "" {
		return name
	}
	return string(c)
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
func (w Words) WorkingBy(r model.WorkingRule) string {
	return w.Ledger.Working + " (" + w.Rule(r) + ")"
}

// Names tells whether a text is the name or the code of a country.
func (w Words) Names(c model.Country, text string) bool {
	return c != "" && (strings.EqualFold(text, string(c)) || strings.EqualFold(text, w.Country(c)))
}

// Mentioned gives which of some countries a text names first, such as the author
// of a measure; "" where it names none.
func (w Words) Mentioned(text string, among []model.Country) model.Country {
	var found model.Country
	first := len(text)
	for _, c := range among {
		if i := strings.Index(text, w.Country(c)); i >= 0 && i < first {
			found, first = c, i
		}
	}
	return found
}

// Counted is a figure with its unit and what was counted: "500 – 2,000 trucks
// stranded".
func (w Words) Counted(figure string, unit model.Unit, what model.What) string {
	return figure + " " + w.Group(unit, what)
}

// Group names what claims of one kind count: "trucks stranded".
func (w Words) Group(unit model.Unit, what model.What) string {
	return strings.TrimSpace(w.Unit(unit) + " " + w.What(what))
}

// ClaimCount is how many claims there are: "1 claim", "5 claims".
func (w Words) ClaimCount(n int) string {
	if n == 1 {
		return "1 " + w.Ledger.Claim
	}
	return w.Number(int64(n)) + " " + w.Ledger.Claims
}
