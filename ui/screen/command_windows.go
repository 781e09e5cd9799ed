package screen

import (
	"context"
	"errors"
	"syscall"

	"github.com/atotto/clipboard"
	"golang.org/x/sys/windows"
)

// detached keeps a program away from our console.
func detached() *syscall.SysProcAttr {
	return &syscall.SysProcAttr{CreationFlags: windows.DETACHED_PROCESS | windows.CREATE_NEW_PROCESS_GROUP}
}

// NativeClipboard returns what puts text into the clipboard of Windows, for
// Options.Clipboard.
func NativeClipboard(func(string) string) func(ctx context.Context, text string) error {
	return func(ctx context.Context, text string) error {
		written := make(chan error, 1)
		// Another program may hold the clipboard open.
		go catch("clipboard", func() { written <- clipboard.WriteAll(text) }, func(p *PanicError) { written <- p })
		select {
		case err := <-written:
			return err
		case <-ctx.Done():
			return errors.New("the clipboard is held by another program")
		}
	}
}
