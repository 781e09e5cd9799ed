package export

import (
	"bufio"
	"fmt"
	"io"
	"slices"
	"strings"

	"bordertop/model"
	"bordertop/model/export/ical"
)

// form writes records in a format.
type form struct {
	extension string
	write     func(io.Writer, dossier) error
}

// forms are the formats of Records, each in one place.
func forms() []form {
	return []form{
		{"md", writeMarkdown}, {"json", writeJSON}, {"jsonl", writeLines}, {"csv", writeCSV}, {"atom", writeAtom}, {"txt", writeText},
	}
}

// Formats lists the formats of Records by the extension of their files.
func Formats() []string {
	var out []string
	for _, f := range forms() {
		out = append(out, f.extension)
	}
	return out
}

// Endings lists the endings of files that Export writes.
func Endings() []string { return append(Formats(), "ics") }

// Export writes events in the format that the ending of a file asks for, or, as ics,
// the deadlines of the board. It tells how many it wrote.
func Export(w io.Writer, ending string, b model.Board, events []model.Record, o Options) (int, error) {
	if ending == "ics" {
		o.Alarms = Alarms()
		c := calendarOf(b, o)
		return len(c.Events), ical.Write(w, c)
	}
	o.Kinds = []model.Kind{model.KindIncident, model.KindStatement}
	return len(events), Records(w, ending, b, events, o)
}

// Records writes records, as the board has them, in a format. What the board
// does not know is left out.
func Records(w io.Writer, format string, b model.Board, records []model.Record, o Options) error {
	i := slices.IndexFunc(forms(), func(f form) bool { return f.extension == format })
	if i < 0 {
		return fmt.Errorf("no format %q; there are %s", format, strings.Join(Formats(), ", "))
	}
	d := dossier{quoter: quoter{b, o}}
	for _, r := range records {
		if a, ok := b.Record(r.Head().ID); ok {
			d.records = append(d.records, a)
		}
	}
	out := bufio.NewWriter(w)
	if err := forms()[i].write(out, d); err != nil {
		return err
	}
	return out.Flush()
}

// dossier are records to be written.
type dossier struct {
	quoter
	records []model.Amended
}

// sheet is a record for people: a title, what is said of it, line by line, and
// its sources.
type sheet struct {
	title   string
	rows    []row
	sources []*model.Source
	// unsourced says that nobody is named who says so; empty where somebody is.
	// Sources may then be those of others who dispute it.
	unsourced string
}

// row is a line of a sheet. Old are values that were replaced, and why tells by
// what.
type row struct {
	label, value string
	old          []string
	why          []string
}

// sheet says all that is known of a record.
func (d dossier) sheet(a model.Amended) sheet {
	w, head := d.o.Words, a.Record.Head()
	s := sheet{title: sentenceless(d.fact(a.Record)), sources: d.cites(a.Record), unsourced: d.unsourced(a.Record)}
	if a.Withdrawal != nil {
		s.title = w.Page.Withdrawn + ": " + s.title
		s.rows = append(s.rows, row{label: w.Page.Withdrawn, value: d.because(a.Withdrawal)})
	}
	s.rows = append(s.rows, row{label: w.Page.ID, value: string(head.ID)})
	for _, f := range model.Fields(a.Record) {
		r := row{label: w.Field(f.Name), value: d.o.value(f.Value.Interface())}
		if f.Name == "category" {
			r.value = w.Category(model.ID(r.value))
		}
		for _, c := range a.Changes {
			if c.Field == f.Name {
				r.old = append(r.old, d.o.value(c.Old))
				r.why = append(r.why, d.because(c.By))
			}
		}
		r.old = slices.DeleteFunc(r.old, func(old string) bool { return old == "" })
		if f.Name != "id" && f.Name != "sources" && (r.value != "" || len(r.old) > 0) {
			s.rows = append(s.rows, r)
		}
	}
	for _, by := range a.Disputes {
		s.rows = append(s.rows, row{label: w.Page.Disputed, value: join(d.claimed(by), d.because(by))})
	}
	if f, ok := d.freshness(a.Record); ok {
		s.rows = append(s.rows, row{label: w.Page.Fresh, value: w.Freshness(f)})
	}
	return s
}

// cites lists the sources of a record; a source is one of its own.
func (d dossier) cites(r model.Record) []*model.Source {
	sources := d.b.Sources(r.Head().ID)
	if s, ok := r.(*model.Source); ok {
		return append([]*model.Source{s}, sources...)
	}
	return sources
}

// unsourced says in words that a record has no source; empty for one that has.
func (d dossier) unsourced(r model.Record) string {
	if r.Kind() == model.KindSource || len(d.behind(r.Head().ID)) > 0 {
		return ""
	}
	return d.o.Words.Page.NoSources
}

// sentenceless is a fact without the full stop of a sentence.
func sentenceless(s string) string { return strings.TrimSuffix(s, ".") }

// because tells which amendment it is, of when, by whom and why, and who says so.
func (d dossier) because(a *model.Amendment) string {
	from := d.o.Words.Page.NoSources
	if s := d.sources(a.ID); len(s) > 0 {
		from = d.publisher(s[0])
	}
	return join(d.o.Words.Amendment(a.Type), d.amendedOn(a), a.By.String(), line(a.Reason), from, string(a.ID))
}

// freshness is how far a record may still be relied on; not ok where the board
// does not say.
func (d dossier) freshness(r model.Record) (model.Freshness, bool) {
	id := r.Head().ID
	if _, c, ok := d.b.Claim(id); ok {
		return c.Fresh, true
	}
	if s, ok := d.standing(r); ok {
		return s.Fresh, true
	}
	i := slices.IndexFunc(d.b.Queues, func(q model.QueueStatus) bool { return q.Queue.ID == id })
	if i >= 0 {
		return d.b.Queues[i].Fresh, true
	}
	if c, ok := d.b.Crossing(id); ok {
		return c.Headline.Fresh, true
	}
	return 0, false
}

// cited is a source in words but for its address.
func (d dossier) cited(s *model.Source) string {
	published := d.day(s.Published)
	if published == "" {
		published = d.o.Words.Page.Undated
	}
	media := ""
	if s.StateMedia {
		media = d.o.Words.Page.StateMedia
	}
	return join(line(s.Publisher), line(s.Title), published, media)
}

// writeText writes records as plain text.
func writeText(w io.Writer, d dossier) error {
	var b strings.Builder
	b.WriteString(d.o.Name + "\n" + d.asOf() + "\n")
	for _, a := range d.records {
		s := d.sheet(a)
		b.WriteString("\n" + s.title + "\n")
		for _, r := range s.rows {
			b.WriteString("  " + r.label + ": " + r.value)
			for _, old := range r.old {
				b.WriteString(" (" + d.o.Words.Planned(old) + ")")
			}
			for _, why := range r.why {
				b.WriteString(" · " + why)
			}
			b.WriteString("\n")
		}
		b.WriteString("  " + d.o.Words.Page.Sources + ":\n")
		if s.unsourced != "" {
			b.WriteString("    " + s.unsourced + "\n")
		}
		for _, src := range s.sources {
			b.WriteString("    " + join(d.cited(src), src.URL.String()) + "\n")
		}
	}
	_, err := io.WriteString(w, b.String())
	return err
}
