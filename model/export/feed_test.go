package export_test

import (
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/mmcdole/gofeed"

	"bordertop/model"
	"bordertop/model/export"
	"bordertop/model/modeltest"
)

// inert tells of cells that a spreadsheet works out, wherever it ends cells.
func inert(tb testing.TB, text, got string) {
	tb.Helper()
	number := regexp.MustCompile(`^-?[0-9.]+$`)
	rows, err := csv.NewReader(strings.NewReader(got)).ReadAll()
	if err != nil || len(rows) != 5 {
		tb.Errorf("%.60q makes %d rows: %v", text, len(rows), err)
	}
	for _, cells := range rows {
		for _, cell := range slices.Concat(cells, strings.FieldsFunc(strings.Join(cells, ";"), func(r rune) bool { return r == ';' || r == '\t' })) {
			cell = strings.TrimLeft(cell, ` "`)
			if cell != "" && strings.ContainsAny(cell[:1], "=+-@") && !number.MatchString(cell) {
				tb.Errorf("%.60q is a formula: %.100q", text, cell)
			}
		}
	}
}

// wellFormed reads XML strictly, and tells of elements that are not of our making.
func wellFormed(tb testing.TB, text, got string) {
	tb.Helper()
	ours := []string{
		"feed", "id", "title", "subtitle", "updated", "author", "name", "generator", "entry", "published", "link", "category", "content",
	}
	d := xml.NewDecoder(strings.NewReader(got))
	d.Strict = true
	for {
		token, err := d.Token()
		if token == nil {
			if err != nil && err.Error() != "EOF" {
				tb.Errorf("%.60q: %v", text, err)
			}
			return
		}
		if e, ok := token.(xml.StartElement); ok && (!slices.Contains(ours, e.Name.Local) || e.Name.Space != "http://www.w3.org/2005/Atom") {
			tb.Errorf("%.60q makes an element %v", text, e.Name)
		}
		if _, ok := token.(xml.Directive); ok {
			tb.Errorf("%.60q makes a directive", text)
		}
	}
}

const feedRecords = `
source s publisher=BNS published=2025-11-08 url=https://example.org/a
source later publisher=ELTA published=2025-11-12
incident i at="2025-11-08 10:00" title="Two lines; <b>closed</b>" severity=2 category=airport sources=s
incident gone at="2025-11-08 09:00" title="Never happened" sources=s
statement q at="2025-11-08 11:00" speaker=Minister summary="We shall see" sources=s
amendment fix of=i kind=correction known="2025-11-10 12:00" set.severity=3 reason="Misread" sources=s
amendment back of=gone kind=withdrawal known="2025-11-11 12:00" reason="Wrong day" sources=later
`

func feed(tb testing.TB, at string) *gofeed.Feed {
	tb.Helper()
	records := strings.ReplaceAll(feedRecords, " url=https://example.org/a", "")
	b := modeltest.Board(tb, at, records)
	_, _, o := embedded(tb)
	o.Name, o.Asked = "Bridge", "severity>=2"
	got, err := gofeed.NewParser().ParseString(eventsOf(tb, "atom", b, o))
	if err != nil {
		tb.Fatal(err)
	}
	return got
}

// eventsOf writes all events of a board.
func eventsOf(tb testing.TB, format string, b model.Board, o export.Options) string {
	tb.Helper()
	return records(tb, format, b, o, slices.Collect(b.Events.Records())...)
}

func TestAnEntryStaysAndIsUpdatedByCorrections(t *testing.T) {
	t.Parallel()
	type told struct{ ID, Title, Published, Updated string }
	tellOf := func(f *gofeed.Feed) (out []told) {
		for _, e := range f.Items {
			out = append(out, told{strings.TrimPrefix(e.GUID, "tag:bordertop.invalid,2025:"), e.Title, e.Published, e.Updated})
		}
		return out
	}
	before, after := feed(t, "2025-11-09"), feed(t, "2025-11-12")
	want := []told{
		{"q", "Minister: We shall see", "2025-11-08T09:00:00Z", "2025-11-08T09:00:00Z"},
		{"i", "Two lines; <b>closed</b>", "2025-11-08T08:00:00Z", "2025-11-08T08:00:00Z"},
		{"gone", "Never happened", "2025-11-08T07:00:00Z", "2025-11-08T07:00:00Z"},
	}
	if diff := cmp.Diff(want, tellOf(before)); diff != "" || before.Updated != "2025-11-08T09:00:00Z" {
		t.Errorf("updated %s (-want +got):\n%s", before.Updated, diff)
	}
	want[1].Updated, want[2].Updated, want[2].Title = "2025-11-10T10:00:00Z", "2025-11-11T10:00:00Z", "WITHDRAWN: Never happened"
	if diff := cmp.Diff(want, tellOf(after)); diff != "" || after.Updated != "2025-11-11T10:00:00Z" {
		t.Errorf("updated %s (-want +got):\n%s", after.Updated, diff)
	}
	for i, part := range map[int]string{1: "severity: 3 · was 2 · correction · 10 Nov 2025 12:00 · Misread · BNS · fix", 2: "WITHDRAWN: withdrawal · 11 Nov 2025 12:00 · Wrong day · ELTA · back"} {
		if got := after.Items[i]; !strings.HasPrefix(got.Content, part+"\n") {
			t.Errorf("no %q in %q", part, got.Content)
		}
	}
	if !slices.Contains(after.Items[1].Categories, "corrected") || !slices.Contains(after.Items[2].Categories, "withdrawn") {
		t.Errorf("categories %v, %v", after.Items[1].Categories, after.Items[2].Categories)
	}
	if id := before.FeedLink + after.Title; id != "Bridge · severity>=2" {
		t.Errorf("feed is called %q", id)
	}
}

