package main

import (
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"bordertop/model"
	"bordertop/model/clean"
	"bordertop/model/dataset"
	"bordertop/model/journal"
	"bordertop/model/query"
)

// entryFlags are those of all commands that add to the journal.
type entryFlags struct {
	format                  string
	dry                     bool
	url, publisher, heading string
}

func (o *entryFlags) register(c *cobra.Command, k model.Kind) {
	c.Flags().StringVar(&o.format, "format", "text", "`FORMAT` of what is said of it: text or json")
	complete(c, "format", choosing([]string{"text", "json"}))
	c.Flags().BoolVar(&o.dry, "dry-run", false, "show what would be added, and add nothing")
	if k == model.KindSource {
		return
	}
	c.Flags().StringVar(&o.url, "source-url", "", "`URL` of a new source, made in passing")
	c.Flags().StringVar(&o.publisher, "source-publisher", "", "`NAME` of who published it")
	c.Flags().StringVar(&o.heading, "source-title", "", "`TITLE` of what was published")
}

// drafts are records that are about to be added.
type drafts struct {
	q       question
	records []model.Record
}

func newDrafts(e env, f *flags) (*drafts, error) {
	q, err := askOf(e, f, "text", held.own)
	return &drafts{q: q}, err
}

func (d *drafts) drafting() dataset.Drafting {
	now := d.q.env.now()
	return dataset.Drafting{
		Options: dataset.Options{Now: now, Base: append(slices.Clone(d.q.records.Records), d.records...)},
		Zone:    d.q.records.zone,
		Moment:  func(text string) (model.Moment, error) { return query.Typed(text, now, d.q.records.zone) },
	}
}

// draft makes a record of what was typed, and fills in what is made of now.
func (d *drafts) draft(k model.Kind, typed []dataset.Typed) error {
	has := map[string]bool{}
	for i, t := range typed {
		typed[i].Value = d.named(t.Field, t.Value)
		has[t.Field] = true
	}
	now := d.q.env.now()
	fill := func(field, value string) {
		if slices.Contains(dataset.FieldsOf(k), field) && !has[field] {
			typed = append(typed, dataset.Typed{Field: field, Value: value})
		}
	}
	fill("id", idFor(k, typed, now))
	if k != model.KindCrossing && k != model.KindPlace {
		fill("known", now.UTC().Format(time.RFC3339))
	}
	if k != model.KindAmendment {
		fill("at", "now")
	}
	fill("stated", "now")
	if k == model.KindAmendment {
		fill("kind", string(model.Update))
	}
	r, faults := dataset.Draft(k, typed, d.drafting())
	if len(faults) > 0 {
		return d.refuse(faults, "--")
	}
	d.records = append(d.records, r)
	_, err := d.q.records.log.With(d.records...)
	if err != nil {
		return &statusError{exitUsage, err}
	}
	return nil
}

// refuse tells what is wrong with what was typed, each with its flag.
func (d *drafts) refuse(faults dataset.Faults, flag string) error {
	for i := range faults {
		if faults[i].Key != "" {
			faults[i].Key = flag + flagOf(faults[i].Key)
		}
	}
	tell(d.q.env.stderr, faults)
	return &statusError{exitUsage, errReported}
}

// named puts the ids of crossings in the place of their names. What names none is
// told of with the field.
func (d *drafts) named(field, value string) string {
	if field != "crossing" && field != "crossings" {
		return value
	}
	var out []string
	for name := range strings.SplitSeq(value, ",") {
		name = strings.TrimSpace(name)
		if c, err := d.q.crossing(name); err == nil {
			name = string(c.Crossing.ID)
		}
		out = append(out, name)
	}
	return strings.Join(out, ",")
}

// idFor is an id that nothing else has: the kind, when, and what was typed.
func idFor(k model.Kind, typed []dataset.Typed, now time.Time) string {
	sum := sha256.New()
	for _, t := range typed {
		_, _ = fmt.Fprintf(sum, "%q=%q\n", t.Field, t.Value)
	}
	return string(k) + now.UTC().Format("-20060102-1504-") + hex.EncodeToString(sum.Sum(nil)[:2])
}

