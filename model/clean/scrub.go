package clean

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// replacement stands for what was there and cannot be shown, so that tampering stays visible.
const replacement = utf8.RuneError

// dot stands for a glyph that is the screen's own.
const dot = '·'

// A flood of marks climbs over the rows above it and is slow to normalise, so it is thinned before and after.
const (
	rawMarks = 8
	maxMarks = 3
)

// rules are what tells a line from a body: the cap in bytes, and how many line breaks may follow each other.
type rules struct{ limit, breaks int }

// scrub applies the rules until they change nothing. Each round after the first drops runes or replaces them by
// U+FFFD for good, so there is a last one; it is nearly always the second.
func scrub(raw string, r rules) Text {
	var f Flags
	s := cut(raw, r.limit, &f)
	if odd, ok := plain(s, r); ok {
		return Text{s, f | odd}
	}
	if !utf8.ValidString(s) || strings.ContainsRune(s, replacement) {
		f |= Encoding
	}
	s = strings.ToValidUTF8(s, string(replacement))
	s = strings.ReplaceAll(s, "\r\n", "\n")
	for {
		next := r.sift(s, rawMarks, &f)
		next = r.sift(norm.NFC.String(next), maxMarks, &f)
		next = cut(agree(next, &f), r.limit, &f)
		if next == s {
			return Text{s, f | oddities(s)}
		}
		s = next
	}
}

// cut shortens s to limit bytes, at a rune where there is one.
func cut(s string, limit int, f *Flags) string {
	if len(s) <= limit {
		return s
	}
	*f |= Cut
	end := limit
	for end > limit-utf8.UTFMax && !utf8.RuneStart(s[end]) {
		end--
	}
	return s[:end]
}

// sift puts each rune through its rule, with at most the given number of marks on a base. The string is valid UTF-8.
func (r rules) sift(s string, marks int, f *Flags) string {
	o := out{rules: r, marks: marks}
	o.buf.Grow(len(s))
	for _, c := range s {
		*f |= o.take(c)
	}
	return o.buf.String()
}

// out is what sift has written so far.
type out struct {
	rules
	buf    strings.Builder
	marks  int  // the most that a base may carry
	on     int  // how many the last base carries
	last   rune // the last base; 0 at the start
	spaces int  // spaces since then
	lines  int  // line breaks since then
	inFlag bool // the last base is half of a national flag, whose letters must not run into the next word
}

func (o *out) take(c rune) Flags {
	k := classify(c)
	switch k {
	case letter:
		if o.inFlag && isWord(c) {
			o.spaces++
		}
		o.put(c)
	case mark:
		return o.mark(c)
	case space:
		o.spaces++
	case lineBreak:
		o.spaces++
		o.lines++
		if c < 0xA0 && c != '\n' {
			return Control
		}
	case control, unknown:
		o.put(replacement)
	case drawing:
		o.put(dot)
	case regional:
		if !o.inFlag && isWord(o.last) {
			o.spaces++
		}
		o.put(c - firstRegional + 'A')
		o.inFlag = true
	case direction, invisible, tone:
	}
	return k.flag()
}

// put writes a base, and before it what remains of the space since the last one.
func (o *out) put(c rune) {
	switch lines := min(o.lines, o.breaks); {
	case o.last == 0 || o.spaces == 0:
	case lines > 0:
		o.buf.WriteString("\n\n"[:lines])
	default:
		o.buf.WriteByte(' ')
	}
	o.buf.WriteRune(c)
	o.last, o.on, o.spaces, o.lines, o.inFlag = c, 0, 0, 0, false
}

// mark writes a mark if there is a base for it.
func (o *out) mark(c rune) Flags {
	if o.last == 0 || o.last == replacement || o.spaces > 0 || o.on == o.marks {
		return Marks
	}
	o.on++
	o.buf.WriteRune(c)
	return 0
}
