package headline_test

import (
	"testing"

	"bordertop/model"
	"bordertop/model/source"
	"bordertop/model/source/headline"
)

func TestDefaultRulesTellWhatHeadlinesAreAbout(t *testing.T) {
	t.Parallel()
	rules, faults := headline.Compile(nil)
	if len(faults) > 0 {
		t.Fatal(faults)
	}
	for text, want := range map[string]model.ID{
		"Lithuania closes Medininkai and Šalčininkai crossings & suspends Vilnius flights": "closure",
		"Checkpoint closed": "closure",
		"Border with Belarus to stay closed, reopening date unknown": "closure",
		"Lithuania will not reopen border with Belarus":              "closure",
		"Lithuania reopens border with Belarus after closure":        "reopening",
		"Vilnius airport closed over balloons":                       "airport",
		"Flights resume at Vilnius airport after balloon alert":      "airport",
		"Smuggling balloons from Belarus found near Kaunas":          "balloon",
		"Drone from Belarus crashes in Lithuania":                    "drone",
		"Queues of trucks at the border grow":                        "trucks",
		"Unrelated story about basketball":                           "",
		"Shop closed for renovation":                                 "",
		"Balloon festival in Kaunas":                                 "",
		"Be2gether":                                                  "",

		"Lietuva uždaro sieną su Baltarusija":                   "closure",
		"Vyriausybė nusprendė: pasienio punktai neatidaromi":    "closure",
		"Atidaroma siena su Baltarusija":                        "reopening",
		"Vilniaus oro uostas vėl stabdo skrydžius dėl balionų":  "airport",
		"Vilniaus oro uoste atnaujinti skrydžiai":               "airport",
		"Pasieniečiai rado dar penkis kontrabandinius balionus": "balloon",
		"Iš Baltarusijos įskrido dronas":                        "drone",
		"Medininkų pasienio punkte – kilometrinė vilkikų eilė":  "trucks",
		"Polska zamyka przejścia graniczne z Białorusią":        "closure",
		"Otwarto przejście graniczne w Kuźnicy":                 "reopening",
		"Lotnisko w Wilnie wstrzymało loty":                     "airport",
		"Balony znad Białorusi znów nad Litwą":                  "balloon",
		"Bezzałogowiec wleciał z Białorusi":                     "drone",
		"Kolejki ciężarówek na granicy":                         "trucks",
		"Литва закрывает границу с Беларусью":                   "closure",
		"Литва снова не откроет границу":                        "closure",
		"Литва открыла погранпереходы":                          "reopening",
		"Аэропорт Вильнюса приостановил работу из-за шаров":     "airport",
		"Метеозонды из Беларуси снова в Литве":                  "balloon",
		"Шары с контрабандой летят из Беларуси":                 "balloon",
		"Беспилотник залетел из Белоруссии":                     "drone",
		"Очередь из грузовиков на границе выросла":              "trucks",
		"Літва закрывае мяжу з Беларуссю":                       "closure",
		"Літва адкрыла мяжу":                                    "reopening",
		"Аэрапорт Вільнюса прыпыніў працу":                      "airport",
		"Чарга грузавікоў на мяжы":                              "trucks",
		"Беспілотнік заляцеў з Беларусі":                        "drone",
		"": "",
	} {
		of, ok := rules.Match(text)
		if of.Category != want || ok != (want != "") {
			t.Errorf("%q is %q, want %q", text, of.Category, want)
		}
	}
}

func TestRuleNeedsOneOfAnyAllOfAllAndNoneOfNone(t *testing.T) {
	t.Parallel()
	rules, faults := headline.Compile([]source.Rule{
		{Any: []string{"oro uost*", "BALION*"}, All: []string{"Vilni*|Kaun*", "dėl"}, None: []string{"festival*"}, Category: "airport", Severity: 2},
		{Any: []string{"re open"}, Category: "reopening"},
	})
	if len(faults) > 0 {
		t.Fatal(faults)
	}
	for text, want := range map[string]model.ID{
		"Vilniaus oro uostas uždarytas dėl dronų": "airport",
		"Kauno balionai del vejo":                 "airport",
		"Vilniaus uostas, oro dėl":                "",
		"Vilniaus oro uostas":                     "",
		"Balionai dėl Vilniaus festivalio":        "",
		"Re-open!":                                "reopening",
		"Re-opened":                               "",
	} {
		if of, _ := rules.Match(text); of.Category != want {
			t.Errorf("%q is %q, want %q", text, of.Category, want)
		}
	}
}
