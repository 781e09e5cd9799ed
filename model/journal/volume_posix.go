//go:build !windows

package journal

// wordsOfFull are what the system says besides of a disk that is full.
func wordsOfFull() []error { return nil }
