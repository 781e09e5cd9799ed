package export_test

import (
	"bytes"
	"testing"
	"time"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"bordertop/model/clean"
	"bordertop/model/export"
	"bordertop/model/source"
)

func TestHowSourcesDoKeepsToItsSchema(t *testing.T) {
	t.Parallel()
	schema := validator(t, export.FaresSchema())
	now := time.Date(2026, 11, 26, 12, 0, 0, 0, time.UTC)
	feeds := []source.Health{
		{ID: "new", Kind: "rss"},
		{
			ID: "queue", Kind: "declarant", Title: clean.Line("Queue"), Stale: time.Hour, Good: now, Of: now.Add(-time.Minute), Took: 1500 * time.Millisecond,
			Rows: 6, Flags: clean.Control, Notes: []clean.Text{clean.Line("a note")},
		},
		{ID: "dead", Kind: "cbsa", Since: now, Why: source.Refused, Detail: clean.Line("HTTP 503"), Failures: 2},
	}
	for _, all := range [][]source.Health{nil, feeds} {
		var out bytes.Buffer
		if err := export.WriteFares(&out, all, now); err != nil {
			t.Fatal(err)
		}
		doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(out.Bytes()))
		if err != nil {
			t.Fatal(err)
		}
		if err := schema.Validate(doc); err != nil {
			t.Errorf("%v in\n%s", err, out.Bytes())
		}
		for _, want := range []string{`"age_seconds": 60`, `"as_of": "2026-11-26T11:59:00Z"`, `"took_ms": 1500`, `"state": "waiting"`, `"why": "refused"`} {
			if all != nil && !bytes.Contains(out.Bytes(), []byte(want)) {
				t.Errorf("no %s in\n%s", want, out.Bytes())
			}
		}
	}
}
