package export_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"bordertop/model"
	"bordertop/model/clean"
	"bordertop/model/export"
	"bordertop/model/lang"
)

// Whoever disputes a figure is no source of it, however new.
func TestWhoDisputesIsNoSource(t *testing.T) {
	t.Parallel()
	n, rival := int64(12), int64(9)
	dispute := &model.Amendment{
		Fact: model.Fact{ID: "x", Sources: []model.ID{"against"}}, Of: []model.ID{"claim"}, At: model.DayOf(2025, 11, 10, time.UTC),
		Type: model.Dispute, Set: []model.Assignment{{Field: "value", Value: &rival}},
	}
	records := []model.Record{
		dispute, &model.Source{Fact: model.Fact{ID: "against"}, Publisher: clean.Line("BNS"), Published: model.DayOf(2025, 11, 10, time.UTC)},
		&model.Source{Fact: model.Fact{ID: "for"}, Publisher: clean.Line("LRT"), Published: model.DayOf(2025, 11, 9, time.UTC)},
	}
	for name, tt := range map[string]struct {
		sources []model.ID
		quote   string
		written string // in every other format
	}{
		"a figure with a source": {
			[]model.ID{"for"}, "12 trucks stranded, Linava said on 9 Nov 2025 (LRT). Disputed by BNS: figure 9 (BNS). As of 11 Nov 2025 18:00 UTC.", "LRT",
		},
		"a figure without": {nil, "", "no source is given"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			c, all := claim(model.Count{Fact: model.Fact{Sources: tt.sources}, Value: &n}, records...)
			log, err := model.NewLog(model.DefaultRules(), append(all, c)...)
			if err != nil {
				t.Fatal(err)
			}
			b, o := on(log, 2025, 11, 11, 18), export.Options{Words: lang.English(), Zone: time.UTC}
			if got, err := export.Quote(b, "claim", o); got != tt.quote || (tt.quote == "") != errors.Is(err, export.ErrNoSource) {
				t.Errorf("%v\ngot  %s\nwant %s", err, got, tt.quote)
			}
			for _, text := range everyFormat(t, b, c, o) {
				if !strings.Contains(text, tt.written) {
					t.Errorf("no %q in\n%s", tt.written, text)
				}
			}
		})
	}
}

// everyFormat is a record in every format.
func everyFormat(tb testing.TB, b model.Board, r model.Record, o export.Options) []string {
	tb.Helper()
	var all []string
	for _, format := range export.Formats() {
		var out strings.Builder
		if err := export.Records(&out, format, b, []model.Record{r}, o); err != nil {
			tb.Error(err)
		}
		all = append(all, out.String())
	}
	return all
}

func TestManyDisputesAreCounted(t *testing.T) {
	t.Parallel()
	n := int64(12)
	c, records := claim(model.Count{Fact: model.Fact{Sources: []model.ID{"src"}}, Value: &n}, &model.Source{Fact: model.Fact{ID: "src"}, Publisher: clean.Line("LRT")})
	for i := range 50 {
		records = append(records, &model.Amendment{
			Fact: model.Fact{ID: model.ID(fmt.Sprintf("x-%d", i))}, Of: []model.ID{"claim"}, At: model.DayOf(2025, 11, 10, time.UTC),
			Type: model.Dispute, By: clean.Line(strings.Repeat("long name ", 100)), Reason: clean.Line(strings.Repeat("long reason ", 100)),
		})
	}
	log, err := model.NewLog(model.DefaultRules(), append(records, c)...)
	if err != nil {
		t.Fatal(err)
	}
	got, err := export.Quote(on(log, 2025, 11, 11, 18), "claim", export.Options{Words: lang.English(), Zone: time.UTC})
	if err != nil || len(got) > 1600 || strings.Count(got, "Disputed by") != 5 || !strings.Contains(got, " +45. ") {
		t.Errorf("%d bytes, %v: %s", len(got), err, got)
	}
}
