package model_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"bordertop/model"
	"bordertop/model/modeltest"
	"bordertop/model/squeeze"
)

// idsOf lists all records of a log, in the order of their ids.
func idsIn(l model.Log) string {
	ids := slices.Collect(l.Events().IDs())
	for _, r := range l.Rest() {
		ids = append(ids, r.Head().ID)
	}
	slices.Sort(ids)
	return joined(ids)
}

func TestPublicLeavesOutWhatIsUnderEmbargo(t *testing.T) {
	t.Parallel()
	const open = "count open at=2025-11-01 value=1\n"
	for name, tt := range map[string]struct{ at, records, want string }{
		"a record of any kind": {"2025-11-10 12:00", open + `
			source so embargo="2025-11-10 18:00"
			place pl name=x embargo="2025-11-10 18:00"
			crossing cr name=x embargo="2025-11-10 18:00"
			measure me kind=closure from=2025-11-01 embargo="2025-11-10 18:00"
			report re at=2025-11-01 state=open embargo="2025-11-10 18:00"
			deadline de due=2025-11-30 embargo="2025-11-10 18:00"
			count co at=2025-11-01 embargo="2025-11-10 18:00"
			queue qu at=2025-11-01 embargo="2025-11-10 18:00"
			incident in at=2025-11-01 embargo="2025-11-10 18:00"
			statement st at=2025-11-01 embargo="2025-11-10 18:00"
			condition cn stated=2025-11-01 embargo="2025-11-10 18:00"
			tally ta period=2025-10 embargo="2025-11-10 18:00"
			amendment am of=open kind=dispute known=2025-11-02 embargo="2025-11-10 18:00"`, "open"},
		"until it is over, and not a moment sooner": {"2025-11-10 17:59", "count a at=2025-11-01 embargo=\"2025-11-10 18:00\"\n" + open, "open"},
		"and no longer":             {"2025-11-10 18:00", "count a at=2025-11-01 embargo=\"2025-11-10 18:00\"\n" + open, "a open"},
		"a day to its last instant": {"2025-11-10 23:59", "count a at=2025-11-01 embargo=2025-11-10\n" + open, "open"},
		"what names it, however far": {"2025-11-10 12:00", open + `
			source s embargo=2025-11-10
			source repeats origin=s
			incident cites at=2025-11-01 sources=s
			statement tells at=2025-11-01 about=cites
			amendment amends of=tells kind=withdrawal known=2025-11-02
			count part at=2025-11-01 part_of=again
			count again at=2025-11-01 repeats=cited
			count cited at=2025-11-01 sources=repeats
			amendment both of=open,cited kind=dispute known=2025-11-02
			amendment says of=open kind=update known=2025-11-02 set.sources=s`, "open"},
		"what is there": {"2025-11-10 12:00", open + `
			crossing x name=x embargo=2025-11-10
			measure m kind=closure crossings=x from=2025-11-01
			measure n kind=closure crossings=y replaces=m from=2025-11-01
			report r crossings=x at=2025-11-01 state=open
			queue q crossing=x at=2025-11-01
			incident i crossings=x at=2025-11-01
			deadline d due=2025-11-30 about=i`, "open"},
		"an act with its only measure, and what tells of it": {"2025-11-10 12:00", open + `
			measure m act=x kind=closure from=2025-11-01 embargo=2025-11-10
			incident i about=x at=2025-11-01
			amendment u of=x kind=update known=2025-11-02 set.scope=all`, "open"},
		"but not an act with another": {"2025-11-10 12:00", open + `
			measure m act=x kind=closure from=2025-11-01 embargo=2025-11-10
			measure n act=x kind=closure from=2025-11-01
			amendment u of=x kind=update known=2025-11-02 set.scope=all`, "n open u"},
		"what an amendment put under it": {"2025-11-10 12:00", open + `
			count a at=2025-11-01
			amendment u of=a kind=update known=2025-11-02 set.embargo=2025-11-10`, "open"},
		"and an act": {"2025-11-10 12:00", open + `
			measure m act=x kind=closure from=2025-11-01
			amendment u of=x kind=update known=2025-11-02 set.embargo=2025-11-10`, "open"},
		"but not what an amendment freed": {"2025-11-10 12:00", open + `
			count a at=2025-11-01 embargo=2025-11-12
			amendment u of=a kind=update known=2025-11-02 set.embargo=2025-11-02`, "a open"},
		"nor what else that amendment says": {"2025-11-10 12:00", open + `
			count a at=2025-11-01 embargo=2025-11-12
			amendment u of=a kind=update known=2025-11-02 set.embargo=2025-11-02 set.value=5`, "a open u"},
		"unless that is not known yet": {"2025-11-10 12:00", open + `
			count a at=2025-11-01 embargo=2025-11-12
			amendment u of=a kind=update known=2025-11-11 set.embargo=2025-11-02`, "open"},
		"or is under embargo itself": {"2025-11-10 12:00", open + `
			count a at=2025-11-01 embargo=2025-11-12
			amendment u of=a kind=update known=2025-11-02 set.embargo=2025-11-02 embargo=2025-11-11`, "open"},
		"or was withdrawn": {"2025-11-10 12:00", open + `
			count a at=2025-11-01 embargo=2025-11-12
			amendment u of=a kind=update known=2025-11-02 set.embargo=2025-11-02
			amendment w of=u kind=withdrawal known=2025-11-03`, "open"},
		"what a dispute would free": {"2025-11-10 12:00", open + `
			count a at=2025-11-01 embargo=2025-11-12
			amendment u of=a kind=dispute known=2025-11-02 set.embargo=2025-11-02`, "open"},
		"what goes round in a circle": {"2025-11-10 12:00", open + `
			incident a at=2025-11-01 about=b embargo=2025-11-10
			incident b at=2025-11-01 about=a`, "open"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			l, now := modeltest.Log(t, tt.records), modeltest.Time(t, tt.at)
			if got := idsIn(l.Public(now)); got != tt.want {
				t.Errorf("public are %s, want %s", got, tt.want)
			}
			if got := idsIn(l.Packed(squeeze.S2{}).Public(now)); got != tt.want {
				t.Errorf("of a packed log %s, want %s", got, tt.want)
			}
		})
	}
}

