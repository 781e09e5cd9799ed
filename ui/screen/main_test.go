package screen_test

import (
	"os"
	"testing"

	"go.uber.org/goleak"
)

// TestMain is also the program that the tests of a real terminal start.
func TestMain(m *testing.M) {
	if name := os.Getenv("SCREEN_TEST_PROGRAM"); name != "" {
		os.Exit(program(name))
	}
	goleak.VerifyTestMain(m)
}
