package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"bordertop/model"
	"bordertop/model/clean"
	"bordertop/model/dataset"
	"bordertop/model/desk"
	"bordertop/model/journal"
	"bordertop/ui"
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
	q question
	*desk.Desk
}

func newDrafts(ctx context.Context, e env, f *flags) (*drafts, error) {
	q, err := askOf(ctx, e, f, "text", held.own)
	if err != nil {
		return nil, err
	}
	return &drafts{q, desk.New(q.records.stated, q.records.zone, e.now())}, nil
}

// draft makes a record of what was typed.
func (d *drafts) draft(k model.Kind, typed []dataset.Typed) error {
	if faults := d.Add(k, typed); len(faults) > 0 {
		return d.refuse(faults)
	}
	return nil
}

// refuse tells what is wrong with what was typed, each with its flag.
func (d *drafts) refuse(faults dataset.Faults) error {
	for i, f := range faults {
		if field, set := strings.CutPrefix(f.Key, "set."); set {
			faults[i].Key = "--set " + flagOf(field)
		} else if f.Key != "" {
			faults[i].Key = "--" + flagOf(f.Key)
		}
	}
	tell(d.q.env.stderr, faults)
	return &statusError{exitUsage, errReported}
}

// source drafts the source that was named in passing.
func (d *drafts) source(o entryFlags) error {
	var typed []dataset.Typed
	for _, t := range []dataset.Typed{{Field: "publisher", Value: o.publisher}, {Field: "title", Value: o.heading}, {Field: "url", Value: o.url}} {
		if t.Value != "" {
			typed = append(typed, t)
		}
	}
	if len(typed) == 0 {
		return nil
	}
	if faults := d.Cite(typed); len(faults) > 0 {
		return d.refuse(faults)
	}
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
	for _, id := range d.Twins() {
		_, _ = fmt.Fprintf(q.env.stderr, "bordertop: %s says the same: withdraw one if it is twice\n", id)
	}
	entry := ui.Entry{Config: q.config, Zone: q.records.zone, Records: d.Drafts()}
	if o.dry {
		text, err := entryText(q.env, entry)
		if err != nil {
			return &statusError{exitFault, err}
		}
		return deliver(q.env, "", []byte(strings.TrimPrefix(text, "\n")))
	}
	j, head, err := appendEntry(ctx, q.env, entry)
	switch {
	case err != nil && head.Seq == 0:
		return &statusError{exitFault, err}
	case err != nil:
		_, _ = fmt.Fprintln(q.env.stderr, "bordertop: "+clean.Err(err))
	}
	return d.acknowledge(j, head, o.format)
}

// entryText is an entry as the journal holds it.
func entryText(e env, entry ui.Entry) (string, error) {
	return dataset.Entry(deskName(e, entry.Config), e.now(), entry.Zone, entry.Records...)
}

// appendEntry adds an entry to the journal. With a head it is sure to last, and an
// error tells what there is to say besides.
func appendEntry(ctx context.Context, e env, entry ui.Entry) (*journal.Journal, journal.Head, error) {
	text, err := entryText(e, entry)
	if err != nil {
		return nil, journal.Head{}, err
	}
	j, err := openJournal(e, entry.Config, preamble(entry.Zone))
	if err != nil {
		return nil, journal.Head{}, err
	}
	head, err := j.Append(ctx, text)
	if err != nil {
		return nil, journal.Head{}, err
	}
	err = j.Forgot()
	if warning := j.Warning(); warning != "" && head.Seq == 1 {
		err = errors.Join(fmt.Errorf("warning: %s: %s", clean.Line(entry.Config.Journal), warning), err)
	}
	return j, head, err
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
	for _, r := range d.Drafts() {
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
