package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"

	"github.com/google/renameio/v2/maybe"

	"bordertop/model/clean"
)

// deliver writes an answer to a file or, where none is named, to standard output.
func deliver(e env, path string, text []byte) error {
	var err error
	if path == "" || path == "-" {
		_, err = e.stdout.Write(text)
	} else {
		err = replace(path, text)
	}
	switch {
	case err == nil:
		return nil
	case broken(err):
		return &statusError{exitPipe, errReported}
	case path == "":
		return &statusError{exitFault, fmt.Errorf("write to standard output: %w", err)}
	}
	if cause, ok := errors.AsType[*fs.PathError](err); ok {
		err = cause.Err // It names a file that the reader did not.
	}
	return &statusError{exitFault, fmt.Errorf("--output: write %s: %w", clean.Line(path), err)}
}

// replace puts a text in the place of a file: who reads it finds the old one or
// the new one, never a part. Pipes and devices are written to as they are.
func replace(path string, text []byte) error {
	if target, err := filepath.EvalSymlinks(path); err == nil {
		path = target
	}
	info, err := os.Stat(path)
	if err == nil && !info.Mode().IsRegular() {
		f, err := os.OpenFile(path, os.O_WRONLY, 0)
		if err != nil {
			return err
		}
		_, err = f.Write(text)
		return errors.Join(err, f.Close())
	}
	mode := os.FileMode(0o644) // What is exported is public, and others may read it.
	if err == nil {
		mode = info.Mode().Perm()
	}
	return maybe.WriteFile(path, text, mode)
}

// broken tells that the reader of a pipe went away, as head does when it has
// enough.
func broken(err error) bool {
	return errors.Is(err, syscall.EPIPE) || errors.Is(err, io.ErrClosedPipe)
}
