package journal

// Segment is a file of the journal as far as it was written.
type Segment struct{ Name, Text string }

// Segments are the files that hold the entries, the oldest first, without what was
// torn off at the end. What is no segment of this journal is left out.
func (j *Journal) Segments() []Segment {
	j.mu.Lock()
	defer j.mu.Unlock()
	var out []Segment
	for _, s := range j.segments {
		if s.good > 0 {
			out = append(out, Segment{s.name, s.text})
		}
	}
	return out
}
