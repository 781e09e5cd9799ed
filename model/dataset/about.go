package dataset

import (
	"maps"

	"bordertop/model"
)

// kindAbout says what the records of each kind state.
func kindAbout() map[model.Kind]string {
	return map[model.Kind]string{
		model.KindSource:    "where facts come from",
		model.KindPlace:     "an airport, a city or another point that incidents name",
		model.KindCrossing:  "a crossing point",
		model.KindMeasure:   "an act that limits passage or starts a clock: one record for each distinct effect",
		model.KindReport:    "a crossing was seen, or said to be, in a state, without an act",
		model.KindDeadline:  "a date with consequences that no measure carries, such as a pledge that falls due",
		model.KindCount:     "a claim of how many vehicles are held, parked, listed or returned",
		model.KindQueue:     "a queue at a crossing",
		model.KindIncident:  "something that happened",
		model.KindStatement: "something that somebody said",
		model.KindCondition: "what a side demands, offers, pledges or reserves",
		model.KindTally:     "a figure per period, such as airport stops in a month",
		model.KindAmendment: "an update, correction, withdrawal or dispute of other records; nothing is ever edited",
	}
}

// about says what a field of a kind of record is for; that of any kind where the
// kind has no words of its own.
func about(k model.Kind, field string) string {
	if text, ok := ownAbout()[string(k)+"."+field]; ok {
		return text
	}
	return fieldAbout()[field]
}

// ownAbout says what fields are for that mean something else in one kind of
// record.
func ownAbout() map[string]string {
	return map[string]string{
		"source.kind":      "what sort of source it is",
		"place.kind":       "what sort of place it is",
		"measure.kind":     "what the measure does; only closures and bans touch the state of a crossing",
		"condition.kind":   "what sort of condition it is",
		"amendment.kind":   "what it does to the records that it names: a correction holds from the start, an update from its time, a dispute never wins",
		"report.state":     "the state that the crossing was in",
		"condition.state":  "how the condition stands",
		"measure.until":    "the planned end; a day runs to its last instant, and \"2025-11-30 24:00\" is the midnight that ends one",
		"incident.until":   "when it was over",
		"measure.to":       "the country travelled to; without it both ways",
		"amendment.at":     "from when an update holds; by default from when it was known",
		"measure.reason":   "why it was decided",
		"amendment.reason": "why the old value no longer holds",
		"queue.class":      "the class of traffic that queues",
		"count.value":      "the number that is claimed",
		"tally.value":      "the figure",
		"count.unit":       "in which unit; claims of different units are never averaged",
		"tally.unit":       "what the figure counts",
		"condition.text":   "what is wanted or offered",
		"incident.title":   "what happened, in a few words",
		"source.title":     "its title",
		"deadline.title":   "what falls due",
	}
}

// fieldAbout says what fields are for that mean the same wherever they stand: those
// of sources, places and crossings, then those of acts, then the others.
func fieldAbout() map[string]string {
	all := map[string]string{}
	for _, part := range []map[string]string{thingAbout(), actAbout(), eventAbout()} {
		maps.Copy(all, part)
	}
	return all
}

func thingAbout() map[string]string {
	return map[string]string{
		"id":               "a permanent name of small letters, digits and -: links, calendars and copies name it",
		"sources":          "the ids of the sources that say so",
		"known":            "when it became known; by default when the earliest of its sources appeared",
		"embargo":          "until when it must not leave the desk, nor what names it; a day runs to its last instant",
		"confidence":       "how far it is trusted",
		"note":             "what fits no field",
		"publisher":        "who published it",
		"title":            "a title",
		"description":      "what it is, in the compiler's words, where it has no title",
		"url":              "its address",
		"published":        "when it appeared",
		"kind":             "what sort it is",
		"state_media":      "whether a state controls it",
		"origin":           "the source, or the agency, that it repeats",
		"name":             "the name",
		"names":            "names in other languages, by their codes: { lt = \"…\", ru = \"…\" }",
		"lat":              "degrees north, WGS 84",
		"lon":              "degrees east, WGS 84",
		"counterpart":      "the name on the far side",
		"aliases":          "other names by which it is found",
		"countries":        "the two countries that it joins, the near one first, such as [\"LT\", \"BY\"]",
		"serves":           "the classes of traffic that it serves",
		"hours":            "its ordinary hours, in words; they close nothing",
		"coord_confidence": "how far the position is trusted",
		"roads":            "the roads that lead to it",
		"act":              "the name that measures of one act share",
		"by":               "who decided, stated or claims it",
		"crossings":        "the crossings; in a measure none named is every one, and [] is none",
		"to":               "the country travelled to; without it both ways",
		"classes":          "the classes of traffic; without any all",
	}
}

func actAbout() map[string]string {
	return map[string]string{
		"from":       "from when it holds",
		"until":      "the end",
		"ended":      "the end as it was decided or seen",
		"ends_when":  "the event that would end it",
		"replaces":   "the measures that it takes the place of",
		"allows":     "who may still pass; a closure without this lets nobody through",
		"affects":    "whom it affects, in words",
		"scope":      "what it covers, in words",
		"fee":        "what it costs: { amount = 120, currency = \"EUR\", per = \"day\", each = \"truck\" }",
		"reason":     "why",
		"instrument": "the act's own name and number",
		"at":         "when; a time with its offset, by the clocks of timezone, a day, a month in quotes, or \"A/B\"",
		"state":      "the state",
		"due":        "when it falls due; a day runs to its last instant",
		"about":      "the records that it tells of, so that one thing is counted and drawn once",
		"value":      "the number",
		"min":        "the least, where a range is given",
		"max":        "the most, where a range is given",
		"qualifier":  "how the number was meant",
		"what":       "what is counted",
		"unit":       "the unit",
		"unit_text":  "the unit in the claimant's words",
		"crossing":   "the crossing",
		"part_of":    "the count that this one is a part of",
		"repeats":    "the count that this one repeats",
		"side":       "for which side",
		"summary":    "what is told, in the compiler's words",
		"class":      "the class of traffic",
		"waiting":    "how many vehicles wait",
	}
}

func eventAbout() map[string]string {
	return map[string]string{
		"called":   "how many were called",
		"per_hour": "how many pass in an hour",
		"per_day":  "how many pass in a day",
		"wait":     "how long one waits, such as \"1h30m\"",
		"method":   "how it was measured; a wait that was worked out from other figures begins with \"estimate\"",
		"category": "what sort of incident it is, such as airport or balloon",
		"severity": "from 1, minor, to 4, critical",
		"places":   "the places",
		"where":    "where, in words",
		"figures":  "numbers by their names: { flights = 20, passengers = 4000 }",
		"speaker":  "who said it",
		"role":     "as what",
		"quote":    "word for word",
		"language": "the language of the quote",
		"stated":   "when it was stated",
		"text":     "the text",
		"subject":  "what is counted per period",
		"period":   "the period: 2025, 2025-10, a day, or \"A/B\"",
		"basis":    "what the figure rests on",
		"of":       "the ids of the records, or of the act, that it amends",
		"set":      "the new values, by field: { until = \"2025-11-20 00:00\" }",
		"who":      "who may pass",
		"amount":   "how much",
		"currency": "the currency, such as EUR",
		"per":      "for what time, such as day",
		"each":     "for what, such as truck",
	}
}
