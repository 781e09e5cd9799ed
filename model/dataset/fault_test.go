package dataset_test

import (
	"strings"
	"testing"

	"bordertop/model/dataset"
)

// zoned is the head of most cases.
const zoned = "timezone = \"Europe/Vilnius\"\n"

// crossing is what other records may refer to.
const crossing = "[[crossing]]\nid = \"medininkai\"\nname = \"Medininkai\"\n"

func TestFaultsSayWhereWhatAndWhatInstead(t *testing.T) {
	t.Parallel()
	for name, tt := range map[string]struct{ in, want string }{
		"a word that is not in the list": {
			"[[measure]]\nid = \"m\"\nfrom = 2025-11-01T00:00:00+02:00\nkind = \"clsoure\"",
			`f.toml:4:1: warning: measure.kind: unknown word "clsoure"; did you mean "closure"?`,
		},
		"a class that is not in the list": {
			"[[measure]]\nid = \"m\"\nkind = \"ban\"\nfrom = 2025-11-01T00:00:00Z\nclasses = [\"car\", \"truk\"]",
			`f.toml:5:1: measure.classes[2]: unknown class "truk"; did you mean "truck"?`,
		},
		"a key that is not known": {
			crossing + "colour = \"x\"",
			`f.toml:4:1: warning: crossing.colour: unknown key; it is not read`,
		},
		"a key that is nearly known": {
			crossing + "  countrys = [\"LT\"]",
			`f.toml:4:3: warning: crossing.countrys: unknown key; did you mean "countries"?`,
		},
		"an embargo that would be missed": {
			crossing + "Embargo = 2025-11-01T00:00:00Z\nembargo_until = 1",
			`f.toml:4:1: crossing.Embargo: unknown key; did you mean "embargo"?
f.toml:5:1: crossing.embargo_until: unknown key; did you mean "embargo"?`,
		},
		"two keys that differ by case": {
			crossing + "Name = \"x\"",
			`f.toml:4:1: crossing.Name: differs only by case from "name"; keep one of them`,
		},
		"two tables that differ by case": {
			crossing + "[[Crossing]]\nid = \"x\"",
			`f.toml:4:1: Crossing: differs only by case from "crossing"; keep one of them
f.toml:4:1: warning: Crossing: unknown table; did you mean "crossing"?`,
		},
		"a key of the head that is nearly known": {
			"titel = \"x\"\n" + crossing,
			`f.toml:1:1: warning: titel: unknown key; did you mean "title"?`,
		},
		"one table instead of many": {
			"[crossing]\nid = \"x\"",
			`f.toml:1:1: crossing: want tables of records; write [[crossing]] above each`,
		},
		"an unknown schema":   {"schema = 2\n" + crossing, `f.toml:1:1: schema: not a schema that this program reads; write schema = 1, or use a newer program`},
		"an unknown timezone": {"timezone = \"Europe/Wilno\"\n" + crossing, `f.toml:1:1: timezone: unknown timezone "Europe/Wilno"; write a name such as "Europe/Vilnius"`},
		"the machine's own timezone": {
			"timezone = \"Local\"\n" + crossing,
			`f.toml:1:1: timezone: not the name of a timezone: "Local"; write a name such as "Europe/Vilnius"`,
		},
		"a clock without a zone": {
			"zones = [{ name = \"Minsk\" }]\n" + crossing,
			`f.toml:1:1: zones[1].zone: want the name of a timezone, got nothing`,
		},
		"a country in small letters": {
			crossing + "countries = [\"lt\"]",
			`f.toml:4:1: crossing.countries[1]: want a country such as "LT", got the text "lt"`,
		},
		"a duration without a unit": {
			crossing + "[[queue]]\nid = \"q\"\ncrossing = \"medininkai\"\nat = 2025-11-01T00:00:00Z\nwait = 5",
			`f.toml:8:1: queue.wait: want a duration such as "1h30m", at most 1000 hours, got the number 5`,
		},
		"a severity of five": {
			"[[incident]]\nid = \"i\"\ntitle = \"t\"\nat = 2025-11-01T00:00:00Z\nseverity = 5",
			`f.toml:5:1: incident.severity: want a whole number from 1 to 4, got the number 5`,
		},
		"a figure that is no number": {
			"[[incident]]\nid = \"i\"\ntitle = \"t\"\nat = 2025-11-01T00:00:00Z\nfigures = { flights = 1,\n  stops = \"2\" }",
			`f.toml:6:3: incident.figures.stops: want a whole number from 0 to 1000000000, got the text "2"`,
		},
		"a permit for nobody": {
			"[[measure]]\nid = \"m\"\nkind = \"ban\"\nfrom = 2025-11-01T00:00:00Z\nallows = [{ to = \"LT\" }]",
			`f.toml:5:1: measure.allows[1]: nobody is named; add who = "…"`,
		},
		"half a point": {crossing + "lat = 54.5", `f.toml:1:1: warning: crossing: lat and lon go together; add the other`},
		"a record without its time": {
			"[[incident]]\nid = \"i\"\nsummary = \"s\"", `f.toml:1:1: incident.at: missing; add at`,
		},
		"a record without anything to show": {
			"[[source]]\nid = \"s\"", `f.toml:1:1: source.publisher: missing; add publisher or title or description`,
		},
		"an end before the beginning": {
			zoned + "[[measure]]\nid = \"m\"\nkind = \"ban\"\nfrom = 2025-11-02\nuntil = 2025-11-01",
			`f.toml:6:1: measure.until: ends before it begins; check both times`,
		},
		"an event known before it was so": {
			zoned + "[[incident]]\nid = \"i\"\ntitle = \"t\"\nat = 2025-11-02\nknown = 2025-11-01",
			`f.toml:6:1: incident.known: known before it was so: only measures, deadlines and amendments are announced ahead; check known`,
		},
		"more at least than at most": {
			"[[count]]\nid = \"c\"\nat = 2025-11-01T00:00:00Z\nmin = 2\nmax = 1", `f.toml:4:1: count.min: min is above max; swap them`,
		},
		"a reference to nothing": {
			crossing + "[[queue]]\nid = \"q\"\ncrossing = \"medininkia\"\nat = 2025-11-01T00:00:00Z",
			`f.toml:6:1: warning: queue.crossing: there is no "medininkia"; did you mean "medininkai"?`,
		},
		"a reference to another kind of record": {
			crossing + "[[tally]]\nid = \"n\"\nsubject = \"s\"\nperiod = 2025-11-01T00:00:00Z\nsources = \"medininkai\"",
			`f.toml:8:1: warning: tally.sources: "medininkai" names no source but another record, of kind crossing`,
		},
		"an amendment of nothing": {
			"[[amendment]]\nid = \"a\"\nof = \"m\"\nkind = \"withdrawal\"\nat = 2025-11-01T00:00:00Z",
			`f.toml:3:1: amendment.of: there is no "m" to amend`,
		},
		"an amendment of a field that its target lacks": {
			crossing + "[[amendment]]\nid = \"a\"\nof = \"medininkai\"\nkind = \"update\"\nat = 2025-11-01T00:00:00Z\nset = { value = 1 }",
			`f.toml:9:9: amendment.set.value: a crossing has no such field, or not such a value; it is not read`,
		},
		"an amendment of a field that nothing has": {
			crossing + "[[amendment]]\nid = \"a\"\nof = \"medininkai\"\nkind = \"update\"\nat = 2025-11-01T00:00:00Z\nset = { nam = \"x\" }",
			`f.toml:9:9: amendment.set.nam: no record has such a field to set; did you mean "name"?
f.toml:9:1: amendment.set: nothing is set; add set = { field = value }, or write kind = "withdrawal"`,
		},
		"an amendment with a word of no kind": {
			crossing + "[[amendment]]\nid = \"a\"\nof = \"medininkai\"\nkind = \"update\"\nat = 2025-11-01T00:00:00Z\nset = { name = \"x\", state = \"opne\" }",
			`f.toml:9:21: amendment.set.state: unknown word "opne"; did you mean "open"?`,
		},
		"an amendment of an unknown kind": {
			crossing + "[[amendment]]\nid = \"a\"\nof = \"medininkai\"\nkind = \"withdrawall\"\nat = 2025-11-01T00:00:00Z\nset = { name = \"x\" }",
			`f.toml:7:1: amendment.kind: an amendment needs a kind that is known
f.toml:7:1: warning: amendment.kind: unknown word "withdrawall"; did you mean "withdrawal"?`,
		},
		"an amendment of no time": {
			crossing + "[[amendment]]\nid = \"a\"\nof = \"medininkai\"\nkind = \"update\"\nset = { name = \"x\" }",
			`f.toml:4:1: amendment: nothing says when this became known; add known, at or sources`,
		},
		"amendments in a ring": {
			"[[amendment]]\nid = \"a\"\nof = \"b\"\nkind = \"withdrawal\"\nat = 2025-11-01T00:00:00Z\n" +
				"[[amendment]]\nid = \"b\"\nof = \"a\"\nkind = \"withdrawal\"\nat = 2025-11-01T00:00:00Z",
			`f.toml:8:1: amendment.of: comes back to itself by way of "a b"; leave one of them out`,
		},
		"a measure that replaces itself": {
			"[[measure]]\nid = \"m\"\nkind = \"ban\"\nfrom = 2025-11-01T00:00:00Z\nreplaces = \"m\"",
			`f.toml:5:1: measure.replaces: comes back to itself by way of "m"; leave one of them out`,
		},
		"an id that is taken": {
			crossing + "[[place]]\nid = \"medininkai\"\nname = \"Medininkai\"",
			`f.toml:5:1: place.id: the id "medininkai" is taken on line 1; give one of them another id, or write an amendment`,
		},
		"no records": {"title = \"x\"", `f.toml: warning: no records in it; an empty file is not the same as no data`},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			d, faults := read(options(), "f.toml", tt.in)
			if got := faults.Error(); !sameLines(got, tt.want) {
				t.Errorf("got\n%s\nwant\n%s", got, tt.want)
			}
			if faults.Err() != nil && (d.Records != nil || d.Zone != nil) {
				t.Error("a faulty dataset is partly used")
			}
		})
	}
}

