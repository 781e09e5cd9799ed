package lang

// AlertWords are those of alerts.
type AlertWords struct {
	// Left has a deadline (%s), its date (%s) and how long it is until then (%s), Begins
	// the same of what begins then, and Due a deadline (%s) and its date (%s), now past.
	Left, Begins, Due string
	// Stale has a fact (%s) that went past its budget.
	Stale string
	// Failing has a live source (%s), since when it fails (%s) and why (%s), Ageing one
	// and how long ago its data were true (%s), Fresh one that answers again.
	Failing, Ageing, Fresh string
	// Standing counts the alerts that are to be seen to, None is said where there is none;
	// Seen and Later are what the keys for one do.
	Standing          Plural
	None, Seen, Later string
	// More says how many more alerts a rule would give.
	More Plural
}

func (w *Words) englishAlerts() {
	w.Alerts = AlertWords{
		Left: "%s: until %s, in %s", Begins: "%s: begins %s, in %s", Due: "%s: %s has passed",
		Stale:   "now stale: %s",
		Failing: "source %s fails since %s: %s", Ageing: "source %s: its newest data are of %s", Fresh: "source %s answers again",
		Standing: Plural{One: "%s alert", Other: "%s alerts"}, None: "there is no alert", Seen: "seen", Later: "later",
		More: Plural{One: "%s more alert of this kind", Other: "%s more alerts of this kind"},
	}
}
