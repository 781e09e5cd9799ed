package dataset

import (
	"iter"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"bordertop/model"
)

// checker looks at the records of all files together.
type checker struct {
	// byID holds every record that may be referred to; what was there before
	// the load has no file.
	byID map[model.ID]placed
	// known gives what else was there; nil gives nothing.
	known func(model.ID) model.Record
	// around may be referred to besides.
	around model.Log
	// acts holds the measures of every act.
	acts map[model.ID][]*model.Measure
}

func newChecker(o Options) *checker {
	c := &checker{byID: map[model.ID]placed{}, known: o.Known, around: o.Around, acts: map[model.ID][]*model.Measure{}}
	for _, r := range o.Around.Rest() {
		if m, ok := r.(*model.Measure); ok && m.Act != "" {
			c.acts[m.Act] = append(c.acts[m.Act], m)
		}
	}
	for _, r := range o.Base {
		c.know(placed{Record: r})
	}
	return c
}

func (c *checker) know(p placed) {
	c.byID[lower(p.Head().ID)] = p
	if m, ok := p.Record.(*model.Measure); ok && m.Act != "" {
		c.acts[m.Act] = append(c.acts[m.Act], m)
	}
}

// named gives a record that may be referred to.
func (c *checker) named(id model.ID) (p placed, ok bool) {
	if p, ok = c.find(id); !ok {
		p.Record = c.around.Record(id)
	}
	return p, p.Record != nil
}

// find gives a record that must not be contradicted.
func (c *checker) find(id model.ID) (p placed, ok bool) {
	if p, ok = c.byID[id]; ok || c.known == nil {
		return p, ok
	}
	p.Record = c.known(id)
	return p, p.Record != nil
}

// lower folds an id that is refused for its capitals, so that its double is
// found all the same.
func lower(id model.ID) model.ID { return model.ID(strings.ToLower(string(id))) }

func (p placed) site() site { return site{f: p.file, table: p.table} }

// check looks at the references of all records.
func (c *checker) check(files []*file) {
	for _, f := range files {
		for _, p := range f.records {
			c.refer(p)
			if a, ok := p.Record.(*model.Amendment); ok {
				c.fits(p, a)
			}
		}
	}
	c.rings(files)
}

// add takes the records of a file and refuses ids that are taken. Two files, or
// a file and what was there before, may hold one record, but not two.
func (c *checker) add(f *file) {
	kept := f.records[:0]
	for _, p := range f.records {
		id := lower(p.Head().ID)
		old, taken := c.find(id)
		switch {
		case id == "":
		case !taken:
			c.know(p)
			kept = append(kept, p)
		case old.file == f || !reflect.DeepEqual(old.Record, p.Record):
			p.site().sub("id").fault("the id "+show(string(id))+" is taken"+old.where(f), "give one of them another id, or write an amendment")
		}
	}
	f.records = kept
}

// where says, after " is taken", where a record stands, as seen from a file.
func (p placed) where(from *file) string {
	switch p.file {
	case nil:
		return " by another " + string(p.Kind())
	case from:
		return " on line " + strconv.Itoa(int(p.table.mark.line))
	}
	return " at " + p.file.file + ":" + strconv.Itoa(int(p.table.mark.line))
}

// refer warns of references to nothing, or to something of the wrong kind.
func (c *checker) refer(p placed) {
	references(p.Record, func(key string, want model.Kind, ids []model.ID) {
		for _, id := range ids {
			r, ok := c.named(id)
			switch {
			case ok && want != "" && r.Kind() != want:
				p.site().sub(key).warn(show(string(id))+" names no "+string(want)+" but another record, of kind "+string(r.Kind()), "")
			case ok || id == "" || want == "" && c.acts[id] != nil:
			case key == "of":
				p.site().sub(key).fault("there is no "+show(string(id))+" to amend", c.meant(p, id, want))
			default:
				p.site().sub(key).warn("there is no "+show(string(id)), c.meant(p, id, want))
			}
		}
	})
}

func (c *checker) meant(p placed, id model.ID, want model.Kind) string {
	if near := p.file.nearest(string(id), c.names(want)); near != "" {
		return "did you mean " + show(near) + "?"
	}
	return ""
}

// names are the ids of a kind, or all ids and acts.
func (c *checker) names(k model.Kind) iter.Seq[string] {
	return func(yield func(string) bool) {
		for id, r := range c.byID {
			if (k == "" || r.Kind() == k) && !yield(string(id)) {
				return
			}
		}
		for act := range c.acts {
			if k == "" && !yield(string(act)) {
				return
			}
		}
	}
}

// references calls do for every key of a record that names others; an empty
// kind stands for any record or act.
func references(r model.Record, do func(key string, want model.Kind, ids []model.ID)) {
	do("sources", model.KindSource, r.Head().Sources)
	switch r := r.(type) {
	case *model.Measure:
		do("crossings", model.KindCrossing, r.Crossings)
		do("replaces", model.KindMeasure, r.Replaces)
	case *model.Report:
		do("crossings", model.KindCrossing, r.Crossings)
	case *model.Deadline:
		do("about", "", r.About)
	case *model.Count:
		do("crossing", model.KindCrossing, []model.ID{r.Crossing})
		do("part_of", "", []model.ID{r.PartOf})
		do("repeats", "", []model.ID{r.Repeats})
	case *model.Queue:
		do("crossing", model.KindCrossing, []model.ID{r.Crossing})
	case *model.Incident:
		do("places", model.KindPlace, r.Places)
		do("crossings", model.KindCrossing, r.Crossings)
		do("about", "", r.About)
	case *model.Statement:
		do("about", "", r.About)
	case *model.Amendment:
		do("of", "", r.Of)
	case *model.Source, *model.Place, *model.Crossing, *model.Condition, *model.Tally:
	}
}

// targets are the records that an amendment changes.
func (c *checker) targets(a *model.Amendment) []model.Record {
	var out []model.Record
	for _, id := range a.Of {
		if p, ok := c.named(id); ok {
			out = append(out, p.Record)
		}
		for _, m := range c.acts[id] {
			out = append(out, m)
		}
	}
	return out
}

// fits refuses an amendment of a field that a target does not have.
func (c *checker) fits(p placed, a *model.Amendment) {
	for _, set := range a.Set {
		var told []model.Kind
		for _, r := range c.targets(a) {
			if k := r.Kind(); !slices.Contains(told, k) && !set.Accepts(k) {
				told = append(told, k)
				p.site().sub("set."+set.Field).fault("a "+string(k)+" has no such field, or not such a value", p.file.meantKey(set.Field, fieldsOf(r)))
			}
		}
	}
}

func fieldsOf(r model.Record) []string {
	var names []string
	for _, f := range model.Fields(r) {
		names = append(names, f.Name)
	}
	return names
}
