package journal

import (
	"fmt"
	"io/fs"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"
)

// Entry is what was added at once.
type Entry struct {
	// Head is that of the chain with the entry.
	Head
	// Text is what was added, without its trailer.
	Text string
	// Segment and Line, from 1, are where it begins.
	Segment string
	Line    int
	at      int // the byte of the segment
}

// FaultKind is what is wrong with a journal.
type FaultKind uint8

// The faults. An Edited entry is not as it was written, before a Missing one others
// are gone, a Repeated one was there before, and a Strange segment is not the next of the chain or none at all.
// Litter is text behind the last entry of a segment that others follow. Where the
// head that somebody remembers is not in the chain, it was RolledBack.
const (
	Edited FaultKind = iota
	Missing
	Strange
	Litter
	RolledBack
	Repeated
)

// Fault is a place at which a journal is not as it was written.
type Fault struct {
	Kind    FaultKind
	Segment string
	Line    int
	// Seq is the entry, and Sum what its text as it stands would have: to accept a
	// fault is to write both down.
	Seq int64
	Sum string
}

// String tells the place and what is wrong there.
func (f Fault) String() string {
	at := fmt.Sprintf("%s:%d: ", f.Segment, f.Line)
	switch f.Kind {
	case Edited:
		return at + fmt.Sprintf("entry %d is not as it was written", f.Seq)
	case Missing:
		return at + fmt.Sprintf("entries before %d are missing", f.Seq)
	case Repeated:
		return at + fmt.Sprintf("entry %d is here again, or another of its number", f.Seq)
	case Strange:
		return at + "not the next segment of this journal"
	case Litter:
		return at + fmt.Sprintf("there is text behind entry %d that was not written by the journal", f.Seq)
	case RolledBack:
		return fmt.Sprintf("entry %d, which was here before, is gone or another: an older copy, or a rewritten one", f.Seq)
	}
	return at + "damaged"
}

func (f Fault) token() string { return fmt.Sprintf("%d %s", f.Seq, f.Sum) }

// segment is what a file of the journal holds.
type segment struct {
	name    string
	info    fs.FileInfo
	before  Head
	end     Head
	entries []Entry
	faults  []Fault
	// good is how many bytes there are up to the end of the last trailer, and torn
	// what stands behind them. Where the trailer has no line break, it is open.
	good int64
	torn string
	open bool
	text string // up to there
	// repeated are the entries that are there again, and damaged those that may not be
	// what was written.
	repeated, damaged map[int]bool // by the byte of the segment
}

// scan reads a segment that continues a chain. What is not as it was written is read
// for as far as its trailers tell where entries end.
func scan(name, text string, before Head) segment {
	s := segment{name: name, before: before, end: before, repeated: map[int]bool{}, damaged: map[int]bool{}}
	opening, _, _ := strings.Cut(text, "\n")
	after, preamble, ok := parseOpening(opening)
	start := min(len(opening)+1, len(text))
	if !ok || preamble >= len(text)-start || opening+"\n" != before.opening(number(name), preamble) {
		s.strange(opening)
	}
	if ok && preamble < len(text)-start {
		s.end = after
	} else {
		preamble = max(0, strings.Index(text[max(0, start-1):], "\n[["))
	}
	s.walk(text, start, start+preamble)
	if len(s.entries) == 0 { // a segment has its name only once it has an entry
		s.end = before
		s.strange(opening)
	}
	return s
}

// walk takes down the entries from a byte on; what leads to the first is summed up
// with it.
func (s *segment) walk(text string, leads, start int) {
	lead := text[leads:start]
	line := 1 + strings.Count(text[:start], "\n")
	begins := line
	for at := start; at < len(text); {
		end := at + strings.IndexByte(text[at:], '\n')
		open := end < at
		if open {
			end = len(text)
		}
		line++
		written := strings.TrimRight(text[at:end], " \t\r")
		e := Entry{Text: text[start:at], Segment: s.name, Line: begins, at: start}
		c, ok := parseTrailer(written)
		if e.Head = c.head; ok && (!open || s.closes(c, lead, e)) {
			s.close(c, lead, e, end-at == len(written))
			start, begins, lead = min(end+1, len(text)), line, ""
			s.open = open
		}
		at = end + 1
	}
	if len(s.entries) > 0 {
		s.good = int64(start)
		s.text, s.torn = text[:s.good], text[s.good:]
	}
}

// strange takes down that this is not the next segment.
func (s *segment) strange(opening string) {
	if len(s.faults) == 0 {
		s.faults = append(s.faults, Fault{Kind: Strange, Segment: s.name, Line: 1, Seq: s.before.Seq, Sum: s.before.sum(s.before.Seq, opening)})
	}
}

