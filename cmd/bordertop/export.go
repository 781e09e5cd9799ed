package main

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// errTaken is why a file is not made.
var errTaken = errors.New("a file of that name is there already")

// maker makes files that are not there yet, below the working directory unless
// the name is absolute. A name that begins with ~/ is below the home.
func maker(getenv func(string) string) func(name string) (io.WriteCloser, error) {
	return func(name string) (io.WriteCloser, error) {
		if rest, ok := strings.CutPrefix(name, "~/"); ok && filepath.IsAbs(getenv("HOME")) {
			name = filepath.Join(getenv("HOME"), rest)
		}
		// What is exported is public, and others may read it.
		f, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644) //nolint:gosec // as said above
		if errors.Is(err, fs.ErrExist) {
			return nil, errTaken
		}
		if err != nil {
			return nil, err
		}
		return f, nil
	}
}
