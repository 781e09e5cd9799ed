// Package lang has the words for what the model says, a language at a time, so
// that screen, commands and exports speak alike. It turns values into text; it
// decides nothing.
package lang

import (
	"fmt"

	"golang.org/x/text/language"

	"bordertop/model"
)

// Words is the text of one language, small enough to be handed about by value.
// The zero Words has no text: make one with English or Of.
type Words struct{ *Messages }

// Messages are the words and sentences of a language. In those with %s that is
// replaced by what their comments say, in their order; %[1]s and %[2]s stand for
// the first and the second where a language wants another order.
type Messages struct {
	// Months and Weekdays as dates have them, from January and from Sunday; Alone are
	// the names of months that stand without a day.
	Months, Alone [12]string
	Weekdays      [7]string
	Dates         DateWords
	// The states of a passage, in capitals as signs need them.
	Closed, Restricted, OpenWithBans, Open, Unknown string
	// Last marks a state (%s) that was last known some time ago.
	Last, Disputed string
	// Units of time, short.
	Day, Hour, Minute, Second string
	// Thousands stands between thousands, Decimal before decimals.
	Thousands, Decimal string
	// Small words of rows. Those before a moment stand before it in any language that
	// we speak; Past has a length of time (%s), Numbered the name of a figure (%s) and the
	// figure (%s), Tallied how many there are (%s) of something (%s).
	Since, Until, Seen, Known, Nobody, Now, Past string
	Numbered, Tallied                            string
	// Replay and the rest are said by the frame.
	Replay, MouseOn, MouseOff, ClockJumped string
	// Titles of panes and words of the frame.
	Crossings, Deadlines, Trucks, Conditions, Incidents, Detail string
	NothingYet, Next, DeadlineIn, Keys                          string
	HelpPanes, HelpProgram, HelpSigns                           string
	NoDeadline, NoCondition, SideNotStated                      string

	Fresh    FreshWords
	Alerts   AlertWords
	Answers  AnswerWords
	Ends     EndWords
	Effects  EffectWords
	Changes  ChangeWords
	May      MayWords
	Why      WhyWords
	Brief    BriefWords
	Ledger   LedgerWords
	Map      MapWords
	Page     PageWords
	Plots    PlotWords
	Wall     WallWords
	Frame    FrameWords
	Private  PrivateWords
	Data     DataWords
	Palette  PaletteWords
	Travel   TravelWords
	Calendar CalendarWords
	Lists    ListWords
	Timeline TimelineWords
	Picture  PictureWords
	Sources  SourcesWords
	Live     LiveWords
	Turns    TurnWords
	Log      LogWords
	Quote    QuoteWords
	Desk     DeskWords
	Queue    QueueWords
	Faults   FaultWords

	lang model.Lang
	tag  language.Tag
	// english are the names of countries as datasets write them.
	countries, english map[model.Country]string

	fields     map[string]string
	languages  map[model.Lang]string
	places     map[model.PlaceKind]string
	seen       map[model.ReportState]string
	qualifiers map[model.Qualifier]string
	// units are named by themselves, counted after a number, without it.
	units    map[model.Unit]string
	counted  map[model.Unit]Plural
	whats    map[model.What]string
	measures map[model.MeasureKind]string
	// classes are named by themselves, classesFor after what limits them, classAs
	// beside what limits one of them alone.
	classes, classesFor, classAs map[model.Class]string
	conditions                   map[model.ConditionState]string
	demands                      map[model.ConditionKind]string
	sources                      map[model.SourceKind]string
	amendments                   map[model.AmendmentKind]string
	kinds                        map[model.Kind]string
	confidence                   map[model.Confidence]string
	actions                      map[string]string
	categories                   map[model.ID]string
	sides                        map[string]string
	figures                      map[string]string
	periods                      map[string]string
}

// DateWords say how dates are written: %Y is the year, %m and %d the month and the
// day with a zero, %e the day without, %b the month as dates have it and %B the
// month that stands alone.
type DateWords struct {
	// Day is a day of this year, Full one of any, Month a month.
	Day, Full, Month string
	// Span has two dates (%s), Named a weekday (%s) and a date (%s).
	Span, Named string
}

// FreshWords say how far a fact may still be relied on.
type FreshWords struct{ Fresh, Ageing, Stale string }

// AnswerWords say whether traffic may pass.
type AnswerWords struct{ NotKnown, May, SomeMay, MayNot string }

