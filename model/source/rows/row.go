package rows

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"reflect"
	"slices"
	"time"

	"bordertop/model"
	"bordertop/model/clean"
	"bordertop/model/dataset"
	"bordertop/model/source"
)

// row is one as the dataset takes it.
type row struct {
	kind   model.Kind
	fields map[string]any
	// dated tells that it gave its time by itself.
	dated bool
	// article is what it links to; nil where it links to nothing.
	article *model.Source
}

// row makes a row ready for the dataset. Its kind is empty where the settings leave
// its crossing out.
func (h *Harvest) row(given map[string]any) (row, error) {
	r := row{kind: model.KindQueue, fields: maps.Clone(given)}
	maps.DeleteFunc(r.fields, func(_ string, v any) bool { return v == nil })
	if kind, ok := given["record"]; ok {
		word, _ := kind.(string)
		if !slices.Contains(h.kinds(), word) {
			return r, fmt.Errorf("record: no kind that a source may state: %s; %s", dataset.Quote(fmt.Sprint(kind)), dataset.Meant(word, h.kinds()))
		}
		r.kind = model.Kind(word)
		delete(r.fields, "record")
	}
	if _, ok := r.fields["sources"]; ok && !h.o.Own {
		return r, errors.New("sources: a row cites its source, and its link, by itself")
	}
	if err := h.times(&r); err != nil {
		return r, err
	}
	out, err := h.places(&r)
	if err != nil || out {
		return row{}, err
	}
	h.name(&r)
	h.cites(&r)
	return r, nil
}

// times reads the times of a row by the layouts of the settings.
func (h *Harvest) times(r *row) error {
	for _, f := range model.Fields(model.Blank(r.kind)) {
		if text, ok := r.fields[f.Name].(string); ok && f.Value.Type() == reflect.TypeFor[model.Moment]() {
			r.fields[f.Name] = h.moment(text)
		}
	}
	_, r.dated = r.fields["at"]
	switch r.kind {
	case model.KindQueue, model.KindCount, model.KindReport:
		if !r.dated {
			r.fields["at"] = h.seen()
		}
	case model.KindSource, model.KindPlace, model.KindCrossing, model.KindMeasure, model.KindDeadline, model.KindIncident,
		model.KindStatement, model.KindCondition, model.KindTally, model.KindAmendment:
	}
	if r.kind != model.KindQueue {
		return nil
	}
	if _, ok := r.fields["to"]; !ok && h.o.To != "" {
		r.fields["to"] = string(h.o.To)
	}
	return h.oldest(r)
}

// seen is when what has no time of its own was so.
func (h *Harvest) seen() time.Time {
	if h.o.Modified.IsZero() {
		return h.o.Now
	}
	return h.o.Modified
}

// oldest works out a wait that is not told: since the first in the queue came.
func (h *Harvest) oldest(r *row) error {
	oldest, ok := r.fields["oldest"]
	delete(r.fields, "oldest")
	if _, told := r.fields["wait"]; !ok || told {
		return nil
	}
	text, _ := oldest.(string)
	since, ok := h.moment(text).(time.Time)
	if !ok {
		return fmt.Errorf("oldest: want a time as layouts have it, got %s", dataset.Quote(fmt.Sprint(oldest)))
	}
	at, ok := r.fields["at"].(time.Time)
	if !ok || at.Before(since) {
		return errors.New("oldest: later than the queue was seen")
	}
	r.fields["wait"] = at.Sub(since).Truncate(time.Minute).String()
	if _, ok := r.fields["method"]; !ok {
		r.fields["method"] = model.Estimated + "since the first in the queue came"
	}
	return nil
}

// places puts the ids of crossings and places where a row names them. It tells
// whether the settings leave the row out.
func (h *Harvest) places(r *row) (out bool, err error) {
	if name, ok := r.fields["crossing"]; ok {
		text, _ := name.(string)
		class, _ := r.fields["class"].(string)
		id, ok := h.sites.crossing(text, model.Class(class))
		if !ok {
			return false, fmt.Errorf("crossing: none on the board is called %s", dataset.Quote(fmt.Sprint(name)))
		}
		r.fields["crossing"], out = string(id), id == ""
	}
	h.lists(r, "crossings", func(name string) (model.ID, bool) { return h.sites.crossing(name, "") })
	h.lists(r, "places", h.sites.place)
	return out, nil
}

// lists puts the ids of what a row lists, without what is not on the board.
func (h *Harvest) lists(r *row, key string, find func(string) (model.ID, bool)) {
	named, ok := r.fields[key]
	if !ok {
		return
	}
	list, isList := named.([]any)
	if !isList {
		list = []any{named}
	}
	var ids []any
	for _, name := range list {
		text, _ := name.(string)
		id, ok := find(text)
		if !ok {
			h.Note(key + ": nothing on the board is called " + dataset.Quote(fmt.Sprint(name)))
		} else if id != "" {
			ids = append(ids, string(id))
		}
	}
	if r.fields[key] = ids; ids == nil {
		delete(r.fields, key)
	}
}

// name gives a row the id of its record: its own one, behind that of the source unless
// a desk wrote it, or one of all that it says. A crossing or a place is known by that id in other rows.
func (h *Harvest) name(r *row) {
	own, ok := r.fields["id"]
	text := fmt.Sprint(own)
	if !ok {
		all, _ := json.Marshal(r.fields) // Of a tree, with sorted keys.
		sum := sha256.Sum256(append(all, r.kind...))
		about, _ := r.fields["crossing"].(string)
		id := source.ID(string(h.o.ID), cmp.Or(about, string(r.kind)), hex.EncodeToString(sum[:6]))
		r.fields["id"] = string(id)
		return
	}
	id := model.ID(text)
	if !h.o.Own {
		id = source.ID(string(h.o.ID), text)
	}
	r.fields["id"] = string(id)
	switch r.kind {
	case model.KindCrossing:
		h.sites.bring(h.sites.crossings, text, id)
	case model.KindPlace:
		h.sites.bring(h.sites.places, text, id)
	case model.KindSource, model.KindMeasure, model.KindReport, model.KindDeadline, model.KindCount, model.KindQueue, model.KindIncident,
		model.KindStatement, model.KindCondition, model.KindTally, model.KindAmendment:
	}
}

// cites makes a row cite its source or, where it has a link, what that leads to.
func (h *Harvest) cites(r *row) {
	link, ok := r.fields["link"].(string)
	publisher, _ := r.fields["publisher"].(string)
	if r.kind != model.KindSource {
		delete(r.fields, "publisher")
	}
	if _, own := r.fields["sources"]; !own && r.kind != model.KindSource {
		r.fields["sources"] = []any{string(h.o.ID)}
	}
	if !ok || r.kind == model.KindSource {
		return
	}
	delete(r.fields, "link")
	url, err := clean.ParseURL(link)
	if err != nil {
		h.Note("link: " + clean.Err(err))
		return
	}
	title, _ := r.fields["title"].(string)
	r.article = &model.Source{
		Fact: model.Fact{ID: source.ID(string(h.o.ID), "article", link)}, URL: url,
		Publisher: clean.Line(publisher), Title: clean.Line(title), Type: h.o.Type, StateMedia: h.o.StateMedia,
		Origin: clean.Line(string(h.o.ID)),
	}
	if at, ok := r.fields["at"].(time.Time); ok {
		r.article.Published = model.Exactly(at)
	}
	r.fields["sources"] = []any{string(r.article.ID)}
}