// source drafts the source that was named in passing, and gives all records it.
func (d *drafts) source(o entryFlags) error {
	if cmp.Or(o.url, o.publisher, o.heading) == "" {
		return nil
	}
	records := d.records
	d.records = nil
	var typed []dataset.Typed
	for field, value := range map[string]string{"url": o.url, "publisher": o.publisher, "title": o.heading} {
		if value != "" {
			typed = append(typed, dataset.Typed{Field: field, Value: value})
		}
	}
	slices.SortFunc(typed, func(a, b dataset.Typed) int { return cmp.Compare(a.Field, b.Field) })
	if err := d.draft(model.KindSource, typed); err != nil {
		return err
	}
	for _, r := range records {
		r.Head().Sources = append(slices.Clip(r.Head().Sources), d.records[0].Head().ID)
	}
	d.records = append(d.records, records...)
	return nil
}

// enter adds the drafts to the journal as one entry, and says so.
func (d *drafts) enter(ctx context.Context, o entryFlags) error {
	if o.format != "text" && o.format != "json" {
		return fmt.Errorf("--format: no format %s", unknownWord(o.format, []string{"text", "json"}))
	}
	if err := d.source(o); err != nil {
		return err
	}
	q := d.q
	text, err := dataset.Entry(deskName(q.env, q.config), q.env.now(), q.records.zone, d.records...)
	if err != nil {
		return &statusError{exitFault, err}
	}
	d.warn()
	if o.dry {
		return deliver(q.env, "", []byte(strings.TrimPrefix(text, "\n")))
	}
	j, err := openJournal(q.env, q.config, preamble(q.records.zone))
	if err != nil {
		return &statusError{exitFault, err}
	}
	if warning := j.Warning(); warning != "" && j.Head().Seq == 0 {
		_, _ = fmt.Fprintf(q.env.stderr, "bordertop: warning: %s: %s\n", clean.Line(q.config.Journal), warning)
	}
	head, err := j.Append(ctx, text)
	if err != nil {
		return &statusError{exitFault, err}
	}
	if err := j.Forgot(); err != nil {
		_, _ = fmt.Fprintln(q.env.stderr, "bordertop: "+clean.Err(err))
	}
	return d.acknowledge(j, head, o.format)
}

// preamble holds for all entries: days are by the clocks of the dataset.
func preamble(zone *time.Location) string {
	return "# The records of a desk, added by bordertop. To change one, bordertop amend.\nschema = 1\ntimezone = \"" + zone.String() + "\"\n"
}

// acknowledgement is what is said of an entry that is sure to last.
type acknowledgement struct {
	Schema  int        `json:"schema"`
	IDs     []model.ID `json:"ids"`
	Seq     int64      `json:"seq"`
	Sum     string     `json:"sum"`
	Segment string     `json:"segment"`
	Line    int        `json:"line"`
}

func (d *drafts) acknowledge(j *journal.Journal, head journal.Head, format string) error {
	a := acknowledgement{Schema: 1, Seq: head.Seq, Sum: head.Sum}
	for _, r := range d.records {
		a.IDs = append(a.IDs, r.Head().ID)
	}
	for _, e := range j.Entries() {
		if e.Head == head {
			a.Segment, a.Line = e.Segment, e.Line
		}
	}
	text := fmt.Appendf(nil, "added %s as entry %d (%s:%d)\n", joined(a.IDs), a.Seq, a.Segment, a.Line)
	if format == "json" {
		raw, err := json.Marshal(a)
		if err != nil {
			return fmt.Errorf("say what was added: %w", err)
		}
		text = append(raw, '\n')
	}
	return deliver(d.q.env, "", text)
}

func joined(ids []model.ID) string {
	words := make([]string, len(ids))
	for i, id := range ids {
		words[i] = string(id)
	}
	return strings.Join(words, ", ")
}
