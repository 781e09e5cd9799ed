package query_test

import (
	"errors"
	"fmt"
	"time"

	"bordertop/model"
	"bordertop/model/clean"
	"bordertop/model/query"
)

func ExampleParse() {
	for _, text := range []string{
		`airport  severity>=3 since:2025-10-20`,
		`"in force" -(trucks OR balloon)`,
		`cat:airport,"air base" month:2025-11`,
	} {
		q, err := query.Parse(text, time.UTC)
		fmt.Println(q, err)
	}
	// Output:
	// airport severity>=3 since:2025-10-20 <nil>
	// "in force" -(trucks or balloon) <nil>
	// category:airport,"air base" on:2025-11 <nil>
}

func ExampleParse_fault() {
	_, err := query.Parse("airport categroy:trucks", time.UTC)
	if f, ok := errors.AsType[*query.Fault](err); ok {
		fmt.Println(f.At, f.Len, f.Meant)
		fmt.Println(f)
	}
	// Output:
	// 8 8 category
	// there is no field "categroy": did you mean category?
}

func ExampleParse_unfinished() {
	q, err := query.Parse("airport severity>=", time.UTC)
	f, _ := errors.AsType[*query.Fault](err)
	fmt.Println(f.Unfinished, q)
	// Output:
	// true airport
}

func ExampleIndex_Search() {
	at := time.Date(2025, 11, 1, 12, 0, 0, 0, time.UTC)
	l, err := model.NewLog(model.DefaultRules(),
		&model.Crossing{
			Fact: model.Fact{ID: "salcininkai"}, Name: clean.Line("Šalčininkai"), Counterpart: clean.Line("Benyakoni"),
			Aliases: []clean.Text{clean.Line("Бенякони")},
		},
		&model.Incident{Fact: model.Fact{ID: "a"}, At: model.Exactly(at), Title: clean.Line("Queue at Бенякони grows")},
		&model.Incident{Fact: model.Fact{ID: "b"}, At: model.Exactly(at), Title: clean.Line("Fog")})
	if err != nil {
		fmt.Println(err)
		return
	}
	x := query.NewIndex(l)
	s := query.Scope{Board: l.At(at, at), At: at, Zone: time.UTC}
	q, _ := query.Parse("salc", s.Zone)
	for _, place := range x.Search(q, s) {
		fmt.Println(s.Board.Events.ID(place))
	}
	// Output:
	// a
}

func ExampleIndex_Highlights() {
	q, _ := query.Parse("balloon -radar", time.UTC)
	x := query.NewIndex(model.Log{})
	text := "Radar saw 42 balloons"
	for _, span := range x.Highlights(q, text) {
		fmt.Println(text[span.From:span.To])
	}
	// Output:
	// balloon
}

func ExampleIndex_Complete() {
	x := query.NewIndex(model.Log{})
	from, words := x.Complete("airport is:st", len("airport is:st"))
	fmt.Println(from, words)
	// Output:
	// 11 [stale state-media steady]
}
