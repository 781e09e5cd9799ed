// Package lang has the words for what the model says, a language at a time, so
// that screen, commands and exports speak alike. It turns values into text; it
// decides nothing.
package lang

import "bordertop/model"

// Words is the text of one language.
type Words struct {
	Months [12]string
	// The states of a passage, in capitals as signs need them.
	Closed, Restricted, OpenWithBans, Open, Unknown string
	// Last is put before a state that was last known some time ago.
	Last, Disputed string
	// Units of time, short.
	Day, Hour, Minute, Second string
	// Small words of rows.
	Since, Until, Known, Ago, In, Seen, Nobody, Everybody, No, Bans, Now, Replay, Live, MouseOn, MouseOff, ClockJumped string
	// Titles of panes and words of the frame.
	Crossings, Deadlines, Trucks, Conditions, Incidents, Detail string
	NothingYet, Next, Keys, TooSmall, Focus                     string
	HelpPanes, HelpProgram, HelpSigns                           string

	Ledger  LedgerWords
	Page    PageWords
	Frame   FrameWords
	Palette PaletteWords
	Log     LogWords

	countries  map[model.Country]string
	fields     map[string]string
	languages  map[model.Lang]string
	places     map[model.PlaceKind]string
	seen       map[model.ReportState]string
	fresh      [3]string
	answers    map[model.Answer]string
	deadlines  map[model.DeadlineState]string
	qualifiers map[model.Qualifier]string
	units      map[model.Unit]string
	whats      map[model.What]string
	measures   map[model.MeasureKind]string
	classes    map[model.Class]string
	conditions map[model.ConditionState]string
	demands    map[model.ConditionKind]string
	sources    map[model.SourceKind]string
	amendments map[model.AmendmentKind]string
	kinds      map[model.Kind]string
	confidence map[model.Confidence]string
	differs    map[model.DifferenceKind]string
	actions    map[string]string
}

// English gives the English words.
func English() Words {
	w := Words{
		Months: [12]string{"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"},
		Closed: "CLOSED", Restricted: "RESTRICTED", OpenWithBans: "OPEN, BANS", Open: "OPEN", Unknown: "UNKNOWN",
		Last: "LAST", Disputed: "DISPUTED",
		Day: "d", Hour: "h", Minute: "min", Second: "s",
		Since: "since", Until: "until", Known: "known", Ago: "ago", In: "in", Seen: "seen", Nobody: "nobody",
		Everybody: "everybody", MouseOn: "mouse on", MouseOff: "mouse off", ClockJumped: "the clock jumped; everything is worked out anew", No: "no", Bans: "bans for", Now: "now", Replay: "REPLAY", Live: "LIVE",
		Crossings: "Crossings", Deadlines: "Deadlines", Trucks: "Trucks", Conditions: "Conditions",
		Incidents: "Incidents", Detail: "Detail",
		NothingYet: "nothing is known yet", Next: "next", Keys: "Keys that work here", TooSmall: "make the window larger", Focus: "pane",
		HelpPanes: "Panes", HelpProgram: "Program", HelpSigns: "Signs",
		fresh: [3]string{"fresh", "ageing", "stale"},
	}
	w.englishStates()
	w.englishKinds()
	w.englishActions()
	w.englishLedger()
	w.englishPage()
	w.englishFrame()
	w.englishPalette()
	w.englishLog()
	return w
}

func (w *Words) englishStates() {
	w.answers = map[model.Answer]string{
		model.NotKnown: "not known", model.May: "may", model.SomeMay: "some may", model.MayNot: "may not",
	}
	w.deadlines = map[model.DeadlineState]string{
		model.Running: "running", model.BroughtForward: "brought forward", model.Extended: "extended",
		model.Coming: "begins", model.LiftedEarly: "lifted early", model.Elapsed: "no confirmation", model.NoDate: "no end date",
	}
	w.qualifiers = map[model.Qualifier]string{
		model.About: "about", model.Over: "over", model.Under: "under", model.Almost: "almost", model.UpTo: "up to",
	}
	w.units = map[model.Unit]string{
		model.UnitTruck: "trucks", model.UnitTrailer: "trailers", model.UnitBoth: "trucks + trailers",
		model.UnitVehicle: "vehicles", model.UnitPerson: "people",
	}
	w.whats = map[model.What]string{
		model.Stranded: "stranded", model.Parked: "parked", model.Remaining: "remaining", model.Listed: "listed",
		model.Returned: "returned", model.Queued: "queued", model.Waiting: "waiting",
	}
	w.conditions = map[model.ConditionState]string{
		model.Unmet: "unmet", model.PartlyMet: "partly met", model.Met: "met", model.Relapsed: "relapsed",
		model.DisputedState: "disputed", model.Untriggered: "not triggered", model.StillOpen: "open",
		model.UnknownCondition: "unknown", model.WithdrawnState: "withdrawn",
	}
	w.differs = map[model.DifferenceKind]string{
		model.StateChanged: "state", model.DeadlineChanged: "deadline", model.ClaimChanged: "claim",
		model.ConditionChanged: "condition", model.EventAdded: "new", model.RecordAmended: "amended",
	}
}

