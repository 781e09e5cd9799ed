package lang

import (
	"fmt"
	"strings"
	"time"

	"bordertop/model"
)

// QuoteWords are the words of a sentence that is copied into another text. A fact
// is the record in words, a place beside it the names of crossings.
type QuoteWords struct {
	// Said has a fact (%s), who says so (%s) and when (%s); Stated has no day, Dated nobody
	// who says so. SaidBy has a name (%s) and a role (%s).
	Said, Stated, Dated, SaidBy string
	// Words has a quotation (%s), At a fact (%s) and where (%s).
	Words, At string
	// From and Until have a fact (%s) and a moment (%s), EndsWhen and Due too, Ended
	// what had begun.
	From, Until, Ended, EndsWhen, Due string
	// State has a crossing (%s) and its state (%s), Reported too; Rival has what
	// contradicts it (%s).
	State, Reported, Rival string
	// Condition has its kind (%s), text (%s) and state (%s); Tally the subject (%s), the
	// period (%s) and the figure (%s); Queue what waits (%s) and where (%s).
	Condition, Tally, Queue string
	// Wait has a length of time (%s). Thing has a name (%s) and its kind (%s).
	Wait, Thing string
	// Amends has the kind of an amendment (%s) and what it changes (%s).
	Amends string
	// Sources has sources (%s), Media the publisher (%s) of a state's, Published a
	// source (%s) and its day (%s).
	Sources, Media, Published string
	// Withdrawn has a day (%s), Corrected a day (%s), the name of a field (%s) and its
	// old value (%s), Disputed who disputes (%s) and why (%s).
	Withdrawn, Corrected, Disputed string
	// Stale has an age (%s), Superseded follows a claim that was renewed.
	Stale, Superseded string
	// AsOf has a moment (%s), Clock that, its zone (%s) and the name of the clock (%s).
	AsOf, Clock string
}

func (w Words) englishQuote() {
	w.Quote = QuoteWords{
		Said: "%[1]s, %[2]s said on %[3]s", Stated: "%[1]s, %[2]s said", Dated: "%s, %s", SaidBy: "%s (%s)",
		Words: "“%s”", At: "%s at %s",
		From: "%s from %s", Until: "%s until %s", Ended: "%s, ended %s", EndsWhen: "%s, ends when: %s", Due: "%s, due %s",
		State: "%s: %s", Reported: "%s reported %s", Rival: "Disputed: %s",
		Condition: "%s: %s (%s)", Tally: "%s, %s: %s", Queue: "queue of %s at %s",
		Wait: "waiting time %s", Thing: "%s (%s)", Amends: "%s of %s",
		Sources: "%s (%s)", Media: "%s, state media", Published: "%s, %s",
		Withdrawn: "WITHDRAWN %s", Corrected: "Corrected %s; %s was %s", Disputed: "Disputed by %s: %s",
		Stale: "Stale: %s old", Superseded: "The claimant has since given a newer figure",
		AsOf: "As of %s", Clock: "%s %s (%s)",
	}
}

// AsOf says of which moment a quotation is, by a clock: "As of 11 Nov 2025 18:00
// EET (Vilnius)". The clock may have no name.
func (w Words) AsOf(t time.Time, zone *time.Location, clock string) string {
	abbreviation := t.In(zone).Format("MST")
	if strings.ContainsAny(abbreviation, "+-") {
		abbreviation = t.In(zone).Format("UTC-07:00")
	}
	at := w.Clock(t, zone)
	if clock == "" {
		return fmt.Sprintf(w.Quote.AsOf, at+" "+abbreviation)
	}
	return fmt.Sprintf(w.Quote.AsOf, fmt.Sprintf(w.Quote.Clock, at, abbreviation, clock))
}

// Dated is a moment with its year, as exactly as it is known, in zone.
func (w Words) Dated(m model.Moment, zone *time.Location) string {
	return w.Moment(m, zone, time.Time{})
}
