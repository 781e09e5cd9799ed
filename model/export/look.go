package export

import (
	"time"

	"bordertop/model"
)

// Look is one look at the board for programs and templates. LookSchema describes
// it, from the tags of these fields. Every figure stands with its sources, the
// moment that it is of, and how fresh it is; what is not known is null.
type Look struct {
	Schema     int             `json:"schema" doc:"the version of this form: it changes when a name goes or means something else, and not when one is added"`
	Board      string          `json:"board" doc:"what the board is of"`
	AsOf       time.Time       `json:"as_of" doc:"the moment that is shown"`
	Known      time.Time       `json:"known" doc:"the moment by which it was public"`
	Live       bool            `json:"live" doc:"whether that is the present"`
	Language   model.Lang      `json:"language" doc:"the language of labels and texts"`
	Counts     LookCounts      `json:"counts" doc:"what there is"`
	Next       *LookDeadline   `json:"next" doc:"the deadline that comes next"`
	Crossings  []LookCrossing  `json:"crossings" doc:"crossings, those first of which most is told"`
	Deadlines  []LookDeadline  `json:"deadlines" doc:"ends and due dates, the soonest first; those over come last but for those without a date"`
	Trucks     []LookGroup     `json:"trucks" doc:"claims of how many vehicles are held, grouped by what, unit and crossing; what is stranded comes first"`
	Conditions []LookCondition `json:"conditions" doc:"what each side demands or offers"`
	Queues     []LookQueue     `json:"queues" doc:"the newest reading of every queue"`
	Incidents  []LookIncident  `json:"incidents" doc:"what happened last, the newest first"`
	Sources    []LookSource    `json:"sources" doc:"the sources that are named above, each once"`
}

// LookCounts counts what a board shows.
type LookCounts struct {
	Open         int `json:"open" doc:"crossings that are open"`
	OpenWithBans int `json:"open_with_bans" doc:"crossings that are open, but not for all that they serve"`
	Restricted   int `json:"restricted" doc:"crossings that some may pass"`
	Closed       int `json:"closed" doc:"crossings that are closed"`
	Unknown      int `json:"unknown" doc:"crossings of which nothing plain can be said"`
	Disputed     int `json:"disputed" doc:"crossings, among all these, whose state is disputed"`
	Stale        int `json:"stale" doc:"facts that are too old to be stated plainly"`
}

// Backed is what stands behind a figure.
type Backed struct {
	Sources   []model.ID `json:"sources" doc:"the ids of the sources that say so"`
	AsOf      *span      `json:"as_of" doc:"when it was so, was said, or was confirmed last"`
	Freshness string     `json:"freshness" enum:",fresh,ageing,stale" doc:"how far it may still be relied on; empty for what does not age"`
	// Changes is left out where there are none, which is nearly everywhere.
	Changes []LookChange `json:"changes,omitempty" doc:"what amendments did to the records that it rests on"`
}

// LookChange is what an amendment did to a record.
type LookChange struct {
	Record  model.ID            `json:"record" doc:"the id of the record"`
	By      model.ID            `json:"by" doc:"the id of the amendment"`
	Kind    model.AmendmentKind `json:"kind" enum:"update,correction,withdrawal,dispute" doc:"what it does; a dispute is a rival claim that changes nothing"`
	Field   string              `json:"field" doc:"the field that it is of, as datasets call it; empty for all of the record"`
	Old     string              `json:"old" doc:"in words, the value before; empty where there was none, or where it still holds"`
	New     string              `json:"new" doc:"in words, the value that it gives"`
	At      *span               `json:"at" doc:"from when it holds, or else when it became known"`
	Reason  string              `json:"reason" doc:"why; empty where that is not told"`
	Sources []model.ID          `json:"sources" doc:"the ids of its sources"`
}

// LookCrossing is the state of a crossing: the one that lets most through.
type LookCrossing struct {
	ID          model.ID        `json:"id" doc:"the id of the crossing"`
	Name        string          `json:"name" doc:"its name"`
	Counterpart string          `json:"counterpart" doc:"its name on the far side; empty where that has none"`
	Countries   []model.Country `json:"countries" doc:"the two that it joins, the near one first"`
	LookPassage
	Disputed bool          `json:"disputed" doc:"whether a report contradicts the state"`
	Limits   []string      `json:"limits" doc:"in words, what may not pass"`
	Passages []LookPassage `json:"passages" doc:"the state of each class in each direction"`
}

// LookPassage is the state of a passage.
type LookPassage struct {
	Class  model.Class   `json:"class" doc:"the class of traffic; empty where none is told"`
	To     model.Country `json:"to" doc:"the country travelled to; empty for both ways"`
	State  string        `json:"state" enum:"unknown,closed,restricted,open_with_bans,open" doc:"the state; unknown where the last word is too old, or there is none"`
	Last   string        `json:"last" enum:"unknown,closed,restricted,open_with_bans,open" doc:"what was last known where the state is unknown"`
	Label  string        `json:"label" doc:"the state in words, as the board shows it"`
	May    string        `json:"may" enum:"not_known,yes,some,no" doc:"whether one may pass"`
	Since  *span         `json:"since" doc:"from when the state holds, or when it was seen"`
	Until  *span         `json:"until" doc:"the planned or decided end of what limits the passage"`
	Allows []LookPermit  `json:"allows" doc:"who may pass where the state is restricted"`
	Why    []model.ID    `json:"why" doc:"the ids of the records that make the state, what decides first"`
	Backed
}

