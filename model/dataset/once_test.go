//go:build unix

package dataset_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/sys/unix"

	"bordertop/model/dataset"
)

const narva = "[[crossing]]\nid = \"narva\"\nname = \"Narva\"\n"

// pipe is a named pipe from which a text can be read once.
func pipe(tb testing.TB, text string) string {
	tb.Helper()
	path := filepath.Join(tb.TempDir(), "pipe")
	if err := unix.Mkfifo(path, 0o600); err != nil {
		tb.Fatal(err)
	}
	go func() {
		if f, err := os.OpenFile(path, os.O_WRONLY, 0); err == nil {
			_, _ = f.WriteString(text)
			_ = f.Close()
		}
	}()
	return path
}

func TestAPipeIsReadOnce(t *testing.T) {
	t.Parallel()
	path := pipe(t, narva)
	var once dataset.Once
	for range 3 {
		d, faults := dataset.Open([]string{path}, dataset.Options{Once: &once})
		if len(faults) > 0 || len(d.Records) != 1 {
			t.Fatalf("%d records, %v", len(d.Records), faults)
		}
		once.Seal()
		_ = os.Remove(path)
	}
	if !once.Keeps(path) || once.Keeps("other") {
		t.Error("it keeps another")
	}
}

// TestNothingWaitsAfterTheFirstLoad opens what nobody writes to.
func TestNothingWaitsAfterTheFirstLoad(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	odd := filepath.Join(dir, "odd.toml")
	if err := unix.Mkfifo(odd, 0o600); err != nil {
		t.Fatal(err)
	}
	var sealed dataset.Once
	sealed.Seal()
	for name, tt := range map[string]struct {
		path string
		once *dataset.Once
	}{
		"a pipe that came later":         {odd, &sealed},
		"a pipe in a directory":          {dir, nil},
		"or in one that is opened again": {dir, &sealed},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			_, faults := dataset.Open([]string{tt.path}, dataset.Options{Once: tt.once})
			if got := faults.Error(); !strings.HasSuffix(got, "odd.toml: cannot read the file: not an ordinary file") {
				t.Errorf("got %q", got)
			}
		})
	}
}

func TestADatasetCountsItsRecordsByFile(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	for name, text := range map[string]string{"a.toml": narva, "b.toml": "", "c.toml": strings.ReplaceAll(narva, "narva", "luhamaa") + strings.ReplaceAll(narva, "narva", "koidula")} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	d, faults := dataset.Open([]string{dir}, dataset.Options{})
	got := d.Holds()
	if len(faults) > 0 || len(got) != 2 || got[filepath.Join(dir, "a.toml")] != 1 || got[filepath.Join(dir, "c.toml")] != 2 {
		t.Errorf("files hold %v, %v", got, faults)
	}
}
