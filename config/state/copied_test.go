package state_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"bordertop/config/state"
	"bordertop/model"
	"bordertop/model/clean"
	"bordertop/model/lang"
	"bordertop/model/modeltest"
)

func said(text string, ids ...model.ID) state.Copy {
	c := state.Copy{At: now(), Board: "Here–There"}
	for _, id := range ids {
		c.Records = append(c.Records, state.Copied{ID: id, Text: clean.Line(text)})
	}
	return c
}

func note(tb testing.TB, p state.Place, c state.Copy) {
	tb.Helper()
	if err := p.Note(tb.Context(), c); err != nil {
		tb.Fatal(err)
	}
}

func copies(tb testing.TB, p state.Place) []state.Copy {
	tb.Helper()
	all, err := p.Copies()
	if err != nil {
		tb.Fatal(err)
	}
	return all
}

func TestWhatLeftIsRememberedAfterARestart(t *testing.T) {
	t.Parallel()
	p := place(t)
	first := said("1,000 trucks", "t-1")
	first.Records[0].Amended = []model.ID{"a-1"}
	second := said("closed", "medininkai", "r-1")
	second.To = clean.Line("a.csv")
	note(t, p, first)
	note(t, p, second)
	note(t, p, state.Copy{At: now()}) // of nothing
	other := p
	other.Board = "Elsewhere"
	note(t, other, said("700", "t-1"))
	again := state.Place{Path: p.Path, Board: p.Board, Now: now}
	if d := cmp.Diff([]state.Copy{first, second}, copies(t, again), cmp.Comparer(func(a, b clean.Text) bool { return a == b })); d != "" {
		t.Errorf("copies (-want +got):\n%s", d)
	}
	if info, err := os.Stat(p.Path); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("the file is %v, %v", info.Mode(), err)
	}
	if err := again.ClearCopies(context.Background()); err != nil || len(copies(t, p))+len(copies(t, other)) > 0 {
		t.Errorf("after it was cleared there are %v, %v", copies(t, p), err)
	}
	if err := again.ClearCopies(context.Background()); err != nil {
		t.Error(err)
	}
}

func TestWhatOthersMayReadIsClosedToThem(t *testing.T) {
	t.Parallel()
	p := place(t)
	note(t, p, said("1", "t-1"))
	if err := os.Chmod(p.Path, 0o644); err != nil {
		t.Fatal(err)
	}
	note(t, p, said("2", "t-2"))
	if info, err := os.Stat(p.Path); err != nil || info.Mode().Perm() != 0o600 || len(copies(t, p)) != 2 {
		t.Errorf("the file is %v, %v", info.Mode(), err)
	}
}

func TestAnExportThatATimerRepeatsIsNotedOnce(t *testing.T) {
	t.Parallel()
	p := place(t)
	c := said("1,000 trucks", "t-1")
	c.To = clean.Line("a.csv")
	for range 3 {
		note(t, p, c)
	}
	c.Records[0].Amended = []model.ID{"a-1"}
	note(t, p, c)
	if all := copies(t, p); len(all) != 2 {
		t.Errorf("noted %v", all)
	}
}

func TestSeveralMayNoteAtOnce(t *testing.T) {
	t.Parallel()
	p := place(t)
	var wait sync.WaitGroup
	for w := range 4 {
		own := state.Place{Path: p.Path, Board: p.Board, Now: now}
		wait.Go(func() {
			for i := range 25 {
				note(t, own, said(fmt.Sprint(w, i), model.ID(fmt.Sprintf("t-%d-%d", w, i))))
			}
		})
	}
	wait.Wait()
	seen := map[model.ID]bool{}
	for _, c := range copies(t, p) {
		seen[c.Records[0].ID] = true
	}
	if len(seen) != 100 {
		t.Errorf("%d of 100 were kept", len(seen))
	}
}

func TestWhatIsDamagedIsLeftOut(t *testing.T) {
	t.Parallel()
	for name, damage := range map[string]string{
		"a torn end":         `{"at":"2025-11-1`,
		"no JSON":            "\x00\xff\x1b]0;pwn\x07\n",
		"a list":             "[1]\n",
		"an id that is none": `{"at":"2025-11-11T00:00:00Z","board":"Here–There","records":[{"id":"../../etc"}]}` + "\n",
		"no records":         `{"at":"2025-11-11T00:00:00Z","board":"Here–There","records":[]}` + "\n",
		"no time":            `{"board":"Here–There","records":[{"id":"a"}]}` + "\n",
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			p := place(t)
			note(t, p, said("1", "t-1"))
			before, err := os.ReadFile(p.Path)
			if err != nil {
				t.Fatal(err)
			}
			write(t, p.Path, string(before)+damage)
			note(t, p, said("2", "t-2"))
			all, err := p.Copies()
			if err == nil || !strings.Contains(err.Error(), "copied") && !strings.Contains(err.Error(), "state.toml: 1 lines are damaged") {
				t.Errorf("it is not told: %v", err)
			}
			if len(all) != 2 || all[1].Records[0].ID != "t-2" {
				t.Errorf("read %v", all)
			}
		})
	}
}

