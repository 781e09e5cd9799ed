package query_test

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"bordertop/model"
	"bordertop/model/dataset"
	"bordertop/model/query"
)

func TestTextNamesCrossingsAndPlacesInAnyScript(t *testing.T) {
	t.Parallel()
	d, faults := dataset.Embedded(dataset.Options{Now: time.Date(2026, 11, 26, 12, 0, 0, 0, time.UTC)})
	if len(faults) > 0 {
		t.Fatal(faults)
	}
	log, err := model.NewLog(model.DefaultRules(), d.Records...)
	if err != nil {
		t.Fatal(err)
	}
	g := query.NewGazetteer(log)
	for text, want := range map[string][2][]model.ID{
		"Lithuania closes Medininkai and Šalčininkai crossings": {{"medininkai", "salcininkai"}, nil},
		"Uždaromas Medininkų pasienio punktas":                  {{"medininkai"}, nil},
		"Очередь в Каменном Логу, «Привалка» закрыта":           {{"medininkai", "raigardas"}, nil},
		"Чарга ў Каменным Логу":                                 {{"medininkai"}, nil},
		"В Беняконях пусто":                                     {{"salcininkai", "stasylos"}, nil},
		"SALCININKAI":                                           {{"salcininkai"}, nil},
		"Flights at Vilnius airport stopped":                    {nil, {"vno"}},
		"EYVI closed":                                           {nil, {"vno"}},
		"Vnovi":                                                 {nil, nil},
		"":                                                      {nil, nil},
	} {
		var got [2][]model.ID
		got[0], got[1] = g.Named(text)
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%q (-want +got):\n%s", text, diff)
		}
	}
	if crossings, places := (query.Gazetteer{}).Named("Medininkai"); crossings != nil || places != nil {
		t.Errorf("the zero Gazetteer knows %v, %v", crossings, places)
	}
}
