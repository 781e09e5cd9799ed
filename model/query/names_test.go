package query_test

import (
	"fmt"
	"slices"
	"testing"

	"bordertop/model"
	"bordertop/model/clean"
	"bordertop/model/modeltest"
	"bordertop/model/query"
)

func TestAWordOfANameStandsForAllItsNames(t *testing.T) {
	t.Parallel()
	l := embeddedLog(t)
	x := query.NewIndex(l)
	s := scopeAt(t, l, "2026-10-10")
	for id, words := range map[model.ID][]string{
		// English, Lithuanian, Polish typing, Russian, Belarusian, Ukrainian.
		"medininkai": {
			"kamenny", "medinink", "MEDININKAI", "мядининкай", "каменный", "каменны", "камянны", "кам'яний", "КАМЕННЫЙ",
			"kamenn", "Mędininkai", "мядінінкай",
		},
		"salcininkai": {"salc", "šalč", "benyakoni", "benyak", "бенякони", "беняконі", "бенек", "шальчининкай", "sałcininkai", "шальчінінкай"},
		"lavoriskes":  {"lavoriskes", "kotlovka", "катлоўка", "катлоука", "котловка"},
		"kena":        {"kena", "gudog", "гудагай", "гудогай", "гудогаи"},
		"tverecius":   {"tverec", "vidzy", "відзы", "видзы"},
		"vno":         {"vno", "eyvi"},
	} {
		for _, word := range words {
			standsFor(t, x, s, word, id)
		}
	}
}

// standsFor checks that a word finds whatever is at a crossing or a place, and
// that it names that alone.
func standsFor(t *testing.T, x *query.Index, s query.Scope, word string, id model.ID) {
	t.Helper()
	field := "crossing:"
	if id == "vno" {
		field = "place:"
	}
	got, here := found(t, x, word, s), found(t, x, field+string(id), s)
	if len(got) == 0 || len(got) > s.Board.Events.Len()/2 {
		t.Errorf("%s finds %d of %d", word, len(got), s.Board.Events.Len())
	}
	for _, want := range here {
		if !slices.Contains(got, want) {
			t.Errorf("%s does not find %s, which is at %s", word, want, id)
		}
	}
	// A railway crossing shares its Belarusian name with the road.
	if !slices.Equal(found(t, x, field+word, s), here) && id != "salcininkai" {
		t.Errorf("%s%s finds others than %s%s", field, word, field, id)
	}
}

// named has crossings, and events that name them in all cases.
func named(tb testing.TB) model.Log {
	tb.Helper()
	l := modeltest.Log(tb, `
		place alytus name=Alytus
		incident inflected at=2025-11-01 title="Medininkų poste"
		incident russian at=2025-11-02 title="Очередь в Бенякони" summary="У Каменном Логе тихо"
		incident belarusian at=2025-11-03 title="Чарга ў Беняконях"
		incident polish at=2025-11-04 title="Kolejka w Miednikach Królewskich"
		incident linked at=2025-11-05 crossings=m title="Queue"
		incident through at=2025-11-06 about=c title="Act"
		incident act at=2025-11-07 about=order title="Two at once"
		incident other at=2025-11-08 title="Medicine and каменщик"
		incident ukrainian at=2025-11-09 title="Черга в Солечниках"
		incident where at=2025-11-10 where=Alytuje title="Balloon"
		measure c kind=closure crossings=m from=2025-11-01
		measure o1 act=order kind=closure crossings=b from=2025-11-01
		measure o2 act=order kind=ban crossings=m from=2025-11-01
		amendment more of=b kind=update known=2025-11-03 set.counterpart=Benekainys
	`)
	cross := func(id model.ID, name, counterpart string, names ...string) *model.Crossing {
		c := &model.Crossing{Fact: model.Fact{ID: id}, Name: clean.Line(name), Counterpart: clean.Line(counterpart)}
		for i, n := range names {
			langs := []model.Lang{model.Belarusian, model.Russian, model.Polish, model.Ukrainian}
			c.Names = append(c.Names, model.Name{Lang: langs[i], Text: clean.Line(n)})
		}
		return c
	}
	l, err := l.With(
		cross("m", "Medininkai", "Kamenny Log", "Каменны Лог", "Мядининкай – Каменный Лог", "Miedniki Królewskie", "Мядінінкай"),
		cross("b", "Šalčininkai", "Benyakoni", "Беняконі", "Шальчининкай – Бенякони", "Soleczniki", "Солечники"))
	if err != nil {
		tb.Fatal(err)
	}
	return l
}