func TestHostileTextIsCleanedWhenItIsReadBack(t *testing.T) {
	t.Parallel()
	p := place(t)
	write(t, p.Path, `{"at":"2025-11-11T00:00:00Z","board":"Here–There","to":"a\u001b]0;x\u0007","records":[{"id":"a","text":"\u001b[31m1\u202e000"}]}`+"\n")
	c := copies(t, p)[0]
	for _, text := range []string{c.To.String(), c.Records[0].Text.String()} {
		if strings.ContainsAny(text, "\x1b\x07\u202e") {
			t.Errorf("%q is not clean", text)
		}
	}
}

func TestTheLogOfWhatLeftStaysSmall(t *testing.T) {
	t.Parallel()
	p := place(t)
	long := said(strings.Repeat("x", 300), many(1500)...)
	for i := range 12 {
		long.At = now().Add(time.Duration(i) * time.Minute)
		note(t, p, long)
		if info, err := os.Stat(p.Path); err != nil || info.Size() > 2<<20 {
			t.Fatalf("after %d exports the file has %d bytes, %v", i+1, info.Size(), err)
		}
	}
	all := copies(t, p)
	last := all[len(all)-1]
	if !last.At.Equal(long.At) || len(last.Records) != 1000 || last.More != 500 {
		t.Errorf("the last is of %s, with %d records and %d more", last.At, len(last.Records), last.More)
	}
	if len(all) < 2 || len(all) > 11 {
		t.Errorf("%d were kept", len(all))
	}
}

func TestAPlaceThatCannotBeWrittenIsAnError(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	if err := os.Mkdir(filepath.Join(dir, "copied.jsonl"), 0o700); err != nil {
		t.Fatal(err)
	}
	p := state.Place{Path: filepath.Join(dir, "copied.jsonl"), Board: "Here–There", Now: now}
	if err := p.Note(t.Context(), said("1", "t-1")); err == nil {
		t.Error("a directory took it")
	}
	if _, err := p.Copies(); err == nil {
		t.Error("a directory was read")
	}
}

func TestFatesTellWhatBecameOfWhatLeft(t *testing.T) {
	t.Parallel()
	const records = `count a at="2025-11-10 09:00" value=1000
		count b at="2025-11-10 09:00" value=5
		condition c stated=2025-11-01 state=unmet
		crossing x name=x
		measure m kind=closure crossings=x from=2025-11-01 until=2025-11-30
		amendment old of=b kind=correction known="2025-11-10 10:00" set.value=6
	`
	say := func(r model.Record) string {
		if c, ok := r.(*model.Count); ok {
			return strconv.FormatInt(*c.Value, 10)
		}
		if c, ok := r.(*model.Condition); ok {
			return string(c.State)
		}
		return string(r.Head().ID)
	}
	at := modeltest.Time(t, "2025-11-10 10:42")
	c := state.Copy{At: at, Records: state.Outgoing(modeltest.Log(t, records).At(at, at), []model.ID{"a", "b", "c", "x", "gone", "a"}, say)}
	var ids []model.ID
	for _, r := range c.Records {
		ids = append(ids, r.ID)
	}
	if want := []model.ID{"a", "b", "c", "x", "m"}; !cmp.Equal(ids, want) {
		t.Fatalf("%v left, want %v", ids, want)
	}
	// An amendment of an earlier day may come later.
	later := modeltest.Log(t, records+`
		amendment w of=a kind=withdrawal known="2025-11-10 12:10" reason=misheard
		amendment u of=c kind=update known=2025-11-09 set.state=met
		amendment e of=m kind=update known="2025-11-10 12:00" set.ended="2025-11-10 12:00"
		amendment d of=b kind=dispute known="2025-11-10 11:00" set.value=7`)
	now := modeltest.Time(t, "2025-11-10 13:00")
	zone := modeltest.Zone(t, "Europe/Vilnius")
	earlier := c
	earlier.At = at.Add(-time.Hour)
	earlier.To = clean.Line("a.csv")
	var got []string
	for _, f := range state.Fates(later.At(now, now), []state.Copy{earlier, c}, say) {
		got = append(got, f.Sentence(lang.English(), zone, now))
	}
	want := []string{
		"you copied “1000” at 10 Nov 10:42; withdrawn 10 Nov 12:10: misheard",
		"you copied “m” at 10 Nov 10:42; updated 10 Nov 12:00",
		"you copied “5” at 10 Nov 10:42; disputed 10 Nov 11:00",
		"you copied “unmet” at 10 Nov 10:42; updated 9 Nov 00:00: met",
	}
	want[2] = strings.Replace(want[2], "“5”", "“6”", 1)
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("fates (-want +got):\n%s", d)
	}
}