// closes tells whether a trailer is right, but for the number of the entry.
func (s *segment) closes(c closing, lead string, e Entry) bool {
	return len(e.Text) == c.bytes && s.end.next(lead+e.Text).Sum == c.head.Sum
}

// close takes an entry down with what is wrong about it. The first of a segment is
// summed up with what leads to it. No entry takes the chain back.
func (s *segment) close(c closing, lead string, e Entry, exact bool) {
	right := s.closes(c, lead, e)
	fault := Fault{Segment: s.name, Line: e.Line, Seq: e.Seq, Sum: s.end.sum(e.Seq, lead+e.Text)}
	switch {
	case right && e.Seq != s.end.Seq+1: // The number alone is another.
		e.Seq = s.end.Seq + 1
		fault.Seq = e.Seq
		fault.Kind, s.damaged[e.at] = Edited, true
	case exact && e.Seq > s.end.Seq && fault.Sum == e.Sum && len(e.Text) == c.bytes && strings.HasPrefix(e.Text, seal):
		fault.Sum = "" // It leaves the numbers of what was lost out.
	case e.Seq <= s.end.Seq:
		fault.Kind, s.repeated[e.at] = Repeated, true
	case e.Seq != s.end.Seq+1:
		fault.Kind, s.damaged[e.at] = Missing, len(e.Text) != c.bytes
	case right && exact:
		fault.Sum = ""
	default:
		fault.Kind, s.damaged[e.at] = Edited, true
	}
	if fault.Sum != "" {
		s.faults = append(s.faults, fault)
	}
	s.entries = append(s.entries, e)
	if e.Seq > s.end.Seq {
		s.end = e.Head
	}
}

// breakOff takes a last entry whose text was never wholly written for torn: a hand
// leaves text, a crash leaves holes. What somebody remembers as written is not.
func (s *segment) breakOff(text string, anchor Head) {
	last := len(s.entries) - 1
	if last < 1 || len(s.faults) == 0 || s.torn != "" {
		return
	}
	e, f := s.entries[last], s.faults[len(s.faults)-1]
	whole := utf8.ValidString(e.Text) && !strings.Contains(e.Text, "\x00")
	if whole || f.Seq != e.Seq || f.Kind != Edited || anchor.Seq >= e.Seq {
		return
	}
	s.text, s.torn, s.good = text[:e.at], text[e.at:], int64(e.at)
	s.entries, s.faults = s.entries[:last], s.faults[:len(s.faults)-1]
	s.end = s.entries[last-1].Head
}

// seal is an entry of the journal's own: what somebody looked at and accepted.
const seal = "[[entry]]\nkind = \"accepted\"\n"

// accepting finds what a seal accepts.
func accepting() *regexp.Regexp { return regexp.MustCompile(`"(\d+ [0-9a-f]{24})"`) }

// acceptance is what the seals of a journal accept: faults by their tokens, and
// losses by the numbers that they leave out.
type acceptance struct {
	tokens map[string]bool
	losses []gap
}

// gap are the numbers between two.
type gap struct{ from, to int64 }

// unaccepted leaves out the faults that a sound seal accepts.
func unaccepted(faults []Fault, entries []Entry) []Fault {
	if len(faults) == 0 {
		return nil
	}
	a := acceptance{tokens: map[string]bool{}}
	before := int64(0)
	for _, e := range entries {
		rest, ok := strings.CutPrefix(e.Text, seal)
		if ok && !slices.ContainsFunc(faults, func(f Fault) bool { return f.Kind != RolledBack && f.Seq == e.Seq }) {
			a.losses = append(a.losses, gap{before, e.Seq})
			a.take(rest)
		}
		before = max(before, e.Seq)
	}
	return slices.DeleteFunc(slices.Clone(faults), a.covers)
}

// take takes down what a seal accepts.
func (a acceptance) take(text string) {
	for line := range strings.SplitSeq(text, "\n") {
		if list, ok := strings.CutPrefix(line, "accepts = ["); ok {
			for _, m := range accepting().FindAllStringSubmatch(list, -1) {
				a.tokens[m[1]] = true
			}
		}
	}
}

// covers tells whether a fault was accepted. Of entries that are gone, each process
// may remember another.
func (a acceptance) covers(f Fault) bool {
	lost := func(g gap) bool { return g.from < f.Seq && f.Seq < g.to }
	return a.tokens[f.token()] || f.Kind == RolledBack && slices.ContainsFunc(a.losses, lost)
}
