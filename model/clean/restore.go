package clean

// Restore gives back a text of which String and Flags were kept apart, as where many are packed. It is no way past
// the door: what is not clean is cleaned, as a body is.
func Restore(s string, flags Flags) Text {
	if legible(s) {
		return Text{s, flags}
	}
	t := Body(s)
	if t.s != s {
		flags |= t.flags
	}
	return Text{t.s, flags}
}

// legible reports whether s is clean ASCII without line breaks, which plain tells too, but more slowly.
func legible(s string) bool {
	before := byte(' ')
	for i := range len(s) {
		c := s[i]
		if c < ' ' || c >= 0x7F || c == ' ' && before == ' ' {
			return false
		}
		before = c
	}
	return len(s) <= bodyCap && (before != ' ' || s == "")
}
