package model

// Word is a value from a closed list, as datasets write it. The empty word
// means that nothing, or nothing that we know, was said.
type Word interface {
	// Words lists the valid words.
	Words() []string
}

// ID is a permanent name: [a-z0-9][a-z0-9-]{0,63}. It is the same string on the
// screen, in JSON, as an iCalendar UID and in links.
type ID string

// Valid tells whether the id keeps to its alphabet and length.
func (id ID) Valid() bool {
	if len(id) == 0 || len(id) > 64 || id[0] == '-' {
		return false
	}
	for i := range len(id) {
		if c := id[i]; (c < 'a' || c > 'z') && (c < '0' || c > '9') && c != '-' {
			return false
		}
	}
	return true
}

// Country is an ISO 3166-1 alpha-2 code in capitals.
type Country string

// Valid tells whether it is two capital letters.
func (c Country) Valid() bool {
	return len(c) == 2 && c[0] >= 'A' && c[0] <= 'Z' && c[1] >= 'A' && c[1] <= 'Z'
}

// Confidence is how far a fact is trusted by whoever wrote it down.
type Confidence string

// The confidences.
const (
	High   Confidence = "high"
	Medium Confidence = "medium"
	Low    Confidence = "low"
)

// Words lists the confidences.
func (Confidence) Words() []string { return words(High, Medium, Low) }

// Lang is a language of names, ISO 639-1.
type Lang string

// The languages of names.
const (
	English    Lang = "en"
	Lithuanian Lang = "lt"
	Polish     Lang = "pl"
	Russian    Lang = "ru"
	Belarusian Lang = "be"
	Ukrainian  Lang = "uk"
)

// Words lists the languages.
func (Lang) Words() []string {
	return words(English, Lithuanian, Polish, Russian, Belarusian, Ukrainian)
}

// SourceKind is what sort of source it is.
type SourceKind string

// The kinds of source.
const (
	Official           SourceKind = "official"
	Wire               SourceKind = "wire"
	NationalMedia      SourceKind = "national_media"
	IntlMedia          SourceKind = "intl_media"
	BYStateMedia       SourceKind = "by_state_media"
	RUStateMedia       SourceKind = "ru_state_media"
	RUMedia            SourceKind = "ru_media"
	BYIndependentMedia SourceKind = "by_independent_media"
	TradeMedia         SourceKind = "trade_media"
	Aggregator         SourceKind = "aggregator"
	Repository         SourceKind = "repository"
	Encyclopedia       SourceKind = "encyclopedia"
	Blog               SourceKind = "blog"
	Seed               SourceKind = "seed"
)

// Words lists the kinds of source.
func (SourceKind) Words() []string {
	return words(Official, Wire, NationalMedia, IntlMedia, BYStateMedia, RUStateMedia, RUMedia, BYIndependentMedia,
		TradeMedia, Aggregator, Repository, Encyclopedia, Blog, Seed)
}

// PlaceKind is what sort of place it is.
type PlaceKind string

// The kinds of place.
const (
	Airport PlaceKind = "airport"
	City    PlaceKind = "city"
	Region  PlaceKind = "region"
	Site    PlaceKind = "site"
)

// Words lists the kinds of place.
func (PlaceKind) Words() []string { return words(Airport, City, Region, Site) }

// Class is a class of traffic.
type Class string

// The classes of traffic.
const (
	Car           Class = "car"
	Bus           Class = "bus"
	Truck         Class = "truck"
	Pedestrian    Class = "pedestrian"
	Bicycle       Class = "bicycle"
	Boat          Class = "boat"
	RailFreight   Class = "rail-freight"
	RailPassenger Class = "rail-passenger"
)

// Words lists the classes.
func (Class) Words() []string {
	return words(Car, Bus, Truck, Pedestrian, Bicycle, Boat, RailFreight, RailPassenger)
}

// MeasureKind is what a measure does.
type MeasureKind string

