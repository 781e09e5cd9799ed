package export_test

import (
	"encoding/csv"
	"slices"
	"strings"
	"testing"
	"time"

	"bordertop/model"
	"bordertop/model/clean"
	"bordertop/model/export"
)

// hostileRecords are records of every kind that lists show, which say a text wherever
// they may.
func hostileRecords(text string) []model.Record {
	line, body := clean.Line(text), clean.Body(text)
	url, _ := clean.ParseURL("https://example.org/a_(b)?c=*d*")
	day := func(d int) model.Moment { return model.DayOf(2025, 11, d, time.UTC) }
	head := func(id model.ID) model.Fact {
		return model.Fact{ID: id, Sources: []model.ID{"src"}, Known: day(1), Note: body}
	}
	n := int64(7)
	return []model.Record{
		&model.Source{Fact: model.Fact{ID: "src", Note: body}, Publisher: line, Title: line, Description: body, URL: url, Published: day(1), Origin: line},
		&model.Crossing{Fact: head("c"), Name: line, Counterpart: line, Countries: []model.Country{"LT", "BY"}, Serves: []model.Class{model.Car, model.Truck}},
		&model.Measure{
			Fact: head("m"), Act: "act", Type: model.Closure, By: line, Crossings: []model.ID{"c"}, Classes: []model.Class{model.Car}, From: day(1), Until: day(30),
			Allows: []model.Permit{{Who: line, Text: body}}, Affects: body, Reason: body, Fee: &model.Fee{Amount: 1, Currency: line, Per: line, Each: line},
		},
		&model.Measure{Fact: head("open"), Type: model.FeeMeasure, By: line, From: day(1), EndsWhen: line},
		&model.Deadline{Fact: head("d"), Title: line, Due: day(29), By: line},
		&model.Report{Fact: head("r"), Crossings: []model.ID{"c"}, At: day(10), State: model.SeenOpen, By: line},
		&model.Count{Fact: head("n"), At: day(9), Value: &n, What: model.Stranded, Unit: model.UnitTruck, UnitText: line, By: line, Side: line, Summary: body},
		&model.Queue{Fact: head("q"), Crossing: "c", At: day(9), Waiting: &n, Method: line},
		&model.Incident{Fact: head("i"), At: day(9), Category: "airport", Severity: 3, Where: line, Title: line, Summary: body},
		&model.Statement{Fact: head("s"), At: day(9), Speaker: line, Role: line, Side: line, Summary: body, Quote: body},
		&model.Condition{Fact: head("k"), Type: model.Demand, Side: line, By: line, Stated: day(9), Text: body, State: model.Unmet},
		&model.Amendment{
			Fact: head("x"), Of: []model.ID{"n", "q", "i", "s", "k", "m", "d"}, Type: model.Correction, At: day(10), By: line, Reason: body,
			Set: []model.Assignment{{Field: "note", Value: body}, {Field: "summary", Value: body}, {Field: "title", Value: line}},
		},
		&model.Amendment{
			Fact: head("y"), Of: []model.ID{"n", "q", "i", "s", "k", "m", "d"}, Type: model.Dispute, At: day(10), By: line, Reason: body,
			Set: []model.Assignment{{Field: "by", Value: line}, {Field: "summary", Value: body}},
		},
	}
}

func TestHostileTextStaysTextInEveryList(t *testing.T) {
	t.Parallel()
	_, _, o := embedded(t)
	for _, text := range hostile(t) {
		log, err := model.NewLog(model.DefaultRules(), hostileRecords(text)...)
		if err != nil {
			t.Fatal(err)
		}
		b := on(log, 2025, 11, 11, 18)
		o.Name, o.Width = clean.Line(text).String(), 80
		for _, name := range allLists() {
			for _, format := range export.ListFormats(name) {
				harmless(t, text, name, format, list(t, name, format, b, o))
			}
		}
	}
}

// harmless tells what a list in a format does beside being read.
func harmless(tb testing.TB, text, name, format, got string) {
	tb.Helper()
	steers := func(r rune) bool { return steering(r) && (r != '\t' || format != "plain") }
	if strings.ContainsFunc(got, steers) {
		tb.Errorf("control or direction characters of %.60q in %s as %s: %.300q", text, name, format, got)
	}
	lines := strings.Split(strings.TrimSuffix(got, "\n"), "\n")
	switch format {
	case "plain":
		for _, line := range lines {
			if strings.Count(line, "\t") != strings.Count(lines[0], "\t") {
				tb.Errorf("%.60q is a cell in %s: %q", text, name, line)
			}
		}
	case "json", "jsonl":
		if strings.ContainsAny(got, "<>&") {
			tb.Errorf("%.60q becomes HTML in %s: %.300s", text, name, got)
		}
	case "md":
		tabled(tb, text, name, lines)
	case "csv":
		cells(tb, text, name, got)
	case "atom":
		wellFormed(tb, text, got)
	}
}

// cells tells of cells that a spreadsheet works out.
func cells(tb testing.TB, text, name, got string) {
	tb.Helper()
	rows, err := csv.NewReader(strings.NewReader(got)).ReadAll()
	if err != nil {
		tb.Errorf("%.60q in %s: %v", text, name, err)
	}
	all := slices.Concat(rows...)
	if i := slices.IndexFunc(all, func(cell string) bool { return cell != "" && strings.ContainsAny(cell[:1], "=+-@\t\r") }); i >= 0 {
		tb.Errorf("%.60q is a formula in %s: %.200q", text, name, all[i])
	}
}

// tabled tells of lines of Markdown that are not of our making.
func tabled(tb testing.TB, text, name string, lines []string) {
	tb.Helper()
	escapes := strings.NewReplacer(`\\`, "", "\\`", "", `\*`, "", `\_`, "", `\[`, "", `\]`, "", `\<`, "", `\>`, "", `\&`, "", `\~`, "", `\|`, "", `\$`, "",
		`\#`, "", `\@`, "", `\!`, "", `\:`, "", `\.`, "")
	pipes := -1
	for _, line := range lines {
		for _, ours := range []string{"# ", "## "} {
			line = strings.TrimPrefix(line, ours)
		}
		if before, cited, ok := strings.Cut(line, ": ["); ok && strings.HasPrefix(line, "- ") {
			line = before + strings.TrimSuffix(cited, "](<https://example.org/a_(b)?c=*d*>)")
		}
		rest := escapes.Replace(line)
		if strings.HasPrefix(line, "|") {
			if n := strings.Count(rest, "|"); pipes >= 0 && n != pipes {
				tb.Errorf("%.60q makes a cell in %s: %.200q", text, name, line)
			}
			pipes = strings.Count(rest, "|")
			rest = strings.ReplaceAll(rest, "|", "")
		}
		if strings.ContainsAny(rest, "\\`*_[]<>&~|$#@!") || strings.Contains(rest, "://") || strings.Contains(strings.ToLower(rest), "www.") {
			tb.Errorf("%.60q is not escaped in %s: %.200q", text, name, line)
		}
	}
}