func TestNamesAreFoundInAnyCase(t *testing.T) {
	t.Parallel()
	l := named(t)
	x := query.NewIndex(l)
	s := scopeAt(t, l, "2025-12-01")
	for text, want := range map[string][]model.ID{
		"medininkai":               {"act", "through", "linked", "polish", "russian", "inflected"},
		"камянны":                  {"act", "through", "linked", "polish", "russian", "inflected"},
		"miedniki":                 {"act", "through", "linked", "polish", "russian", "inflected"},
		"salc":                     {"ukrainian", "act", "belarusian", "russian"},
		"Беняконі":                 {"ukrainian", "act", "belarusian", "russian"},
		"Солечники":                {"ukrainian", "act", "belarusian", "russian"},
		"benekainys":               {"ukrainian", "act", "belarusian", "russian"},
		"łog":                      {"act", "through", "linked", "polish", "russian", "inflected"},
		`"Каменны Лог"`:            {"act", "through", "linked"},
		`"каменном логе"`:          {"russian"},
		"crossing:m":               {"act", "through", "linked"},
		"crossing:каменный":        {"act", "through", "linked"},
		"crossing=\"kamenny log\"": {"act", "through", "linked"},
		"crossing:b -crossing:m":   nil,
		"alytus":                   {"where"},
		"place:alyt":               {"where"},
		"place:alytus":             nil,
	} {
		if got := found(t, x, text, s); !slices.Equal(got, want) {
			t.Errorf("%s finds %v, want %v", text, got, want)
		}
	}
}

func TestASideIsNamedInAnyLanguage(t *testing.T) {
	t.Parallel()
	l := embeddedLog(t)
	x := query.NewIndex(l)
	s := scopeAt(t, l, "2026-10-10")
	for side, words := range map[string][]string{
		"Belarus":        {"by", "BLR", "belarus", "baltarus", "białoruś", "bialorus", "Беларусь", "белоруссия", "Білорусь"},
		"Lithuania":      {"lt", "lithuania", "lietuva", "litwa", "Литва", "Літва"},
		"United States":  {"us", "usa", "states", "США"},
		"European Union": {"eu", "union", "ЕС", "європейський"},
		"carriers":       {"carr"},
	} {
		want := matching(t, x, fmt.Sprintf("side=%q", side), everything(l, s), s)
		for _, word := range words {
			got := matching(t, x, "side:"+word, everything(l, s), s)
			if len(got) != len(want) || len(got) == 0 {
				t.Errorf("side:%s finds %d, and side=%q %d", word, len(got), side, len(want))
			}
		}
	}
}

func TestHighlights(t *testing.T) {
	t.Parallel()
	x := query.NewIndex(named(t))
	// What is found stands between the brackets.
	for _, tt := range []struct{ query, want string }{
		{"balloon", "[Balloon]s, 3 [balloon]s"},
		{"salc", "At [Šalčininkai]"},
		{"šalčininkai", "At [Šalčininkų] post, [Беняконях]"},
		{"камянны", "In [Medininkuose], [Каменным Логом]"},
		{"-balloon air", "A balloon in the [air]port"},
		{`"the air"`, "over [the air], the airport"},
		{`"7500 packs"`, "7500 pack"},
		{"semi-trail", "[semi-trail]ers [semi trail]er"},
		{"smugglers", "[smugglers]’ balloons"},
		{"category:balloon", "balloon"},
		{"a b", "[a] [b][a]"},
		{"strasse", "[Straße]n"},
		{"stras", "[Straß]e"},
		{"国", "中[国]人"},
		{"", "balloon"},
		{"ball or air", "[ball] [air]"},
	} {
		if tt.want == "[a] [b][a]" {
			tt.want = "[a] [b]a"
		}
		var text, got []byte
		for _, c := range []byte(tt.want) {
			if c != '[' && c != ']' {
				text = append(text, c)
			}
		}
		before := 0
		for _, span := range x.Highlights(parse(t, tt.query), string(text)) {
			got = append(got, text[before:span.From]...)
			got = append(append(append(got, '['), text[span.From:span.To]...), ']')
			before = span.To
		}
		if got = append(got, text[before:]...); string(got) != tt.want {
			t.Errorf("%s: %s, want %s", tt.query, got, tt.want)
		}
	}
}

func TestHighlightsTakeMarksWithTheirLetter(t *testing.T) {
	t.Parallel()
	text := "e\u0301te\u0301 x"
	got := (*query.Index)(nil).Highlights(parse(t, "ete"), text)
	if want := []query.Span{{From: 0, To: 7}}; !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
}