// LookPermit is who may pass.
type LookPermit struct {
	Who  string        `json:"who" doc:"who may pass"`
	To   model.Country `json:"to" doc:"the country travelled to; empty for both ways"`
	Text string        `json:"text" doc:"as the act has it"`
}

// LookDeadline is an end or a due date.
type LookDeadline struct {
	ID        model.ID   `json:"id" doc:"the id of the act, or of the record where it has none"`
	State     string     `json:"state" enum:"running,brought_forward,extended,coming,lifted_early,elapsed,no_date" doc:"how it stands"`
	Title     string     `json:"title" doc:"what ends, by whose decision"`
	Countdown string     `json:"countdown" doc:"in words, how long until then, or since"`
	From      *span      `json:"from" doc:"when it began"`
	At        *span      `json:"at" doc:"the end or the due date; the beginning of what is coming"`
	Was       *span      `json:"was" doc:"the end as it had been planned"`
	Left      *int64     `json:"left" doc:"the seconds that are left; null where it is over or has no date"`
	Share     *float64   `json:"share" doc:"how much of the time is over, from 0 to 1"`
	Crossings []model.ID `json:"crossings" doc:"the crossings that it concerns; empty for all or none"`
	Records   []model.ID `json:"records" doc:"the records that say so"`
	Backed
}

// LookGroup is a group of claims.
type LookGroup struct {
	What        model.What  `json:"what" doc:"what is counted"`
	Unit        model.Unit  `json:"unit" doc:"in which unit; units are never added up"`
	Crossing    model.ID    `json:"crossing" doc:"where; empty for the whole border"`
	Label       string      `json:"label" doc:"the figure in words"`
	Low         *int64      `json:"low" doc:"the least that a claim which is not stale makes"`
	High        *int64      `json:"high" doc:"the most that a claim which is not stale makes"`
	Working     model.ID    `json:"working" doc:"the claim that the settings' rule picks; empty where none is fresh enough"`
	Rule        string      `json:"rule" doc:"that rule"`
	Independent int         `json:"independent" doc:"how many claimants stand behind it by themselves"`
	Claims      []LookClaim `json:"claims" doc:"the newest claim of each claimant, the newest first"`
}

// LookClaim is a claim of how many.
type LookClaim struct {
	ID        model.ID        `json:"id" doc:"the id of the count"`
	By        string          `json:"by" doc:"who claims it"`
	Side      string          `json:"side" doc:"for which side"`
	Value     *int64          `json:"value" doc:"the number"`
	Min       *int64          `json:"min" doc:"the least, where a range is claimed"`
	Max       *int64          `json:"max" doc:"the most, where a range is claimed"`
	Qualifier model.Qualifier `json:"qualifier" doc:"how the number was meant; empty where it is exact"`
	Backed
}

// LookCondition is what a side demands or offers.
type LookCondition struct {
	ID    model.ID             `json:"id" doc:"the id of the condition"`
	Kind  model.ConditionKind  `json:"kind" doc:"what sort it is; empty where it is not told"`
	Side  string               `json:"side" doc:"whose it is"`
	By    string               `json:"by" doc:"who stated it"`
	Text  string               `json:"text" doc:"what is wanted or offered"`
	State model.ConditionState `json:"state" doc:"how it stands; empty where it is not told"`
	Since *span                `json:"since" doc:"since when it stands so"`
	Backed
}

// LookQueue is a reading of a queue.
type LookQueue struct {
	ID       model.ID      `json:"id" doc:"the id of the reading"`
	Crossing model.ID      `json:"crossing" doc:"where"`
	To       model.Country `json:"to" doc:"the country travelled to"`
	Class    model.Class   `json:"class" doc:"the class of traffic"`
	Waiting  *int64        `json:"waiting" doc:"how many vehicles wait"`
	Called   *int64        `json:"called" doc:"how many were called"`
	PerHour  *int64        `json:"per_hour" doc:"how many pass in an hour"`
	PerDay   *int64        `json:"per_day" doc:"how many pass in a day"`
	Wait     *int64        `json:"wait" doc:"the seconds that one waits"`
	Estimate bool          `json:"estimate" doc:"whether that was worked out from other figures"`
	Method   string        `json:"method" doc:"how the figures came about; empty where it is not told"`
	Source   model.ID      `json:"source" doc:"whose reading it is; empty where it names nobody"`
	Beside   bool          `json:"beside" doc:"whether another source gives a newer reading of the same"`
	Trend    string        `json:"trend" doc:"rising, falling or steady, against what the same source read one or two hours before; empty where too little is known"`
	Backed
}

// LookIncident is something that happened.
type LookIncident struct {
	ID        model.ID   `json:"id" doc:"the id of the incident"`
	Category  model.ID   `json:"category" doc:"what sort it is"`
	Severity  int64      `json:"severity" doc:"from 1, minor, to 4, critical; 0 where it is not told"`
	Title     string     `json:"title" doc:"what happened"`
	Crossings []model.ID `json:"crossings" doc:"the crossings that it concerns"`
	Backed
}

// LookSource is a source.
type LookSource struct {
	ID         model.ID         `json:"id" doc:"the id of the source"`
	Publisher  string           `json:"publisher" doc:"who published it"`
	Title      string           `json:"title" doc:"its title; empty where it has none"`
	URL        string           `json:"url" doc:"its address; empty where it has none"`
	Published  *span            `json:"published" doc:"when it appeared"`
	Kind       model.SourceKind `json:"kind" doc:"what sort of source it is; empty where it is not told"`
	StateMedia bool             `json:"state_media" doc:"whether a state controls it"`
	Origin     string           `json:"origin" doc:"the source or agency that it repeats; empty where it speaks for itself"`
}
