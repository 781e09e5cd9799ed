package state_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/gofrs/flock"

	"bordertop/config/state"
	"bordertop/model"
)

func TestTwoWritersKeepEachOthersMarks(t *testing.T) {
	t.Parallel()
	p := place(t)
	visit(t, p, "old")
	const writers, marks = 8, 5
	var done sync.WaitGroup
	for w := range writers {
		done.Go(func() {
			r, err := p.Open([]model.ID{"old", "new"})
			for m := range marks {
				r.Mark(model.ID(fmt.Sprintf("m-%d", w*marks+m)))
				err = errors.Join(err, p.Save(t.Context(), r.Saving()))
			}
			if err != nil {
				t.Error(err)
			}
		})
	}
	done.Wait()
	r := open(t, p, "old", "new")
	for m := range writers * marks {
		if id := model.ID(fmt.Sprintf("m-%d", m)); !r.Marked(id) {
			t.Errorf("%s was lost", id)
		}
	}
	if r.News() != 1 || !r.New("new") {
		t.Errorf("%d records are new, want one that nobody saw", r.News())
	}
}

func TestNobodyWaitsForeverForAnother(t *testing.T) {
	t.Parallel()
	p := place(t)
	visit(t, p, "a")
	other := flock.New(p.Path + ".lock")
	if err := other.Lock(); err != nil {
		t.Fatal(err)
	}
	r := open(t, p, "a")
	r.Mark("a")
	ctx, cancel := context.WithCancel(t.Context())
	cancel() // as the time limit does
	if err := p.Save(ctx, r.Saving()); !errors.Is(err, context.Canceled) || !strings.Contains(err.Error(), "another bordertop") {
		t.Errorf("error %v", err)
	}
	if err := other.Close(); err != nil {
		t.Fatal(err)
	}
	save(t, p, r)
	if r := open(t, p, "a"); !r.Marked("a") {
		t.Error("the mark was lost")
	}
}

func TestWhatOneWindowSawIsSeen(t *testing.T) {
	t.Parallel()
	p := place(t)
	visit(t, p, "a")
	one, two := open(t, p, "a", "b"), open(t, p, "a", "b")
	one.See("b")
	save(t, p, one)
	save(t, p, two)
	if r := open(t, p, "a", "b"); r.News() != 0 {
		t.Error("what was seen in one window is new again")
	}
}

// written is what a file with a mark holds.
func written(tb testing.TB) string {
	tb.Helper()
	p := place(tb)
	r := open(tb, p, many(50)...)
	r.Mark("a")
	save(tb, p, r)
	whole, err := os.ReadFile(p.Path)
	if err != nil {
		tb.Fatal(err)
	}
	return string(whole)
}

func TestADamagedFileIsKeptAside(t *testing.T) {
	t.Parallel()
	whole := written(t)
	head := "schema = 1\n[[board]]\ntitle = \"x\"\nvisited = \"\"\n"
	for name, text := range map[string]string{
		"torn":             whole[:len(whole)-9],
		"empty":            "",
		"no TOML":          "\x00\x00\x00",
		"another schema":   strings.Replace(whole, "schema = 1", "schema = 0", 1),
		"no base64":        head + "marks = \"\"\nknown = \"*\"\nunseen = \"\"\n",
		"disorder":         head + "marks = \"\"\nknown = \"AQAB\"\nunseen = \"\"\n",
		"more than 32 bit": head + "marks = \"\"\nknown = \"gICAgBA=\"\nunseen = \"\"\n",
		"a mark of no id":  head + "marks = \"../x\"\nknown = \"\"\nunseen = \"\"\n",
		"no marks":         head + "known = \"\"\nunseen = \"\"\n",
		"other types":      "schema = 1\nboard = 3\n",
		"a title twice": head + "marks = \"\"\nknown = \"\"\nunseen = \"\"\n" +
			strings.TrimPrefix(head, "schema = 1\n") + "marks = \"\"\nknown = \"\"\nunseen = \"\"\n",
		"too large": head + "marks = \"\"\"" + strings.Repeat("a\n", 3<<20) + "\"\"\"\n",
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			keptAside(t, text)
		})
	}
}

// keptAside opens a damaged file, marks and saves.
func keptAside(tb testing.TB, text string) {
	tb.Helper()
	p := place(tb)
	write(tb, p.Path, text)
	r, err := p.Open([]model.ID{"a"})
	if damaged, ok := errors.AsType[*state.DamagedError](err); !ok || !strings.Contains(damaged.Error(), "state.toml.bad") {
		tb.Fatalf("error %v, want one that tells of the damage", err)
	}
	if r.News() != 0 || r.Marked("a") {
		tb.Error("something was remembered of nothing")
	}
	r.Mark("a")
	save(tb, p, r)
	if bad, err := os.ReadFile(p.Path + ".bad"); err != nil || string(bad) != text {
		tb.Errorf("the damaged file was not kept: %v", err)
	}
	if r := open(tb, p, "a"); !r.Marked("a") {
		tb.Error("the new file has no mark")
	}
}

