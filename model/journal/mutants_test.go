package journal_test

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"unicode/utf16"
)

// class is what must become of a damaged journal.
type class uint8

const (
	// tail has its unfinished end damaged only: what was finished is read, the odd
	// bytes are kept aside, and more can be added.
	tail class = iota
	// broken is told, what is whole is read, and nothing is added.
	broken
	// edited is told too, and all of it is read.
	edited
)

type mutant struct {
	name string
	class
	data []byte
	good []byte // before
}

// mutants damage a good journal in the ways in which disks, crashes, editors and
// rotations do.
func mutants(good []byte, seed uint64) []mutant {
	r := rand.New(rand.NewPCG(seed, 1))
	starts := startsOf(good)
	last, trailing := starts[len(starts)-1], bytes.LastIndex(good, []byte("\n#~"))
	var out []mutant
	add := func(c class, data []byte, name string, args ...any) {
		out = append(out, mutant{name: fmt.Sprintf(name, args...), class: c, data: data})
	}
	for n := starts[len(starts)-3]; n < len(good); n++ {
		add(tail, good[:n], "cut at %d", n)
	}
	for _, zeros := range []int{1, 100, 511, 512, 4096, 65536} {
		add(tail, joined(good, make([]byte, zeros)), "%d zeros behind", zeros)
	}
	noise := func(n int) []byte {
		out := make([]byte, n)
		for i := range out {
			out[i] = byte(r.Uint32())
		}
		return out
	}
	for range 20 {
		n := last + 1 + r.IntN(trailing-last)
		add(tail, joined(good[:n], make([]byte, 4096-n%4096)), "cut at %d, zeros behind", n)
		add(tail, joined(good[:n], noise(300)), "cut at %d, noise behind", n)
	}
	add(tail, joined(good, good[starts[0]:starts[1]-30]), "half an entry again")
	out = slices.Concat(out, misses(good, last, r), byHand(good, starts), garbage(good, starts, noise))
	for i := range out {
		out[i].good = good
	}
	return out
}

// misses are what disks get wrong.
func misses(good []byte, last int, r *rand.Rand) []mutant {
	var out []mutant
	add := func(c class, data []byte, name string, args ...any) {
		out = append(out, mutant{name: fmt.Sprintf(name, args...), class: c, data: data})
	}
	for range 60 {
		data := slices.Clone(good)
		for sector := last / 512; sector*512 < len(data); sector++ {
			if r.IntN(2) == 0 {
				clear(data[max(sector*512, last):min((sector+1)*512, len(data))])
			}
		}
		add(tail, data, "sectors of the last entry gone")
	}
	for range 200 {
		at := r.IntN(last)
		data := slices.Clone(good)
		data[at] ^= 1 << r.IntN(8)
		add(broken, data, "a bit of byte %d", at)
	}
	for range 40 {
		at, size := r.IntN(last-200), 2+r.IntN(198)
		add(broken, joined(good[:at], make([]byte, size), good[at+size:]), "a hole of %d at %d", size, at)
	}
	for range 40 {
		to, from := r.IntN(last-64), r.IntN(last-64)
		if data := joined(good[:to], good[from:from+64], good[to+64:]); !bytes.Equal(data, good) {
			add(broken, data, "written to %d instead of %d", to, from)
		}
	}
	return out
}

// byHand are what people and their tools do to files.
func byHand(good []byte, starts []int) []mutant {
	replaced := func(old, with string) []byte { return bytes.ReplaceAll(good, []byte(old), []byte(with)) }
	behind := func(n int, text string) []byte { return joined(good[:starts[n]], []byte(text), good[starts[n]:]) }
	lines := bytes.SplitAfter(good, []byte("\n"))
	slices.SortFunc(lines, bytes.Compare)
	return []mutant{
		made("line breaks of a desktop", edited, replaced("\n", "\r\n")),
		made("a byte order mark", edited, joined([]byte("\ufeff"), good)),
		made("a comment", edited, behind(1, "# checked by JP\n")),
		made("blanks at the ends", edited, replaced("\n", " \n")),
		made("no blanks", edited, replaced(" = ", "=")),
		made("tabs", edited, replaced(" = ", "\t= ")),
		made("no last line break", tail, good[:len(good)-1]),
		made("an entry out", broken, joined(good[:starts[1]], good[starts[2]:])),
		made("two exchanged", broken, joined(good[:starts[0]], good[starts[1]:starts[2]], good[starts[0]:starts[1]], good[starts[2]:])),
		made("the first again", broken, joined(good, good[starts[0]:starts[1]])),
		made("the last again", broken, joined(good, good[starts[len(starts)-1]:])),
		made("marks of a merge", broken, joined(good[:starts[1]], []byte("<<<<<<< HEAD\n"), good[starts[1]:starts[2]], []byte("=======\n>>>>>>> x\n"), good[starts[2]:])),
		made("lines sorted", broken, bytes.Join(lines, nil)),
		made("a figure changed", broken, bytes.Replace(good, []byte("= 1002"), []byte("= 9002"), 1)),
		made("a byte put in", broken, behind(1, "\x00")),
		made("a huge entry", broken, behind(1, "[[entry]]\nid = \"x\"\nt = \""+strings.Repeat("y", 9<<20)+"\"\n")),
	}
}

func made(name string, c class, data []byte) mutant { return mutant{name: name, class: c, data: data} }

// garbage is no journal at all, or one in another form; and what two writers made
// that did not lock it.
func garbage(good []byte, starts []int, noise func(int) []byte) []mutant {
	var wide []byte
	for _, unit := range utf16.Encode([]rune(string(good))) {
		wide = append(wide, byte(unit), byte(unit>>8))
	}
	n := len(starts)
	mixed := slices.Clone(good[:starts[n-2]])
	last, before := bytes.SplitAfter(good[starts[n-1]:], []byte("\n")), bytes.SplitAfter(good[starts[n-2]:starts[n-1]], []byte("\n"))
	for i := range max(len(last), len(before)) {
		for _, lines := range [][][]byte{before, last} {
			if i < len(lines) {
				mixed = append(mixed, lines[i]...)
			}
		}
	}
	return []mutant{
		made("nothing", broken, nil),
		made("noise", broken, noise(5000)),
		made("a page", broken, []byte("<!DOCTYPE html><html></html>")),
		made("UTF-16", broken, wide),
		made("compressed", broken, joined([]byte("\x1f\x8b\x08\x00"), good)),
		made("mixed lines", broken, mixed),
	}
}

func joined(parts ...[]byte) []byte { return bytes.Join(parts, nil) }

// startsOf are where the entries of a segment begin.
func startsOf(text []byte) []int {
	var out []int
	for at := range text {
		if bytes.HasPrefix(text[at:], []byte("[[entry]]")) && text[at-1] == '\n' {
			out = append(out, at)
		}
	}
	return out
}
