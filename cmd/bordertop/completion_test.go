//go:build unix

package main_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"bordertop/ui/uitest"
)

// TestShellsComplete presses tab in real shells. Those that are not installed are
// skipped.
func TestShellsComplete(t *testing.T) {
	t.Parallel()
	program, err := built()
	if err != nil {
		t.Fatal(err)
	}
	for shell, tt := range map[string]struct {
		args  []string
		setup string
	}{
		"bash": {[]string{"--norc", "--noprofile", "-i"}, "PS1=; source <(bordertop completion bash); echo READY"},
		"zsh":  {[]string{"-f", "-i"}, "PS1=; autoload -U compinit; compinit -u -D; source <(bordertop completion zsh); echo READY"},
		"fish": {[]string{"--no-config", "-i"}, "function fish_prompt; end; bordertop completion fish | source; echo READY"},
	} {
		t.Run(shell, func(t *testing.T) {
			t.Parallel()
			path, err := exec.LookPath(shell)
			if err != nil {
				t.Skipf("%s is not installed here", shell)
			}
			cmd := exec.CommandContext(t.Context(), path, tt.args...)
			cmd.Dir = t.TempDir()
			cmd.Env = []string{"HOME=" + t.TempDir(), "TERM=xterm-256color", "LANG=C.UTF-8", "PATH=" + filepath.Dir(program) + string(os.PathListSeparator) + os.Getenv("PATH")}
			s := attach(t, uitest.NewTerm(t, 140, 42), cmd)
			s.line(tt.setup + "\r")
			s.until("\nREADY")
			for _, typed := range []struct{ line, want string }{
				{"bordertop statu", "bordertop status"},
				{"bordertop status medi", "bordertop status medininkai"},
				{"bordertop status --format wayb", "bordertop status --format waybar"},
				{"bordertop status --filter category:airp", "bordertop status --filter category:airport"},
				{"bordertop --lang l", "bordertop --lang lt"},
				{"bordertop config ke", "bordertop config keys"},
			} {
				s.line(typed.line + "\t")
				s.until(typed.want)
				s.line("\x15") // ctrl+u; ctrl+c would throw away what is typed next
			}
		})
	}
}

// line types text as a keyboard does.
func (s *session) line(text string) {
	s.tb.Helper()
	if _, err := s.pty.WriteString(text); err != nil {
		s.tb.Fatal(err)
	}
}
