package export_test

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"github.com/rivo/uniseg"

	"bordertop/model"
	"bordertop/model/export"
	"bordertop/model/lang"
	"bordertop/model/modeltest"
)

func allLists() []string {
	return []string{"incidents", "statements", "deadlines", "trucks", "conditions", "crossings", "queues", "sources"}
}

func list(tb testing.TB, name, format string, b model.Board, o export.Options) string {
	tb.Helper()
	var out strings.Builder
	if err := export.List(&out, name, format, b, o); err != nil {
		tb.Fatalf("%s %s: %v", name, format, err)
	}
	return strings.ReplaceAll(out.String(), "\r\n", "\n")
}

// newest leaves out most of what is long.
func newest(r model.Record) bool {
	if i, ok := r.(*model.Incident); ok {
		return i.At.First().Month() == 11
	}
	s, ok := r.(*model.Source)
	return !ok || s.Type == model.Official
}

func TestTheEmbeddedListsAreWrittenWhole(t *testing.T) {
	t.Parallel()
	log, _, o := embedded(t)
	b := on(log, 2025, 11, 11, 16)
	o.Width, o.Only = 80, newest
	for _, name := range allLists() {
		for _, format := range []string{"table", "plain", "csv"} {
			golden(t, name+"."+format, list(t, name, format, b, o))
		}
	}
	o.Words = lang.Of(model.Lithuanian)
	for _, name := range []string{"deadlines", "trucks", "crossings"} {
		golden(t, name+"-lt.md", list(t, name, "md", b, o))
	}
	golden(t, "trucks-lt.table", list(t, "trucks", "table", b, o))
	o.Words = lang.English()
	o.Width = 120
	golden(t, "deadlines-120.table", list(t, "deadlines", "table", b, o))
	for _, name := range []string{"deadlines", "trucks"} {
		golden(t, name+".json", list(t, name, "json", b, o))
	}
}

func TestNoListIsWiderThanItsPage(t *testing.T) {
	t.Parallel()
	log, _, o := embedded(t)
	for _, l := range []model.Lang{model.English, model.Lithuanian} {
		o.Words = lang.Of(l)
		for _, name := range allLists() {
			for _, width := range []int{40, 47, 60, 80, 99, 140, 300} {
				o.Width = width
				for line := range strings.Lines(list(t, name, "table", on(log, 2026, 3, 1, 9), o)) {
					if n := uniseg.StringWidth(strings.TrimSuffix(line, "\n")); n > width {
						t.Errorf("%s in %s: %d cells in a line of %d: %q", name, l, n, width, line)
					}
				}
			}
		}
	}
}

// TestEveryFigureHasItsSources holds what JSON is for: each item, and each line,
// names its sources, which are there, and says of when it is and how fresh.
func TestEveryFigureHasItsSources(t *testing.T) {
	t.Parallel()
	log, _, o := embedded(t)
	b := on(log, 2025, 11, 11, 16)
	for _, name := range allLists() {
		doc := object(t, list(t, name, "json", b, o))
		if err := validator(t, export.ListSchema(name)).Validate(doc); err != nil {
			t.Errorf("%s does not keep to its schema: %v", name, err)
		}
		cited(t, name, doc)
		n := 0
		for line := range strings.Lines(list(t, name, "jsonl", b, o)) {
			n++
			cited(t, name, object(t, line))
		}
		items, ok := doc[name].([]any)
		if !ok {
			items, _ = doc["records"].([]any)
		}
		if n == 0 || n != len(items) {
			t.Errorf("%s: %d lines for %d items", name, n, len(items))
		}
	}
}

// object reads an object of JSON, whose head says what it is of.
func object(tb testing.TB, text string) map[string]any {
	tb.Helper()
	var doc map[string]any
	if err := json.Unmarshal([]byte(text), &doc); err != nil {
		tb.Fatal(err)
	}
	if doc["schema"] != 1.0 || doc["board"] != "Lithuania–Belarus" || doc["as_of"] != "2025-11-11T18:00:00+02:00" || doc["known"] != doc["as_of"] {
		tb.Errorf("head %v %v %v", doc["schema"], doc["board"], doc["as_of"])
	}
	return doc
}

