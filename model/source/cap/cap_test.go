package cap_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"bordertop/model"
	"bordertop/model/clean"
	"bordertop/model/modeltest"
	"bordertop/model/source"
	alerts "bordertop/model/source/cap"
)

// site answers with a page by its address, and counts how often each was asked for.
type site struct {
	pages map[string]string
	asked map[string]int
}

func (s *site) Get(_ context.Context, r source.Request) (source.Page, error) {
	s.asked[r.URL]++
	body, ok := s.pages[r.URL]
	if !ok {
		return source.Page{}, source.Troublef(source.Refused, "HTTP 404")
	}
	return source.Page{URL: r.URL, Body: []byte(body)}, nil
}

const home = "https://alerts.lt/index.xml"

const names = `crossing medininkai name=Medininkai`

func open(tb testing.TB, s source.Settings) source.Asker {
	tb.Helper()
	s.ID, s.URL = "vsat", home
	asker, faults := alerts.Kind().New(s)
	if len(faults) > 0 {
		tb.Fatal(faults)
	}
	return asker
}

func call(tb testing.TB, at string, web source.Web) source.Call {
	tb.Helper()
	return source.Call{Now: modeltest.Time(tb, at), Log: modeltest.Log(tb, names), Web: web}
}

func fixture(tb testing.TB, name string) string {
	tb.Helper()
	body, err := os.ReadFile(filepath.Join("testdata", name))
	if err != nil {
		tb.Fatal(err)
	}
	return string(body)
}

// indexed is an index of pages with when they changed.
func indexed(pages ...string) string {
	var out strings.Builder
	for _, p := range pages {
		name, changed, _ := strings.Cut(p, "@")
		fmt.Fprintf(&out, `<entry><updated>%s</updated><link href="/about"/><link type="application/cap+xml" href="%s"/></entry>`, changed, name)
	}
	return `<feed xmlns="http://www.w3.org/2005/Atom">` + out.String() + "</feed>"
}

func url(tb testing.TB, s string) clean.URL {
	tb.Helper()
	u, err := clean.ParseURL(s)
	if err != nil {
		tb.Fatal(err)
	}
	return u
}

func TestAlertBecomesAnIncidentThatACancelWithdraws(t *testing.T) {
	t.Parallel()
	web := &site{map[string]string{
		home: indexed("alert.xml@1", "cancel.xml@1"), "https://alerts.lt/alert.xml": fixture(t, "alert.xml"), "https://alerts.lt/cancel.xml": fixture(t, "cancel.xml"),
	}, map[string]int{}}
	got, err := open(t, source.Settings{Type: model.Official}).Ask(t.Context(), call(t, "2026-11-23 20:00", web))
	if err != nil {
		t.Fatal(err)
	}
	at := func(s string) model.Moment { return model.Exactly(modeltest.Time(t, s)) }
	const first, second = "authority@example.invalid,example-20261123-001", "authority@example.invalid,example-20261123-002"
	incident, cancel := source.ID("vsat", first), source.ID("vsat", second)
	article, other := source.ID("vsat", "article", first), source.ID("vsat", "article", second)
	want := source.Reading{Rows: 2, Records: []model.Record{
		&model.Source{
			Fact: model.Fact{ID: article}, Title: clean.Line("Medininkai crossing closed"), URL: url(t, "https://alerts.lt/alert.xml"),
			Published: at("2026-11-23 14:05"), Type: model.Official, Origin: clean.Line("vsat"),
		},
		&model.Incident{
			Fact: model.Fact{ID: incident, Sources: []model.ID{article}, Known: at("2026-11-23 14:05")},
			At:   at("2026-11-23 14:00"), Until: at("2026-11-24 14:00"), Category: "security", Severity: 3, Crossings: []model.ID{"medininkai"},
			Title: clean.Line("Medininkai crossing closed"), Where: clean.Line("Vilnius district"), Summary: clean.Line("Traffic suspended."),
		},
		&model.Source{
			Fact: model.Fact{ID: other}, URL: url(t, "https://alerts.lt/cancel.xml"), Published: at("2026-11-23 18:05"), Type: model.Official, Origin: clean.Line("vsat"),
		},
		&model.Amendment{
			Fact: model.Fact{ID: cancel, Sources: []model.ID{other}, Known: at("2026-11-23 18:05")}, Of: []model.ID{incident}, Type: model.Withdrawal,
		},
		&model.Source{Fact: model.Fact{ID: "vsat"}, URL: url(t, home), Type: model.Official},
	}}
	if diff := cmp.Diff(want, got, cmp.AllowUnexported(clean.Text{}, clean.URL{})); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
	log, err := modeltest.Log(t, names).With(got.Records...)
	if err != nil {
		t.Fatal(err)
	}
	for moment, want := range map[string]string{"2026-11-23 14:04": "none", "2026-11-23 15:00": "stands", "2026-11-23 19:00": "withdrawn"} {
		now, got := modeltest.Time(t, moment), "none"
		if r, ok := log.At(now, now).Record(incident); ok && r.Withdrawal != nil {
			got = "withdrawn"
		} else if ok {
			got = "stands"
		}
		if got != want {
			t.Errorf("%s: the incident is %s, want %s", moment, got, want)
		}
	}
}

