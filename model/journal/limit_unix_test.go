//go:build unix

package journal_test

import (
	"strconv"

	"golang.org/x/sys/unix"
)

// limit lets no file of the process grow beyond some bytes; none where it is empty.
func limit(size string) error {
	n, err := strconv.ParseUint(size, 10, 64)
	if err != nil {
		return nil //nolint:nilerr // no limit is asked for
	}
	return unix.Setrlimit(unix.RLIMIT_FSIZE, &unix.Rlimit{Cur: n, Max: n})
}
