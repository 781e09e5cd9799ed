//go:build unix

package main_test

import (
	"strings"
	"testing"
	"time"
)

// TestCommandsAnswerAtOnce counts what a command asks of the processor, which should
// hardly depend on who else runs: the least of ten.
func TestCommandsAnswerAtOnce(t *testing.T) {
	t.Parallel()
	const most = 40 * time.Millisecond
	for _, line := range []string{
		"version", "status", "status --lang lt", "status --format json", "status --format waybar", "status --filter category:airport", "check --strict",
		"config show --origin", "schema dataset", "man", "completion bash", "__complete status medi",
	} {
		t.Run(line, func(t *testing.T) {
			t.Parallel()
			best := time.Hour
			for range 10 {
				cmd := command(t, nil, strings.Fields(line)...)
				if err := cmd.Run(); err != nil {
					t.Fatal(err)
				}
				best = min(best, cmd.ProcessState.UserTime()+cmd.ProcessState.SystemTime())
			}
			if best > most {
				t.Errorf("it takes %v of the processor, more than %v", best, most)
			}
		})
	}
}
