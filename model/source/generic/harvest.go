package generic

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

// harvest makes records of the rows of one answer.
type harvest struct {
	settings source.Settings
	call     source.Call
	rows     dataset.Rows
	sites    sites
	// modified is when the whole answer last changed; zero where nothing says.
	modified time.Time
	// latest is the newest time that a row gave by itself.
	latest  time.Time
	reading source.Reading
	by      map[model.ID]model.Record
	notes   []string
	told    map[string]int
}

func newHarvest(s source.Settings, c source.Call, modified time.Time) *harvest {
	if modified.After(c.Now) {
		modified = time.Time{} // Or data that never age would look fresh for ever.
	}
	return &harvest{
		settings: s, call: c, rows: dataset.NewRows(c.Now, s.Zone), sites: newSites(s.Crossings, c.Log), modified: modified,
		by: map[model.ID]model.Record{}, told: map[string]int{},
	}
}

// note tells people something, once for however many rows.
func (h *harvest) note(text string) {
	if h.told[text]++; h.told[text] == 1 {
		h.notes = append(h.notes, text)
	}
}

func (h *harvest) skip(why string) {
	h.reading.Skipped++
	h.note(why)
}

// stated are the kinds of record that a source may state: what is seen and said. An
// act, and the amendment of one, is for people to enter.
func stated() []string {
	return []string{
		string(model.KindQueue), string(model.KindCount), string(model.KindIncident), string(model.KindReport), string(model.KindStatement),
		string(model.KindCondition), string(model.KindTally), string(model.KindDeadline), string(model.KindCrossing), string(model.KindPlace),
	}
}

// take takes a row, or leaves it out and notes why.
func (h *harvest) take(v any) {
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
	record, faults := h.rows.Record(r.kind, r.fields)
	// What is odd but let through in a file is not here: nobody looks at each row.
	if i := slices.IndexFunc(faults, func(f dataset.Fault) bool { return !f.Cleaned }); i >= 0 {
		h.skip(strings.TrimPrefix(faults[i].Error(), "warning: "))
		return
	}
	for _, f := range faults {
		h.note(strings.TrimPrefix(f.Error(), "warning: "))
	}
	h.keep(record)
	if r.article != nil {
		h.keep(r.article)
	}
	h.reading.Rows++
	if own := record.Own(); r.dated && own.Exact() && own.First().After(h.latest) {
		h.latest = own.First()
	}
}

// keep keeps a record, once.
func (h *harvest) keep(r model.Record) {
	id := r.Head().ID
	if before, ok := h.by[id]; ok {
		if before.Kind() != r.Kind() || before.Own() != r.Own() {
			h.note("two rows have the id " + string(id) + ": the first one holds")
		}
		return
	}
	h.by[id] = r
	h.reading.Records = append(h.reading.Records, r)
	h.reading.Flags |= flags(r)
}

// done is what came of all rows. Where there were several and none of them could
// be understood the source has changed its form.
func (h *harvest) done() (source.Reading, error) {
	if h.reading.Rows == 0 && h.reading.Skipped > 1 {
		return source.Reading{}, source.Troublef(source.Unexpected, "none of %d rows is understood: %s", h.reading.Skipped, h.notes[0])
	}
	if len(h.reading.Records) > 0 {
		h.reading.Records = append(h.reading.Records, h.settings.Cite())
	}
	for i, text := range h.notes {
		if i == mostNotes {
			h.reading.Notes = append(h.reading.Notes, clean.Line(fmt.Sprintf("and %d more", len(h.notes)-mostNotes)))
			break
		}
		if n := h.told[text]; n > 1 {
			text = fmt.Sprintf("%d × %s", n, text)
		}
		h.reading.Notes = append(h.reading.Notes, clean.Line(text))
	}
	h.reading.Of = h.latest
	if h.latest.IsZero() {
		h.reading.Of = h.modified
	}
	return h.reading, nil
}

// flags are those of all texts of a record.
func flags(r model.Record) clean.Flags {
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
