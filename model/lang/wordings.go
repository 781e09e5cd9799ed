package lang

import "bordertop/model"

// Wording says what a word of a closed list means; empty for one that we have no
// words for. The word itself is taken for one of the same list as of is.
func (w Words) Wording(of model.Word, word string) string {
	switch of.(type) {
	case model.SourceKind:
		return w.sources[model.SourceKind(word)]
	case model.PlaceKind:
		return w.places[model.PlaceKind(word)]
	case model.Class:
		return w.classes[model.Class(word)]
	case model.MeasureKind:
		return w.measures[model.MeasureKind(word)]
	case model.ReportState:
		return w.seen[model.ReportState(word)]
	case model.Qualifier:
		return w.qualifiers[model.Qualifier(word)]
	case model.What:
		return w.whats[model.What(word)]
	case model.Unit:
		return w.units[model.Unit(word)]
	case model.ConditionKind:
		return w.demands[model.ConditionKind(word)]
	case model.ConditionState:
		return w.conditions[model.ConditionState(word)]
	case model.AmendmentKind:
		return w.amendments[model.AmendmentKind(word)]
	case model.Confidence:
		return w.confidence[model.Confidence(word)]
	case model.Lang:
		return w.languages[model.Lang(word)]
	}
	return ""
}
