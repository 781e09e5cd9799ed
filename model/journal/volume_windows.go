package journal

import (
	"path/filepath"

	"golang.org/x/sys/windows"
)

// fileSystem tells what a path lies on.
func fileSystem(path string) FileSystem {
	out := FileSystem{Free: -1}
	if root, err := windows.UTF16PtrFromString(filepath.VolumeName(path) + `\`); err == nil && windows.GetDriveType(root) == windows.DRIVE_REMOTE {
		out.Name, out.Network = "smb", true
	}
	var free uint64
	dir, err := windows.UTF16PtrFromString(path)
	if err == nil && windows.GetDiskFreeSpaceEx(dir, &free, nil, nil) == nil {
		out.Free = bytesOf(free, 1)
	}
	return out
}

// wordsOfFull are what the system says besides of a disk that is full.
func wordsOfFull() []error {
	return []error{windows.ERROR_DISK_FULL, windows.ERROR_HANDLE_DISK_FULL}
}