func (w *Words) englishKinds() {
	w.measures = map[model.MeasureKind]string{
		model.Closure: "closure", model.Ban: "ban", model.FeeMeasure: "fee", model.Requirement: "requirement",
		model.Emergency: "emergency", model.Powers: "powers", model.Sanction: "sanction", model.Law: "law",
	}
	w.classes = map[model.Class]string{
		model.Car: "cars", model.Bus: "buses", model.Truck: "trucks", model.Pedestrian: "pedestrians",
		model.Bicycle: "bicycles", model.Boat: "boats", model.RailFreight: "rail freight", model.RailPassenger: "rail passengers",
	}
	w.demands = map[model.ConditionKind]string{
		model.Demand: "demand", model.Offer: "offer", model.Pledge: "pledge", model.Reservation: "reservation",
	}
	w.sources = map[model.SourceKind]string{
		model.Official: "official", model.Wire: "news agency", model.NationalMedia: "national media",
		model.IntlMedia: "international media", model.BYStateMedia: "Belarusian state media",
		model.RUStateMedia: "Russian state media", model.RUMedia: "Russian media",
		model.BYIndependentMedia: "independent Belarusian media", model.TradeMedia: "trade media",
		model.Aggregator: "aggregator", model.Repository: "public repository", model.Encyclopedia: "encyclopedia",
		model.Blog: "blog", model.Seed: "founding article",
	}
	w.amendments = map[model.AmendmentKind]string{
		model.Update: "update", model.Correction: "correction", model.Withdrawal: "withdrawal", model.Dispute: "dispute",
	}
	w.kinds = map[model.Kind]string{
		model.KindSource: "source", model.KindPlace: "place", model.KindCrossing: "crossing", model.KindMeasure: "measure",
		model.KindReport: "report", model.KindDeadline: "deadline", model.KindCount: "count", model.KindQueue: "queue",
		model.KindIncident: "incident", model.KindStatement: "statement", model.KindCondition: "condition",
		model.KindTally: "tally", model.KindAmendment: "amendment",
	}
	w.confidence = map[model.Confidence]string{
		model.High: "high confidence", model.Medium: "medium confidence", model.Low: "low confidence",
	}
}

// Freshness says how far a fact may still be relied on.
func (w Words) Freshness(f model.Freshness) string { return w.fresh[min(int(f), len(w.fresh)-1)] }

// Answer says whether traffic may pass.
func (w Words) Answer(a model.Answer) string { return w.answers[a] }

// DeadlineState says how a deadline stands.
func (w Words) DeadlineState(s model.DeadlineState) string { return w.deadlines[s] }

// Unit names the unit of a count, in the plural.
func (w Words) Unit(u model.Unit) string { return w.units[u] }

// What says what a count counts.
func (w Words) What(x model.What) string { return w.whats[x] }

// Measure names a kind of measure.
func (w Words) Measure(k model.MeasureKind) string { return w.measures[k] }

// Class names a class of traffic, in the plural; empty for all traffic.
func (w Words) Class(c model.Class) string { return w.classes[c] }

// Condition says how a condition stands.
func (w Words) Condition(s model.ConditionState) string { return w.conditions[s] }

// Demand names a kind of condition.
func (w Words) Demand(k model.ConditionKind) string { return w.demands[k] }

// Source names a kind of source.
func (w Words) Source(k model.SourceKind) string { return w.sources[k] }

// Amendment names a kind of amendment.
func (w Words) Amendment(k model.AmendmentKind) string { return w.amendments[k] }

// Kind names a kind of record.
func (w Words) Kind(k model.Kind) string { return w.kinds[k] }

// Confidence says how far a record is trusted.
func (w Words) Confidence(c model.Confidence) string { return w.confidence[c] }

// Difference names what differs between two boards.
func (w Words) Difference(k model.DifferenceKind) string { return w.differs[k] }

// Began is the word before the moment from which a state holds, or at which a
// report saw it.
func (w Words) Began(p model.Passage) string {
	if p.Reported {
		return w.Seen
	}
	return w.Since
}

// State is the state in capitals, a last known one marked as such.
func (w Words) State(p model.Passage) string {
	if p.State == model.Unknown && p.Last != model.Unknown {
		return w.Last + " " + w.plain(p.Last)
	}
	return w.plain(p.State)
}

func (w Words) plain(s model.State) string {
	switch s {
	case model.Closed:
		return w.Closed
	case model.Restricted:
		return w.Restricted
	case model.OpenWithBans:
		return w.OpenWithBans
	case model.Open:
		return w.Open
	case model.Unknown:
	}
	return w.Unknown
}
