package journal_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"syscall"
	"testing"

	"bordertop/model/journal"
)

// run adds entries to a disk until it is crashed or done, trying each once more
// where it fails, as a person does. It gives those that were acknowledged.
func run(d journal.Disk, n int, acknowledged func(text string)) {
	j, err := journal.Open(d, options())
	if err != nil {
		return
	}
	for i := 1; i <= n; i++ {
		for range 2 {
			if _, err := j.Append(context.Background(), entry(i)); err == nil {
				acknowledged(entry(i))
				break
			}
		}
	}
}

// holds tells what is wrong with what a disk has after all that happened to it:
// whatever was acknowledged is there once and in order, nothing is there in half,
// and more can be added.
func holds(d journal.Disk, acknowledged []string) error {
	j, err := journal.Open(d, options())
	if err != nil {
		return err
	}
	if faults := j.Faults(); len(faults) > 0 {
		return fmt.Errorf("fault: %s", faults[0])
	}
	if err := inOrder(texts(j), acknowledged); err != nil {
		return err
	}
	head, err := j.Append(context.Background(), entry(99))
	if err != nil {
		return fmt.Errorf("nothing can be added: %w", err)
	}
	again, err := journal.Open(d, options())
	if err != nil {
		return err
	}
	if got := texts(again); again.Head() != head || got[len(got)-1] != entry(99) || len(again.Faults()) > 0 {
		return fmt.Errorf("what was added then is not there: %v", got)
	}
	return inOrder(texts(again), append(slices.Clone(acknowledged), entry(99)))
}

// inOrder tells which of some texts are not among others once and in order, or what
// else than whole entries is there.
func inOrder(got, want []string) error {
	at := 0
	for _, text := range got {
		if !strings.HasPrefix(text, "[[entry]]\nby = \"Desk\"\n\n[[count]]\nid = ") || !strings.HasSuffix(text, "\n") {
			return fmt.Errorf("half an entry: %q", text)
		}
		if at < len(want) && text == want[at] {
			at++
		}
	}
	if at < len(want) {
		return fmt.Errorf("lost: %q of %d entries", want[at], len(got))
	}
	return nil
}

// TestNoFaultOfTheDiskLosesAnEntry lets each call of a run fail, once and from then
// on, in every way, and looks at what there is once the disk is whole again.
func TestNoFaultOfTheDiskLosesAnEntry(t *testing.T) {
	t.Parallel()
	entries := scale(12, 50)
	whole := newMemory()
	run(whole, entries, func(string) {})
	runs := 0
	shorts := map[string]func(int) int{
		"nothing": func(int) int { return 0 }, "a byte": func(int) int { return 1 },
		"half": func(n int) int { return n / 2 }, "all but a byte": func(n int) int { return n - 1 }, "all": func(n int) int { return n },
	}
	for call := 1; call <= whole.calls; call++ {
		for written, short := range shorts {
			for _, broken := range []error{syscall.EIO, syscall.ENOSPC, syscall.EROFS, syscall.EINTR} {
				for _, last := range []int{call, whole.calls * 9} {
					if err := failing(entries, call, last, broken, short); err != nil {
						t.Fatalf("calls %d to %d fail with %v, %s written: %v", call, last, broken, written, err)
					}
					runs++
				}
			}
		}
	}
	t.Logf("%d faults in a run of %d calls", runs, whole.calls)
}

// failing adds entries while some calls fail, and tells what is wrong afterwards.
func failing(entries, first, last int, broken error, short func(int) int) error {
	d := newMemory()
	d.short = short
	d.fail = func(n int, _ string) error {
		if first <= n && n <= last {
			return broken
		}
		return nil
	}
	var acknowledged []string
	run(d, entries, func(text string) { acknowledged = append(acknowledged, text) })
	d.fail = nil
	return holds(d, acknowledged)
}

// TestNoCrashLosesAnEntry crashes a run after each call, and looks at each of the
// states that may be left of what was not synced.
func TestNoCrashLosesAnEntry(t *testing.T) {
	t.Parallel()
	entries := scale(12, 30)
	whole := newMemory()
	run(whole, entries, func(string) {})
	states := 0
	for call := 1; call <= whole.calls; call++ {
		d := newMemory()
		d.fail = func(n int, _ string) error {
			if n > call {
				return errDisk
			}
			return nil
		}
		var acknowledged []string
		run(d, entries, func(text string) { acknowledged = append(acknowledged, text) })
		for _, names := range []map[string]*node{d.names, d.lasting} {
			for what, keep := range keeps(uint64(call)) {
				if err := holds(d.crashed(names, keep), acknowledged); err != nil {
					t.Fatalf("crash after call %d, kept %s, %d acknowledged: %v", call, what, len(acknowledged), err)
				}
				states++
			}
		}
	}
	t.Logf("%d states after %d calls", states, whole.calls)
}

// keeps are what may be left of the changes to a file since its last sync: none,
// all, each prefix of the last, and some of its sectors with holes between.
func keeps(seed uint64) map[string]func(n *node) []byte {
	out := map[string]func(n *node) []byte{
		"nothing":    func(n *node) []byte { return n.content(nil) },
		"everything": func(n *node) []byte { return n.content(n.since) },
	}
	for size := range 130 {
		out[fmt.Sprintf("%d bytes of the last write", size)] = func(n *node) []byte {
			if len(n.since) == 0 {
				return n.content(nil)
			}
			changes := slices.Clone(n.since)
			last := &changes[len(changes)-1]
			if last.data != nil {
				last.data = last.data[:min(size, len(last.data))]
			}
			return n.content(changes)
		}
	}
	r := rand.New(rand.NewPCG(seed, 2))
	for i := range 40 {
		out[fmt.Sprintf("sectors %d", i)] = func(n *node) []byte {
			got := n.content(n.since)
			const sector = 16 // small, so that an entry has many
			for at := len(n.lasting); at < len(got); at += sector {
				if r.IntN(2) == 0 {
					clear(got[at:min(at+sector, len(got))])
				}
			}
			return got
		}
	}
	return out
}

// TestNoBitFlipsUnseen flips each bit of a journal.
func TestNoBitFlipsUnseen(t *testing.T) {
	t.Parallel()
	d := newMemory()
	j := open(t, d)
	heads := add(t, j, 1, scale(6, 36))
	head := heads[len(heads)-1]
	good := d.names["journal-000001.toml"].content(nil)
	o := options()
	o.Anchor = head
	for bit := range len(good) * 8 {
		flipped := slices.Clone(good)
		flipped[bit/8] ^= 1 << (bit % 8)
		copied := newMemory()
		copied.names["journal-000001.toml"] = &node{lasting: flipped}
		j, err := journal.Open(copied, o)
		if err != nil {
			t.Fatal(err)
		}
		if len(j.Faults()) == 0 {
			t.Fatalf("bit %d of byte %d (%q) is not noticed", bit%8, bit/8, good[max(bit/8-20, 0):min(bit/8+20, len(good))])
		}
		if _, err := j.Append(context.Background(), entry(99)); err == nil {
			t.Fatalf("bit %d of byte %d: something was added", bit%8, bit/8)
		}
		if got := copied.names["journal-000001.toml"].content(nil); string(got) != string(flipped) {
			t.Fatalf("bit %d of byte %d: bytes were destroyed", bit%8, bit/8)
		}
	}
	t.Logf("%d bits", len(good)*8)
}
