package detail_test

import (
	"strings"
	"testing"

	"bordertop/model"
	"bordertop/model/clean"
	"bordertop/model/source"
)

func TestASourceThatIsLiveTellsHowItFares(t *testing.T) {
	t.Parallel()
	now := at(11, 18)
	s := scene(t, now, "vsat", &model.Source{Fact: model.Fact{ID: "vsat"}, Publisher: clean.Line("VSAT"), Type: model.Official})
	if page := whole(s, 64); strings.Contains(page, "state") {
		t.Errorf("one that is not live fares:\n%s", page)
	}
	s.Feeds = []source.Health{{ID: "other"}, {ID: "vsat", Since: now, Why: source.Refused, Detail: clean.Line("HTTP 503")}}
	for _, want := range []string{"✗ failing", "none", "refuses to answer: HTTP 503"} {
		if page := whole(s, 64); !strings.Contains(page, want) {
			t.Errorf("no %q in\n%s", want, page)
		}
	}
}
