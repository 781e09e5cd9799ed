//go:build darwin || freebsd

package journal

import "golang.org/x/sys/unix"

// fileSystem tells what a path lies on.
func fileSystem(path string) FileSystem {
	var s unix.Statfs_t
	if err := unix.Statfs(path, &s); err != nil {
		return FileSystem{Free: -1}
	}
	var out FileSystem
	switch name := unix.ByteSliceToString(s.Fstypename[:]); name {
	case "nfs", "smbfs", "afpfs", "webdav", "fusefs", "macfuse", "osxfuse":
		out = FileSystem{Name: name, Network: true}
	}
	out.Free = -1
	if s.Blocks > 0 {
		out.Free = bytesOf(uint64(max(s.Bavail, 0)), uint64(s.Bsize)) //nolint:gosec,unconvert // their types differ among systems
	}
	return out
}