// The kinds of measure. Only a closure and a ban touch a crossing's status.
const (
	Closure     MeasureKind = "closure"
	Ban         MeasureKind = "ban"
	FeeMeasure  MeasureKind = "fee"
	Requirement MeasureKind = "requirement"
	Emergency   MeasureKind = "emergency"
	Powers      MeasureKind = "powers"
	Sanction    MeasureKind = "sanction"
	Law         MeasureKind = "law"
)

// Words lists the kinds of measure.
func (MeasureKind) Words() []string {
	return words(Closure, Ban, FeeMeasure, Requirement, Emergency, Powers, Sanction, Law)
}

// ReportState is the state that a report gives.
type ReportState string

// The states of a report.
const (
	SeenOpen       ReportState = "open"
	SeenRestricted ReportState = "restricted"
	SeenClosed     ReportState = "closed"
)

// Words lists the states of a report.
func (ReportState) Words() []string { return words(SeenOpen, SeenRestricted, SeenClosed) }

// Qualifier says how a number was meant.
type Qualifier string

// The qualifiers.
const (
	About  Qualifier = "about"
	Over   Qualifier = "over"
	Under  Qualifier = "under"
	Almost Qualifier = "almost"
	UpTo   Qualifier = "up-to"
)

// Words lists the qualifiers.
func (Qualifier) Words() []string { return words(About, Over, Under, Almost, UpTo) }

// What is what a count counts.
type What string

// What may be counted.
const (
	Stranded  What = "stranded"
	Parked    What = "parked"
	Remaining What = "remaining"
	Listed    What = "listed"
	Returned  What = "returned"
	Queued    What = "queued"
	Waiting   What = "waiting"
)

// Words lists what may be counted.
func (What) Words() []string {
	return words(Stranded, Parked, Remaining, Listed, Returned, Queued, Waiting)
}

// Unit is the unit of a count. Claims of different units are never averaged.
type Unit string

// The units of counts.
const (
	UnitTruck   Unit = "truck"
	UnitTrailer Unit = "trailer"
	UnitBoth    Unit = "both"
	UnitVehicle Unit = "vehicle"
	UnitPerson  Unit = "person"
)

// Words lists the units.
func (Unit) Words() []string {
	return words(UnitTruck, UnitTrailer, UnitBoth, UnitVehicle, UnitPerson)
}

// ConditionKind is what sort of condition it is.
type ConditionKind string

// The kinds of condition.
const (
	Demand      ConditionKind = "demand"
	Offer       ConditionKind = "offer"
	Pledge      ConditionKind = "pledge"
	Reservation ConditionKind = "reservation"
)

// Words lists the kinds of condition.
func (ConditionKind) Words() []string { return words(Demand, Offer, Pledge, Reservation) }

// ConditionState is how a condition stands.
type ConditionState string

// The states of a condition.
const (
	Unmet            ConditionState = "unmet"
	PartlyMet        ConditionState = "partly"
	Met              ConditionState = "met"
	Relapsed         ConditionState = "relapsed"
	DisputedState    ConditionState = "disputed"
	Untriggered      ConditionState = "untriggered"
	StillOpen        ConditionState = "open"
	UnknownCondition ConditionState = "unknown"
	WithdrawnState   ConditionState = "withdrawn"
)

// Words lists the states of a condition.
func (ConditionState) Words() []string {
	return words(Unmet, PartlyMet, Met, Relapsed, DisputedState, Untriggered, StillOpen, UnknownCondition, WithdrawnState)
}

// AmendmentKind is what an amendment does to its target.
type AmendmentKind string

// The kinds of amendment.
const (
	Update     AmendmentKind = "update"
	Correction AmendmentKind = "correction"
	Withdrawal AmendmentKind = "withdrawal"
	Dispute    AmendmentKind = "dispute"
)

// Words lists the kinds of amendment.
func (AmendmentKind) Words() []string { return words(Update, Correction, Withdrawal, Dispute) }

func words[W ~string](ws ...W) []string {
	out := make([]string, len(ws))
	for i, w := range ws {
		out[i] = string(w)
	}
	return out
}
