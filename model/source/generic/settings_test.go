package generic_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"bordertop/model/source"
	"bordertop/model/source/generic"
)

func TestFaultsOfSettingsNameTheirKey(t *testing.T) {
	t.Parallel()
	for name, tt := range map[string]struct {
		change func(*source.Settings)
		want   string
	}{
		"no address":          {func(s *source.Settings) { s.URL = "" }, "url: missing"},
		"another scheme":      {func(s *source.Settings) { s.URL = "ftp://example.org" }, "url: want http or https"},
		"no host":             {func(s *source.Settings) { s.URL = "https:/x" }, "url: not a web address"},
		"an unknown format":   {func(s *source.Settings) { s.Decode = "jsom" }, `decode: no format is called "jsom"; did you mean "json"?`},
		"no program":          {func(s *source.Settings) { s.Rows = " " }, "rows: missing"},
		"a program cut off":   {func(s *source.Settings) { s.Rows = ".a\n| {b: " }, "rows: line 2, column 7: unexpected EOF"},
		"a wrong sign":        {func(s *source.Settings) { s.Rows = ".a |\n ė ] x" }, "rows: line 2, column 2: "},
		"an unknown function": {func(s *source.Settings) { s.Rows = "frobnicate(.)" }, "rows: function not defined: frobnicate/1"},
		"an unknown variable": {func(s *source.Settings) { s.Expect = "$x" }, "expect: variable not defined: $x"},
		"a module":            {func(s *source.Settings) { s.Rows = `import "a" as a; .` }, "rows: "},
		"input":               {func(s *source.Settings) { s.Rows = `input` }, "rows: "},
		"escape codes":        {func(s *source.Settings) { s.Rows = "\x1b]0;x\x07" }, `rows: line 1, column 1: unexpected token "\u001b"`},
		"no selector":         {func(s *source.Settings) { s.Decode = "html" }, "select: missing"},
		"a wrong selector":    {func(s *source.Settings) { s.Decode, s.Select = "html", "td[" }, "select: not a CSS selector: "},
		"a selector of JSON":  {func(s *source.Settings) { s.Select = "td" }, `select: nothing that decode = "json" looks at; leave it out, or write decode = "html"`},
		"lists of CSV":        {func(s *source.Settings) { s.Decode, s.Lists = "csv", []string{"a"} }, "lists: nothing that"},
		"a quote between":     {func(s *source.Settings) { s.Decode, s.Separator = "csv", `"` }, "separator: cannot"},
		"no pattern":          {func(s *source.Settings) { s.Decode = "text" }, "pattern: no group of it has a name"},
		"a wrong pattern":     {func(s *source.Settings) { s.Decode, s.Pattern = "text", "(" }, "pattern: error parsing regexp"},
		"a layout by name":    {func(s *source.Settings) { s.Layouts = []string{"2006-01-02 15:04 MST"} }, "layouts: "},
		"a layout of hours":   {func(s *source.Settings) { s.Layouts = []string{"15:04"} }, `layouts: "15:04" keeps no date`},
		"a layout of its own": {func(s *source.Settings) { s.Layouts = []string{"YYYY-MM-DD"} }, `layouts: "YYYY-MM-DD" keeps no date`},
		"a layout nowhere":    {func(s *source.Settings) { s.Layouts = []string{"02.01.2006 15:04"} }, "zone: missing"},
	} {
		s := settings(".")
		tt.change(&s)
		a, faults := generic.Kind().New(s)
		if len(faults) != 1 || a != nil {
			t.Errorf("%s: %v", name, faults)
			continue
		}
		got := faults[0].Key + ": " + faults[0].Problem
		if faults[0].Remedy != "" {
			got += "; " + faults[0].Remedy
		}
		if !strings.HasPrefix(got, tt.want) || strings.ContainsAny(got, "\x1b\x07\n") {
			t.Errorf("%s: %q, want %q", name, got, tt.want)
		}
	}
	for name, change := range map[string]func(*source.Settings){
		"a secret in the address": func(s *source.Settings) { s.URL = "https://example.org/?key=${KEY}" },
		"layouts with an offset":  func(s *source.Settings) { s.Layouts = []string{time.RFC1123Z, "20060102T150405Z07:00"} },
		"a layout of days":        func(s *source.Settings) { s.Layouts, s.Zone = []string{"02.01.2006"}, time.UTC },
	} {
		s := settings(".")
		change(&s)
		if _, faults := generic.Kind().New(s); len(faults) > 0 {
			t.Errorf("%s: %v", name, faults)
		}
	}
}

