package journal_test

import (
	"errors"
	"strings"
	"syscall"
	"testing"

	"github.com/google/go-cmp/cmp"

	"bordertop/model/journal"
)

// TestWritingBeginsWithRoomOnly has less than that left for who begins, while who
// has begun goes on and all read.
func TestWritingBeginsWithRoomOnly(t *testing.T) {
	t.Parallel()
	d := newMemory()
	begun := open(t, d)
	add(t, begun, 1, 2)
	d.on.Free = 3 << 20
	late := open(t, d)
	if diff := cmp.Diff(upTo(2), texts(late)); diff != "" {
		t.Errorf("entries (-want +got):\n%s", diff)
	}
	for range 2 {
		_, err := late.Append(t.Context(), entry(3))
		if !errors.Is(err, journal.ErrSpace) || !strings.Contains(err.Error(), "3 MiB are free, and writing begins with 16: free some, or keep the journal on another disk; it can still be read") {
			t.Fatalf("with little room: %v", err)
		}
	}
	add(t, begun, 3, 4)
	d.on.Free = -1 // the system does not tell
	add(t, open(t, d), 5, 5)
	if diff := cmp.Diff(upTo(5), texts(open(t, d))); diff != "" {
		t.Errorf("entries (-want +got):\n%s", diff)
	}
}

// TestTheLastEntriesHaveRoom fills a disk: an entry takes the room that is kept, and
// what has none is not acknowledged and does no harm.
func TestTheLastEntriesHaveRoom(t *testing.T) {
	t.Parallel()
	for _, full := range []error{syscall.ENOSPC, syscall.EDQUOT} {
		t.Run(full.Error(), func(t *testing.T) {
			t.Parallel()
			fill(t, full)
		})
	}
}

func fill(t *testing.T, full error) {
	t.Helper()
	d := newMemory()
	j := open(t, d)
	add(t, j, 1, 2)
	if d.kept == 0 {
		t.Fatal("no room is kept")
	}
	d.on.Free = 0
	d.short = func(n int) int { return n / 2 }
	left := 2 // entries that have room in what was kept
	d.fail = func(_ int, name string) error {
		if name != "write" || d.kept == 0 && left > 0 {
			return nil
		}
		return full
	}
	for n := 3; n <= 4; n++ {
		add(t, j, n, n)
		left--
	}
	if _, err := j.Append(t.Context(), entry(5)); !errors.Is(err, full) || !strings.HasSuffix(err.Error(), "; free some space, and add it again") {
		t.Errorf("without room: %v", err)
	}
	d.fail = nil
	if diff := cmp.Diff(upTo(4), texts(open(t, d))); diff != "" {
		t.Errorf("entries (-want +got):\n%s", diff)
	}
	d.on.Free = 1 << 30
	if add(t, j, 5, 5); d.kept == 0 {
		t.Error("no room is kept again")
	}
}

// TestAJournalOnANetworkIsOfOneHost unless somebody says that locks hold there.
func TestAJournalOnANetworkIsOfOneHost(t *testing.T) {
	t.Parallel()
	d := newMemory()
	host := func(name string, shared bool) *journal.Journal {
		o := options()
		o.Host, o.Shared = name, shared
		j, err := journal.Open(d, o)
		if err != nil {
			t.Fatal(err)
		}
		return j
	}
	add(t, host("vilnius", false), 1, 1) // on a disk of its own
	add(t, host("kaunas", false), 2, 2)
	d.on = journal.FileSystem{Name: "nfs", Network: true, Free: 1 << 40}
	add(t, host("vilnius", false), 3, 3)
	add(t, host("vilnius", false), 4, 4)
	other := host("kaunas", false)
	_, err := other.Append(t.Context(), entry(5))
	if !errors.Is(err, journal.ErrElsewhere) || !strings.Contains(err.Error(), `it is "vilnius"'s, on nfs; where the server keeps locks, add --shared or shared = true on each host`) {
		t.Errorf("another host: %v", err)
	}
	if !strings.Contains(other.Warning(), "nfs may lie on a network") {
		t.Errorf("warning %q", other.Warning())
	}
	add(t, host("kaunas", true), 5, 5)
	if diff := cmp.Diff(upTo(5), texts(host("kaunas", false))); diff != "" {
		t.Errorf("entries (-want +got):\n%s", diff)
	}
	d.on = journal.FileSystem{Name: "overlay", Layer: true, Free: 1 << 40}
	if got := add(t, host("kaunas", false), 6, 6); len(got) != 1 || !strings.Contains(other.Warning(), "a layer of a container") {
		t.Errorf("warning %q", other.Warning())
	}
}

// TestADirectoryTellsWhatItLiesOn also before it is made.
func TestADirectoryTellsWhatItLiesOn(t *testing.T) {
	t.Parallel()
	d := journal.Directory(t.TempDir() + "/none/yet")
	if at := d.FileSystem(); at.Free == 0 {
		t.Errorf("it lies on %+v", at)
	}
}
