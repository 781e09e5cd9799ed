//go:build unix

package screen

import (
	"context"
	"errors"
	"os/exec"
	"runtime"
	"syscall"
)

// detached keeps a program out of our session: ctrl+z and the end of the terminal
// are not for the program that now holds the clipboard.
func detached() *syscall.SysProcAttr { return &syscall.SysProcAttr{Setsid: true} }

// NativeClipboard returns what puts text into the desktop's clipboard, for
// Options.Clipboard. It asks a program of the desktop, such as xclip, which the
// environment tells.
func NativeClipboard(getenv func(string) string) func(ctx context.Context, text string) error {
	return func(ctx context.Context, text string) error {
		for _, argv := range clipboards(runtime.GOOS, getenv) {
			if _, err := exec.LookPath(argv[0]); err == nil {
				return RunCommand(ctx, text, argv...)
			}
		}
		return errors.New("no program for the clipboard on this machine, such as wl-copy, xclip or xsel")
	}
}

// clipboards lists what may take text for the clipboard, the best first.
func clipboards(system string, getenv func(string) string) [][]string {
	if system == "darwin" {
		return [][]string{{"pbcopy"}}
	}
	var all [][]string
	if getenv("WAYLAND_DISPLAY") != "" {
		all = append(all, []string{"wl-copy"})
	}
	if getenv("DISPLAY") != "" {
		all = append(all, []string{"xclip", "-selection", "clipboard"}, []string{"xsel", "--clipboard", "--input"})
	}
	return append(all, []string{"termux-clipboard-set"})
}
