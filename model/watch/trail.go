package watch

import (
	"os"
	"path/filepath"
)

// trail is where changes of some paths can show: at the paths themselves, and at
// every link that leads from them to what they name.
type trail struct {
	// names are files, links and directories, by their paths without links in the
	// way, and dirs are the directories that hold them.
	names, dirs map[string]bool
	// within are the directories of which the files matter.
	within map[string]bool
}

// trace follows paths to what they name.
func trace(paths []string) trail {
	t := trail{map[string]bool{}, map[string]bool{}, map[string]bool{}}
	for _, path := range paths {
		t.follow(path)
		if info, err := os.Stat(path); err != nil || !info.IsDir() {
			continue
		}
		if dir, err := filepath.EvalSymlinks(path); err == nil {
			t.dirs[dir], t.within[dir] = true, true
		}
	}
	return t
}

// follow takes down a path and where its links lead. Where its directory is not
// there, that is waited for.
func (t trail) follow(path string) {
	parent := filepath.Dir(path)
	if parent == path {
		return
	}
	dir, err := filepath.EvalSymlinks(parent)
	if err != nil {
		t.follow(parent)
		return
	}
	name := filepath.Join(dir, filepath.Base(path))
	if t.names[name] {
		return // Or links would be followed in circles.
	}
	t.names[name], t.dirs[dir] = true, true
	if parent != dir {
		t.links(parent)
	}
	if target, err := os.Readlink(name); err == nil {
		if !filepath.IsAbs(target) {
			target = filepath.Join(dir, target)
		}
		t.follow(target)
	}
}

// links follows the links among a directory and those above it.
func (t trail) links(dir string) {
	for ; dir != filepath.Dir(dir); dir = filepath.Dir(dir) {
		if info, err := os.Lstat(dir); err == nil && info.Mode()&os.ModeSymlink != 0 {
			t.follow(dir)
		}
	}
}

// concerns tells whether what happened to a name may matter.
func (t trail) concerns(name string, match func(string) bool) bool {
	name = filepath.Clean(name)
	dir, base := filepath.Split(name)
	return t.names[name] || t.dirs[name] || t.within[filepath.Clean(dir)] && match(base)
}
