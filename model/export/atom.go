package export

import (
	"cmp"
	"encoding/xml"
	"fmt"
	"io"
	"net/url"
	"slices"
	"strings"
	"time"

	"bordertop/model"
)

// tag begins the names of entries and feeds (RFC 4151). Nobody can ever own the
// domain, so nobody else gives such names.
const tag = "tag:bordertop.invalid,2025:"

type atomFeed struct {
	XMLName   xml.Name `xml:"http://www.w3.org/2005/Atom feed"`
	Language  string   `xml:"xml:lang,attr"`
	ID        string   `xml:"id"`
	Title     string   `xml:"title"`
	Subtitle  string   `xml:"subtitle,omitempty"`
	Updated   string   `xml:"updated"`
	Author    string   `xml:"author>name"`
	Generator string   `xml:"generator"`
	Entries   []atomEntry
}

type atomEntry struct {
	XMLName    xml.Name       `xml:"entry"`
	ID         string         `xml:"id"`
	Title      string         `xml:"title"`
	Published  string         `xml:"published"`
	Updated    string         `xml:"updated"`
	Links      []atomLink     `xml:"link"`
	Categories []atomCategory `xml:"category"`
	Content    string         `xml:"content"`
}

type atomLink struct {
	Rel   string `xml:"rel,attr"`
	Href  string `xml:"href,attr"`
	Title string `xml:"title,attr,omitempty"`
}

type atomCategory struct {
	Term  string `xml:"term,attr"`
	Label string `xml:"label,attr"`
}

// writeAtom writes records as an Atom feed (RFC 4287). An entry was published when
// its record became known, and updated when that was corrected, disputed or
// withdrawn last. All text is plain.
func writeAtom(w io.Writer, d dossier) error {
	feed := atomFeed{
		Language: string(d.o.Words.Lang()), ID: tag + "feed/" + url.PathEscape(d.o.Name), Title: d.o.Name,
		Author: cmp.Or(d.o.Name, "bordertop"), Generator: "bordertop",
	}
	if d.o.Asked != "" {
		feed.ID += "?" + url.QueryEscape(d.o.Asked)
		feed.Title = join(d.o.Name, d.o.Asked)
	}
	if !d.o.Live {
		feed.Subtitle = d.asOf()
	}
	var last time.Time
	for _, a := range d.records {
		entry, updated := d.atom(a)
		feed.Entries = append(feed.Entries, entry)
		if updated.After(last) {
			last = updated
		}
	}
	if last.IsZero() {
		last = d.b.Known
	}
	feed.Updated = atomTime(last)
	if _, err := io.WriteString(w, xml.Header); err != nil {
		return err
	}
	out := xml.NewEncoder(w)
	out.Indent("", "  ")
	if err := out.Encode(feed); err != nil {
		return err
	}
	_, err := io.WriteString(w, "\n")
	return err
}

func atomTime(t time.Time) string { return t.UTC().Format(time.RFC3339) }

// atom is a record as an entry, with when it was updated.
func (d dossier) atom(a model.Amended) (entry atomEntry, updated time.Time) {
	r := a.Record
	id := r.Head().ID
	published := d.b.KnownAt(id)
	if source, ok := r.(*model.Source); ok {
		published = source.Published.First()
	}
	if published.IsZero() {
		published = d.b.Known // Nobody knows since when.
	}
	updated = published
	for _, by := range d.b.Amending(id) {
		if known := d.b.KnownAt(by.ID); known.After(updated) {
			updated = known
		}
	}
	entry = atomEntry{
		ID: tag + string(id), Title: d.headline(a), Published: atomTime(published), Updated: atomTime(updated),
		Categories: d.atomCategories(a), Content: d.story(a),
	}
	for _, s := range d.cites(r) {
		if s.URL.IsZero() {
			continue
		}
		link := atomLink{Rel: "via", Href: s.URL.String(), Title: d.publisher(s)}
		if len(entry.Links) == 0 {
			// What a reader opens. There may be only one.
			link.Rel = "alternate"
		}
		entry.Links = append(entry.Links, link)
	}
	return entry, updated
}

func (d dossier) atomCategories(a model.Amended) []atomCategory {
	out := []atomCategory{{string(a.Record.Kind()), d.o.Words.Kind(a.Record.Kind())}}
	if i, ok := a.Record.(*model.Incident); ok {
		if i.Category != "" {
			out = append(out, atomCategory{string(i.Category), d.o.Words.Category(i.Category)})
		}
		if i.Severity > 0 {
			out = append(out, atomCategory{fmt.Sprintf("severity-%d", i.Severity), d.o.Words.Degree(int(i.Severity))})
		}
	}
	for _, state := range amendedStates(a) {
		out = append(out, atomCategory{state, state})
	}
	return out
}

// amendedStates names what happened to a record, for programs.
func amendedStates(a model.Amended) []string {
	var out []string
	changed := func(k model.AmendmentKind) bool {
		return slices.ContainsFunc(a.Changes, func(c model.Change) bool { return c.By.Type == k })
	}
	if a.Withdrawal != nil {
		out = append(out, "withdrawn")
	}
	if len(a.Disputes) > 0 {
		out = append(out, "disputed")
	}
	if changed(model.Correction) {
		out = append(out, "corrected")
	}
	if changed(model.Update) {
		out = append(out, "updated")
	}
	return out
}

// headline is a record in a line: what it says, and that it was withdrawn.
func (d dossier) headline(a model.Amended) string {
	text := ""
	switch r := a.Record.(type) {
	case *model.Incident:
		text = short(cmp.Or(line(r.Title), line(r.Summary)), factRoom)
	case *model.Statement:
		said := cmp.Or(line(r.Summary), line(r.Quote))
		text = fmt.Sprintf(d.o.Words.Quote.State, cmp.Or(r.Speaker.String(), d.o.Words.Kind(model.KindStatement)), short(said, factRoom))
	case *model.Source, *model.Place, *model.Crossing, *model.Measure, *model.Report, *model.Deadline, *model.Count, *model.Queue,
		*model.Condition, *model.Tally, *model.Amendment:
		text = sentenceless(d.fact(r))
	}
	text = cmp.Or(text, string(a.Record.Head().ID))
	if a.Withdrawal != nil {
		return d.o.Words.Page.Withdrawn + ": " + text
	}
	return text
}

// story is all that is said of a record, a line each: what became of it first.
func (d dossier) story(a model.Amended) string {
	s := d.sheet(a)
	lines := d.amendments(a)
	for _, r := range s.rows {
		if r.value == "" || r.label == d.o.Words.Page.Withdrawn || r.label == d.o.Words.Page.Disputed {
			continue
		}
		lines = append(lines, r.label+": "+r.value)
	}
	return strings.Join(append(lines, d.bibliography(s.sources, s.unsourced)...), "\n")
}

// bibliography lists sources, a line each, after what there is to say of them.
func (d dossier) bibliography(sources []*model.Source, unsourced string) []string {
	lines := []string{"", d.o.Words.Page.Sources + ":"}
	if unsourced != "" {
		lines = append(lines, "- "+unsourced)
	}
	for _, s := range sources {
		lines = append(lines, "- "+join(string(s.ID), d.cited(s), s.URL.String()))
	}
	return lines
}
