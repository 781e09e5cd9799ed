package lang

import "bordertop/model"

func (w Words) englishKinds() {
	w.qualifiers = map[model.Qualifier]string{
		model.About: "about", model.Over: "over", model.Under: "under", model.Almost: "almost", model.UpTo: "up to",
	}
	w.conditions = map[model.ConditionState]string{
		model.Unmet: "unmet", model.PartlyMet: "partly met", model.Met: "met", model.Relapsed: "relapsed",
		model.DisputedState: "disputed", model.Untriggered: "not triggered", model.StillOpen: "open",
		model.UnknownCondition: "unknown", model.WithdrawnState: "withdrawn",
	}
	w.measures = map[model.MeasureKind]string{
		model.Closure: "closure", model.Ban: "ban", model.FeeMeasure: "fee", model.Requirement: "requirement",
		model.Emergency: "emergency", model.Powers: "powers", model.Sanction: "sanction", model.Law: "law",
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
	w.categories = map[model.ID]string{
		"airport": "airport", "arrest": "arrest", "balloon": "balloon", "closure": "closure", "drone": "drone",
		"economy": "economy", "legal": "legal", "negotiation": "negotiation", "reopening": "reopening",
		"restriction": "restriction", "statement": "statement", "trucks": "trucks",
	}
	w.figures = map[string]string{"flights": "flights", "passengers": "passengers", "duration": "duration"}
}

// Measure names a kind of measure.
func (w Words) Measure(k model.MeasureKind) string { return w.measures[k] }

// Condition says how a condition stands.
func (w Words) Condition(s model.ConditionState) string { return w.conditions[s] }

// Standing says how a condition stands; that it is unknown, where its record
// does not say.
func (w Words) Standing(s model.ConditionState) string {
	if s == "" {
		s = model.UnknownCondition
	}
	return w.Condition(s)
}

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

// Category names a category of incidents; in the word of the dataset where we
// have no other.
func (w Words) Category(id model.ID) string {
	if name := w.categories[id]; name != "" {
		return name
	}
	return w.Plain(string(id))
}

// NoDeadlines says that none is known.
func (w Words) NoDeadlines() string { return w.NoDeadline }

// NoConditions says that none is known.
func (w Words) NoConditions() string { return w.NoCondition }

// NoSide stands for the side of a condition that names none.
func (w Words) NoSide() string { return w.SideNotStated }