// English gives the English words.
func English() Words {
	w := Words{&Messages{
		lang: model.English, tag: language.English,
		Months:   [12]string{"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"},
		Alone:    [12]string{"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"},
		Weekdays: [7]string{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"},
		Dates:    DateWords{Day: "%e %b", Full: "%e %b %Y", Month: "%B %Y", Span: "%s–%s", Named: "%s %s"},
		Closed:   "CLOSED", Restricted: "RESTRICTED", OpenWithBans: "OPEN, BANS", Open: "OPEN", Unknown: "UNKNOWN",
		Last: "LAST %s", Disputed: "DISPUTED",
		Day: "d", Hour: "h", Minute: "min", Second: "s", Thousands: ",", Decimal: ".",
		Since: "since", Until: "until", Seen: "seen", Known: "known", Nobody: "nobody", Now: "now", Past: "%s ago",
		Numbered: "%s %s", Tallied: "%s %s",
		Replay: "REPLAY", MouseOn: "mouse on", MouseOff: "mouse off",
		ClockJumped: "the clock jumped; everything is worked out anew",
		Crossings:   "Crossings", Deadlines: "Deadlines", Trucks: "Trucks", Conditions: "Conditions", Incidents: "Incidents", Detail: "Detail",
		NothingYet: "nothing is known yet", Next: "next", DeadlineIn: "deadline in", Keys: "Keys that work here",
		HelpPanes: "Panes", HelpProgram: "Program", HelpSigns: "Signs",
		NoDeadline: "no deadline is known", NoCondition: "no condition is known", SideNotStated: "side not stated",
		Fresh:   FreshWords{Fresh: "fresh", Ageing: "ageing", Stale: "stale"},
		Answers: AnswerWords{NotKnown: "not known", May: "may", SomeMay: "some may", MayNot: "may not"},
	}}
	for _, say := range []func(){
		w.englishKinds, w.englishTraffic, w.englishPlaces, w.englishMap, w.englishActions,
		w.englishEffects, w.englishLedger, w.englishPage, w.englishPlots, w.englishWall,
		w.englishFrame, w.englishData, w.englishPalette, w.englishTravel, w.englishCalendar,
		w.englishLists, w.englishPicture, w.englishSources, w.englishLive, w.englishTurns, w.englishTimeline,
		w.englishLog, w.englishQuote, w.englishAlerts, w.englishDesk, w.englishPrivate, w.englishChanges,
		w.englishMay, w.englishWhy, w.englishBrief, w.englishQueue,
	} {
		say()
	}
	w.Faults = englishFaults()
	return w
}

// terms are the words for the words of the model, by their names in catalogues.
func (m *Messages) terms() map[string]any {
	return map[string]any{
		"country": m.countries, "field": m.fields, "language": m.languages, "place": m.places, "report": m.seen,
		"qualifier": m.qualifiers, "unit": m.units, "counted": m.counted, "what": m.whats, "measure": m.measures,
		"class": m.classes, "class_for": m.classesFor, "class_as": m.classAs, "condition": m.conditions, "demand": m.demands,
		"source": m.sources, "amendment": m.amendments, "kind": m.kinds, "confidence": m.confidence, "action": m.actions,
		"category": m.categories, "side": m.sides, "figure": m.figures, "period": m.periods,
	}
}

// Tallies says how many there are of something: "2 unmet".
func (w Words) Tallies(n int, of string) string {
	return fmt.Sprintf(w.Tallied, w.Number(int64(n)), of)
}

// Lang is the language of the words.
func (w Words) Lang() model.Lang { return w.lang }

// Freshness says how far a fact may still be relied on.
func (w Words) Freshness(f model.Freshness) string {
	switch f {
	case model.Fresh:
		return w.Fresh.Fresh
	case model.Ageing:
		return w.Fresh.Ageing
	case model.Stale:
	}
	return w.Fresh.Stale
}

// Answer says whether traffic may pass.
func (w Words) Answer(a model.Answer) string {
	switch a {
	case model.May:
		return w.Answers.May
	case model.SomeMay:
		return w.Answers.SomeMay
	case model.MayNot:
		return w.Answers.MayNot
	case model.NotKnown:
	}
	return w.Answers.NotKnown
}

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
		return fmt.Sprintf(w.Last, w.plain(p.Last))
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
