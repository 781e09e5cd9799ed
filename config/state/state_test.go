package state_test

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"

	"bordertop/config/state"
	"bordertop/model"
)

func now() time.Time { return time.Date(2025, 11, 11, 16, 0, 0, 0, time.UTC) }

func place(tb testing.TB) state.Place {
	tb.Helper()
	return state.Place{Path: filepath.Join(tb.TempDir(), "bordertop", "state.toml"), Board: "Here–There", Now: now}
}

func open(tb testing.TB, p state.Place, ids ...model.ID) *state.Reader {
	tb.Helper()
	r, err := p.Open(ids)
	if err != nil {
		tb.Fatal(err)
	}
	return r
}

func save(tb testing.TB, p state.Place, r *state.Reader) {
	tb.Helper()
	if err := p.Save(tb.Context(), r.Saving()); err != nil {
		tb.Fatal(err)
	}
}

// visit opens the board and leaves it.
func visit(tb testing.TB, p state.Place, ids ...model.ID) {
	tb.Helper()
	save(tb, p, open(tb, p, ids...))
}

func many(n int) []model.ID {
	ids := make([]model.ID, n)
	for i := range ids {
		ids[i] = model.ID(fmt.Sprintf("incident-%d", i))
	}
	return ids
}

func write(tb testing.TB, path, text string) {
	tb.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		tb.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		tb.Fatal(err)
	}
}

func TestOnlyWhatCameSinceTheLastVisitIsNew(t *testing.T) {
	t.Parallel()
	p := place(t)
	if r := open(t, p, "a", "b"); r.News() != 0 || !r.Visited().IsZero() {
		t.Errorf("%d records are new on the first visit, the last one %s", r.News(), r.Visited())
	}
	visit(t, p, "a", "b")
	r := open(t, p, "a", "b", "c", "d")
	if r.News() != 2 || !r.New("c") || !r.New("d") || r.New("a") {
		t.Errorf("%d records are new, want c and d", r.News())
	}
	if !r.Visited().Equal(now()) {
		t.Errorf("the last visit was %s", r.Visited())
	}
	if !r.See("c") || r.See("c") || r.See("a") {
		t.Error("seeing is news once, and only of what was new")
	}
	save(t, p, r)
	if r := open(t, p, "a", "b", "c", "d"); r.News() != 1 || !r.New("d") {
		t.Errorf("%d records are new, want d alone, which was not seen", r.News())
	}
}

func TestWhatComesWhileTheBoardIsOpenBecomesNew(t *testing.T) {
	t.Parallel()
	p := place(t)
	r := open(t, p, "a") // even on the first visit
	before := r.Version()
	if got := r.Learn([]model.ID{"a", "b", "b"}); got != 1 || !r.New("b") || r.New("a") {
		t.Errorf("learnt %d, news %d", got, r.News())
	}
	if r.Version() == before {
		t.Error("the version is still the same")
	}
	if r.Learn([]model.ID{"a", "b"}) != 0 {
		t.Error("learnt the same twice")
	}
	save(t, p, r)
	if r := open(t, p, "a", "b"); r.News() != 1 || !r.New("b") {
		t.Errorf("%d records are new, want b, which was not seen", r.News())
	}
}

func TestMarksSurvive(t *testing.T) {
	t.Parallel()
	p := place(t)
	r := open(t, p, "a", "b")
	if !r.Mark("a") || !r.Mark("b") || r.Mark("b") {
		t.Error("marking tells whether there is a mark")
	}
	save(t, p, r)
	if r := open(t, p, "a"); !r.Marked("a") || r.Marked("b") {
		t.Error("marks are others after a restart")
	}
	other := p
	other.Board = "Elsewhere"
	if r := open(t, other, "a"); r.Marked("a") {
		t.Error("a board has the marks of another")
	}
	visit(t, other, "a")
	if r := open(t, p, "a"); !r.Marked("a") {
		t.Error("another board took the marks away")
	}
}

func TestANilReaderTakesNothingDown(t *testing.T) {
	t.Parallel()
	var r *state.Reader
	if r.Mark("a") || r.Marked("a") || r.New("a") || r.See("a") || r.News() != 0 || r.Version() != 0 ||
		r.Saving() != nil || r.Learn([]model.ID{"a"}) != 0 || !r.Visited().IsZero() {
		t.Error("a nil reader knows of something")
	}
	if err := place(t).Save(t.Context(), nil); err != nil {
		t.Error(err)
	}
	zero := new(state.Reader)
	if zero.Saving() != nil {
		t.Error("there is something to save of nothing")
	}
	if !zero.Mark("a") || !zero.Marked("a") || zero.Saving() == nil {
		t.Error("a zero reader takes no marks")
	}
}

func TestThereIsSomethingToSaveUntilItIsSaved(t *testing.T) {
	t.Parallel()
	p := place(t)
	r := open(t, p, "a")
	s := r.Saving()
	if s == nil {
		t.Fatal("a visit is not saved")
	}
	if err := p.Save(t.Context(), s); err != nil {
		t.Fatal(err)
	}
	if r.Saving() != nil {
		t.Error("what was saved is still to be saved")
	}
}

func TestWhatCannotBeSavedIsSavedLater(t *testing.T) {
	t.Parallel()
	p := place(t)
	// A file stands where the directory would be.
	blocking := filepath.Dir(p.Path)
	write(t, blocking, "")
	r, err := p.Open([]model.ID{"a", "b"})
	if r == nil || err == nil {
		t.Fatalf("reader %v, error %v", r, err)
	}
	r.Mark("a")
	r.Mark("b")
	if err := p.Save(t.Context(), r.Saving()); err == nil {
		t.Fatal("saved where there is no room")
	}
	r.Mark("b")
	if err := os.Remove(blocking); err != nil {
		t.Fatal(err)
	}
	save(t, p, r)
	if r := open(t, p, "a", "b"); !r.Marked("a") || r.Marked("b") {
		t.Error("marks were lost or came back")
	}
}

func TestDeletingTheFileIsHarmless(t *testing.T) {
	t.Parallel()
	p := place(t)
	r := open(t, p, "a")
	r.Mark("a")
	save(t, p, r)
	if err := os.RemoveAll(filepath.Dir(p.Path)); err != nil {
		t.Fatal(err)
	}
	if fresh := open(t, p, "a", "b"); fresh.News() != 0 || fresh.Marked("a") {
		t.Error("something was remembered of nothing")
	}
	r.Mark("b") // the board was open meanwhile
	save(t, p, r)
	if r := open(t, p, "a", "b"); !r.Marked("b") {
		t.Error("the mark made after it was deleted is lost")
	}
}
