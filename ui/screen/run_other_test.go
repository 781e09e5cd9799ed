//go:build !unix

package screen_test

// program is for terminals that can be emulated.
func program(string) int { return 1 }
