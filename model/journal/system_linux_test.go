package journal_test

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"syscall"
	"testing"

	"golang.org/x/sys/unix"

	"bordertop/model/journal"
)

// mounted is a small file system of its own, where that is allowed.
func mounted(t *testing.T, options string) string {
	t.Helper()
	dir := t.TempDir()
	if err := unix.Mount("none", dir, "tmpfs", 0, options); err != nil {
		t.Skipf("no file system can be mounted here (%v), as by another user than root, or by a kernel that knows none of %s", err, options)
	}
	t.Cleanup(func() { _ = unix.Unmount(dir, unix.MNT_DETACH) })
	if err := os.Chmod(dir, 0o777); err != nil {
		t.Fatal(err)
	}
	return dir
}

// fillUp writes until there is no room.
func fillUp(t *testing.T, path string) {
	t.Helper()
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close() //nolint:errcheck // it is full
	for size := 1 << 20; size > 0; {
		if _, err := f.Write(make([]byte, size)); err != nil {
			size /= 2
		}
	}
}

// untilFull adds entries until one is refused, and gives how many were added.
func untilFull(t *testing.T, j *journal.Journal, first int) (n int, err error) {
	t.Helper()
	remark := "# " + strings.Repeat("x", 100_000) + "\n"
	for n = first; n < first+1000; n++ {
		if _, err := j.Append(t.Context(), entry(n)+remark); err != nil {
			return n - first, err
		}
	}
	t.Fatal("it is never full")
	return 0, nil
}

// isWhole reads a journal that somebody wrote before.
func isWhole(t *testing.T, dir string, entries int) {
	t.Helper()
	j := open(t, journal.Directory(dir))
	if got := len(j.Entries()); got != entries || len(j.Faults()) > 0 || j.Head().Seq != int64(entries) {
		t.Errorf("%d entries of %d, faults %v, head %d", got, entries, j.Faults(), j.Head().Seq)
	}
}

func TestAFullDiskLosesNothing(t *testing.T) {
	t.Parallel()
	dir := mounted(t, "size=20m")
	path := filepath.Join(dir, "journal")
	j := open(t, journal.Directory(path))
	add(t, j, 1, 3)
	fillUp(t, filepath.Join(dir, "film"))
	n, err := untilFull(t, j, 4)
	if n < 5 || !errors.Is(err, unix.ENOSPC) || !strings.HasSuffix(err.Error(), "; free some space, and add it again") {
		t.Errorf("%d entries had room in what was kept, then %v", n, err)
	}
	isWhole(t, path, 3+n)
	if _, err := open(t, journal.Directory(path)).Append(t.Context(), entry(9)); !errors.Is(err, journal.ErrSpace) {
		t.Errorf("who begins is told: %v", err)
	}
	if err := os.Remove(filepath.Join(dir, "film")); err != nil {
		t.Fatal(err)
	}
	add(t, j, 4+n, 4+n)
	isWhole(t, path, 4+n)
	if info, err := os.Stat(filepath.Join(path, "journal.ballast")); err != nil || info.Size() != 1<<20 {
		t.Errorf("room is kept again: %v, %v", info, err)
	}
}

func TestADiskThatIsTooSmallIsNotBegun(t *testing.T) {
	t.Parallel()
	dir := mounted(t, "size=256k")
	j := open(t, journal.Directory(dir))
	if _, err := j.Append(t.Context(), entry(1)); !errors.Is(err, journal.ErrSpace) {
		t.Errorf("it said %v", err)
	}
	isWhole(t, dir, 0)
}