func TestALogWithoutEmbargoesIsItsOwnPublicOne(t *testing.T) {
	t.Parallel()
	l := modeltest.Log(t, "count a at=2025-11-01\nincident i at=2025-11-01").Packed(squeeze.S2{})
	public := l.Public(modeltest.Time(t, "2025-11-10"))
	if public.Record("i") != l.Record("i") { // which a log makes once
		t.Error("it was made anew")
	}
}

func TestWhatWasUnderEmbargoBecameKnownWhenThatWasOver(t *testing.T) {
	t.Parallel()
	l := modeltest.Log(t, `count a at="2025-11-10 09:00" value=1 embargo="2025-11-10 18:00"
		count tells at="2025-11-10 09:00" repeats=a
		count freed at="2025-11-10 09:00" embargo="2025-11-10 18:00"
		amendment u of=freed kind=update known="2025-11-10 10:00" set.embargo="2025-11-10 08:00"
		condition c stated=2025-11-01 state=unmet
		amendment met of=c kind=update known="2025-11-10 09:00" set.state=met embargo="2025-11-10 18:00"
		count other at="2025-11-10 09:00"`)
	public := l.Public(modeltest.Time(t, "2025-11-11"))
	got := map[model.ID]string{}
	for _, id := range []model.ID{"a", "tells", "freed", "met", "other"} {
		got[id] = clock(model.Exactly(public.Known(id)))
	}
	want := map[model.ID]string{
		"a": "2025-11-10 18:00", "tells": "2025-11-10 18:00", "met": "2025-11-10 18:00",
		"freed": "2025-11-10 10:00", "other": "2025-11-10 09:00",
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("known from (-want +got):\n%s", d)
	}
	at := modeltest.Time(t, "2025-11-10 12:00")
	if c, _ := public.At(at, modeltest.Time(t, "2025-11-11")).Record("c"); c.Record.(*model.Condition).State != model.Met { //nolint:forcetypeassert // it is one
		t.Error("what an amendment did does not hold from when it did at the desk")
	}
	if c, _ := public.At(at, at).Record("c"); c.Record.(*model.Condition).State == model.Met { //nolint:forcetypeassert // it is one
		t.Error("the past knows of what was under embargo")
	}
	if a, _ := public.At(at, modeltest.Time(t, "2025-11-11")).Record("freed"); !public.Record("a").Head().Embargo.IsZero() || len(a.Changes) > 0 {
		t.Error("it is told that there was an embargo")
	}
	if !l.Known("a").Before(public.Known("a")) {
		t.Error("the desk itself knew it no sooner")
	}
}

