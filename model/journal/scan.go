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
// are gone, and a Strange segment is not the next of the chain or none at all.
// Litter is text behind the last entry of a segment that others follow. Where the
// head that somebody remembers is not in the chain, it was RolledBack.
const (
	Edited FaultKind = iota
	Missing
	Strange
	Litter
	RolledBack
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
	// what stands behind them.
	good int64
	torn string
	text string // up to there
}

// scan reads a segment that continues a chain.
func scan(name, text string, before Head) segment {
	s := segment{name: name, before: before, end: before}
	opening, _, whole := strings.Cut(text, "\n")
	after, preamble, ok := parseOpening(opening)
	ok = ok && whole && len(opening)+1+preamble < len(text)
	if !ok || opening+"\n" != before.opening(number(name), preamble) {
		s.strange(opening)
	}
	if !ok {
		return s
	}
	s.end = after
	start := len(opening) + 1 + preamble
	lead := text[len(opening)+1 : start]
	line := 1 + strings.Count(lead, "\n")
	startLine := line + 1
	for at := start; at < len(text); {
		end := strings.IndexByte(text[at:], '\n')
		if end < 0 {
			break
		}
		line++
		if c, ok := parseTrailer(text[at : at+end]); ok {
			s.close(c.bytes, lead, Entry{Head: c.head, Text: text[start:at], Segment: name, Line: startLine, at: start})
			lead = ""
			start, startLine = at+end+1, line+1
		}
		at += end + 1
	}
	if len(s.entries) == 0 { // a segment has its name only once it has an entry
		s.end = before
		s.strange(opening)
		return s
	}
	s.good = int64(start)
	s.text, s.torn = text[:s.good], text[s.good:]
	return s
}

// strange takes down that this is not the next segment.
func (s *segment) strange(opening string) {
	if len(s.faults) == 0 {
		s.faults = append(s.faults, Fault{Kind: Strange, Segment: s.name, Line: 1, Seq: s.before.Seq, Sum: s.before.sum(s.before.Seq, opening)})
	}
}

// close takes an entry down with what is wrong about it. The first of a segment is
// summed up with what leads to it.
func (s *segment) close(size int, lead string, e Entry) {
	sum := s.end.sum(e.Seq, lead+e.Text)
	fault := Fault{Kind: Edited, Segment: s.name, Line: e.Line, Seq: e.Seq, Sum: sum}
	switch {
	case e.Seq != s.end.Seq+1:
		fault.Kind = Missing
		s.faults = append(s.faults, fault)
	case sum != e.Sum || len(e.Text) != size:
		s.faults = append(s.faults, fault)
	}
	s.entries = append(s.entries, e)
	s.end = e.Head
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

// unaccepted leaves out the faults that a sound seal accepts.
func unaccepted(faults []Fault, entries []Entry) []Fault {
	if len(faults) == 0 {
		return nil
	}
	accepted := map[string]bool{}
	for _, e := range entries {
		rest, ok := strings.CutPrefix(e.Text, seal)
		if !ok || slices.ContainsFunc(faults, func(f Fault) bool { return f.Seq == e.Seq }) {
			continue
		}
		for line := range strings.SplitSeq(rest, "\n") {
			if list, ok := strings.CutPrefix(line, "accepts = ["); ok {
				for _, m := range accepting().FindAllStringSubmatch(list, -1) {
					accepted[m[1]] = true
				}
			}
		}
	}
	return slices.DeleteFunc(slices.Clone(faults), func(f Fault) bool { return accepted[f.token()] })
}
