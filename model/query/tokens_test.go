package query_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"bordertop/model"
	"bordertop/model/clean"
	"bordertop/model/modeltest"
	"bordertop/model/query"
)

// A dictionary of more words than two bytes count is searched as a small one is.
func TestALogOfManyWords(t *testing.T) {
	t.Parallel()
	const events, words = 3600, 20
	at := model.Exactly(modeltest.Time(t, "2025-11-10"))
	title := func(i int) string {
		var b strings.Builder
		for w := range words {
			fmt.Fprintf(&b, "w%x ", i*words+w)
		}
		return b.String()
	}
	var records []model.Record
	for i := range events {
		records = append(records, &model.Incident{Fact: model.Fact{ID: model.ID(fmt.Sprintf("i-%04d", i))}, At: at, Title: clean.Line(title(i))})
	}
	l, err := model.NewLog(model.DefaultRules(), records...)
	if err != nil {
		t.Fatal(err)
	}
	x, s := query.NewIndex(l), scopeAt(t, l, "2025-11-11")
	for _, word := range []string{"w0", "w1", "wf", "wff", "w10000", "w1193", "wffff", "w11", "w1ffff", "nothing"} {
		var want []model.ID
		for i := range events {
			if strings.Contains(" "+title(i), " "+word) {
				want = append(want, model.ID(fmt.Sprintf("i-%04d", i)))
			}
		}
		if got := found(t, x, word, s); !slices.Equal(got, want) {
			t.Errorf("%s finds %d, want %d", word, len(got), len(want))
		}
	}
	phrase := fmt.Sprintf(`"w%x w%x"`, 3599*words+3, 3599*words+4)
	if got := found(t, x, phrase, s); !slices.Equal(got, []model.ID{"i-3599"}) {
		t.Errorf("%s finds %v", phrase, got)
	}
}