// message is an alert of one sender, with what differs from the usual.
func message(id, kind, sent, refers string, parts ...string) string {
	said := "<event>Queue</event><severity>Moderate</severity><headline>Queue at Medininkai</headline>" + strings.Join(parts, "")
	return fmt.Sprintf(`<alert xmlns="urn:oasis:names:tc:emergency:cap:1.2"><identifier>%s</identifier><sender>s</sender><sent>%s</sent><status>Actual</status>
<msgType>%s</msgType><references>%s</references><info><language>lt-LT</language>%s</info></alert>`, id, sent, kind, refers, said)
}

func TestUpdatesAmendTheFirstAlert(t *testing.T) {
	t.Parallel()
	web := &site{map[string]string{home: message("1", "Alert", "2026-11-23T10:00:00Z", "")}, map[string]int{}}
	asker := open(t, source.Settings{})
	var got source.Reading
	for _, page := range []string{
		message("1", "Alert", "2026-11-23T10:00:00Z", ""),
		message("2", "Update", "2026-11-23T11:00:00Z", "s,1,2026-11-23T10:00:00Z", "<expires>2026-11-23T20:00:00Z</expires>"),
		strings.Replace(message("3", "Update", "2026-11-23T12:00:00Z", "s,2,2026-11-23T11:00:00Z", "<expires>2026-11-23T20:00:00Z</expires>"), "Moderate", "Extreme", 1),
		message("4", "Update", "2026-11-23T13:00:00Z", "s,9,2026-11-23T11:00:00Z"),
	} {
		web.pages[home] = page // The older ones are gone, and still remembered.
		var err error
		if got, err = asker.Ask(t.Context(), call(t, "2026-11-23 20:00", web)); err != nil {
			t.Fatal(err)
		}
	}
	var told []string
	for _, r := range got.Records {
		if i, ok := r.(*model.Incident); ok {
			told = append(told, "incident "+string(i.ID))
		}
		a, ok := r.(*model.Amendment)
		if !ok {
			continue
		}
		var fields []string
		for _, set := range a.Set {
			fields = append(fields, set.Field)
		}
		told = append(told, fmt.Sprint(a.Type, " ", a.Of, " ", fields))
	}
	first := string(source.ID("vsat", "s,1"))
	want := []string{"incident " + first, "update [" + first + "] [until]", "update [" + first + "] [severity]", "incident " + string(source.ID("vsat", "s,4"))}
	if diff := cmp.Diff(want, told); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
	if _, err := modeltest.Log(t, names).With(got.Records...); err != nil {
		t.Fatal(err)
	}
}

