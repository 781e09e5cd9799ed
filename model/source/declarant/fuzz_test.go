package declarant_test

import (
	"testing"

	"bordertop/model/source/declarant"
	"bordertop/model/source/sourcetest"
)

func FuzzRead(f *testing.F) {
	for _, name := range []string{"monitoring_kamenny_log.json", "monitoring_benyakoni_empty.json", "checkpoint.json"} {
		f.Add(sourcetest.Sample(f, name), sourcetest.Sample(f, "statistics.json"))
	}
	f.Add([]byte(`{"info":{"id":"`+kamennyLog+`"},"carLiveQueue":[{"status":2,"order_id":-1}]}`), []byte(`{"checkpointId":"`+kamennyLog+`","carLastHour":-1,"carLastDay":99999999999}`))
	f.Fuzz(func(t *testing.T, list, statistics []byte) {
		c := sourcetest.Call(t, now, "medininkai", "salcininkai")
		for _, url := range []string{"", "https://example.org/checkpoint"} {
			c.Web = sourcetest.Pages{"monitoring-new": list, "statistics": statistics, "checkpoint?": list, "org/checkpoint": list}
			s := settings()
			s.URL = url
			if got, err := sourcetest.Ask(t, declarant.Kind(), s, c); err == nil {
				sourcetest.Sound(t, s, c, got)
			}
		}
	})
}