// sameLines compares faults without their order within a line of the file.
func sameLines(a, b string) bool {
	left := strings.Split(b, "\n")
	for line := range strings.SplitSeq(a, "\n") {
		found := false
		for i := range left {
			if left[i] == line {
				left, found = append(left[:i], left[i+1:]...), true
				break
			}
		}
		if !found {
			return false
		}
	}
	return len(left) == 0
}

func TestEveryFaultIsToldAtOnce(t *testing.T) {
	t.Parallel()
	_, faults := read(options(),
		"a.toml", "[[count]]\nid = \"C\"\nat = 2025\nvalue = -1\n\n[[incident]]\nseverity = 9\n",
		"b.toml", "x = = 1\n",
		"c.toml", "[[source]]\nid = \"s\"\n")
	var at []string
	for _, f := range faults.Errors() {
		at = append(at, f.File+" "+f.Key)
	}
	want := "a.toml count.id, a.toml count.at, a.toml count.value, a.toml incident.at, a.toml incident.id, a.toml incident.title, " +
		"a.toml incident.severity, b.toml x, c.toml source.publisher"
	if got := strings.Join(at, ", "); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

func TestAFileCannotBuyMemoryWithFaults(t *testing.T) {
	t.Parallel()
	_, faults := read(options(), "f.toml", strings.Repeat("[[incident]]\nid = \"I\"\ncolour = 1\n", 2_000))
	if n := len(faults); n != 402 {
		t.Errorf("%d faults are told, want 200 errors, 200 warnings and how many more of each", n)
	}
	var last []string
	for _, f := range faults[len(faults)-2:] {
		last = append(last, f.String())
	}
	want := "f.toml: 7799 more errors, f.toml: warning: 1800 more warnings"
	if got := strings.Join(last, ", "); got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

func TestWarningsAreNoError(t *testing.T) {
	t.Parallel()
	d, faults := read(options(), "f.toml", crossing+"colour = 1\n[[count]]\nid = \"c\"\nat = 2025\n")
	if faults.Err() == nil || len(faults.Errors()) != 1 || len(faults.Warnings()) != 1 || len(d.Records) > 0 {
		t.Errorf("want an error and a warning, got %v", faults)
	}
	d, faults = read(options(), "f.toml", crossing+"colour = 1\n")
	if faults.Err() != nil || len(faults.Warnings()) != 1 || len(d.Records) != 1 {
		t.Errorf("want a record with a warning, got %v", faults)
	}
	var _ error = dataset.Fault{}
}
