// Package rows makes records of rows, which are objects such as JSON has them: with
// the keys of a record in a dataset, and "record" for its kind, which is "queue" where
// a row has none.
//
// For a crossing or a place any name of it will do, or a code of the settings. Times
// are by the layouts and the zone of the settings, or as in a dataset; a queue, a count
// or a report without one is of now. "oldest" is since when the first in a queue has
// waited, and stands for a wait that is not told. "link", with "publisher", is a page
// that a row cites instead of its source. What has no id gets one of what it says.
package rows

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"bordertop/model"
	"bordertop/model/clean"
	"bordertop/model/dataset"
	"bordertop/model/source"
)

// mostNotes is how many notes a reading has, each of them of any number of rows.
const mostNotes = 8

// Options are what the rows of a source depend on.
type Options struct {
	source.Settings
	source.Call

	// Modified is when the whole answer last changed; zero where nothing says.
	Modified time.Time
	// Own tells that a desk itself wrote the rows: they may be of any kind, name their
	// sources, and keep their ids.
	Own bool
}

// Harvest makes records of the rows of one answer.
type Harvest struct {
	o       Options
	dataset dataset.Rows
	sites   sites
	// latest is the newest time that a row gave by itself.
	latest time.Time
	out    source.Reading
	by     map[model.ID]model.Record
	notes  []string
	told   map[string]int
}

// New is a harvest without rows.
func New(o Options) *Harvest {
	if o.Modified.After(o.Now) {
		o.Modified = time.Time{} // Or data that never age would look fresh for ever.
	}
	return &Harvest{
		o: o, dataset: dataset.NewRows(o.Now, o.Zone), sites: newSites(o.Crossings, o.Log),
		by: map[model.ID]model.Record{}, told: map[string]int{},
	}
}

// Note tells people something, once for however many rows.
func (h *Harvest) Note(text string) {
	if h.told[text]++; h.told[text] == 1 {
		h.notes = append(h.notes, text)
	}
}

func (h *Harvest) skip(why string) {
	h.out.Skipped++
	h.Note(why)
}

// kinds are the kinds of record that rows may be. Those of others may state what is
// seen and said; an act, and the amendment of one, is for people to enter.
func (h *Harvest) kinds() []string {
	var out []string
	for _, k := range model.Kinds() {
		if h.o.Own || k != model.KindSource && k != model.KindMeasure && k != model.KindAmendment {
			out = append(out, string(k))
		}
	}
	return out
}

// Take takes a row, or leaves it out and notes why.
func (h *Harvest) Take(v any) {
	given, ok := v.(map[string]any)
	if !ok {
		h.skip("a row that is no object")
		return
	}
	r, err := h.row(given)
	if err != nil {
		h.skip(clean.Err(err))
		return
	}
	if r.kind == "" { // The settings leave its crossing out.
		return
	}
	record, faults := h.dataset.Record(r.kind, r.fields)
	// What is odd but let through in a file is not here: nobody looks at each row.
	if i := slices.IndexFunc(faults, func(f dataset.Fault) bool { return !f.Cleaned }); i >= 0 {
		h.skip(strings.TrimPrefix(faults[i].Error(), "warning: "))
		return
	}
	for _, f := range faults {
		h.Note(strings.TrimPrefix(f.Error(), "warning: "))
	}
	h.keep(record)
	if r.article != nil {
		h.keep(r.article)
	}
	h.out.Rows++
	if own := record.Own(); r.dated && own.Exact() && own.First().After(h.latest) {
		h.latest = own.First()
	}
}

// keep keeps a record, once.
func (h *Harvest) keep(r model.Record) {
	id := r.Head().ID
	if before, ok := h.by[id]; ok {
		if before.Kind() != r.Kind() || before.Own() != r.Own() {
			h.Note("two rows have the id " + string(id) + ": the first one holds")
		}
		return
	}
	h.by[id] = r
	h.out.Records = append(h.out.Records, r)
	h.out.Flags |= Flags(r)
}

// Reading is what came of all rows. Where there were several and none of them could
// be understood the source has changed its form.
func (h *Harvest) Reading() (source.Reading, error) {
	if h.out.Rows == 0 && h.out.Skipped > 1 {
		return source.Reading{}, source.Troublef(source.Unexpected, "none of %d rows is understood: %s", h.out.Skipped, h.notes[0])
	}
	if len(h.out.Records) > 0 {
		h.out.Records = append(h.out.Records, h.o.Cite())
	}
	for i, text := range h.notes {
		if i == mostNotes {
			h.out.Notes = append(h.out.Notes, clean.Line(fmt.Sprintf("and %d more", len(h.notes)-mostNotes)))
			break
		}
		if n := h.told[text]; n > 1 {
			text = fmt.Sprintf("%d × %s", n, text)
		}
		h.out.Notes = append(h.out.Notes, clean.Line(text))
	}
	h.out.Of = h.latest
	if h.latest.IsZero() {
		h.out.Of = h.o.Modified
	}
	return h.out, nil
}

// Flags are those of all texts of a record.
func Flags(r model.Record) clean.Flags {
	var all clean.Flags
	for _, f := range model.Fields(r) {
		switch v := f.Value.Interface().(type) {
		case clean.Text:
			all |= v.Flags()
		case []clean.Text:
			for _, t := range v {
				all |= t.Flags()
			}
		case []model.Name:
			for _, n := range v {
				all |= n.Text.Flags()
			}
		}
	}
	return all
}
