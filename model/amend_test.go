package model_test

import (
	"fmt"
	"strings"
	"testing"

	"bordertop/model"
	"bordertop/model/modeltest"
)

// amendedText is what became of record a: its value, what changed, by whom.
func amendedText(b model.Board) string {
	a, ok := b.Record("a")
	if !ok {
		return "not known"
	}
	var s strings.Builder
	switch r := a.Record.(type) {
	case *model.Condition:
		s.WriteString(string(r.State))
	case *model.Count:
		if r.Value != nil {
			fmt.Fprint(&s, *r.Value)
		}
	case *model.Measure:
		s.WriteString("until " + clock(r.Until) + " ended " + clock(r.Ended))
	default:
		s.WriteString(string(r.Kind()))
	}
	for _, c := range a.Changes {
		fmt.Fprintf(&s, "; %s by %s", c.Field, c.By.ID)
	}
	for _, d := range a.Disputes {
		fmt.Fprintf(&s, "; disputed by %s", d.ID)
	}
	if a.Withdrawal != nil {
		fmt.Fprintf(&s, "; withdrawn by %s", a.Withdrawal.ID)
	}
	return s.String()
}

func TestAmendments(t *testing.T) {
	t.Parallel()
	const condition = `condition a stated=2025-11-01 state=unmet` + "\n"
	fold(t, "", []foldCase{
		{
			name: "update from their own time", at: "2025-11-18",
			records: condition + `amendment u of=a kind=update known=2025-11-10 at=2025-11-18 set.state=partly`, want: `partly; state by u`,
		},
		{
			name: "do not update before it", at: "2025-11-17",
			records: condition + `amendment u of=a kind=update known=2025-11-10 at=2025-11-18 set.state=partly`, want: `unmet`,
		},
		{
			name: "update from when they became known where they have no time", at: "2025-11-17", known: "2025-11-30",
			records: condition + `amendment u of=a kind=update known=2025-11-18 set.state=partly`, want: `unmet`,
		},
		{
			name: "do nothing before they are known", at: "2025-11-20", known: "2025-11-17",
			records: condition + `amendment u of=a kind=update known=2025-11-18 at=2025-11-10 set.state=partly`, want: `unmet`,
		},
		{
			name: "give until and ended at once, for these carry their own time", at: "2025-11-10", known: "2025-11-20",
			records: `measure a kind=closure from=2025-11-01 until=2025-11-30
			          amendment u of=a kind=update known=2025-11-18 at=2025-11-18 set.until=2025-11-25 set.ended="2025-11-20 00:00" set.scope=all`,
			want: `until 2025-11-25 ended 2025-11-20 00:00; until by u; ended by u`,
		},
		{
			name: "correct from the start", at: "2025-11-02", known: "2025-11-30",
			records: `count a at=2025-11-01 value=1
			          amendment c of=a kind=correction known=2025-11-18 set.value=2`,
			want: `2; value by c`,
		},
		{
			name: "dispute without winning", at: "2025-11-20",
			records: `count a at=2025-11-01 value=1
			          amendment d of=a kind=dispute known=2025-11-18 set.value=2`,
			want: `1; disputed by d`,
		},
		{
			name: "withdraw what stays in the log", at: "2025-11-20",
			records: `count a at=2025-11-01 value=1
			          amendment w of=a kind=withdrawal known=2025-11-18`,
			want: `1; withdrawn by w`,
		},
		{
			name: "hold in the order of their times, whenever they became known", at: "2025-11-20",
			records: condition + `amendment u of=a kind=update known=2025-11-10 at=2025-11-09 set.state=met
			          amendment v of=a kind=update known=2025-11-12 at=2025-11-05 set.state=partly`,
			want: `met; state by v; state by u`,
		},
		{
			name: "of one time go by when they became known", at: "2025-11-20",
			records: condition + `amendment v of=a kind=update known=2025-11-10 at=2025-11-09 set.state=met
			          amendment u of=a kind=update known=2025-11-12 at=2025-11-09 set.state=partly`,
			want: `partly; state by v; state by u`,
		},
		{
			name: "of one time and known together go by id", at: "2025-11-20",
			records: condition + `amendment v of=a kind=update known=2025-11-10 set.state=met
			          amendment u of=a kind=update known=2025-11-10 set.state=partly`,
			want: `met; state by u; state by v`,
		},
		{
			name: "that correct come before updates", at: "2025-11-20",
			records: condition + `amendment u of=a kind=update known=2025-11-10 set.state=met
			          amendment v of=a kind=correction known=2025-11-12 set.state=partly`,
			want: `met; state by v; state by u`,
		},
		{
			name: "of an act and of its measure are merged by the same order", at: "2025-11-20",
			records: `measure a act=x kind=closure from=2025-11-01
			          amendment z of=a kind=update known=2025-11-10 set.until=2025-11-21
			          amendment v of=x kind=update known=2025-11-10 set.until=2025-11-22
			          amendment w of=x kind=update known=2025-11-09 set.until=2025-11-23`,
			want: `until 2025-11-21 ended -; until by w; until by v; until by z`,
		},
		{
			name: "that name a measure and its act count once", at: "2025-11-20",
			records: `measure a act=x kind=closure from=2025-11-01
			          amendment u of=a,x,a kind=update known=2025-11-10 set.until=2025-11-21`,
			want: `until 2025-11-21 ended -; until by u`,
		},
		{
			name: "are themselves withdrawn", at: "2025-11-20",
			records: condition + `amendment u of=a kind=update known=2025-11-10 set.state=met
			          amendment w of=u kind=withdrawal known=2025-11-11`,
			want: `unmet`,
		},
		{
			name: "are resolved three deep", at: "2025-11-20",
			records: condition + `amendment u of=a kind=withdrawal known=2025-11-10
			          amendment v of=u kind=withdrawal known=2025-11-11
			          amendment w of=v kind=withdrawal known=2025-11-12`,
			want: `unmet; withdrawn by u`,
		},
		{
			name: "are corrected before they are applied", at: "2025-11-20",
			records: condition + `amendment u of=a kind=update known=2025-11-10 at=2025-11-25 set.state=met
			          amendment v of=u kind=correction known=2025-11-11 set.at=2025-11-15`,
			want: `met; state by u`,
		},
		{
			name: "stand as they were until their own amendments are known", at: "2025-11-20", known: "2025-11-10",
			records: condition + `amendment u of=a kind=update known=2025-11-10 set.state=met
			          amendment w of=u kind=withdrawal known=2025-11-11`,
			want: `met; state by u`,
		},
		{
			name: "in a circle come to an end", at: "2025-11-20",
			records: condition + `amendment u of=a,v kind=correction known=2025-11-10 set.state=met set.reason=u
			          amendment v of=u,v kind=correction known=2025-11-10 set.reason=v`,
			want: `met; state by u`,
		},
		{
			name: "pass over fields that the record does not have", at: "2025-11-20",
			records: condition + `amendment u of=a kind=correction known=2025-11-10 set.value=3 set.state=nonsense`, want: `unmet`,
		},
	}, amendedText)
}

