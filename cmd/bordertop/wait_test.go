//go:build unix

package main_test

import (
	"strings"
	"time"
)

// until waits for a text on the screen.
func (s *session) until(text string) {
	s.tb.Helper()
	for end := time.Now().Add(20 * time.Second); !strings.Contains(s.term.Screen(), text); time.Sleep(5 * time.Millisecond) {
		if time.Now().After(end) {
			s.tb.Fatalf("no %q on the screen:\n%s", text, s.term.Screen())
		}
	}
}

// without waits until a text is gone from the screen.
func (s *session) without(text string) {
	s.tb.Helper()
	for end := time.Now().Add(20 * time.Second); strings.Contains(s.term.Screen(), text); time.Sleep(5 * time.Millisecond) {
		if time.Now().After(end) {
			s.tb.Fatalf("still %q on the screen:\n%s", text, s.term.Screen())
		}
	}
}