func TestAFileOfANewerProgramIsLeftAlone(t *testing.T) {
	t.Parallel()
	p := place(t)
	text := strings.Replace(written(t), "schema = 1", "schema = 2", 1)
	write(t, p.Path, text)
	r, err := p.Open([]model.ID{"a"})
	if err == nil || !strings.Contains(err.Error(), "newer") {
		t.Errorf("error %v, want one that tells of a newer program", err)
	}
	r.Mark("a")
	if err := p.Save(t.Context(), r.Saving()); err == nil {
		t.Error("a mark was written where it cannot be")
	}
	if left, err := os.ReadFile(p.Path); err != nil || string(left) != text {
		t.Errorf("the file was changed: %v", err)
	}
}

func TestAHundredThousandRecordsAreSmall(t *testing.T) {
	t.Parallel()
	p := place(t)
	ids := many(100_000)
	visit(t, p, ids[:99_000]...)
	r := open(t, p, ids...)
	if n := r.News(); n < 995 || n > 1000 {
		t.Errorf("%d records are new, want 1000 but for those that share a hash", n)
	}
	save(t, p, r)
	info, err := os.Stat(p.Path)
	if err != nil {
		t.Fatal(err)
	}
	if info.Size() > 450<<10 {
		t.Errorf("%d bytes", info.Size())
	}
	if info.Mode().Perm() != 0o600 {
		t.Errorf("mode %o", info.Mode().Perm())
	}
}

func TestTheFileStaysBounded(t *testing.T) {
	t.Parallel()
	p := place(t)
	ids := many(600_000)
	visit(t, p, "seed")
	r := open(t, p, append(ids, "seed")...)
	if r.News() != 0 {
		t.Errorf("%d records are new, which is another dataset and no news", r.News())
	}
	save(t, p, r)
	for i := range 40 {
		p.Board = fmt.Sprint("board ", i)
		r := open(t, p, "a")
		r.Mark("a")
		save(t, p, r)
	}
	if info, err := os.Stat(p.Path); err != nil || info.Size() > 4<<20 {
		t.Errorf("%v, %v", info, err)
	}
	p.Board = "board 39"
	if r := open(t, p, "a"); !r.Marked("a") {
		t.Error("the board visited last was forgotten")
	}
}

func TestAMutatedClockIsHarmless(t *testing.T) {
	t.Parallel()
	for _, at := range []time.Time{{}, time.Unix(1<<40, 0), time.Unix(-1<<40, 0), now().AddDate(0, 0, -1)} {
		t.Run(at.Format(time.DateOnly), func(t *testing.T) {
			t.Parallel()
			p := place(t)
			visit(t, p, "a")
			p.Now = func() time.Time { return at }
			r := open(t, p, "a", "b")
			r.Mark("a")
			save(t, p, r)
			if r := open(t, p, "a", "b"); !r.Marked("a") || r.News() != 1 {
				t.Errorf("marked %t, news %d", r.Marked("a"), r.News())
			}
		})
	}
}

func TestTheFileTakesAnyTitle(t *testing.T) {
	t.Parallel()
	p := place(t)
	for _, title := range []string{"", `a"""b\`, "Ліда \u202e", strings.Repeat("x", 8000)} {
		p.Board = title
		r := open(t, p)
		r.Mark("a")
		save(t, p, r)
	}
	for _, title := range []string{"", `a"""b\`, "Ліда \u202e", strings.Repeat("x", 8000)} {
		p.Board = title
		if r := open(t, p); !r.Marked("a") {
			t.Errorf("no mark on the board %q", title)
		}
	}
}

func FuzzOpen(f *testing.F) {
	whole := written(f)
	f.Add([]byte(whole))
	f.Add([]byte(strings.Replace(whole, "schema = 1", "schema = 9", 1)))
	f.Add([]byte("schema = 1\n[[board]]\ntitle=\"Here–There\"\nvisited=\"\"\nmarks=\"a b\"\nknown=\"AQE=\"\nunseen=\"AQ==\"\n"))
	p := place(f)
	f.Fuzz(func(t *testing.T, data []byte) {
		write(t, p.Path, string(data))
		r, err := p.Open([]model.ID{"a", "b"})
		if err != nil {
			_, damaged := errors.AsType[*state.DamagedError](err)
			if newer := strings.Contains(err.Error(), "newer"); damaged == newer || r.News() != 0 {
				t.Fatalf("%d new, %v", r.News(), err)
			}
			return
		}
		set := r.Mark("a")
		save(t, p, r)
		if again := open(t, p, "a", "b"); again.Marked("a") != set || again.News() > 2 {
			t.Errorf("marked %t after it was set %t; %d new", again.Marked("a"), set, again.News())
		}
	})
}
