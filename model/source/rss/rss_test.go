package rss_test

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"bordertop/model"
	"bordertop/model/clean"
	"bordertop/model/modeltest"
	"bordertop/model/source"
	"bordertop/model/source/rss"
)

// pages answers every request with the same page.
type pages struct{ page source.Page }

func (p pages) Get(context.Context, source.Request) (source.Page, error) { return p.page, nil }

const names = `crossing medininkai name=Medininkai counterpart="Kamenny Log" aliases="Каменный Лог"
	crossing salcininkai name=Šalčininkai counterpart=Benyakoni
	place vno name="Vilnius airport (VNO/EYVI)" kind=airport`

// ask reads a feed at a moment by the clocks of Vilnius.
func ask(tb testing.TB, s source.Settings, body []byte, at string) (source.Reading, error) {
	tb.Helper()
	s.ID, s.URL = "lrt", "https://lrt.example/en?rss"
	asker, faults := rss.Kind().New(s)
	if len(faults) > 0 {
		tb.Fatal(faults)
	}
	return asker.Ask(context.Background(), source.Call{
		Now: modeltest.Time(tb, at), Log: modeltest.Log(tb, names),
		Web: pages{source.Page{URL: s.URL, Body: body}},
	})
}

func fixture(tb testing.TB, name string) []byte {
	tb.Helper()
	body, err := os.ReadFile(filepath.Join("testdata", name))
	if err != nil {
		tb.Fatal(err)
	}
	return body
}

func TestHeadlinesBecomeIncidentsThatCiteTheirArticle(t *testing.T) {
	t.Parallel()
	s := source.Settings{Publisher: clean.Line("LRT"), Type: model.NationalMedia}
	got, err := ask(t, s, fixture(t, "rss_lrt_like.xml"), "2026-11-23 16:00")
	if err != nil {
		t.Fatal(err)
	}
	at := modeltest.Time(t, "2026-11-23 15:12")
	link, err := clean.ParseURL("https://example.com/en/news/19/0000001/x")
	if err != nil {
		t.Fatal(err)
	}
	title := clean.Line("Lithuania closes Medininkai and Šalčininkai crossings & suspends Vilnius flights")
	feed, err := clean.ParseURL("https://lrt.example/en?rss")
	if err != nil {
		t.Fatal(err)
	}
	want := source.Reading{
		Of: at, Rows: 2,
		Records: []model.Record{
			&model.Source{
				Fact:      model.Fact{ID: "lrt-article-https---example-com-en-news-19-0000001--cca9a090d1c6"},
				Publisher: s.Publisher, Title: title, URL: link, Published: model.Exactly(at), Type: s.Type, Origin: clean.Line("lrt"),
			},
			&model.Incident{
				Fact: model.Fact{
					ID: "lrt-https---example-com-en-news-19-0000001-x-f456e28496c2", Known: model.Exactly(at),
					Sources: []model.ID{"lrt-article-https---example-com-en-news-19-0000001--cca9a090d1c6"},
					Note:    clean.Line("A headline that a rule picked by its words; nobody has read the article."),
				},
				At: model.Exactly(at), Category: "closure", Severity: 3, Title: title,
				Crossings: []model.ID{"medininkai", "salcininkai"},
			},
			&model.Source{Fact: model.Fact{ID: "lrt"}, Publisher: s.Publisher, URL: feed, Type: s.Type},
		},
	}
	if diff := cmp.Diff(want, got, cmp.AllowUnexported(clean.Text{}, clean.URL{})); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
	log, err := modeltest.Log(t, names).With(got.Records...)
	if err != nil {
		t.Fatal(err)
	}
	if b := log.At(at, at); b.Events.Len() != 1 {
		t.Errorf("the board shows %d events", b.Events.Len())
	}
}

func incidents(r source.Reading) (out []*model.Incident) {
	for _, record := range r.Records {
		if i, ok := record.(*model.Incident); ok {
			out = append(out, i)
		}
	}
	return out
}

