package lang

import (
	"fmt"
	"strings"
	"time"

	"bordertop/model"
)

// PageWords are the words of the page that tells all of one record.
type PageWords struct {
	// What is said where there is no page.
	Select, NotYet string
	// Sections.
	ByClass, Allowed, Chain, InForce, Amendments, Disputed, Related, Here, Sources, Rivals, Fate, SameAct string
	// Parts of lines. Between has two moments (%s), Repeats the origin (%s) of what a
	// source says, Left, Early and Share have an amount (%s), Severity its degree.
	Was, Act, Left, Early, BothWays, Every, Undated, Unknown, NoSources string
	Between, Severity, Withdrawn, Superseded, StateMedia, Repeats       string
	// Labels of what no record has as a field.
	Deadline, ID, Fresh, Share string
	// Today is said of a source of the day that is shown.
	Today, Readings string
	// Sections of what happened around a record. More is how many of them are not
	// listed (%s), Above stands for what was told before on the page.
	SameDay, Around, Resting, More, Above string
	// What is said where a link leads nowhere: NoLink with the key (%s) that goes to
	// the next link, NoAddress with the key (%s) that opens the record instead.
	NoLinks, NoLink, NoAddress, NoAddresses string
	// What the keys do that go through the links.
	NextLink, PreviousLink string
	// Later counts sources that appeared after the moment shown.
	Later Plural
}

func (w *Words) englishPage() {
	w.Page = PageWords{
		Select:  "Nothing is selected. Choose a line in another pane and press enter: all that is known of it is shown here.",
		NotYet:  "Nothing was known of this at the moment shown.",
		ByClass: "Who may pass, by class", Allowed: "Allowed through", Chain: "Why", InForce: "Also in force",
		Amendments: "What was changed", Disputed: "Disputed", Related: "Told in", Here: "Latest here", Sources: "Sources",
		Rivals: "Other claims of the same", Fate: "What became of it", SameAct: "Under the same act",
		Was: "was", Act: "act", Left: "%s left", Early: "%s early", BothWays: "both ways", Every: "every crossing",
		Undated: "undated", Unknown: "not known", NoSources: "no source is given",
		Between: "between %s and %s", Severity: "severity %s of 4", Withdrawn: "WITHDRAWN",
		Superseded: "the claimant has since given a newer figure", StateMedia: "state media", Repeats: "repeats %s",
		Deadline: "deadline", ID: "id", Fresh: "freshness", Share: "%s %% elapsed",
		Today: "today", Readings: "Queues and claims here",
		SameDay: "The same day", Around: "Here within 48 hours", Resting: "What rests on it", More: "and %s more", Above: "as above",
		NoLinks: "nothing on this page leads anywhere", NoLink: "no link is chosen: %s goes to the next",
		NoAddress: "this has no web address: %s opens its page", NoAddresses: "no source here has a web address",
		NextLink: "next link", PreviousLink: "previous link",
		Later: Plural{One: "%s later source is not shown at this moment", Other: "%s later sources are not shown at this moment"},
	}
	w.fields = map[string]string{
		"act": "act", "affects": "affects", "aliases": "also called", "allows": "allows", "at": "when", "about": "about",
		"basis": "basis", "by": "by", "called": "called", "category": "category", "classes": "traffic", "class": "traffic",
		"confidence": "how sure", "coord_confidence": "position", "countries": "between", "counterpart": "other side",
		"crossing": "crossing", "crossings": "crossings", "due": "due", "embargo": "embargo", "ended": "ended", "ends_when": "ends when", "fee": "fee",
		"figures": "figures", "from": "from", "hours": "hours", "instrument": "instrument", "kind": "kind", "known": "known",
		"language": "language", "lat": "latitude", "lon": "longitude", "max": "at most", "method": "method", "min": "at least",
		"name": "name", "names": "names", "note": "note", "of": "changes", "origin": "repeats", "part_of": "part of",
		"per_day": "per day", "per_hour": "per hour", "period": "period", "places": "places", "published": "published",
		"publisher": "publisher", "qualifier": "meant as", "quote": "quote", "reason": "reason", "repeats": "repeats",
		"replaces": "replaces", "role": "role", "roads": "roads", "scope": "scope", "serves": "serves", "set": "sets",
		"severity": "severity", "side": "side", "sources": "sources", "speaker": "speaker", "state": "state", "stated": "stated",
		"subject": "subject", "summary": "summary", "text": "text", "title": "title", "to": "direction", "unit": "unit",
		"unit_text": "unit", "until": "until", "url": "link", "value": "figure", "wait": "wait", "waiting": "waiting",
		"what": "counted", "where": "where", "state_media": "state media", "description": "about",
	}
	w.languages = map[model.Lang]string{
		model.English: "English", model.Lithuanian: "Lithuanian", model.Polish: "Polish", model.Russian: "Russian",
		model.Belarusian: "Belarusian", model.Ukrainian: "Ukrainian",
	}
	w.places = map[model.PlaceKind]string{
		model.Airport: "airport", model.City: "city", model.Region: "region", model.Site: "site",
	}
	w.seen = map[model.ReportState]string{
		model.SeenOpen: "open", model.SeenRestricted: "restricted", model.SeenClosed: "closed",
	}
}

// Field names a field of a record by its name in datasets.
func (w Words) Field(name string) string {
	if s := w.fields[name]; s != "" {
		return s
	}
	return w.Plain(name)
}

// Plain makes an id that stands for a word, such as a category, readable.
func (w Words) Plain(id string) string {
	return strings.NewReplacer("-", " ", "_", " ").Replace(id)
}

// Language names a language; its code where we have no name for it.
func (w Words) Language(l model.Lang) string {
	if name := w.languages[l]; name != "" {
		return name
	}
	return string(l)
}

// Place names a kind of place.
func (w Words) Place(k model.PlaceKind) string { return w.places[k] }

// Report names the state that a report gives.
func (w Words) Report(s model.ReportState) string { return w.seen[s] }

// Measured is a figure of an incident: "flights 30"; a duration in its units.
func (w Words) Measured(f model.Figure) string {
	if name, ok := strings.CutSuffix(string(f.Name), "-min"); ok && f.Value >= 0 && f.Value < 1<<30 {
		return fmt.Sprintf(w.Numbered, w.figure(name), w.Span(time.Duration(f.Value)*time.Minute))
	}
	return fmt.Sprintf(w.Numbered, w.figure(string(f.Name)), w.Number(f.Value))
}

func (w Words) figure(name string) string {
	if s := w.figures[name]; s != "" {
		return s
	}
	return w.Plain(name)
}

// Tally is the figure of a tally with its unit: "about 6 closures"; empty where
// it has none.
func (w Words) Tally(t *model.Tally) string {
	if t.Value == nil {
		return ""
	}
	words := []string{w.qualifiers[t.Qualifier], w.Number(*t.Value), t.Unit.String()}
	return strings.TrimSpace(strings.Join(words, " "))
}

// LaterSources says that n sources appeared after the moment shown.
func (w Words) LaterSources(n int) string { return w.Count(w.Page.Later, int64(n)) }

// Degree says how severe something is: "severity 3 of 4".
func (w Words) Degree(severity int) string {
	return fmt.Sprintf(w.Page.Severity, w.Number(int64(severity)))
}

// Qualifier says how a number was meant.
func (w Words) Qualifier(q model.Qualifier) string { return w.qualifiers[q] }
