//go:build unix

package main_test

import (
	"errors"
	"os"
	"path/filepath"
	"testing"

	"golang.org/x/sys/unix"
)

// TestNothingThatStandsForTheSettingsIsWaitedFor replaces the file by what never
// ends, or never begins, to be read.
func TestNothingThatStandsForTheSettingsIsWaitedFor(t *testing.T) {
	t.Parallel()
	path := filepath.Join(folder(t, map[string]string{"c.toml": "theme = 'dark'"}), "c.toml")
	s := start(t, "--config", path, "--as-of", "2025-11-11")
	s.until("5 Incidents")
	for _, odd := range []struct {
		make func() error
		want string
	}{
		{func() error { return unix.Mkfifo(path, 0o600) }, "old settings kept: c.toml: not an ordinary file"},
		{func() error { return os.Mkdir(path, 0o700) }, "cannot read the file: is a directory"},
		{func() error { return os.Symlink("/dev/zero", path) }, "old settings kept: c.toml: not an ordinary file"},
		{func() error { return os.Symlink("c.toml", path) }, "cannot read the file: too many levels of symbolic links"},
	} {
		if err := errors.Join(os.Remove(path), odd.make()); err != nil {
			t.Fatal(err)
		}
		s.until(odd.want)
	}
	if err := os.Remove(path); err != nil {
		t.Fatal(err)
	}
	put(t, path, "preset = 'log'")
	s.until("new settings in force")
	s.quit()
}