func TestWhatIsTaken(t *testing.T) {
	t.Parallel()
	rule := []source.Rule{{Any: []string{"queue*"}, Category: "trucks", Severity: 2}}
	for name, tt := range map[string]struct {
		page  string
		rules []source.Rule
		want  string
	}{
		"all without rules":       {page: message("1", "Alert", "2026-11-23T10:00:00Z", ""), want: "other 2"},
		"what a rule wants":       {page: message("1", "Alert", "2026-11-23T10:00:00Z", ""), rules: rule, want: "trucks 2"},
		"and nothing else":        {page: strings.ReplaceAll(message("1", "Alert", "2026-11-23T10:00:00Z", ""), "Queue", "Storm"), rules: rule, want: "1 left out: no rule matches"},
		"no exercise":             {page: strings.Replace(message("1", "Alert", "2026-11-23T10:00:00Z", ""), "Actual", "Exercise", 1), want: "1 left out: exercises, tests and drafts"},
		"nothing of the future":   {page: message("1", "Alert", "2026-11-23T19:00:00Z", ""), want: "1 left out: sent in the future"},
		"less where it is past":   {page: message("1", "Alert", "2026-11-23T10:00:00Z", "", "<urgency>Past</urgency>"), want: "other 1"},
		"a severity of the rule":  {page: strings.Replace(message("1", "Alert", "2026-11-23T10:00:00Z", ""), "Moderate", "Unknown", 1), rules: rule, want: "trucks 2"},
		"a category of its own":   {page: message("1", "Alert", "2026-11-23T10:00:00Z", "", "<category>Magic</category><category>Transport</category>"), want: "transport 2"},
		"a cancel of nothing":     {page: message("2", "Cancel", "2026-11-23T10:00:00Z", "s,1,x"), want: ""},
		"an answer to an alert":   {page: message("2", "Ack", "2026-11-23T10:00:00Z", "s,1,x"), want: ""},
		"none in an empty index":  {page: indexed(), want: ""},
		"the page of an RSS item": {page: `<rss><channel><item><link>a.xml</link></item><item><link>b.xml</link></item></channel></rss>`, want: "1 alerts that cannot be had other 2"},
	} {
		web := &site{map[string]string{home: tt.page, "https://alerts.lt/a.xml": message("1", "Alert", "2026-11-23T10:00:00Z", "")}, map[string]int{}}
		got, err := open(t, source.Settings{Rules: tt.rules}).Ask(t.Context(), call(t, "2026-11-23 20:00", web))
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		var told []string
		for _, n := range got.Notes {
			told = append(told, n.String())
		}
		for _, r := range got.Records {
			if i, ok := r.(*model.Incident); ok {
				told = append(told, fmt.Sprint(i.Category, " ", i.Severity))
			}
		}
		if diff := cmp.Diff(tt.want, strings.Join(told, " ")); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
}

func TestAlertsOfAnIndexAreAskedForOnce(t *testing.T) {
	t.Parallel()
	web := &site{map[string]string{home: indexed("a.xml@1", "b.xml@"), "https://alerts.lt/a.xml": message("1", "Alert", "2026-11-23T10:00:00Z", ""), "https://alerts.lt/b.xml": message("2", "Alert", "2026-11-23T10:00:00Z", "")}, map[string]int{}}
	asker := open(t, source.Settings{})
	for range 3 {
		if _, err := asker.Ask(t.Context(), call(t, "2026-11-23 20:00", web)); err != nil {
			t.Fatal(err)
		}
	}
	web.pages[home] = indexed("a.xml@2")
	if _, err := asker.Ask(t.Context(), call(t, "2026-11-23 20:00", web)); err != nil {
		t.Fatal(err)
	}
	want := map[string]int{home: 4, "https://alerts.lt/a.xml": 2, "https://alerts.lt/b.xml": 3}
	if diff := cmp.Diff(want, web.asked); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

func TestPagesThatAreNoAlerts(t *testing.T) {
	t.Parallel()
	for name, tt := range map[string]struct {
		page string
		want source.Why
	}{
		"a page for people":    {"<!DOCTYPE html><p>Access denied</p>", source.Challenge},
		"entities":             {`<!DOCTYPE alert [<!ENTITY a "b">]><alert/>`, source.Malformed},
		"another kind of XML":  {"<kml/>", source.Unexpected},
		"nobody sent it":       {"<alert><identifier>1</identifier><sent>2026-11-23T10:00:00Z</sent></alert>", source.Unexpected},
		"no time":              {"<alert><identifier>1</identifier><sender>s</sender><sent>yesterday</sent></alert>", source.Unexpected},
		"an index of the lost": {indexed("gone.xml"), source.Refused},
	} {
		web := &site{map[string]string{home: tt.page}, map[string]int{}}
		_, err := open(t, source.Settings{}).Ask(t.Context(), call(t, "2026-11-23 20:00", web))
		if trouble, ok := errors.AsType[*source.TroubleError](err); !ok || trouble.Why != tt.want {
			t.Errorf("%s: %v, want %s", name, err, tt.want)
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add(fixture(f, "alert.xml"))
	f.Add(fixture(f, "cancel.xml"))
	f.Add(indexed("a.xml@1"))
	f.Add(message("1", "Alert", "2026-11-23T10:00:00Z", "", "<expires>2026-11-23T20:00:00Z</expires>\x1b]0;x\a"))
	f.Fuzz(func(t *testing.T, page string) {
		web := &site{map[string]string{home: page}, map[string]int{}}
		got, err := open(t, source.Settings{}).Ask(t.Context(), call(t, "2026-11-23 20:00", web))
		if err != nil {
			return
		}
		for _, r := range got.Records {
			if !r.Head().ID.Valid() {
				t.Fatalf("%+v", r)
			}
			if i, ok := r.(*model.Incident); ok && (i.Severity < 1 || i.Severity > 4 || !i.Category.Valid() || clean.Line(i.Title.String()).String() != i.Title.String()) {
				t.Fatalf("%+v", i)
			}
		}
		if _, err := modeltest.Log(t, names).With(got.Records...); err != nil {
			t.Fatal(err)
		}
	})
}