func TestADiskThatBecomesReadOnlyIsReadOn(t *testing.T) {
	t.Parallel()
	dir := mounted(t, "size=20m")
	j := open(t, journal.Directory(dir))
	add(t, j, 1, 3)
	for _, flags := range []uintptr{unix.MS_REMOUNT | unix.MS_RDONLY, unix.MS_REMOUNT} {
		if err := unix.Mount("none", dir, "tmpfs", flags, "size=20m"); err != nil {
			t.Fatal(err)
		}
		isWhole(t, dir, 3)
		if flags&unix.MS_RDONLY == 0 {
			break
		}
		if _, err := j.Append(t.Context(), entry(4)); !errors.Is(err, unix.EROFS) || !strings.HasSuffix(err.Error(), "mount it for writing, or keep the journal elsewhere") {
			t.Errorf("it said %v", err)
		}
	}
	add(t, j, 4, 4)
	isWhole(t, dir, 4)
}

func TestADiskWithoutPlaceForFilesGoesOn(t *testing.T) {
	t.Parallel()
	dir := mounted(t, "size=20m,nr_inodes=20")
	path := filepath.Join(dir, "journal")
	j := open(t, journal.Directory(path))
	add(t, j, 1, 3)
	var err error
	for n := 0; err == nil; n++ {
		err = os.WriteFile(filepath.Join(dir, strconv.Itoa(n)), nil, 0o600)
	}
	add(t, j, 4, 4)
	// What was torn needs a place to be set aside: that of what was kept.
	f, err := os.OpenFile(filepath.Join(path, segmentOne), os.O_WRONLY|os.O_APPEND, 0)
	if err == nil {
		_, err = f.WriteString("[[entry]]\nhalf")
	}
	if err := errors.Join(err, f.Close()); err != nil {
		t.Fatal(err)
	}
	add(t, j, 5, 5)
	isWhole(t, path, 5)
}

// asNobody does something as a user who may not do everything.
func asNobody(t *testing.T, do func()) {
	t.Helper()
	done := make(chan struct{})
	go func() {
		defer close(done)
		runtime.LockOSThread() // and the thread ends with it
		if os.Getuid() == 0 {
			if err := syscall.Setfsuid(65534); err != nil {
				t.Error(err)
				return
			}
		}
		do()
	}()
	<-done
}

func TestWhatMayNotBeWrittenIsTold(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	add(t, open(t, journal.Directory(dir)), 1, 3)
	for _, mode := range []os.FileMode{0, 0o500} {
		if err := os.Chmod(dir, mode); err != nil {
			t.Fatal(err)
		}
		asNobody(t, func() {
			j, err := journal.Open(journal.Directory(dir), options())
			if err == nil {
				_, err = j.Append(t.Context(), entry(4))
			}
			if !errors.Is(err, os.ErrPermission) {
				t.Errorf("mode %o: it said %v", mode, err)
			}
		})
	}
	if err := os.Chmod(dir, 0o700); err != nil {
		t.Fatal(err)
	}
	isWhole(t, dir, 3)
}

func TestAQuotaLosesNothing(t *testing.T) {
	t.Parallel()
	dir := mounted(t, "size=40m,usrquota_block_hardlimit=3m")
	asNobody(t, func() {
		j := open(t, journal.Directory(dir))
		if _, err := j.Append(t.Context(), entry(1)); err != nil {
			t.Error(err)
			return
		}
		n, err := untilFull(t, j, 2)
		if n < 15 || !errors.Is(err, unix.EDQUOT) || !strings.HasSuffix(err.Error(), "; free some space, and add it again") {
			t.Errorf("%d entries, then %v", n, err)
		}
		isWhole(t, dir, 1+n)
	})
}

// TestALimitOfFilesLosesNothing has a process whose files may not grow.
func TestALimitOfFilesLosesNothing(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	c := exec.CommandContext(t.Context(), os.Args[0])
	c.Env = append(os.Environ(), "JOURNAL_WRITER="+dir, "JOURNAL_FROM=1", "JOURNAL_LIMIT=8192")
	out, err := c.CombinedOutput()
	n := strings.Count(string(out), "\n") - 1
	if err == nil || n < 20 || !strings.Contains(string(out), "file too large; ulimit -f says how large a file may be") {
		t.Errorf("%v after %d entries: %s", err, n, out)
	}
	isWhole(t, dir, n)
}
