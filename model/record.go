// Package model is what bordertop knows: records of dated, sourced facts, the log
// of them, and the board that the log gives for any moment. It is pure: no input
// or output, no clock, no globals.
package model

import (
	"time"

	"bordertop/model/clean"
)

// Record is a fact that somebody stated, as a dataset writes it (one TOML table
// each). Records are shared and never edited: what changes one is an Amendment,
// a record like any other. The set of kinds is closed.
//
//sumtype:decl
type Record interface {
	// Head gives the part that all records have.
	Head() *Fact
	// Kind names the TOML table of the record.
	Kind() Kind
	// Own is the record's own time: when it was true, from when it holds or
	// when it falls due. It is zero for what has no time, such as a crossing.
	Own() Moment
	record()
}

// Fact is what every record may carry. A zero Known means that it was not
// given; Log.Known tells what holds then. Until Embargo is over the record must not
// leave the desk; see Log.Public.
type Fact struct {
	ID         ID         `toml:"id"`
	Sources    []ID       `toml:"sources"`
	Known      Moment     `toml:"known"`
	Embargo    Moment     `toml:"embargo"`
	Confidence Confidence `toml:"confidence"`
	Note       clean.Text `toml:"note"`
}

// Head gives the fact itself, so that what embeds it is a Record.
func (f *Fact) Head() *Fact { return f }

func (*Fact) record() {}

// Source is where facts come from. Origin is the id of a source, or the name of
// an agency, that it repeats; empty means that it speaks for itself. A zero
// Published means an undated source.
type Source struct {
	Fact
	Publisher   clean.Text `toml:"publisher"`
	Title       clean.Text `toml:"title"`
	Description clean.Text `toml:"description"`
	URL         clean.URL  `toml:"url"`
	Published   Moment     `toml:"published"`
	Type        SourceKind `toml:"kind"`
	StateMedia  bool       `toml:"state_media"`
	Origin      clean.Text `toml:"origin"`
}

// Place is an airport, a city or another point that incidents name. Lat and Lon
// are degrees, WGS 84; both nil where they are not known.
type Place struct {
	Fact
	Name  clean.Text `toml:"name"`
	Names []Name     `toml:"names"`
	Type  PlaceKind  `toml:"kind"`
	Lat   *float64   `toml:"lat"`
	Lon   *float64   `toml:"lon"`
}

// Crossing is a crossing point. Counterpart is its name on the other side.
// Countries are the two it joins, the near one first. Hours are its ordinary
// hours, in words; they close nothing.
type Crossing struct {
	Fact
	Name            clean.Text   `toml:"name"`
	Counterpart     clean.Text   `toml:"counterpart"`
	Names           []Name       `toml:"names"`
	Aliases         []clean.Text `toml:"aliases"`
	Countries       []Country    `toml:"countries"`
	Serves          []Class      `toml:"serves"`
	Hours           clean.Text   `toml:"hours"`
	Lat             *float64     `toml:"lat"`
	Lon             *float64     `toml:"lon"`
	CoordConfidence Confidence   `toml:"coord_confidence"`
	Roads           []clean.Text `toml:"roads"`
}

// Measure is an act that limits passage or starts a clock: one record per
// distinct effect, tied together by Act. Crossings nil means every crossing,
// empty means none. To is the country travelled to (empty: both ways); Classes
// empty means all. Until is the planned end, Ended the end as decided or seen.
type Measure struct {
	Fact
	Act        ID          `toml:"act"`
	Type       MeasureKind `toml:"kind"`
	By         clean.Text  `toml:"by"`
	Crossings  []ID        `toml:"crossings"`
	To         Country     `toml:"to"`
	Classes    []Class     `toml:"classes"`
	From       Moment      `toml:"from"`
	Until      Moment      `toml:"until"`
	Ended      Moment      `toml:"ended"`
	EndsWhen   clean.Text  `toml:"ends_when"`
	Replaces   []ID        `toml:"replaces"`
	Allows     []Permit    `toml:"allows"`
	Affects    clean.Text  `toml:"affects"`
	Scope      clean.Text  `toml:"scope"`
	Fee        *Fee        `toml:"fee"`
	Reason     clean.Text  `toml:"reason"`
	Instrument clean.Text  `toml:"instrument"`
}

// Report says that crossings were seen or said to be in a state, without an act.
type Report struct {
	Fact
	Crossings []ID        `toml:"crossings"`
	At        Moment      `toml:"at"`
	To        Country     `toml:"to"`
	Classes   []Class     `toml:"classes"`
	State     ReportState `toml:"state"`
	By        clean.Text  `toml:"by"`
}

