package facts_test

import (
	"testing"

	"bordertop/model"
	"bordertop/model/source"
	"bordertop/model/source/facts"
)

func FuzzRead(f *testing.F) {
	f.Add([]byte(dataFacts), true)
	f.Add([]byte(lines), false)
	f.Add([]byte(`{"record":"source","id":"x","title":"y"}`+"\n"+`{"record":"amendment","of":["x"],"kind":"correction","set":{"title":"z"},"id":"a","known":"2026-11-23"}`), false)
	f.Fuzz(func(t *testing.T, body []byte, isTOML bool) {
		name := "https://example.org/x.jsonl"
		if isTOML {
			name = "https://example.org/x.toml"
		}
		c := call(t)
		c.Web = page{URL: name, Body: append([]byte{}, body...)}
		got, err := open(t, facts.HTTP(), source.Settings{URL: name}).Ask(t.Context(), c)
		if err != nil {
			return
		}
		if _, err := model.NewLog(model.DefaultRules(), got.Records...); err != nil {
			t.Errorf("the records do not go together: %v", err)
		}
	})
}