func TestTestsOfTheSettingsAreRun(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	sample := filepath.Join(dir, "a.json")
	if err := os.WriteFile(sample, []byte(`[{"n":1},{"n":2.5}]`), 0o600); err != nil {
		t.Fatal(err)
	}
	for name, tt := range map[string]struct {
		test source.Test
		want []source.Fault
	}{
		"all come":        {source.Test{Sample: sample, Want: []string{`{"w":1,"t":0}`, `{ "t": 0, "w": 2.50 }`}, Now: time.Unix(0, 0)}, nil},
		"another comes":   {source.Test{Sample: sample, Want: []string{`{"w":2,"t":0}`}, Now: time.Unix(0, 0)}, []source.Fault{{Key: "tests.1.want.1", Problem: `came as {"t":0,"w":1}`}}},
		"one too many":    {source.Test{Sample: sample, Want: []string{`{"w":1,"t":0}`}, Now: time.Unix(0, 0)}, []source.Fault{{Key: "tests.1.want", Problem: `2 rows came, the first not wanted is {"t":0,"w":2.5}`}}},
		"one too few":     {source.Test{Sample: sample, Want: []string{`{"w":1,"t":0}`, `{"w":2.5,"t":0}`, `{}`}, Now: time.Unix(0, 0)}, []source.Fault{{Key: "tests.1.want.3", Problem: "only 2 rows came"}}},
		"want is no JSON": {source.Test{Sample: sample, Want: []string{`{w:1}`}}, []source.Fault{{Key: "tests.1.want.1", Problem: "not JSON: invalid character 'w' looking for beginning of object key string"}}},
		"no such sample":  {source.Test{Sample: filepath.Join(dir, "b")}, []source.Fault{{Key: "tests.1.sample", Problem: "open " + filepath.Join(dir, "b") + ": no such file or directory"}}},
		"a directory":     {source.Test{Sample: dir}, []source.Fault{{Key: "tests.1.sample", Problem: "not a file"}}},
	} {
		s := settings(".[] | {w: .n, t: $now}")
		s.Tests = []source.Test{tt.test}
		a, faults := generic.Kind().New(s)
		tester, ok := a.(source.Tester)
		if !ok || len(faults) > 0 {
			t.Fatal(faults)
		}
		if diff := cmp.Diff(tt.want, tester.Test(t.Context())); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
}

func TestTimesAreReadByTheClocksOfTheSource(t *testing.T) {
	t.Parallel()
	vilnius, err := time.LoadLocation("Europe/Vilnius")
	if err != nil {
		t.Fatal(err)
	}
	utc := func(text string) time.Time {
		at, err := time.Parse(time.RFC3339, text)
		if err != nil {
			t.Fatal(err)
		}
		return at
	}
	for name, tt := range map[string]struct {
		layout, text string
		now, want    time.Time
	}{
		"winter":                        {"02.01.2006 15:04", "23.11.2026 10:00", now(), utc("2026-11-23T08:00:00Z")},
		"summer":                        {"02.01.2006 15:04", "23.07.2026 10:00", now(), utc("2026-07-23T07:00:00Z")},
		"an offset of its own":          {"2006-01-02T15:04:05.000-0700", "2026-11-23T15:45:00.000+0300", now(), utc("2026-11-23T12:45:00Z")},
		"none of the layouts":           {"02.01.2006 15:04", "2026-11-23T10:00:00Z", now(), utc("2026-11-23T10:00:00Z")},
		"an hour that comes again, now": {"02.01.2006 15:04", "25.10.2026 03:30", utc("2026-10-25T00:31:00Z"), utc("2026-10-25T00:30:00Z")},
		"the second time":               {"02.01.2006 15:04", "25.10.2026 03:30", utc("2026-10-25T01:31:00Z"), utc("2026-10-25T01:30:00Z")},
		"a day":                         {"02.01.2006", "22.11.2026", now(), utc("2026-11-21T22:00:00Z")},
	} {
		s := settings(`{crossing: "medininkai", waiting: 1, at: .}`)
		s.Layouts, s.Zone = []string{tt.layout}, vilnius
		a, faults := generic.Kind().New(s)
		if len(faults) > 0 {
			t.Fatal(faults)
		}
		got, err := a.Ask(t.Context(), source.Call{Now: tt.now, Web: page{Body: []byte(`"` + tt.text + `"`)}, Log: log(t)})
		if err != nil || len(got.Records) == 0 || !got.Records[0].Own().First().Equal(tt.want) {
			t.Errorf("%s: %v, %v", name, got, err)
		}
	}
}
