package watch_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/fsnotify/fsnotify"
	"github.com/google/go-cmp/cmp"
)

// saving is a way of saving a file in a directory.
type saving func(tb testing.TB, dir, path, text string)

// ran runs a program, if there is one.
func ran(tb testing.TB, name string, args ...string) {
	tb.Helper()
	if _, err := exec.LookPath(name); err != nil {
		tb.Skip(err)
	}
	c := exec.CommandContext(tb.Context(), name, args...)
	c.Env = append(os.Environ(), "GIT_CONFIG_GLOBAL=/dev/null", "GIT_AUTHOR_NAME=x", "GIT_AUTHOR_EMAIL=x@x", "GIT_COMMITTER_NAME=x", "GIT_COMMITTER_EMAIL=x@x")
	if out, err := c.CombinedOutput(); err != nil {
		tb.Fatalf("%s: %v: %s", name, err, out)
	}
}

// savings are the ways of editors, of people at a shell and of deployments.
func savings() map[string]saving {
	return map[string]saving{
		"written in its place": func(tb testing.TB, _, path, text string) {
			tb.Helper()
			write(tb, path, text)
		},
		"renamed over": func(tb testing.TB, dir, path, text string) {
			tb.Helper()
			write(tb, filepath.Join(dir, "4913~"), text)
			must(tb, os.Rename(filepath.Join(dir, "4913~"), path))
		},
		"moved away and written anew": func(tb testing.TB, dir, path, text string) {
			tb.Helper()
			must(tb, os.Rename(path, filepath.Join(dir, "c.toml~")))
			write(tb, path, text)
		},
		"deleted and created": func(tb testing.TB, _, path, text string) {
			tb.Helper()
			must(tb, os.Remove(path))
			write(tb, path, text)
		},
		"emptied, then written": func(tb testing.TB, _, path, text string) {
			tb.Helper()
			must(tb, os.Truncate(path, 0))
			f, err := os.OpenFile(path, os.O_WRONLY|os.O_APPEND, 0)
			must(tb, err)
			for _, letter := range text {
				_, err := f.WriteString(string(letter))
				must(tb, err)
			}
			must(tb, f.Close())
		},
		"copied over": func(tb testing.TB, dir, path, text string) {
			tb.Helper()
			write(tb, filepath.Join(dir, "elsewhere", "copy"), text)
			ran(tb, "cp", filepath.Join(dir, "elsewhere", "copy"), path)
		},
		"sed": func(tb testing.TB, _, path, text string) {
			tb.Helper()
			ran(tb, "sed", "-i", "s/.*/"+text+"/", path)
		},
		"git": func(tb testing.TB, dir, path, text string) {
			tb.Helper()
			if _, err := os.Stat(filepath.Join(dir, ".git")); err != nil {
				ran(tb, "git", "-C", dir, "init", "-q")
				for _, one := range []string{"one", "two", "three"} {
					write(tb, path, one)
					ran(tb, "git", "-C", dir, "add", "c.toml")
					ran(tb, "git", "-C", dir, "commit", "-q", "-m", one)
					ran(tb, "git", "-C", dir, "tag", one)
				}
			}
			ran(tb, "git", "-C", dir, "checkout", "-q", text)
		},
		"a link to another file": func(tb testing.TB, dir, path, text string) {
			tb.Helper()
			target := filepath.Join(dir, "elsewhere", text+".toml")
			write(tb, target, text)
			must(tb, os.Symlink(target, filepath.Join(dir, "link")), os.Rename(filepath.Join(dir, "link"), path))
		},
		"behind a link": func(tb testing.TB, dir, path, text string) {
			tb.Helper()
			if _, err := os.Readlink(path); err != nil {
				must(tb, os.Rename(path, filepath.Join(dir, "elsewhere", "c.toml")), os.Symlink(filepath.Join("elsewhere", "c.toml"), path))
				// That the file is a link now is no change: it holds the same.
			}
			write(tb, filepath.Join(dir, "elsewhere", "c.toml"), text)
		},
	}
}

// TestEveryWayOfSavingIsSeen saves three times, for whatever was watched may be
// another file after the first.
func TestEveryWayOfSavingIsSeen(t *testing.T) {
	t.Parallel()
	for name, save := range savings() {
		for what, in := range map[string]func(dir, path string) string{
			"": func(_, path string) string { return path }, " in a directory": func(dir, _ string) string { return dir },
		} {
			if name == "behind a link" && what != "" {
				continue // What a link in a directory leads to is polled.
			}
			t.Run(name+what, func(t *testing.T) {
				t.Parallel()
				seen(t, save, in)
			})
		}
	}
}

func seen(t *testing.T, save saving, in func(dir, path string) string) {
	t.Helper()
	dir := t.TempDir()
	path := filepath.Join(dir, "c.toml")
	must(t, os.Mkdir(filepath.Join(dir, "elsewhere"), 0o700))
	write(t, path, "zero")
	watched := in(dir, path)
	o := quick()
	o.Match = func(name string) bool { return name == "c.toml" }
	changes := begun(t, o, watched)
	for _, text := range []string{"one", "two", "three"} {
		save(t, dir, path, text)
		for held := ""; held != text; {
			if diff := cmp.Diff([]string{watched}, told(t, changes)); diff != "" {
				t.Errorf("changed (-want +got):\n%s", diff)
			}
			data, _ := os.ReadFile(path) // it may not be there just now
			held = string(data)
		}
	}
}

// TestWhereTheSystemHasNoWatchersFilesArePolled takes all that the system gives to a
// user, which others would miss meanwhile: in the long run only.
func TestWhereTheSystemHasNoWatchersFilesArePolled(t *testing.T) { //nolint:paralleltest // it takes what the others need
	if os.Getenv("LONG") == "" {
		t.Skip("it takes all watchers of the user: LONG=1 asks for it")
	}
	var taken []*fsnotify.Watcher
	defer func() {
		for _, w := range taken {
			must(t, w.Close())
		}
	}()
	for len(taken) < 10_000 {
		w, err := fsnotify.NewWatcher()
		if err != nil {
			break
		}
		taken = append(taken, w)
	}
	if len(taken) == 10_000 {
		t.Skip("the system gives as many as anybody wants")
	}
	path := filepath.Join(t.TempDir(), "c.toml")
	write(t, path, "one")
	polling := make(chan error, 1)
	o := quick()
	o.Poll = o.Least
	o.Polling = func(why error) { polling <- why }
	changes := begun(t, o, path)
	t.Logf("after %d watchers: %v", len(taken), <-polling)
	write(t, path, "two")
	told(t, changes)
}
