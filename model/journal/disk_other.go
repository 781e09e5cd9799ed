//go:build !unix

package journal

// Sync does nothing: the system keeps directories by itself, and opens none.
func (d Directory) Sync() error { return nil }