func TestEmbargoesTellUntilWhen(t *testing.T) {
	t.Parallel()
	l := modeltest.Log(t, `count a at=2025-11-01 embargo="2025-11-10 18:00"
		count b at=2025-11-01 repeats=a
		count past at=2025-11-01 embargo="2025-11-09 18:00"`)
	var got []string
	for id, end := range l.Embargoes(modeltest.Time(t, "2025-11-10 12:00")) {
		got = append(got, string(id)+" "+clock(model.Exactly(end)))
	}
	slices.Sort(got)
	if want := "a 2025-11-10 18:00, b 2025-11-10 18:00"; strings.Join(got, ", ") != want {
		t.Errorf("embargoes %s, want %s", strings.Join(got, ", "), want)
	}
	if l.Embargoes(modeltest.Time(t, "2025-11-10 18:00")) != nil {
		t.Error("one holds when it is over")
	}
}

// What names a record is under its embargo: a field that names some must be known.
func TestEveryFieldThatNamesRecordsPutsUnderEmbargo(t *testing.T) {
	t.Parallel()
	now := modeltest.Time(t, "2025-11-10")
	for _, k := range model.Kinds() {
		for _, f := range naming(k) {
			l := modeltest.Log(t, "source hidden embargo=2025-11-12\n"+string(k)+" a "+f+"=hidden known=2025-11-01")
			if got := idsIn(l.Public(now)); got != "" {
				t.Errorf("%s.%s: %s is public", k, f, got)
			}
			l = modeltest.Log(t, "source hidden embargo=2025-11-12\nplace p name=x\namendment a of=p kind=update known=2025-11-01 set."+f+"=hidden")
			if got := idsIn(l.Public(now)); got != "p" {
				t.Errorf("set.%s of an amendment: %s is public", f, got)
			}
		}
	}
}

// naming are the fields of a kind of record that name others.
func naming(k model.Kind) []string {
	var out []string
	for _, f := range model.Fields(model.Blank(k)) {
		switch f.Value.Interface().(type) {
		case model.ID, []model.ID:
			// These name the record itself, or a word.
			if f.Name != "id" && f.Name != "act" && f.Name != "category" {
				out = append(out, f.Name)
			}
		}
	}
	return out
}

func BenchmarkPublic(b *testing.B) {
	l, err := model.NewLog(model.DefaultRules(), append(manyIncidents(b, 100_000), modeltest.Records(b, "count a at=2025-11-01 embargo=2025-11-12")...)...)
	if err != nil {
		b.Fatal(err)
	}
	l, now := l.Packed(squeeze.S2{}), modeltest.Time(b, "2025-11-10")
	b.Run("records", func(b *testing.B) {
		for b.Loop() {
			l.Public(now)
		}
	})
	b.Run("marks", func(b *testing.B) {
		for b.Loop() {
			l.Embargoes(now)
		}
	})
}
