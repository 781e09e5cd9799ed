package lang_test

import (
	"testing"

	"bordertop/model"
	"bordertop/model/lang"
	"bordertop/model/source"
)

func TestEveryStateAndReasonOfASourceHasWords(t *testing.T) {
	t.Parallel()
	for _, l := range []model.Lang{model.English, model.Lithuanian} {
		w := lang.Of(l)
		for _, s := range source.States() {
			if w.Faring(string(s)) == "" {
				t.Errorf("%s: no word for %s", l, s)
			}
		}
		for _, why := range source.Whys() {
			if w.WhyFailing(string(why)) == "" {
				t.Errorf("%s: no words for %s", l, why)
			}
		}
		if states, whys := len(w.Live.States), len(w.Live.Whys); states != len(source.States()) || whys != len(source.Whys()) {
			t.Errorf("%s: %d states and %d reasons have words", l, states, whys)
		}
	}
}
