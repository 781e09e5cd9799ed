package config_test

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"bordertop/config"
	"bordertop/model"
	"bordertop/model/dataset"
	"bordertop/model/source"
)

const twoSources = `
[[source]]
id = "queue"
kind = "declarant"
every = "90s"
stale = "1h30m"
headers = { Authorization = "Bearer ${TOKEN}" }
crossings = { benyakoni = "salcininkai", brest = "" }
ca = "ca.pem"

[[source]]
id = "news"
kind = "rss"
url = "https://example.org/rss"

[[source.rule]]
any = ["balion*"]
severity = 3

[[source.test]]
sample = "samples/a.xml"
now = "2026-03-09T16:25:00Z"
want = ["{}"]
`

func TestSourcesAreRead(t *testing.T) {
	t.Parallel()
	c, faults := config.Parse("dir/c.toml", twoSources)
	if len(faults) > 0 {
		t.Fatal(faults)
	}
	want := []source.Settings{
		{
			ID: "queue", Kind: "declarant", Every: 90 * time.Second, Stale: 90 * minute,
			Headers: map[string]string{"Authorization": "Bearer ${TOKEN}"}, CA: "dir/ca.pem",
			Crossings: map[string]model.ID{"benyakoni": "salcininkai", "brest": ""},
		},
		{
			ID: "news", Kind: "rss", URL: "https://example.org/rss",
			Rules: []source.Rule{{Any: []string{"balion*"}, Severity: 3}},
			Tests: []source.Test{{Sample: "dir/samples/a.xml", Now: time.Date(2026, 3, 9, 16, 25, 0, 0, time.UTC), Want: []string{"{}"}}},
		},
	}
	if diff := cmp.Diff(want, c.Sources, plain()); diff != "" {
		t.Errorf("sources (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]string{"ca", "crossings", "headers"}, config.OwnKeys(c.Sources[0])); diff != "" {
		t.Errorf("own keys (-want +got):\n%s", diff)
	}
}

func TestFaultsOfSources(t *testing.T) {
	t.Parallel()
	const ok = "[[source]]\nid='a'\nkind='rss'\n"
	for name, tt := range map[string]struct {
		text, want string
		off        []string
	}{
		"an unknown key with a near one": {ok + "evry='5m'", `c:4:1: source[1].evry: unknown key; did you mean "every"?`, []string{"a"}},
		"a source of nothing":            {"[[source]]", "c:1:1: source[1].id: \"\" is not an id; want 1 to 64 of a-z, 0-9 and -, the first not a -\nc:1:1: source[1].kind: want the kind of the source", nil},
		"one id for two":                 {ok + ok, `c:5:1: source[2].id: "a" stands in source[1].id as well; choose another for one of the two`, nil},
		"a time without a unit":          {ok + "every=5", `c:4:1: source[1].every: want a duration such as "5m", got the number 5`, []string{"a"}},
		"a type that there is not":       {ok + "type='oficial'", `c:4:1: source[1].type: no type of source "oficial"; there are official, wire, national_media, intl_media, by_state_media, ru_state_media, ru_media, by_independent_media, trade_media, aggregator, repository, encyclopedia, blog and seed`, []string{"a"}},
		"a crossing that is no id":       {ok + "crossings={ x = 'No id' }", `c:4:1: source[1].crossings: "No id" is not an id; want 1 to 64 of a-z, 0-9 and -, the first not a -`, []string{"a"}},
		"a header for two lines":         {ok + "headers={ \"X: 1\\r\\nY\" = 'z' }", `c:4:1: source[1].headers: "X: 1 Y" is not the name of a header; such as "Authorization"`, []string{"a"}},
		"a country in words":             {ok + "to='Lithuania'", `c:4:1: source[1].to: no country "Lithuania"; write two letters such as "LT"`, []string{"a"}},
		"a severity that there is not":   {ok + "[[source.rule]]\nany='x'\nseverity=9", "c:6:1: source[1].rule[1].severity: want a severity from 1 to 4, got 9", []string{"a"}},
		"a rule with an unknown key":     {ok + "[[source.rule]]\nany='x'\n[[source.rule]]\nwords='x'", "c:7:1: source[1].rule[2].words: unknown key; want one of all, any, category, crossings, none, places, severity", []string{"a"}},
		"an hour to answer":              {ok + "timeout='1h'", `c:4:1: source[1].timeout: want at most "10m"`, []string{"a"}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			c, faults := config.Parse("c", tt.text+"\n[[source]]\nid='other'\nkind='rss'")
			if diff := cmp.Diff(tt.want, faults.Error()); diff != "" {
				t.Errorf("faults (-want +got):\n%s", diff)
			}
			if faults.Err() != nil || len(faults.Errors()) == 0 {
				t.Error("the settings are refused for a source")
			}
			if last := c.Sources[len(c.Sources)-1]; last.ID != "other" {
				t.Errorf("the source that is not at fault is not there: %v", c.Sources)
			}
			if diff := cmp.Diff(tt.off, off(c)); diff != "" {
				t.Errorf("off (-want +got):\n%s", diff)
			}
		})
	}
}

// off are the sources that are there and off.
func off(c config.Config) []string {
	var ids []string
	for _, s := range c.Sources {
		if s.Off {
			ids = append(ids, string(s.ID))
		}
	}
	return ids
}

func TestSourcesAtFaultAreOff(t *testing.T) {
	t.Parallel()
	calls := 0
	c, faults := config.Parse("c", twoSources, func(config.Config) dataset.Faults {
		calls++
		return dataset.Faults{
			{Key: config.SourceKey(1, "rules.1.any"), Problem: "no"},
			{Key: config.SourceKey(0, "every"), Problem: "soon", Warning: true},
		}
	})
	want := "c:5:1: warning: source[1].every: soon\nc:17:1: source[2].rule[1].any: no"
	if diff := cmp.Diff(want, faults.Error()); diff != "" {
		t.Errorf("faults (-want +got):\n%s", diff)
	}
	if faults.Err() != nil || calls != 1 || c.Sources[0].Off || !c.Sources[1].Off {
		t.Errorf("err %v, %d calls, off: %t and %t", faults.Err(), calls, c.Sources[0].Off, c.Sources[1].Off)
	}
}

func TestSettingsAreToldFromDatasets(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]bool{
		twoSources:                       true,
		"theme = 'dark'":                 true,
		"title = 'Board'":                false,
		"":                               false,
		"[[source]]\nid='a'\nkind='cbp'": true,
		"[[source]]\nid='a'\nkind='wire'\nevery='5m'":                               true,
		"[[source]]\nid='a'\nkind='official'":                                       false,
		"[[source]]\nid='a'\nkind='oficial'":                                        false,
		"[[source]]\nid='a'\nkind='rss'\n[[incident]]\nid='x'":                      false,
		"title='Board'\n[[source]]\nid='a'\nkind='wire'\nurl='https://example.org'": false,
		"theme='dark'\n[[source]]\nid='a'\nkind='official'":                         true,
	} {
		if got := config.Meant(text); got != want {
			t.Errorf("Meant(%q) = %t", text, got)
		}
	}
}