type atomLink struct {
	Rel  string `xml:"rel,attr"`
	Href string `xml:"href,attr"`
}

type atomEntry struct {
	ID        []string   `xml:"id"`
	Title     []string   `xml:"title"`
	Updated   []string   `xml:"updated"`
	Published []string   `xml:"published"`
	Content   []string   `xml:"content"`
	Links     []atomLink `xml:"link"`
}

// standard tells what is wrong with an entry by the rules of RFC 4287 that a decoder
// does not hold.
func (e atomEntry) standard(tb testing.TB) {
	tb.Helper()
	if len(e.ID) != 1 || len(e.Title) != 1 || len(e.Updated) != 1 || len(e.Published) != 1 || len(e.Content) != 1 || e.Title[0] == "" {
		tb.Fatalf("entry %+v", e)
	}
	if id, err := url.Parse(e.ID[0]); err != nil || id.Scheme != "tag" {
		tb.Errorf("id %q: %v", e.ID[0], err)
	}
	if timeOf(tb, e.Updated[0]).Before(timeOf(tb, e.Published[0])) {
		tb.Errorf("%s was updated at %s, published at %s", e.ID[0], e.Updated[0], e.Published[0])
	}
	if slices.ContainsFunc(e.Links, func(l atomLink) bool { return !strings.HasPrefix(l.Href, "http") || l.Rel != "via" && l != e.Links[0] }) {
		tb.Errorf("%s: links %v", e.ID[0], e.Links)
	}
}

func timeOf(tb testing.TB, s string) time.Time {
	tb.Helper()
	at, err := time.Parse(time.RFC3339, s)
	if err != nil {
		tb.Error(err)
	}
	return at
}

func TestTheEmbeddedFeedKeepsTheStandard(t *testing.T) {
	t.Parallel()
	log, _, o := embedded(t)
	b := on(log, 2026, 3, 1, 9)
	var f struct {
		XMLName xml.Name    `xml:"http://www.w3.org/2005/Atom feed"`
		ID      string      `xml:"id"`
		Title   string      `xml:"title"`
		Updated string      `xml:"updated"`
		Author  []string    `xml:"author>name"`
		Entries []atomEntry `xml:"entry"`
	}
	if err := xml.Unmarshal([]byte(eventsOf(t, "atom", b, o)), &f); err != nil {
		t.Fatal(err)
	}
	if f.ID == "" || f.Title == "" || len(f.Author) != 1 || timeOf(t, f.Updated).After(b.Known) || len(f.Entries) != b.Events.Len() {
		t.Errorf("feed %q %q %q by %q with %d entries", f.ID, f.Title, f.Updated, f.Author, len(f.Entries))
	}
	seen := map[string]bool{}
	for _, e := range f.Entries {
		e.standard(t)
		if seen[e.ID[0]] {
			t.Errorf("two entries are called %s", e.ID[0])
		}
		seen[e.ID[0]] = true
	}
}

func TestTheEmbeddedLogIsWrittenWhole(t *testing.T) {
	t.Parallel()
	log, _, o := embedded(t)
	b := on(log, 2025, 11, 11, 16)
	o.Kinds = []model.Kind{model.KindIncident}
	events := slices.Collect(b.Events.Records())
	for _, format := range []string{"csv", "jsonl", "atom"} {
		text := records(t, format, b, o, events[:12]...)
		golden(t, "log."+format, strings.ReplaceAll(text, "\r\n", "\n"))
	}
	for line := range strings.Lines(eventsOf(t, "jsonl", b, o)) {
		var got struct {
			Schema  int
			AsOf    string `json:"as_of"`
			Record  struct{ Sources []string }
			Sources []struct{ ID string }
		}
		if err := json.Unmarshal([]byte(line), &got); err != nil || got.Schema != 1 || got.AsOf != "2025-11-11T18:00:00+02:00" || len(got.Sources) < len(got.Record.Sources) {
			t.Fatalf("%v in %s", err, line)
		}
	}
}

func TestColumnsDoNotDependOnWhatIsFound(t *testing.T) {
	t.Parallel()
	log, _, o := embedded(t)
	b := on(log, 2025, 11, 11, 16)
	o.Kinds = []model.Kind{model.KindIncident}
	none := records(t, "csv", b, o)
	var incidents []model.Record
	for e := range b.Events.Records() {
		if e.Kind() == model.KindIncident {
			incidents = append(incidents, e)
		}
	}
	some := records(t, "csv", b, o, incidents...)
	if head, _, _ := strings.Cut(some, "\n"); none != head+"\n" || strings.Count(none, ",") < 20 {
		t.Errorf("without records %q, with some %q", none, head)
	}
}
