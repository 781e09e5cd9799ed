package model_test

import (
	"testing"

	"bordertop/model"
	"bordertop/model/modeltest"
)

func TestBoardAnswersForItsRecords(t *testing.T) {
	t.Parallel()
	b := modeltest.Board(t, "2025-11-11", `crossing m countries=LT serves=car,truck
		source s published=2025-11-10
		measure a act=x kind=closure crossings=m from=2025-10-29 until=2025-11-30 sources=s known=2025-10-27
		measure b act=x kind=ban crossings=m from=2025-10-29 classes=truck
		count n what=stranded unit=truck at=2025-11-10 value=1000 by=A
		count later what=stranded unit=truck at=2025-11-12 value=1100 by=A`)
	if _, ok := b.Record("later"); ok {
		t.Error("a count of tomorrow is known today")
	}
	for _, tt := range []struct{ of, want string }{{"m", "a b"}, {"x", "a b"}, {"n", "n"}, {"none", ""}} {
		var ids []model.ID
		for _, r := range b.Why(model.ID(tt.of)) {
			ids = append(ids, r.Record.Head().ID)
		}
		if joined(ids) != tt.want {
			t.Errorf("why %s: %v, want %s", tt.of, ids, tt.want)
		}
	}
}

func TestBoardFindsItsClaims(t *testing.T) {
	t.Parallel()
	b := modeltest.Board(t, "2025-11-11", `count n what=stranded unit=truck at=2025-11-10 value=1000 by=A
		count o what=stranded unit=truck at=2025-11-08 value=900 by=A
		count p what=parked unit=truck at=2025-11-08 value=900 by=A
		source s`)
	if g, c, ok := b.Claim("n"); !ok || c.Count.ID != "n" || g.What != model.Stranded {
		t.Error("the claim that is shown is not found")
	}
	if _, _, ok := b.Claim("o"); ok {
		t.Error("a claim that a newer one stands for is shown")
	}
	if h := b.History(model.Stranded); len(h) != 2 || h[0].ID != "o" || h[1].ID != "n" {
		t.Errorf("history %v, want o and n", h)
	}
	if _, ok := b.Crossing("n"); ok {
		t.Error("a count is a crossing")
	}
	if got := b.Age(modeltest.Moment(t, "2025-11-10")).Hours(); int(got) != 47 {
		t.Errorf("age %v hours, want 47 and a bit", got)
	}
	if b.Age(model.Moment{}) != 0 || b.Age(modeltest.Moment(t, "2025-11-13")) != 0 {
		t.Error("what has no time or lies ahead has an age")
	}
	if b.Source("s") == nil || b.Source("n") != nil {
		t.Error("want s as a source, and n not")
	}
}

func TestStaleCountCountsEachKind(t *testing.T) {
	t.Parallel()
	b := modeltest.Board(t, "2025-12-11", `crossing m
		report r crossings=m at=2025-10-01 state=open
		count n what=stranded unit=truck at=2025-11-10 value=1000
		condition k stated=2025-11-10
		queue q crossing=m at=2025-11-10
		measure standing kind=ban from=2020-01-01`)
	if got := b.StaleCount(); got != 4 {
		t.Errorf("got %d, want 4", got)
	}
	if got := modeltest.Board(t, "2025-11-10", `count n at=2025-11-10 value=1`).StaleCount(); got != 0 {
		t.Errorf("got %d, want 0", got)
	}
}
