package journal

import "strings"

// Segment is a file of the journal as far as it was written.
type Segment struct{ Name, Text string }

// Segments are the files that hold the entries, the oldest first, without what was
// torn off at the end, and without what is there again. What is no segment of this
// journal is left out.
func (j *Journal) Segments() []Segment {
	return j.without(repeats)
}

func repeats(s *segment, e Entry) bool { return s.repeated[e.at] }

// After are the Segments with what was added after a head only; not ok where the head
// is not in the chain, or something is not as it was written.
func (j *Journal) After(h Head) (after []Segment, ok bool) {
	j.mu.Lock()
	ok = (h == Head{} || contains(j.all(), h)) && len(j.faults()) == 0
	last := map[string]int64{}
	for _, s := range j.segments {
		last[s.name] = s.end.Seq
	}
	j.mu.Unlock()
	for _, s := range j.without(func(_ *segment, e Entry) bool { return e.Seq <= h.Seq }) {
		if last[s.Name] > h.Seq {
			after = append(after, s)
		}
	}
	return after, ok
}

// Sound are the Segments without what may be damaged and was accepted by nobody. They
// are nil where all is sound.
func (j *Journal) Sound() []Segment {
	odd := map[int64]bool{}
	for _, f := range j.Faults() {
		odd[f.Seq] = true
	}
	if len(odd) == 0 {
		return nil
	}
	return j.without(func(s *segment, e Entry) bool { return s.repeated[e.at] || s.damaged[e.at] && odd[e.Seq] })
}

// without are the segments without some entries. Lines stay where they are.
func (j *Journal) without(skip func(s *segment, e Entry) bool) []Segment {
	j.mu.Lock()
	defer j.mu.Unlock()
	var out []Segment
	for i := range j.segments {
		if s := &j.segments[i]; s.good > 0 {
			out = append(out, Segment{s.name, s.without(skip)})
		}
	}
	return out
}

// without is the text of a segment without some entries.
func (s *segment) without(skip func(s *segment, e Entry) bool) string {
	var text strings.Builder
	from := 0
	if first := s.entries[0]; skip(s, first) && s.damaged[first.at] { // perhaps in what leads to it
		from = first.at
		text.WriteString(blank(s.text[:from]))
	} else if len(s.faults) > 0 && s.faults[0].Kind == Strange {
		from = strings.IndexByte(s.text, '\n')
	}
	for n, e := range s.entries {
		end := len(s.text)
		if n+1 < len(s.entries) {
			end = s.entries[n+1].at
		}
		if skip(s, e) {
			text.WriteString(s.text[from:e.at] + blank(s.text[e.at:end]))
			from = end
		}
	}
	return text.String() + s.text[from:]
}

// blank is a text of as many lines that are empty.
func blank(text string) string { return strings.Repeat("\n", strings.Count(text, "\n")) }
