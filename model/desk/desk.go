// Package desk drafts what a desk adds to a log: records of what somebody typed, and
// amendments of those that are there.
package desk

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"strings"
	"time"

	"bordertop/model"
	"bordertop/model/dataset"
	"bordertop/model/query"
)

// Desk drafts records for a log. It belongs to one goroutine.
type Desk struct {
	log   model.Log
	zone  *time.Location
	now   time.Time
	rest  []model.Record // those of the log that are no events
	names query.Gazetteer
	// said is what records say in a field, the most frequent first; nil until it was
	// asked for.
	said map[string][]string
	// drafts are the records that are about to be added.
	drafts []model.Record
}

// New makes a desk for a log. Days and hours are by the clocks of zone, and what is
// not said is made of now.
func New(log model.Log, zone *time.Location, now time.Time) *Desk {
	rest := log.Rest()
	return &Desk{log: log, zone: zone, now: now, rest: rest, names: query.NewGazetteer(log)}
}

// Kinds are those of the records that a desk adds, in the order of the design. An
// amendment is drafted of what it amends.
func Kinds() []model.Kind {
	return slices.DeleteFunc(model.Kinds(), func(k model.Kind) bool { return k == model.KindAmendment })
}

// Drafts are the records that were drafted without a fault, in their order.
func (d *Desk) Drafts() []model.Record { return d.drafts }

// Add drafts a record of what was typed. What is not typed of id, known and the
// record's own time is made of now. A fault has the field for its key.
func (d *Desk) Add(k model.Kind, typed []dataset.Typed) dataset.Faults {
	typed = slices.Clone(typed)
	has := map[string]bool{}
	for i, t := range typed {
		typed[i].Value = d.named(t.Field, t.Value)
		has[t.Field] = true
	}
	fill := func(field, value string) {
		if slices.Contains(dataset.FieldsOf(k), field) && !has[field] {
			typed = append(typed, dataset.Typed{Field: field, Value: value})
		}
	}
	fill("id", idFor(k, typed, d.now))
	if k != model.KindCrossing && k != model.KindPlace {
		fill("known", d.now.UTC().Format(time.RFC3339))
	}
	if k != model.KindAmendment {
		fill("at", "now")
	}
	fill("stated", "now")
	if k == model.KindAmendment {
		fill("kind", string(model.Update))
	}
	r, faults := dataset.Draft(k, typed, d.drafting(typed))
	if len(faults) > 0 {
		return faults
	}
	d.drafts = append(d.drafts, r)
	return nil
}

// Amend drafts an amendment of a record, or of the measures of an act: set are the
// new values of its fields, typed are the fields of the amendment. What is wrong with
// set has its field for the key behind "set.".
func (d *Desk) Amend(of model.ID, set, typed []dataset.Typed) dataset.Faults {
	target := d.target(of)
	if target == nil {
		return dataset.Faults{{Problem: "no record or act " + dataset.Quote(string(of))}}
	}
	if len(set) > 0 {
		set = slices.Clone(set)
		for i, t := range set {
			set[i].Value = d.named(t.Field, t.Value)
		}
		values, faults := d.drafting(set).Set(target.Kind(), set)
		for i := range faults {
			faults[i].Key = "set." + faults[i].Key
		}
		if len(faults) > 0 {
			return faults
		}
		typed = append(slices.Clip(typed), values)
	}
	return d.Add(model.KindAmendment, append([]dataset.Typed{{Field: "of", Value: string(of)}}, typed...))
}

// target is the record of an id, or the first of the measures of an act.
func (d *Desk) target(of model.ID) model.Record {
	if r := d.log.Record(of); r != nil {
		return r
	}
	for _, r := range d.rest {
		if m, ok := r.(*model.Measure); ok && m.Act == of {
			return m
		}
	}
	return nil
}

// Cite drafts a source made in passing, and makes all that was drafted cite it.
func (d *Desk) Cite(typed []dataset.Typed) dataset.Faults {
	records := d.drafts
	d.drafts = nil
	faults := d.Add(model.KindSource, typed)
	if len(faults) > 0 {
		d.drafts = records
		return faults
	}
	for _, r := range records {
		r.Head().Sources = append(slices.Clip(r.Head().Sources), d.drafts[0].Head().ID)
	}
	d.drafts = append(d.drafts, records...)
	return nil
}

// Moment reads a time as it is typed.
func (d *Desk) Moment(text string) (model.Moment, error) { return query.Typed(text, d.now, d.zone) }

// drafting is what a draft depends on: the records that are no events, and those that
// it may name or clash with.
func (d *Desk) drafting(typed []dataset.Typed) dataset.Drafting {
	base := slices.Concat(d.rest, d.drafts)
	for _, t := range typed {
		for name := range strings.SplitSeq(t.Value, ",") {
			if id := model.ID(strings.TrimSpace(name)); id.Valid() {
				if r := d.log.Record(id); r != nil {
					base = append(base, r)
				}
			}
		}
	}
	return dataset.Drafting{Options: dataset.Options{Now: d.now, Base: base}, Zone: d.zone, Moment: d.Moment}
}

// idFor is an id that nothing else has: the kind, when, and what was typed.
func idFor(k model.Kind, typed []dataset.Typed, now time.Time) string {
	sum := sha256.New()
	for _, t := range typed {
		_, _ = fmt.Fprintf(sum, "%q=%q\n", t.Field, t.Value)
	}
	return string(k) + now.UTC().Format("-20060102-1504-") + hex.EncodeToString(sum.Sum(nil)[:2])
}
