//go:build unix

package main_test

import (
	"strings"
	"testing"
	"time"
)

// BenchmarkCommand measures what a command asks of the processor beside how long it
// takes: the goal is 40 ms to the last byte.
func BenchmarkCommand(b *testing.B) {
	for _, line := range []string{
		"version", "status", "status --lang lt", "status --format json", "status --filter category:airport", "incidents", "deadlines --format ics",
		"check --strict", "config show --origin", "schema dataset", "man", "completion bash", "__complete status medi",
	} {
		b.Run(line, func(b *testing.B) {
			var used time.Duration
			for b.Loop() {
				cmd := command(b, nil, strings.Fields(line)...)
				if err := cmd.Run(); err != nil {
					b.Fatal(err)
				}
				used += cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime()
			}
			b.ReportMetric(float64(used.Milliseconds())/float64(b.N), "cpu-ms/op")
		})
	}
}
