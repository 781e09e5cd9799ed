package export_test

import (
	"bufio"
	"encoding/base64"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode"

	"github.com/google/go-cmp/cmp"

	"bordertop/model"
	"bordertop/model/clean"
	"bordertop/model/export"
	"bordertop/model/lang"
)

func records(tb testing.TB, format string, b model.Board, o export.Options, rs ...model.Record) string {
	tb.Helper()
	var out strings.Builder
	if err := export.Records(&out, format, b, rs, o); err != nil {
		tb.Fatal(err)
	}
	return out.String()
}

// golden holds a text to a file of testdata, which GOLDEN=update rewrites.
func golden(tb testing.TB, name, got string) {
	tb.Helper()
	path := filepath.Join("testdata", name)
	if os.Getenv("GOLDEN") == "update" {
		if err := os.WriteFile(path, []byte(got), 0o600); err != nil {
			tb.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		tb.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		tb.Errorf("%s (-want +got):\n%s", name, diff)
	}
}

// desk are records with all that may happen to one.
func desk(tb testing.TB, text string) []model.Record {
	tb.Helper()
	url, err := clean.ParseURL("https://example.org/a_(b)?c=*d*")
	if err != nil {
		tb.Fatal(err)
	}
	day := func(d int) model.Moment { return model.DayOf(2025, 11, d, time.UTC) }
	from := model.Fact{ID: "src", Confidence: model.High, Note: clean.Body(text)}
	twelve, nine := int64(12), int64(9)
	cited := func(id model.ID) model.Fact {
		return model.Fact{ID: id, Sources: []model.ID{"src"}, Note: clean.Body(text)}
	}
	amend := func(id, of model.ID, kind model.AmendmentKind, set ...model.Assignment) model.Record {
		return &model.Amendment{Fact: cited(id), Of: []model.ID{of}, At: day(10), Type: kind, By: clean.Line(text), Set: set, Reason: clean.Line(text)}
	}
	return []model.Record{
		&model.Source{Fact: from, Publisher: clean.Line(text), Title: clean.Line(text), URL: url, Published: day(8), StateMedia: true},
		&model.Count{Fact: cited("count"), At: day(9), Value: &twelve, What: model.Stranded, Unit: model.UnitTruck, By: clean.Line(text), Summary: clean.Body(text)},
		amend("x-value", "count", model.Correction, model.Assignment{Field: "value", Value: &nine}),
		amend("x-rival", "count", model.Dispute, model.Assignment{Field: "summary", Value: clean.Body(text)}),
		&model.Incident{
			Fact: cited("incident"), At: model.Exactly(time.Date(2025, 11, 9, 21, 40, 0, 0, time.UTC)), Category: "airport", Severity: 3,
			Title: clean.Line(text), Summary: clean.Body(text), Figures: []model.Figure{{Name: "flights", Value: 30}},
		},
		amend("x-gone", "incident", model.Withdrawal),
		&model.Statement{Fact: model.Fact{ID: "bare"}, At: day(9), Speaker: clean.Line(text), Quote: clean.Body(text)},
	}
}

func written(tb testing.TB, format, text string) string {
	tb.Helper()
	rs := desk(tb, text)
	log, err := model.NewLog(model.DefaultRules(), rs...)
	if err != nil {
		tb.Fatal(err)
	}
	o := export.Options{Name: clean.Line(text).String(), Words: lang.English(), Zone: time.UTC}
	return records(tb, format, on(log, 2025, 11, 11, 18), o, rs[0], rs[1], rs[4], rs[6])
}

func TestRecordsAreWrittenWhole(t *testing.T) {
	t.Parallel()
	for _, format := range export.Formats() {
		golden(t, "records."+format, written(t, format, "Linava <b>"))
	}
}

func TestOneRecordAndManyHaveOneShape(t *testing.T) {
	t.Parallel()
	log, all, o := embedded(t)
	b := on(log, 2026, 11, 20, 9)
	var many, one, none map[string]any
	for into, text := range map[*map[string]any]string{
		&many: records(t, "json", b, o, all...), &one: records(t, "json", b, o, log.Record("t-003")), &none: records(t, "json", b, o),
	} {
		if err := json.Unmarshal([]byte(text), into); err != nil {
			t.Fatal(err)
		}
	}
	for _, doc := range []map[string]any{many, one, none} {
		if doc["schema"] != 1.0 || doc["as_of"] != "2026-11-20T11:00:00+02:00" || doc["known"] != doc["as_of"] {
			t.Errorf("head %v %v %v", doc["schema"], doc["as_of"], doc["known"])
		}
	}
	list := func(doc map[string]any, name string) []any { l, _ := doc[name].([]any); return l }
	if len(list(one, "records")) != 1 || none["records"] == nil || none["sources"] == nil || len(list(none, "records")) != 0 {
		t.Errorf("one %v, none %v", one["records"], none["records"])
	}
	i := slices.IndexFunc(list(many, "records"), func(r any) bool { m, _ := r.(map[string]any); return m["id"] == "t-003" })
	if i < 0 {
		t.Fatal("t-003 is not among all")
	}
	if diff := cmp.Diff(list(one, "records")[0], list(many, "records")[i]); diff != "" {
		t.Errorf("alone and among many (-one +many):\n%s", diff)
	}
}

func TestWhatIsNotKnownIsNotWritten(t *testing.T) {
	t.Parallel()
	log, all, o := embedded(t)
	b := on(log, 2025, 11, 11, 16)
	for _, format := range export.Formats() {
		if got := records(t, format, b, o, all...); strings.Contains(got, "d-eu-2027") || !strings.Contains(got, "t-003") {
			t.Errorf("%s tells of what came later, or not of what was there", format)
		}
	}
	if err := export.Records(&strings.Builder{}, "doc", b, all, o); err == nil || !strings.Contains(err.Error(), "md, json, jsonl, csv, atom, txt") {
		t.Errorf("a format that is not: %v", err)
	}
}

// hostile are texts that mean harm.
func hostile(tb testing.TB) []string {
	tb.Helper()
	f, err := os.Open(filepath.Join("..", "clean", "testdata", "strings.jsonl"))
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(func() { _ = f.Close() })
	out := []string{
		"[x](http://evil.example)", "![x](http://evil.example)", "<img src=x onerror=alert(1)>", "</script><script>", "<http://evil.example>",
		"http://evil.example", "https://evil.example/a_b_c", "www.evil.example", "WWW.evil.example", "mailto:a@evil.example", "`x`", "~~x~~", "**x**", "__x__",
		"a | b", "&lt;b&gt;", `\[x](y)`, `\\[x](y)`, "[x]: http://evil.example", "\n# x\n\n- y\n\n    z", "$x$", "@everyone", "#1", "x\n===", "> x", "1. x", "[^1]", "***", "```\nx\n```",
	}
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 4<<20)
	for lines.Scan() {
		var line struct{ B64 string }
		if err := json.Unmarshal(lines.Bytes(), &line); err != nil {
			tb.Fatal(err)
		}
		raw, err := base64.StdEncoding.DecodeString(line.B64)
		if err != nil {
			tb.Fatal(err)
		}
		out = append(out, string(raw))
	}
	if err := lines.Err(); err != nil {
		tb.Fatal(err)
	}
	return out
}

