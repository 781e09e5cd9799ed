package lang

// LiveWords are those of live sources and how they fare.
type LiveWords struct {
	// None is said where there is no live source.
	None string
	// Count counts live sources, Failing those of them that fail.
	Count, Failing Plural
	// State, Data, Next, Rows and Remark stand above how a source fares, the age of its
	// data, when it is asked next, how many facts it gave, and what there is to say of it.
	State, Data, Next, Rows, Remark string
	// Never is the age of data where there are none, Failed says since when (%s) it
	// fails and why (%s).
	Never, Failed string
	// Cleaned says that text of it was cleaned, Skipped how much of it was left out.
	Cleaned string
	Skipped Plural
	// Severe is said of a new incident (%s), SevereMore where there are more (%s).
	Severe, SevereMore string
	// Told is said where somebody wants to amend what a live source told.
	Told string
	// States are the states of a source, and Whys why one fails, by their names in
	// model/source.
	States, Whys map[string]string
}

func (w *Words) englishLive() {
	w.Live = LiveWords{
		None:  "no live source: [[source]] in the settings adds one",
		Count: Plural{One: "%s live", Other: "%s live"}, Failing: Plural{One: "%s source failing", Other: "%s sources failing"},
		State: "state", Data: "data", Next: "next", Rows: "rows", Remark: "remark",
		Never: "none", Failed: "since %s: %s",
		Cleaned: "text was cleaned", Skipped: Plural{One: "%s row left out", Other: "%s rows left out"},
		Severe: "new: %s", SevereMore: "new: %s (and %s more)",
		Told: "a live source told it: add a record of your own",
		States: map[string]string{
			"waiting": "waiting", "fresh": "fresh", "ageing": "ageing", "stale": "stale", "failing": "failing", "off": "off",
		},
		Whys: map[string]string{
			"unreachable": "cannot be reached", "slow": "no answer in time", "refused": "refuses to answer",
			"insecure": "no secure connection", "forbidden": "its address must not be asked", "too-large": "more than is taken",
			"challenge": "asks for a human being", "malformed": "not in the format that it should have",
			"unexpected": "not what it used to answer", "frozen": "the same old data for long", "failed": "cannot be read",
		},
	}
}

// Faring says how a source fares, by the name of its state in model/source.
func (w Words) Faring(state string) string { return w.Live.States[state] }

// WhyFailing says why a source fails, by the name of the reason in model/source.
func (w Words) WhyFailing(why string) string { return w.Live.Whys[why] }
