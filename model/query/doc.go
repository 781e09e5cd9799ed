// Package query is the filter language: one grammar for the screen, the command
// line, alerts and feeds. It parses queries, finds the events of a log that match,
// and tells which words of a text a query looks for.
//
//	balloon airport        both words, in any order; each may be the beginning of one
//	salc                   accents, case and apostrophes do not count; a word of the name
//	                       of a crossing or place stands for all its names, in any script
//	                       what was said of an incident finds the incident
//	"in force"             exactly these words
//	-word  -"a b"  -(…)    without it
//	a or b   a | b         either; and binds closer than or
//	(a or b) c             parentheses
//
//	field:value            a value with a word that begins so
//	field:"two words"      a value with a space
//	field:a,b              any of these
//	field=value            exactly this value
//
//	category side speaker place crossing source unit class to
//	                       words of the value; crossings and places by any name or id,
//	                       sources by id, publisher or kind, countries by code
//	kind confidence        a kind of record (or of measure, count …); high, medium, low
//	severity:3  severity>=3  severity<2  severity:2..3
//	waiting>=100  wait>2h  wait:30min..3h
//	                       vehicles in a queue, and how long they wait; value of a claim
//	since:TIME             not over by then, that moment included
//	until:TIME             begun by then; a day or a month runs to its end
//	on:TIME  on:A..B       begun within; on>TIME and the like compare
//	is:new  is:marked  is:disputed  is:stale  is:corrected  is:withdrawn
//	is:state-media  is:official
//	is:rising  is:falling  is:steady
//	                       of queues, by what their source read one or two hours before
//
//	TIME                   2025-10-26, 2025-10, 2025, "2025-10-26 22:10", 18:00 (the last),
//	                       today, yesterday, now, 30min, 12h, 3d, 2w (ago)
//
// Short forms: cat, sev, by (speaker), date and month (on).
package query