func TestHostileTextStaysText(t *testing.T) {
	t.Parallel()
	for _, text := range hostile(t) {
		for _, format := range export.Formats() {
			got := strings.ReplaceAll(written(t, format, text), "\r\n", "\n")
			if strings.ContainsFunc(got, steering) {
				t.Errorf("control or direction characters of %.60q in %s: %.300q", text, format, got)
			}
			switch format {
			case "json":
				if !json.Valid([]byte(got)) || strings.ContainsAny(got, "<>&") {
					t.Errorf("%.60q becomes HTML: %.300s", text, got)
				}
			case "md":
				unlinked(t, text, got)
			case "csv":
				inert(t, text, got)
			case "atom":
				wellFormed(t, text, got)
			}
		}
	}
}

// steering tells of characters that steer a terminal or turn text around.
func steering(r rune) bool {
	return r != '\n' && unicode.IsControl(r) || r >= 0x202A && r <= 0x202E || r >= 0x2066 && r <= 0x2069
}

// unlinked tells of lines of Markdown that are not of our making: their shape is
// another, or something in them is not escaped.
func unlinked(tb testing.TB, text, markdown string) {
	tb.Helper()
	for line := range strings.Lines(markdown) {
		line = strings.TrimSuffix(line, "\n")
		for _, ours := range []string{"# ", "## ", "### ", "- **"} {
			line = strings.TrimPrefix(line, ours)
		}
		line = strings.Replace(line, "**:", ":", 1)
		line = strings.ReplaceAll(line, "~~12~~", "12")
		if cited, ok := strings.CutPrefix(line, "- ["); ok {
			line = strings.TrimSuffix(cited, "](<https://example.org/a_(b)?c=*d*>)")
		}
		rest := strings.NewReplacer(
			`\\`, "", "\\`", "", `\*`, "", `\_`, "", `\[`, "", `\]`, "", `\<`, "", `\>`, "", `\&`, "", `\~`, "", `\|`, "", `\$`, "", `\#`, "", `\@`, "", `\!`, "",
			`\:`, "", `\.`, "",
		).Replace(line)
		if strings.ContainsAny(rest, "\\`*_[]<>&~|$#@!") || strings.Contains(rest, "://") || strings.Contains(strings.ToLower(rest), "www.") {
			tb.Errorf("%.60q is not escaped in %.200q", text, line)
		}
	}
}
