// Package facts reads records as such: from a file, from a directory, from a program
// that prints them, and from the board of another desk. They are a dataset in TOML, or
// lines of JSON, each a row as package rows takes it.
//
// Records keep their ids, for two desks that have one fact have it once. Where the data
// of this desk has an id with other content, that stands. Sources that the records cite
// come along; those that cite none cite the one that brought them.
package facts

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"bordertop/model"
	"bordertop/model/clean"
	"bordertop/model/dataset"
	"bordertop/model/source"
	"bordertop/model/source/rows"
	"bordertop/model/source/tree"
)

const (
	// mostRows bounds the lines of all documents of a source.
	mostRows = 20_000
	// mostNotes is how much is told of what is odd.
	mostNotes = 8
)

// document is a text with records; the name is for faults.
type document struct{ name, text string }

// reader makes a reading of documents.
type reader struct {
	settings source.Settings
	call     source.Call
	rows     *rows.Harvest
	lines    int
	out      source.Reading
	broken   []string
}

// read makes a reading of documents. One with an error is left out, if there are
// others; records are what stands in all of them, and nothing else.
func read(docs []document, s source.Settings, c source.Call) (source.Reading, error) {
	r := reader{settings: s, call: c, rows: rows.New(rows.Options{Settings: s, Call: c, Own: true})}
	var facts []document
	good := 0
	for _, d := range docs {
		switch isLines, err := r.json(d); {
		case err != nil:
			r.leave(fmt.Sprintf("%s: %s", d.name, clean.Err(err)))
		case isLines:
			good++
		default:
			facts = append(facts, d)
		}
	}
	good += r.dataset(facts)
	if good == 0 && len(r.broken) > 0 {
		return source.Reading{}, source.Troublef(source.Malformed, "%s", strings.TrimPrefix(r.broken[0], ": "))
	}
	return r.finish()
}

// leave leaves a document out.
func (r *reader) leave(why string) { r.broken = append(r.broken, why) }

// finish puts together what came of lines and of datasets.
func (r *reader) finish() (source.Reading, error) {
	out, err := r.rows.Reading()
	if err != nil {
		return source.Reading{}, err //nolint:wrapcheck // a *source.TroubleError says all
	}
	have := map[model.ID]bool{}
	for _, one := range r.out.Records {
		have[one.Head().ID] = true
	}
	// A row of an id that a dataset has too gives way to it.
	out.Records = slices.DeleteFunc(out.Records, func(one model.Record) bool { return have[one.Head().ID] })
	out.Records = append(out.Records, r.out.Records...)
	out.Rows += r.out.Rows
	if r.out.Of.After(out.Of) {
		out.Of = r.out.Of
	}
	out.Skipped += len(r.broken)
	out.Flags |= r.out.Flags
	for _, why := range r.broken {
		out.Notes = append(out.Notes, clean.Line("left out: "+why))
	}
	out.Notes = append(out.Notes, r.out.Notes...)
	if n := len(out.Notes); n > mostNotes {
		out.Notes = append(out.Notes[:mostNotes:mostNotes], clean.Line(fmt.Sprintf("and %d more", n-mostNotes)))
	}
	out.Whole = true
	return out, nil
}

// json takes the rows of a document that has lines of JSON, or tells that it has none.
func (r *reader) json(d document) (isLines bool, err error) {
	text := strings.TrimSpace(strings.TrimPrefix(d.text, "\uFEFF"))
	switch ext := filepath.Ext(d.name); {
	case ext == ".toml" || ext != ".jsonl" && ext != ".ndjson" && ext != ".json" && !strings.HasPrefix(text, "{"):
		return false, tree.Page([]byte(text + " #")) //nolint:wrapcheck // a *source.TroubleError says all
	}
	var parsed []any
	for line := range strings.Lines(text) {
		if strings.TrimSpace(line) == "" {
			continue
		}
		row, err := r.line(line)
		if err != nil {
			return true, fmt.Errorf("line %d: %w", len(parsed)+1, err)
		}
		parsed = append(parsed, row)
	}
	for _, row := range parsed {
		r.rows.Take(row)
	}
	return true, nil
}

// line reads one line of JSON.
func (r *reader) line(text string) (any, error) {
	if r.lines++; r.lines > mostRows {
		return nil, source.Troublef(source.TooLarge, "more than %d lines", mostRows)
	}
	v, notes, err := tree.JSON([]byte(text))
	if err != nil {
		return nil, err //nolint:wrapcheck // a *source.TroubleError says all
	}
	if row, ok := v.(map[string]any); ok && (row["as_of"] != nil || row["schema"] != nil) {
		return nil, source.Troublef(source.Unexpected, "this is what a board shows, worked out of its records: publish what `bordertop dataset` writes")
	}
	for _, n := range notes {
		r.rows.Note(n.String())
	}
	return v, nil
}

// dataset takes the records of documents in TOML. It gives how many of these are used:
// one with an error is left out, and the others are looked at again without it.
func (r *reader) dataset(docs []document) (good int) {
	for len(docs) > 0 {
		o := dataset.Options{Now: r.call.Now, Zone: r.settings.Zone, Around: r.call.Log}
		for _, d := range docs {
			o.More = append(o.More, dataset.Text{Name: d.name, Content: d.text})
		}
		read, faults := dataset.Read(nil, nil, o)
		if faults.Err() == nil {
			r.take(read.Records)
			for _, f := range faults {
				r.out.Notes = append(r.out.Notes, clean.Line(strings.Replace(f.Error(), ": warning", "", 1)))
			}
			return len(docs)
		}
		docs = r.without(docs, faults.Errors())
	}
	return 0
}

// without leaves out the documents that have errors, and gives the others: none where
// nobody can tell which these are.
func (r *reader) without(docs []document, errs dataset.Faults) []document {
	all := len(docs)
	docs = slices.DeleteFunc(docs, func(d document) bool {
		i := slices.IndexFunc(errs, func(f dataset.Fault) bool { return f.File == dataset.FileName(d.name) })
		if i >= 0 {
			r.leave(errs[i].Error())
		}
		return i >= 0
	})
	if len(docs) == all {
		r.leave(errs[0].Error())
		return nil
	}
	return docs
}

// take takes the records of datasets. Nobody else has them yet.
func (r *reader) take(all []model.Record) {
	for _, one := range all {
		head := one.Head()
		if _, is := one.(*model.Source); !is && len(head.Sources) == 0 {
			head.Sources = []model.ID{r.settings.ID}
		}
		r.out.Records = append(r.out.Records, one)
		r.out.Flags |= rows.Flags(one)
		r.out.Rows++
		switch own := one.Own().First(); one.Kind() {
		case model.KindQueue, model.KindCount, model.KindReport: // What ages by itself.
			if own.After(r.out.Of) && !own.After(r.call.Now) {
				r.out.Of = own
			}
		case model.KindSource, model.KindPlace, model.KindCrossing, model.KindMeasure, model.KindDeadline, model.KindIncident,
			model.KindStatement, model.KindCondition, model.KindTally, model.KindAmendment:
		}
	}
}
