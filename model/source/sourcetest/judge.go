package sourcetest

import (
	"bytes"
	"context"
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"bordertop/model"
	"bordertop/model/clean"
	"bordertop/model/source"
)

// Ask makes a source of a kind and asks it once.
func Ask(tb testing.TB, k source.Kind, s source.Settings, c source.Call) (source.Reading, error) {
	tb.Helper()
	asker, faults := k.New(s)
	if len(faults) > 0 {
		tb.Fatal(faults)
	}
	return asker.Ask(context.Background(), c)
}

// Queues compares the queues of a reading, whose ids are checked apart.
func Queues(tb testing.TB, got source.Reading, want ...model.Queue) {
	tb.Helper()
	var queues []model.Queue
	for _, r := range got.Records {
		if q, ok := r.(*model.Queue); ok {
			queues = append(queues, *q)
		}
	}
	order := func(a, b model.Queue) bool {
		return strings.Compare(string(a.Crossing+model.ID(a.Class)+model.ID(a.To))+a.At.First().String(), string(b.Crossing+model.ID(b.Class)+model.ID(b.To))+b.At.First().String()) < 0
	}
	text := cmp.Transformer("text", func(t clean.Text) string { return t.String() })
	if diff := cmp.Diff(want, queues, text, cmpopts.SortSlices(order), cmpopts.IgnoreFields(model.Fact{}, "ID", "Sources")); diff != "" {
		tb.Errorf("queues (-want +got):\n%s", diff)
	}
}

// Sound checks what must be true of every reading of queues.
func Sound(tb testing.TB, s source.Settings, c source.Call, r source.Reading) {
	tb.Helper()
	if _, err := c.Log.With(r.Records...); err != nil || r.Rows != len(r.Records) || r.Of.After(c.Now.Add(time.Hour)) {
		tb.Errorf("%d rows, %d records, of %s: %v", r.Rows, len(r.Records), r.Of, err)
	}
	for _, record := range r.Records {
		if q, ok := record.(*model.Queue); !ok || !sound(*q, s, c) {
			tb.Errorf("unsound: %+v", record)
		}
	}
}

func sound(q model.Queue, s source.Settings, c source.Call) bool {
	for _, n := range []*int64{q.Waiting, q.Called, q.PerHour, q.PerDay} {
		if n != nil && (*n < 0 || *n > 1_000_000) {
			return false
		}
	}
	_, there := c.Log.Record(q.Crossing).(*model.Crossing)
	return there && q.ID.Valid() && cmp.Equal(q.Sources, []model.ID{s.ID}) && q.Class != "" && !q.At.First().After(c.Now.Add(time.Hour)) &&
		(q.Wait == nil || *q.Wait >= 0 && *q.Wait <= 1000*time.Hour)
}

// Broken makes of a good answer what a source must refuse, each with the reason.
func Broken(good []byte) map[string][]byte {
	deep := strings.Repeat("[", 1000)
	return map[string][]byte{
		"nothing":           {},
		"white space":       []byte(" \r\n\t"),
		"a challenge":       []byte(`<!DOCTYPE html><html lang="en-US"><head><title>Just a moment...</title></head><body></body></html>`),
		"another page":      []byte("<html><head><title>502 Bad Gateway</title></head><body></body></html>"),
		"half of it":        good[:len(good)/3],
		"too deep":          []byte(deep + strings.Repeat("]", 1000)),
		"null":              []byte("null"),
		"a number":          []byte("1e999999"),
		"an empty object":   []byte("{}"),
		"an empty list":     []byte("[]"),
		"twice":             append(bytes.Clone(good), good...),
		"bytes of no text":  []byte("\x00\xff\xfe\x1b]0;x\x07"),
		"a document type":   []byte(`<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>`),
		"no page of theirs": []byte("blad"),
	}
}

// Refuses checks that a source refuses every broken answer with a reason.
func Refuses(t *testing.T, ask func(t *testing.T, body []byte) (source.Reading, error), broken map[string][]byte) {
	t.Helper()
	for name, body := range broken {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			got, err := ask(t, body)
			var trouble *source.TroubleError
			if !errors.As(err, &trouble) || trouble.Why == "" || trouble.Detail.Empty() {
				t.Errorf("%d rows, %v", got.Rows, err)
			}
		})
	}
}