// cited tells of sources that are named, but not in the list of sources.
func cited(tb testing.TB, name string, doc map[string]any) {
	tb.Helper()
	there := map[any]bool{}
	sources, _ := doc["sources"].([]any)
	for _, s := range sources {
		one, _ := s.(map[string]any)
		there[one["id"]] = true
	}
	var all []map[string]any
	for key, v := range doc {
		if key != "sources" && key != "source" {
			all = append(all, backed(v)...)
		}
	}
	for _, one := range all {
		ids, _ := one["sources"].([]any)
		if i := slices.IndexFunc(ids, func(id any) bool { return !there[id] }); i >= 0 {
			tb.Errorf("%s: source %v is not there", name, ids[i])
		}
		if name != "incidents" && name != "statements" && one["freshness"] == nil {
			tb.Errorf("%s: %v has no freshness", name, one["id"])
		}
	}
	if all == nil && name != "sources" {
		tb.Errorf("%s names no source", name)
	}
}

// backed lists the objects in a value that name sources, but for amendments.
func backed(v any) []map[string]any {
	var out []map[string]any
	switch v := v.(type) {
	case []any:
		for _, v := range v {
			out = append(out, backed(v)...)
		}
	case map[string]any:
		if _, ok := v["sources"]; ok {
			out = append(out, v)
		}
		for key, v := range v {
			if key != "changes" && key != "disputes" && key != "withdrawn" {
				out = append(out, backed(v)...)
			}
		}
	}
	return out
}

const amendedRecords = `
source s publisher=BNS published=2025-11-01
source t publisher=ELTA published=2025-11-05
crossing m name=Bridge countries=LT,BY serves=car
measure ban kind=closure by=Lithuania crossings=m from=2025-11-01 until=2025-12-01 sources=s
incident i at="2025-11-08 10:00" title="Two lines closed" severity=2 sources=s
incident gone at="2025-11-08 09:00" title="Never happened" sources=s
statement q at="2025-11-08 11:00" speaker=Minister summary="We shall see" sources=s
condition k stated=2025-11-08 side=Lithuania text="They stop" state=unmet sources=s
count c at=2025-11-08 value=12 what=stranded unit=truck by=Linava sources=s
queue w at=2025-11-08 crossing=m waiting=40 sources=s
amendment fix of=i,q,k,c,w,ban kind=correction known="2025-11-09 12:00" set.note=misread reason="Read again" sources=s
amendment value of=c kind=correction known="2025-11-09 12:00" set.value=9 reason="Read again" sources=s
amendment until of=ban kind=correction known="2025-11-09 12:00" set.until=2025-12-05 reason="Read again" sources=s
amendment text of=k kind=correction known="2025-11-09 12:00" set.text="They stop now" reason="Read again" sources=s
amendment many of=w kind=correction known="2025-11-09 12:00" set.waiting=41 reason="Read again" sources=s
amendment bad of=i,q,k,c,w,ban kind=dispute known="2025-11-09 13:00" set.confidence=low reason="Rival story" sources=t
amendment back of=gone kind=withdrawal known="2025-11-09 14:00" reason="Wrong day" sources=t
`

func TestWhatWasAmendedSaysSoEverywhere(t *testing.T) {
	t.Parallel()
	b := modeltest.Board(t, "2025-11-10", amendedRecords)
	_, _, o := embedded(t)
	o.Width = 300
	for _, name := range []string{"incidents", "statements", "deadlines", "trucks", "conditions", "queues"} {
		for _, format := range export.ListFormats(name) {
			got := list(t, name, format, b, o)
			want := []string{"Rival story"}
			switch {
			case format == "table":
				want = []string{"Disputed"}
			case name == "incidents":
				want = append(want, "Wrong day", "ithdraw")
			case name == "deadlines" || name == "trucks" || name == "conditions" || name == "queues":
				want = append(want, "Read again", map[string]string{"deadlines": "1", "trucks": "12", "conditions": "They stop", "queues": "40"}[name])
			}
			got = strings.ReplaceAll(got, "\n ", "") // Calendars fold.
			for _, text := range want {
				if !strings.Contains(got, text) && !strings.Contains(strings.ToLower(got), strings.ToLower(text)) {
					t.Errorf("%s as %s: no %q in\n%s", name, format, text, got)
				}
			}
		}
	}
}