func TestAmendmentKeepsTheOldValueAndTheRecord(t *testing.T) {
	t.Parallel()
	l := modeltest.Log(t, `count a at=2025-11-01 value=1
		source s published=2025-11-19
		source r published=2025-11-20
		amendment c of=a kind=correction known=2025-11-18 set.value=2 sources=s
		amendment d of=a kind=dispute known=2025-11-18 set.value=3 sources=r
		amendment w of=a kind=withdrawal known=2025-11-18 sources=s`)
	at := modeltest.Time(t, "2025-11-20")
	b := l.At(at, at)
	a, _ := b.Record("a")
	old, ok := a.Changes[0].Old.(*int64)
	if !ok || *old != 1 {
		t.Errorf("old value %v, want 1", a.Changes[0].Old)
	}
	if stated, ok := l.Record("a").(*model.Count); !ok || *stated.Value != 1 {
		t.Error("the record itself was changed")
	}
	var sources []model.ID
	for _, s := range b.Sources("a") {
		sources = append(sources, s.ID)
	}
	if joined(sources) != "r s" {
		t.Errorf("sources %v, want those of the amendments, the newest first, each once", sources)
	}
}

func TestManyAmendmentsOfAmendmentsTakeNoLongerThanTheirNumber(t *testing.T) {
	t.Parallel()
	// Each of 12 layers amends all 12 of the layer below: 12^12 paths.
	var records strings.Builder
	records.WriteString("count a at=2025-11-01 value=1\n")
	below := "a"
	for layer := range 12 {
		var ids []string
		for i := range 12 {
			ids = append(ids, fmt.Sprintf("u-%d-%d", layer, i))
			fmt.Fprintf(&records, "amendment %s of=%s kind=dispute known=2025-11-02\n", ids[i], below)
		}
		below = strings.Join(ids, ",")
	}
	a, _ := modeltest.Board(t, "2025-11-20", records.String()).Record("a")
	if len(a.Disputes) != 12 {
		t.Errorf("%d disputes, want 12", len(a.Disputes))
	}
}