func TestWhatIsNews(t *testing.T) {
	t.Parallel()
	item := func(parts string) string { return "<item>" + parts + "</item>" }
	const title, link = "<title>Border closed</title>", "<link>/a</link>"
	for name, tt := range map[string]struct {
		items    string
		settings source.Settings
		want     string // ids and days of the incidents, and the notes
	}{
		"a fortnight old is": {
			items: item(title + "<guid>1</guid><pubDate>Tue, 10 Nov 2026 10:00:00 GMT</pubDate>"),
			want:  "lrt-1 2026-11-10 | 1 without a link to a public page",
		},
		"older is not": {
			items: item(title+link+"<guid>1</guid><pubDate>Mon, 23 Nov 2026 10:00:00 +0200</pubDate>") +
				item(title+link+"<guid>2</guid><pubDate>Sun, 08 Nov 2026 10:00:00 +0200</pubDate>"),
			want: "lrt-1 2026-11-23",
		},
		"unless a desk waits longer": {
			items:    item(title + link + "<guid>2</guid><pubDate>Sun, 08 Nov 2026 10:00:00 +0200</pubDate>"),
			settings: source.Settings{Stale: 60 * 24 * time.Hour},
			want:     "lrt-2 2026-11-08",
		},
		"names of zones": {
			items: item(title + link + "<guid>1</guid><pubDate>Mon, 23 Nov 2026 01:00:00 EET</pubDate>"),
			want:  "lrt-1 2026-11-22",
		},
		"other dates": {
			items: item(title+link+"<guid>1</guid><a10:updated>2026-11-23T09:00:00+02:00</a10:updated>") +
				item("<title>Crossing closed</title>"+link+"<guid>2</guid><dc:date>2026-11-22T09:00:00+02:00</dc:date>"),
			want: "lrt-2 2026-11-22, lrt-1 2026-11-23",
		},
		"a desk's own layout": {
			items:    item(title + link + "<guid>1</guid><pubDate>2026.11.23 01.00</pubDate>"),
			settings: source.Settings{Layouts: []string{"2006.01.02 15.04"}, Zone: modeltest.Zone(t, "Europe/Vilnius")},
			want:     "lrt-1 2026-11-22",
		},
		"told twice is told once, by the first": {
			items: item("<title>BORDER  closed!</title>"+link+"<guid>2</guid><pubDate>Mon, 23 Nov 2026 11:00:00 GMT</pubDate>") +
				item(title+link+"<guid>1</guid><pubDate>Mon, 23 Nov 2026 10:00:00 GMT</pubDate>") +
				item("<title>Crossing closed</title>"+link+"<guid>1</guid><pubDate>Mon, 23 Nov 2026 10:30:00 GMT</pubDate>"),
			want: "lrt-1 2026-11-23 | 2 told twice",
		},
		"what has no name, no date or one ahead is left out": {
			items: item("<title> </title>"+link+"<guid>1</guid><pubDate>Mon, 23 Nov 2026 10:00:00 GMT</pubDate>") +
				item(title+link+"<guid>2</guid>") +
				item(title+link+"<guid>3</guid><pubDate>Mon, 23 Nov 2026 14:06:00 +0200</pubDate>") +
				item(title+link+"<guid>4</guid><pubDate>Mon, 23 Nov 2026 14:04:00 +0200</pubDate>"),
			want: "lrt-4 2026-11-23 | 1 left out: no title; 1 left out: no date that can be read; 1 left out: dated in the future",
		},
	} {
		body := `<rss version="2.0" xmlns:a10="http://www.w3.org/2005/Atom" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>` + tt.items + "</channel></rss>"
		got, err := ask(t, tt.settings, []byte(body), "2026-11-23 14:00")
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if diff := cmp.Diff(tt.want, told(got)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
}

func told(r source.Reading) string {
	var ids, notes []string
	for _, i := range incidents(r) {
		ids = append(ids, string(i.ID)+" "+i.At.First().Format(time.DateOnly))
	}
	for _, n := range r.Notes {
		notes = append(notes, n.String())
	}
	return strings.TrimSuffix(strings.Join(ids, ", ")+" | "+strings.Join(notes, "; "), " | ")
}

func TestFeedsThatGiveNothing(t *testing.T) {
	t.Parallel()
	for name, tt := range map[string]struct {
		body string
		want source.Why
	}{
		"the same old items":   {string(fixture(t, "rss_frozen_2010.xml")), source.Frozen},
		"a page for people":    {"<!doctype html><title>Just a moment...</title>", source.Challenge},
		"no items":             {"<rss><channel><title>t</title></channel></rss>", source.Unexpected},
		"XML that is no feed":  {"<kml><item/></kml>", source.Unexpected},
		"a version of its own": {"<rss/>", source.Unexpected},
		"a bomb":               {"<rss>" + strings.Repeat("<a:b>", 100_000), source.TooLarge},
	} {
		_, err := ask(t, source.Settings{}, []byte(tt.body), "2026-11-23 14:00")
		if trouble, ok := errors.AsType[*source.TroubleError](err); !ok || trouble.Why != tt.want {
			t.Errorf("%s: %v, want %s", name, err, tt.want)
		}
	}
}

func TestAtomAndRDFAreFeedsToo(t *testing.T) {
	t.Parallel()
	got, err := ask(t, source.Settings{}, fixture(t, "atom_minimal.xml"), "2026-11-23 16:00")
	if err != nil || told(got) != "lrt-urn-x-1-234c8265630d 2026-11-23" {
		t.Errorf("Atom: %q, %v", told(got), err)
	}
	const rdf = `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>t</title></channel><item rdf:about="x"><title>Border closed</title><link>https://example.com/1</link><dc:date>2026-11-23T10:00Z</dc:date></item></rdf:RDF>`
	got, err = ask(t, source.Settings{}, []byte(rdf), "2026-11-23 16:00")
	if err != nil || len(incidents(got)) != 1 {
		t.Errorf("RSS 1.0: %q, %v", told(got), err)
	}
}

func TestSettingsThatCannotBe(t *testing.T) {
	t.Parallel()
	_, faults := rss.Kind().New(source.Settings{Rules: []source.Rule{
		{Any: []string{"balion*"}, Category: "balloon"},
		{Any: []string{"*", "a*b"}, All: []string{"a||b"}, Category: "No", Severity: 5},
		{None: []string{"x"}, Category: "x"},
	}})
	var keys []string
	for _, f := range faults {
		keys = append(keys, f.Key)
	}
	want := []string{"rules.2.any", "rules.2.any", "rules.2.all", "rules.2.category", "rules.2.severity", "rules.3", "url"}
	if diff := cmp.Diff(want, keys); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}
