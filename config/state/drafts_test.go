package state_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"bordertop/config/state"
	"bordertop/model"
	"bordertop/model/clean"
	"bordertop/model/dataset"
)

func draft(name model.ID, at, edit int, value string) state.Draft {
	return state.Draft{
		Name: name, At: time.Unix(int64(at), 0).UTC(), Edit: edit, Kind: model.KindCount, Typed: []dataset.Typed{{Field: "value", Value: value}},
	}
}

func read(tb testing.TB, d *state.Drafts) []state.Draft {
	tb.Helper()
	all, err := d.Read()
	if err != nil {
		tb.Fatal(err)
	}
	return all
}

func TestDraftsOutlastTheProgram(t *testing.T) {
	t.Parallel()
	dir := filepath.Join(t.TempDir(), "not", "there", "yet")
	d := &state.Drafts{Dir: dir}
	if got := read(t, d); len(got) != 0 {
		t.Errorf("drafts of nothing: %v", got)
	}
	for _, one := range []state.Draft{draft("a", 10, 1, "8"), draft("b", 20, 1, "5"), draft("a", 10, 3, "800"), draft("a", 10, 2, "80")} {
		if err := d.Keep(one); err != nil {
			t.Fatal(err)
		}
	}
	want := []state.Draft{draft("b", 20, 1, "5"), draft("a", 10, 3, "800")} // not what was overtaken
	if diff := cmp.Diff(want, read(t, &state.Drafts{Dir: dir})); diff != "" {
		t.Errorf("drafts of the next program (-want +got):\n%s", diff)
	}
	info, err := os.Stat(filepath.Join(dir, "draft-a.json"))
	if err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("the file is %v, %v", info.Mode(), err)
	}
	for range 2 {
		if err := d.Drop("b"); err != nil {
			t.Error(err)
		}
	}
	if err := d.Keep(draft("b", 20, 9, "5")); err != nil {
		t.Error(err)
	}
	if diff := cmp.Diff(want[1:], read(t, d)); diff != "" {
		t.Errorf("drafts after one was dropped (-want +got):\n%s", diff)
	}
	var none *state.Drafts
	if none.Keep(want[0]) != nil || none.Drop("a") != nil || len(read(t, none)) > 0 {
		t.Error("nil keeps something")
	}
}

func TestOneBadDraftLeavesTheOthers(t *testing.T) {
	t.Parallel()
	d := &state.Drafts{Dir: t.TempDir()}
	if err := d.Keep(draft("good", 10, 1, "8")); err != nil {
		t.Fatal(err)
	}
	for name, text := range map[string]string{
		"draft-bad.json": "{", "draft-other.json": `{"name":"good","kind":"count"}`, "draft-big.json": strings.Repeat(" ", 300<<10),
		"draft-kind.json": `{"name":"kind","kind":"cuont"}`, "unrelated.json": "{",
	} {
		if err := os.WriteFile(filepath.Join(d.Dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Mkdir(filepath.Join(d.Dir, "draft-dir.json"), 0o700); err != nil {
		t.Fatal(err)
	}
	got, err := d.Read()
	if diff := cmp.Diff([]state.Draft{draft("good", 10, 1, "8")}, got); diff != "" {
		t.Errorf("drafts (-want +got):\n%s", diff)
	}
	for _, name := range []string{"bad", "other", "big", "kind", "dir"} {
		if err == nil || !strings.Contains(err.Error(), "draft-"+name+".json") {
			t.Errorf("%v does not tell of %s", err, name)
		}
	}
}

func FuzzParseDraft(f *testing.F) {
	good, err := json.Marshal(draft("a", 10, 1, "8"))
	if err != nil {
		f.Fatal(err)
	}
	f.Add(good)
	f.Add([]byte(`{"name":"a","kind":"count","typed":[{"Field":"\u001b[2J","Value":"\u202e"}]}`))
	f.Add([]byte("{"))
	f.Fuzz(func(t *testing.T, raw []byte) {
		d, err := state.ParseDraft(raw)
		if err != nil {
			return
		}
		for _, typed := range d.Typed {
			for _, text := range []string{typed.Field, typed.Value} {
				if clean.Line(text).String() != text {
					t.Errorf("%q is not clean", text)
				}
			}
		}
		if !d.Name.Valid() || model.Blank(d.Kind) == nil {
			t.Errorf("accepted %+v", d)
		}
	})
}
