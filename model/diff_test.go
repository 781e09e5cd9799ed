package model_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"bordertop/model"
	"bordertop/model/modeltest"
)

func TestDiffTellsWhatIsOther(t *testing.T) {
	t.Parallel()
	const records = `crossing m countries=LT serves=car
		measure gov kind=closure crossings=m from=2025-10-29 until="2025-11-30 24:00"
		amendment lift of=gov kind=update known=2025-11-19 set.ended="2025-11-20 00:00"
		count old what=stranded unit=truck at=2025-11-10 value=1000 by=A
		count new what=stranded unit=truck at=2025-11-19 value=1300 by=A
		condition k side=L stated=2025-11-11 state=unmet
		amendment part of=k kind=update known=2025-11-18 set.state=partly
		incident i at=2025-11-19
		statement s at=2025-11-12
		amendment wrong of=old,s kind=dispute known=2025-11-19 set.value=900`
	l := modeltest.Log(t, records)
	before, after := modeltest.Time(t, "2025-11-12"), modeltest.Time(t, "2025-11-20 00:30")
	a, b := l.At(before, before), l.At(after, after)
	until, ended := modeltest.Moment(t, "2025-11-30 24:00"), modeltest.Moment(t, "2025-11-20 00:00")
	want := []model.Difference{
		{Kind: model.StateChanged, ID: "m", Before: model.CrossingState{State: model.Closed}, After: model.CrossingState{State: model.Open}},
		{
			Kind: model.DeadlineChanged, ID: "gov", Before: model.DeadlineChange{State: model.Running, At: until},
			After: model.DeadlineChange{State: model.LiftedEarly, At: ended},
		},
		{Kind: model.ClaimChanged, ID: "new", After: [2]int64{1300, 1300}},
		{Kind: model.ClaimChanged, ID: "old", Before: [2]int64{1000, 1000}},
		{Kind: model.ConditionChanged, ID: "k", Before: model.Unmet, After: model.PartlyMet},
		{Kind: model.EventAdded, ID: "i"},
		{Kind: model.RecordAmended, ID: "old"},
		{Kind: model.RecordAmended, ID: "s"},
	}
	if diff := cmp.Diff(want, model.Diff(a, b)); diff != "" {
		t.Errorf("differences (-want +got):\n%s", diff)
	}
	if same := model.Diff(b, l.At(after, after)); len(same) != 0 {
		t.Errorf("a board differs from itself: %v", same)
	}
	if all := model.Diff(model.Board{}, b); len(all) == 0 {
		t.Error("nothing is other than on the empty board")
	}
}

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
