package journal

import "golang.org/x/sys/unix"

// fileSystem tells what a path lies on.
func fileSystem(path string) FileSystem {
	var s unix.Statfs_t
	if err := unix.Statfs(path, &s); err != nil {
		return FileSystem{Free: -1}
	}
	out := kindOf(uint32(s.Type)) //nolint:gosec // it is a number of 32 bits, whatever its type
	out.Free = -1
	if s.Blocks > 0 {
		out.Free = bytesOf(s.Bavail, uint64(s.Bsize)) //nolint:gosec // no block has less than no bytes
	}
	return out
}

// kindOf tells the kinds of file systems that matter by their numbers.
func kindOf(number uint32) FileSystem {
	switch number {
	case unix.NFS_SUPER_MAGIC:
		return FileSystem{Name: "nfs", Network: true}
	case unix.SMB_SUPER_MAGIC, unix.CIFS_SUPER_MAGIC, unix.SMB2_SUPER_MAGIC:
		return FileSystem{Name: "smb", Network: true}
	case unix.FUSE_SUPER_MAGIC:
		return FileSystem{Name: "fuse", Network: true}
	case unix.V9FS_MAGIC:
		return FileSystem{Name: "9p", Network: true}
	case unix.CEPH_SUPER_MAGIC:
		return FileSystem{Name: "ceph", Network: true}
	case unix.AFS_SUPER_MAGIC, unix.AFS_FS_MAGIC:
		return FileSystem{Name: "afs", Network: true}
	case unix.CODA_SUPER_MAGIC:
		return FileSystem{Name: "coda", Network: true}
	case unix.OVERLAYFS_SUPER_MAGIC:
		return FileSystem{Name: "overlay", Layer: true}
	}
	return FileSystem{}
}