// Deadline is a date with consequences that no measure carries, such as a
// pledge that falls due.
type Deadline struct {
	Fact
	Title clean.Text `toml:"title"`
	Due   Moment     `toml:"due"`
	By    clean.Text `toml:"by"`
	About []ID       `toml:"about"`
}

// Count is a claim of how many vehicles are held, parked, listed or returned.
// Value, Min and Max are nil where nobody gave them: unknown is not zero.
type Count struct {
	Fact
	At        Moment     `toml:"at"`
	Value     *int64     `toml:"value"`
	Min       *int64     `toml:"min"`
	Max       *int64     `toml:"max"`
	Qualifier Qualifier  `toml:"qualifier"`
	What      What       `toml:"what"`
	Unit      Unit       `toml:"unit"`
	UnitText  clean.Text `toml:"unit_text"`
	Crossing  ID         `toml:"crossing"`
	PartOf    ID         `toml:"part_of"`
	Repeats   ID         `toml:"repeats"`
	By        clean.Text `toml:"by"`
	Side      clean.Text `toml:"side"`
	Summary   clean.Text `toml:"summary"`
}

// Queue is a queue at a crossing. Waiting, Called, PerHour and PerDay count
// vehicles; these and Wait are nil where not known. Method says how they came
// about.
type Queue struct {
	Fact
	Crossing ID             `toml:"crossing"`
	At       Moment         `toml:"at"`
	To       Country        `toml:"to"`
	Class    Class          `toml:"class"`
	Waiting  *int64         `toml:"waiting"`
	Called   *int64         `toml:"called"`
	PerHour  *int64         `toml:"per_hour"`
	PerDay   *int64         `toml:"per_day"`
	Wait     *time.Duration `toml:"wait"`
	Method   clean.Text     `toml:"method"`
}

// Incident is something that happened. About names the records that it tells
// of, so that one thing is counted and drawn once.
type Incident struct {
	Fact
	At        Moment     `toml:"at"`
	Until     Moment     `toml:"until"`
	Category  ID         `toml:"category"`
	Severity  int64      `toml:"severity"`
	Places    []ID       `toml:"places"`
	Where     clean.Text `toml:"where"`
	Crossings []ID       `toml:"crossings"`
	About     []ID       `toml:"about"`
	Figures   []Figure   `toml:"figures"`
	Title     clean.Text `toml:"title"`
	Summary   clean.Text `toml:"summary"`
}

// Statement is something that somebody said. Quote is word for word, in
// Language.
type Statement struct {
	Fact
	At       Moment     `toml:"at"`
	Speaker  clean.Text `toml:"speaker"`
	Role     clean.Text `toml:"role"`
	Side     clean.Text `toml:"side"`
	Summary  clean.Text `toml:"summary"`
	Quote    clean.Text `toml:"quote"`
	Language Lang       `toml:"language"`
	About    []ID       `toml:"about"`
}

// Condition is what a side demands, offers, pledges or reserves.
type Condition struct {
	Fact
	Type   ConditionKind  `toml:"kind"`
	Side   clean.Text     `toml:"side"`
	By     clean.Text     `toml:"by"`
	Stated Moment         `toml:"stated"`
	Text   clean.Text     `toml:"text"`
	State  ConditionState `toml:"state"`
}

// Tally is a figure per period, such as airport stops in a month.
type Tally struct {
	Fact
	Subject   clean.Text `toml:"subject"`
	Period    Moment     `toml:"period"`
	Value     *int64     `toml:"value"`
	Qualifier Qualifier  `toml:"qualifier"`
	Unit      clean.Text `toml:"unit"`
	By        clean.Text `toml:"by"`
	Basis     clean.Text `toml:"basis"`
}

// Amendment updates, corrects, withdraws or disputes the records that Of names
// by id or by act. Set holds the new values by field.
type Amendment struct {
	Fact
	Of     []ID          `toml:"of"`
	At     Moment        `toml:"at"`
	Type   AmendmentKind `toml:"kind"`
	By     clean.Text    `toml:"by"`
	Set    []Assignment  `toml:"set"`
	Reason clean.Text    `toml:"reason"`
}

// Name is a name in one language.
type Name struct {
	Lang Lang
	Text clean.Text
}

// Permit names who may still pass a closure; an empty To means both ways.
type Permit struct {
	Who  clean.Text `toml:"who"`
	To   Country    `toml:"to"`
	Text clean.Text `toml:"text"`
}

// Fee is what a measure costs, such as 120 EUR per day for each vehicle.
type Fee struct {
	Amount   float64    `toml:"amount"`
	Currency clean.Text `toml:"currency"`
	Per      clean.Text `toml:"per"`
	Each     clean.Text `toml:"each"`
}

// Figure is a named number of an incident, such as flights or passengers.
type Figure struct {
	Name  ID
	Value int64
}
